/**
 * Argument checks of the risk methods. Not API: the package is not exported. Entry type:
 * {@link org.safecommunity.risk.internal.Checks}.
 */
@NullMarked
package org.safecommunity.risk.internal;

import org.jspecify.annotations.NullMarked;
