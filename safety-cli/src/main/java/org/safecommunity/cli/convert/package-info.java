/**
 * The command {@code convert}: the same table or document in another form. Entry type:
 * {@link org.safecommunity.cli.convert.ConvertCommand}.
 */
@NullMarked
package org.safecommunity.cli.convert;

import org.jspecify.annotations.NullMarked;
