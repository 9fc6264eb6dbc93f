package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safecommunity.metrics.internal.Checks;

/**
 * Replicate weights that came with the data, as the owner of a survey publishes them in place of strata and clusters. They
 * are weights in full: the sampling weight is part of each.
 *
 * <p>V = scale·Σ_r rscale_r·(θ_r − θ̄)². Degrees of freedom: rank of the matrix of the replicate weights minus 1, where a column
 * counts if what the columns before it leave of its length is 1e-5 of it or more; or as the owner gives them.
 * <p>Limits: memory grows with respondents times replicates. Checked against: R {@code survey::svrepdesign} 4.1.
 *
 * @see <a href="https://doi.org/10.18637/jss.v009.i08">Lumley (2004), J. Stat. Softw. 9(8)</a>
 */
public final class ReplicateWeights {
    private static final double RANK_TOLERANCE = 1e-5;

    private final ReplicateMethod method;
    private final double scale;
    private final double[] rscales;
    private final DoubleVector[] weights;
    private final DoubleVector base = new DoubleVector();

    private ReplicateWeights(ReplicateMethod method, double scale, double[] rscales) {
        this.method = method;
        this.scale = scale;
        this.rscales = rscales;
        this.weights = new DoubleVector[rscales.length];
        Arrays.setAll(weights, r -> new DoubleVector());
    }

    /**
     * Weights of no respondent yet.
     *
     * @param method  how the owner made them, not null; {@link ReplicateMethod#OTHER} where that is not known
     * @param scale   factor of the sum of squares, finite, above 0; see {@link #scaleOf} for the usual ones
     * @param rscales factor of each replicate, finite, 0 or more, two or more of them
     * @throws IllegalArgumentException if scale is not positive, an rscale is negative, or there are fewer than two
     */
    public static ReplicateWeights of(ReplicateMethod method, double scale, List<Double> rscales) {
        requireNonNull(method, "method");
        Checks.positive(scale, "scale");
        if (rscales.size() < 2) {
            throw new IllegalArgumentException("replicate weights must be 2 or more, was " + rscales.size());
        }
        for (double one : rscales) {
            if (!(one >= 0) || Double.isInfinite(one)) {
                throw new IllegalArgumentException("rscales must be finite and 0 or more, was " + one);
            }
        }
        return new ReplicateWeights(
                method, scale, rscales.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The scale that goes with a method: 1/R of half-samples, 1/(R(1 − ρ)²) of Fay's, (R − 1)/R of the jackknife JK1, 1/(R − 1) of the
     * bootstrap, 1 of the others.
     *
     * @param replicates number R of replicates, 2 or more
     * @param rho        factor ρ of Fay's method, from 0 to below 1
     */
    public static double scaleOf(ReplicateMethod method, int replicates, double rho) {
        return switch (method) {
            case BRR -> 1d / replicates;
            case FAY -> 1 / (replicates * (1 - rho) * (1 - rho));
            case JK1 -> (replicates - 1d) / replicates;
            case BOOTSTRAP -> 1 / (replicates - 1d);
            case JKN, OTHER -> 1;
        };
    }

    /**
     * Adds the weights of a respondent, in the order in which the respondents enter the design; each is a unit of a design
     * without strata and clusters.
     *
     * @param weight     sampling weight, finite, above 0
     * @param replicates its replicate weights, finite, as many as there are rscales
     * @throws IllegalArgumentException if a weight is not as said
     */
    public void add(double weight, double[] replicates) {
        Checks.positive(weight, "weight");
        if (replicates.length != weights.length) {
            throw new IllegalArgumentException(
                    "replicate weights must be " + weights.length + " in each row, was " + replicates.length);
        }
        for (int r = 0; r < replicates.length; r++) {
            if (!Double.isFinite(replicates[r])) {
                throw new IllegalArgumentException("replicate weights must be finite, was " + replicates[r]);
            }
            weights[r].add(replicates[r]);
        }
        base.add(weight);
    }

    /**
     * Variances from these weights.
     *
     * @param design design of the same respondents, each drawn by itself
     * @param centre what the deviations are taken from, not null
     * @throws IllegalArgumentException if the design has clusters or other respondents
     */
    public SurveyVariance variance(SurveyDesign design, ReplicateCentre centre) {
        requireNonNull(centre, "centre");
        if (design.primaryUnits() != base.size()) {
            throw new IllegalArgumentException("design must have one primary unit for each of the " + base.size()
                    + " respondents with replicate weights, was " + design.primaryUnits());
        }
        double[][] factors = new double[weights.length][base.size()];
        for (int r = 0; r < factors.length; r++) {
            for (int i = 0; i < base.size(); i++) {
                factors[r][i] = weights[r].get(i) / base.get(i);
            }
        }
        ReplicateFactors given = ReplicateFactors.given(design, method, factors, scale, rscales, rank() - 1);
        return new ReplicateVariance(design, given, method, centre);
    }

    /** Rank of the matrix of the weights: columns cleared of those before them, from their products. */
    private int rank() {
        int columns = weights.length;
        List<double[]> kept = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            double[] product = new double[columns];
            for (int d = c; d < columns; d++) {
                product[d] = product(weights[c], weights[d]);
            }
            double length = product[c];
            for (double[] row : kept) {
                for (int d = c; d < columns; d++) {
                    product[d] -= row[c] * row[d];
                }
            }
            if (length > 0 && product[c] >= RANK_TOLERANCE * RANK_TOLERANCE * length) {
                double root = Math.sqrt(product[c]);
                for (int d = c; d < columns; d++) {
                    product[d] /= root;
                }
                kept.add(product);
            }
        }
        return kept.size();
    }

    private static double product(DoubleVector a, DoubleVector b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }
}
