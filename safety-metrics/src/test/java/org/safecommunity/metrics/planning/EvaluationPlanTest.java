package org.safecommunity.metrics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;

/** Plans of an interrupted series and of a difference-in-differences. */
class EvaluationPlanTest {
    private static final Significance TEST = Significance.DEFAULT;

    private static InterruptedSeriesPlan series(double level) {
        return new InterruptedSeriesPlan(30, 1, level, 1, 1, 0, TEST);
    }

    private static double number(PlanResult result, String detail) {
        return ((Number) java.util.Objects.requireNonNull(result.details().get(detail), detail)).doubleValue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "evaluation-plan.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String plan,
            double m,
            double trend,
            double level,
            double slope,
            double dispersion,
            int season,
            double before,
            int after,
            int sides,
            double se,
            double power) {
        Significance test = new Significance(0.05, sides == 2);
        PlanResult result = plan.equals("did")
                ? new DifferenceInDifferencesPlan(level, m, trend, slope, before, dispersion, test).power()
                : new InterruptedSeriesPlan(m, trend, level, slope, dispersion, season, test)
                        .power((int) before, after);

        ResultContract.assertKept(result);
        assertClose(number(result, "logStandardError"), se, 1e-8);
        assertClose(result.value().orElseThrow(), power, 1e-8);
    }

    @Property(tries = 50)
    void the_periods_found_reach_the_power_and_one_less_does_not(
            @ForAll @IntRange(min = 12, max = 80) int before,
            @ForAll @DoubleRange(min = 0.3, max = 0.75) double level,
            @ForAll @DoubleRange(min = 0.3, max = 0.9) double power) {
        InterruptedSeriesPlan plan = series(level);
        PlanResult needed;
        try {
            needed = plan.periodsAfter(before, power);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("more periods before are needed than " + before);
            assertThat(plan.power(before, 2000).value().orElseThrow()).isLessThan(power);
            return;
        }
        int after = (int) needed.value().orElseThrow();
        assertThat(plan.power(before, after).value().orElseThrow()).isGreaterThanOrEqualTo(power);
        if (after > 2) {
            assertThat(plan.power(before, after - 1).value().orElseThrow()).isLessThan(power);
        }
    }

    @Property(tries = 50)
    void the_events_found_have_the_power_but_for_the_other_tail(
            @ForAll @DoubleRange(min = 0.3, max = 0.9) double ratio,
            @ForAll @DoubleRange(min = 0.5, max = 0.95) double power) {
        DifferenceInDifferencesPlan plan = new DifferenceInDifferencesPlan(ratio, 100, 250, 1.5, 0.9, 1.2, TEST);
        double treated = plan.sampleSize(power).value().orElseThrow();

        double reached = new DifferenceInDifferencesPlan(ratio, treated, 2.5 * treated, 1.5, 0.9, 1.2, TEST)
                .power()
                .value()
                .orElseThrow();

        assertThat(reached).isBetween(power - 1e-9, power + 0.001);
    }

    @Test
    void more_dispersion_lowers_the_power_and_a_season_costs_some() {
        double plain = series(0.8).power(48, 24).value().orElseThrow();
        double wide = new InterruptedSeriesPlan(30, 1, 0.8, 1, 2, 0, TEST)
                .power(48, 24)
                .value()
                .orElseThrow();
        double season = new InterruptedSeriesPlan(30, 1, 0.8, 1, 1, 12, TEST)
                .power(48, 24)
                .value()
                .orElseThrow();

        assertThat(wide).isLessThan(plain);
        assertThat(season).isLessThan(plain);
    }

    @Test
    void a_rise_and_a_fall_are_explained_in_both_languages() {
        PlanResult result = series(1.4).periodsAfter(36, 0.8);

        assertThat(result.explain(Locale.ENGLISH)).hasSizeGreaterThan(4);
        assertThat(result.explain(Locale.CHINESE)).hasSameSizeAs(result.explain(Locale.ENGLISH));
        assertThat(result.unit()).isEqualTo("periods");
        ResultContract.assertKept(result);
    }

    @Test
    void few_events_are_said() {
        assertThat(new InterruptedSeriesPlan(0.5, 1, 0.5, 1, 1, 0, TEST)
                        .power(24, 12)
                        .warnings())
                .extracting(Note::code)
                .containsExactly("few-expected");
        assertThat(new DifferenceInDifferencesPlan(0.5, 4, 40, 1, 1, 1, TEST)
                        .power()
                        .warnings())
                .extracting(Note::code)
                .containsExactly("few-expected");
    }

    @Nested
    class Rejects {
        @Test
        void nothing_to_find() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> series(1))
                    .withMessage("levelChange must not be 1: there is nothing to find");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DifferenceInDifferencesPlan(1, 10, 10, 1, 1, 1, TEST))
                    .withMessage("ratio must not be 1: there is nothing to find");
        }

        @Test
        void too_few_periods() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> series(0.8).power(1, 10))
                    .withMessage("periods before and after must be from 2 to 2000, was 1 and 10");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InterruptedSeriesPlan(30, 1, 0.8, 1, 1, 12, TEST).power(6, 6))
                    .withMessage("periods must tell the 15 terms of the model apart, was 6 before and 6 after");
        }

        @Test
        void a_power_that_no_number_of_periods_reaches() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InterruptedSeriesPlan(3, 1, 0.9, 1, 1, 0, TEST).periodsAfter(6, 0.8))
                    .withMessageContaining("more periods before are needed than 6");
        }

        @Test
        void a_season_of_one() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InterruptedSeriesPlan(3, 1, 0.9, 1, 1, 1, TEST))
                    .withMessage("seasonLength must be 0, or 2 or more, was 1");
        }

        @Test
        void a_power_below_the_level() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DifferenceInDifferencesPlan(0.8, 10, 10, 1, 1, 1, TEST).sampleSize(0.01))
                    .withMessage("power must be greater than the level of the test, was 0.01");
        }
    }
}
