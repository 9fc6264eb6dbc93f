/**
 * Results on their way out: one row type ({@link org.safecommunity.cli.print.ResultRow}), one envelope, and a writer for
 * each format.
 */
@NullMarked
package org.safecommunity.cli.print;

import org.jspecify.annotations.NullMarked;
