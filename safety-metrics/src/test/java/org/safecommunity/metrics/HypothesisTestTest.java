package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypothesisTestTest {
    @Test
    void takes_none_one_or_two_degrees_of_freedom() {
        assertThat(new HypothesisTest("wald", 1.5, List.of(), 0.13).df()).isEmpty();
        assertThat(new HypothesisTest("t", -2, List.of(17.5), 1).df()).containsExactly(17.5);
        assertThat(new HypothesisTest("rao-scott", 3, List.of(2d, 40d), 0).df()).containsExactly(2d, 40d);
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void a_statistic_that_is_no_number(double statistic) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HypothesisTest("wald", statistic, List.of(), 0.5))
                    .withMessage("statistic must be finite, was " + statistic);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
        void a_probability_that_is_none(double pValue) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HypothesisTest("wald", 1, List.of(), pValue))
                    .withMessage("pValue must be from 0 to 1, was " + NumberText.shortest(pValue));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void degrees_of_freedom_that_are_none(double df) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HypothesisTest("t", 1, List.of(df), 0.5))
                    .withMessage("df must be finite and greater than 0, was " + NumberText.shortest(df));
        }

        @Test
        void three_degrees_of_freedom() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HypothesisTest("f", 1, List.of(1d, 2d, 3d), 0.5))
                    .withMessage("df must be none, one or two numbers, was [1.0, 2.0, 3.0]");
        }
    }
}
