package org.safecommunity.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Near;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.evaluation.DifferenceInDifferences.Observation;
import org.safecommunity.metrics.regression.CountFamily;

class DifferenceInDifferencesTest {
    private static List<Observation> cells(long treatedBefore, long treatedAfter, long otherBefore, long otherAfter) {
        return List.of(
                new Observation(true, false, "", treatedBefore, 100),
                new Observation(true, true, "", treatedAfter, 100),
                new Observation(false, false, "", otherBefore, 100),
                new Observation(false, true, "", otherAfter, 100));
    }

    private static MetricResult result(List<Observation> observations, CountFamily family) {
        return DifferenceInDifferences.of(observations, family).result(Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "difference-in-differences.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String events,
            String personTime,
            String treated,
            String after,
            String clusters,
            String family,
            double ratio,
            double lower,
            double upper,
            double p) {
        double[] x = Numbers.of(events);
        List<Observation> rows = new ArrayList<>();
        String[] cluster = clusters.split(" ");
        for (int i = 0; i < x.length; i++) {
            rows.add(new Observation(
                    Numbers.of(treated)[i] == 1,
                    Numbers.of(after)[i] == 1,
                    cluster.length == 1 ? "" : cluster[i],
                    (long) x[i],
                    Numbers.of(personTime)[i]));
        }
        MetricResult result =
                result(rows, CountFamily.valueOf(family.toUpperCase(Locale.ROOT).replace('-', '_')));
        Interval interval = result.interval().orElseThrow();
        assertThat(result.value().getAsDouble()).as(name).isCloseTo(ratio, within(1e-8 * ratio));
        assertThat(interval.lower()).isCloseTo(lower, within(1e-8 * lower));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-8 * upper));
        assertThat(result.test().orElseThrow().pValue()).isCloseTo(p, within(1e-7 * p));
    }

    @Property(tries = 100)
    void four_cells_have_the_closed_form(
            @ForAll @IntRange(min = 1, max = 5000) int a,
            @ForAll @IntRange(min = 1, max = 5000) int b,
            @ForAll @IntRange(min = 1, max = 5000) int c,
            @ForAll @IntRange(min = 1, max = 5000) int d) {
        MetricResult result = result(cells(a, b, c, d), CountFamily.POISSON);
        double ratio = ((double) b / a) / ((double) d / c);
        assertThat(result.value().getAsDouble()).isCloseTo(ratio, within(1e-9 * ratio));
        assertThat(Near.detail(result, "coefficientStandardError"))
                .isCloseTo(Math.sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d), within(1e-9));
    }

    @Property(tries = 50)
    void exchanging_the_groups_inverts_the_ratio(
            @ForAll @IntRange(min = 1, max = 500) int a,
            @ForAll @IntRange(min = 1, max = 500) int b,
            @ForAll @IntRange(min = 1, max = 500) int c,
            @ForAll @IntRange(min = 1, max = 500) int d) {
        double one = result(cells(a, b, c, d), CountFamily.POISSON).value().getAsDouble();
        double other = result(cells(c, d, a, b), CountFamily.POISSON).value().getAsDouble();
        assertThat(one * other).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_two_ratios_are_details() {
        MetricResult result = result(cells(100, 50, 100, 80), CountFamily.POISSON);
        assertThat(result.details()).containsEntry("treatedRatio", 0.5).containsEntry("comparisonRatio", 0.8);
        assertThat(result.explain(Locale.CHINESE)).isNotEmpty();
    }

    @Test
    void four_cells_leave_no_degrees_for_a_dispersion() {
        MetricResult result = result(cells(100, 50, 100, 80), CountFamily.QUASI_POISSON);
        assertThat(result.value().getAsDouble()).isCloseTo(0.625, within(1e-9));
        assertThat(result.status()).isEqualTo(Status.NO_DF);
        assertThat(result.interval()).isEmpty();
    }

    @Test
    void a_cell_without_events_has_no_estimate() {
        MetricResult result = result(cells(10, 0, 10, 8), CountFamily.POISSON);
        assertThat(result.value()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.SEPARATED);
    }

    @Test
    void a_cell_without_person_time_has_no_estimate() {
        List<Observation> rows = new ArrayList<>(cells(10, 8, 10, 8));
        rows.set(1, new Observation(true, true, "", 0, 0));
        MetricResult result = result(rows, CountFamily.POISSON);
        assertThat(result.status()).isEqualTo(Status.NO_PERSON_TIME);
        ResultContract.assertKept(result);
    }

    @Test
    void a_cell_without_a_row_is_named() {
        MetricResult result = result(cells(1, 2, 3, 4).subList(0, 3), CountFamily.POISSON);
        assertThat(result.value()).isEmpty();
        assertThat(result.warnings().get(0).message(Locale.ENGLISH)).contains("comparison × after");
    }

    @Test
    void few_clusters_are_remarked() {
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new Observation(i < 3, false, "a" + i, 20 + i, 10));
            rows.add(new Observation(i < 3, true, "a" + i, 15 + 2 * i, 10));
        }
        MetricResult result = result(rows, CountFamily.POISSON);
        assertThat(result.warnings()).extracting(Note::code).containsExactly("few-clusters");
        assertThat(result.test().orElseThrow().df()).containsExactly(5.0);
    }

    @Nested
    class Rejects {
        @Test
        void no_observation() {
            assertThatThrownBy(() -> result(List.of(), CountFamily.POISSON)).hasMessage("events must have a value");
        }

        @Test
        void impossible_numbers() {
            assertThatThrownBy(() -> new Observation(true, true, "", -1, 1))
                    .hasMessage("events must be 0 or more, was -1");
            assertThatThrownBy(() -> new Observation(true, true, "", 1, Double.NaN))
                    .hasMessage("personTime must be finite and 0 or more, was NaN");
        }

        @Test
        void events_without_person_time() {
            List<Observation> rows = new ArrayList<>(cells(1, 2, 3, 4));
            rows.set(0, new Observation(true, false, "", 1, 0));
            assertThatThrownBy(() -> result(rows, CountFamily.POISSON))
                    .hasMessageStartingWith("personTime[0] must be greater than 0 where there are events");
        }
    }
}
