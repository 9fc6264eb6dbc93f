package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PolygammaDifferenceTest {
    /** For whole y the differences are finite sums. */
    @Property(tries = 200)
    void are_sums_for_whole_steps(
            @ForAll @DoubleRange(min = 0.01, max = 1e7) double a, @ForAll @IntRange(min = 0, max = 2000) int y) {
        double first = 0;
        double second = 0;
        for (int j = y - 1; j >= 0; j--) {
            first += 1 / (a + j);
            second -= 1 / ((a + j) * (a + j));
        }
        assertThat(PolygammaDifference.digamma(a, y)).isCloseTo(first, within(1e-13 * first));
        assertThat(PolygammaDifference.trigamma(a, y)).isCloseTo(second, within(1e-13 * Math.abs(second)));
    }
}
