package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;

/** Every sample that a design can draw: the mean of the estimates is the total, the mean of the variances their variance. */
class SurveyDesignTest {
    private static final double[] NONE = {};

    /** A unit of a sample; y is NaN outside the domain. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Unit(String stratum, List<String> clusters, double[] fpc, double weight, double y) {
        Unit {
            fpc = fpc.clone();
        }
    }

    private static void assertUnbiased(List<List<Unit>> samples, double total) {
        double sum = 0;
        double squares = 0;
        double variances = 0;
        for (List<Unit> sample : samples) {
            SurveyDesign.Builder builder = SurveyDesign.builder();
            SurveySums sums = new SurveySums();
            for (Unit unit : sample) {
                int leaf = builder.unit(unit.stratum(), unit.clusters(), unit.fpc(), unit.weight());
                if (!Double.isNaN(unit.y())) {
                    sums.add(0, leaf, unit.weight(), unit.y());
                }
            }
            SurveyEstimate estimate = SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT)
                    .total(sums, 0);
            double error = estimate.standardError().orElseThrow();
            sum += estimate.value().orElseThrow();
            squares += Math.pow(estimate.value().orElseThrow() - total, 2);
            variances += error * error;
        }
        assertClose(sum / samples.size(), total, 1e-12);
        assertClose(variances / samples.size(), squares / samples.size(), 1e-12);
    }

    /** All subsets of k of the numbers 0 to n − 1. */
    private static List<List<Integer>> subsets(int n, int k) {
        List<List<Integer>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << n; bits++) {
            if (Integer.bitCount(bits) == k) {
                List<Integer> subset = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    if ((bits >> i & 1) == 1) {
                        subset.add(i);
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    @Test
    void simple_random_samples_are_unbiased() {
        double[] y = {3, 8, 1, 12, 7, 5};
        List<List<Unit>> samples = new ArrayList<>();
        for (List<Integer> subset : subsets(6, 3)) {
            samples.add(subset.stream()
                    .map(i -> new Unit("", List.of(), new double[] {6}, 2, y[i]))
                    .toList());
        }
        assertUnbiased(samples, 36);
    }

    @Test
    void stratified_samples_are_unbiased() {
        double[][] y = {{3, 8, 1, 12}, {20, 25, 21, 40, 28}};
        List<List<Unit>> samples = new ArrayList<>();
        for (List<Integer> first : subsets(4, 2)) {
            for (List<Integer> second : subsets(5, 3)) {
                List<Unit> sample = new ArrayList<>();
                first.forEach(i -> sample.add(new Unit("a", List.of(), new double[] {4}, 2, y[0][i])));
                second.forEach(i -> sample.add(new Unit("b", List.of(), new double[] {5}, 5 / 3d, y[1][i])));
                samples.add(sample);
            }
        }
        assertUnbiased(samples, 158);
    }

    @Test
    void samples_of_whole_clusters_are_unbiased() {
        double[][] y = {{3, 8}, {1, 12, 4}, {7}, {5, 5, 5, 9}, {2, 2}};
        List<List<Unit>> samples = new ArrayList<>();
        for (List<Integer> subset : subsets(5, 3)) {
            List<Unit> sample = new ArrayList<>();
            for (int cluster : subset) {
                for (double value : y[cluster]) {
                    sample.add(new Unit("", List.of("c" + cluster), new double[] {5}, 5 / 3d, value));
                }
            }
            samples.add(sample);
        }
        assertUnbiased(samples, 63);
    }

    @Test
    void two_stage_samples_are_unbiased() {
        double[][] y = {{3, 8, 4}, {1, 12, 4}, {7, 9, 30}};
        List<List<Unit>> samples = new ArrayList<>();
        for (List<Integer> clusters : subsets(3, 2)) {
            for (List<Integer> inFirst : subsets(3, 2)) {
                for (List<Integer> inSecond : subsets(3, 2)) {
                    List<Unit> sample = new ArrayList<>();
                    inFirst.forEach(i -> sample.add(twoStage(y, clusters.get(0), i)));
                    inSecond.forEach(i -> sample.add(twoStage(y, clusters.get(1), i)));
                    samples.add(sample);
                }
            }
        }
        assertUnbiased(samples, 78);
    }

    private static Unit twoStage(double[][] y, int cluster, int unit) {
        return new Unit("", List.of("c" + cluster, "u" + unit), new double[] {3, 3}, 9 / 4d, y[cluster][unit]);
    }

    /** Two of three clusters in one stratum and both in another, two of three units in each; some are not in the domain. */
    @Test
    void domains_of_stratified_two_stage_samples_are_unbiased() {
        double out = Double.NaN;
        double[][] y = {{3, out, 4}, {out, out, 2}, {7, 9, out}, {5, out, 6}, {out, 11, 1}};
        List<List<Unit>> samples = new ArrayList<>();
        for (List<Integer> drawn : subsets(3, 2)) {
            for (List<Integer> first : subsets(3, 2)) {
                for (List<Integer> second : subsets(3, 2)) {
                    for (List<Integer> third : subsets(3, 2)) {
                        for (List<Integer> fourth : subsets(3, 2)) {
                            List<Unit> sample = new ArrayList<>();
                            first.forEach(i -> sample.add(ofStratum("a", 3, y, drawn.get(0), i)));
                            second.forEach(i -> sample.add(ofStratum("a", 3, y, drawn.get(1), i)));
                            third.forEach(i -> sample.add(ofStratum("b", 2, y, 3, i)));
                            fourth.forEach(i -> sample.add(ofStratum("b", 2, y, 4, i)));
                            samples.add(sample);
                        }
                    }
                }
            }
        }
        assertUnbiased(samples, 48);
    }

    private static Unit ofStratum(String stratum, int clusters, double[][] y, int cluster, int unit) {
        double weight = clusters / 2d * (3 / 2d);
        return new Unit(
                stratum, List.of("c" + cluster, "u" + unit), new double[] {clusters, 3}, weight, y[cluster][unit]);
    }

    /** As the rank of R's replicate weights: a stratum that is a census has no replicates. */
    @Test
    void a_census_stratum_has_no_degrees_of_freedom_in_the_jackknife() {
        SurveyDesign.Builder builder = SurveyDesign.builder();
        for (int i = 0; i < 4; i++) {
            builder.unit("census", List.of("c" + i), new double[] {4}, 1);
            builder.unit("sample", List.of("s" + i), new double[] {9}, 9 / 4d);
        }
        SurveyDesign design = builder.build();
        assertThat(SurveyVariance.taylor(design).degreesOfFreedom()).isEqualTo(6);
        assertThat(SurveyVariance.replicates(design, ReplicateMethod.JKN, 0, 0, ReplicateCentre.MEAN)
                        .degreesOfFreedom())
                .isEqualTo(3);
    }

    @Test
    void counts_strata_units_and_degrees_of_freedom() {
        SurveyDesign design = SurveySample.mini().design();
        assertThat(design.strata()).isEqualTo(3);
        assertThat(design.primaryUnits()).isEqualTo(8);
        assertThat(design.degreesOfFreedom()).isEqualTo(5);
        assertThat(design.corrected()).isFalse();
        assertThat(design.lonelyStrata()).isEmpty();
        assertThat(design.weights().sum()).isEqualTo(564);
        assertClose(design.weights().kishEffect(), 1.2126150596, 1e-9);
        assertThat(design.weights().smallest()).isEqualTo(8);
        assertThat(design.weights().largest()).isEqualTo(40);
    }

    @Test
    void a_sampling_fraction_is_as_good_as_a_size() {
        List<Double> errors = new ArrayList<>();
        for (double fpc : new double[] {0.25, 12}) {
            SurveyDesign.Builder builder = SurveyDesign.builder();
            SurveySums sums = new SurveySums();
            for (double y : new double[] {1, 5, 6}) {
                sums.add(0, builder.unit("", List.of(), new double[] {fpc}, 4), 4, y);
            }
            errors.add(SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT)
                    .mean(sums, 0)
                    .standardError()
                    .orElseThrow());
        }
        assertClose(errors.get(0), errors.get(1), 1e-14);
    }

    @Test
    void a_unit_sampled_for_certain_is_not_lonely() {
        SurveyDesign.Builder builder = SurveyDesign.builder();
        builder.unit("city", List.of("c"), new double[] {1}, 1);
        builder.unit("rest", List.of("d"), new double[] {9}, 4.5);
        builder.unit("rest", List.of("e"), new double[] {9}, 4.5);
        assertThat(builder.build().lonelyStrata()).isEmpty();
    }

    @Nested
    class Rejects {
        private final SurveyDesign.Builder builder = SurveyDesign.builder();

        @Test
        void an_empty_design() {
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessage("a design must have at least one unit, was empty");
        }

        @Test
        void a_weight_that_is_not_positive() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.unit("", List.of(), NONE, -1))
                    .withMessage("weight must be finite and greater than 0, was -1");
        }

        @Test
        void strata_with_one_unit_by_name() {
            for (String stratum : List.of("a", "a", "b", "c")) {
                builder.unit(stratum, List.of(), NONE, 1);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessage("each stratum must have two primary sampling units or more; one only in 2: b, c");
        }

        @Test
        void a_cluster_in_two_strata_unless_labels_are_nested() {
            builder.unit("a", List.of("1"), NONE, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.unit("b", List.of("1"), NONE, 1))
                    .withMessageStartingWith("cluster 1 must lie in one stratum, was in a and b");
            SurveyDesign.Builder nested = SurveyDesign.builder().nest(true).lonelyPsu(LonelyPsu.REMOVE);
            nested.unit("a", List.of("1"), NONE, 1);
            nested.unit("b", List.of("1"), NONE, 1);
            assertThat(nested.build().primaryUnits()).isEqualTo(2);
        }

        @Test
        void corrections_below_the_sample() {
            for (int i = 0; i < 3; i++) {
                builder.unit("a", List.of(), new double[] {2}, 1);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessage("fpc of stage 1 must be at least the number drawn, was 2 for 3 drawn in stratum a");
        }

        @Test
        void corrections_that_differ_in_a_stratum() {
            builder.unit("a", List.of(), new double[] {20}, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.unit("a", List.of(), new double[] {21}, 1))
                    .withMessage("fpc of stage 1 must be the same within stratum a, was 20 and 21");
        }

        @Test
        void sizes_mixed_with_fractions() {
            for (String stratum : List.of("a", "a", "b", "b")) {
                builder.unit(stratum, List.of(), new double[] {stratum.equals("a") ? 20 : 0.1}, 1);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessageContaining("was a mixture of both");
        }

        @Test
        void more_corrections_than_stages_and_stages_that_change() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.unit("a", List.of("1"), new double[] {5, 5}, 1))
                    .withMessageStartingWith("fpc must not have more stages than clusters, was 2 for 1");
            builder.unit("a", List.of("1"), NONE, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.unit("a", List.of("1", "2"), NONE, 1))
                    .withMessageStartingWith("clusters and fpc must be the same stages for every unit");
        }

        @Test
        void replicates_that_the_design_does_not_allow() {
            SurveyDesign mini = SurveySample.mini().design();
            assertRefused(mini, ReplicateMethod.BRR, 0, "brr must have exactly two primary sampling units");
            assertRefused(mini, ReplicateMethod.BOOTSTRAP, 1, "replicates must be 2 or more, was 1");
            SurveyDesign.Builder lonely = SurveyDesign.builder().lonelyPsu(LonelyPsu.ADJUST);
            lonely.unit("a", List.of(), NONE, 1);
            assertRefused(lonely.build(), ReplicateMethod.JK1, 0, "jk1 must have two primary sampling units or more");
            lonely.unit("b", List.of(), NONE, 1);
            lonely.unit("b", List.of(), NONE, 1);
            assertRefused(lonely.build(), ReplicateMethod.JKN, 0, "jkn must have two primary sampling units");
            assertRefused(lonely.build(), ReplicateMethod.BOOTSTRAP, 9, "one only in a");
            SurveyDesign.Builder corrected = SurveyDesign.builder();
            for (String stratum : List.of("a", "a", "b", "b")) {
                corrected.unit(stratum, List.of(), new double[] {9}, 1);
            }
            assertRefused(corrected.build(), ReplicateMethod.JK1, 0, "jk1 must have one stratum");
        }

        private void assertRefused(SurveyDesign design, ReplicateMethod method, int replicates, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurveyVariance.replicates(design, method, replicates, 1, ReplicateCentre.MEAN))
                    .withMessageContaining(message);
        }
    }
}
