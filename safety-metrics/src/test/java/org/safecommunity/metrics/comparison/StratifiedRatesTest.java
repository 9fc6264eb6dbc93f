package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.Stratum;

class StratifiedRatesTest {
    private static final double TOLERANCE = 1e-11;
    private static final RateScale ONE = new RateScale(1, "years");
    private static final Map<String, StratifiedRates> SETS = Map.of(
            "doctors",
            set(
                    new long[] {32, 104, 206, 186, 102},
                    new double[] {52407, 43248, 28612, 12663, 5317},
                    new long[] {2, 12, 28, 28, 31},
                    new double[] {18790, 10673, 5710, 2585, 1462}),
            "openepi",
            set(new long[] {17, 8}, new double[] {100025, 78531}, new long[] {3, 1}, new double[] {122268, 77932}),
            "zeros",
            set(new long[] {3, 0, 0, 5}, new double[] {100, 50, 80, 200}, new long[] {0, 2, 0, 4}, new double[] {
                300, 70, 90, 150
            }));

    private static StratifiedRates data(String name) {
        return java.util.Objects.requireNonNull(SETS.get(name), name);
    }

    private static StratifiedRates set(long[] a, double[] t1, long[] b, double[] t0) {
        List<Stratum> group = new ArrayList<>();
        List<Stratum> reference = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            group.add(new Stratum("s" + i, a[i], t1[i]));
            reference.add(new Stratum("s" + i, b[i], t0[i]));
        }
        return StratifiedRates.of(group, reference);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "stratified-rates.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String set,
            String statistic,
            double value,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double chiSquared,
            @Nullable Double df,
            double pValue) {
        StratifiedRates data = data(set);
        ComparisonResult result =
                switch (statistic) {
                    case "mantel-haenszel-rate-ratio" -> MantelHaenszelRateRatio.of(data, Confidence.DEFAULT);
                    case "mantel-haenszel-rate-difference" ->
                        MantelHaenszelRateDifference.of(data, ONE, Confidence.DEFAULT);
                    default -> RateHomogeneity.of(data);
                };
        assertThat(result.statistic()).isEqualTo(statistic);
        References.assertValue(result.value(), value, TOLERANCE);
        References.assertLimits(result, lower, upper, TOLERANCE);
        References.assertP(result, pValue, TOLERANCE);
        if (standardError != null) {
            Object error = statistic.endsWith("ratio")
                    ? result.details().get("logStandardError")
                    : result.standardError().orElseThrow();
            assertThat(error)
                    .isInstanceOfSatisfying(Double.class, e -> References.assertClose(e, standardError, TOLERANCE));
        }
        if (chiSquared != null && df != null) {
            References.assertClose(result.test().orElseThrow().statistic(), chiSquared, TOLERANCE);
            assertThat(result.test().orElseThrow().df()).containsExactly(df);
        }
        References.assertExplained(result);
    }

    @Property(tries = 100)
    void one_stratum_gives_the_crude_ratio(
            @ForAll @LongRange(min = 1, max = 500) long x1,
            @ForAll @LongRange(min = 1, max = 500) long x0,
            @ForAll @DoubleRange(min = 1, max = 1e5) double t1,
            @ForAll @DoubleRange(min = 1, max = 1e5) double t0) {
        StratifiedRates data = set(new long[] {x1}, new double[] {t1}, new long[] {x0}, new double[] {t0});
        RateRatio crude = RateRatio.of(new TwoRates(x1, t1, x0, t0), RateRatioMethod.SCORE, Confidence.DEFAULT);
        MantelHaenszelRateRatio pooled = MantelHaenszelRateRatio.of(data, Confidence.DEFAULT);
        References.assertClose(pooled.value().orElseThrow(), crude.value().orElseThrow(), 1e-12);
        // the Mantel-Haenszel test of one stratum is the square of the score test
        References.assertClose(
                pooled.test().orElseThrow().pValue(), crude.test().orElseThrow().pValue(), 1e-7);
    }

    @Property(tries = 100)
    void the_common_ratio_lies_between_the_ratios_of_the_strata(
            @ForAll @Size(8) List<@LongRange(min = 1, max = 200) Long> events) {
        long[] all = events.stream().mapToLong(Long::longValue).toArray();
        long[] a = Arrays.copyOfRange(all, 0, 4);
        long[] b = Arrays.copyOfRange(all, 4, 8);
        double[] t1 = {100, 300, 50, 1000};
        double[] t0 = {200, 250, 80, 500};
        StratifiedRates data = set(a, t1, b, t0);
        double[] ratios = data.strata().values().stream()
                .mapToDouble(r -> r.rate() / r.referenceRate())
                .sorted()
                .toArray();
        double common =
                MantelHaenszelRateRatio.of(data, Confidence.DEFAULT).value().orElseThrow();
        assertThat(common).isBetween(ratios[0] * (1 - 1e-12), ratios[3] * (1 + 1e-12));
    }

    @Test
    void strata_that_differ_are_warned_of() {
        MantelHaenszelRateRatio doctors = MantelHaenszelRateRatio.of(data("doctors"), Confidence.DEFAULT);
        MantelHaenszelRateRatio openepi = MantelHaenszelRateRatio.of(data("openepi"), Confidence.DEFAULT);
        assertThat(doctors.warnings()).extracting(Note::code).containsExactly("pooling-misleads");
        assertThat(openepi.warnings()).isEmpty();
    }

    @Test
    void strata_that_contribute_nothing_are_named() {
        MantelHaenszelRateRatio ratio = MantelHaenszelRateRatio.of(data("zeros"), Confidence.DEFAULT);
        assertThat(ratio.details())
                .containsEntry("strataLeftOut", List.of("s2"))
                .containsEntry("strataUsed", 3L);
        RateHomogeneity homogeneity = RateHomogeneity.of(data("zeros"));
        assertThat(homogeneity.status()).isEqualTo(Status.NO_DF);
        assertThat(homogeneity.details()).containsEntry("strataLeftOut", List.of("s0", "s1", "s2"));
        References.assertExplained(homogeneity);
    }

    @Test
    void strata_of_one_group_only_are_left_out_by_value() {
        StratifiedRates data = StratifiedRates.of(
                List.of(new Stratum("young", 3, 100), new Stratum("old", 5, 60)),
                List.of(new Stratum("old", 4, 50), new Stratum("middle", 2, 40)));
        assertThat(data.strata()).containsOnlyKeys("old");
        assertThat(data.leftOut()).containsExactly("young", "middle");
        assertThat(MantelHaenszelRateRatio.of(data, Confidence.DEFAULT).details())
                .containsEntry("strataUsed", 1L);
    }

    @Test
    void nothing_in_common_gives_a_status() {
        StratifiedRates data = StratifiedRates.of(List.of(new Stratum("a", 3, 100)), List.of(new Stratum("b", 4, 50)));
        for (ComparisonResult result : List.of(
                MantelHaenszelRateRatio.of(data, Confidence.DEFAULT),
                MantelHaenszelRateDifference.of(data, ONE, Confidence.DEFAULT))) {
            assertThat(result.value()).isEmpty();
            assertThat(result.status()).isEqualTo(Status.NO_PERSON_TIME);
            References.assertExplained(result);
        }
    }

    @Test
    void zero_counts_in_all_strata_give_a_status() {
        StratifiedRates noReference =
                set(new long[] {3, 2}, new double[] {10, 20}, new long[] {0, 0}, new double[] {10, 20});
        StratifiedRates noGroup =
                set(new long[] {0, 0}, new double[] {10, 20}, new long[] {3, 2}, new double[] {10, 20});
        StratifiedRates none = set(new long[] {0, 0}, new double[] {10, 20}, new long[] {0, 0}, new double[] {10, 20});
        assertThat(Stream.of(noReference, noGroup, none)
                        .map(data -> MantelHaenszelRateRatio.of(data, Confidence.DEFAULT)
                                .status()))
                .containsExactly(Status.ZERO_REFERENCE, Status.ZERO_EVENTS, Status.BOTH_ZERO);
        assertThat(MantelHaenszelRateRatio.of(noGroup, Confidence.DEFAULT).value())
                .hasValue(0);
        assertThat(MantelHaenszelRateDifference.of(none, ONE, Confidence.DEFAULT)
                        .status())
                .isEqualTo(Status.BOTH_ZERO);
    }

    @Nested
    class Rejects {
        @Test
        void a_group_without_strata() {
            assertThatThrownBy(() -> StratifiedRates.of(List.of(), List.of(new Stratum("a", 1, 1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("strata of the group must not be empty");
        }

        @Test
        void events_without_person_time() {
            assertThatThrownBy(
                            () -> StratifiedRates.of(List.of(new Stratum("a", 1, 1)), List.of(new Stratum("a", 2, 0))))
                    .hasMessage("stratum a of the reference must have person-time, was 0 with 2 events");
        }
    }

    @Nested
    class Adjustment {
        @ParameterizedTest
        @CsvFileSource(resources = "p-value-adjustment.reference.csv", useHeadersInDisplayName = true)
        void matches_reference_values(PValueAdjustment method, String set, String p, String adjusted) {
            List<Double> actual = method.adjust(numbers(p));
            List<Double> expected = numbers(adjusted);
            assertThat(actual).as(set).hasSameSizeAs(expected);
            for (int i = 0; i < actual.size(); i++) {
                References.assertClose(actual.get(i), expected.get(i), 1e-14);
            }
        }

        private static List<Double> numbers(String text) {
            return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
        }

        @Test
        void refuses_what_is_no_probability() {
            assertThatThrownBy(() -> PValueAdjustment.HOLM.adjust(List.of(0.5, 1.5)))
                    .hasMessage("p-value must be from 0 to 1, was 1.5");
        }

        @Test
        void of_nothing_is_nothing() {
            assertThat(PValueAdjustment.BENJAMINI_HOCHBERG.adjust(List.of())).isEmpty();
        }
    }
}
