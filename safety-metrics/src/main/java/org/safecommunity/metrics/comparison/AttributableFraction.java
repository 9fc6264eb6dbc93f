package org.safecommunity.metrics.comparison;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.internal.Working;

/**
 * Share of the events that the exposure accounts for, from the ratio φ of two rates or risks. Immutable.
 *
 * <p>Among the exposed: attributable fraction (φ − 1)/φ. In the whole population, with p the exposed share of the
 * person-time: population attributable fraction p(φ − 1)/(1 + p(φ − 1)), which equals (exposed share of the
 * cases)·(φ − 1)/φ. Where φ is below 1 the exposure protects, and the prevented fractions 1 − φ and p(1 − φ) are given
 * under their own names. All are monotone in φ, so their limits are the limits of φ put into the formula.
 * With trials the exposed share of the population is an estimate too, and the limits of the population fractions come from
 * Var ln(1 − PAF) = (b + PAF·(a + d))/(N·c), with a, b the exposed with and without event, c, d the others.
 * <p>Limits: the exposure must be a cause and φ free of confounding; shares of several causes may add up to more than 1. A
 * limit below 0 means that the data do not rule out the opposite effect.
 */
public final class AttributableFraction extends ComparisonResult {
    private final Basis basis;
    private final Kind kind;
    private final boolean logLimits;

    /** Which share. */
    private enum Kind {
        ATTRIBUTABLE_FRACTION("(φ − 1) / φ") {
            @Override
            double of(double ratio, double share) {
                return Double.isInfinite(ratio) ? 1 : ratio == 0 ? Double.NEGATIVE_INFINITY : 1 - 1 / ratio;
            }
        },
        PREVENTED_FRACTION("1 − φ") {
            @Override
            double of(double ratio, double share) {
                return 1 - ratio;
            }
        },
        POPULATION_ATTRIBUTABLE_FRACTION("p(φ − 1) / (1 + p(φ − 1)), p = exposed share") {
            @Override
            double of(double ratio, double share) {
                double excess = share * (ratio - 1);
                return Double.isInfinite(ratio) ? 1 : excess / (1 + excess);
            }
        },
        POPULATION_PREVENTED_FRACTION("p(1 − φ), p = exposed share") {
            @Override
            double of(double ratio, double share) {
                return share * (1 - ratio);
            }
        };

        private final String formula;

        Kind(String formula) {
            this.formula = formula;
        }

        abstract double of(double ratio, double share);

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the fractions are computed from. */
    private interface Basis {
        MetricResult ratio();

        double share();

        Map<String, Object> inputs();

        void rates(Working working);

        String method(Locale locale);

        String citation();
    }

    /** Two rates; person-time is known. */
    private record Rates(TwoRates counts, RateRatioMethod intervalMethod, MetricResult ratio) implements Basis {
        @Override
        public double share() {
            return counts.hasPersonTime() ? counts.share() : 0;
        }

        @Override
        public Map<String, Object> inputs() {
            return RateRatio.inputs(counts);
        }

        @Override
        public void rates(Working working) {
            RateRatio.rates(working, counts);
        }

        @Override
        public String method(Locale locale) {
            return intervalMethod.title(locale);
        }

        @Override
        public String citation() {
            return intervalMethod.citation();
        }
    }

    /** Two risks of a cohort. */
    private record Risks(TwoProportions counts, RiskRatioMethod intervalMethod, MetricResult ratio) implements Basis {
        @Override
        public double share() {
            return counts.hasTrials() ? (double) counts.trials() / counts.total() : 0;
        }

        @Override
        public Map<String, Object> inputs() {
            return counts.inputs();
        }

        @Override
        public void rates(Working working) {
            counts.risks(working);
        }

        @Override
        public String method(Locale locale) {
            return intervalMethod.title(locale);
        }

        @Override
        public String citation() {
            return intervalMethod.citation();
        }
    }

    private AttributableFraction(Basis basis, Kind kind, boolean logLimits, Outcome outcome) {
        super(kind.label(), outcome);
        this.basis = basis;
        this.kind = kind;
        this.logLimits = logLimits;
    }

    /**
     * The share among the exposed: attributable, or prevented where the ratio is below 1.
     *
     * @param counts     events and person-time of the exposed and of the reference, not null
     * @param method     interval method of the ratio, not null
     * @param confidence level and side of the interval of the ratio, not null
     * @return the share, at most 1, or a result without estimate whose status says why
     */
    public static AttributableFraction ofExposed(TwoRates counts, RateRatioMethod method, Confidence confidence) {
        return of(
                new Rates(counts, method, RateRatio.of(counts, method, confidence)),
                Kind.ATTRIBUTABLE_FRACTION,
                Kind.PREVENTED_FRACTION);
    }

    /**
     * The share in the whole population: attributable, or prevented where the ratio is below 1.
     *
     * @param counts     events and person-time of the exposed and of the reference, not null
     * @param method     interval method of the ratio, not null
     * @param confidence level and side of the interval of the ratio, not null
     * @return the share, at most 1, or a result without estimate whose status says why
     */
    public static AttributableFraction ofPopulation(TwoRates counts, RateRatioMethod method, Confidence confidence) {
        return of(
                new Rates(counts, method, RateRatio.of(counts, method, confidence)),
                Kind.POPULATION_ATTRIBUTABLE_FRACTION,
                Kind.POPULATION_PREVENTED_FRACTION);
    }

    /**
     * The share among the exposed of a cohort: attributable, or prevented where the ratio is below 1.
     *
     * @param counts     events and trials of the exposed and of the reference, not null
     * @param method     interval method of the ratio, not null
     * @param confidence level and side of the interval of the ratio, not null
     * @return the share, at most 1, or a result without estimate whose status says why
     */
    public static AttributableFraction ofExposed(TwoProportions counts, RiskRatioMethod method, Confidence confidence) {
        return of(
                new Risks(counts, method, RiskRatio.of(counts, method, confidence)),
                Kind.ATTRIBUTABLE_FRACTION,
                Kind.PREVENTED_FRACTION);
    }

    /**
     * The share in the whole of a cohort: attributable, or prevented where the ratio is below 1.
     *
     * @param counts     events and trials of the exposed and of the reference, not null
     * @param confidence level and side of the interval, not null
     * @return the share, at most 1, with delta-method limits, or a result without estimate whose status says why
     */
    public static AttributableFraction ofPopulation(TwoProportions counts, Confidence confidence) {
        RiskRatioMethod method = RiskRatioMethod.MIETTINEN_NURMINEN;
        Basis basis = new Risks(counts, method, RiskRatio.of(counts, method, confidence));
        boolean benefit = basis.ratio().value().orElse(1) < 1;
        Kind kind = benefit ? Kind.POPULATION_PREVENTED_FRACTION : Kind.POPULATION_ATTRIBUTABLE_FRACTION;
        Outcome outcome = new Outcome().status(counts.status());
        basis.ratio().value().ifPresent(phi -> {
            outcome.value(kind.of(phi, basis.share()));
            double paf = Kind.POPULATION_ATTRIBUTABLE_FRACTION.of(phi, basis.share());
            double error = Math.sqrt((counts.others() + paf * (counts.events() + counts.referenceOthers()))
                    / ((double) counts.total() * counts.referenceEvents()));
            double rest = 1 - kind.of(phi, basis.share());
            double factor = Math.exp(confidence.z() * error);
            outcome.detail("logStandardError", error)
                    .interval(Optional.of(new Interval(
                            "delta",
                            confidence.level(),
                            confidence.hasLower() ? 1 - rest * factor : Double.NEGATIVE_INFINITY,
                            confidence.hasUpper() ? 1 - rest / factor : 1)));
        });
        return new AttributableFraction(basis, kind, true, outcome);
    }

    private static AttributableFraction of(Basis basis, Kind harm, Kind benefit) {
        MetricResult ratio = basis.ratio();
        Kind kind = ratio.value().orElse(1) < 1 ? benefit : harm;
        Outcome outcome = new Outcome().status(ratio.status());
        ratio.value().ifPresent(phi -> outcome.value(kind.of(phi, basis.share())));
        Optional<Interval> limits = ratio.interval().map(interval -> {
            double one = kind.of(interval.lower(), basis.share());
            double other = kind.of(interval.upper(), basis.share());
            return new Interval(interval.method(), interval.level(), Math.min(one, other), Math.max(one, other));
        });
        outcome.interval(limits);
        if (ratio.value().isPresent() && limits.isEmpty()) {
            outcome.notes(ratio.warnings());
        }
        return new AttributableFraction(basis, kind, false, outcome);
    }

    @Override
    public Map<String, Object> inputs() {
        return basis.inputs();
    }

    @Override
    void calculations(Working working) {
        if (value().isEmpty() && interval().isEmpty()) {
            return;
        }
        basis.rates(working);
        String p = ", p = " + Working.n(basis.share());
        basis.ratio().value().ifPresent(ratio -> {
            working.calculation("step.ratio", "φ", working.text("step.ratio-of-above"), ratio);
            working.labelled(
                    working.text("step." + kind.label()),
                    kind.formula,
                    "φ = " + Working.n(ratio) + p,
                    value().orElseThrow(),
                    "");
        });
        if (logLimits) {
            interval().ifPresent(limits -> {
                String numbers = "SE = " + details().get("logStandardError");
                working.calculation("step.lower-limit", "1 − (1 − value)·exp(z·SE)", numbers, limits.lower());
                working.calculation("step.upper-limit", "1 − (1 − value)·exp(−z·SE)", numbers, limits.upper());
            });
            return;
        }
        basis.ratio().interval().ifPresent(ratio -> interval().ifPresent(limits -> {
            boolean turned = kind.of(1, 0.5) > kind.of(2, 0.5);
            limit(working, "step.lower-limit", turned ? ratio.upper() : ratio.lower(), p, limits.lower());
            limit(working, "step.upper-limit", turned ? ratio.lower() : ratio.upper(), p, limits.upper());
        }));
    }

    private void limit(Working working, String key, double ratio, String p, double limit) {
        String phi = Double.isInfinite(ratio) ? "∞" : Working.n(ratio);
        working.calculation(key, kind.formula, "φ = " + phi + p, limit);
    }

    @Override
    String method(Locale locale) {
        return logLimits ? "delta" : basis.method(locale);
    }

    @Override
    String assumptions() {
        return "attributable-fraction";
    }

    @Override
    String source() {
        return logLimits
                ? "Greenland 1987, Statistics in Medicine 6:701–708"
                : "Miettinen 1974, American Journal of Epidemiology 99:325–332; " + basis.citation();
    }
}
