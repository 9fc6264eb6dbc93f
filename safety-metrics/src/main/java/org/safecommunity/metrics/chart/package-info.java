/**
 * Control charts of counts, rates and proportions in the order of time: which point or run is more than chance.
 * {@link org.safecommunity.metrics.chart.ControlChart} is the entry type; it gives one
 * {@link org.safecommunity.metrics.chart.ChartPoint} for each point.
 */
@NullMarked
package org.safecommunity.metrics.chart;

import org.jspecify.annotations.NullMarked;
