/** The command {@code explain}: textbook entries of the methods with a worked example that is computed when shown. */
@NullMarked
package org.safecommunity.cli.explain;

import org.jspecify.annotations.NullMarked;
