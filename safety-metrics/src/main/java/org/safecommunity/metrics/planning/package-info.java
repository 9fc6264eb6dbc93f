/**
 * Planning of comparisons: sample size and power for two proportions
 * ({@link org.safecommunity.metrics.planning.TwoProportionsPlan}) and for two rates
 * ({@link org.safecommunity.metrics.planning.TwoRatesPlan}). Entry types are the two plans; each gives a
 * {@link org.safecommunity.metrics.planning.PlanResult} for the size and one for the power.
 */
@NullMarked
package org.safecommunity.metrics.planning;

import org.jspecify.annotations.NullMarked;
