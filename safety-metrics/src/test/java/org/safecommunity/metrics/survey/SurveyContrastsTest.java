package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SurveyContrastsTest {
    private static final List<String> DOMAINS = List.of("A", "B");

    private static SurveySample sample(String fpc, Predicate<Map<String, String>> rows) {
        List<Map<String, String>> kept =
                SurveySample.read("mini.csv").stream().filter(rows).toList();
        return new SurveySample(kept, "w", SurveySample.Drawn.of("h", "psu", fpc));
    }

    private static SurveySample sample(String design) {
        boolean pairs = design.equals("brr") || design.equals("fay");
        return sample(
                design.equals("fpc") ? "fpc" : "",
                row -> !pairs || !List.of("13", "33").contains(text(row, "psu")));
    }

    private static SurveyContrasts contrasts(SurveySample sample, String design) {
        ReplicateMethod method = List.of(ReplicateMethod.values()).stream()
                .filter(one -> one.label().equals(design))
                .findFirst()
                .orElse(null);
        SurveyVariance variance = method == null
                ? SurveyVariance.taylor(sample.design())
                : SurveyVariance.replicates(sample.design(), method, 0, 0, ReplicateCentre.MEAN);
        return SurveyContrasts.with(SurveyEstimates.with(variance, Confidence.DEFAULT));
    }

    /** Sums of y and x, or of the shares of yes, each value of a column a domain. */
    private static SurveySums sums(SurveySample sample, String by, List<String> domains, boolean shares) {
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            int domain = domains.indexOf(text(row, by));
            int level = shares ? 2 * domain + (int) number(row, "yes") : domain;
            sums.add(level, sample.leaf(i), sample.weight(i), number(row, "y"), number(row, "x"));
        }
        return sums;
    }

    private static List<SurveyContrasts.Term> terms(double... coefficients) {
        List<SurveyContrasts.Term> terms = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            terms.add(new SurveyContrasts.Term("domain " + j, j, coefficients[j]));
        }
        return terms;
    }

    private static SurveyEstimate proportions(
            SurveyContrasts contrasts, SurveySums sums, List<SurveyContrasts.Term> of) {
        List<int[]> levels = of.stream()
                .map(term -> new int[] {2 * term.domain(), 2 * term.domain() + 1})
                .toList();
        List<SurveyContrasts.Term> yes = of.stream()
                .map(term -> new SurveyContrasts.Term(term.label(), 2 * term.domain() + 1, term.coefficient()))
                .toList();
        return contrasts.proportions(sums, yes, levels);
    }

    private static SurveyEstimate contrast(
            String statistic, SurveyContrasts contrasts, SurveySums sums, List<SurveyContrasts.Term> terms) {
        return switch (statistic) {
            case "mean" -> contrasts.means(sums, terms);
            case "total" -> contrasts.totals(sums, terms);
            case "ratio" -> contrasts.ratios(sums, terms);
            default -> proportions(contrasts, sums, terms);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-contrasts.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String design,
            String statistic,
            String by,
            String coefficients,
            double value,
            double standardError,
            double df,
            double lower,
            double upper,
            double pValue) {
        SurveySample sample = sample(design);
        List<String> labels = new ArrayList<>();
        List<SurveyContrasts.Term> terms = new ArrayList<>();
        for (String term : coefficients.split(" ")) {
            String[] parts = term.split(":");
            terms.add(new SurveyContrasts.Term(parts[0], labels.size(), Double.parseDouble(parts[1])));
            labels.add(parts[0]);
        }
        SurveySums sums = sums(sample, by, labels, statistic.equals("proportion"));
        SurveyEstimate contrast = contrast(statistic, contrasts(sample, design), sums, terms);
        ResultContract.assertKept(contrast);
        assertThat(contrast.statistic()).isEqualTo("contrast");
        assertClose(contrast.value().orElseThrow(), value, 1e-9);
        assertClose(contrast.standardError().orElseThrow(), standardError, 1e-9);
        assertThat(contrast.test().orElseThrow().df()).containsExactly(df);
        assertClose(contrast.test().orElseThrow().pValue(), pValue, 1e-7);
        assertClose(contrast.interval().orElseThrow().lower(), lower, 1e-8);
        assertClose(contrast.interval().orElseThrow().upper(), upper, 1e-8);
    }

    @Test
    void is_the_difference_where_the_coefficients_are_one_and_minus_one() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = sums(sample, "dom", DOMAINS, false);
        SurveyEstimate contrast = contrasts(sample, "taylor").means(sums, terms(1, -1));
        SurveyEstimate difference = sample.taylor().difference(sums, 0, 1);
        assertThat(contrast.value()).isEqualTo(difference.value());
        assertClose(
                contrast.standardError().orElseThrow(),
                difference.standardError().orElseThrow(),
                1e-12);
    }

    @Property(tries = 50)
    void grows_with_its_coefficients(@ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = sums(sample, "dom", DOMAINS, false);
        SurveyContrasts contrasts = contrasts(sample, "taylor");
        SurveyEstimate one = contrasts.means(sums, terms(1, -0.5));
        SurveyEstimate more = contrasts.means(sums, terms(factor, -0.5 * factor));
        assertClose(more.value().orElseThrow(), factor * one.value().orElseThrow(), 1e-12);
        assertClose(
                more.test().orElseThrow().statistic(), one.test().orElseThrow().statistic(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "total", "ratio", "proportion"})
    void has_no_value_where_a_domain_is_empty(String statistic) {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = sums(sample, "dom", DOMAINS, statistic.equals("proportion"));
        SurveyEstimate contrast = contrast(statistic, contrasts(sample, "taylor"), sums, terms(1, -1, 1));
        ResultContract.assertKept(contrast);
        assertThat(contrast.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(contrast.value()).isEmpty();
        assertThat(contrast.details()).containsEntry("publish", "suppress");
    }

    @Test
    void has_no_error_where_a_domain_lies_in_one_primary_unit() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = sums(sample, "psu", List.of("11", "12", "13", "21", "22", "31", "32", "33"), false);
        SurveyEstimate contrast = contrasts(sample, "taylor").means(sums, terms(1, -1));
        ResultContract.assertKept(contrast);
        assertThat(contrast.status()).isEqualTo(Status.SINGLE_PSU);
        assertThat(contrast.value()).isPresent();
        assertThat(contrast.standardError()).isEmpty();
    }

    @Test
    void has_no_interval_where_the_design_fixes_the_values() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            int domain = DOMAINS.indexOf(text(sample.rows().get(i), "dom"));
            sums.add(domain, sample.leaf(i), sample.weight(i), 1);
        }
        SurveyEstimate contrast = contrasts(sample, "taylor").means(sums, terms(1, -1));
        assertThat(contrast.value()).hasValue(0);
        assertThat(contrast.standardError()).hasValue(0);
        assertThat(contrast.interval()).isEmpty();
        assertThat(contrast.warnings()).anyMatch(note -> note.code().equals("survey-contrast-no-variance"));
    }

    @Test
    void ratio_over_nothing_has_no_value() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            int domain = DOMAINS.indexOf(text(sample.rows().get(i), "dom"));
            sums.add(domain, sample.leaf(i), sample.weight(i), 1, domain);
        }
        SurveyEstimate contrast = contrasts(sample, "taylor").ratios(sums, terms(1, -1));
        assertThat(contrast.status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(contrast.value()).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void a_coefficient_of_zero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SurveyContrasts.Term("A", 0, 0))
                    .withMessage("coefficient must be finite and not 0, was 0.0");
        }

        @Test
        void a_domain_below_zero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SurveyContrasts.Term("A", -1, 1))
                    .withMessage("domain must be 0 or more, was -1");
        }

        @Test
        void no_term() {
            SurveyContrasts contrasts = contrasts(SurveySample.mini(), "taylor");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contrasts.means(new SurveySums(), List.of()))
                    .withMessage("terms must be one or more, were none");
        }

        @Test
        void levels_of_other_terms() {
            SurveyContrasts contrasts = contrasts(SurveySample.mini(), "taylor");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contrasts.proportions(new SurveySums(), terms(1, -1), List.of()))
                    .withMessage("levels must be one list for each of 2 terms, was 0");
        }
    }
}
