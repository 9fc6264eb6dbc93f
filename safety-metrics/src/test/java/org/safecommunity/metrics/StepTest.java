package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {
    @Test
    void is_a_calculation_or_a_remark() {
        assertThat(Step.calculation("rate", "x / T", "3 / 4", 0.75, ""))
                .isEqualTo(new Step("rate", "x / T", "3 / 4", 0.75, null, null));
        assertThat(Step.calculation("rate", "x / T", "3 / 4", 0.75, "per 1 year")
                        .unit())
                .isEqualTo("per 1 year");
        assertThat(Step.remark("Source", "Garwood 1936"))
                .isEqualTo(new Step("Source", null, null, null, null, "Garwood 1936"));
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void a_value_that_is_no_number(double value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Step.calculation("rate", "x / T", "0 / 0", value, ""))
                    .withMessage("value of the step rate must be finite, was " + value);
        }
    }
}
