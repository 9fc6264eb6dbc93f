package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

class CalibrationTest {
    private static final Map<String, Margin> MARGINS = Map.of(
            "dom", new Margin("dom", Map.of("A", 300d, "B", 280d)),
            "yes", new Margin("yes", Map.of("1", 360d, "0", 220d)),
            "x", new Margin("x", Map.of("", 1800d)));

    private static Calibration of(SurveySample sample, List<String> names) {
        Calibration calibration = new Calibration(names.stream()
                .map(name -> Objects.requireNonNull(MARGINS.get(name)))
                .toList());
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            calibration.add(
                    names.stream().map(name -> text(row, name)).toList(),
                    names.stream()
                            .mapToDouble(name -> name.equals("x") ? number(row, name) : 0)
                            .toArray(),
                    sample.weight(i));
        }
        return calibration;
    }

    private static SurveyEstimate estimate(SurveySample sample, Calibration calibration, String statistic) {
        List<Integer> leaves = new ArrayList<>();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            leaves.add(sample.leaf(i));
            if (!statistic.equals("mean-of-B") || text(row, "dom").equals("B")) {
                double w = sample.weight(i) * calibration.factor(i);
                sums.add(0, i, w, number(row, "y"), number(row, "x"));
            }
        }
        SurveyEstimates estimates = SurveyEstimates.with(
                SurveyVariance.calibrated(sample.design(), calibration, leaves), Confidence.DEFAULT);
        return switch (statistic) {
            case "total" -> estimates.total(sums, 0);
            case "ratio" -> estimates.ratio(sums, 0);
            default -> estimates.mean(sums, 0);
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "calibration.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String method,
            String margins,
            String statistic,
            double value,
            double error,
            double smallest,
            double largest) {
        CalibrationMethod how = CalibrationMethod.valueOf(method.toUpperCase(Locale.ROOT));
        SurveySample sample = SurveySample.mini();
        Calibration calibration = of(sample, List.of(margins.split(" ")));
        calibration.solve(how, how == CalibrationMethod.LOGIT ? 0.7 : 0.93, how == CalibrationMethod.LOGIT ? 1.4 : 1.2);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < calibration.size(); i++) {
            least = Math.min(least, calibration.factor(i));
            most = Math.max(most, calibration.factor(i));
        }
        assertClose(least, smallest, 1e-9);
        assertClose(most, largest, 1e-9);
        SurveyEstimate estimate = estimate(sample, calibration, statistic);
        ResultContract.assertKept(estimate);
        assertClose(estimate.value().orElseThrow(), value, 1e-9);
        assertClose(estimate.standardError().orElseThrow(), error, 1e-9);
    }

    @Test
    void a_total_that_is_known_has_no_error() {
        SurveySample sample = SurveySample.mini();
        Calibration calibration = of(sample, List.of("dom", "x"));
        calibration.solve(CalibrationMethod.LINEAR, 0, 2);
        SurveySums sums = new SurveySums();
        List<Integer> leaves = new ArrayList<>();
        for (int i = 0; i < sample.rows().size(); i++) {
            leaves.add(sample.leaf(i));
            double w = sample.weight(i) * calibration.factor(i);
            sums.add(0, i, w, number(sample.rows().get(i), "x"));
        }
        SurveyEstimate total = SurveyEstimates.with(
                        SurveyVariance.calibrated(sample.design(), calibration, leaves), Confidence.DEFAULT)
                .total(sums, 0);
        assertClose(total.value().orElseThrow(), 1800, 1e-10);
        assertThat(total.standardError().orElseThrow()).isLessThan(1e-8);
    }

    @Nested
    class Rejects {
        @Test
        void totals_that_cannot_be_met() {
            SurveySample sample = SurveySample.mini();
            Calibration narrow = of(sample, List.of("dom", "x"));
            assertThatThrownBy(() -> narrow.solve(CalibrationMethod.LOGIT, 0.99, 1.03))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("totals must be met")
                    .hasMessageContaining("widen the bounds");
            assertThatThrownBy(() -> narrow.solve(CalibrationMethod.LOGIT, 1.1, 2))
                    .hasMessageContaining("both sides of 1, were 1.1 and 2");
            assertThatThrownBy(() -> new Calibration(List.of())).hasMessageContaining("one or more");
            Calibration empty = new Calibration(List.of(new Margin("g", Map.of("a", 5d, "b", 5d))));
            empty.add(List.of("a"), new double[1], 1);
            assertThatThrownBy(() -> empty.solve(CalibrationMethod.RAKE, 0, 0))
                    .hasMessageContaining("g b must have a unit in the sample for its total of 5");
            assertThatThrownBy(() -> empty.add(List.of("c"), new double[1], 1)).hasMessageContaining("was absent");
            assertThatThrownBy(() -> empty.add(List.of("a"), new double[1], 0)).hasMessageContaining("weight");
        }
    }
}
