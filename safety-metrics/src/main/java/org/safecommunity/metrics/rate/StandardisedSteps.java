package org.safecommunity.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/** The working behind a standardised rate, in one language. */
final class StandardisedSteps {
    private final Locale locale;
    private final RateScale scale;
    private final StandardisedIntervalMethod method;
    private final Confidence confidence;
    private final StandardisedMoments moments;

    StandardisedSteps(
            Locale locale,
            RateScale scale,
            StandardisedIntervalMethod method,
            Confidence confidence,
            StandardisedMoments moments) {
        this.locale = locale;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.moments = moments;
    }

    /** What one stratum adds to the rate. */
    Step stratum(Stratum stratum, double weight, double total) {
        double share =
                weight == 0 ? 0 : weight / total * (stratum.events() / stratum.personTime()) * scale.multiplier();
        String numbers = NumberText.shortest(weight) + "/" + NumberText.shortest(total) + " × "
                + NumberText.shortest(stratum.events()) + "/" + NumberText.shortest(stratum.personTime()) + " × "
                + NumberText.shortest(scale.multiplier());
        return Step.calculation(text("step.stratum", stratum.label()), "w/Σw × x/T × m", numbers, share, scale.unit());
    }

    /** The rate and its variance. */
    List<Step> rate() {
        return List.of(
                Step.calculation(
                        text("step.standardised-rate"),
                        "y × m, y = Σ (w/Σw × x/T)",
                        text("step.sum-of-strata"),
                        moments.rate() * scale.multiplier(),
                        scale.unit()),
                perOne("step.variance", "v = Σ c²·x, c = (w/Σw)/T", moments.variance()));
    }

    /** What the limits start from, and the limits. */
    List<Step> interval(Interval limits) {
        List<Step> steps = new ArrayList<>();
        steps.add(IntervalSteps.tail(locale, confidence));
        if (method == StandardisedIntervalMethod.FAY_FEUER) {
            steps.add(perOne("step.largest-weight", "c* = max c", moments.largest()));
        }
        if (method == StandardisedIntervalMethod.TIWARI) {
            steps.add(perOne("step.mean-weight", "c̄ = Σc / k", moments.mean()));
            steps.add(perOne("step.mean-square-weight", "s̄ = Σc² / k", moments.meanSquare()));
        }
        Optional<Interval> count =
                method.countMethod().flatMap(poisson -> poisson.limits(moments.events(), confidence));
        if (confidence.hasLower()) {
            count.ifPresent(c -> steps.add(count("step.lower-count", poisson().lowerFormula(), c.lower())));
            steps.add(
                    limit("step.lower-limit", method.lowerFormula(), "L", count.map(Interval::lower), limits.lower()));
        }
        if (confidence.hasUpper()) {
            count.ifPresent(c -> steps.add(count("step.upper-count", poisson().upperFormula(), c.upper())));
            steps.add(
                    limit("step.upper-limit", method.upperFormula(), "U", count.map(Interval::upper), limits.upper()));
        }
        return steps;
    }

    private PoissonIntervalMethod poisson() {
        return method.countMethod().orElseThrow();
    }

    private Step count(String labelKey, String formula, double limit) {
        return IntervalSteps.countLimit(locale, labelKey, formula, moments.events(), confidence, limit);
    }

    private Step limit(String labelKey, String formula, String symbol, Optional<Double> count, double limit) {
        String numbers =
                "y = " + NumberText.shortest(moments.rate()) + ", v = " + NumberText.shortest(moments.variance());
        numbers += switch (method) {
            case FAY_FEUER -> ", c* = " + NumberText.shortest(moments.largest()) + tail();
            case TIWARI ->
                ", c̄ = " + NumberText.shortest(moments.mean()) + ", s̄ = " + NumberText.shortest(moments.meanSquare())
                        + tail();
            case DOBSON, DOBSON_EXACT -> ", D = " + NumberText.shortest(moments.events());
            case NORMAL -> ", z = " + NumberText.shortest(confidence.z());
        };
        boolean zero = moments.events() == 0 && limit == 0;
        numbers += count.map(value -> ", " + symbol + " = " + NumberText.shortest(value))
                .orElse("");
        numbers += ", m = " + NumberText.shortest(scale.multiplier());
        return Step.calculation(
                text(labelKey), zero ? "0 (D = 0)" : "(" + formula + ") × m", numbers, limit, scale.unit());
    }

    private String tail() {
        return ", tail = " + NumberText.shortest(confidence.tail());
    }

    private Step perOne(String labelKey, String formula, double value) {
        return Step.calculation(text(labelKey), formula, text("step.per-one"), value, "");
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
