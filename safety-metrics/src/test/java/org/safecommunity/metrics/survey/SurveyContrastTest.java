package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SurveyContrastTest {
    /** Sums by the levels of a column, and those levels in order. */
    private record ByDomain(SurveySums sums, List<String> levels) {
        static ByDomain of(SurveySample sample, String by, String y, String x) {
            List<String> levels = sample.levelsOf(by).stream().sorted().toList();
            SurveySums sums = new SurveySums();
            for (int i = 0; i < sample.rows().size(); i++) {
                Map<String, String> row = sample.rows().get(i);
                sums.add(
                        levels.indexOf(text(row, by)),
                        sample.leaf(i),
                        sample.weight(i),
                        number(row, y),
                        number(row, x));
            }
            return new ByDomain(sums, levels);
        }
    }

    private static ByDomain mini() {
        return ByDomain.of(SurveySample.mini(), "dom", "y", "x");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-contrast.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data,
            String by,
            String y,
            String x,
            String variance,
            String statistic,
            String contrast,
            double value,
            double standardError,
            int df) {
        SurveySample sample = ReferenceSamples.of(data);
        ByDomain domains = ByDomain.of(sample, by, y, x);
        List<Integer> places = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        for (String term : contrast.split(" ")) {
            places.add(domains.levels().indexOf(term.split("=")[0]));
            coefficients.add(Double.parseDouble(term.split("=")[1]));
        }
        SurveyEstimate estimate = SurveyEstimates.with(variance(sample, variance), Confidence.DEFAULT)
                .contrast(
                        DomainStatistic.valueOf(statistic.toUpperCase(Locale.ROOT)),
                        domains.sums(),
                        places.stream().mapToInt(Integer::intValue).toArray(),
                        coefficients.stream().mapToDouble(Double::doubleValue).toArray());

        ResultContract.assertKept(estimate);
        assertThat(estimate.statistic()).isEqualTo("contrast");
        assertClose(estimate.value().orElseThrow(), value, 1e-9);
        assertClose(estimate.standardError().orElseThrow(), standardError, 1e-9);
        assertThat(estimate.test().orElseThrow().df()).containsExactly((double) df);
        assertClose(estimate.test().orElseThrow().statistic(), value / standardError, 1e-9);
    }

    private static SurveyVariance variance(SurveySample sample, String variance) {
        ReplicateMethod jackknife = sample.design().strata() > 1 ? ReplicateMethod.JKN : ReplicateMethod.JK1;
        return variance.equals("taylor")
                ? SurveyVariance.taylor(sample.design())
                : SurveyVariance.replicates(sample.design(), jackknife, 0, 0, ReplicateCentre.MEAN);
    }

    @Test
    void one_minus_one_is_the_difference() {
        ByDomain domains = mini();
        SurveyEstimates estimates = SurveySample.mini().taylor();

        SurveyEstimate contrast =
                estimates.contrast(DomainStatistic.MEAN, domains.sums(), new int[] {1, 0}, new double[] {1, -1});
        SurveyEstimate difference = estimates.difference(domains.sums(), 1, 0);

        assertThat(contrast.value()).isEqualTo(difference.value());
        assertThat(contrast.standardError()).isEqualTo(difference.standardError());
        assertThat(contrast.test()).isEqualTo(difference.test());
        assertThat(contrast.explain(Locale.ENGLISH))
                .anyMatch(step -> String.valueOf(step.formula()).equals("√(c'Vc)"));
    }

    @Property(tries = 100)
    void a_factor_of_all_coefficients_is_one_of_estimate_and_error(
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        ByDomain domains = mini();
        SurveyEstimates estimates = SurveySample.mini().taylor();
        int[] places = {0, 1};

        SurveyEstimate one = estimates.contrast(DomainStatistic.MEAN, domains.sums(), places, new double[] {1, -0.4});
        SurveyEstimate scaled =
                estimates.contrast(DomainStatistic.MEAN, domains.sums(), places, new double[] {factor, -0.4 * factor});

        assertClose(scaled.value().orElseThrow(), factor * one.value().orElseThrow(), 1e-12);
        assertClose(
                scaled.standardError().orElseThrow(),
                factor * one.standardError().orElseThrow(),
                1e-12);
    }

    @Test
    void a_contrast_of_proportions_is_that_of_the_means_of_an_indicator() {
        SurveySample sample = SurveySample.mini();
        SurveySums levels = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            int domain = text(row, "dom").equals("A") ? 0 : 2;
            levels.add(domain + (text(row, "yes").equals("1") ? 1 : 0), sample.leaf(i), sample.weight(i), 0);
        }
        ByDomain indicator = ByDomain.of(sample, "dom", "yes", "x");
        double[] coefficients = {0.3, -1.3};

        SurveyEstimate proportions = sample.taylor()
                .contrastOfProportions(
                        levels, List.of(new int[] {0, 1}, new int[] {2, 3}), new int[] {1, 3}, coefficients);
        SurveyEstimate means =
                sample.taylor().contrast(DomainStatistic.MEAN, indicator.sums(), new int[] {0, 1}, coefficients);

        assertClose(proportions.value().orElseThrow(), means.value().orElseThrow(), 1e-12);
        assertClose(
                proportions.standardError().orElseThrow(), means.standardError().orElseThrow(), 1e-12);
    }

    @Test
    void a_domain_with_nobody_leaves_no_estimate() {
        SurveyEstimate contrast = SurveySample.mini()
                .taylor()
                .contrast(DomainStatistic.TOTAL, mini().sums(), new int[] {0, 7}, new double[] {1, 1});

        assertThat(contrast.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(contrast.value()).isEmpty();
        assertThat(contrast.details()).containsEntry("publish", "suppress");
        ResultContract.assertKept(contrast);
    }

    @Test
    void a_ratio_over_nothing_leaves_no_estimate() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            sums.add(i % 2, sample.leaf(i), sample.weight(i), 1, i % 2);
        }

        SurveyEstimate contrast =
                sample.taylor().contrast(DomainStatistic.RATIO, sums, new int[] {0, 1}, new double[] {1, -1});

        assertThat(contrast.status()).isEqualTo(Status.ZERO_REFERENCE);
        ResultContract.assertKept(contrast);
    }

    @Nested
    class Rejects {
        @Test
        void as_many_coefficients_as_domains() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurveySample.mini()
                            .taylor()
                            .contrast(DomainStatistic.MEAN, mini().sums(), new int[] {0, 1}, new double[] {1}))
                    .withMessage("coefficients must be one for each of the domains, 1 or more, was 1 for 2");
        }

        @Test
        void a_coefficient_that_is_no_number() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurveySample.mini()
                            .taylor()
                            .contrast(DomainStatistic.MEAN, mini().sums(), new int[] {0}, new double[] {Double.NaN}))
                    .withMessage("coefficients must be finite, was NaN");
        }
    }
}
