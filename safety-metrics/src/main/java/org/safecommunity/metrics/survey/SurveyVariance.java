package org.safecommunity.metrics.survey;

import java.util.List;

/** How the covariance of estimates is computed: by linearisation, or from replicate weights. */
public sealed interface SurveyVariance permits TaylorVariance, ReplicateVariance, CalibratedVariance {
    /** Kebab-case name, e.g. {@code taylor}, {@code jkn}. */
    String label();

    /** The design. */
    SurveyDesign design();

    /** The design in one line, for the working of a result. */
    default String summary() {
        return design().summary();
    }

    /** Degrees of freedom of t intervals. */
    int degreesOfFreedom();

    /**
     * Variance from replicate weights made of the design.
     *
     * @param method     how the weights are made, not null
     * @param replicates number of bootstrap replicates, 2 or more; other methods have a number of their own
     * @param seed       seed of the bootstrap
     * @param centre     whether deviations are taken from the replicates' mean or from the estimate, not null
     * @throws IllegalArgumentException if the design does not allow the method: the message says why
     */
    static SurveyVariance replicates(
            SurveyDesign design, ReplicateMethod method, int replicates, long seed, ReplicateCentre centre) {
        return new ReplicateVariance(design, ReplicateFactors.of(design, method, replicates, seed), method, centre);
    }

    /** Whether all with a value lie in one primary unit, see {@link SurveyDesign}. */
    default boolean inOnePrimaryUnit(LeafTotals totals) {
        return design().inOnePrimaryUnit(totals);
    }

    /**
     * Taylor linearisation after calibration. Sums of it are by unit: the number of the unit takes the place of the leaf.
     *
     * @param calibration solved
     * @param leaves      leaf of each unit of the calibration, in its order
     * @throws IllegalArgumentException if there are not as many leaves as units
     */
    static SurveyVariance calibrated(SurveyDesign design, Calibration calibration, List<Integer> leaves) {
        return calibrated(taylor(design), calibration, leaves);
    }

    /**
     * A variance after calibration: the residuals of the linearised values, or each replicate calibrated to the same totals. Sums
     * of it are by unit: the number of the unit takes the place of the leaf.
     *
     * <p>Degrees of freedom are those before calibration.
     *
     * @param base        linearisation or replicates of the design, not calibrated
     * @param calibration solved
     * @param leaves      leaf of each unit of the calibration, in its order
     * @throws IllegalArgumentException if there are not as many leaves as units, a calibrated weight is 0, or base is calibrated; as
     *     {@link CalibrationException} if a replicate cannot be calibrated: it is named
     */
    static SurveyVariance calibrated(SurveyVariance base, Calibration calibration, List<Integer> leaves) {
        if (leaves.size() != calibration.size()) {
            throw new IllegalArgumentException("leaves must be one for each of the " + calibration.size()
                    + " calibrated units, was " + leaves.size());
        }
        IntVector of = new IntVector();
        leaves.forEach(of::add);
        for (int i = 0; i < of.size(); i++) {
            if (calibration.factor(i) == 0) {
                throw new IllegalArgumentException("factors must not be 0, was 0 of unit " + i);
            }
        }
        if (base instanceof TaylorVariance taylor) {
            return new CalibratedVariance(taylor, calibration, of);
        }
        if (base instanceof ReplicateVariance replicates && replicates.calibrated() == null) {
            return replicates.calibrated(calibration, of);
        }
        throw new IllegalArgumentException("variance must not be calibrated already, was " + base.label());
    }

    /** Taylor linearisation on a design. */
    static SurveyVariance taylor(SurveyDesign design) {
        return new TaylorVariance(design);
    }
}
