package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;

/** Reference values: R survey 4.1-1, see replicate-weights.reference.R. */
class ReplicateWeightsTest {
    private final SurveySums sums = new SurveySums();
    private final SurveyRows rows = new SurveyRows();
    private final SurveyDesign.Builder builder = SurveyDesign.builder();

    @ParameterizedTest
    @CsvFileSource(resources = "replicate-weights.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            ReplicateMethod method,
            String prefix,
            ReplicateCentre centre,
            String statistic,
            double value,
            double error,
            int df)
            throws IOException {
        SurveyVariance variance = read(method, prefix, centre);
        SurveyEstimates estimates = SurveyEstimates.with(variance, Confidence.of(0.95));
        SurveyEstimate estimate =
                switch (statistic) {
                    case "mean" -> estimates.mean(sums, 0);
                    case "total" -> estimates.total(sums, 0);
                    default -> estimates.ratio(sums, 0);
                };
        assertThat(estimate.value().orElseThrow()).isCloseTo(value, within(value * 1e-12));
        assertThat(estimate.standardError().orElseThrow()).isCloseTo(error, within(error * 1e-9));
        assertThat(variance.degreesOfFreedom()).isEqualTo(df);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "replicate-quantiles.reference.csv", useHeadersInDisplayName = true)
    void quantiles_match_reference_values(
            ReplicateMethod method,
            double probability,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double standardError)
            throws IOException {
        SurveyVariance variance = read(method, "b", ReplicateCentre.MEAN);
        SurveyEstimate quantile =
                SurveyQuantile.of(variance, rows, 0, probability, QuantileRule.MATH, Confidence.of(0.95));
        assertThat(quantile.value()).hasValue(value);
        Interval interval = quantile.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("woodruff");
        assertThat(interval.lower()).isEqualTo(lower == null ? Double.NEGATIVE_INFINITY : lower);
        assertThat(interval.upper()).isEqualTo(upper == null ? Double.POSITIVE_INFINITY : upper);
        if (standardError == null) {
            assertThat(quantile.standardError()).isEmpty();
        } else {
            assertThat(quantile.standardError().orElseThrow()).isCloseTo(standardError, within(standardError * 1e-7));
        }
    }

    @Test
    void a_jackknife_of_the_owner_gives_no_quantile() throws IOException {
        SurveyVariance variance = read(ReplicateMethod.JK1, "j", ReplicateCentre.MEAN);
        assertThatThrownBy(() -> SurveyQuantile.of(variance, rows, 0, 0.5, QuantileRule.MATH, Confidence.of(0.95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variance of a quantile must not be a jackknife; use taylor, brr, fay or bootstrap");
    }

    @Test
    void the_working_names_the_replicates_and_not_units_of_a_design() throws IOException {
        SurveyVariance variance = read(ReplicateMethod.BRR, "b", ReplicateCentre.MEAN);
        SurveyEstimate mean =
                SurveyEstimates.with(variance, Confidence.of(0.95)).mean(sums, 0);
        assertThat(mean.explain(Locale.ENGLISH).get(0).toString()).contains("R = 8, n = 24");
    }

    private SurveyVariance read(ReplicateMethod method, String prefix, ReplicateCentre centre) throws IOException {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("replicate-weights.csv"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> header = List.of(lines.get(0).split(","));
        List<Integer> places = IntStream.range(0, header.size())
                .filter(i -> header.get(i).startsWith(prefix))
                .boxed()
                .toList();
        ReplicateWeights weights = ReplicateWeights.of(method, scale(method, places.size()), rscales(method, places));
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int leaf = builder.unit("", List.of(), new double[0], cells[0]);
            weights.add(
                    cells[0], places.stream().mapToDouble(place -> cells[place]).toArray());
            sums.add(0, leaf, cells[0], cells[1], cells[2]);
            rows.add(0, leaf, cells[0], cells[1]);
        }
        return weights.variance(builder.build(), centre);
    }

    private static double scale(ReplicateMethod method, int size) {
        return method == ReplicateMethod.OTHER ? 0.7 : ReplicateWeights.scaleOf(method, size, 0.4);
    }

    private static List<Double> rscales(ReplicateMethod method, List<Integer> places) {
        List<Double> rscales = new ArrayList<>(Collections.nCopies(places.size(), 1.0));
        if (method == ReplicateMethod.JKN) {
            Collections.fill(rscales, 0.5);
        } else if (method == ReplicateMethod.OTHER) {
            for (int r = 0; r < rscales.size(); r++) {
                rscales.set(r, (r + 1) / 8.0);
            }
        }
        return rscales;
    }

    @Nested
    class Rejects {
        @Test
        void scales_that_make_no_variance() {
            assertThatThrownBy(() -> ReplicateWeights.of(ReplicateMethod.OTHER, 0, List.of(1.0, 1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("scale");
            assertThatThrownBy(() -> ReplicateWeights.of(ReplicateMethod.OTHER, 1, List.of(1.0, -1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rscales must be finite and 0 or more, was -1.0");
            assertThatThrownBy(() -> ReplicateWeights.of(ReplicateMethod.OTHER, 1, List.of(1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("replicate weights must be 2 or more, was 1");
        }

        @Test
        void rows_of_another_length_or_without_a_number() {
            ReplicateWeights weights = ReplicateWeights.of(ReplicateMethod.JK1, 1, List.of(1.0, 1.0));
            assertThatThrownBy(() -> weights.add(1, new double[] {1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("replicate weights must be 2 in each row, was 1");
            assertThatThrownBy(() -> weights.add(1, new double[] {1, Double.NaN}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("replicate weights must be finite, was NaN");
        }

        @Test
        void a_design_of_other_respondents() {
            ReplicateWeights weights = ReplicateWeights.of(ReplicateMethod.JK1, 1, List.of(1.0, 1.0));
            builder.unit("", List.of(), new double[0], 1);
            builder.unit("", List.of(), new double[0], 1);
            SurveyDesign design = builder.build();
            assertThatThrownBy(() -> weights.variance(design, ReplicateCentre.MEAN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("each of the 0 respondents");
        }

        @Test
        void making_replicates_of_an_unknown_method() {
            builder.unit("", List.of(), new double[0], 1);
            builder.unit("", List.of(), new double[0], 1);
            SurveyDesign design = builder.build();
            assertThatThrownBy(
                            () -> SurveyVariance.replicates(design, ReplicateMethod.OTHER, 2, 1, ReplicateCentre.MEAN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("variance other must have replicate weights that are given");
        }
    }
}
