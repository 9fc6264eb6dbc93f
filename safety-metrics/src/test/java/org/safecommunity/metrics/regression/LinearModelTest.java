package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;

class LinearModelTest {
    private static final double[] YEARS =
            IntStream.range(2010, 2020).asDoubleStream().toArray();
    private static final double[] LOG_RATES = Arrays.stream(
                    new double[] {52.1, 50.4, 49.9, 47.0, 46.2, 44.1, 43.5, 41.0, 40.2, 38.9})
            .map(Math::log)
            .toArray();

    private static LinearModel nist(String set) {
        Cases cases = Cases.of("nist-strd.data.csv", set);
        Design.Builder design = Design.builder(cases.size()).intercept();
        double[] x = cases.numbers("x1");
        int columns = set.equals("longley") ? 6 : set.equals("filip") ? 10 : 1;
        for (int k = 1; k <= columns; k++) {
            int power = k;
            design.numeric(
                    "x" + k,
                    set.equals("longley")
                            ? cases.numbers("x" + k)
                            : Arrays.stream(x)
                                    .map(v -> StrictMath.pow(v, power))
                                    .toArray());
        }
        return LinearModel.fit(design.build(), cases.numbers("y"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "nist-strd.reference.csv", useHeadersInDisplayName = true)
    void matches_the_certified_values_of_nist(
            String set, String column, double value, Double standardError, double tolerance) {
        LinearModel model = nist(set);
        if (column.equals("rsd")) {
            assertThat(model.residualStandardDeviation().orElseThrow())
                    .isCloseTo(value, within(tolerance * Math.abs(value)));
            return;
        }
        int index = Integer.parseInt(column);
        assertThat(model.coefficients()[index]).isCloseTo(value, within(tolerance * Math.abs(value)));
        assertThat(model.covariance(CovarianceForm.model()).orElseThrow().standardError(index))
                .isCloseTo(standardError, within(tolerance * standardError));
    }

    /** NIST StRD NumAcc1 to 4: certified means and deviations; what the doubles themselves hold differs in the last digits. */
    @ParameterizedTest
    @CsvSource({
        "10000002, 1, 3, 1e-14",
        "1.2, 0.1, 1001, 1e-13",
        "1000000.2, 0.1, 1001, 1e-9",
        "10000000.2, 0.1, 1001, 1e-8",
    })
    void matches_mean_and_deviation_of_numacc(double mean, double deviation, int size, double tolerance) {
        double[] values = new double[size];
        values[0] = mean;
        for (int i = 1; i < size; i++) {
            values[i] = i % 2 == 1 ? mean - deviation : mean + deviation;
        }
        LinearModel model = LinearModel.fit(Design.builder(size).intercept().build(), values);
        assertThat(model.coefficient(Design.INTERCEPT)).isCloseTo(mean, within(1e-15 * mean));
        assertThat(model.residualStandardDeviation().orElseThrow()).isCloseTo(deviation, within(tolerance * deviation));
    }

    private static LinearModel model(String name) {
        if (name.equals("seatbelts")) {
            Cases cases = Cases.counts("seatbelts");
            double[] time = cases.numbers("time");
            Design design = Design.builder(time.length)
                    .intercept()
                    .numeric("law", cases.numbers("a"))
                    .numeric("time", time)
                    .numeric(
                            "after",
                            Arrays.stream(time).map(t -> Math.max(0, t - 170)).toArray())
                    .build();
            return LinearModel.fit(
                    design, Arrays.stream(cases.numbers("y")).map(Math::log).toArray());
        }
        Design line = Design.line("time", YEARS);
        return name.equals("rates")
                ? LinearModel.fit(line, LOG_RATES)
                : LinearModel.fit(line, LOG_RATES, new double[] {1, 2, 1, 0.5, 1, 1, 3, 1, 1, 1});
    }

    @ParameterizedTest
    @CsvFileSource(resources = "linear-model.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String name, String covariance, String quantity, String column, double value) {
        LinearModel model = model(name);
        CovarianceForm form = CovarianceForm.parse(covariance);
        double actual =
                switch (quantity) {
                    case "coefficient" -> model.coefficient(column);
                    case "standard-error" ->
                        model.combination(column, form).standardError().orElseThrow();
                    case "statistic" ->
                        model.combination(column, form).test().orElseThrow().statistic();
                    case "p-value" ->
                        model.combination(column, form).test().orElseThrow().pValue();
                    case "rss" -> model.residualSumOfSquares();
                    case "leverage-first" -> model.leverages()[0];
                    default -> throw new IllegalArgumentException(quantity);
                };
        double magnified = quantity.equals("p-value") ? Math.max(1, -2 * Math.log(value)) : 1;
        assertThat(actual).isCloseTo(value, within(1e-9 * magnified * Math.abs(value)));
    }

    @Test
    void a_row_of_weight_zero_is_left_out() {
        double[] weights = {1, 1, 1, 1, 0, 1, 1, 1, 1, 1};
        LinearModel model = LinearModel.fit(Design.line("time", YEARS), LOG_RATES, weights);
        assertThat(model.omitted()).containsExactly(4);
        assertThat(model.residualDf()).isEqualTo(7);
        assertThat(model.fitted()).hasSize(9);
    }

    @Test
    void an_exact_line_has_no_interval_and_says_so() {
        LinearModel model = LinearModel.fit(Design.line("x", new double[] {1, 2, 3, 4}), new double[] {3, 5, 7, 9});
        assertThat(model.residualSumOfSquares()).isZero();
        MetricResult slope = model.table(
                        "coefficient", EffectScale.COEFFICIENT, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(slope.value().getAsDouble()).isCloseTo(2, within(1e-14));
        assertThat(slope.interval()).isEmpty();
        assertThat(slope.test()).isEmpty();
        assertThat(slope.warnings().get(0).message(Locale.ENGLISH)).startsWith("The model fits every point exactly");
    }

    @Test
    void explains_itself_in_both_languages() {
        MetricResult slope = model("rates")
                .table("coefficient", EffectScale.COEFFICIENT, CovarianceForm.hc1(), Confidence.of(0.9))
                .get(1);
        assertThat(slope.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).contains("times n/(n − p) (HC1)"));
        assertThat(slope.explain(Locale.CHINESE))
                .anySatisfy(step -> assertThat(step.text()).contains("最小二乘"));
        assertThat(slope.inputs()).containsEntry("model", "least-squares").containsEntry("points", 10L);
    }

    @Property(tries = 100)
    void residuals_are_orthogonal_to_the_columns(
            @ForAll @Size(6) List<@DoubleRange(min = -100, max = 100) Double> values) {
        double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] x = {1, 2, 4, 8, 16, 32};
        double[] residuals = LinearModel.fit(Design.line("x", x), y).residuals();
        double sum = Arrays.stream(residuals).sum();
        double moment =
                IntStream.range(0, 6).mapToDouble(i -> x[i] * residuals[i]).sum();
        assertThat(sum).isCloseTo(0, within(1e-10));
        assertThat(moment).isCloseTo(0, within(1e-9));
    }

    @Property(tries = 100)
    void leverages_add_up_to_the_number_of_columns(
            @ForAll @Size(6) List<@DoubleRange(min = 0.1, max = 10) Double> weights) {
        double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
        LinearModel model = LinearModel.fit(
                Design.line("x", new double[] {1, 2, 4, 8, 16, 32}), new double[] {3, 1, 4, 1, 5, 9}, w);
        assertThat(Arrays.stream(model.leverages()).sum()).isCloseTo(2, within(1e-10));
    }

    @Nested
    class Rejects {
        private final Design line = Design.line("x", new double[] {1, 2, 3});

        @Test
        void other_numbers_of_rows() {
            assertThatThrownBy(() -> LinearModel.fit(line, new double[] {1, 2}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("design and weights must have one row for each of the 2 values, was 3 and 2");
        }

        @Test
        void a_response_that_is_not_finite() {
            assertThatThrownBy(() -> LinearModel.fit(line, new double[] {1, Double.NaN, 3}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("response[1] must be finite and at most 1e70 in size, was NaN");
        }

        @Test
        void negative_weights_and_no_weight_at_all() {
            assertThatThrownBy(() -> LinearModel.fit(line, new double[] {1, 2, 3}, new double[] {1, -1, 1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights[1] must be from 0 to 1e70, was -1");
            assertThatThrownBy(() -> LinearModel.fit(line, new double[] {1, 2, 3}, new double[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights must have a value greater than 0");
        }

        @Test
        void dependent_columns() {
            assertThatThrownBy(() -> LinearModel.fit(Design.line("x", new double[] {7, 7, 7}), new double[] {1, 2, 3}))
                    .isInstanceOf(DependentColumnsException.class)
                    .hasMessage("design must have independent columns, was: x is a combination of (Intercept)");
        }
    }
}
