/**
 * Season in counts by month or quarter. {@link org.safecommunity.metrics.season.Seasonality} is the entry type: amplitude,
 * peak and tests.
 */
@NullMarked
package org.safecommunity.metrics.season;

import org.jspecify.annotations.NullMarked;
