package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;

class TrendHomogeneityTest {
    private static LogLinearTrend trend(double[] times, double[] events, double[] personTime) {
        return LogLinearTrend.of(times, CountData.of(events, personTime), CountFamily.POISSON);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "trend-homogeneity.reference.csv", useHeadersInDisplayName = true)
    void matches_the_test_of_interaction(
            String times, String personTime, String a, String b, String c, double q, double p) {
        double[] t = Numbers.of(times);
        double[] n = Numbers.of(personTime);
        TrendHomogeneity result = TrendHomogeneity.of(
                List.of(trend(t, Numbers.of(a), n), trend(t, Numbers.of(b), n), trend(t, Numbers.of(c), n)));
        assertThat(result.value().getAsDouble()).isCloseTo(q, within(1e-8 * q));
        assertThat(result.test().orElseThrow().pValue()).isCloseTo(p, within(1e-8 * p));
        assertThat(result.test().orElseThrow().df()).containsExactly(2d);
        assertThat(result.explain(Locale.CHINESE))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("斜率的同质性"));
    }

    @Test
    void groups_without_a_slope_are_left_out_and_counted() {
        double[] times = {1, 2, 3};
        double[] personTime = {10, 10, 10};
        LogLinearTrend some = trend(times, new double[] {4, 5, 9}, personTime);
        LogLinearTrend none = trend(times, new double[] {0, 0, 0}, personTime);
        TrendHomogeneity one = TrendHomogeneity.of(List.of(some, none));
        assertThat(one.value()).isEmpty();
        assertThat(one.test()).isEmpty();
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.warnings()).containsExactly(Note.of("groups-left-out", 1));
        assertThat(one.explain(Locale.ENGLISH)).isNotEmpty();
        assertThat(TrendHomogeneity.of(List.of(some, none, some)).n()).hasValue(2);
    }

    @Property(tries = 60)
    void equal_trends_have_q_zero(@ForAll @DoubleRange(min = 0.5, max = 20) double unit) {
        double[] times = {1, 2, 3, 4};
        double[] events = {4, 5, 9, 8};
        LogLinearTrend a = trend(times, events, new double[] {10, 10, 10, 10});
        LogLinearTrend b = trend(times, events, new double[] {unit, unit, unit, unit});
        assertThat(TrendHomogeneity.of(List.of(a, b)).value().getAsDouble()).isCloseTo(0, within(1e-12));
    }
}
