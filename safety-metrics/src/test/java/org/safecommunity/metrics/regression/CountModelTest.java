package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;

class CountModelTest {
    private static final Map<String, CountModel> FITS = new HashMap<>();

    private static CountModel model(String name) {
        return FITS.computeIfAbsent(name, CountModelTest::fit);
    }

    private static CountModel fit(String name) {
        Cases cases = Cases.counts(name.substring(0, name.indexOf('-')));
        Design.Builder design = Design.builder(cases.size()).intercept();
        return switch (name) {
            case "doctors-poisson" ->
                CountModel.fit(
                        design.factor("a", cases.texts("a"), "non-smoker")
                                .factor("b", cases.texts("b"), "35-44")
                                .build(),
                        cases.data(),
                        CountFamily.POISSON);
            case "doctors-saturated" -> saturated(cases);
            case "belgium-linear", "trend-poisson" -> line(cases, CountFamily.POISSON);
            case "trend-quasi" -> line(cases, CountFamily.QUASI_POISSON);
            case "belgium-quadratic" -> CountModel.fit(quadratic(design, cases), cases.data(), CountFamily.POISSON);
            case "belgium-weighted" ->
                CountModel.fit(
                        quadratic(design, cases),
                        cases.data().weighted(cases.numbers("weight")),
                        CountFamily.QUASI_POISSON);
            case "quine-quasi" -> CountModel.fit(quine(design, cases).build(), cases.data(), CountFamily.QUASI_POISSON);
            case "quine-nb" ->
                CountModel.fit(quine(design, cases).build(), cases.data(), CountFamily.NEGATIVE_BINOMIAL);
            case "quine-nb-interaction" ->
                CountModel.fit(
                        quine(design, cases).interaction("a", "b").build(),
                        cases.data(),
                        CountFamily.NEGATIVE_BINOMIAL);
            case "pairs-nb" -> line(cases, CountFamily.NEGATIVE_BINOMIAL);
            case "seatbelts-quasi" ->
                CountModel.fit(
                        design.factor("a", cases.texts("a"), "0")
                                .numeric("time", cases.numbers("time"))
                                .factor("b", cases.texts("b"), "1")
                                .build(),
                        cases.data(),
                        CountFamily.QUASI_POISSON);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static CountModel saturated(Cases cases) {
        int[] young = IntStream.range(0, cases.size()).filter(i -> i % 5 < 3).toArray();
        List<String> a = Arrays.stream(young).mapToObj(cases.texts("a")::get).toList();
        List<String> b = Arrays.stream(young).mapToObj(cases.texts("b")::get).toList();
        Design design = Design.builder(young.length)
                .intercept()
                .factor("a", a, "non-smoker")
                .factor("b", b, "35-44")
                .interaction("a", "b")
                .build();
        return CountModel.fit(design, cases.data().select(young), CountFamily.QUASI_POISSON);
    }

    private static CountModel line(Cases cases, CountFamily family) {
        return CountModel.fit(Design.line("time", cases.numbers("time")), cases.data(), family);
    }

    private static Design quadratic(Design.Builder design, Cases cases) {
        double[] time = cases.numbers("time");
        return design.numeric("time", time)
                .numeric("time2", Arrays.stream(time).map(t -> t * t).toArray())
                .build();
    }

    private static Design.Builder quine(Design.Builder design, Cases cases) {
        return design.factor("a", cases.texts("a"), "F").factor("b", cases.texts("b"), "F0");
    }

    private static CovarianceForm form(String model, String label) {
        return label.equals("cluster")
                ? CovarianceForm.clustered(Cases.counts(model.substring(0, model.indexOf('-')))
                        .texts(model.startsWith("pairs") ? "a" : "b"))
                : CovarianceForm.parse(label);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "count-model.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String model, String covariance, String quantity, String column, double value) {
        CountModel fit = model(model);
        assertThat(fit.status()).isEqualTo(Status.OK);
        double actual = quantity(fit, form(model, covariance), quantity, column);
        // a small p-value magnifies the relative error of its statistic about 2·|ln p| times
        double magnified = quantity.endsWith("p-value") && value > 0 ? Math.max(1, -2 * Math.log(value)) : 1;
        assertThat(actual).isCloseTo(value, within(1e-8 * magnified * Math.abs(value) + 1e-300));
    }

    private static double quantity(CountModel fit, CovarianceForm form, String quantity, String column) {
        int last = fit.design().size() - 1;
        return switch (quantity) {
            case "coefficient" -> fit.coefficient(column);
            case "standard-error" ->
                fit.combination(column, form).standardError().orElseThrow();
            case "statistic" ->
                fit.combination(column, form).test().orElseThrow().statistic();
            case "p-value" -> fit.combination(column, form).test().orElseThrow().pValue();
            case "covariance-last-first" -> fit.covariance(form).orElseThrow().value(last, 0);
            case "deviance" -> fit.deviance();
            case "pearson" -> fit.pearson();
            case "leverage-first" -> fit.leverages()[0];
            case "deviance-residual-first" -> fit.devianceResiduals()[0];
            case "log-likelihood" -> fit.logLikelihood().orElseThrow();
            case "aic" -> fit.aic().orElseThrow();
            case "theta" -> fit.theta().orElseThrow();
            case "theta-standard-error" -> fit.thetaStandardError().orElseThrow();
            case "likelihood-ratio" -> fit.overdispersionTest().orElseThrow().statistic();
            case "likelihood-ratio-p" -> fit.overdispersionTest().orElseThrow().pValue();
            default -> throw new IllegalArgumentException(quantity);
        };
    }

    @Test
    void published_deviances_of_the_aids_epidemic_in_belgium() {
        // Wood 2017, Generalized Additive Models, 2nd ed., section 3.3.2: 80.686 on 11 and 9.2402 on 10 df
        assertThat(model("belgium-linear").deviance()).isCloseTo(80.686, within(0.0005));
        assertThat(model("belgium-linear").residualDf()).isEqualTo(11);
        assertThat(model("belgium-quadratic").deviance()).isCloseTo(9.2402, within(0.00005));
        assertThat(model("belgium-quadratic").residualDf()).isEqualTo(10);
    }

    @Test
    void quasi_poisson_tests_by_t_and_the_others_by_z() {
        assertThat(model("trend-quasi")
                        .combination("time", CovarianceForm.model())
                        .df())
                .hasValue(2);
        assertThat(model("trend-poisson")
                        .combination("time", CovarianceForm.model())
                        .df())
                .isEmpty();
        assertThat(model("quine-nb").combination("a=M", CovarianceForm.model()).df())
                .isEmpty();
        assertThat(model("quine-quasi")
                        .combination("a=M", form("quine-quasi", "cluster"))
                        .df())
                .hasValue(3);
    }

    @Test
    void a_saturated_model_has_no_dispersion_and_no_interval_where_one_is_needed() {
        CountModel saturated = model("doctors-saturated");
        assertThat(saturated.deviance()).isCloseTo(0, within(1e-9));
        assertThat(saturated.dispersion()).isEmpty();
        LinearCombination smoker = saturated.combination("a=smoker", CovarianceForm.model());
        assertThat(smoker.standardError()).isEmpty();
        assertThat(smoker.interval(Confidence.DEFAULT)).isEmpty();
        assertThat(saturated.covariance(CovarianceForm.hc1())).isEmpty();
        MetricResult row = saturated
                .table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(row.status()).isEqualTo(Status.NO_DF);
        assertThat(row.value()).isPresent();
        assertThat(row.interval()).isEmpty();
        assertThat(row.test()).isEmpty();
    }

    @Test
    void rows_without_person_time_and_events_are_left_out_and_named() {
        double[] time = {0, 1, 2, 3, 4};
        CountModel all = CountModel.fit(
                Design.line("time", time),
                CountData.of(new double[] {12, 15, 0, 21, 30}, new double[] {1000, 1000, 0, 1100, 1200}),
                CountFamily.POISSON);
        CountModel some = CountModel.fit(
                Design.line("time", new double[] {0, 1, 3, 4}),
                CountData.of(new double[] {12, 15, 21, 30}, new double[] {1000, 1000, 1100, 1200}),
                CountFamily.POISSON);
        assertThat(all.omitted()).containsExactly(2);
        assertThat(all.observations()).isEqualTo(4);
        assertThat(all.coefficients()).isEqualTo(some.coefficients());
        assertThat(all.covariance(CovarianceForm.neweyWest(0)).orElseThrow().value(1, 1))
                .isEqualTo(some.covariance(CovarianceForm.hc0()).orElseThrow().value(1, 1));
    }

    @Test
    void no_person_time_at_all_is_a_status() {
        CountModel model = CountModel.fit(
                Design.line("time", new double[] {0, 1}),
                CountData.of(new double[] {0, 0}, new double[] {0, 0}),
                CountFamily.POISSON);
        assertThat(model.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(model.omitted()).containsExactly(0, 1);
        assertThatThrownBy(model::coefficients)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model has no estimates, its status is no-person-time");
    }

    @ParameterizedTest
    @EnumSource(CountFamily.class)
    void a_level_without_events_is_separated_and_named(CountFamily family) {
        Design design = Design.builder(4)
                .intercept()
                .factor("sex", List.of("male", "male", "female", "female"), "male")
                .build();
        CountModel model =
                CountModel.fit(design, CountData.of(new double[] {3, 9, 0, 0}, new double[] {100, 90, 80, 70}), family);
        assertThat(model.status()).isEqualTo(Status.SEPARATED);
        assertThat(model.separatedColumns()).containsExactly("sex=female");
        MetricResult row = model.table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(row.value()).isEmpty();
        assertThat(row.interval()).isEmpty();
        assertThat(row.warnings().get(0).message(Locale.ENGLISH)).contains("can be told apart by sex=female");
        assertThat(row.explain(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void events_at_the_last_time_only_are_separated_but_events_at_a_middle_time_are_not() {
        double[] time = {0, 1, 2, 3, 4};
        double[] personTime = {1, 1, 1, 1, 1};
        CountModel last = CountModel.fit(
                Design.line("time", time), CountData.of(new double[] {0, 0, 0, 0, 7}, personTime), CountFamily.POISSON);
        assertThat(last.status()).isEqualTo(Status.SEPARATED);
        assertThat(last.separatedColumns()).containsExactly(Design.INTERCEPT, "time");
        CountModel middle = CountModel.fit(
                Design.line("time", time), CountData.of(new double[] {0, 0, 7, 0, 0}, personTime), CountFamily.POISSON);
        assertThat(middle.status()).isEqualTo(Status.OK);
        assertThat(middle.coefficient("time")).isCloseTo(0, within(1e-9));
    }

    @Test
    void separation_by_a_combination_of_two_columns_is_found() {
        // rows with events leave two free directions; only their sum has no negative row
        Design design = Design.builder(6)
                .numeric("base", new double[] {1, 1, 1, 1, 1, 1})
                .numeric("u", new double[] {0, 0, 2, -1, 1, 0.5})
                .numeric("v", new double[] {0, 0, -1, 2, 1, 0.5})
                .build();
        CountModel model = CountModel.fit(design, CountData.of(new double[] {4, 5, 0, 0, 0, 0}), CountFamily.POISSON);
        assertThat(model.status()).isEqualTo(Status.SEPARATED);
        assertThat(model.separatedColumns()).containsExactly("u", "v");
        Design opposed = Design.builder(6)
                .numeric("base", new double[] {1, 1, 1, 1, 1, 1})
                .numeric("u", new double[] {0, 0, 1, -1, 0, 0})
                .numeric("v", new double[] {0, 0, 0, 0, 1, -1})
                .build();
        CountModel finite = CountModel.fit(opposed, CountData.of(new double[] {4, 5, 0, 0, 0, 0}), CountFamily.POISSON);
        assertThat(finite.status()).isEqualTo(Status.OK);
    }

    @Test
    void no_event_at_all_is_separated_with_a_note_of_its_own() {
        CountModel model = CountModel.fit(
                Design.line("time", new double[] {0, 1, 2}), CountData.of(new double[] {0, 0, 0}), CountFamily.POISSON);
        assertThat(model.status()).isEqualTo(Status.SEPARATED);
        MetricResult row = model.table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(row.warnings()).extracting(note -> note.code()).containsExactly("no-events");
    }

    @Test
    void counts_without_overdispersion_give_the_poisson_fit() {
        double[] time = {0, 1, 2, 3, 4, 5};
        CountData data = CountData.of(new double[] {10, 11, 12, 13, 14, 15});
        CountModel negative = CountModel.fit(Design.line("time", time), data, CountFamily.NEGATIVE_BINOMIAL);
        CountModel poisson = CountModel.fit(Design.line("time", time), data, CountFamily.POISSON);
        assertThat(negative.theta()).isEmpty();
        assertThat(negative.thetaStandardError()).isEmpty();
        assertThat(negative.coefficients()).isEqualTo(poisson.coefficients());
        assertThat(negative.overdispersionTest()).contains(new HypothesisTest("likelihood-ratio", 0, List.of(1d), 1));
        MetricResult row = negative.table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(row.warnings()).extracting(note -> note.code()).containsExactly("no-overdispersion");
    }

    @Test
    void very_large_and_very_small_person_time_converge() {
        double[] time = {1990, 1991, 1992, 1993};
        CountModel model = CountModel.fit(
                Design.line("year", time),
                CountData.of(new double[] {0, 1, 0, 2}, new double[] {1e12, 1.1e12, 1.2e12, 1.3e12}),
                CountFamily.POISSON);
        assertThat(model.status()).isEqualTo(Status.OK);
        CountModel large = CountModel.fit(
                Design.line("year", time),
                CountData.of(new double[] {4e11, 5e11, 6e11, 9e11}, new double[] {1e-3, 1e-3, 1e-3, 1e-3}),
                CountFamily.POISSON);
        assertThat(large.status()).isEqualTo(Status.OK);
        assertThat(Arrays.stream(large.fitted()).sum()).isCloseTo(2.4e12, within(10d));
    }

    @Test
    void values_at_the_end_of_the_range_stay_finite_or_absent() {
        Design line = Design.line("x", new double[] {0, 1e70, -1e70, 5e69});
        CountData data = CountData.of(new double[] {1e70, 3e69, 0, 2}, new double[] {1e70, 1e-70, 1, 1e70})
                .weighted(new double[] {1, 1, 1e-3, 1});
        for (MetricResult row : CountModel.fit(line, data, CountFamily.QUASI_POISSON)
                .table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)) {
            assertThat(row.value().orElse(0)).isFinite();
            assertThat(row.standardError().orElse(0)).isFinite();
        }
    }

    @Test
    void wald_test_of_one_column_is_its_squared_statistic() {
        CountModel poisson = model("doctors-poisson");
        HypothesisTest one =
                poisson.wald(List.of("a=smoker"), CovarianceForm.model()).orElseThrow();
        double z = poisson.combination("a=smoker", CovarianceForm.model())
                .test()
                .orElseThrow()
                .statistic();
        assertThat(one.statistic()).isCloseTo(z * z, within(1e-9));
        assertThat(one.df()).containsExactly(1d);
        CountModel quasi = model("quine-quasi");
        HypothesisTest term =
                quasi.wald(quasi.design().term("b"), CovarianceForm.model()).orElseThrow();
        assertThat(term.df()).containsExactly(3d, 141d);
    }

    @Provide
    Arbitrary<List<Integer>> series() {
        return Arbitraries.integers().between(0, 60).list().ofMinSize(4).ofMaxSize(12);
    }

    private static CountModel line(List<Integer> counts, double scale, CountFamily family) {
        double[] time = IntStream.range(0, counts.size()).asDoubleStream().toArray();
        double[] events = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] personTime = IntStream.range(0, counts.size())
                .mapToDouble(i -> scale * (3 + i % 3))
                .toArray();
        return CountModel.fit(Design.line("time", time), CountData.of(events, personTime), family);
    }

    @Property(tries = 100)
    void fitted_counts_add_up_to_the_observed(@ForAll("series") List<Integer> counts) {
        CountModel model = line(counts, 1, CountFamily.POISSON);
        Assume.that(model.status() == Status.OK);
        double[] fitted = model.fitted();
        double sum = counts.stream().mapToInt(Integer::intValue).sum();
        double moment = IntStream.range(0, counts.size())
                .mapToDouble(i -> i * (counts.get(i) - fitted[i]))
                .sum();
        assertThat(Arrays.stream(fitted).sum()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(moment).isCloseTo(0, within(1e-8 * sum));
    }

    @Property(tries = 100)
    void a_series_is_either_fitted_or_has_no_events_at_all_but_one_end(@ForAll("series") List<Integer> counts) {
        CountModel model = line(counts, 1, CountFamily.POISSON);
        int last = counts.size() - 1;
        boolean ends =
                IntStream.range(0, counts.size()).filter(i -> counts.get(i) > 0).allMatch(i -> i == 0)
                        || IntStream.range(0, counts.size())
                                .filter(i -> counts.get(i) > 0)
                                .allMatch(i -> i == last);
        assertThat(model.status()).isEqualTo(ends ? Status.SEPARATED : Status.OK);
    }

    @Property(tries = 60)
    void the_unit_of_person_time_moves_the_intercept_only(
            @ForAll("series") List<Integer> counts, @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        for (CountFamily family : CountFamily.values()) {
            CountModel one = line(counts, 1, family);
            CountModel other = line(counts, unit, family);
            Assume.that(one.status() == Status.OK);
            assertThat(other.coefficient("time")).isCloseTo(one.coefficient("time"), within(1e-7));
            assertThat(other.coefficient(Design.INTERCEPT) + Math.log(unit))
                    .isCloseTo(one.coefficient(Design.INTERCEPT), within(1e-7));
        }
    }

    @Property(tries = 100)
    void two_groups_have_the_ratio_of_their_rates(
            @ForAll("series") List<Integer> counts, @ForAll @DoubleRange(min = 0.5, max = 20) double personTime) {
        int a = counts.get(0) + 1;
        int b = counts.get(1) + 1;
        Design design = Design.builder(2)
                .intercept()
                .factor("g", List.of("x", "y"), "x")
                .build();
        CountModel model = CountModel.fit(
                design, CountData.of(new double[] {a, b}, new double[] {10, personTime}), CountFamily.POISSON);
        LinearCombination ratio = model.combination("g=y", CovarianceForm.model());
        assertThat(Math.exp(ratio.estimate().getAsDouble()))
                .isCloseTo((b / personTime) / (a / 10d), within(1e-9 * b * 10 / personTime / a));
        assertThat(ratio.standardError().getAsDouble()).isCloseTo(Math.sqrt(1d / a + 1d / b), within(1e-9));
    }

    @Property(tries = 60)
    void quasi_poisson_has_the_poisson_standard_error_times_the_root_of_the_dispersion(
            @ForAll("series") List<Integer> counts) {
        CountModel poisson = line(counts, 1, CountFamily.POISSON);
        CountModel quasi = line(counts, 1, CountFamily.QUASI_POISSON);
        Assume.that(poisson.status() == Status.OK);
        double phi = quasi.dispersion().getAsDouble();
        assertThat(quasi.combination("time", CovarianceForm.model())
                        .standardError()
                        .getAsDouble())
                .isCloseTo(
                        Math.sqrt(phi)
                                * poisson.combination("time", CovarianceForm.model())
                                        .standardError()
                                        .getAsDouble(),
                        within(1e-10));
    }

    @Property(tries = 60)
    void the_negative_binomial_is_at_least_as_likely_as_poisson(@ForAll("series") List<Integer> counts) {
        CountModel poisson = line(counts, 1, CountFamily.POISSON);
        CountModel negative = line(counts, 1, CountFamily.NEGATIVE_BINOMIAL);
        Assume.that(poisson.status() == Status.OK);
        assertThat(negative.status()).isEqualTo(Status.OK);
        assertThat(negative.logLikelihood().getAsDouble())
                .isGreaterThanOrEqualTo(poisson.logLikelihood().getAsDouble() - 1e-9);
        negative.theta().ifPresent(theta -> assertThat(theta).isPositive());
    }

    @Property(tries = 40)
    void a_row_of_weight_two_is_two_rows(@ForAll("series") List<Integer> counts) {
        double[] events = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] twice = Arrays.copyOf(events, events.length + 1);
        twice[events.length] = events[1];
        double[] time = IntStream.range(0, counts.size()).asDoubleStream().toArray();
        double[] twiceTime = Arrays.copyOf(time, time.length + 1);
        twiceTime[time.length] = 1;
        double[] weights = new double[events.length];
        Arrays.fill(weights, 1);
        weights[1] = 2;
        CountModel weighted =
                CountModel.fit(Design.line("time", time), CountData.of(events).weighted(weights), CountFamily.POISSON);
        CountModel doubled = CountModel.fit(Design.line("time", twiceTime), CountData.of(twice), CountFamily.POISSON);
        Assume.that(weighted.status() == Status.OK);
        assertThat(weighted.coefficient("time")).isCloseTo(doubled.coefficient("time"), within(1e-8));
        assertThat(weighted.deviance()).isCloseTo(doubled.deviance(), within(1e-7));
        assertThat(weighted.logLikelihood().getAsDouble())
                .isCloseTo(doubled.logLikelihood().getAsDouble(), within(1e-7));
    }

    @Nested
    class Rejects {
        private final Design line = Design.line("time", new double[] {0, 1, 2});

        @Test
        void another_number_of_rows() {
            assertThatThrownBy(() -> CountModel.fit(line, CountData.of(new double[] {1, 2}), CountFamily.POISSON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("design must have one row for each of the 2 counts, was 3");
        }

        @Test
        void a_count_that_is_not_whole_but_not_for_quasi_poisson() {
            CountData data = CountData.of(new double[] {1, 2.5, 2});
            assertThatThrownBy(() -> CountModel.fit(line, data, CountFamily.POISSON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("events[1] must be a whole number of at most 2^53, was 2.5");
            assertThat(CountModel.fit(line, data, CountFamily.QUASI_POISSON).status())
                    .isEqualTo(Status.OK);
        }

        @Test
        void dependent_columns_by_name() {
            Design design = Design.builder(3)
                    .intercept()
                    .numeric("time", new double[] {0, 1, 2})
                    .numeric("months", new double[] {0, 12, 24})
                    .build();
            assertThatThrownBy(() -> CountModel.fit(design, CountData.of(new double[] {1, 2, 3}), CountFamily.POISSON))
                    .isInstanceOf(DependentColumnsException.class)
                    .hasMessage("design must have independent columns, was: months is a combination of time");
        }
    }
}
