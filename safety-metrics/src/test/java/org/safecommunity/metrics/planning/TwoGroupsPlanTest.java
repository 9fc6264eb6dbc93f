package org.safecommunity.metrics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Details.detail;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;

class TwoGroupsPlanTest {
    private static TwoGroupsPlan means(double difference) {
        return new TwoGroupsPlan(1, 1, difference, 1, 1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "two-groups-plan.reference.csv", useHeadersInDisplayName = true)
    void comes_close_to_the_exact_size_of_the_t_test(double difference, double power, double alpha, double size) {
        PlanResult result = means(difference).toDetect(new Significance(alpha, true), power);
        ResultContract.assertKept(result);
        assertThat(detail(result, "unrounded")).isCloseTo(size, within(0.15));
    }

    /** Chow, Shao & Wang: (z_α + z_β/2)²·(p₁q₁ + p₀q₀)/margin² for shares of 0.75 and 0.75 within 0.2 at 80 %. */
    @Test
    void equivalence_follows_its_closed_form() {
        double v = 0.75 * 0.25;
        PlanResult result = new TwoGroupsPlan(v, v, 0, 1, 1).toShowEquivalence(0.2, 0.05, 0.8);
        double z = 1.6448536269514722 + 1.2815515655446004;
        assertThat(detail(result, "unrounded")).isCloseTo(z * z * 2 * v / 0.04, within(1e-9));
        assertThat(result.value()).hasValue(81);
        PlanResult off = new TwoGroupsPlan(v, v, -0.05, 1, 1).toShowEquivalence(0.2, 0.05, 0.8);
        double zOff = 1.6448536269514722 + 0.8416212335729143;
        assertThat(detail(off, "unrounded")).isCloseTo(zOff * zOff * 2 * v / Math.pow(0.15, 2), within(1e-9));
        ResultContract.assertKept(off);
    }

    /** The interval of a difference of the size planned has the margin asked for. */
    @Property(tries = 100)
    void margin_is_kept(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double v1,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double v0,
            @ForAll @DoubleRange(min = 0.02, max = 0.2) double margin) {
        PlanResult result = new TwoGroupsPlan(v1, v0, 0, 1, 1).toEstimate(margin, Confidence.DEFAULT);
        double n = result.value().orElseThrow();
        assertThat(Confidence.DEFAULT.z() * Math.sqrt((v1 + v0) / n)).isLessThanOrEqualTo(margin * (1 + 1e-12));
        assertThat(Confidence.DEFAULT.z() * Math.sqrt((v1 + v0) / (n - 1))).isGreaterThan(margin * (1 - 1e-12));
    }

    @Test
    void design_effect_and_response_come_before_rounding() {
        PlanResult plain = means(0.5).toDetect(Significance.DEFAULT, 0.8);
        PlanResult wide = new TwoGroupsPlan(1, 1, 0.5, 1.5, 0.75).toDetect(Significance.DEFAULT, 0.8);
        assertThat(detail(wide, "unrounded")).isCloseTo(2 * detail(plain, "unrounded"), within(1e-9));
        assertThat(wide.secondGroup()).isEqualTo(wide.value().orElseThrow());
    }

    @Test
    void two_proportions_are_divided_by_the_response() {
        PlanResult plain = TwoProportionsPlan.of(0.4, 0.3).sampleSize(0.8);
        PlanResult asked = TwoProportionsPlan.of(0.4, 0.3).sampleSize(0.8, 0.5);
        assertThat(detail(asked, "unrounded")).isCloseTo(2 * detail(plain, "unrounded"), within(1e-9));
        ResultContract.assertKept(asked);
        assertThatThrownBy(() -> TwoProportionsPlan.of(0.4, 0.3).sampleSize(0.8, 0))
                .hasMessage("responseRate must be greater than 0 and at most 1, was 0");
    }

    @Nested
    class Rejects {
        @Test
        void arguments_outside_their_range() {
            assertThatThrownBy(() -> means(0).toDetect(Significance.DEFAULT, 0.8))
                    .hasMessage("difference must not be 0");
            assertThatThrownBy(() -> means(1).toDetect(Significance.DEFAULT, 0.01))
                    .hasMessage("power must be greater than the level of the test, was 0.01");
            assertThatThrownBy(() -> means(1).toShowEquivalence(1, 0.05, 0.8))
                    .hasMessage("margin must be greater than the difference expected, was 1 and 1");
            assertThatThrownBy(() -> means(0).toShowEquivalence(1, 0.5, 0.3))
                    .hasMessage("alpha must be greater than 0 and less than 0.5, was 0.5");
            assertThatThrownBy(() -> means(Double.NaN)).hasMessage("difference must be finite, was NaN");
            assertThatThrownBy(() -> new TwoGroupsPlan(0, 1, 0, 1, 1)).hasMessageContaining("variance1");
            assertThatThrownBy(() -> new TwoGroupsPlan(1, 1, 0, 1, 1.5)).hasMessageContaining("responseRate");
            assertThatThrownBy(() -> means(0).toEstimate(0, Confidence.DEFAULT)).hasMessageContaining("margin");
        }
    }
}
