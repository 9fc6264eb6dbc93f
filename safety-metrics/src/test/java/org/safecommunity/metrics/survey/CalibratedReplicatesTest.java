package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.survey.CalibrationException.Reason;
import org.safecommunity.metrics.survey.SurveySample.Drawn;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

class CalibratedReplicatesTest {

    private static SurveySample sample(ReplicateMethod method) {
        return switch (method) {
            case JK1 -> new SurveySample(SurveySample.read("mini.csv"), "w", Drawn.of("", "psu", ""));
            case JKN -> SurveySample.mini();
            case BOOTSTRAP ->
                new SurveySample(SurveySample.read("calibrated-replicates.csv"), "w", Drawn.of("", "", ""));
            default -> new SurveySample(SurveySample.read("calibrated-replicates.csv"), "w", Drawn.of("h", "psu", ""));
        };
    }

    private static SurveyVariance replicates(SurveySample sample, ReplicateMethod method, ReplicateCentre centre) {
        if (method != ReplicateMethod.BOOTSTRAP) {
            return SurveyVariance.replicates(sample.design(), method, 0, 0, centre);
        }
        ReplicateWeights given =
                ReplicateWeights.of(method, ReplicateWeights.scaleOf(method, 20, 0), Collections.nCopies(20, 1.0));
        for (int i = 0; i < sample.rows().size(); i++) {
            double[] weights = new double[20];
            for (int r = 0; r < weights.length; r++) {
                weights[r] = number(sample.rows().get(i), "b" + (r + 1));
            }
            given.add(sample.weight(i), weights);
        }
        return given.variance(sample.design(), centre);
    }

    private static Calibration calibration(SurveySample sample, List<String> names, double share) {
        Map<String, Margin> margins = Map.of(
                "dom", new Margin("dom", Map.of("A", 300 * share, "B", 280 * share)),
                "yes", new Margin("yes", Map.of("1", 360 * share, "0", 220 * share)),
                "x", new Margin("x", Map.of("", 1800 * share)));
        Calibration calibration =
                new Calibration(names.stream().map(margins::get).toList());
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

    private static List<Integer> leaves(SurveySample sample) {
        List<Integer> leaves = new ArrayList<>();
        for (int i = 0; i < sample.rows().size(); i++) {
            leaves.add(sample.leaf(i));
        }
        return leaves;
    }

    private static double sum(SurveySample sample) {
        double sum = 0;
        for (int i = 0; i < sample.rows().size(); i++) {
            sum += sample.weight(i);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "calibrated-replicates.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            ReplicateMethod variance,
            ReplicateCentre centre,
            String method,
            String margins,
            String statistic,
            double value,
            double error) {
        SurveySample sample = sample(variance);
        Calibration calibration = calibration(sample, List.of(margins.split(" ")), sum(sample) / 564);
        calibration.solve(CalibrationMethod.valueOf(method.toUpperCase(Locale.ROOT)), 0.1, 6);
        SurveyEstimates estimates = SurveyEstimates.with(
                SurveyVariance.calibrated(replicates(sample, variance, centre), calibration, leaves(sample)),
                Confidence.DEFAULT);
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            if (!statistic.equals("mean-of-B") || text(row, "dom").equals("B")) {
                sums.add(0, i, sample.weight(i) * calibration.factor(i), number(row, "y"), number(row, "x"));
            }
        }
        SurveyEstimate estimate =
                switch (statistic) {
                    case "total" -> estimates.total(sums, 0);
                    case "ratio" -> estimates.ratio(sums, 0);
                    default -> estimates.mean(sums, 0);
                };
        ResultContract.assertKept(estimate);
        assertThat(estimate.inputs()).containsEntry("variance", variance.label() + "-calibrated");
        assertClose(estimate.value().orElseThrow(), value, 1e-9);
        assertClose(estimate.standardError().orElseThrow(), error, 1e-8);
    }

    @Test
    void a_total_that_is_known_is_the_same_in_each_replicate() {
        SurveySample sample = SurveySample.mini();
        Calibration calibration = calibration(sample, List.of("dom", "x"), 1);
        calibration.solve(CalibrationMethod.RAKE, 0, 0);
        SurveyVariance variance = SurveyVariance.calibrated(
                replicates(sample, ReplicateMethod.JKN, ReplicateCentre.MEAN), calibration, leaves(sample));
        SurveySums sums = new SurveySums();
        for (int i = 0; i < sample.rows().size(); i++) {
            sums.add(
                    0,
                    i,
                    sample.weight(i) * calibration.factor(i),
                    number(sample.rows().get(i), "x"));
        }
        SurveyEstimate total =
                SurveyEstimates.with(variance, Confidence.DEFAULT).total(sums, 0);
        assertClose(total.value().orElseThrow(), 1800, 1e-10);
        assertThat(total.standardError().orElseThrow()).isLessThan(1e-6);
        assertThat(variance.degreesOfFreedom()).isEqualTo(5);
    }

    @Test
    void units_of_one_primary_unit_are_seen_by_their_leaves() {
        SurveySample sample = SurveySample.mini();
        Calibration calibration = calibration(sample, List.of("dom"), 1);
        calibration.solve(CalibrationMethod.POSTSTRATIFY, 0, 0);
        SurveyVariance variance = SurveyVariance.calibrated(
                replicates(sample, ReplicateMethod.JKN, ReplicateCentre.MEAN), calibration, leaves(sample));
        SurveySums sums = new SurveySums();
        for (int i = 0; i < 3; i++) {
            sums.add(0, i, sample.weight(i), 1);
        }
        assertThat(SurveyEstimates.with(variance, Confidence.DEFAULT)
                        .mean(sums, 0)
                        .status())
                .isEqualTo(org.safecommunity.metrics.Status.SINGLE_PSU);
    }

    @Nested
    class Rejects {
        @Test
        void a_replicate_whose_totals_cannot_be_met_is_named() {
            SurveySample sample = SurveySample.mini();
            Calibration calibration = new Calibration(List.of(new Margin("psu", Map.of("31", 80d, "other", 500d))));
            for (int i = 0; i < sample.rows().size(); i++) {
                String psu = text(sample.rows().get(i), "psu");
                calibration.add(List.of(psu.equals("31") ? psu : "other"), new double[1], sample.weight(i));
            }
            calibration.solve(CalibrationMethod.RAKE, 0, 0);
            SurveyVariance jkn = replicates(sample, ReplicateMethod.JKN, ReplicateCentre.MEAN);
            List<Integer> leaves = leaves(sample);
            assertThatThrownBy(() -> SurveyVariance.calibrated(jkn, calibration, leaves))
                    .isInstanceOfSatisfying(CalibrationException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.TOTAL_WITHOUT_UNIT);
                        assertThat(e.replicate()).hasValue(6);
                        assertThat(e.where()).isEqualTo("psu 31");
                        assertThat(e.number()).isEqualTo(80);
                    })
                    .hasMessageStartingWith("replicate 6: psu 31 must have a unit in the sample for its total of 80");
        }

        @Test
        void a_variance_that_is_calibrated_already_or_other_units() {
            SurveySample sample = SurveySample.mini();
            Calibration calibration = calibration(sample, List.of("dom"), 1);
            calibration.solve(CalibrationMethod.RAKE, 0, 0);
            List<Integer> leaves = leaves(sample);
            SurveyVariance once = SurveyVariance.calibrated(
                    replicates(sample, ReplicateMethod.JKN, ReplicateCentre.MEAN), calibration, leaves);
            assertThatThrownBy(() -> SurveyVariance.calibrated(once, calibration, leaves))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("variance must not be calibrated already, was jkn-calibrated");
            assertThatThrownBy(() -> SurveyVariance.calibrated(once, calibration, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("leaves must be one for each of the 24 calibrated units, was 0");
        }
    }
}
