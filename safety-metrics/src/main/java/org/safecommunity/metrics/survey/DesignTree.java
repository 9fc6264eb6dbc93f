package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.survey.SurveyDesign.Stage;
import org.safecommunity.metrics.survey.SurveyDesign.WeightSpread;

/** Strata and clusters as they are met, unit by unit; becomes a {@link SurveyDesign}. */
final class DesignTree {

    private final Labels strata = new Labels();
    private @Nullable List<StageTree> stages;
    private int clusterStages;
    private int corrections;
    private long units;
    private double sum;
    private double sumOfSquares;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest;

    /** One stage as it grows. */
    private static final class StageTree {
        final LongIntMap units = new LongIntMap();
        final Labels labels = new Labels();
        final IntVector parent = new IntVector();
        final IntVector drawn = new IntVector();
        final DoubleVector correction = new DoubleVector();
    }

    /** Adds a unit; see {@link SurveyDesign.Builder#unit}. */
    int unit(String stratum, List<String> clusters, double[] fpc, double weight, boolean nest) {
        Checks.positive(weight, "weight");
        List<StageTree> tree = stages(clusters.size(), fpc.length);
        int h = strata.code(stratum);
        int parent = h;
        for (int stage = 0; stage < tree.size(); stage++) {
            String label = clusters.isEmpty() ? null : clusters.get(stage);
            parent = place(tree.get(stage), stage, parent, label, stage < fpc.length ? fpc[stage] : 0, nest);
        }
        units++;
        sum += weight;
        sumOfSquares += weight * weight;
        smallest = Math.min(smallest, weight);
        largest = Math.max(largest, weight);
        return parent;
    }

    private List<StageTree> stages(int clusterCount, int fpcCount) {
        List<StageTree> known = stages;
        if (known == null) {
            clusterStages = clusterCount;
            corrections = fpcCount;
            if (fpcCount > Math.max(1, clusterCount)) {
                throw new IllegalArgumentException("fpc must not have more stages than clusters, was " + fpcCount
                        + " for " + clusterCount + "; name the units themselves as the last cluster");
            }
            known = new ArrayList<>();
            for (int stage = 0; stage < Math.max(1, fpcCount); stage++) {
                known.add(new StageTree());
            }
            stages = known;
        }
        if (clusterCount != clusterStages || fpcCount != corrections) {
            throw new IllegalArgumentException("clusters and fpc must be the same stages for every unit, were "
                    + clusterCount + " and " + fpcCount + ", before " + clusterStages + " and " + corrections);
        }
        return known;
    }

    private int place(StageTree stage, int number, int parent, @Nullable String label, double fpc, boolean nest) {
        int unit = stage.parent.size();
        int known = unit;
        if (label != null) {
            int code = stage.labels.code(label);
            // without nesting a label of the first stage means one cluster, in whatever stratum it is met
            known = stage.units.indexOf(number == 0 && !nest ? code : ((long) parent << 32) | code);
        }
        if (known < unit) {
            int before = stage.parent.get(known);
            if (before != parent) {
                throw new IllegalArgumentException("cluster " + label + " must lie in one stratum, was in "
                        + strata.label(before) + " and " + strata.label(parent)
                        + "; if labels are unique inside strata only, ask for nesting");
            }
            return correct(stage, number, parent, fpc, known);
        }
        stage.parent.add(parent);
        while (stage.drawn.size() <= parent) {
            stage.drawn.add(0);
            stage.correction.add(Double.NaN);
        }
        stage.drawn.increment(parent);
        return correct(stage, number, parent, fpc, unit);
    }

    private int correct(StageTree stage, int number, int parent, double fpc, int unit) {
        if (number >= corrections) {
            return unit;
        }
        Checks.positive(fpc, "fpc of stage " + (number + 1));
        double before = stage.correction.get(parent);
        if (Double.isNaN(before)) {
            stage.correction.set(parent, fpc);
        } else if (before != fpc) {
            throw new IllegalArgumentException("fpc of stage " + (number + 1) + " must be the same within "
                    + (number == 0 ? "stratum " + strata.label(parent) : "a cluster") + ", was "
                    + NumberText.shortest(before) + " and " + NumberText.shortest(fpc));
        }
        return unit;
    }

    /** The design; see {@link SurveyDesign.Builder#build}. */
    SurveyDesign build(LonelyPsu policy) {
        List<StageTree> tree = stages;
        if (tree == null) {
            throw new IllegalArgumentException("a design must have at least one unit, was empty");
        }
        List<Stage> built = new ArrayList<>();
        for (int number = 0; number < tree.size(); number++) {
            StageTree stage = tree.get(number);
            boolean corrected = number < corrections;
            DoubleVector fraction = corrected ? fractions(stage, number) : DoubleVector.constant(0, stage.drawn.size());
            built.add(new Stage(stage.parent, stage.drawn, fraction, corrected));
        }
        if (policy == LonelyPsu.FAIL) {
            refuseLonely(built);
        }
        return new SurveyDesign(built, strata, policy, new WeightSpread(units, sum, sumOfSquares, smallest, largest));
    }

    private DoubleVector fractions(StageTree stage, int number) {
        int parents = stage.drawn.size();
        int sizes = 0;
        int shares = 0;
        for (int p = 0; p < parents; p++) {
            double value = stage.correction.get(p);
            sizes += value > 1 ? 1 : 0;
            shares += value < 1 ? 1 : 0;
        }
        if (sizes > 0 && shares > 0) {
            throw new IllegalArgumentException("fpc of stage " + (number + 1)
                    + " must be population sizes (1 or more) or sampling fractions (at most 1), was a mixture of both");
        }
        boolean counts = sizes > 0;
        DoubleVector fraction = new DoubleVector();
        for (int p = 0; p < parents; p++) {
            double value = stage.correction.get(p);
            int drawn = stage.drawn.get(p);
            if (counts && value < drawn) {
                throw new IllegalArgumentException(
                        "fpc of stage " + (number + 1) + " must be at least the number drawn, was "
                                + NumberText.shortest(value) + " for " + drawn + " drawn in "
                                + (number == 0 ? "stratum " + strata.label(p) : "a cluster"));
            }
            fraction.add(counts ? drawn / value : value);
        }
        return fraction;
    }

    private void refuseLonely(List<Stage> built) {
        Stage first = built.get(0);
        List<String> lonely = new ArrayList<>();
        for (int h = 0; h < first.drawn().size(); h++) {
            if (first.drawn().get(h) == 1 && first.fraction().get(h) < 1) {
                lonely.add(strata.label(h));
            }
        }
        if (!lonely.isEmpty()) {
            throw new LonelyPsuException(lonely);
        }
        for (int number = 1; number < built.size(); number++) {
            Stage stage = built.get(number);
            for (int p = 0; p < stage.drawn().size(); p++) {
                if (stage.drawn().get(p) == 1 && stage.fraction().get(p) < 1) {
                    throw new IllegalArgumentException("each cluster must have two units of stage " + (number + 1)
                            + " or more, one only in a cluster of stratum "
                            + strata.label(stratumOf(built, number, p)));
                }
            }
        }
    }

    private static int stratumOf(List<Stage> built, int number, int parent) {
        int unit = parent;
        for (int stage = number - 1; stage >= 0; stage--) {
            unit = built.get(stage).parent().get(unit);
        }
        return unit;
    }
}
