/**
 * Confidence limits of one Poisson count or one binomial proportion. Entry types:
 * {@link org.safecommunity.metrics.interval.PoissonIntervalMethod} and
 * {@link org.safecommunity.metrics.interval.ProportionIntervalMethod}, one constant for each published method.
 */
@NullMarked
package org.safecommunity.metrics.interval;

import org.jspecify.annotations.NullMarked;
