package org.safecommunity.metrics.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.internal.BetaQuantile;
import org.safecommunity.metrics.internal.BetaTail;
import org.safecommunity.metrics.internal.GammaQuantile;
import org.safecommunity.metrics.internal.GammaTail;
import org.safecommunity.metrics.internal.TailRoot;

/**
 * Limits that count half the probability of the observed value: roots of the tail half-way between P(X &gt; x) and P(X
 * &gt;= x). From 10⁷ events on, a quantile with the shape x + ½ moved by a second-order correction, which is exact to a
 * double there.
 */
final class MidP {
    private static final double EXPANSION_FROM = 1e7;

    private MidP() {}

    /** P(X &gt; x | μ) + ½P(X = x | μ) = tail; grows with μ. Needs 0 &lt; x. */
    static double poissonLower(double x, double tail) {
        if (x >= EXPANSION_FROM) {
            return GammaQuantile.lower(x + 0.5 - shift(x, tail), tail);
        }
        return poisson(x, true, tail, GammaQuantile.lower(x + 0.5, tail));
    }

    /** P(X &lt; x | μ) + ½P(X = x | μ) = tail; falls with μ. At x = 0 closed, and 0 for a tail above ½. */
    static double poissonUpper(double x, double tail) {
        if (x == 0) {
            return Math.max(0, -Math.log(2 * tail));
        }
        if (x >= EXPANSION_FROM) {
            return GammaQuantile.upper(x + 0.5 + shift(x, tail), tail);
        }
        return poisson(x, false, tail, GammaQuantile.upper(x + 0.5, tail));
    }

    private static double poisson(double x, boolean lower, double tail, double guess) {
        // P(X >= x) is the lower tail of gamma(x), P(X > x) that of gamma(x + 1)
        return TailRoot.mean(new GammaTail(x, lower), new GammaTail(x + 1, lower))
                .solve(tail, Double.POSITIVE_INFINITY, guess);
    }

    /** P(X &gt; x | p) + ½P(X = x | p) = tail; grows with p. Needs 0 &lt; x. At x = n closed, 1 for a tail above ½. */
    static double binomialLower(long x, long n, double tail) {
        if (x == n) {
            return Math.min(1, Math.exp(Math.log(2 * tail) / n));
        }
        return x <= n - x ? binomial(x, n, true, tail) : 1 - binomial(n - x, n, false, tail);
    }

    /** P(X &lt; x | p) + ½P(X = x | p) = tail; falls with p. Needs x &lt; n. At x = 0 closed, 0 for a tail above ½. */
    static double binomialUpper(long x, long n, double tail) {
        if (x == 0) {
            return Math.max(0, -Math.expm1(Math.log(2 * tail) / n));
        }
        return x <= n - x ? binomial(x, n, false, tail) : 1 - binomial(n - x, n, true, tail);
    }

    private static double binomial(double x, double n, boolean lower, double tail) {
        if (x >= EXPANSION_FROM) {
            double shift = shift(x / n * (n - x), tail) * (lower ? -1 : 1);
            return lower
                    ? BetaQuantile.lower(x + 0.5 + shift, n - x + 0.5 - shift, tail)
                    : BetaQuantile.upper(x + 0.5 + shift, n - x + 0.5 - shift, tail);
        }
        double guess =
                lower ? BetaQuantile.lower(x + 0.5, n - x + 0.5, tail) : BetaQuantile.upper(x + 0.5, n - x + 0.5, tail);
        // P(X >= x) is the lower tail of beta(x, n - x + 1), P(X > x) that of beta(x + 1, n - x)
        return TailRoot.mean(new BetaTail(x, n - x + 1, lower), new BetaTail(x + 1, n - x, lower))
                .solve(tail, 1, guess);
    }

    /** How far the mean of two neighbouring tails differs from the tail half-way, as a change of shape: z / (8σ). */
    private static double shift(double variance, double tail) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) / (8 * Math.sqrt(variance));
    }
}
