package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;

class StratifiedProportionsTest {
    private static final double TOLERANCE = 1e-10;
    /** Admissions at Berkeley by department: men admitted, rejected, women admitted, rejected (R UCBAdmissions). */
    private static final long[][] ADMISSIONS = {
        {512, 313, 89, 19},
        {353, 207, 17, 8},
        {120, 205, 202, 391},
        {138, 279, 131, 244},
        {53, 138, 94, 299},
        {22, 351, 24, 317}
    };

    private static final Map<String, StratifiedProportions> SETS = Map.of(
            "admission", set(i -> new TwoProportions(i[0], i[0] + i[1], i[2], i[2] + i[3]), ADMISSIONS),
            // as stored: admitted or rejected as exposure, male as outcome
            "stored", set(i -> new TwoProportions(i[0], i[0] + i[2], i[1], i[1] + i[3]), ADMISSIONS),
            "sparse",
                    set(
                            i -> new TwoProportions(i[0], i[1], i[2], i[3]),
                            new long[][] {{1, 5, 0, 6}, {0, 4, 2, 5}, {3, 9, 1, 8}, {2, 6, 4, 7}, {0, 3, 0, 3}}));

    private static StratifiedProportions set(java.util.function.Function<long[], TwoProportions> table, long[][] rows) {
        Map<String, TwoProportions> strata = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            strata.put("s" + i, table.apply(rows[i]));
        }
        return new StratifiedProportions(strata);
    }

    private static StratifiedProportions data(String name) {
        return Objects.requireNonNull(SETS.get(name), name);
    }

    private static ComparisonResult result(String statistic, StratifiedProportions data) {
        return switch (statistic) {
            case "mantel-haenszel-odds-ratio" -> MantelHaenszelOddsRatio.of(data, Confidence.DEFAULT);
            case "mantel-haenszel-risk-ratio" -> MantelHaenszelRiskRatio.of(data, Confidence.DEFAULT);
            default -> OddsHomogeneity.of(data);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "stratified-proportions.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String set,
            String statistic,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double chiSquared,
            @Nullable Double df,
            @Nullable Double pValue,
            @Nullable Double second,
            @Nullable Double secondP) {
        ComparisonResult result = result(statistic, data(set));
        assertThat(result.statistic()).isEqualTo(statistic);
        References.assertValue(result.value(), value, TOLERANCE);
        References.assertLimits(result, lower, upper, TOLERANCE);
        References.assertP(result, pValue, TOLERANCE);
        if (chiSquared != null && df != null && second != null && secondP != null) {
            References.assertClose(result.test().orElseThrow().statistic(), chiSquared, TOLERANCE);
            assertThat(result.test().orElseThrow().df()).containsExactly(df);
            boolean homogeneity = statistic.equals("homogeneity");
            assertDetail(result, homogeneity ? "breslowDay" : "correctedStatistic", second);
            assertDetail(result, homogeneity ? "breslowDayP" : "correctedP", secondP);
        }
        References.assertExplained(result);
    }

    private static void assertDetail(ComparisonResult result, String name, double expected) {
        assertThat(result.details().get(name))
                .isInstanceOfSatisfying(Double.class, x -> References.assertClose(x, expected, TOLERANCE));
    }

    @Property(tries = 100)
    void one_stratum_gives_the_crude_ratios(
            @ForAll @LongRange(min = 1, max = 49) long x1, @ForAll @LongRange(min = 1, max = 59) long x0) {
        TwoProportions table = new TwoProportions(x1, 50, x0, 60);
        StratifiedProportions one = new StratifiedProportions(Map.of("all", table));
        References.assertClose(
                MantelHaenszelRiskRatio.of(one, Confidence.DEFAULT).value().orElseThrow(),
                RiskRatio.of(table, RiskRatioMethod.KATZ, Confidence.DEFAULT)
                        .value()
                        .orElseThrow(),
                1e-12);
        MantelHaenszelOddsRatio odds = MantelHaenszelOddsRatio.of(one, Confidence.DEFAULT);
        OddsRatio woolf = OddsRatio.of(table, OddsRatioMethod.WOOLF, Confidence.DEFAULT);
        References.assertClose(odds.value().orElseThrow(), woolf.value().orElseThrow(), 1e-12);
        // with one stratum the Robins-Breslow-Greenland variance is Woolf's
        References.assertClose(
                odds.interval().orElseThrow().upper(),
                woolf.interval().orElseThrow().upper(),
                1e-11);
    }

    @Property(tries = 100)
    void expected_counts_have_the_common_odds_ratio(
            @ForAll @LongRange(min = 1, max = 49) long x1,
            @ForAll @LongRange(min = 1, max = 59) long x0,
            @ForAll @LongRange(min = -30, max = 30) long tenth) {
        TwoProportions table = new TwoProportions(x1, 50, x0, 60);
        double psi = Math.exp(tenth / 10d);
        double a = OddsHomogeneity.expected(table, psi);
        double m = table.totalEvents();
        assertThat(a).isBetween(Math.max(0, m - 60), Math.min(50, m));
        References.assertClose(a * (60 - m + a), psi * (50 - a) * (m - a), 1e-9);
    }

    @Test
    void strata_that_say_nothing_are_named() {
        MantelHaenszelOddsRatio ratio = MantelHaenszelOddsRatio.of(data("sparse"), Confidence.DEFAULT);
        assertThat(ratio.details()).containsEntry("strataUsed", 4L).containsEntry("strataLeftOut", List.of("s4"));
        assertThat(ratio.warnings()).extracting(Note::code).contains("strata-left-out");
        assertThat(MantelHaenszelOddsRatio.of(data("admission"), Confidence.DEFAULT)
                        .warnings())
                .extracting(Note::code)
                .containsExactly("pooling-misleads");
    }

    @Test
    void edges_have_a_status() {
        Confidence c = Confidence.DEFAULT;
        StratifiedProportions none = new StratifiedProportions(Map.of("a", new TwoProportions(0, 5, 0, 5)));
        StratifiedProportions separated = new StratifiedProportions(Map.of("a", new TwoProportions(3, 5, 0, 5)));
        StratifiedProportions zero = new StratifiedProportions(Map.of("a", new TwoProportions(0, 5, 2, 5)));
        assertThat(MantelHaenszelOddsRatio.of(none, c).status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(MantelHaenszelRiskRatio.of(none, c).status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(MantelHaenszelOddsRatio.of(separated, c).status()).isEqualTo(Status.SEPARATED);
        assertThat(MantelHaenszelRiskRatio.of(separated, c).status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(MantelHaenszelRiskRatio.of(zero, c).status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(MantelHaenszelOddsRatio.of(zero, c).value()).hasValue(0);
        assertThat(OddsHomogeneity.of(zero).status()).isEqualTo(Status.NO_DF);
        for (StratifiedProportions data : List.of(none, separated, zero)) {
            References.assertExplained(MantelHaenszelOddsRatio.of(data, c));
            References.assertExplained(MantelHaenszelRiskRatio.of(data, c));
            References.assertExplained(OddsHomogeneity.of(data));
        }
    }

    @Test
    void rejects_no_strata() {
        assertThatThrownBy(() -> new StratifiedProportions(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strata must not be empty");
    }
}
