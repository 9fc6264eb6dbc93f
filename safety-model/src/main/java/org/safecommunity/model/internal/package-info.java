/**
 * Argument checks of the model. Not API: the package is not exported. Entry type:
 * {@link org.safecommunity.model.internal.Checks}.
 */
@NullMarked
package org.safecommunity.model.internal;

import org.jspecify.annotations.NullMarked;
