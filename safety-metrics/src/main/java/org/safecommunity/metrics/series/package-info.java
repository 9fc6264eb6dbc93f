/**
 * The one series of counts over time that charts, detection, trend, season and the evaluation of measures take, and the
 * form in which they give it back: {@link org.safecommunity.metrics.series.EventSeries} goes in,
 * {@link org.safecommunity.metrics.series.AnnotatedSeries} comes out, with expected value, limits and signals at each
 * point. Gaps are named and stay gaps; two points of one time are refused.
 */
@NullMarked
package org.safecommunity.metrics.series;

import org.jspecify.annotations.NullMarked;
