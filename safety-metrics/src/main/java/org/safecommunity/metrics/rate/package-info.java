/**
 * Rates of events: crude ({@link org.safecommunity.metrics.rate.CrudeRate}), directly standardised
 * ({@link org.safecommunity.metrics.rate.StandardisedRate}) and proportions
 * ({@link org.safecommunity.metrics.rate.Proportion}), with the published standard populations
 * ({@link org.safecommunity.metrics.rate.StandardPopulation}).
 */
@NullMarked
package org.safecommunity.metrics.rate;

import org.jspecify.annotations.NullMarked;
