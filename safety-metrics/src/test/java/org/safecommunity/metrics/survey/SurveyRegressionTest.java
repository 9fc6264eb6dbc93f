package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.Design;

class SurveyRegressionTest {
    private static final List<String> NUMBERS = List.of("x", "api00", "yes");

    /** A fit and the names of its columns in the order of R. */
    private record Fitted(SurveyRegression fit, List<String> names, String lastTerm) {}

    private static Fitted fit(
            String data,
            SurveyModel model,
            String response,
            String terms,
            @Nullable String personTime,
            @Nullable String domain,
            String variance) {
        SurveySample sample = ReferenceSamples.of(data);
        RegressionSample people = new RegressionSample(model);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            if (domain == null || text(row, "dom").equals(domain)) {
                rows.add(row);
                double y = text(row, response).equals("Yes")
                        ? 1
                        : text(row, response).equals("No") ? 0 : number(row, response);
                double offset = personTime == null ? 0 : Math.log(number(row, personTime));
                people.add(sample.leaf(i), sample.weight(i), y, offset);
            }
        }
        List<String> names = new ArrayList<>(List.of(Design.INTERCEPT));
        Design.Builder builder = Design.builder(rows.size()).intercept();
        String last = "";
        for (String term : terms.split(" ")) {
            List<String> cells = rows.stream().map(row -> text(row, term)).toList();
            if (NUMBERS.contains(term)) {
                builder.numeric(
                        term, cells.stream().mapToDouble(Double::parseDouble).toArray());
                names.add(term);
            } else {
                List<String> levels = cells.stream().distinct().sorted().toList();
                builder.factor(term, cells, levels.get(0));
                levels.stream().skip(1).forEach(level -> names.add(term + "=" + level));
            }
            last = term;
        }
        SurveyVariance kind = variance.equals("taylor")
                ? SurveyVariance.taylor(sample.design())
                : SurveyVariance.replicates(sample.design(), ReplicateMethod.JKN, 2, 1, ReplicateCentre.MEAN);
        SurveyEstimates estimates = SurveyEstimates.with(kind, Confidence.DEFAULT);
        return new Fitted(SurveyRegression.fit(estimates, builder.build(), people), names, last);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-regression.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data,
            String model,
            String response,
            String terms,
            @Nullable String personTime,
            @Nullable String domain,
            String variance,
            int column,
            double coefficient,
            double error,
            double df) {
        SurveyModel kind = SurveyModel.valueOf(model.toUpperCase(java.util.Locale.ROOT));
        Fitted fitted = fit(data, kind, response, terms, personTime, domain, variance);
        assertThat(fitted.fit().df()).isEqualTo((int) df);
        if (column < 0) {
            SurveyEstimate test = fitted.fit().termTest(fitted.lastTerm());
            ResultContract.assertKept(test);
            assertClose(test.test().orElseThrow().statistic(), coefficient, 1e-7);
            assertClose(test.test().orElseThrow().pValue(), error, 1e-7);
            return;
        }
        SurveyEstimate row = fitted.fit().coefficients().stream()
                .filter(one -> fitted.names().get(column).equals(one.item().get("term")))
                .findFirst()
                .orElseThrow();
        ResultContract.assertKept(row);
        assertClose(row.value().orElseThrow(), coefficient, 1e-9);
        assertClose(row.standardError().orElseThrow(), error, 1e-9);
    }

    @Test
    void ratios_are_the_exponentials_of_the_coefficients() {
        SurveyRegression fit = fit("mini", SurveyModel.LOGISTIC, "yes", "x", null, null, "taylor")
                .fit();
        SurveyEstimate slope = fit.coefficients().get(1);
        SurveyEstimate ratio = fit.ratios().get(0);
        ResultContract.assertKept(ratio);
        assertThat(ratio.statistic()).isEqualTo("odds-ratio");
        assertClose(ratio.value().orElseThrow(), Math.exp(slope.value().orElseThrow()), 1e-14);
        assertClose(
                Math.log(ratio.interval().orElseThrow().upper()),
                slope.interval().orElseThrow().upper(),
                1e-13);
        assertThat(fit("mini", SurveyModel.POISSON, "yes", "dom", null, null, "taylor")
                        .fit()
                        .ratios()
                        .get(0)
                        .statistic())
                .isEqualTo("prevalence-ratio");
        assertThat(fit("mini", SurveyModel.POISSON, "x", "dom", "y", null, "taylor")
                        .fit()
                        .ratios()
                        .get(0)
                        .statistic())
                .isEqualTo("rate-ratio");
        assertThat(fit("mini", SurveyModel.LINEAR, "y", "dom", null, null, "taylor")
                        .fit()
                        .ratios())
                .isEmpty();
    }

    @Test
    void a_linear_model_of_a_factor_gives_the_difference_of_means() {
        SurveySample sample = SurveySample.mini();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            sums.add(text(row, "dom").equals("B") ? 1 : 0, sample.leaf(i), sample.weight(i), number(row, "y"));
        }
        SurveyEstimate difference = sample.taylor().difference(sums, 1, 0);
        SurveyEstimate slope = fit("mini", SurveyModel.LINEAR, "y", "dom", null, null, "taylor")
                .fit()
                .coefficients()
                .get(1);
        assertClose(slope.value().orElseThrow(), difference.value().orElseThrow(), 1e-11);
        assertClose(
                slope.standardError().orElseThrow(), difference.standardError().orElseThrow(), 1e-11);
    }

    @Test
    void separated_responses_have_no_estimate() {
        SurveySample sample = SurveySample.mini();
        for (SurveyModel model : List.of(SurveyModel.LOGISTIC, SurveyModel.POISSON)) {
            RegressionSample people = new RegressionSample(model);
            double[] x = new double[sample.rows().size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = i % 2;
                people.add(sample.leaf(i), sample.weight(i), i % 2 == 0 ? 0 : i % 3 == 0 ? 0 : 1, 0);
            }
            SurveyRegression fit = SurveyRegression.fit(sample.taylor(), Design.line("x", x), people);
            assertThat(fit.status()).isEqualTo(Status.SEPARATED);
            SurveyEstimate slope = fit.coefficients().get(1);
            ResultContract.assertKept(slope);
            ResultContract.assertKept(fit.termTest("x"));
            assertThat(slope.value()).isEmpty();
            assertThat(slope.warnings().get(0).arguments().get(0)).contains("x");
        }
    }

    @Nested
    class Rejects {
        @Test
        void columns_that_depend_on_each_other_and_responses_that_do_not_fit() {
            SurveySample sample = SurveySample.mini();
            RegressionSample people = new RegressionSample(SurveyModel.LINEAR);
            double[] x = new double[sample.rows().size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = i;
                people.add(sample.leaf(i), 1, i, 0);
            }
            Design twice = Design.builder(x.length)
                    .intercept()
                    .numeric("a", x)
                    .numeric("b", x)
                    .build();
            assertThatThrownBy(() -> SurveyRegression.fit(sample.taylor(), twice, people))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("b can be computed from the columns before");
            assertThatThrownBy(
                            () -> SurveyRegression.fit(sample.taylor(), Design.line("a", new double[] {1, 2}), people))
                    .hasMessageContaining("a row for each of the 24 respondents");
            assertThatThrownBy(() -> new RegressionSample(SurveyModel.LOGISTIC).add(0, 1, 2, 0))
                    .hasMessageContaining("must be 0 or 1 in a logistic model, was 2");
            assertThatThrownBy(() -> new RegressionSample(SurveyModel.POISSON).add(0, 1, -1, 0))
                    .hasMessageContaining("0 or more in a Poisson model");
            assertThatThrownBy(() -> people.add(0, 1, Double.NaN, 0)).hasMessageContaining("must be finite");
        }
    }
}
