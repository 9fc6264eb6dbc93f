package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class SurveyProportionIntervalTest {
    private static SurveyEstimate proportion(
            SurveySample sample,
            String variable,
            String category,
            SurveyProportionInterval method,
            Confidence confidence,
            Predicate<Map<String, String>> domain) {
        List<String> levels = sample.levelsOf(variable);
        int[] numbers = new int[levels.size()];
        Arrays.setAll(numbers, i -> i);
        return SurveyEstimates.with(SurveyVariance.taylor(sample.design()), confidence)
                .proportion(sample.levels(variable, levels, domain), numbers, levels.indexOf(category), method);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-proportion-interval.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data,
            String variable,
            String category,
            String method,
            double level,
            double value,
            double lower,
            double upper) {
        SurveyEstimate estimate = proportion(
                ReferenceSamples.of(data),
                variable,
                category,
                SurveyProportionInterval.valueOf(method.toUpperCase(Locale.ROOT)),
                Confidence.of(level),
                row -> true);
        ResultContract.assertKept(estimate);
        assertClose(estimate.value().orElseThrow(), value, 1e-12);
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo(method);
        assertClose(interval.lower(), lower, 1e-9);
        assertClose(interval.upper(), upper, 1e-9);
    }

    /** 0.025^(1/183): the limits of Clopper and Pearson for 183 of 183. */
    @ParameterizedTest
    @EnumSource(SurveyProportionInterval.class)
    void everybody_has_the_exact_limits_of_a_simple_sample(SurveyProportionInterval method) {
        SurveySample sample = ReferenceSamples.of("apiclus1");
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            sums.add(0, sample.leaf(i), sample.weight(i), 0);
        }
        int[] levels = {0, 1};
        SurveyEstimate all = sample.taylor().proportion(sums, levels, 0, method);
        assertThat(all.status()).isEqualTo(Status.ALL_EVENTS);
        assertThat(all.value()).hasValue(1);
        assertThat(all.standardError()).isEmpty();
        assertClose(all.interval().orElseThrow().lower(), Math.pow(0.025, 1 / 183d), 1e-12);
        assertThat(all.interval().orElseThrow().upper()).isEqualTo(1);
        ResultContract.assertKept(all);
        SurveyEstimate none = sample.taylor().proportion(sums, levels, 1, method);
        assertThat(none.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(none.interval().orElseThrow().lower()).isZero();
        assertClose(none.interval().orElseThrow().upper(), 1 - Math.pow(0.025, 1 / 183d), 1e-10);
        ResultContract.assertKept(none);
    }

    @Test
    void one_sided_limits_end_at_0_or_1() {
        SurveySample sample = SurveySample.mini();
        Interval both = proportion(sample, "yes", "1", SurveyProportionInterval.BETA, Confidence.DEFAULT, row -> true)
                .interval()
                .orElseThrow();
        Interval upper = proportion(
                        sample,
                        "yes",
                        "1",
                        SurveyProportionInterval.BETA,
                        new Confidence(0.975, Side.UPPER),
                        row -> true)
                .interval()
                .orElseThrow();
        assertThat(upper.lower()).isZero();
        assertClose(upper.upper(), both.upper(), 1e-12);
    }

    @Test
    void nobody_in_the_domain_is_absent() {
        SurveyEstimate estimate = proportion(
                SurveySample.mini(), "yes", "1", SurveyProportionInterval.BETA, Confidence.DEFAULT, row -> false);
        assertThat(estimate.status()).isEqualTo(Status.EMPTY_DOMAIN);
        ResultContract.assertKept(estimate);
    }

    /** The share of a stratum is fixed by its weights; what is left of the variance is rounding. */
    @Test
    void a_share_fixed_by_the_design_has_no_interval() {
        SurveyEstimate estimate = proportion(
                ReferenceSamples.of("apistrat"),
                "stype",
                "M",
                SurveyProportionInterval.BETA,
                Confidence.DEFAULT,
                row -> true);
        assertThat(estimate.standardError()).hasValue(0);
        assertThat(estimate.interval()).isEmpty();
        assertThat(estimate.warnings()).extracting(Note::code).containsExactly("survey-no-variance");
        ResultContract.assertKept(estimate);
    }

    @Test
    void one_respondent_has_no_error() {
        SurveyEstimate estimate = proportion(
                SurveySample.mini(),
                "yes",
                "1",
                SurveyProportionInterval.BETA,
                Confidence.DEFAULT,
                row -> SurveySample.text(row, "y").equals("80"));
        assertThat(estimate.status()).isEqualTo(Status.ALL_EVENTS);
        assertClose(estimate.interval().orElseThrow().lower(), 0.025, 1e-12);
        ResultContract.assertKept(estimate);
    }

    /** The vectors of the NCHS rule: n, effective n, share, limits and what is to be done. */
    @ParameterizedTest
    @CsvSource({
        "200, 150, 0.04, 0.015, 0.085, suppress",
        "200, 150, 0.40, 0.32, 0.48, yes",
        "200, 150, 0.02, 0.008, 0.041, yes",
        "200, 29, 0.40, 0.32, 0.48, suppress",
        "29, 29, 0.40, 0.32, 0.48, suppress",
        "200, 150, 0.50, 0.34, 0.66, suppress",
        "200, 150, 0.97, 0.93, 0.99, suppress"
    })
    void publication_follows_the_standard(
            long n, double effective, double p, double lower, double upper, String publish) {
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("proportion");
        parts.n = n;
        parts.value = p;
        parts.interval = new Interval("beta", 0.95, lower, upper);
        parts.details.put("designEffect", n / effective);
        parts.details.put("df", 20.0);
        PublicationOfProportion.flag(parts);
        assertThat(parts.details).containsEntry("publish", publish);
        assertThat(parts.notes).hasSize(publish.equals("suppress") ? 1 : 0);
    }

    @Test
    void few_degrees_of_freedom_are_for_review() {
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("proportion");
        parts.n = 500;
        parts.value = 0.4;
        parts.interval = new Interval("beta", 0.95, 0.35, 0.45);
        parts.details.put("df", 7.0);
        PublicationOfProportion.flag(parts);
        assertThat(parts.details).containsEntry("publish", "review");
    }
}
