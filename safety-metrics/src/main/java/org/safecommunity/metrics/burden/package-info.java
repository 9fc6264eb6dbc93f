/**
 * Burden of early death: years of life lost by a published life table, or potential years lost before an age limit.
 * {@link org.safecommunity.metrics.burden.YearsOfLifeLost} is the entry type; the life tables are data
 * ({@link org.safecommunity.metrics.burden.LifeTable}).
 */
@NullMarked
package org.safecommunity.metrics.burden;

import org.jspecify.annotations.NullMarked;
