package org.safecommunity.metrics.interval;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.internal.BetaQuantile;
import org.safecommunity.metrics.internal.BetaTail;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;

/**
 * Confidence limits of a binomial probability from x events in n trials: one constant for each published method.
 *
 * <p>All assume independent trials with one probability: a simple random sample, or a whole population seen as one draw.
 * {@code tail} is α/2 for two limits and α for one; z is the standard normal quantile that leaves {@code tail} above it. A one-sided level below 0.5 is allowed: z is
 * negative then, and the limit lies beyond the estimate.
 */
public enum ProportionIntervalMethod {
    /**
     * Score limits (2x + z² ∓ z√(z² + 4x(1 − p))) / (2(n + z²)), p = x/n.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), J. Am. Stat. Assoc. 22, 209–212</a>
     */
    WILSON(
            "(2x + z² − z·√(z² + 4x(1 − p))) / (2(n + z²))",
            "(2x + z² + z·√(z² + 4x(1 − p))) / (2(n + z²))",
            "Wilson 1927, Journal of the American Statistical Association 22:209–212") {
        @Override
        double lower(long x, long n, double tail, double z) {
            return x == 0 && z >= 0 ? 0 : wilson(x, n, -z);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            return x == n && z >= 0 ? 1 : wilson(x, n, z);
        }
    },
    /**
     * Exact central limits: lower = Beta(tail; x, n − x + 1), upper = Beta(1 − tail; x + 1, n − x); lower is 0 at x = 0,
     * upper is 1 at x = n. Conservative. Checked against: R {@code binom.test}, {@code qbeta}.
     *
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper &amp; Pearson (1934), Biometrika 26, 404–413</a>
     */
    CLOPPER_PEARSON(
            "Beta(tail; x, n − x + 1)",
            "Beta(1 − tail; x + 1, n − x)",
            "Clopper & Pearson 1934, Biometrika 26:404–413") {
        @Override
        double lower(long x, long n, double tail, double z) {
            if (x == 0) {
                return 0;
            }
            return x == n ? Math.exp(Math.log(tail) / n) : BetaQuantile.lower(x, n - x + 1, tail);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            if (x == n) {
                return 1;
            }
            return x == 0 ? -Math.expm1(Math.log(tail) / n) : BetaQuantile.upper(x + 1, n - x, tail);
        }
    },
    /** Exact limits with half the probability of the observed count; solved to full precision. */
    MID_P(
            "L: P(X > x | L) + ½·P(X = x | L) = tail",
            "U: P(X < x | U) + ½·P(X = x | U) = tail",
            "Berry & Armitage 1995, The Statistician 44:417–423") {
        @Override
        double lower(long x, long n, double tail, double z) {
            return x == 0 ? 0 : MidP.binomialLower(x, n, tail);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            return x == n ? 1 : MidP.binomialUpper(x, n, tail);
        }
    },
    /** Wald limits after adding z²/2 events and z² trials, kept inside 0 and 1. */
    AGRESTI_COULL(
            "max(0, min(1, p̃ − z·√(p̃(1 − p̃)/ñ))), ñ = n + z², p̃ = (x + z²/2)/ñ",
            "max(0, min(1, p̃ + z·√(p̃(1 − p̃)/ñ))), ñ = n + z², p̃ = (x + z²/2)/ñ",
            "Agresti & Coull 1998, The American Statistician 52:119–126") {
        @Override
        double lower(long x, long n, double tail, double z) {
            return adjusted(x, n, z, -1);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            return adjusted(x, n, z, 1);
        }

        private double adjusted(long x, long n, double z, int sign) {
            double trials = n + z * z;
            double p = (x + z * z / 2) / trials;
            double q = (n - x + z * z / 2) / trials;
            return unit(p + sign * z * Math.sqrt(p * q / trials));
        }
    },
    /** Bayesian limits with Jeffreys' prior: Beta quantiles of (x + ½, n − x + ½); 0 at x = 0, 1 at x = n. */
    JEFFREYS(
            "Beta(tail; x + ½, n − x + ½)",
            "Beta(1 − tail; x + ½, n − x + ½)",
            "Brown, Cai & DasGupta 2001, Statistical Science 16:101–133") {
        @Override
        double lower(long x, long n, double tail, double z) {
            return x == 0 ? 0 : BetaQuantile.lower(x + 0.5, n - x + 0.5, tail);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            return x == n ? 1 : BetaQuantile.upper(x + 0.5, n - x + 0.5, tail);
        }
    },
    /** Normal limits p ± z√(p(1 − p)/n), kept inside 0 and 1; for comparison only, undefined at x = 0 and x = n. */
    WALD(
            "max(0, min(1, p − z·√(p(1 − p)/n)))",
            "max(0, min(1, p + z·√(p(1 − p)/n)))",
            "Newcombe 1998, Statistics in Medicine 17:857–872, method 1") {
        @Override
        boolean defined(long x, long n) {
            return x > 0 && x < n;
        }

        @Override
        double lower(long x, long n, double tail, double z) {
            return wald(x, n, -z);
        }

        @Override
        double upper(long x, long n, double tail, double z) {
            return wald(x, n, z);
        }

        private double wald(long x, long n, double z) {
            double p = (double) x / n;
            double q = (double) (n - x) / n;
            return unit(p + z * Math.sqrt(p * q / n));
        }
    };

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    ProportionIntervalMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    abstract double lower(long x, long n, double tail, double z);

    abstract double upper(long x, long n, double tail, double z);

    boolean defined(long x, long n) {
        return true;
    }

    /**
     * Limits of a binomial probability.
     *
     * @param events     events x, from 0 to trials
     * @param trials     trials n, 1 or more
     * @param confidence level and side, not null
     * @return limits from 0 to 1; empty where the method is not defined (Wald at x = 0 and x = n)
     * @throws IllegalArgumentException if events is negative or above trials, or trials is 0 or negative
     */
    public Optional<Interval> limits(long events, long trials, Confidence confidence) {
        Checks.count(events, "events");
        Checks.count(trials, "trials");
        requireNonNull(confidence, "confidence");
        if (trials == 0) {
            throw new IllegalArgumentException("trials must be 1 or more, was 0");
        }
        if (events > trials) {
            throw new IllegalArgumentException("events must not exceed trials, was " + events + " of " + trials);
        }
        if (!defined(events, trials)) {
            return Optional.empty();
        }
        double tail = confidence.tail();
        double z = confidence.z();
        double lower = confidence.hasLower() ? lower(events, trials, tail, z) : 0;
        double upper = confidence.hasUpper() ? upper(events, trials, tail, z) : 1;
        // at levels near 0 the two limits of one distribution meet, and rounding may cross them
        upper = Math.max(lower, upper);
        return Optional.of(new Interval(label(), confidence.level(), lower, upper));
    }

    /** Kebab-case name, e.g. {@code clopper-pearson}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "proportion." + label());
    }

    /** Formula of the lower limit. */
    public String lowerFormula() {
        return lowerFormula;
    }

    /** Formula of the upper limit. */
    public String upperFormula() {
        return upperFormula;
    }

    /** Publication of the method. */
    public String citation() {
        return citation;
    }

    private static double wilson(long x, long n, double z) {
        double z2 = z * z;
        double root = Math.sqrt(z2 + 4d * x * ((double) (n - x) / n));
        if (z < 0) {
            // (a − b)/c with a² − b² = 4x²(n + z²)/n, written without the cancellation
            return unit(2d * x * x / n / (2d * x + z2 - z * root));
        }
        return unit((2d * x + z2 + z * root) / (2 * (n + z2)));
    }

    private static double unit(double value) {
        return Math.min(1, Math.max(0, value));
    }

    /** P(X &gt;= x) for X binomial (n, p): the lower tail of beta (x, n − x + 1) at p. */
    static double atLeast(long x, long n, double p) {
        if (x <= 0) {
            return 1;
        }
        return x > n ? 0 : new BetaTail(x, n - x + 1d, true).tail(p);
    }

    /** P(X &lt;= x) for X binomial (n, p): the upper tail of beta (x + 1, n − x) at p. */
    static double atMost(long x, long n, double p) {
        if (x < 0) {
            return 0;
        }
        return x >= n ? 1 : new BetaTail(x + 1d, n - x, false).tail(p);
    }
}
