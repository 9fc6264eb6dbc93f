/**
 * Change over time. {@link org.safecommunity.metrics.trend.LogLinearTrend} gives the annual percent change of a rate;
 * {@link org.safecommunity.metrics.trend.MannKendall} and {@link org.safecommunity.metrics.trend.SenSlope} look at the order
 * and the slopes of any series, {@link org.safecommunity.metrics.trend.CochranArmitage} and
 * {@link org.safecommunity.metrics.trend.PoissonScoreTrend} at proportions and rates by scores.
 */
@NullMarked
package org.safecommunity.metrics.trend;

import org.jspecify.annotations.NullMarked;
