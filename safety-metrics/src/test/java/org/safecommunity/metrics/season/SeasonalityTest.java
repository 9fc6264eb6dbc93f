package org.safecommunity.metrics.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Near;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SeasonalityTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<MetricResult> results(double[] counts, double[] exposure, Seasonality.Method method) {
        return Seasonality.of(counts, exposure).results(method, Confidence.DEFAULT);
    }

    private static double[] same(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "seasonality.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String counts,
            String exposure,
            double edwards,
            double edwardsAmplitude,
            double edwardsPeak,
            double roger,
            double amplitude,
            double amplitudeError,
            double peak,
            double wald,
            double deviance,
            double pearson,
            double pearsonP) {
        List<MetricResult> cosinor = results(numbers(counts), numbers(exposure), Seasonality.Method.COSINOR);
        List<MetricResult> classic = results(numbers(counts), numbers(exposure), Seasonality.Method.EDWARDS);
        assertThat(cosinor)
                .as(name)
                .extracting(MetricResult::statistic)
                .containsExactly("amplitude", "peak", "seasonality-test", "seasonality-test", "seasonality-test");
        near(value(cosinor.get(0)), amplitude, 1e-8);
        near(cosinor.get(0).standardError().getAsDouble(), amplitudeError, 1e-8);
        near(cosinor.get(0).test().orElseThrow().statistic(), wald, 1e-7);
        near(Near.detail(cosinor.get(0), "deviance"), deviance, 1e-8);
        near(value(cosinor.get(1)), peak, 1e-8);
        near(value(classic.get(0)), edwardsAmplitude, 1e-9);
        near(value(classic.get(1)), edwardsPeak, 1e-9);
        near(value(classic.get(2)), edwards, 1e-9);
        near(value(classic.get(3)), roger, 1e-9);
        near(value(classic.get(4)), pearson, 1e-9);
        near(classic.get(4).test().orElseThrow().pValue(), pearsonP, 1e-9);
        cosinor.forEach(ResultContract::assertKept);
        classic.forEach(ResultContract::assertKept);
    }

    private static double value(MetricResult result) {
        return result.value().orElseThrow();
    }

    private static void near(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }

    @Property(tries = 100)
    void turning_the_year_turns_the_peak_and_nothing_else(
            @ForAll @Size(12) List<@IntRange(min = 1, max = 90) Integer> counts) {
        double[] x = counts.stream().mapToDouble(c -> c).toArray();
        double[] turned = new double[12];
        for (int j = 0; j < 12; j++) {
            turned[(j + 3) % 12] = x[j];
        }
        List<MetricResult> before = results(x, same(12, 1), Seasonality.Method.EDWARDS);
        List<MetricResult> after = results(turned, same(12, 1), Seasonality.Method.EDWARDS);
        assertThat(value(after.get(0))).isCloseTo(value(before.get(0)), within(1e-9));
        if (value(before.get(0)) > 1e-6) {
            double turn = (value(after.get(1)) - value(before.get(1)) + 360) % 360;
            assertThat(turn).isCloseTo(90, within(1e-6));
        }
    }

    @Test
    void equal_months_have_no_season() {
        List<MetricResult> results = results(same(12, 30), same(12, 1), Seasonality.Method.EDWARDS);
        assertThat(value(results.get(0))).isCloseTo(0, within(1e-12));
        assertThat(results.get(0).test().orElseThrow().pValue()).isCloseTo(1, within(1e-9));
        assertThat(value(results.get(4))).isZero();
    }

    @Test
    void no_events_have_no_season() {
        List<MetricResult> results = results(new double[12], same(12, 1), Seasonality.Method.COSINOR);
        assertThat(results).allMatch(result -> result.status() == Status.EMPTY_DOMAIN);
        assertThat(results.get(0).warnings()).extracting(Note::code).containsExactly("season-few-events");
        results.forEach(ResultContract::assertKept);
    }

    @Test
    void events_in_one_month_only_have_no_wave() {
        double[] counts = new double[12];
        counts[4] = 80;
        List<MetricResult> results = results(counts, same(12, 1), Seasonality.Method.COSINOR);
        assertThat(results.get(0).status()).isEqualTo(Status.SEPARATED);
        assertThat(results.get(0).explain(Locale.CHINESE)).isNotEmpty();
    }

    @Test
    void a_month_without_exposure_leaves_the_methods_of_equal_sectors_out() {
        double[] days = same(12, 30);
        days[2] = 0;
        double[] counts = same(12, 9);
        counts[2] = 0;
        List<MetricResult> results = results(counts, days, Seasonality.Method.COSINOR);
        assertThat(results).hasSize(3);
        assertThat(results.get(2).test().orElseThrow().df()).containsExactly(10.0);
        assertThat(results(counts, days, Seasonality.Method.EDWARDS).get(0).status())
                .isEqualTo(Status.NO_PERSON_TIME);
    }

    @Nested
    class Rejects {
        private void rejects(double[] counts, double[] exposure, String message) {
            assertThatThrownBy(() -> Seasonality.of(counts, exposure))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void what_is_no_season() {
            rejects(
                    new double[2],
                    new double[2],
                    "counts and exposure must have the same three sectors or more, was 2 and 2");
            rejects(new double[] {1, 2, 1.5}, same(3, 1), "counts[2] must be a whole number from 0 to 2^53, was 1.5");
            rejects(
                    new double[] {1, 2, 3},
                    new double[] {1, 0, 1},
                    "exposure[1] must be greater than 0 where there are events, was 0 with events 2");
            rejects(
                    new double[] {1, 2, 3},
                    new double[] {1, -1, 1},
                    "exposure[1] must be finite and 0 or more, was -1");
        }
    }
}
