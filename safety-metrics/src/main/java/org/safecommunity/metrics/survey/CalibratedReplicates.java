package org.safecommunity.metrics.survey;

import java.util.Arrays;

/**
 * Each replicate calibrated to the same totals as the sample. Sums are by unit and carry the calibrated weights of the
 * sample. Only λ of each replicate is kept, not a matrix of units by replicates.
 */
final class CalibratedReplicates {
    private final Calibration calibration;
    private final int[] unitOf;
    private final ReplicateFactors factors;
    private final double[][] lambda;

    private CalibratedReplicates(Calibration calibration, int[] unitOf, ReplicateFactors factors, double[][] lambda) {
        this.calibration = calibration;
        this.unitOf = unitOf;
        this.factors = factors;
        this.lambda = lambda;
    }

    /**
     * Calibrates the replicates.
     *
     * @param calibration solved for the sample
     * @param unitOf      primary unit of each unit
     * @param factors     replicates before calibration
     * @throws CalibrationException if the totals of one cannot be met: it is named
     */
    static CalibratedReplicates of(Calibration calibration, int[] unitOf, ReplicateFactors factors) {
        double[][] lambda = new double[factors.size()][];
        for (int r = 0; r < lambda.length; r++) {
            int replicate = r;
            double[] weight = new double[unitOf.length];
            Arrays.setAll(weight, i -> calibration.weight(i) * factors.factor(replicate, unitOf[i]));
            try {
                lambda[r] = calibration.solver().solve(weight).lambda();
            } catch (CalibrationException e) {
                throw e.in(r);
            }
        }
        return new CalibratedReplicates(calibration, unitOf, factors, lambda);
    }

    /** Primary unit of a unit. */
    int primaryUnitOf(int unit) {
        return unitOf[unit];
    }

    /** What the calibrated weight of a unit is multiplied by in a replicate. */
    double factor(int replicate, int unit) {
        double before = factors.factor(replicate, unitOf[unit]);
        return before == 0
                ? 0
                : before * calibration.solver().factor(unit, lambda[replicate]) / calibration.factor(unit);
    }

    /** The total of each replicate. */
    double[] totals(LeafTotals byUnit) {
        double[] totals = new double[lambda.length];
        for (int r = 0; r < totals.length; r++) {
            for (int i = 0; i < byUnit.size(); i++) {
                if (byUnit.values()[i] != 0) {
                    totals[r] += byUnit.values()[i] * factor(r, byUnit.leaves()[i]);
                }
            }
        }
        return totals;
    }
}
