package org.safecommunity.metrics.survey;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.internal.BetaQuantile;

/**
 * Confidence limits of a proportion p from a sample with design: v is its variance, ν the degrees of freedom, n the
 * respondents of the domain, n* = p(1 − p)/v · (t(n − 1)/t(ν))² the effective sample size. Effective sizes are not capped at
 * n, as in R {@code survey::svyciprop}.
 */
public enum SurveyProportionInterval {
    /**
     * Korn–Graubard: Clopper–Pearson limits of n*·p events in n* trials.
     *
     * @see <a href="https://www150.statcan.gc.ca/n1/en/catalogue/12-001-X">Korn &amp; Graubard (1998), Survey Methodology 24,
     *     193–201</a>
     */
    BETA(
            "Beta(tail; n*·p, n*(1 − p) + 1)",
            "Beta(1 − tail; n*·p + 1, n*(1 − p))",
            "Korn & Graubard 1998, Survey Methodology 24:193–201") {
        @Override
        double[] limits(Data d, Confidence confidence) {
            double size = d.effective(confidence);
            double events = size * d.p;
            double lower = events == 0 ? 0 : BetaQuantile.lower(events, size - events + 1, confidence.tail());
            double upper = d.p == 1 ? 1 : BetaQuantile.upper(events + 1, size - events, confidence.tail());
            return new double[] {lower, upper};
        }
    },
    /** t limits on the logit: expit(logit p ∓ t·√v/(p(1 − p))). */
    LOGIT(
            "expit(logit p − t·√v/(p(1 − p)))",
            "expit(logit p + t·√v/(p(1 − p)))",
            "R survey::svyciprop, method xlogit; Dean & Pagano 2015, J. Survey Statistics and Methodology 3:484–503") {
        @Override
        double[] limits(Data d, Confidence confidence) {
            double logit = Math.log(d.p / (1 - d.p));
            double half = d.t(confidence) * Math.sqrt(d.v) / (d.p * (1 - d.p));
            return new double[] {expit(logit - half), expit(logit + half)};
        }
    },
    /** t limits p ∓ t·√v, not kept inside 0 and 1, as in R {@code confint}; for comparison only. */
    WALD("p − t·√v", "p + t·√v", "large-sample normal approximation, for comparison only") {
        @Override
        double[] limits(Data d, Confidence confidence) {
            double half = d.t(confidence) * Math.sqrt(d.v);
            return new double[] {d.p - half, d.p + half};
        }
    },
    /** Wilson limits with p(1 − p)/v for the number of trials and t for z. */
    WILSON(
            "(p + t²/2m − t·√(p(1 − p)/m + t²/4m²))/(1 + t²/m), m = p(1 − p)/v",
            "(p + t²/2m + t·√(p(1 − p)/m + t²/4m²))/(1 + t²/m), m = p(1 − p)/v",
            "Dean & Pagano 2015, J. Survey Statistics and Methodology 3:484–503") {
        @Override
        double[] limits(Data d, Confidence confidence) {
            double t = d.t(confidence);
            double m = d.p * (1 - d.p) / d.v;
            double middle = d.p + t * t / (2 * m);
            double half = t * Math.sqrt(d.p * (1 - d.p) / m + t * t / (4 * m * m));
            double below = 1 + t * t / m;
            return new double[] {(middle - half) / below, (middle + half) / below};
        }
    };

    private final String lowerFormula;
    private final String upperFormula;
    private final String citation;

    SurveyProportionInterval(String lowerFormula, String upperFormula, String citation) {
        this.lowerFormula = lowerFormula;
        this.upperFormula = upperFormula;
        this.citation = citation;
    }

    /** What the limits are computed from. */
    record Data(double p, double v, double df, long n) {
        double t(Confidence confidence) {
            return Quantiles.t(confidence, df);
        }

        /** n*; n where p is 0 or 1, because nothing is known of the design's effect then. */
        double effective(Confidence confidence) {
            if (v == 0) {
                return n;
            }
            double ratio = TDistribution.of(n - 1d).inverseSurvivalProbability(confidence.tail()) / t(confidence);
            return p * (1 - p) / v * ratio * ratio;
        }
    }

    abstract double[] limits(Data data, Confidence confidence);

    /** The interval; empty where v is 0 although p is neither 0 nor 1. At p = 0 and p = 1 the beta limits of n stand. */
    Optional<Interval> interval(Data data, Confidence confidence) {
        boolean edge = data.p == 0 || data.p == 1;
        if (!edge && (data.v <= 0 || data.n < 2)) {
            return Optional.empty();
        }
        SurveyProportionInterval method = edge ? BETA : this;
        double[] limits = method.limits(data, confidence);
        return Optional.of(new Interval(
                method.label(),
                confidence.level(),
                confidence.hasLower() ? limits[0] : Math.min(0, limits[0]),
                confidence.hasUpper() ? limits[1] : Math.max(1, limits[1])));
    }

    /** Kebab-case name, e.g. {@code beta}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
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

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
