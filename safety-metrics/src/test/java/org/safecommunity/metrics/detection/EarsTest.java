package org.safecommunity.metrics.detection;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Details;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.detection.Ears.Settings;

class EarsTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(number -> number.equals("NA") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "ears.reference.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 20_000)
    void matches_reference_values(
            String name,
            String method,
            int baseline,
            double alpha,
            String counts,
            String statistics,
            String thresholds) {
        Ears ears = Ears.valueOf(method.substring(5).toUpperCase(Locale.ROOT));
        List<DetectionPoint> points = ears.points(numbers(counts), new Settings(baseline, alpha, 0.5));
        double[] statistic = numbers(statistics);
        assertThat(points).as(name).hasSize(statistic.length);
        for (int t = 0; t < statistic.length; t++) {
            DetectionPoint point = points.get(t);
            if (t < ears.history(new Settings(baseline, alpha, 0.5))) {
                assertThat(point.threshold()).isEmpty();
                assertThat(point.alarm()).isFalse();
            } else {
                near(Details.detail(point, "earsStatistic"), statistic[t]);
                near(point.threshold().getAsDouble(), numbers(thresholds)[t]);
            }
        }
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 100)
    void an_alarm_is_a_count_above_its_threshold(
            @ForAll @Size(30) List<@IntRange(min = 0, max = 60) Integer> counts, @ForAll Ears ears) {
        double[] values = counts.stream().mapToDouble(c -> c).toArray();
        for (DetectionPoint point : ears.points(values, Settings.DEFAULT)) {
            ResultContract.assertKept(point);
            point.threshold().ifPresent(threshold -> {
                boolean above = point.value().getAsDouble() > threshold;
                // C3 remembers two points before: it may be an alarm after the count itself has fallen
                if (ears != Ears.C3) {
                    assertThat(point.alarm()).isEqualTo(above);
                }
            });
        }
    }

    @Test
    void a_flat_past_is_judged_by_the_floor() {
        double[] flat = {0, 0, 0, 0, 0, 0, 0, 1, 0, 2};
        List<DetectionPoint> points = Ears.C1.points(flat, Settings.DEFAULT);
        assertThat(points.get(7).threshold().getAsDouble()).isCloseTo(1.545116, within(1e-6));
        assertThat(points.get(7).alarm()).isFalse();
        assertThat(points.get(9).alarm()).isTrue();
        List<DetectionPoint> strict = Ears.C1.points(flat, new Settings(7, 0.001, 0));
        assertThat(strict.get(7).alarm()).isTrue();
        strict.forEach(ResultContract::assertKept);
    }

    @ParameterizedTest
    @EnumSource(Ears.class)
    void too_little_history_is_told_once(Ears ears) {
        List<DetectionPoint> points = ears.points(new double[] {1, 2, 3}, Settings.DEFAULT);
        assertThat(points).allMatch(point -> point.threshold().isEmpty());
        assertThat(points.get(0).warnings()).extracting(Note::code).containsExactly("history-short");
        assertThat(points.get(1).warnings()).isEmpty();
        assertThat(ears.history(Settings.DEFAULT)).isEqualTo(ears == Ears.C1 ? 7 : ears == Ears.C2 ? 9 : 11);
    }

    @Test
    void a_range_judges_the_same_as_the_whole() {
        double[] counts = {3, 5, 2, 4, 6, 3, 4, 5, 2, 3, 4, 6, 12, 15, 4, 3, 5, 2};
        List<DetectionPoint> some = Ears.C2.points(counts, Settings.DEFAULT, 13, 14);
        List<DetectionPoint> all = Ears.C2.points(counts, Settings.DEFAULT);
        assertThat(some).hasSize(2);
        assertThat(some.get(0).details()).isEqualTo(all.get(12).details());
        assertThat(some.get(0).warnings()).isEmpty();
        assertThat(Ears.C2
                        .points(counts, Settings.DEFAULT, 9, 12)
                        .get(0)
                        .warnings()
                        .get(0)
                        .arguments())
                .containsExactly("1", "9");
    }

    @Nested
    class Rejects {
        @Test
        void impossible_settings_and_counts() {
            assertThatThrownBy(() -> new Settings(1, 0.1, 0)).hasMessage("baseline must be 2 or more, was 1");
            assertThatThrownBy(() -> new Settings(7, 1, 0)).hasMessage("alpha must be between 0 and 1, was 1");
            assertThatThrownBy(() -> new Settings(7, 0.1, -1))
                    .hasMessage("minSigma must be finite and 0 or more, was -1");
            assertThatThrownBy(() -> Ears.C1.points(new double[0], Settings.DEFAULT))
                    .hasMessage("counts must have a value");
            assertThatThrownBy(() -> Ears.C1.points(new double[] {1, -2}, Settings.DEFAULT))
                    .hasMessage("counts[1] must be finite and 0 or more, was -2");
            assertThatThrownBy(() -> Ears.C1.points(new double[] {1.5}, Settings.DEFAULT))
                    .hasMessage("counts[0] must be a whole number of at most 2^53, was 1.5");
        }
    }
}
