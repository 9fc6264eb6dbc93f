package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Working;

/**
 * Share of the events that the exposure accounts for, from the ratio φ of two rates. Immutable.
 *
 * <p>Among the exposed: attributable fraction (φ − 1)/φ. In the whole population, with p the exposed share of the
 * person-time: population attributable fraction p(φ − 1)/(1 + p(φ − 1)), which equals (exposed share of the
 * cases)·(φ − 1)/φ. Where φ is below 1 the exposure protects, and the prevented fractions 1 − φ and p(1 − φ) are given
 * under their own names. All are monotone in φ, so their limits are the limits of φ put into the formula.
 * <p>Limits: the exposure must be a cause and φ free of confounding; shares of several causes may add up to more than 1. A
 * limit below 0 means that the data do not rule out the opposite effect.
 */
public final class AttributableFraction extends ComparisonResult {
    private final TwoRates counts;
    private final RateRatioMethod intervalMethod;
    private final Confidence confidence;
    private final Kind kind;

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
        POPULATION_ATTRIBUTABLE_FRACTION("p(φ − 1) / (1 + p(φ − 1)), p = T₁ / (T₁ + T₀)") {
            @Override
            double of(double ratio, double share) {
                double excess = share * (ratio - 1);
                return Double.isInfinite(ratio) ? 1 : excess / (1 + excess);
            }
        },
        POPULATION_PREVENTED_FRACTION("p(1 − φ), p = T₁ / (T₁ + T₀)") {
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

    private AttributableFraction(
            TwoRates counts, RateRatioMethod intervalMethod, Confidence confidence, Kind kind, Outcome outcome) {
        super(kind.label(), outcome);
        this.counts = counts;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
        this.kind = kind;
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
        return of(counts, method, confidence, Kind.ATTRIBUTABLE_FRACTION, Kind.PREVENTED_FRACTION);
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
                counts, method, confidence, Kind.POPULATION_ATTRIBUTABLE_FRACTION, Kind.POPULATION_PREVENTED_FRACTION);
    }

    private static AttributableFraction of(
            TwoRates counts, RateRatioMethod method, Confidence confidence, Kind harm, Kind benefit) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        RateRatio ratio = RateRatio.of(counts, method, confidence);
        Kind kind = ratio.value().orElse(1) < 1 ? benefit : harm;
        double share = counts.hasPersonTime() ? counts.share() : 0;
        Outcome outcome = new Outcome().status(counts.status());
        ratio.value().ifPresent(phi -> outcome.value(kind.of(phi, share)));
        Optional<Interval> limits = ratio.interval().map(interval -> {
            double one = kind.of(interval.lower(), share);
            double other = kind.of(interval.upper(), share);
            return new Interval(method.label(), interval.level(), Math.min(one, other), Math.max(one, other));
        });
        outcome.interval(limits);
        if (ratio.value().isPresent() && limits.isEmpty()) {
            outcome.note(Note.of("interval-undefined", method.label()));
        }
        return new AttributableFraction(counts, method, confidence, kind, outcome);
    }

    @Override
    public Map<String, Object> inputs() {
        return RateRatio.inputs(counts);
    }

    @Override
    void calculations(Working working) {
        if (!counts.hasPersonTime()) {
            return;
        }
        RateRatio.rates(working, counts);
        if (value().isPresent()) {
            double ratio = counts.rate() / counts.referenceRate();
            working.calculation(
                    "step.rate-ratio",
                    "φ = r₁ / r₀",
                    Working.n(counts.rate()) + " / " + Working.n(counts.referenceRate()),
                    ratio);
            String numbers = "φ = " + Working.n(ratio) + ", p = " + Working.n(counts.share());
            working.labelled(working.text("step." + kind.label()), kind.formula, numbers, value().getAsDouble(), "");
        }
        RateRatio.of(counts, intervalMethod, confidence).interval().ifPresent(ratio -> interval()
                .ifPresent(limits -> {
                    boolean turned = kind.of(1, 0.5) > kind.of(2, 0.5);
                    limit(working, "step.lower-limit", turned ? ratio.upper() : ratio.lower(), limits.lower());
                    limit(working, "step.upper-limit", turned ? ratio.lower() : ratio.upper(), limits.upper());
                }));
    }

    private void limit(Working working, String key, double ratio, double limit) {
        String phi = Double.isInfinite(ratio) ? "∞" : Working.n(ratio);
        working.calculation(key, kind.formula, "φ = " + phi + ", p = " + Working.n(counts.share()), limit);
    }

    @Override
    String method(Locale locale) {
        return intervalMethod.title(locale);
    }

    @Override
    String assumptions() {
        return "attributable-fraction";
    }

    @Override
    String source() {
        return "Miettinen 1974, American Journal of Epidemiology 99:325–332; " + intervalMethod.citation();
    }
}
