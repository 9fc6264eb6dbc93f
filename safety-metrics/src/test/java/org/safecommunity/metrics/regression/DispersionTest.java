package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;

class DispersionTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static CountModel oneRate(double[] events, double[] personTime, CountFamily family) {
        Design mean = Design.builder(events.length).intercept().build();
        return CountModel.fit(mean, CountData.of(events, personTime), family);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "dispersion.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String events,
            String personTime,
            double dispersion,
            double statistic,
            double df,
            double p,
            double dean,
            double deanP) {
        Dispersion result = Dispersion.of(oneRate(numbers(events), numbers(personTime), CountFamily.POISSON));
        HypothesisTest test = result.test().orElseThrow();
        assertThat(name).isNotBlank();
        assertThat(result.value().getAsDouble()).isCloseTo(dispersion, within(1e-9 * dispersion));
        assertThat(test.statistic()).isCloseTo(statistic, within(1e-9 * statistic));
        assertThat(test.df()).containsExactly(df);
        assertThat(test.pValue()).isCloseTo(p, within(1e-9 * p));
        assertThat((Double) result.details().get("deanScore")).isCloseTo(dean, within(1e-9 * Math.abs(dean)));
        assertThat((Double) result.details().get("deanPValue")).isCloseTo(deanP, within(1e-9 * deanP));
    }

    @Test
    void the_negative_binomial_tells_theta_and_the_test_against_poisson() {
        Dispersion result = Dispersion.of(oneRate(
                new double[] {2, 14, 0, 30, 3, 1, 25, 2, 9, 40},
                new double[] {1, 3, 0.5, 4, 2.5, 0.8, 3.5, 1.2, 2.2, 6},
                CountFamily.NEGATIVE_BINOMIAL));
        assertThat(result.details())
                .containsKeys("theta", "thetaStandardError", "likelihoodRatio", "likelihoodRatioPValue", "aic")
                .doesNotContainKey("deanScore");
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("θ by maximum likelihood"));
    }

    @Test
    void one_count_has_no_degrees_of_freedom() {
        Dispersion result = Dispersion.of(oneRate(new double[] {5}, new double[] {10}, CountFamily.POISSON));
        assertThat(result.value()).isEmpty();
        assertThat(result.test()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.NO_DF);
        assertThat(result.explain(Locale.CHINESE))
                .anySatisfy(step -> assertThat(step.text()).isEqualTo("自由度不足：没有区间。"));
    }

    @Test
    void no_event_is_no_model() {
        Dispersion result = Dispersion.of(oneRate(new double[] {0, 0, 0}, new double[] {1, 1, 1}, CountFamily.POISSON));
        assertThat(result.value()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.SEPARATED);
        assertThat(result.details()).isEmpty();
        assertThat(result.warnings()).extracting(Note::code).containsExactly("no-events");
    }

    @Test
    void equal_counts_have_dispersion_zero() {
        Dispersion result =
                Dispersion.of(oneRate(new double[] {7, 7, 7}, new double[] {2, 2, 2}, CountFamily.QUASI_POISSON));
        assertThat(result.value()).hasValue(0);
        assertThat(result.test().orElseThrow().pValue()).isEqualTo(1);
    }

    @Test
    void small_means_are_remarked() {
        Dispersion result = Dispersion.of(oneRate(new double[] {1, 2, 0}, new double[] {1, 1, 1}, CountFamily.POISSON));
        assertThat(result.warnings()).containsExactly(Note.of("small-means", 3, 3, 5));
    }

    @Property(tries = 100)
    void is_the_variance_over_the_mean_for_equal_person_time(
            @ForAll @Size(5) List<@IntRange(min = 1, max = 90) Integer> counts) {
        double[] events = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] personTime = {4, 4, 4, 4, 4};
        double mean = Arrays.stream(events).average().orElseThrow();
        double variance =
                Arrays.stream(events).map(y -> (y - mean) * (y - mean)).sum() / 4;
        assertThat(Dispersion.of(oneRate(events, personTime, CountFamily.POISSON))
                        .value()
                        .getAsDouble())
                .isCloseTo(variance / mean, within(1e-9));
    }
}
