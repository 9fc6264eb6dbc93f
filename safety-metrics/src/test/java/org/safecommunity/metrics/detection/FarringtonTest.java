package org.safecommunity.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.detection.Farrington.Settings;

class FarringtonTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "farrington.reference.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 20_000)
    void matches_reference_values(
            String name,
            String method,
            int frequency,
            int years,
            int halfWindow,
            int periods,
            double weights,
            int excluded,
            double trend,
            double alpha,
            String counts,
            int first,
            int last,
            String thresholds,
            String trends) {
        boolean flexible = method.equals("farrington-flexible");
        assertThat(trend).as(name).isEqualTo(flexible ? 1 : 0.05);
        Settings settings = new Settings(flexible, frequency, years, halfWindow, periods, weights, excluded, alpha);
        List<DetectionPoint> points = Farrington.points(numbers(counts), settings, first, last);
        double[] expected = numbers(thresholds);
        for (int i = 0; i < expected.length; i++) {
            double threshold = points.get(i).threshold().getAsDouble();
            if (flexible) {
                assertThat(threshold).as("point %s", first + i).isEqualTo(expected[i]);
            } else {
                assertThat(threshold).as("point %s", first + i).isCloseTo(expected[i], within(1e-8 * expected[i]));
            }
            assertThat(points.get(i).details().get("trend")).isEqualTo(numbers(trends)[i] == 1);
        }
    }

    private static double[] steady(int length, double value) {
        double[] counts = new double[length];
        Arrays.fill(counts, value);
        return counts;
    }

    private static Settings weeks(boolean flexible) {
        return new Settings(flexible, 52, 4, 3, 10, 2.58, 26, 0.05);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_jump_is_an_alarm_and_a_steady_series_is_none(boolean flexible) {
        double[] counts = steady(260, 9);
        counts[255] = 60;
        List<DetectionPoint> points = Farrington.points(counts, weeks(flexible), 250, 260);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).alarm()).isEqualTo(i == 6);
            ResultContract.assertKept(points.get(i));
        }
    }

    /** algo.farrington of R: 9.66690309675445 at one-sided 0.01 where rounding does not make it keep a slope of 0. */
    @Test
    void a_steady_series_has_no_trend_in_the_classic_form_and_a_slope_of_0_in_the_flexible_one() {
        double[] counts = steady(73, 4);
        for (DetectionPoint point : Farrington.points(counts, new Settings(false, 12, 3, 2, 1, 1, 0, 0.01), 61, 73)) {
            assertThat(point.details()).containsEntry("trend", false);
            assertClose(point.threshold().orElseThrow(), 9.66690309675445, 1e-8);
        }
        for (DetectionPoint point : Farrington.points(counts, new Settings(true, 12, 3, 2, 1, 2.58, 6, 0.01), 61, 73)) {
            assertThat(point.details()).containsEntry("trend", true);
            assertClose(point.expected().orElseThrow(), 4, 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void all_zero_references_are_marked_and_judged_by_the_upper_limit_of_the_mean(boolean flexible) {
        double[] counts = steady(260, 0);
        counts[258] = 6;
        List<DetectionPoint> points = Farrington.points(counts, weeks(flexible), 259, 260);
        assertThat(points.get(0).details()).containsEntry("zeroReference", true);
        assertThat(points.get(0).alarm()).isTrue();
        assertThat(points.get(1).alarm()).isFalse();
        points.forEach(ResultContract::assertKept);
    }

    @Test
    void few_events_in_the_last_four_points_are_no_alarm() {
        double[] counts = steady(260, 0);
        counts[258] = 4;
        DetectionPoint point = Farrington.points(counts, weeks(false), 259, 259).get(0);
        assertThat(point.value().getAsDouble()).isGreaterThan(point.threshold().getAsDouble());
        assertThat(point.alarm()).isFalse();
        assertThat(point.details()).containsEntry("enoughEvents", false);
    }

    @Test
    void a_silent_season_block_does_not_stop_the_fit() {
        double[] counts = new double[270];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i % 52 < 30 ? 5 + i % 3 : 0;
        }
        List<DetectionPoint> points = Farrington.points(counts, weeks(true), 262, 270);
        assertThat(points).allMatch(point -> point.threshold().isPresent());
        points.forEach(ResultContract::assertKept);
    }

    @Test
    void too_little_history_is_told_once() {
        List<DetectionPoint> points = Farrington.points(steady(215, 3), weeks(false), 205, 215);
        assertThat(points.get(6).threshold()).isEmpty();
        assertThat(points.get(7).threshold()).isPresent();
        assertThat(points.get(0).warnings()).extracting(Note::code).containsExactly("history-short");
        assertThat(points.get(0).warnings().get(0).arguments()).containsExactly("7", "211");
    }

    @Property(tries = 100)
    void the_quantile_leaves_at_most_alpha_above_it(
            @ForAll @DoubleRange(min = 0.05, max = 200) double mean,
            @ForAll @DoubleRange(min = 1.5, max = 20) double phi,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double alpha) {
        // with a whole size the library has the distribution
        int size = (int) Math.max(1, Math.round(mean / (phi - 1)));
        PascalDistribution known = PascalDistribution.of(size, 1 / phi);
        double quantile = NegativeBinomialQuantile.upper(size * (phi - 1), phi, alpha);
        assertThat(quantile).isEqualTo(known.inverseSurvivalProbability(alpha));
    }

    @Nested
    class Rejects {
        private void rejects(int frequency, int years, int w, int periods, int excluded, String message) {
            assertThatThrownBy(() -> new Settings(true, frequency, years, w, periods, 2.58, excluded, 0.05))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void impossible_settings() {
            rejects(1, 4, 0, 1, 0, "frequency must be 2 or more and yearsBack 1 or more, was 1 and 4");
            rejects(12, 4, 6, 1, 0, "halfWindow must be 0 or more and 2·halfWindow + 1 at most the frequency, was 6");
            rejects(12, 4, 3, 10, 0, "seasonPeriods must be from 1 to 6 with these years and windows, was 10");
            rejects(52, 4, 3, 10, 52, "pastExcluded must be 0 or more and below the frequency, was 52");
        }

        @Test
        void a_range_outside_the_series() {
            assertThatThrownBy(() -> Farrington.points(new double[] {1, 2}, Settings.DEFAULT, 1, 3))
                    .hasMessage("range must be inside 1 to 2, was 1 to 3");
        }
    }
}
