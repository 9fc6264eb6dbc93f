package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Ratio or difference of two rates that are directly standardised to the same population. Immutable.
 *
 * <p>The limits come from the limits l, u of each rate y (MOVER): difference y₁ − y₀ − √((y₁ − l₁)² + (u₀ − y₀)²) and
 * y₁ − y₀ + √((u₁ − y₁)² + (y₀ − l₀)²); ratio (y₁y₀ ∓ √((y₁y₀)² − ab)) / b with a = l₁(2y₁ − l₁), b = u₀(2y₀ − u₀) for the
 * lower limit, u₁ and l₀ for the upper one. Where 2y₀ − u₀ is not positive the ratio falls back to the log-normal limits
 * y₁/y₀·exp(±z√(v₁/y₁² + v₀/y₀²)) and carries the note {@code fell-back}. With the normal method of the rates the
 * difference has normal, the ratio log-normal limits and a z test; MOVER has no test.
 * <p>Checked against: R closed forms on {@code epitools::ageadjust.direct}.
 */
public final class StandardisedComparison extends ComparisonResult {
    private final Sides sides;
    private final RateScale scale;
    private final Confidence confidence;

    /** The two rates per one unit of person-time, and the limits that MOVER needs. */
    private record Sides(
            StandardisedRate group,
            StandardisedRate reference,
            StandardisedIntervalMethod method,
            Optional<Mover> groupPart,
            Optional<Mover> referencePart) {

        double rate() {
            return group.value().orElseThrow();
        }

        double referenceRate() {
            return reference.value().orElseThrow();
        }

        double variance() {
            double error = group.standardError().orElse(0);
            return error * error;
        }

        double referenceVariance() {
            double error = reference.standardError().orElse(0);
            return error * error;
        }

        /** Standard error of the logarithm of the ratio. */
        double logError() {
            return Math.sqrt(
                    variance() / (rate() * rate()) + referenceVariance() / (referenceRate() * referenceRate()));
        }

        boolean estimable() {
            return group.value().isPresent() && reference.value().isPresent();
        }

        boolean bothHaveEvents() {
            return rate() > 0 && referenceRate() > 0;
        }
    }

    private StandardisedComparison(
            String statistic, Sides sides, RateScale scale, Confidence confidence, Outcome outcome) {
        super(statistic, outcome);
        this.sides = sides;
        this.scale = scale;
        this.confidence = confidence;
    }

    /**
     * The ratio of two standardised rates.
     *
     * @param group      strata of the group, not empty
     * @param reference  strata of the reference, not empty
     * @param standard   standard population of both, not null
     * @param method     interval method of each rate, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status and details name the strata at fault
     * @throws IllegalArgumentException if a list is empty, or a stratum has events but no person-time (it is named)
     */
    public static StandardisedComparison ratio(
            List<Stratum> group,
            List<Stratum> reference,
            StandardPopulation standard,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        Sides sides = sides(group, reference, standard, method, confidence);
        Outcome outcome = new Outcome();
        if (!sides.estimable()) {
            notEstimable(outcome, sides);
        } else if (sides.referenceRate() == 0) {
            outcome.status(sides.rate() == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE);
        } else {
            outcome.value(sides.rate() / sides.referenceRate())
                    .status(sides.rate() == 0 ? Status.ZERO_EVENTS : Status.OK);
            ratioLimits(outcome, sides, confidence);
        }
        return new StandardisedComparison(
                "standardised-rate-ratio", sides, new RateScale(1, "person-time"), confidence, outcome);
    }

    /**
     * The difference of two standardised rates.
     *
     * @param group      strata of the group, not empty
     * @param reference  strata of the reference, not empty
     * @param standard   standard population of both, not null
     * @param scale      how the difference is written, not null
     * @param method     interval method of each rate, not null
     * @param confidence level and side of the interval, not null
     * @return the difference, or a result without estimate whose status and details name the strata at fault
     * @throws IllegalArgumentException if a list is empty, or a stratum has events but no person-time (it is named)
     */
    public static StandardisedComparison difference(
            List<Stratum> group,
            List<Stratum> reference,
            StandardPopulation standard,
            RateScale scale,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        Sides sides = sides(group, reference, standard, method, confidence);
        Outcome outcome = new Outcome();
        if (!sides.estimable()) {
            notEstimable(outcome, sides);
        } else {
            double m = scale.multiplier();
            outcome.value((sides.rate() - sides.referenceRate()) * m)
                    .detail("standardisedRate", sides.rate() * m)
                    .detail("referenceStandardisedRate", sides.referenceRate() * m);
            if (sides.rate() == 0 && sides.referenceRate() == 0) {
                outcome.status(Status.BOTH_ZERO);
            } else {
                outcome.standardError(Math.sqrt(sides.variance() + sides.referenceVariance()) * m);
            }
            differenceLimits(outcome, sides, m, confidence);
        }
        return new StandardisedComparison("standardised-rate-difference", sides, scale, confidence, outcome);
    }

    private static Sides sides(
            List<Stratum> group,
            List<Stratum> reference,
            StandardPopulation standard,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        RateScale one = new RateScale(1, "person-time");
        Confidence[] tails = Mover.sides(confidence);
        StandardisedRate[] rates = new StandardisedRate[4];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = StandardisedRate.of(i < 2 ? group : reference, standard, one, method, tails[i % 2]);
        }
        return new Sides(rates[0], rates[2], method, part(rates[0], rates[1]), part(rates[2], rates[3]));
    }

    private static Optional<Mover> part(StandardisedRate lower, StandardisedRate upper) {
        return lower.interval()
                .map(l -> new Mover(
                        lower.value().orElseThrow(),
                        l.lower(),
                        upper.interval().orElseThrow().upper()));
    }

    private static void notEstimable(Outcome outcome, Sides sides) {
        StandardisedRate fault = sides.group().value().isEmpty() ? sides.group() : sides.reference();
        outcome.status(fault.status()).notes(fault.warnings());
        Optional.ofNullable(fault.details().get("strata")).ifPresent(strata -> outcome.detail("strata", strata));
    }

    private static void ratioLimits(Outcome outcome, Sides sides, Confidence confidence) {
        boolean normal = sides.method() == StandardisedIntervalMethod.NORMAL;
        Optional<Mover> group = sides.groupPart();
        Optional<Mover> reference = sides.referencePart();
        String mover = "mover-" + sides.method().label();
        if (!normal && group.isPresent() && reference.isPresent() && group.get().hasLowerRatio(reference.get())) {
            outcome.interval(Optional.of(new Interval(
                    mover,
                    confidence.level(),
                    confidence.hasLower() ? group.get().lowerRatio(reference.get()) : 0,
                    confidence.hasUpper() ? group.get().upperRatio(reference.get()) : Double.POSITIVE_INFINITY)));
        } else if (sides.bothHaveEvents()) {
            double ratio = sides.rate() / sides.referenceRate();
            double factor = Math.exp(confidence.z() * sides.logError());
            outcome.interval(Optional.of(new Interval(
                            "log-normal",
                            confidence.level(),
                            confidence.hasLower() ? ratio / factor : 0,
                            confidence.hasUpper() ? ratio * factor : Double.POSITIVE_INFINITY)))
                    .test(
                            Optional.of(CentralTest.ofZ(
                                    "log-normal", Math.log(ratio) / sides.logError(), confidence.side())),
                            confidence.side());
            if (!normal) {
                outcome.note(Note.of("fell-back", mover, "log-normal"));
            }
        } else {
            outcome.note(Note.of("interval-undefined", normal ? "log-normal" : mover));
        }
    }

    private static void differenceLimits(Outcome outcome, Sides sides, double m, Confidence confidence) {
        Optional<Mover> group = sides.groupPart();
        Optional<Mover> reference = sides.referencePart();
        if (sides.method() == StandardisedIntervalMethod.NORMAL
                && outcome.standardError().isPresent()) {
            double error = outcome.standardError().getAsDouble();
            double value = outcome.value().orElseThrow();
            outcome.interval(Optional.of(MantelHaenszelRateDifference.wald("normal", value, error, confidence)))
                    .test(Optional.of(CentralTest.ofZ("normal", value / error, confidence.side())), confidence.side());
        } else if (group.isPresent() && reference.isPresent()) {
            outcome.interval(Optional.of(new Interval(
                    "mover-" + sides.method().label(),
                    confidence.level(),
                    confidence.hasLower() ? group.get().lowerDifference(reference.get()) * m : Double.NEGATIVE_INFINITY,
                    confidence.hasUpper()
                            ? group.get().upperDifference(reference.get()) * m
                            : Double.POSITIVE_INFINITY)));
        } else {
            outcome.note(Note.of("interval-undefined", sides.method().label()));
        }
    }

    private boolean isRatio() {
        return statistic().endsWith("ratio");
    }

    @Override
    public String unit() {
        return isRatio() ? "" : scale.unit();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        Map<String, Object> group = sides.group().inputs();
        Map<String, Object> reference = sides.reference().inputs();
        inputs.put("standard", String.valueOf(group.get("standard")));
        if (!isRatio()) {
            inputs.put("multiplier", scale.multiplier());
        }
        for (String name : List.of("strata", "stratumEvents", "stratumPersonTime", "stratumWeight")) {
            inputs.put(name, requireNonNull(group.get(name), name));
            inputs.put(
                    "reference" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    requireNonNull(reference.get(name), name));
        }
        return inputs;
    }

    @Override
    void calculations(Working working) {
        if (value().isEmpty()) {
            return;
        }
        rate(working, "step.rate-of-group", "y₁ = Σ (w/Σw × x/T)", sides.group());
        rate(working, "step.rate-of-reference", "y₀ = Σ (w/Σw × x/T)", sides.reference());
        String numbers = "y₁ = " + Working.n(sides.rate()) + ", y₀ = " + Working.n(sides.referenceRate());
        working.calculation(
                "step." + statistic(),
                isRatio() ? "y₁ / y₀" : "(y₁ − y₀) × m",
                isRatio() ? numbers : numbers + ", m = " + Working.n(scale.multiplier()),
                value().getAsDouble(),
                unit());
        interval().ifPresent(limits -> limits(working, limits, numbers));
    }

    private static void rate(Working working, String key, String formula, StandardisedRate rate) {
        working.calculation(
                key, formula, working.text("step.per-one"), rate.value().orElseThrow());
    }

    private void limits(Working working, Interval limits, String rates) {
        boolean mover = limits.method().startsWith("mover");
        String m = isRatio() ? "" : " × m";
        String numbers = mover
                ? rates + ", l₁ = " + part(sides.groupPart(), true) + ", u₁ = " + part(sides.groupPart(), false)
                        + ", l₀ = " + part(sides.referencePart(), true) + ", u₀ = "
                        + part(sides.referencePart(), false)
                : rates + ", v₁ = " + Working.n(sides.variance()) + ", v₀ = " + Working.n(sides.referenceVariance());
        String lower;
        String upper;
        if (isRatio()) {
            lower = mover
                    ? "(y₁y₀ − √((y₁y₀)² − l₁u₀(2y₁ − l₁)(2y₀ − u₀))) / (u₀(2y₀ − u₀))"
                    : "y₁/y₀ × exp(−z·√(v₁/y₁² + v₀/y₀²))";
            upper = mover
                    ? "(y₁y₀ + √((y₁y₀)² − u₁l₀(2y₁ − u₁)(2y₀ − l₀))) / (l₀(2y₀ − l₀))"
                    : "y₁/y₀ × exp(z·√(v₁/y₁² + v₀/y₀²))";
        } else {
            lower = mover ? "y₁ − y₀ − √((y₁ − l₁)² + (u₀ − y₀)²)" : "y₁ − y₀ − z·√(v₁ + v₀)";
            upper = mover ? "y₁ − y₀ + √((u₁ − y₁)² + (y₀ − l₀)²)" : "y₁ − y₀ + z·√(v₁ + v₀)";
        }
        working.quantiles(confidence, mover ? "" : "z");
        if (confidence.hasLower()) {
            working.calculation("step.lower-limit", "(" + lower + ")" + m, numbers, limits.lower(), unit());
        }
        if (confidence.hasUpper()) {
            working.calculation("step.upper-limit", "(" + upper + ")" + m, numbers, limits.upper(), unit());
        }
    }

    private static String part(Optional<Mover> part, boolean lower) {
        return part.map(p -> Working.n(lower ? p.lower() : p.upper())).orElse("");
    }

    @Override
    String method(Locale locale) {
        return interval().map(Interval::method).orElse("").startsWith("mover")
                ? "MOVER: " + sides.method().title(locale)
                : sides.method().title(locale);
    }

    @Override
    String assumptions() {
        return "standardised-rate";
    }

    @Override
    String source() {
        return "Zou & Donner 2008, Statistics in Medicine 27:1693–1702; Donner & Zou 2012, Statistical Methods in"
                + " Medical Research 21:347–359; " + sides.method().citation();
    }
}
