package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.metrics.NumberText;

/**
 * The design of a sample: strata, stages of clusters, finite-population corrections, and how the weights are spread. The
 * units themselves are not kept: each belongs to a leaf, the smallest cluster it was drawn in. Immutable once built.
 *
 * <p>Variance of a total by Taylor linearisation, stage by stage: V = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)², plus f_h
 * times the same formula inside each primary unit where a correction of the next stage is given. z_hi are totals of the
 * influence values in primary unit i of stratum h; primary units without a unit of the domain count as zeros.
 * <p>Degrees of freedom: primary units minus strata of the whole design, also for domains.
 * <p>Checked against: R {@code survey::svydesign}, {@code svymean}, {@code svytotal}.
 *
 * @see <a href="https://doi.org/10.18637/jss.v009.i08">Lumley (2004), J. Stat. Softw. 9(8)</a>
 */
public final class SurveyDesign {
    private final List<Stage> stages;
    private final Labels strata;
    private final LonelyPsu lonelyPsu;
    private final WeightSpread weights;

    SurveyDesign(List<Stage> stages, Labels strata, LonelyPsu lonelyPsu, WeightSpread weights) {
        this.stages = List.copyOf(stages);
        this.strata = strata;
        this.lonelyPsu = lonelyPsu;
        this.weights = weights;
    }

    /**
     * One stage of sampling: units drawn inside parents (strata at the first stage, units of the stage before later).
     *
     * @param parent   parent of each unit
     * @param drawn    number of units drawn in each parent
     * @param fraction sampling fraction in each parent; 0 without a correction
     * @param corrected whether a finite-population correction was given
     */
    record Stage(IntVector parent, IntVector drawn, DoubleVector fraction, boolean corrected) {}

    /**
     * How the weights are spread.
     *
     * @param units        units with a weight above 0
     * @param sum          sum of the weights
     * @param sumOfSquares sum of the squared weights
     * @param smallest     smallest weight
     * @param largest      largest weight
     */
    public record WeightSpread(long units, double sum, double sumOfSquares, double smallest, double largest) {
        /** Kish's design effect of unequal weights, n·Σw²/(Σw)². */
        public double kishEffect() {
            return units * sumOfSquares / (sum * sum);
        }
    }

    /** Number of strata; 1 where none were given. */
    public int strata() {
        return strata.size();
    }

    /** Number of primary sampling units. */
    public int primaryUnits() {
        return stages.get(0).parent().size();
    }

    /** Number of stages that have an effect on the variance. */
    public int stages() {
        return stages.size();
    }

    /** Whether a finite-population correction is in force at the first stage. */
    public boolean corrected() {
        return stages.get(0).corrected();
    }

    /** Number of leaves, the smallest clusters. */
    int leaves() {
        return stages.get(stages.size() - 1).parent().size();
    }

    /** Primary units minus strata. */
    public int degreesOfFreedom() {
        return primaryUnits() - strata();
    }

    /** The policy for strata with one primary unit. */
    public LonelyPsu lonelyPsu() {
        return lonelyPsu;
    }

    /** How the weights are spread. */
    public WeightSpread weights() {
        return weights;
    }

    /** Labels of the strata that have one primary unit and are no census. */
    public List<String> lonelyStrata() {
        Stage first = stages.get(0);
        List<String> lonely = new ArrayList<>();
        for (int h = 0; h < first.drawn().size(); h++) {
            if (first.drawn().get(h) == 1 && first.fraction().get(h) < 1) {
                lonely.add(strata.label(h));
            }
        }
        return lonely;
    }

    /** The stratum of a primary unit. */
    int stratumOf(int primaryUnit) {
        return stages.get(0).parent().get(primaryUnit);
    }

    /** Primary units drawn in a stratum. */
    int drawnIn(int stratum) {
        return stages.get(0).drawn().get(stratum);
    }

    /** Sampling fraction of the first stage in a stratum; 0 without a correction. */
    double fractionOf(int stratum) {
        return stages.get(0).fraction().get(stratum);
    }

    /** The label of a stratum. */
    String stratumLabel(int stratum) {
        return strata.label(stratum);
    }

    /** The primary unit a leaf lies in. */
    int primaryUnitOf(int leaf) {
        int unit = leaf;
        for (int stage = stages.size() - 1; stage > 0; stage--) {
            unit = stages.get(stage).parent().get(unit);
        }
        return unit;
    }

    /**
     * Whether all leaves with a value lie in one primary unit, so that nothing is known of the variance between such units.
     * A unit certain to be in the sample counts only if nothing was drawn inside it.
     */
    boolean inOnePrimaryUnit(LeafTotals totals) {
        int only = -1;
        for (int leaf : totals.leaves()) {
            int unit = primaryUnitOf(leaf);
            if (only >= 0 && unit != only) {
                return false;
            }
            only = unit;
        }
        return only >= 0 && !(stages.size() > 1 && fractionOf(stratumOf(only)) == 1);
    }

    /**
     * Covariance matrix of m totals.
     *
     * @param leaf      the leaves that have a value, each once
     * @param influence for each total, the sum of the weighted influence values in each of these leaves
     * @return m × m matrix
     */
    double[][] covariance(int[] leaf, double[][] influence) {
        SparseTotals totals = new SparseTotals(leaf, influence);
        int last = stages.size() - 1;
        List<SparseTotals> byStage = new ArrayList<>();
        byStage.add(totals);
        for (int stage = last; stage > 0; stage--) {
            totals = totals.sumBy(
                    stages.get(stage).parent(), stages.get(stage - 1).parent().size());
            byStage.add(0, totals);
        }
        int m = influence.length;
        double[][] sum = new double[m][m];
        for (int stage = 0; stage <= last; stage++) {
            StageVariance.add(sum, byStage.get(stage), stages.get(stage), share(stage), lonelyPsu);
        }
        return sum;
    }

    /** Variance of one total. */
    double variance(int[] leaf, double[] influence) {
        return covariance(leaf, new double[][] {influence})[0][0];
    }

    /** For each parent of a stage, the product of the sampling fractions above it; 1 at the first stage. */
    private DoubleVector share(int stage) {
        if (stage == 0) {
            return DoubleVector.constant(1, stages.get(0).drawn().size());
        }
        DoubleVector above = share(stage - 1);
        Stage before = stages.get(stage - 1);
        DoubleVector share = new DoubleVector();
        for (int unit = 0; unit < before.parent().size(); unit++) {
            int parent = before.parent().get(unit);
            share.add(above.get(parent) * before.fraction().get(parent));
        }
        return share;
    }

    /** Describes the design in one line, for the working of a result. */
    String summary() {
        return "strata = " + strata() + ", PSU = " + primaryUnits() + ", n = " + weights.units() + ", Σw = "
                + NumberText.shortest(weights.sum()) + ", df = " + degreesOfFreedom();
    }

    /** Starts a design. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the units of a design one by one; see {@link #unit}. */
    public static final class Builder {
        private boolean nest;
        private LonelyPsu lonelyPsu = LonelyPsu.FAIL;
        private final DesignTree tree = new DesignTree();

        private Builder() {}

        /** Whether labels of clusters are unique inside their stratum only. */
        public Builder nest(boolean nest) {
            this.nest = nest;
            return this;
        }

        /** The policy for strata with one primary unit; the default is to fail. */
        public Builder lonelyPsu(LonelyPsu policy) {
            this.lonelyPsu = requireNonNull(policy, "lonelyPsu");
            return this;
        }

        /**
         * Adds a unit.
         *
         * @param stratum  label of its stratum; one label for all where the design has no strata
         * @param clusters labels of its clusters from the first stage on; empty where each unit was drawn by itself
         * @param fpc      population size (1 or more) or sampling fraction (above 0, at most 1) of each stage, from the first
         *                 on; fewer than clusters or none means no correction at the later stages
         * @param weight   weight, finite, above 0
         * @return the leaf the unit belongs to, as {@link SurveySums} wants it
         * @throws IllegalArgumentException if weight is not finite and positive, the number of clusters or corrections
         *     differs from that of the first unit, a correction is not positive or differs inside its stratum or cluster, or
         *     a cluster lies in two strata without {@link #nest}
         */
        public int unit(String stratum, List<String> clusters, double[] fpc, double weight) {
            return tree.unit(stratum, clusters, fpc, weight, nest);
        }

        /**
         * Builds the design.
         *
         * @throws IllegalArgumentException if there is no unit, a correction is below the number drawn, sizes and
         *     fractions are mixed, or a stratum has one primary unit and the policy is to fail (the strata are named)
         */
        public SurveyDesign build() {
            return tree.build(lonelyPsu);
        }
    }
}
