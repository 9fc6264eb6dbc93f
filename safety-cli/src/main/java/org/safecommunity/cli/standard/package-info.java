/** The {@code standard} commands. */
@NullMarked
package org.safecommunity.cli.standard;

import org.jspecify.annotations.NullMarked;
