package org.safecommunity.metrics.rate;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.internal.GammaQuantile;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * Confidence limits of a directly standardised rate Σ cᵢxᵢ: one constant for each published method.
 *
 * <p>y is the standardised rate, v = Σ cᵢ²xᵢ its variance, c* the largest weight, c̄ and s̄ the means of cᵢ and cᵢ² over
 * the strata, D = Σ xᵢ. Strata of weight 0 do not count. {@code tail} is α/2 for two limits and α for one.
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
        Optional<double[]> limits(StandardisedMoments m, Confidence confidence) {
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
        Optional<double[]> limits(StandardisedMoments m, Confidence confidence) {
            double upper = gammaUpper(m.rate() + m.mean(), m.variance() + m.meanSquare(), confidence);
            return Optional.of(new double[] {gammaLower(m, confidence), upper});
        }
    },
    /** y + √(v/D)·(L − D), not below 0, and U likewise, with Byar's limits L, U of the total count D; undefined at D = 0. */
    DOBSON(
            "max(0, y + √(v/D)·(L − D))",
            "max(0, y + √(v/D)·(U − D))",
            "Dobson et al. 1991, Statistics in Medicine 10:457–462") {
        @Override
        Optional<double[]> limits(StandardisedMoments m, Confidence confidence) {
            return dobson(m, confidence);
        }
    },
    /** As {@link #DOBSON} with Garwood's exact limits of the total count. */
    DOBSON_EXACT(
            "max(0, y + √(v/D)·(L − D))",
            "max(0, y + √(v/D)·(U − D))",
            "Dobson et al. 1991, Statistics in Medicine 10:457–462") {
        @Override
        Optional<double[]> limits(StandardisedMoments m, Confidence confidence) {
            return dobson(m, confidence);
        }
    },
    /** y ± z√v, not below 0; for comparison only, undefined with no event. */
    NORMAL(
            "max(0, y − z·√v)",
            "max(0, y + z·√v)",
            "Ng, Filardo & Zheng 2008, Computational Statistics & Data Analysis 52:3501–3519") {
        @Override
        Optional<double[]> limits(StandardisedMoments m, Confidence confidence) {
            double half = confidence.z() * Math.sqrt(m.variance());
            return m.events() == 0
                    ? Optional.empty()
                    : Optional.of(new double[] {Math.max(0, m.rate() - half), Math.max(0, m.rate() + half)});
        }
    };

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    StandardisedIntervalMethod(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    abstract Optional<double[]> limits(StandardisedMoments moments, Confidence confidence);

    Optional<Interval> interval(StandardisedMoments moments, Confidence confidence) {
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

    /** Limits of the total count that the method starts from, where it does. */
    Optional<PoissonIntervalMethod> countMethod() {
        return switch (this) {
            case DOBSON -> Optional.of(PoissonIntervalMethod.BYAR);
            case DOBSON_EXACT -> Optional.of(PoissonIntervalMethod.GARWOOD);
            default -> Optional.empty();
        };
    }

    private static double gammaLower(StandardisedMoments m, Confidence confidence) {
        if (m.events() == 0 || !confidence.hasLower()) {
            return 0;
        }
        return m.variance() / m.rate() * GammaQuantile.lower(m.rate() * m.rate() / m.variance(), confidence.tail());
    }

    private static double gammaUpper(double mean, double variance, Confidence confidence) {
        if (!confidence.hasUpper()) {
            return Double.POSITIVE_INFINITY;
        }
        return variance / mean * GammaQuantile.upper(mean * mean / variance, confidence.tail());
    }

    Optional<double[]> dobson(StandardisedMoments m, Confidence confidence) {
        if (m.events() == 0) {
            return Optional.empty();
        }
        double factor = Math.sqrt(m.variance() / m.events());
        return countMethod()
                .flatMap(method -> method.limits(m.events(), confidence))
                .map(count -> new double[] {
                    Math.max(0, m.rate() + factor * (count.lower() - m.events())),
                    Math.max(0, m.rate() + factor * (count.upper() - m.events()))
                });
    }
}
