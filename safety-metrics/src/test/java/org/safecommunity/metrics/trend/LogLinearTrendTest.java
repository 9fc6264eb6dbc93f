package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;

class LogLinearTrendTest {
    private static final double[] YEARS = {2018, 2019, 2020, 2021, 2022};

    private static LogLinearTrend trend(String family, double[] times, double[] events, double[] personTime) {
        if (family.equals("least-squares")) {
            double[] rates = new double[events.length];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = events[i] / personTime[i];
            }
            return LogLinearTrend.ofRates(times, rates);
        }
        CountFamily counts = CountFamily.valueOf(family.toUpperCase(Locale.ROOT).replace('-', '_'));
        return LogLinearTrend.of(times, CountData.of(events, personTime), counts);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "log-linear-trend.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String family,
            String times,
            String events,
            String personTime,
            double value,
            double lower,
            double upper,
            double statistic,
            double p,
            @Nullable Double dispersion,
            @Nullable Double dispersionP) {
        LogLinearTrend trend = trend(family, Numbers.of(times), Numbers.of(events), Numbers.of(personTime));
        MetricResult change = trend.annualPercentChange(Confidence.DEFAULT);
        Interval interval = change.interval().orElseThrow();
        HypothesisTest test = change.test().orElseThrow();
        assertThat(name).isNotBlank();
        near(change.value().getAsDouble(), value);
        near(interval.lower(), lower);
        near(interval.upper(), upper);
        near(test.statistic(), statistic);
        // a small p-value magnifies the relative error of its statistic about 2·|ln p| times
        assertThat(test.pValue()).isCloseTo(p, within(1e-8 * p * Math.max(1, -2 * Math.log(p))));
        if (dispersion == null || dispersionP == null) {
            assertThat(trend.dispersion()).isEmpty();
        } else {
            MetricResult row = trend.dispersion().orElseThrow();
            near(row.value().getAsDouble(), dispersion);
            near(row.test().orElseThrow().pValue(), dispersionP);
        }
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }

    @ParameterizedTest
    @EnumSource(CountFamily.class)
    void data_at_one_time_only_is_no_trend(CountFamily family) {
        LogLinearTrend trend = LogLinearTrend.of(
                new double[] {2020, 2021, 2022}, CountData.of(new double[] {0, 4, 0}, new double[] {0, 10, 0}), family);
        MetricResult change = trend.annualPercentChange(Confidence.DEFAULT);
        assertThat(change.value()).isEmpty();
        assertThat(change.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(change.warnings()).containsExactly(Note.of("one-time"));
        assertThat(change.explain(Locale.ENGLISH)).isNotEmpty();
        assertThat(trend.dispersion().orElseThrow().status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(trend.slope()).isEmpty();
        assertThat(LogLinearTrend.ofRates(new double[] {2020}, new double[] {3})
                        .annualPercentChange(Confidence.DEFAULT)
                        .status())
                .isEqualTo(Status.SINGLE_UNIT);
    }

    @Test
    void two_times_have_an_interval_for_poisson_only() {
        CountData data = CountData.of(new double[] {20, 30}, new double[] {100, 110});
        double[] times = {2020, 2021};
        MetricResult poisson =
                LogLinearTrend.of(times, data, CountFamily.POISSON).annualPercentChange(Confidence.DEFAULT);
        assertThat(poisson.interval()).isPresent();
        MetricResult quasi =
                LogLinearTrend.of(times, data, CountFamily.QUASI_POISSON).annualPercentChange(Confidence.DEFAULT);
        assertThat(quasi.value()).isPresent();
        assertThat(quasi.interval()).isEmpty();
        assertThat(quasi.status()).isEqualTo(Status.NO_DF);
    }

    @Test
    void equal_rates_have_change_zero() {
        CountData data = CountData.of(new double[] {5, 5, 5, 5, 5}, new double[] {7, 7, 7, 7, 7});
        MetricResult poisson =
                LogLinearTrend.of(YEARS, data, CountFamily.POISSON).annualPercentChange(Confidence.DEFAULT);
        assertThat(poisson.value().getAsDouble()).isCloseTo(0, within(1e-9));
        assertThat(poisson.test().orElseThrow().pValue()).isCloseTo(1, within(1e-9));
        MetricResult quasi =
                LogLinearTrend.of(YEARS, data, CountFamily.QUASI_POISSON).annualPercentChange(Confidence.DEFAULT);
        assertThat(quasi.interval()).isEmpty();
        assertThat(quasi.test()).isEmpty();
        assertThat(quasi.warnings()).extracting(Note::code).containsExactly("exact-fit");
    }

    @Test
    void no_event_is_no_trend() {
        MetricResult change = LogLinearTrend.of(
                        YEARS, CountData.of(new double[5], new double[] {7, 7, 7, 7, 7}), CountFamily.POISSON)
                .annualPercentChange(Confidence.DEFAULT);
        assertThat(change.value()).isEmpty();
        assertThat(change.status()).isEqualTo(Status.SEPARATED);
        assertThat(change.warnings()).extracting(Note::code).containsExactly("no-events");
    }

    @Test
    void explains_itself_in_both_languages() {
        MetricResult change = LogLinearTrend.of(
                        YEARS,
                        CountData.of(new double[] {5, 8, 7, 12, 14}, new double[] {7, 7, 7, 7, 7}),
                        CountFamily.QUASI_POISSON)
                .annualPercentChange(Confidence.DEFAULT);
        assertThat(change.unit()).isEqualTo("percent per year");
        assertThat(change.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.formula()).isEqualTo("100·(exp(b − q·SE) − 1)"));
        assertThat(change.explain(Locale.CHINESE))
                .anySatisfy(step -> assertThat(step.text()).contains("拟泊松"));
    }

    @Property(tries = 60)
    void a_rate_that_grows_by_a_percentage_has_it_as_its_change(
            @ForAll @DoubleRange(min = -40, max = 60) double percent) {
        double[] rates = new double[5];
        for (int i = 0; i < 5; i++) {
            rates[i] = 30 * Math.pow(1 + percent / 100, i);
        }
        assertThat(LogLinearTrend.ofRates(YEARS, rates)
                        .annualPercentChange(Confidence.DEFAULT)
                        .value()
                        .getAsDouble())
                .isCloseTo(percent, within(1e-8));
    }

    @Property(tries = 60)
    void turning_time_round_inverts_the_ratio(@ForAll @Size(5) List<@IntRange(min = 1, max = 60) Integer> counts) {
        double[] forward = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] back = new double[5];
        for (int i = 0; i < 5; i++) {
            back[i] = forward[4 - i];
        }
        for (CountFamily family : CountFamily.values()) {
            double up = LogLinearTrend.of(YEARS, CountData.of(forward), family)
                    .slope()
                    .orElseThrow()
                    .estimate()
                    .getAsDouble();
            double down = LogLinearTrend.of(YEARS, CountData.of(back), family)
                    .slope()
                    .orElseThrow()
                    .estimate()
                    .getAsDouble();
            assertThat(down).isCloseTo(-up, within(1e-7));
        }
    }

    @Property(tries = 60)
    void the_interval_excludes_zero_exactly_when_the_test_rejects(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 30) Integer> counts) {
        double[] events = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        for (CountFamily family : CountFamily.values()) {
            MetricResult change =
                    LogLinearTrend.of(YEARS, CountData.of(events), family).annualPercentChange(Confidence.DEFAULT);
            Assume.that(change.interval().isPresent());
            assertThat(change.interval().orElseThrow().contains(0))
                    .isEqualTo(change.test().orElseThrow().pValue() >= 0.05);
        }
    }

    @Nested
    class Rejects {
        @Test
        void other_numbers_of_times() {
            assertThatThrownBy(() -> LogLinearTrend.of(YEARS, CountData.of(new double[4]), CountFamily.POISSON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("times must have one value for each of the 4 counts, was 5");
            assertThatThrownBy(() -> LogLinearTrend.ofRates(YEARS, new double[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rates must have one value for each of the 5 times, was 4");
        }

        @Test
        void rates_without_a_logarithm() {
            assertThatThrownBy(() -> LogLinearTrend.ofRates(YEARS, new double[] {1, 2, 0, 3, 4}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rates[2] must be finite and greater than 0, was 0");
        }

        @Test
        void times_that_are_not_finite() {
            assertThatThrownBy(() -> LogLinearTrend.ofRates(new double[] {1, Double.NaN}, new double[] {1, 2}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("time[1] must be finite and at most 1e70 in size, was NaN");
        }
    }
}
