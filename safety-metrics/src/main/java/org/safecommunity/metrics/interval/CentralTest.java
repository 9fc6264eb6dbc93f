package org.safecommunity.metrics.interval;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.internal.Checks;

/**
 * Tests that agree with the limits of {@link PoissonIntervalMethod} and {@link ProportionIntervalMethod}: the p-value is
 * below 1 − level exactly when the interval of that level leaves the tested value out.
 *
 * <p>Two limits: p = min(1, 2·min(lower tail, upper tail)) (central). A lower limit alone goes with the upper tail, an
 * upper limit alone with the lower tail.
 */
public final class CentralTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private CentralTest() {}

    /** Probabilities of a result as low, and as high, as the one observed. */
    private record Tails(double statistic, double lower, double upper) {
        static Tails of(double z) {
            return new Tails(z, NORMAL.cumulativeProbability(z), NORMAL.survivalProbability(z));
        }

        HypothesisTest test(String method, Side side) {
            return new HypothesisTest(method, statistic, List.of(), pValue(lower, upper, side));
        }
    }

    /** p-value of two tail probabilities. */
    public static double pValue(double lower, double upper, Side side) {
        return switch (side) {
            case BOTH -> Math.min(1, 2 * Math.min(lower, upper));
            case LOWER -> Math.min(1, upper);
            case UPPER -> Math.min(1, lower);
        };
    }

    /** Test of a standard normal statistic. */
    public static HypothesisTest ofZ(String method, double z, Side side) {
        return Tails.of(z).test(method, side);
    }

    /**
     * Tests whether a Poisson count has a given mean.
     *
     * @param method interval method the test must agree with, not null
     * @param events observed count x, from 0 to 2^53
     * @param mean   mean under the null hypothesis, finite, greater than 0
     * @param side   limits of the interval, not null
     * @return the test; the statistic is the count for exact methods, z for approximate ones; empty where the method has
     *     no limits (Wald and log-Wald at 0 events)
     * @throws IllegalArgumentException if events is negative or above 2^53, or mean is not finite and positive
     */
    public static Optional<HypothesisTest> ofMean(PoissonIntervalMethod method, long events, double mean, Side side) {
        double x = Checks.count(events, "events");
        Checks.positive(mean, "mean");
        if (x == 0 && !method.definedAtZero()) {
            return Optional.empty();
        }
        String name = method == PoissonIntervalMethod.GARWOOD ? "exact-poisson" : method.label();
        return Optional.of(tails(method, x, mean).test(name, side));
    }

    private static Tails tails(PoissonIntervalMethod method, double x, double mean) {
        return switch (method) {
            case GARWOOD -> new Tails(x, atMost(x, mean), atLeast(x, mean));
            case MID_P ->
                new Tails(
                        x,
                        (atMost(x, mean) + (x == 0 ? 0 : atMost(x - 1, mean))) / 2,
                        (atLeast(x, mean) + atLeast(x + 1, mean)) / 2);
            case BYAR -> byar(x, mean);
            case SCORE -> Tails.of((x - mean) / Math.sqrt(mean));
            case WALD -> Tails.of((x - mean) / Math.sqrt(x));
            case LOG_WALD -> Tails.of(Math.sqrt(x) * Math.log(x / mean));
            case JEFFREYS ->
                new Tails(
                        x,
                        GammaDistribution.of(x + 0.5, 1).survivalProbability(mean),
                        x == 0 ? 1 : GammaDistribution.of(x + 0.5, 1).cumulativeProbability(mean));
        };
    }

    /** Breslow &amp; Day 1987, equation 2.11: the x form above the mean, the x + 1 form below it. */
    private static Tails byar(double x, double mean) {
        double y = x + 1;
        double above = x == 0 ? Double.NEGATIVE_INFINITY : 3 * Math.sqrt(x) * (1 - 1 / (9 * x) - Math.cbrt(mean / x));
        double below = 3 * Math.sqrt(y) * (Math.cbrt(mean / y) - 1 + 1 / (9 * y));
        double z = above > below ? above : -below;
        return new Tails(z, NORMAL.survivalProbability(below), NORMAL.survivalProbability(above));
    }

    /** P(X &lt;= x) for X Poisson. */
    private static double atMost(double x, double mean) {
        return GammaDistribution.of(x + 1, 1).survivalProbability(mean);
    }

    /** P(X &gt;= x) for X Poisson. */
    private static double atLeast(double x, double mean) {
        return x == 0 ? 1 : GammaDistribution.of(x, 1).cumulativeProbability(mean);
    }

    /**
     * Tests whether a binomial probability has a given value.
     *
     * @param method      interval method the test must agree with, not null
     * @param events      events x, from 0 to trials
     * @param trials      trials n, 1 or more
     * @param probability probability under the null hypothesis, between 0 and 1
     * @param side        limits of the interval, not null
     * @return the test; empty where the method has no test here (Agresti–Coull, Jeffreys) or no limits (Wald at the ends)
     * @throws IllegalArgumentException if a count is negative or above 2^53, events exceeds trials, or probability is not
     *     between 0 and 1
     */
    public static Optional<HypothesisTest> ofProbability(
            ProportionIntervalMethod method, long events, long trials, double probability, Side side) {
        Checks.count(events, "events");
        Checks.count(trials, "trials");
        if (events > trials) {
            throw new IllegalArgumentException("events must not exceed trials, was " + events + " of " + trials);
        }
        double p = Checks.openUnit(probability, "probability");
        if (!method.defined(events, trials)) {
            return Optional.empty();
        }
        double atMost = ProportionIntervalMethod.atMost(events, trials, p);
        double atLeast = ProportionIntervalMethod.atLeast(events, trials, p);
        double excess = events - trials * p;
        return switch (method) {
            case CLOPPER_PEARSON -> Optional.of(new Tails(events, atMost, atLeast).test("exact-binomial", side));
            case MID_P ->
                Optional.of(new Tails(
                                events,
                                (atMost + ProportionIntervalMethod.atMost(events - 1, trials, p)) / 2,
                                (atLeast + ProportionIntervalMethod.atLeast(events + 1, trials, p)) / 2)
                        .test(method.label(), side));
            case WILSON -> Optional.of(ofZ("score", excess / Math.sqrt(trials * p * (1 - p)), side));
            case WALD -> {
                double observed = (double) events / trials;
                yield Optional.of(ofZ(method.label(), excess / Math.sqrt(trials * observed * (1 - observed)), side));
            }
            case AGRESTI_COULL, JEFFREYS -> Optional.empty();
        };
    }
}
