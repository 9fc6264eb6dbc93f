package org.safecommunity.metrics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.chart.ChartSettings.Baseline;
import org.safecommunity.metrics.chart.ChartSettings.Probability;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;
import org.safecommunity.metrics.chart.ChartSettings.Weighted;

class ControlChartTest {
    private static final ChartSettings DEFAULT = ChartSettings.DEFAULT;
    private static final double[] COUNTS = {4, 6, 3, 5, 7, 4, 2, 6, 5, 4, 3, 6, 5, 4};

    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(number -> number.equals("NA") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static ChartSettings settings(String baseline, String limits, @Nullable String weighted) {
        double[] range = numbers(baseline);
        String[] words = limits.split(" ");
        double size = Double.parseDouble(words[1]);
        ChartSettings settings = DEFAULT.with(new Baseline((int) range[0], (int) range[1]))
                .with(words[0].equals("sigma") ? new Sigma(size) : new Probability(size));
        if (weighted == null) {
            return settings;
        }
        double[] w = numbers(weighted);
        return settings.with(new Weighted(w[0], w[1], w[2], optional(w[3]), optional(w[4])));
    }

    private static ChartData data(double[] events, double @Nullable [] sizes) {
        return sizes == null ? ChartData.of(events) : ChartData.of(events, sizes);
    }

    private static List<ChartPoint> points(ChartType type, double[] events, double @Nullable [] sizes) {
        return ControlChart.of(type, data(events, sizes), DEFAULT).points();
    }

    private static double[] same(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "control-chart.reference.csv",
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 20_000)
    void matches_reference_values(
            String name,
            String type,
            String events,
            @Nullable String sizes,
            String baseline,
            String limits,
            @Nullable String weighted,
            String values,
            String centres,
            String lowers,
            String uppers,
            @Nullable String signals) {
        ChartType kind = ChartType.valueOf(type.toUpperCase(Locale.ROOT).replace('-', '_'));
        ControlChart chart = ControlChart.of(
                kind,
                data(numbers(events), sizes == null ? null : numbers(sizes)),
                settings(baseline, limits, weighted));
        double[] value = numbers(values);
        assertThat(chart.points()).as(name).hasSize(value.length);
        for (int i = 0; i < value.length; i++) {
            ChartPoint point = chart.points().get(i);
            near(point.value().getAsDouble(), value[i]);
            near(point.centre().getAsDouble(), numbers(centres)[i]);
            near(point.lower().getAsDouble(), numbers(lowers)[i]);
            near(point.upper().getAsDouble(), numbers(uppers)[i]);
        }
        assertThat(beyond(chart)).isEqualTo(signals == null ? "" : signals);
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static String beyond(ControlChart chart) {
        return IntStream.range(0, chart.points().size())
                .filter(i -> chart.points().get(i).signals().stream()
                        .anyMatch(rule -> rule == ChartRule.BEYOND_LIMITS || rule == ChartRule.MOVING_RANGE))
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_sheet_has_the_t_chart() {
        double[] days = {2, 11, 5, 1, 30, 7, 14, 3, 22, 9};
        ChartPoint first = points(ChartType.T, days, null).get(0);
        assertThat(first.centre()).hasValueCloseTo(7.7335137006, within(1e-9));
        assertThat(first.upper()).hasValueCloseTo(116.5617904239, within(1e-9));
        assertThat(first.lower()).hasValue(0);
    }

    @Test
    void single_values_name_a_range_beyond_its_limit() {
        double[] values = {10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 13, 10};
        List<ChartPoint> points = ControlChart.of(
                        ChartType.I_MR, ChartData.of(values), DEFAULT.with(new Baseline(1, 12)))
                .points();
        assertThat(points.get(12).signals()).contains(ChartRule.BEYOND_LIMITS, ChartRule.MOVING_RANGE);
        assertThat(points.get(12).details()).containsEntry("movingRange", 4.0).containsKey("movingRangeUpper");
        assertThat(points.get(0).details()).doesNotContainKey("movingRange");
        assertThatThrownBy(() -> ControlChart.of(ChartType.I_MR, ChartData.of(same(5, 3)), DEFAULT))
                .hasMessage("sigma must be given where the baseline has no variation or no events");
        assertThatThrownBy(() -> ControlChart.of(ChartType.T, ChartData.of(same(5, 3)), DEFAULT))
                .hasMessage("baseline must have times that differ for a chart of type t");
        assertThatThrownBy(() -> ControlChart.of(ChartType.T, ChartData.of(new double[] {2, -1}), DEFAULT))
                .hasMessageContaining("events[1] must be");
    }

    @Property(tries = 60)
    void the_centre_lies_between_the_limits_and_no_limit_is_negative(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 0, max = 40) Integer> counts,
            @ForAll ChartType type) {
        double[] events = counts.stream().mapToDouble(c -> c).toArray();
        events[0] = Math.max(1, events[0]);
        double[] sizes = type.needsSizes() ? same(events.length, 50) : null;
        for (ChartPoint point : points(type, events, sizes)) {
            assertThat(point.lower().getAsDouble())
                    .isLessThanOrEqualTo(point.centre().getAsDouble());
            assertThat(point.upper().getAsDouble())
                    .isGreaterThanOrEqualTo(point.centre().getAsDouble());
            if (type != ChartType.CUSUM) {
                assertThat(point.lower().getAsDouble()).isNotNegative();
            }
            ResultContract.assertKept(point);
        }
    }

    @Property(tries = 60)
    void a_larger_multiple_never_gives_more_signals(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 0, max = 40) Integer> counts,
            @ForAll @DoubleRange(min = 0.5, max = 3) double k) {
        double[] events = counts.stream().mapToDouble(c -> c).toArray();
        events[0] = Math.max(1, events[0]);
        ChartData data = ChartData.of(events);
        long narrow = signals(ControlChart.of(ChartType.C, data, DEFAULT.with(new Sigma(k))));
        long wide = signals(ControlChart.of(ChartType.C, data, DEFAULT.with(new Sigma(2 * k))));
        assertThat(wide).isLessThanOrEqualTo(narrow);
    }

    private static long signals(ControlChart chart) {
        return chart.points().stream()
                .filter(point -> point.signals().contains(ChartRule.BEYOND_LIMITS))
                .count();
    }

    @Test
    void laney_does_not_depend_on_the_unit_of_a_steady_series() {
        double[] x = {30, 42, 25, 38, 51, 29, 33, 47, 36, 40, 28, 55};
        double[] n = {12.1, 14.0, 11.2, 13.5, 15.1, 12.0, 12.8, 14.4, 13.0, 13.7, 11.8, 15.6};
        double sigma = (double) points(ChartType.LANEY_U, x, n).get(0).details().getOrDefault("betweenSigma", 0d);
        assertThat(sigma).isCloseTo(1.1368870638, within(5e-11));
    }

    @Test
    void a_run_of_eight_is_a_signal_from_its_eighth_point_and_the_centre_breaks_it() {
        double[] x = {6, 6, 6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4};
        assertThat(rules(x, ChartRule.RUN_OF_8)).containsExactly(8, 9, 17, 18);
        double[] broken = {6, 6, 6, 6, 5, 6, 6, 6, 6, 4, 4, 4, 4, 5, 4, 4, 4, 4};
        assertThat(rules(broken, ChartRule.RUN_OF_8)).isEmpty();
    }

    @Test
    void zones_want_the_points_on_one_side() {
        double[] zones = {9, 9, 9, 9, 9, 9, 9, 16, 16, 9, 9, 3, 16, 9, 9, 9, 13, 13, 9, 13, 13, 9, 4, 4, 4, 4, 9};
        assertThat(rules(zones, ChartRule.TWO_OF_THREE)).containsExactly(9);
        assertThat(rules(zones, ChartRule.FOUR_OF_FIVE)).containsExactly(21, 26);
    }

    /** Points, from 1, that a rule makes a signal, limits from the first seven points. */
    private static List<Integer> rules(double[] x, ChartRule rule) {
        boolean zones = rule != ChartRule.RUN_OF_8;
        ChartSettings settings = DEFAULT.with(EnumSet.of(rule)).with(zones ? new Baseline(1, 7) : Baseline.ALL);
        List<ChartPoint> points =
                ControlChart.of(ChartType.C, ChartData.of(x), settings).points();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).signals()).isSubsetOf(rule);
            if (!points.get(i).signals().isEmpty()) {
                found.add(i + 1);
            }
        }
        return found;
    }

    @Test
    void a_baseline_without_events_has_no_limits() {
        List<ChartPoint> points = points(ChartType.C, new double[14], null);
        assertThat(points.get(0).upper()).isEmpty();
        assertThat(points.get(0).value()).hasValue(0);
        assertThat(points.get(0).warnings()).extracting(Note::code).containsExactly("chart-no-events");
        assertThat(points).allMatch(point -> point.signals().isEmpty());
        points.forEach(ResultContract::assertKept);
    }

    @Test
    void a_point_without_denominator_has_no_value_and_the_others_stay() {
        double[] x = COUNTS.clone();
        double[] n = same(14, 2);
        x[5] = 0;
        n[5] = 0;
        for (ChartType type : List.of(ChartType.U, ChartType.LANEY_U, ChartType.EWMA, ChartType.CUSUM)) {
            List<ChartPoint> points = points(type, x, n);
            assertThat(points).hasSize(14);
            assertThat(points.get(5).value()).isEmpty();
            assertThat(points.get(5).status()).isEqualTo(Status.NO_PERSON_TIME);
            assertThat(points.get(6).value()).isPresent();
            points.forEach(ResultContract::assertKept);
        }
    }

    @Test
    void notes_stand_at_the_first_point() {
        List<ChartPoint> few = points(ChartType.C, new double[] {3, 4, 5}, null);
        assertThat(few.get(0).warnings())
                .extracting(Note::code)
                .containsExactly("chart-trial-limits", "chart-small-counts");
        assertThat(few.get(1).warnings()).isEmpty();
        assertThat(points(ChartType.C, same(12, 30), null).get(0).warnings()).isEmpty();
        ChartSettings exact = DEFAULT.with(new Probability(0.00135));
        assertThat(ControlChart.of(ChartType.C, ChartData.of(COUNTS), exact)
                        .points()
                        .get(0)
                        .warnings())
                .isEmpty();
    }

    @Test
    void all_points_alike_are_no_signal_but_for_runs() {
        List<ChartPoint> points = points(ChartType.C, same(12, 9), null);
        assertThat(points).allMatch(point -> point.signals().isEmpty());
        assertThat(points(ChartType.P, same(12, 5), same(12, 5)).get(3).upper()).hasValue(1);
    }

    @Test
    void the_side_is_told() {
        double[] x = COUNTS.clone();
        x[13] = 40;
        ChartPoint last = points(ChartType.C, x, null).get(13);
        assertThat(last.details())
                .containsEntry("limitSide", "upper")
                .containsEntry("signals", List.of("beyond-limits"));
    }

    @ParameterizedTest
    @EnumSource(ChartType.class)
    void limits_of_the_baseline_stay_when_later_points_change(ChartType type) {
        double[] sizes = type.needsSizes() ? same(14, 50) : null;
        double[] other = COUNTS.clone();
        other[12] = 20;
        other[13] = 1;
        ChartSettings first = DEFAULT.with(new Baseline(1, 12));
        for (int i = 0; i < 14; i++) {
            assertThat(ControlChart.of(type, data(other, sizes), first)
                            .points()
                            .get(i)
                            .upper())
                    .isEqualTo(ControlChart.of(type, data(COUNTS, sizes), first)
                            .points()
                            .get(i)
                            .upper());
        }
    }

    @Nested
    class Rejects {
        private void rejects(ChartType type, ChartData data, ChartSettings settings, String message) {
            assertThatThrownBy(() -> ControlChart.of(type, data, settings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void data_that_do_not_fit_the_chart() {
            ChartData counts = ChartData.of(COUNTS);
            rejects(ChartType.U, counts, DEFAULT, "sizes must be given for a chart of type u");
            rejects(
                    ChartType.C,
                    ChartData.of(new double[] {1.5}),
                    DEFAULT,
                    "events[0] must be a whole number from 0 to 2147483647, was 1.5");
            rejects(
                    ChartType.P,
                    ChartData.of(new double[] {3}, new double[] {2}),
                    DEFAULT,
                    "events[0] must not exceed its number of trials, was 3 of 2");
            rejects(
                    ChartType.LANEY_U,
                    ChartData.of(new double[] {3, 0}, new double[] {2, 0}),
                    DEFAULT,
                    "baseline must have 2 points with a value or more, was 1");
            rejects(
                    ChartType.C,
                    counts,
                    DEFAULT.with(new Baseline(20, 30)),
                    "baseline must have 1 points with a value or more, was 0");
        }

        @Test
        void settings_that_do_not_fit_the_chart() {
            rejects(
                    ChartType.EWMA,
                    ChartData.of(COUNTS),
                    DEFAULT.with(new Probability(0.01)),
                    "limits by probability are of c, u, np, p and g charts, was ewma");
            rejects(
                    ChartType.CUSUM,
                    ChartData.of(COUNTS, same(14, 2)),
                    DEFAULT.with(new Weighted(0.2, 0.5, 5, OptionalDouble.of(3), OptionalDouble.empty())),
                    "centre and sigma must not be given for points with denominators");
            rejects(
                    ChartType.EWMA,
                    ChartData.of(new double[4]),
                    DEFAULT,
                    "sigma must be given where the baseline has no variation or no events");
        }

        @Test
        void impossible_numbers() {
            assertThatThrownBy(() -> ChartData.of(new double[0])).hasMessage("values must have a value");
            assertThatThrownBy(() -> ChartData.of(new double[] {Double.NaN}))
                    .hasMessage("values[0] must be finite and at most 1e70 in size, was NaN");
            assertThatThrownBy(() -> ChartData.of(new double[] {1}, new double[] {0}))
                    .hasMessage("sizes[0] must be greater than 0 where there are events, was 0 with events 1");
            assertThatThrownBy(() -> ChartData.of(new double[] {1}, new double[] {1, 2}))
                    .hasMessage("sizes must have one value for each of the 1 points, was 2");
            assertThatThrownBy(() -> new Sigma(0)).hasMessage("k must be finite and greater than 0, was 0");
            assertThatThrownBy(() -> new Probability(0.5)).hasMessage("tail must be between 0 and 0.5, was 0.5");
            assertThatThrownBy(() -> new Baseline(3, 2))
                    .hasMessage("baseline must go from 1 or more to a later point, was 3 to 2");
            OptionalDouble none = OptionalDouble.empty();
            assertThatThrownBy(() -> new Weighted(0, 1, 1, none, none))
                    .hasMessage("lambda must be above 0 and at most 1, was 0");
            assertThatThrownBy(() -> new Weighted(1, -1, 1, none, none))
                    .hasMessage("k must be finite and 0 or more, was -1");
            assertThatThrownBy(() -> new Weighted(1, 1, 0, none, none))
                    .hasMessage("h must be finite and greater than 0, was 0");
            assertThatThrownBy(() -> new Weighted(1, 1, 1, OptionalDouble.of(Double.NaN), none))
                    .hasMessage("centre must be finite, was NaN");
        }
    }
}
