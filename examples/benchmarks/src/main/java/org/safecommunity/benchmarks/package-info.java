/** JMH benchmarks beside R; run by examples/benchmarks/intervals.sh. */
@NullMarked
package org.safecommunity.benchmarks;

import org.jspecify.annotations.NullMarked;
