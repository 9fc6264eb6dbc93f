/**
 * Planning: the size of a survey for a wanted precision ({@link org.safecommunity.metrics.planning.PrecisionPlan}), and sample
 * size and power of comparisons of two proportions
 * ({@link org.safecommunity.metrics.planning.TwoProportionsPlan}) and for two rates
 * ({@link org.safecommunity.metrics.planning.TwoRatesPlan}). Entry types are the plans; each gives a
 * {@link org.safecommunity.metrics.planning.PlanResult} for the size, the comparisons one for the power too.
 */
@NullMarked
package org.safecommunity.metrics.planning;

import org.jspecify.annotations.NullMarked;
