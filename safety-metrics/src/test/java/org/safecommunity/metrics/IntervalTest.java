package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void may_be_a_point_and_may_be_unbounded() {
        assertThat(new Interval("m", 0.95, 2, 2).contains(2)).isTrue();
        assertThat(new Interval("m", 0.95, -INFINITE, INFINITE).contains(1e300)).isTrue();
    }

    @Test
    void contains_its_limits_and_no_more() {
        Interval interval = new Interval("m", 0.95, 1, 2);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(Math.nextDown(1d))).isFalse();
        assertThat(interval.contains(Math.nextUp(2d))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @Test
    void has_no_negative_zero() {
        Interval interval = new Interval("m", 0.95, -0d, -0d);
        assertThat(1 / interval.lower()).isEqualTo(INFINITE);
        assertThat(1 / interval.upper()).isEqualTo(INFINITE);
    }

    @Test
    void times_keeps_method_level_and_unbounded_ends() {
        assertThat(new Interval("m", 0.9, 1, 2).times(100)).isEqualTo(new Interval("m", 0.9, 100, 200));
        assertThat(new Interval("m", 0.9, 1, INFINITE).times(0.5)).isEqualTo(new Interval("m", 0.9, 0.5, INFINITE));
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource({"2, 1, 2 and 1", "NaN, 1, NaN and 1", "1, NaN, 1 and NaN"})
        void limits_out_of_order_or_not_numbers(double lower, double upper, String was) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval("m", 0.95, lower, upper))
                    .withMessage("lower must not exceed upper, was " + was);
        }

        @ParameterizedTest
        @ValueSource(doubles = {INFINITE, -INFINITE})
        void an_interval_at_infinity(double end) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval("m", 0.95, end, end))
                    .withMessage("lower and upper must have a number between them, were both " + end);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 1, 95, Double.NaN})
        void a_level_that_is_none(double level) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval("m", level, 1, 2))
                    .withMessage("level must be between 0 and 1, was " + NumberText.shortest(level));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, INFINITE, Double.NaN})
        void a_factor_that_is_not_positive(double factor) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval("m", 0.95, 1, 2).times(factor))
                    .withMessage("factor must be finite and greater than 0, was " + NumberText.shortest(factor));
        }

        @Test
        void a_limit_that_overflows() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval("m", 0.95, 1, 1e300).times(1e10))
                    .withMessage("limit times factor must be finite, was 1E+300 times 10000000000");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_method() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Interval(null, 0.95, 1, 2))
                    .withMessage("method");
        }
    }
}
