package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.survey.SurveySample.Drawn;

class SurveyEstimatesTest {
    private static final double TOLERANCE = 1e-9;

    static List<Map<String, String>> cases() {
        return SurveySample.read("survey-estimates.reference.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void matches_reference_values(Map<String, String> row) {
        SurveyEstimate estimate = estimate(row);
        ResultContract.assertKept(estimate);
        assertClose(estimate.value().orElseThrow(), SurveySample.number(row, "value"), TOLERANCE);
        assertClose(estimate.standardError().orElseThrow(), SurveySample.number(row, "standardError"), TOLERANCE);
        Interval interval = estimate.interval().orElseThrow();
        assertClose(interval.lower(), SurveySample.number(row, "lower"), TOLERANCE);
        assertClose(interval.upper(), SurveySample.number(row, "upper"), TOLERANCE);
        if (!text(row, "deff").isEmpty()) {
            assertClose(detail(estimate, "designEffect"), SurveySample.number(row, "deff"), TOLERANCE);
        }
    }

    private static SurveyEstimate estimate(Map<String, String> row) {
        List<String> without = List.of(text(row, "without").split(" "));
        List<Map<String, String>> rows = SurveySample.read(text(row, "data") + ".csv").stream()
                .filter(one -> !without.contains(one.getOrDefault("psu", "-")))
                .toList();
        Drawn drawn = new Drawn(
                text(row, "strata"),
                text(row, "clusters"),
                text(row, "fpc"),
                text(row, "nest").equals("nest"),
                LonelyPsu.valueOf(text(row, "lonely").toUpperCase(Locale.ROOT)));
        SurveySample sample = new SurveySample(rows, text(row, "data").startsWith("api") ? "pw" : "w", drawn);
        SurveyEstimates estimates =
                SurveyEstimates.with(variance(sample, text(row, "variance"), text(row, "centre")), Confidence.DEFAULT);
        String y = text(row, "y");
        Predicate<Map<String, String>> domain = domain(text(row, "domain"));
        if (text(row, "statistic").equals("proportion")) {
            List<String> levels = sample.levelsOf(y);
            return estimates.proportion(
                    sample.levels(y, levels, domain),
                    all(levels),
                    levels.indexOf(text(row, "x")),
                    SurveyProportionInterval.WALD);
        }
        SurveySums sums = sample.sums(y, text(row, "x"), domain);
        return switch (text(row, "statistic")) {
            case "mean" -> estimates.mean(sums, 0);
            case "total" -> estimates.total(sums, 0);
            default -> estimates.ratio(sums, 0);
        };
    }

    private static SurveyVariance variance(SurveySample sample, String variance, String centre) {
        return variance.equals("taylor")
                ? SurveyVariance.taylor(sample.design())
                : SurveyVariance.replicates(
                        sample.design(),
                        ReplicateMethod.valueOf(variance.toUpperCase(Locale.ROOT)),
                        0,
                        0,
                        ReplicateCentre.valueOf(centre.toUpperCase(Locale.ROOT)));
    }

    /** Alternatives separated by a bar, each column=value; empty is everybody. */
    private static Predicate<Map<String, String>> domain(String text) {
        return row -> text.isEmpty()
                || Arrays.stream(text.split("\\|"))
                        .map(part -> part.split("="))
                        .anyMatch(part -> part[1].equals(row.get(part[0])));
    }

    private static int[] all(List<String> levels) {
        int[] numbers = new int[levels.size()];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /** R: svyby(covmat = TRUE), svycontrast; t on the degrees of freedom of the design, as the sheet of formulas asks. */
    @Test
    void difference_of_domains_uses_their_joint_variance() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            sums.add(
                    text(row, "dom").equals("B") ? 1 : 0,
                    sample.leaf(i),
                    sample.weight(i),
                    SurveySample.number(row, "y"));
        }
        SurveyEstimate difference = sample.taylor().difference(sums, 1, 0);
        ResultContract.assertKept(difference);
        assertClose(difference.value().orElseThrow(), 6.537075258, 1e-9);
        assertClose(difference.standardError().orElseThrow(), 2.6692728836792377, 1e-9);
        assertClose(detail(difference, "covariance"), 11.98996109032, 1e-9);
        assertClose(difference.interval().orElseThrow().lower(), -0.3245091312, 1e-8);
        assertClose(difference.interval().orElseThrow().upper(), 13.3986596471, 1e-8);
        assertClose(difference.test().orElseThrow().statistic(), 2.4490097277, 1e-9);
        assertClose(difference.test().orElseThrow().pValue(), 0.0580070101, 1e-8);
        assertThat(difference.test().orElseThrow().df()).containsExactly(5.0);
    }

    @Test
    void difference_of_proportions_is_that_of_the_means_of_indicators() {
        SurveySample sample = SurveySample.mini();
        SurveySums levels = new SurveySums();
        SurveySums indicator = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            int domain = text(row, "dom").equals("B") ? 1 : 0;
            int yes = Integer.parseInt(text(row, "yes"));
            levels.add(2 * domain + yes, sample.leaf(i), sample.weight(i), 0);
            indicator.add(domain, sample.leaf(i), sample.weight(i), yes);
        }
        SurveyEstimate ofLevels =
                sample.taylor().differenceOfProportions(levels, new int[] {2, 3}, 3, new int[] {0, 1}, 1);
        SurveyEstimate ofMeans = sample.taylor().difference(indicator, 1, 0);
        ResultContract.assertKept(ofLevels);
        assertClose(ofLevels.value().orElseThrow(), ofMeans.value().orElseThrow(), 1e-12);
        assertClose(
                ofLevels.standardError().orElseThrow(), ofMeans.standardError().orElseThrow(), 1e-12);
    }

    @Test
    void one_sided_limits_leave_the_other_end_open() {
        SurveySample sample = SurveySample.mini();
        SurveyEstimates lower =
                SurveyEstimates.with(SurveyVariance.taylor(sample.design()), new Confidence(0.975, Side.LOWER));
        Interval interval = lower.mean(sample.sums("y"), 0).interval().orElseThrow();
        assertClose(interval.lower(), 51.188906736399, 1e-12);
        assertThat(interval.upper()).isInfinite();
    }

    /** The bootstrap is random: near the linear standard error, and the same again for the same seed. */
    @Test
    void bootstrap_is_near_taylor_and_repeats_with_its_seed() {
        SurveySample sample = SurveySample.mini();
        SurveyEstimate once = bootstrap(sample, 4000, 7).total(sample.sums("y"), 0);
        SurveyEstimate again = bootstrap(sample, 4000, 7).total(sample.sums("y"), 0);
        ResultContract.assertKept(once);
        assertThat(once.standardError()).isEqualTo(again.standardError());
        assertThat(bootstrap(sample, 4000, 8).total(sample.sums("y"), 0).standardError())
                .isNotEqualTo(once.standardError());
        assertThat(once.standardError().orElseThrow()).isCloseTo(2705.7, within(2705.7 * 0.05));
    }

    private static SurveyEstimates bootstrap(SurveySample sample, int replicates, long seed) {
        return SurveyEstimates.with(
                SurveyVariance.replicates(
                        sample.design(), ReplicateMethod.BOOTSTRAP, replicates, seed, ReplicateCentre.MEAN),
                Confidence.DEFAULT);
    }

    @Property(tries = 50)
    void weights_times_a_constant_leave_mean_and_error(@ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        SurveySample sample = SurveySample.mini();
        SurveySums scaled = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            double y = SurveySample.number(sample.rows().get(i), "y");
            scaled.add(0, sample.leaf(i), sample.weight(i) * factor, y);
        }
        SurveyEstimate plain = sample.taylor().mean(sample.sums("y"), 0);
        SurveyEstimate estimate = sample.taylor().mean(scaled, 0);
        assertClose(estimate.value().orElseThrow(), plain.value().orElseThrow(), 1e-12);
        assertClose(
                estimate.standardError().orElseThrow(), plain.standardError().orElseThrow(), 1e-11);
    }

    @Property(tries = 50)
    void order_of_rows_does_not_matter(@ForAll @IntRange(min = 0) int seed) {
        List<Map<String, String>> rows = new ArrayList<>(SurveySample.read("stages.csv"));
        Collections.shuffle(rows, new Random(seed));
        Drawn drawn = new Drawn("h", "p s u", "N1 N2 N3", true, LonelyPsu.FAIL);
        SurveySample sample = new SurveySample(rows, "w", drawn);
        SurveySample ordered = new SurveySample(SurveySample.read("stages.csv"), "w", drawn);
        SurveyEstimate estimate = sample.taylor().total(sample.sums("y"), 0);
        SurveyEstimate expected = ordered.taylor().total(ordered.sums("y"), 0);
        assertClose(estimate.value().orElseThrow(), expected.value().orElseThrow(), 1e-12);
        assertClose(
                estimate.standardError().orElseThrow(), expected.standardError().orElseThrow(), 1e-11);
    }

    /** Levels add up to 1 and their covariances to 0, in any split of MINI into levels. */
    @Property(tries = 100)
    void proportions_of_levels_add_up(
            @ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(min = 2, max = 5) int count) {
        SurveySample sample = SurveySample.mini();
        Random random = new Random(seed);
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            sums.add(i < count ? i : random.nextInt(count), sample.leaf(i), sample.weight(i), 0);
        }
        int[] levels = new int[count];
        Arrays.setAll(levels, i -> i);
        double sum = 0;
        for (int level : levels) {
            sum += sample.taylor()
                    .proportion(sums, levels, level, SurveyProportionInterval.BETA)
                    .value()
                    .orElseThrow();
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
        for (double[] row : sample.taylor().covarianceOfShares(sums, levels)) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-16));
        }
    }

    /** With equal weights and one stratum the jackknife of a mean is the linear variance. */
    @Property(tries = 100)
    void jackknife_of_a_plain_mean_is_taylor(
            @ForAll @IntRange(min = 2, max = 30) int n, @ForAll @IntRange(min = 0) int seed) {
        Random random = new Random(seed);
        SurveyDesign.Builder builder = SurveyDesign.builder();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < n; i++) {
            sums.add(0, builder.unit("", List.of(), new double[0], 1), 1, random.nextInt(100));
        }
        SurveyDesign design = builder.build();
        double taylor = SurveyEstimates.with(SurveyVariance.taylor(design), Confidence.DEFAULT)
                .mean(sums, 0)
                .standardError()
                .orElseThrow();
        double jackknife = SurveyEstimates.with(
                        SurveyVariance.replicates(design, ReplicateMethod.JK1, 0, 0, ReplicateCentre.MEAN),
                        Confidence.DEFAULT)
                .mean(sums, 0)
                .standardError()
                .orElseThrow();
        assertThat(jackknife).isCloseTo(taylor, within(1e-9 * (1 + taylor)));
    }

    @Nested
    class Edges {
        private final SurveySample sample = SurveySample.mini();

        private SurveySums where(String column, String value) {
            return sample.sums("y", "x", row -> text(row, column).equals(value));
        }

        @Test
        void nobody_in_the_domain_is_absent() {
            SurveySums nobody = where("dom", "C");
            for (SurveyEstimate estimate : List.of(
                    sample.taylor().mean(nobody, 0),
                    sample.taylor().total(nobody, 0),
                    sample.taylor().ratio(nobody, 0))) {
                assertThat(estimate.status()).isEqualTo(Status.EMPTY_DOMAIN);
                ResultContract.assertKept(estimate);
            }
            assertThat(sample.taylor().difference(where("dom", "A"), 0, 5).status())
                    .isEqualTo(Status.EMPTY_DOMAIN);
        }

        @Test
        void one_respondent_has_an_estimate_without_error() {
            SurveySums one = sample.sums("y", "x", row -> text(row, "y").equals("80"));
            SurveyEstimate mean = sample.taylor().mean(one, 0);
            assertThat(mean.status()).isEqualTo(Status.SINGLE_UNIT);
            assertThat(mean.value()).hasValue(80);
            assertThat(mean.standardError()).isEmpty();
            assertThat(mean.interval()).isEmpty();
            ResultContract.assertKept(mean);
        }

        /** The linear variance would be 0: nothing is known of the variance between units. */
        @Test
        void domain_in_one_primary_unit_has_no_error_of_a_mean() {
            SurveyVariance jackknife =
                    SurveyVariance.replicates(sample.design(), ReplicateMethod.JKN, 0, 0, ReplicateCentre.MEAN);
            for (SurveyEstimates estimates :
                    List.of(sample.taylor(), SurveyEstimates.with(jackknife, Confidence.DEFAULT))) {
                for (SurveyEstimate estimate : List.of(
                        estimates.mean(where("psu", "31"), 0),
                        estimates.ratio(where("psu", "31"), 0),
                        estimates.proportion(
                                sample.levels("ans", List.of("1", "2", "3"), row -> text(row, "psu")
                                        .equals("31")),
                                new int[] {0, 1, 2},
                                2,
                                SurveyProportionInterval.BETA))) {
                    assertThat(estimate.status()).isEqualTo(Status.SINGLE_PSU);
                    assertThat(estimate.value()).isPresent();
                    assertThat(estimate.standardError()).isEmpty();
                    assertThat(estimate.interval()).isEmpty();
                    ResultContract.assertKept(estimate);
                }
            }
            assertThat(sample.taylor().total(where("psu", "31"), 0).standardError())
                    .isPresent();
        }

        /** Both units of the domain are left out of one half-sample at most; that replicate is discarded and said. */
        @Test
        void replicates_without_the_domain_are_discarded_and_said() {
            List<Map<String, String>> rows = sample.rows().stream()
                    .filter(row -> !List.of("13", "33").contains(text(row, "psu")))
                    .toList();
            SurveySample pairs = new SurveySample(rows, "w", Drawn.of("h", "psu", ""));
            SurveyEstimates brr = SurveyEstimates.with(
                    SurveyVariance.replicates(pairs.design(), ReplicateMethod.BRR, 0, 0, ReplicateCentre.MEAN),
                    Confidence.DEFAULT);
            SurveySums two = pairs.sums("y", "", row -> List.of("11", "21").contains(text(row, "psu")));
            SurveyEstimate mean = brr.mean(two, 0);
            assertThat(mean.warnings()).contains(Note.of("survey-replicates", 1, 4));
            assertThat(mean.standardError()).isPresent();
            ResultContract.assertKept(mean);
        }

        @Test
        void all_equal_has_error_zero_and_no_design_effect() {
            SurveySums sums = new SurveySums();
            for (int i = 0; i < sample.rows().size(); i++) {
                sums.add(0, sample.leaf(i), sample.weight(i), 4);
            }
            SurveyEstimate mean = sample.taylor().mean(sums, 0);
            assertThat(mean.value()).hasValue(4);
            assertThat(mean.standardError()).hasValue(0);
            assertThat(mean.details()).doesNotContainKey("designEffect");
            ResultContract.assertKept(mean);
        }

        @Test
        void ratio_to_nothing_is_absent() {
            SurveySums sums = new SurveySums();
            for (int i = 0; i < sample.rows().size(); i++) {
                sums.add(0, sample.leaf(i), sample.weight(i), 1, 0);
            }
            SurveyEstimate ratio = sample.taylor().ratio(sums, 0);
            assertThat(ratio.status()).isEqualTo(Status.ZERO_REFERENCE);
            ResultContract.assertKept(ratio);
        }

        @Test
        void one_primary_unit_in_all_has_no_error() {
            SurveyDesign.Builder builder = SurveyDesign.builder().lonelyPsu(LonelyPsu.REMOVE);
            SurveySums sums = new SurveySums();
            for (int i = 0; i < 3; i++) {
                sums.add(0, builder.unit("", List.of("only"), new double[0], 1), 1, i);
            }
            SurveyEstimates estimates =
                    SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT);
            assertThat(estimates.mean(sums, 0).status()).isEqualTo(Status.SINGLE_PSU);
            assertThat(estimates.total(sums, 0).status()).isEqualTo(Status.NO_DF);
            ResultContract.assertKept(estimates.mean(sums, 0));
            ResultContract.assertKept(estimates.total(sums, 0));
        }

        @Test
        void a_census_has_error_zero() {
            SurveyDesign.Builder builder = SurveyDesign.builder();
            SurveySums sums = new SurveySums();
            for (int i = 0; i < 4; i++) {
                sums.add(0, builder.unit("", List.of(), new double[] {4}, 1), 1, i);
            }
            SurveyEstimates estimates =
                    SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT);
            assertThat(estimates.total(sums, 0).standardError()).hasValue(0);
            ResultContract.assertKept(estimates.total(sums, 0));
        }
    }

    @Nested
    class Rejects {
        private final SurveySums sums = new SurveySums();

        @Test
        void weights_that_are_not_positive_and_values_that_are_not_finite() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sums.add(0, 0, 0, 1))
                    .withMessage("weight must be finite and greater than 0, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sums.add(0, 0, 1, Double.NaN))
                    .withMessage("y and x must be finite, were NaN and 0.0");
        }
    }
}
