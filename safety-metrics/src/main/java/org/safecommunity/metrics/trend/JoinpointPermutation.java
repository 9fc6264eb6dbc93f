package org.safecommunity.metrics.trend;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.safecommunity.metrics.HypothesisTest;

/**
 * Tests a number of joinpoints against a larger one on data drawn from the best fit with the smaller number.
 *
 * <p>Both numbers are searched by weighted least squares on the scale of the logarithm of the rate, with weights and
 * working response z = ln μ + (y − μ)/μ of the smaller fit (the log-linear model: its own weights and logarithms). Least
 * squares and quasi-Poisson permute the standardised residuals and compare RSS_a/RSS_b; Poisson draws counts with the
 * fitted means and compares RSS_a − RSS_b. p = (1 + data sets with at least the observed value)/(1 + data sets).
 */
final class JoinpointPermutation {
    /** Share of rounding that does not make a drawn value smaller than the observed one. */
    private static final double EQUAL = 1e-10;

    private final JoinpointFit fit;
    private final int more;
    private final double[] line;
    private final double[] weights;
    private final double[] standardised;
    private final BrokenLineSearch search;

    private JoinpointPermutation(JoinpointFit fit, int more) {
        this.fit = fit;
        this.more = more;
        this.line = fit.linearPredictor();
        this.weights = fit.workingWeights();
        double[] response = fit.workingResponse();
        this.standardised = IntStream.range(0, line.length)
                .mapToDouble(i -> Math.sqrt(weights[i]) * (response[i] - line[i]))
                .toArray();
        this.search = new BrokenLineSearch(fit.times(), weights);
    }

    /**
     * Tests a fit against more joinpoints.
     *
     * @param fit       best fit with the smaller number
     * @param more      the larger number
     * @param selection data sets to draw
     * @param stream    number of the test in its sequence, which has random numbers of its own
     */
    static HypothesisTest test(JoinpointFit fit, int more, JoinpointSelection.Permutation selection, int stream) {
        JoinpointPermutation test = new JoinpointPermutation(fit, more);
        double observed = test.statistic(test.standardised);
        SplittableRandom root = new SplittableRandom(selection.seed());
        for (int i = 0; i < stream; i++) {
            root = root.split();
        }
        long[] seeds = root.longs(selection.permutations()).toArray();
        ToDoubleFunction<SplittableRandom> draw = test.draw();
        long atLeast = java.util.Arrays.stream(seeds)
                .parallel()
                .filter(seed -> draw.applyAsDouble(new SplittableRandom(seed)) >= observed * (1 - EQUAL))
                .count();
        String method = fit.kind() == Joinpoint.Model.POISSON ? "monte-carlo" : "permutation";
        double p = (1d + atLeast) / (1 + selection.permutations());
        return new HypothesisTest(method, observed, java.util.List.of(), p);
    }

    private double statistic(double[] residuals) {
        double[] response = new double[line.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = line[i] + residuals[i] / Math.sqrt(weights[i]);
        }
        double few = search.least(response, fit.locations().size());
        double many = search.least(response, more);
        return fit.kind() == Joinpoint.Model.POISSON
                ? Math.max(0, few - many)
                : Math.min(Double.MAX_VALUE, few / Math.max(many, Double.MIN_NORMAL));
    }

    private ToDoubleFunction<SplittableRandom> draw() {
        if (fit.kind() != Joinpoint.Model.POISSON) {
            return random -> statistic(shuffled(random));
        }
        PoissonDistribution[] counts = java.util.Arrays.stream(weights)
                .mapToObj(PoissonDistribution::of)
                .toArray(PoissonDistribution[]::new);
        return random -> {
            double[] residuals = new double[weights.length];
            for (int i = 0; i < residuals.length; i++) {
                int count = counts[i].inverseCumulativeProbability(random.nextDouble());
                residuals[i] = (count - weights[i]) / Math.sqrt(weights[i]);
            }
            return statistic(residuals);
        };
    }

    private double[] shuffled(SplittableRandom random) {
        double[] residuals = standardised.clone();
        for (int i = residuals.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = residuals[i];
            residuals[i] = residuals[j];
            residuals[j] = kept;
        }
        return residuals;
    }
}
