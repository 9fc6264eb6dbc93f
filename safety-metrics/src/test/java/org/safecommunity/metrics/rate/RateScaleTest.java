package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.NumberText;

class RateScaleTest {
    @Test
    void writes_the_unit() {
        assertThat(RateScale.PER_100000_PERSON_YEARS.unit()).isEqualTo("per 100000 person-years");
        assertThat(new RateScale(1e6, "hours").unit()).isEqualTo("per 1000000 hours");
        assertThat(new RateScale(0.5, "years").unit()).isEqualTo("per 0.5 years");
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void a_multiplier_that_is_not_positive(double multiplier) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RateScale(multiplier, "hours"))
                    .withMessage(
                            "multiplier must be finite and greater than 0, was " + NumberText.shortest(multiplier));
        }

        @Test
        void a_blank_exposure() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RateScale(1, " "))
                    .withMessage("exposure must not be blank");
        }
    }
}
