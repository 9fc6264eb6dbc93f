package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SurveyQuantileTest {
    private static SurveyRows rows(SurveySample sample, String variable, Predicate<Map<String, String>> domain) {
        SurveyRows rows = new SurveyRows();
        for (int i = 0; i < sample.rows().size(); i++) {
            if (domain.test(sample.rows().get(i))) {
                rows.add(
                        0,
                        sample.leaf(i),
                        sample.weight(i),
                        SurveySample.number(sample.rows().get(i), variable));
            }
        }
        return rows;
    }

    private static SurveyEstimate quantile(SurveySample sample, SurveyRows rows, double p, QuantileRule rule) {
        return SurveyQuantile.of(SurveyVariance.taylor(sample.design()), rows, 0, p, rule, Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-quantile.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data,
            String variable,
            String rule,
            double p,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double standardError) {
        SurveySample sample = ReferenceSamples.of(data);
        QuantileRule quantileRule = QuantileRule.valueOf(rule.toUpperCase(Locale.ROOT));
        SurveyEstimate quantile = quantile(sample, rows(sample, variable, row -> true), p, quantileRule);
        ResultContract.assertKept(quantile);
        assertClose(quantile.value().orElseThrow(), value, 1e-9);
        if (lower == null && upper == null) {
            assertThat(quantile.interval()).isEmpty();
        } else {
            Interval interval = quantile.interval().orElseThrow();
            assertClose(interval.lower(), lower == null ? Double.NEGATIVE_INFINITY : lower, 1e-7);
            assertClose(interval.upper(), upper == null ? Double.POSITIVE_INFINITY : upper, 1e-7);
        }
        assertThat(quantile.standardError().isPresent()).isEqualTo(standardError != null);
        if (standardError != null) {
            assertClose(quantile.standardError().orElseThrow(), standardError, 1e-7);
        }
    }

    @Property(tries = 100)
    void grows_with_the_probability(@ForAll @DoubleRange(min = 0.01, max = 0.98) double p, @ForAll QuantileRule rule) {
        SurveySample sample = SurveySample.mini();
        SurveyRows rows = rows(sample, "y", row -> true);
        double lower = quantile(sample, rows, p, rule).value().orElseThrow();
        assertThat(quantile(sample, rows, p + 0.01, rule).value().orElseThrow()).isGreaterThanOrEqualTo(lower);
    }

    @Nested
    class Edges {
        private final SurveySample sample = SurveySample.mini();

        /** R interpolates between equal values too and gives 62.399999999999991, which is below all of them. */
        @ParameterizedTest
        @EnumSource(QuantileRule.class)
        void among_equal_values_it_is_that_value(QuantileRule rule) {
            QuantileRule.Sorted data = new QuantileRule.Sorted(
                    new double[] {10, 62.4, 62.4, 62.4, 62.4, 90}, new double[] {1.1, 2.3, 1.7, 2.9, 1.3, 1.9});
            for (double p = 0.35; p < 0.65; p += 0.01) {
                assertThat(rule.of(data, p)).isEqualTo(62.4);
            }
        }

        @Test
        void nobody_one_respondent_and_one_primary_unit() {
            SurveyEstimate nobody = quantile(sample, rows(sample, "y", row -> false), 0.5, QuantileRule.MATH);
            assertThat(nobody.status()).isEqualTo(Status.EMPTY_DOMAIN);
            SurveyEstimate one =
                    quantile(sample, rows(sample, "y", row -> text(row, "y").equals("80")), 0.5, QuantileRule.HF7);
            assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
            assertThat(one.value()).hasValue(80);
            SurveyEstimate psu =
                    quantile(sample, rows(sample, "y", row -> text(row, "psu").equals("31")), 0.5, QuantileRule.MATH);
            assertThat(psu.status()).isEqualTo(Status.SINGLE_PSU);
            assertThat(psu.interval()).isEmpty();
            List.of(nobody, one, psu).forEach(ResultContract::assertKept);
        }

        @ParameterizedTest
        @EnumSource(QuantileRule.class)
        void all_equal_is_that_value(QuantileRule rule) {
            SurveyRows rows = new SurveyRows();
            for (int i = 0; i < sample.rows().size(); i++) {
                rows.add(0, sample.leaf(i), sample.weight(i), 3);
            }
            SurveyEstimate quantile = quantile(sample, rows, 0.3, rule);
            assertThat(quantile.value()).hasValue(3);
            ResultContract.assertKept(quantile);
        }
    }

    @Nested
    class Rejects {
        private final SurveySample sample = SurveySample.mini();
        private final SurveyRows rows = rows(sample, "y", row -> true);

        @Test
        void probabilities_outside_0_and_1() {
            for (double p : new double[] {0, 1}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> quantile(sample, rows, p, QuantileRule.MATH))
                        .withMessageContaining("probability must be");
            }
        }

        @Test
        void a_jackknife() {
            SurveyVariance jackknife =
                    SurveyVariance.replicates(sample.design(), ReplicateMethod.JKN, 0, 0, ReplicateCentre.MEAN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurveyQuantile.of(jackknife, rows, 0, 0.5, QuantileRule.MATH, Confidence.DEFAULT))
                    .withMessage("variance of a quantile must not be a jackknife; use taylor, brr, fay or bootstrap");
        }

        @Test
        void rows_that_are_no_respondents() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rows.add(0, 0, 1, Double.NaN))
                    .withMessage("y must be finite, was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rows.add(0, 0, 0, 1))
                    .withMessage("weight must be finite and greater than 0, was 0");
        }
    }
}
