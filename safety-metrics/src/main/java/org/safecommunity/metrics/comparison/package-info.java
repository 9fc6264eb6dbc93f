/**
 * Comparisons of counts. With a reference population: {@link org.safecommunity.metrics.comparison.Smr}. Two groups with
 * person-time: {@link org.safecommunity.metrics.comparison.RateRatio} and
 * {@link org.safecommunity.metrics.comparison.RateDifference}, over strata
 * {@link org.safecommunity.metrics.comparison.MantelHaenszelRateRatio} and
 * {@link org.safecommunity.metrics.comparison.StandardisedComparison}; with trials
 * {@link org.safecommunity.metrics.comparison.RiskRatio}, {@link org.safecommunity.metrics.comparison.RiskDifference} and
 * {@link org.safecommunity.metrics.comparison.OddsRatio}. Many communities:
 * {@link org.safecommunity.metrics.comparison.FunnelLimits} and
 * {@link org.safecommunity.metrics.comparison.EmpiricalBayes}. Each interval method is a constant of an enum, and its test
 * inverts the same limits.
 */
@NullMarked
package org.safecommunity.metrics.comparison;

import org.jspecify.annotations.NullMarked;
