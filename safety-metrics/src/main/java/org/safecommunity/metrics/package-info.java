/**
 * What every statistic of this library returns. {@link org.safecommunity.metrics.MetricResult} is the entry type: an
 * estimate with its interval, method, echoed inputs and status, which explains itself step by step. The methods are in
 * the packages {@code interval} and {@code rate}.
 */
@NullMarked
package org.safecommunity.metrics;

import org.jspecify.annotations.NullMarked;
