package org.safecommunity.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Details;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.detection.CountCusum.Settings;

class CountCusumTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Settings settings(int baseline, OptionalDouble mean) {
        return new Settings(baseline, mean, 2, 1.04, 2.26);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "count-cusum.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            CountCusum form,
            String counts,
            int baseline,
            double ratio,
            double k,
            double h,
            @Nullable Double mean,
            String sums,
            String thresholds) {
        OptionalDouble given = mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
        double[] y = numbers(counts);
        Settings settings = new Settings(baseline, given, ratio, k, h);
        List<DetectionPoint> points = form.points(y, settings, form.history(settings) + 1, y.length);
        double[] expected = numbers(sums);
        assertThat(points).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            DetectionPoint point = points.get(i);
            near(Details.detail(point, "cusum"), expected[i]);
            near(point.threshold().getAsDouble(), numbers(thresholds)[i]);
            assertThat(point.alarm()).isEqualTo(expected[i] > h);
        }
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 100)
    void an_alarm_is_a_count_above_its_threshold(
            @ForAll @Size(30) List<@IntRange(min = 0, max = 30) Integer> counts, @ForAll CountCusum form) {
        double[] values = counts.stream().mapToDouble(c -> c).toArray();
        for (DetectionPoint point : form.points(values, settings(12, OptionalDouble.empty()), 1, 30)) {
            ResultContract.assertKept(point);
            point.threshold().ifPresent(threshold -> {
                if (Math.abs(point.value().getAsDouble() - threshold) > 1e-9) {
                    assertThat(point.alarm()).isEqualTo(point.value().getAsDouble() > threshold);
                }
            });
        }
    }

    @Test
    void a_baseline_without_events_counts_as_half_an_event() {
        double[] counts = new double[16];
        counts[13] = 3;
        List<DetectionPoint> points = CountCusum.POISSON.points(counts, settings(12, OptionalDouble.empty()), 1, 16);
        assertThat(points.get(0).warnings()).extracting(Note::code).containsExactly("history-short");
        assertThat(points.get(12).warnings()).extracting(Note::code).containsExactly("cusum-floor");
        assertThat(Details.detail(points.get(12), "mean")).isEqualTo(0.5 / 12);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(points.get(13).explain(locale)).hasSize(6);
        }
    }

    @Nested
    class Rejects {
        @Test
        void settings_out_of_range() {
            OptionalDouble none = OptionalDouble.empty();
            assertThatThrownBy(() -> new Settings(1, none, 2, 1, 5)).hasMessage("baseline must be 2 or more, was 1");
            assertThatThrownBy(() -> new Settings(2, none, 1, 1, 5))
                    .hasMessage("ratio must be above 1 and at most 1000000, was 1");
            assertThatThrownBy(() -> new Settings(2, none, 2, -1, 5)).hasMessageContaining("k must be");
            assertThatThrownBy(() -> new Settings(2, none, 2, 1, 0)).hasMessageContaining("h must be");
            assertThatThrownBy(() -> new Settings(2, OptionalDouble.of(0), 2, 1, 5))
                    .hasMessageContaining("mean must be");
        }
    }
}
