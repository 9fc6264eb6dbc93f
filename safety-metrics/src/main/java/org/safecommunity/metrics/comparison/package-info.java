/**
 * Comparisons of counts. Against a reference population: {@link org.safecommunity.metrics.comparison.Smr}.
 */
@NullMarked
package org.safecommunity.metrics.comparison;

import org.jspecify.annotations.NullMarked;
