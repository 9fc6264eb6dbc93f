package org.safecommunity.metrics.interval;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.GammaQuantile;
import org.safecommunity.metrics.internal.Messages;

/**
 * Confidence limits of the mean μ of a Poisson count x: one constant for each published method.
 *
 * <p>Limits of a rate are the limits of its count divided by the person-time. All methods assume that events are
 * independent and that the person-time is known without error. {@code tail} below is α/2 for two limits and α for one;
 * z is the standard normal quantile that leaves {@code tail} above it. A one-sided level below 0.5 is allowed: z is
 * negative then, and the limit lies beyond the estimate. Mid-P and Jeffreys limits leave the estimate out at two-sided
 * levels near 0 too.
 */
public enum PoissonIntervalMethod {
    /**
     * Exact central limits: lower = Gamma(tail; x, 1), upper = Gamma(1 − tail; x + 1, 1); lower is 0 at x = 0.
     * Conservative. Checked against: R {@code poisson.test}, {@code qgamma}.
     *
     * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood (1936), Biometrika 28, 437–442</a>
     */
    GARWOOD("Gamma(tail; x, 1)", "Gamma(1 − tail; x + 1, 1)", "Garwood 1936, Biometrika 28:437–442") {
        @Override
        double lower(double x, double tail, double z) {
            return x == 0 ? 0 : GammaQuantile.lower(x, tail);
        }

        @Override
        double upper(double x, double tail, double z) {
            return GammaQuantile.upper(x + 1, tail);
        }
    },
    /**
     * Byar's approximation: lower = x(1 − 1/(9x) − z/(3√x))³, upper = y(1 − 1/(9y) + z/(3√y))³ with y = x + 1, at every
     * count; lower is 0 at x = 0 and where the formula turns negative.
     */
    BYAR(
            "max(0, x·(1 − 1/(9·x) − z/(3·√x))³)",
            "max(0, (x+1)·(1 − 1/(9·(x+1)) + z/(3·√(x+1)))³)",
            "Breslow & Day 1987, IARC Scientific Publications 82, p. 69") {
        @Override
        double lower(double x, double tail, double z) {
            if (x == 0) {
                return 0;
            }
            double base = 1 - 1 / (9 * x) - z / (3 * Math.sqrt(x));
            return Math.max(0, x * base * base * base);
        }

        @Override
        double upper(double x, double tail, double z) {
            double y = x + 1;
            double base = 1 - 1 / (9 * y) + z / (3 * Math.sqrt(y));
            return Math.max(0, y * base * base * base);
        }
    },
    /**
     * Exact limits with half the probability of the observed count: lower L solves P(X &gt; x | L) + ½P(X = x | L) =
     * tail, upper U solves P(X &lt; x | U) + ½P(X = x | U) = tail; at x = 0, L = 0 and U = −ln(2·tail). Shorter than
     * Garwood, coverage near nominal on average. Checked against: bisection on R {@code ppois}.
     */
    MID_P(
            "L: P(X > x | L) + ½·P(X = x | L) = tail",
            "U: P(X < x | U) + ½·P(X = x | U) = tail",
            "Cohen & Yang 1994, Statistics in Medicine 13:2189–2193") {
        @Override
        double lower(double x, double tail, double z) {
            return x == 0 ? 0 : MidP.poissonLower(x, tail);
        }

        @Override
        double upper(double x, double tail, double z) {
            return MidP.poissonUpper(x, tail);
        }
    },
    /** Score limits x + z²/2 ± z√(x + z²/4). Closed form; lower is 0 at x = 0 where z is not negative. */
    SCORE("x + z²/2 − z·√(x + z²/4)", "x + z²/2 + z·√(x + z²/4)", "Barker 2002, The American Statistician 56:85–89") {
        @Override
        double lower(double x, double tail, double z) {
            // (a − b) with a² − b² = x², written without the cancellation
            return z <= 0 ? upperRoot(x, -z) : x == 0 ? 0 : x * x / upperRoot(x, z);
        }

        @Override
        double upper(double x, double tail, double z) {
            return z >= 0 ? upperRoot(x, z) : x * x / upperRoot(x, -z);
        }

        private double upperRoot(double x, double z) {
            return x + z * z / 2 + z * Math.sqrt(x + z * z / 4);
        }
    },
    /** Normal limits x ± z√x, not below 0; for comparison only, undefined at x = 0. */
    WALD("max(0, x − z·√x)", "max(0, x + z·√x)", "Barker 2002, The American Statistician 56:85–89") {
        @Override
        boolean definedAtZero() {
            return false;
        }

        @Override
        double lower(double x, double tail, double z) {
            return Math.max(0, x - z * Math.sqrt(x));
        }

        @Override
        double upper(double x, double tail, double z) {
            return Math.max(0, x + z * Math.sqrt(x));
        }
    },
    /** Log-normal limits x·exp(±z/√x); for comparison only, undefined at x = 0. */
    LOG_WALD("x·exp(−z/√x)", "x·exp(z/√x)", "Rothman & Greenland 1998, Modern Epidemiology, 2nd ed.") {
        @Override
        boolean definedAtZero() {
            return false;
        }

        @Override
        double lower(double x, double tail, double z) {
            return x * Math.exp(-z / Math.sqrt(x));
        }

        @Override
        double upper(double x, double tail, double z) {
            return x * Math.exp(z / Math.sqrt(x));
        }
    },
    /** Bayesian limits with Jeffreys' prior: Gamma quantiles with shape x + ½; lower is 0 at x = 0. */
    JEFFREYS(
            "Gamma(tail; x + ½, 1)",
            "Gamma(1 − tail; x + ½, 1)",
            "Brown, Cai & DasGupta 2003, Statistica Sinica 13:19–49") {
        @Override
        double lower(double x, double tail, double z) {
            return x == 0 ? 0 : GammaQuantile.lower(x + 0.5, tail);
        }

        @Override
        double upper(double x, double tail, double z) {
            return GammaQuantile.upper(x + 0.5, tail);
        }
    };

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    PoissonIntervalMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    abstract double lower(double x, double tail, double z);

    abstract double upper(double x, double tail, double z);

    boolean definedAtZero() {
        return true;
    }

    /**
     * Limits of the mean of a Poisson count.
     *
     * @param events     observed count x, from 0 to 2^53
     * @param confidence level and side, not null
     * @return the limits in events; empty where the method is not defined (Wald and log-Wald at 0 events). A lower
     *     one-sided interval has an infinite upper end, an upper one-sided interval starts at 0.
     * @throws IllegalArgumentException if events is negative or above 2^53
     */
    public Optional<Interval> limits(long events, Confidence confidence) {
        double x = Checks.count(events, "events");
        requireNonNull(confidence, "confidence");
        if (x == 0 && !definedAtZero()) {
            return Optional.empty();
        }
        double tail = confidence.tail();
        double z = confidence.z();
        double lower = confidence.hasLower() ? lower(x, tail, z) : 0;
        double upper = confidence.hasUpper() ? upper(x, tail, z) : Double.POSITIVE_INFINITY;
        // at levels near 0 the two limits of one distribution meet, and rounding may cross them
        upper = Math.max(lower, upper);
        return Optional.of(new Interval(label(), confidence.level(), lower, upper));
    }

    /** Kebab-case name, e.g. {@code mid-p}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "poisson." + label());
    }

    /** Formula of the lower limit of the count. */
    public String lowerFormula() {
        return lowerFormula;
    }

    /** Formula of the upper limit of the count. */
    public String upperFormula() {
        return upperFormula;
    }

    /** Publication of the method. */
    public String citation() {
        return citation;
    }
}
