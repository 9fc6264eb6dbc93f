/** Argument checks and message texts of this module. Not API. */
@NullMarked
package org.safecommunity.metrics.internal;

import org.jspecify.annotations.NullMarked;
