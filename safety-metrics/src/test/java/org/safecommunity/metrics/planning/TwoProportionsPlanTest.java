package org.safecommunity.metrics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;

class TwoProportionsPlanTest {
    @ParameterizedTest
    @CsvFileSource(resources = "proportions.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            ProportionTest method,
            double p1,
            double p0,
            double ratio,
            double alpha,
            boolean twoSided,
            double power,
            double size) {
        TwoProportionsPlan plan = new TwoProportionsPlan(p1, p0, ratio, 1, method, new Significance(alpha, twoSided));
        PlanResult result = plan.sampleSize(power);
        assertClose(detail(result, "unrounded"), size, 1e-9);
        assertThat(result.value()).hasValue(Math.ceil(size));
        assertClose(plan.power(size, size * ratio).value().orElseThrow(), power, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"FLEISS,356", "FLEISS_CONTINUITY,376", "KELSEY,358"})
    void the_textbook_example_is_rounded_up(ProportionTest method, double size) {
        TwoProportionsPlan plan = new TwoProportionsPlan(0.4, 0.3, 1, 1, method, Significance.DEFAULT);
        assertThat(plan.sampleSize(0.8).value()).hasValue(size);
    }

    @Property(tries = 100)
    void size_falls_with_the_difference_and_power_of_the_size_is_reached(
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double p0,
            @ForAll @DoubleRange(min = 0.02, max = 0.25) double difference,
            @ForAll @DoubleRange(min = 0.2, max = 5) double ratio,
            @ForAll ProportionTest method) {
        TwoProportionsPlan near = plan(p0 + difference, p0, ratio, 1, method);
        TwoProportionsPlan far = plan(p0 + 2 * difference, p0, ratio, 1, method);
        double size = near.sampleSize(0.8).value().orElseThrow();
        assertThat(far.sampleSize(0.8).value().orElseThrow()).isLessThanOrEqualTo(size);
        assertThat(near.power(size, Math.ceil(size * ratio)).value().orElseThrow())
                .isGreaterThan(0.8 - 1e-9);
        PlanResult clustered = plan(p0 + difference, p0, ratio, 2, method).sampleSize(0.8);
        assertClose(detail(clustered, "unrounded"), 2 * detail(near.sampleSize(0.8), "unrounded"), 1e-12);
    }

    @Test
    void tiny_groups_have_little_power_with_continuity() {
        PlanResult power =
                plan(0.5, 0.4, 1, 1, ProportionTest.FLEISS_CONTINUITY).power(3, 3);
        assertClose(power.value().orElseThrow(), 0.025, 0.2);
        assertThat(power.warnings()).extracting(Note::code).containsExactly("few-expected");
    }

    @Test
    void explains_itself_in_both_languages() {
        PlanResult result = TwoProportionsPlan.of(0.4, 0.3).sampleSize(0.8);
        ResultContract.assertKept(result);
        assertThat(result.statistic()).isEqualTo("sample-size");
        assertThat(result.details()).containsEntry("total", 712d).containsEntry("method", "fleiss");
        assertThat(result.inputs()).containsEntry("power", 0.8).containsEntry("sides", "two");
        assertThat(result.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("Size of the second group"));
        assertThat(result.explain(Locale.CHINESE))
                .hasSameSizeAs(result.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("第一组样本量"));
    }

    @Nested
    class Rejects {
        @Test
        void plans_that_compare_nothing() {
            assertThatThrownBy(() -> TwoProportionsPlan.of(0.3, 0.3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("p1 and p0 must differ, were both 0.3");
            assertThatThrownBy(() -> TwoProportionsPlan.of(0, 0.3)).hasMessage("p1 must be between 0 and 1, was 0");
            assertThatThrownBy(() -> TwoProportionsPlan.of(0.3, 1)).hasMessage("p0 must be between 0 and 1, was 1");
            assertThatThrownBy(() -> plan(0.3, 0.4, 0, 1, ProportionTest.WALD))
                    .hasMessage("ratio must be finite and greater than 0, was 0");
            assertThatThrownBy(() -> plan(0.3, 0.4, 1, -1, ProportionTest.WALD))
                    .hasMessage("designEffect must be finite and greater than 0, was -1");
            assertThatThrownBy(() -> new Significance(0, true)).hasMessage("alpha must be between 0 and 1, was 0");
        }

        @Test
        void powers_and_sizes_that_cannot_be() {
            TwoProportionsPlan plan = TwoProportionsPlan.of(0.3, 0.4);
            assertThatThrownBy(() -> plan.sampleSize(1)).hasMessage("power must be between 0 and 1, was 1");
            assertThatThrownBy(() -> plan.sampleSize(0.02))
                    .hasMessage("power must be greater than the level of the test, was 0.02");
            assertThatThrownBy(() -> plan.power(0, 5)).hasMessage("first must be finite and greater than 0, was 0");
            assertThatThrownBy(() -> plan.power(5, Double.NaN))
                    .hasMessage("second must be finite and greater than 0, was NaN");
        }
    }

    private static TwoProportionsPlan plan(
            double p1, double p0, double ratio, double designEffect, ProportionTest method) {
        return new TwoProportionsPlan(p1, p0, ratio, designEffect, method, Significance.DEFAULT);
    }
}
