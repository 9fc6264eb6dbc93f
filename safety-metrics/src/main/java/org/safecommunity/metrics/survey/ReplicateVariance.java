package org.safecommunity.metrics.survey;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.NumberText;

/** Variance from replicates made of the design; where they are calibrated, sums are by unit and not by leaf. */
record ReplicateVariance(
        SurveyDesign design,
        ReplicateFactors factors,
        ReplicateMethod method,
        ReplicateCentre centre,
        @Nullable CalibratedReplicates calibrated)
        implements SurveyVariance {

    ReplicateVariance(SurveyDesign design, ReplicateFactors factors, ReplicateMethod method, ReplicateCentre centre) {
        this(design, factors, method, centre, null);
    }

    /** The same with each replicate calibrated. */
    ReplicateVariance calibrated(Calibration calibration, IntVector leafOfUnit) {
        int[] unitOf = new int[leafOfUnit.size()];
        Arrays.setAll(unitOf, i -> design.primaryUnitOf(leafOfUnit.get(i)));
        return new ReplicateVariance(
                design, factors, method, centre, CalibratedReplicates.of(calibration, unitOf, factors));
    }

    @Override
    public String label() {
        return method.label() + (calibrated == null ? "" : "-calibrated");
    }

    @Override
    public boolean inOnePrimaryUnit(LeafTotals totals) {
        CalibratedReplicates units = calibrated;
        return units == null
                ? design.inOnePrimaryUnit(totals)
                : Arrays.stream(totals.leaves())
                                .map(units::primaryUnitOf)
                                .distinct()
                                .count()
                        <= 1;
    }

    /** What the weight of a leaf, or of a calibrated unit, is multiplied by in a replicate. */
    double factor(int replicate, int leaf) {
        CalibratedReplicates units = calibrated;
        return units == null ? factors.factor(replicate, design.primaryUnitOf(leaf)) : units.factor(replicate, leaf);
    }

    @Override
    public int degreesOfFreedom() {
        int own = method == ReplicateMethod.JK1 ? design.primaryUnits() - 1 : design.degreesOfFreedom();
        return factors.df().orElse(method == ReplicateMethod.JKN ? own - withoutReplicates() : own);
    }

    /** Degrees of freedom of strata that are a census: leaving a unit of theirs out would add nothing. */
    private int withoutReplicates() {
        int lost = 0;
        for (int h = 0; h < design.strata(); h++) {
            lost += design.fractionOf(h) == 1 ? design.drawnIn(h) - 1 : 0;
        }
        return lost;
    }

    @Override
    public String summary() {
        return factors.df().isEmpty()
                ? design.summary()
                : "R = " + factors.size() + ", n = " + design.weights().units() + ", Σw = "
                        + NumberText.shortest(design.weights().sum()) + ", df = " + degreesOfFreedom();
    }

    /**
     * Covariance matrix of estimates. A replicate without an estimate (nothing left to divide by) is discarded and the scale
     * kept, as in R {@code survey}; NaN where fewer than two replicates are left.
     */
    double[][] covariance(List<Estimand> estimands) {
        int m = estimands.size();
        double[][] estimate = new double[m][];
        for (int k = 0; k < m; k++) {
            estimate[k] = replicates(estimands.get(k));
        }
        return covariance(
                estimate, estimands.stream().mapToDouble(Estimand::value).toArray());
    }

    /** Covariance matrix of estimates, from those of each replicate and those of the whole sample. */
    double[][] covariance(double[][] estimate, double[] whole) {
        int m = estimate.length;
        boolean[] kept = kept(estimate);
        double[] centres = new double[m];
        for (int k = 0; k < m; k++) {
            centres[k] = centre == ReplicateCentre.ESTIMATE ? whole[k] : factors.mean(estimate[k], kept);
        }
        double[][] covariance = new double[m][m];
        boolean enough = factors.size() - discarded(kept) >= 2;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                covariance[a][b] = enough
                        ? factors.covariance(estimate[a], centres[a], estimate[b], centres[b], kept)
                        : Double.NaN;
            }
        }
        return covariance;
    }

    /** How many replicates have no estimate of one of these. */
    int discarded(List<Estimand> estimands) {
        return discarded(kept(estimands.stream().map(this::replicates).toArray(double[][]::new)));
    }

    private static int discarded(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 0 : 1;
        }
        return count;
    }

    private boolean[] kept(double[][] estimates) {
        boolean[] kept = new boolean[factors.size()];
        Arrays.fill(kept, true);
        for (double[] estimate : estimates) {
            for (int r = 0; r < kept.length; r++) {
                kept[r] &= Double.isFinite(estimate[r]);
            }
        }
        return kept;
    }

    /** The estimate of each replicate. */
    double[] replicates(Estimand estimand) {
        double[] numerator = totals(estimand.numerator());
        LeafTotals below = estimand.denominator();
        if (below != null) {
            double[] denominator = totals(below);
            for (int r = 0; r < numerator.length; r++) {
                numerator[r] /= denominator[r];
            }
        }
        return numerator;
    }

    private double[] totals(LeafTotals totals) {
        if (calibrated != null) {
            return calibrated.totals(totals);
        }
        double[] sums = new double[design.primaryUnits()];
        for (int i = 0; i < totals.size(); i++) {
            sums[design.primaryUnitOf(totals.leaves()[i])] += totals.values()[i];
        }
        return factors.totals(sums);
    }
}
