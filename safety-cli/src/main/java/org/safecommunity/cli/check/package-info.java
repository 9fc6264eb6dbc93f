/** The command {@code check}. */
@NullMarked
package org.safecommunity.cli.check;

import org.jspecify.annotations.NullMarked;
