package org.safecommunity.metrics.rate;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Confidence limits of a directly standardised rate Σ cᵢxᵢ: one constant for each published method.
 *
 * <p>y is the standardised rate, v = Σ cᵢ²xᵢ its variance, c* the largest weight, c̄ and s̄ the means of cᵢ and cᵢ² over
 * the strata, D = Σ xᵢ.
 */
public enum StandardisedIntervalMethod {
    /**
     * Gamma limits: lower = Gamma(tail; y²/v, v/y), upper = Gamma(1 − tail; (y + c*)²/(v + c*²), (v + c*²)/(y + c*));
     * with no event lower is 0. Never below nominal coverage in published simulations. Checked against: R
     * {@code epitools::ageadjust.direct}.
     *
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19970415)16:7%3C791::AID-SIM500%3E3.0.CO;2-%23">Fay &amp;
     *     Feuer (1997), Statistics in Medicine 16, 791–801</a>
     */
    FAY_FEUER(
            "Gamma(tail; shape = y²/v, scale = v/y)",
            "Gamma(1 − tail; shape = (y + c*)²/(v + c*²), scale = (v + c*²)/(y + c*))",
            "Fay & Feuer 1997, Statistics in Medicine 16:791–801") {
        @Override
        Optional<double[]> limits(Moments m, Confidence confidence) {
            double upper = gammaUpper(m.rate() + m.largest(), m.variance() + m.largest() * m.largest(), confidence);
            return Optional.of(new double[] {gammaLower(m, confidence), upper});
        }
    },
    /** Modified gamma limits: the lower one of Fay–Feuer, the upper one with c̄ for c* and s̄ for c*². Shorter. */
    TIWARI(
            "Gamma(tail; shape = y²/v, scale = v/y)",
            "Gamma(1 − tail; shape = (y + c̄)²/(v + s̄), scale = (v + s̄)/(y + c̄))",
            "Tiwari, Clegg & Zou 2006, Statistical Methods in Medical Research 15:547–569") {
        @Override
        Optional<double[]> limits(Moments m, Confidence confidence) {
            double upper = gammaUpper(m.rate() + m.mean(), m.variance() + m.meanSquare(), confidence);
            return Optional.of(new double[] {gammaLower(m, confidence), upper});
        }
    },
    /** y + √(v/D)·(limit of D − D) with Byar's limits of the total count D; undefined with no event. */
    DOBSON(
            "y + √(v/D)·(Byar lower limit of D − D)",
            "y + √(v/D)·(Byar upper limit of D − D)",
            "Dobson et al. 1991, Statistics in Medicine 10:457–462") {
        @Override
        Optional<double[]> limits(Moments m, Confidence confidence) {
            return dobson(m, PoissonIntervalMethod.BYAR, confidence);
        }
    },
    /** As {@link #DOBSON} with Garwood's exact limits of the total count. */
    DOBSON_EXACT(
            "y + √(v/D)·(Garwood lower limit of D − D)",
            "y + √(v/D)·(Garwood upper limit of D − D)",
            "Dobson et al. 1991, Statistics in Medicine 10:457–462") {
        @Override
        Optional<double[]> limits(Moments m, Confidence confidence) {
            return dobson(m, PoissonIntervalMethod.GARWOOD, confidence);
        }
    },
    /** y ± z√v, not below 0; for comparison only, undefined with no event. */
    NORMAL("max(0, y − z·√v)", "y + z·√v", "large-sample normal approximation, for comparison only") {
        @Override
        Optional<double[]> limits(Moments m, Confidence confidence) {
            double half = confidence.z() * Math.sqrt(m.variance());
            return m.events() == 0
                    ? Optional.empty()
                    : Optional.of(new double[] {Math.max(0, m.rate() - half), Math.max(0, m.rate() + half)});
        }
    };

    /** What the limits are computed from, per one unit of person-time. */
    record Moments(long events, double rate, double variance, double largest, double mean, double meanSquare) {}

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    StandardisedIntervalMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    abstract Optional<double[]> limits(Moments moments, Confidence confidence);

    Optional<Interval> interval(Moments moments, Confidence confidence) {
        return limits(moments, confidence)
                .map(limits -> new Interval(
                        label(),
                        confidence.level(),
                        confidence.hasLower() ? limits[0] : 0,
                        confidence.hasUpper() ? limits[1] : Double.POSITIVE_INFINITY));
    }

    /** Kebab-case name, e.g. {@code fay-feuer}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name for a reader. */
    public String title(Locale locale) {
        return Messages.text(locale, "standardised." + label());
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

    private static double gammaLower(Moments m, Confidence confidence) {
        if (m.events() == 0 || m.variance() == 0 || !confidence.hasLower()) {
            return 0;
        }
        return GammaDistribution.of(m.rate() * m.rate() / m.variance(), m.variance() / m.rate())
                .inverseCumulativeProbability(confidence.tail());
    }

    private static double gammaUpper(double mean, double variance, Confidence confidence) {
        return GammaDistribution.of(mean * mean / variance, variance / mean)
                .inverseSurvivalProbability(confidence.tail());
    }

    private static Optional<double[]> dobson(Moments m, PoissonIntervalMethod countMethod, Confidence confidence) {
        if (m.events() == 0) {
            return Optional.empty();
        }
        Interval count = countMethod.limits(m.events(), confidence).orElseThrow();
        double factor = Math.sqrt(m.variance() / m.events());
        double upper = Double.isInfinite(count.upper())
                ? Double.POSITIVE_INFINITY
                : m.rate() + factor * (count.upper() - m.events());
        return Optional.of(new double[] {Math.max(0, m.rate() + factor * (count.lower() - m.events())), upper});
    }
}
