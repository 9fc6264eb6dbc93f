/**
 * Whether a measure worked. {@link org.safecommunity.metrics.evaluation.InterruptedSeries} compares a series of rates with
 * its own course before the measure, {@link org.safecommunity.metrics.evaluation.DifferenceInDifferences} the change of a
 * rate with that of a comparison group.
 */
@NullMarked
package org.safecommunity.metrics.evaluation;

import org.jspecify.annotations.NullMarked;
