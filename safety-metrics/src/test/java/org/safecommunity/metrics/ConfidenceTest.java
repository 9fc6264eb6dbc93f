package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {
    /** Quantiles by R 4.2.2, qnorm(tail, lower.tail = FALSE). */
    @ParameterizedTest
    @CsvSource({
        "0.95, BOTH, 0.025, 1.9599639845400545",
        "0.95, LOWER, 0.05, 1.6448536269514726",
        "0.95, UPPER, 0.05, 1.6448536269514726",
        "0.998, BOTH, 0.001, 3.0902323061678132",
        "0.9999, BOTH, 0.00005, 3.8905918864130942",
        "0.5, UPPER, 0.5, 0",
        "0.2, UPPER, 0.8, -0.84162123357291441"
    })
    void tail_is_that_of_the_decimal_level(double level, Side side, double tail, double z) {
        Confidence confidence = new Confidence(level, side);
        assertThat(confidence.tail()).isEqualTo(tail);
        assertThat(confidence.z()).isCloseTo(z, within(4e-15));
    }

    @Property(tries = 200)
    void tail_adds_up_with_the_level(@ForAll @DoubleRange(min = 0.0001, max = 0.9999) @Scale(9) double level) {
        assertThat(level + 2 * Confidence.of(level).tail()).isCloseTo(1, within(2e-16));
        assertThat(level + new Confidence(level, Side.LOWER).tail()).isCloseTo(1, within(2e-16));
    }

    @Test
    void levels_of_sixteen_digits_keep_their_tail() {
        double closest = Math.nextDown(1.0);
        assertThat(new Confidence(closest, Side.UPPER).tail()).isEqualTo(Math.ulp(0.5));
        assertClose(Confidence.of(closest).z(), 8.292361075813595, 1e-13);
    }

    @Test
    void sides_name_the_limits() {
        assertThat(Confidence.DEFAULT).isEqualTo(new Confidence(0.95, Side.BOTH));
        assertThat(Confidence.of(0.9)).isEqualTo(new Confidence(0.9, Side.BOTH));
        assertThat(new Confidence(0.9, Side.LOWER)).matches(c -> c.hasLower() && !c.hasUpper());
        assertThat(new Confidence(0.9, Side.UPPER)).matches(c -> !c.hasLower() && c.hasUpper());
        assertThat(new Confidence(0.9, Side.BOTH)).matches(c -> c.hasLower() && c.hasUpper());
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY})
        void level_outside_zero_and_one(double level) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Confidence.of(level))
                    .withMessage("level must be between 0 and 1, was " + NumberText.shortest(level));
        }

        @Test
        void level_lost_in_one_minus_level() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Confidence.of(1e-17))
                    .withMessage("level must be above 1.2E-16, was 1E-17");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_side() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Confidence(0.95, null))
                    .withMessage("side");
        }
    }
}
