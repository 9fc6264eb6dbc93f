/** The {@code risk} commands. */
@NullMarked
package org.safecommunity.cli.risk;

import org.jspecify.annotations.NullMarked;
