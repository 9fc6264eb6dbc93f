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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.rate.RateScale;

class TwoRatesPlanTest {
    private static final RateScale PER_10000 = new RateScale(10_000, "person-years");

    @ParameterizedTest
    @CsvFileSource(resources = "rates.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            RateTest method,
            double rate1,
            double rate0,
            double per,
            double ratio,
            double alpha,
            boolean twoSided,
            double power,
            double personTime,
            double exactPower) {
        RateScale scale = new RateScale(per, "person-years");
        TwoRatesPlan plan = new TwoRatesPlan(rate1, rate0, scale, ratio, 1, method, new Significance(alpha, twoSided));
        assertClose(plan.sampleSize(power).value().orElseThrow(), personTime, 1e-9);
        PlanResult back = plan.power(personTime, personTime * ratio);
        assertClose(back.value().orElseThrow(), power, 1e-9);
        assertClose(detail(back, "exactPower"), exactPower, 1e-9);
    }

    @Property(tries = 100)
    void person_time_scales_with_the_unit_and_power_rises_with_it(
            @ForAll @DoubleRange(min = 1, max = 50) double rate0,
            @ForAll @DoubleRange(min = 1, max = 50) double difference,
            @ForAll RateTest method) {
        TwoRatesPlan plan = new TwoRatesPlan(rate0 + difference, rate0, PER_10000, 1, 1, method, Significance.DEFAULT);
        TwoRatesPlan rarer = new TwoRatesPlan(
                rate0 + difference, rate0, RateScale.PER_100000_PERSON_YEARS, 1, 1, method, Significance.DEFAULT);
        double size = plan.sampleSize(0.8).value().orElseThrow();
        assertClose(rarer.sampleSize(0.8).value().orElseThrow(), 10 * size, 1e-12);
        assertThat(plan.power(2 * size, 2 * size).value().orElseThrow()).isGreaterThan(0.8);
    }

    @Test
    void the_design_effect_multiplies_and_leaves_the_exact_power_out() {
        TwoRatesPlan plan = new TwoRatesPlan(8, 6, PER_10000, 1, 1.5, RateTest.WALD, Significance.DEFAULT);
        PlanResult result = plan.sampleSize(0.8);
        assertClose(result.value().orElseThrow(), 274710.790702218 * 1.5, 1e-12);
        assertThat(result.details()).doesNotContainKey("exactPower").containsKey("expectedEvents1");
        assertThat(result.unit()).isEqualTo("person-years");
    }

    @Test
    void the_exact_power_is_left_out_where_events_abound() {
        PlanResult power = TwoRatesPlan.of(8, 6, PER_10000).power(1e8, 1e8);
        assertThat(power.details()).doesNotContainKey("exactPower");
        assertThat(power.value().orElseThrow()).isEqualTo(1);
    }

    @Test
    void few_expected_events_are_pointed_out() {
        PlanResult power = TwoRatesPlan.of(8, 6, PER_10000).power(5000, 5000);
        assertThat(power.warnings()).extracting(Note::code).containsExactly("few-expected");
        assertThat(detail(power, "exactPower")).isBetween(0d, 0.05);
    }

    @Test
    void explains_itself_in_both_languages() {
        PlanResult result = TwoRatesPlan.of(8, 6, PER_10000).sampleSize(0.8);
        ResultContract.assertKept(result);
        assertThat(result.explain(Locale.ENGLISH)).anySatisfy(step -> assertThat(step.numbers())
                .isEqualTo("λ₁ = 8/10000, λ₀ = 6/10000, r = 1, deff = 1"));
        assertThat(result.explain(Locale.CHINESE))
                .hasSameSizeAs(result.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("第一组人时"));
    }

    @Nested
    class Rejects {
        @Test
        void plans_that_compare_nothing() {
            assertThatThrownBy(() -> TwoRatesPlan.of(6, 6, PER_10000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rate1 and rate0 must differ, were both 6");
            assertThatThrownBy(() -> TwoRatesPlan.of(-6, 6, PER_10000))
                    .hasMessage("rate1 must be finite and 0 or more, was -6");
            assertThatThrownBy(() -> TwoRatesPlan.of(6, Double.NaN, PER_10000))
                    .hasMessage("rate0 must be finite and 0 or more, was NaN");
        }

        @Test
        void powers_and_times_that_cannot_be() {
            TwoRatesPlan plan = TwoRatesPlan.of(8, 6, PER_10000);
            assertThatThrownBy(() -> plan.sampleSize(0)).hasMessage("power must be between 0 and 1, was 0");
            assertThatThrownBy(() -> plan.sampleSize(0.01))
                    .hasMessage("power must be greater than the level of the test, was 0.01");
            assertThatThrownBy(() -> plan.power(-1, 5)).hasMessage("first must be finite and greater than 0, was -1");
            assertThatThrownBy(() -> plan.power(5, 0)).hasMessage("second must be finite and greater than 0, was 0");
        }
    }
}
