package org.safecommunity.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.evaluation.BeforeAfter.Site;

class BeforeAfterTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<Site> sites(boolean treated, ArgumentsAccessor row, int from) {
        double[][] columns = new double[4][];
        for (int k = 0; k < 4; k++) {
            columns[k] = numbers(row.getString(from + k));
        }
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < columns[0].length; i++) {
            sites.add(new Site(treated, (long) columns[0][i], columns[1][i], (long) columns[2][i], columns[3][i]));
        }
        return sites;
    }

    private static List<MetricResult> results(Site... sites) {
        return BeforeAfter.of(List.of(sites)).results(Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "before-after.reference.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 5000)
    void matches_reference_values(ArgumentsAccessor row) {
        List<Site> sites = sites(true, row, 0);
        sites.addAll(sites(false, row, 4));
        List<MetricResult> results = BeforeAfter.of(sites).results(Confidence.DEFAULT);
        for (int form = 0; form < 3; form++) {
            double value = row.getDouble(8 + 2 * form);
            double relative = form == 2 ? 1e-7 : 1e-9;
            assertThat(results.get(form).value()).hasValueCloseTo(value, within(relative * value));
            double error = row.getDouble(9 + 2 * form) * value;
            assertThat(results.get(form).standardError()).hasValueCloseTo(error, within(relative * error));
        }
        assertThat(results.get(3).value()).hasValueCloseTo(row.getDouble(14), within(1e-5));
        assertThat(results.get(3).standardError()).hasValueCloseTo(row.getDouble(15), within(1e-5));
        for (MetricResult result : results) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(result.explain(locale)).hasSizeGreaterThanOrEqualTo(4);
            }
        }
        // the worst sites were chosen: empirical Bayes expects fewer events, so that less of the fall is the measure's
        assertThat(results.get(2).value().orElseThrow())
                .isGreaterThan(results.get(1).value().orElseThrow());
        assertThat(results.get(0).warnings()).extracting(Note::code).containsExactly("before-after-regression");
    }

    @Property(tries = 100)
    void keeps_the_contract(
            @ForAll @IntRange(max = 30) int before,
            @ForAll @IntRange(max = 30) int after,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(max = 5) int second) {
        for (MetricResult result : results(
                new Site(true, before, 1, after, 2),
                new Site(false, first, 1, second, 1),
                new Site(false, 2L * first, 1, first, 3))) {
            ResultContract.assertKept(result);
        }
    }

    @Test
    void without_comparison_only_the_naive_ratio_is_left() {
        List<MetricResult> results = results(new Site(true, 20, 1, 10, 1));
        assertThat(results)
                .extracting(MetricResult::status)
                .containsExactly(Status.OK, Status.ZERO_REFERENCE, Status.ZERO_REFERENCE, Status.OK);
        assertThat(results.get(0).value()).hasValueCloseTo(10 / 20d / (1 + 1 / 20d), within(1e-15));
        assertThat(results.get(1).warnings().get(0).message(Locale.ENGLISH)).contains("no trend to compare with");
        assertThat(results.get(3).value()).hasValue(10);
        List<MetricResult> one = results(new Site(true, 20, 1, 10, 1), new Site(false, 200, 10, 190, 10));
        assertThat(one.get(1).status()).isEqualTo(Status.OK);
        assertThat(one.get(2).status()).isEqualTo(Status.SINGLE_UNIT);
    }

    @Test
    void no_event_is_a_status() {
        assertThat(results(new Site(true, 9, 1, 0, 1)).get(0).status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(results(new Site(true, 0, 1, 3, 1)).get(0).status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(results(new Site(true, 0, 1, 0, 1)).get(3).status()).isEqualTo(Status.BOTH_ZERO);
    }

    @Nested
    class Rejects {
        @Test
        void sites_out_of_range() {
            assertThatThrownBy(() -> results(new Site(false, 1, 1, 1, 1)))
                    .hasMessage("sites must have one with the measure");
            assertThatThrownBy(() -> new Site(true, -1, 1, 1, 1)).hasMessageContaining("before must be");
            assertThatThrownBy(() -> new Site(true, 1, 0, 1, 1)).hasMessageContaining("timeBefore must be");
            assertThatThrownBy(() -> new Site(true, 1, 1, -1, 1)).hasMessageContaining("after must be");
            assertThatThrownBy(() -> new Site(true, 1, 1, 1, Double.NaN)).hasMessageContaining("timeAfter must be");
        }
    }
}
