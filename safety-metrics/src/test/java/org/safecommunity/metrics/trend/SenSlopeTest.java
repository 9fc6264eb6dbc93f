package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

class SenSlopeTest {
    @ParameterizedTest
    @CsvFileSource(resources = "mann-kendall.reference.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
    void matches_reference_values(ArgumentsAccessor row) {
        double[] times = Numbers.of(row.getString(1));
        double[] values = Numbers.of(row.getString(2));
        SenSlope slope = SenSlope.of(times, values, Confidence.DEFAULT);
        near(slope.value().getAsDouble(), row.getString(9));
        near(slope.interval().orElseThrow().lower(), row.getString(10));
        near(slope.interval().orElseThrow().upper(), row.getString(11));
        Interval narrow =
                SenSlope.of(times, values, Confidence.of(0.8)).interval().orElseThrow();
        near(narrow.lower(), row.getString(12));
        near(narrow.upper(), row.getString(13));
    }

    private static void near(double actual, String expected) {
        if (expected.endsWith("Inf")) {
            assertThat(actual)
                    .isEqualTo(expected.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else {
            double value = Double.parseDouble(expected);
            assertThat(actual).isCloseTo(value, within(1e-9 * Math.abs(value)));
        }
    }

    @Test
    void four_points_leave_the_interval_unbounded_and_say_so() {
        SenSlope slope = SenSlope.of(new double[] {1, 2, 3, 4}, new double[] {2, 5, 3, 8}, Confidence.DEFAULT);
        assertThat(slope.warnings()).containsExactly(Note.of("unbounded-slope", 4, "0.95"));
        assertThat(slope.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).contains("lies outside the slopes"));
    }

    @Test
    void one_side_has_one_limit() {
        double[] times = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] values = {1, 4, 2, 6, 5, 9, 7, 12};
        Interval both =
                SenSlope.of(times, values, Confidence.of(0.9)).interval().orElseThrow();
        Interval lower = SenSlope.of(times, values, new Confidence(0.95, Side.LOWER))
                .interval()
                .orElseThrow();
        Interval upper = SenSlope.of(times, values, new Confidence(0.95, Side.UPPER))
                .interval()
                .orElseThrow();
        assertThat(lower.lower()).isEqualTo(both.lower());
        assertThat(lower.upper()).isInfinite();
        assertThat(upper.upper()).isEqualTo(both.upper());
        assertThat(upper.lower()).isInfinite();
    }

    @Test
    void few_points_have_a_slope_but_no_interval() {
        SenSlope two = SenSlope.of(new double[] {2020, 2022}, new double[] {5, 9}, Confidence.DEFAULT);
        assertThat(two.value()).hasValue(2);
        assertThat(two.interval()).isEmpty();
        assertThat(two.status()).isEqualTo(Status.NO_DF);
        SenSlope one = SenSlope.of(new double[] {2020}, new double[] {5}, Confidence.DEFAULT);
        assertThat(one.value()).isEmpty();
        assertThat(one.interval()).isEmpty();
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.warnings()).containsExactly(Note.of("too-few-points", 1, 4));
        assertThat(one.explain(Locale.CHINESE)).isNotEmpty();
        SenSlope none = SenSlope.of(new double[0], new double[0], Confidence.DEFAULT);
        assertThat(none.value()).isEmpty();
        assertThat(none.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(none.explain(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void slopes_beyond_all_doubles_are_absent() {
        SenSlope slope = SenSlope.of(
                new double[] {0, 1e-300, 2e-300, 3e-300, 4e-300},
                new double[] {0, 1e300, 2e300, 3e300, 4e300},
                Confidence.DEFAULT);
        assertThat(slope.value()).isEmpty();
        assertThat(slope.interval()).isEmpty();
        assertThat(slope.status()).isEqualTo(Status.UNRELIABLE);
    }

    @Test
    void explains_the_ranks_in_both_languages() {
        double[] times = {1, 2, 3, 4, 5, 6};
        SenSlope slope = SenSlope.of(times, new double[] {3, 5, 4, 8, 9, 12}, Confidence.DEFAULT);
        List<Step> steps = slope.explain(Locale.ENGLISH);
        assertThat(steps).anySatisfy(step -> assertThat(step.formula()).isEqualTo("slope of rank round((N − C) / 2)"));
        assertThat(slope.explain(Locale.CHINESE)).hasSameSizeAs(steps).anySatisfy(step -> assertThat(step.label())
                .isEqualTo("Sen 斜率"));
    }

    @Property(tries = 100)
    void adding_a_line_adds_its_slope(@ForAll @Size(7) List<@IntRange(min = -50, max = 50) Integer> numbers) {
        double[] times = {0, 1, 2, 4, 5, 8, 9};
        double[] values = new double[7];
        double[] tilted = new double[7];
        for (int i = 0; i < 7; i++) {
            values[i] = numbers.get(i);
            tilted[i] = numbers.get(i) + 3 * times[i] + 100;
        }
        double slope = SenSlope.of(times, values, Confidence.DEFAULT).value().getAsDouble();
        assertThat(SenSlope.of(times, tilted, Confidence.DEFAULT).value().getAsDouble())
                .isCloseTo(slope + 3, within(1e-12));
    }

    @Property(tries = 100)
    void the_interval_holds_the_slope(@ForAll @Size(9) List<@IntRange(min = 0, max = 20) Integer> numbers) {
        double[] times = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        double[] values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
        SenSlope slope = SenSlope.of(times, values, Confidence.DEFAULT);
        assertThat(slope.interval().orElseThrow().contains(slope.value().getAsDouble()))
                .isTrue();
    }

    @Nested
    class Rejects {
        @Test
        void times_that_do_not_rise() {
            assertThatThrownBy(() -> SenSlope.of(new double[] {1, 2, 2}, new double[3], Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("times[2] must be greater than the time before it, was 2 after 2");
        }

        @Test
        void other_numbers_of_values() {
            assertThatThrownBy(() -> SenSlope.of(new double[] {1, 2}, new double[3], Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values must have one value for each of the 2 times, was 3");
        }

        @Test
        void values_that_are_not_finite() {
            assertThatThrownBy(() -> SenSlope.of(
                            new double[] {1, 2}, new double[] {1, Double.NEGATIVE_INFINITY}, Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values[1] must be finite, was -Infinity");
        }

        @Test
        void more_points_than_pairs_fit_in_memory() {
            assertThatThrownBy(() -> SenSlope.of(new double[5001], new double[5001], Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("times must have at most 5000 values, was 5001");
        }
    }
}
