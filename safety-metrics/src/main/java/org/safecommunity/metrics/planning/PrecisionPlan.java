package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.planning.PlanResult.Calculation;

/**
 * Size of a survey that gives an estimate a wanted margin of error. Immutable.
 *
 * <p>n₀ = z²·variance/d²; in a population of N n = n₀/(1 + (n₀ − 1)/N); times the design effect; over the expected response rate;
 * rounded up after that. Checked against: R {@code epiR::epi.sssimpleestb}, OpenEpi.
 *
 * @param what         what is estimated, not null
 * @param margin       margin d, half of the width of the interval, finite and greater than 0, in the unit of the estimate
 * @param confidence   level of the interval; side as wanted, not null
 * @param population   people in the population N, finite and 1 or more; infinite for a large one
 * @param designEffect factor on the variance, finite and greater than 0; 1 for a simple random sample
 * @param responseRate share of those asked who answer, greater than 0, at most 1
 */
public record PrecisionPlan(
        Estimate what,
        double margin,
        Confidence confidence,
        double population,
        double designEffect,
        double responseRate) {
    private static final String SOURCE =
            "Cochran 1977, Sampling Techniques, 3rd ed., ch. 4; Kish 1965, Survey Sampling, ch. 8";

    /** What a survey estimates, with its variance in a population of people. */
    public sealed interface Estimate permits ShareOfPeople, MeanOfPeople {
        /** Variance of a single answer. */
        double variance();
    }

    /**
     * A proportion.
     *
     * @param p proportion expected, greater than 0 and less than 1; 0.5 where it is not known
     */
    public record ShareOfPeople(double p) implements Estimate {
        public ShareOfPeople {
            Checks.openUnit(p, "p");
        }

        @Override
        public double variance() {
            return p * (1 - p);
        }
    }

    /**
     * A mean.
     *
     * @param standardDeviation standard deviation expected, finite and greater than 0
     */
    public record MeanOfPeople(double standardDeviation) implements Estimate {
        public MeanOfPeople {
            Checks.positive(standardDeviation, "standardDeviation");
        }

        @Override
        public double variance() {
            return standardDeviation * standardDeviation;
        }
    }

    public PrecisionPlan {
        requireNonNull(what, "what");
        Checks.positive(margin, "margin");
        requireNonNull(confidence, "confidence");
        if (!(population >= 1)) {
            throw new IllegalArgumentException("population must be 1 or more, was " + num(population));
        }
        Checks.positive(designEffect, "designEffect");
        if (!(responseRate > 0 && responseRate <= 1)) {
            throw new IllegalArgumentException(
                    "responseRate must be greater than 0 and at most 1, was " + num(responseRate));
        }
    }

    /** People to be asked. */
    public PlanResult sampleSize() {
        double z = confidence.z();
        double simple = z * z * what.variance() / (margin * margin);
        boolean finite = !Double.isInfinite(population);
        double corrected = finite ? simple / (1 + (simple - 1) / population) : simple;
        double unrounded = corrected * designEffect / responseRate;
        double size = Math.ceil(unrounded);
        List<Calculation> steps = new ArrayList<>();
        steps.add(new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(confidence.tail()) + ")", z));
        steps.add(new Calculation("precision-simple", formula(), numbers(z), simple));
        if (finite) {
            steps.add(new Calculation(
                    "precision-finite",
                    "n₀ / (1 + (n₀ − 1)/N)",
                    num(simple) + " / (1 + " + num(simple - 1) + "/" + num(population) + ")",
                    corrected));
        }
        steps.add(new Calculation(
                "precision-asked",
                "n × deff / response",
                num(corrected) + " × " + num(designEffect) + " / " + num(responseRate),
                unrounded));
        steps.add(new Calculation("precision-size", "⌈n⌉", "⌈" + num(unrounded) + "⌉", size));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("simpleRandom", simple);
        details.put("unrounded", unrounded);
        details.put("respondents", Math.ceil(corrected * designEffect));
        return new PlanResult("sample-size", size, "persons", inputs(), details, notes(size), steps, frame());
    }

    private List<Note> notes(double size) {
        List<Note> notes = new ArrayList<>();
        if (what instanceof ShareOfPeople share && margin >= Math.min(share.p(), 1 - share.p())) {
            notes.add(Note.of("precision-margin", num(margin)));
        }
        if (size > population) {
            notes.add(Note.of("precision-population", num(population)));
        }
        return notes;
    }

    private String formula() {
        return what instanceof ShareOfPeople ? "n₀ = z²·p(1 − p)/d²" : "n₀ = z²·σ²/d²";
    }

    private String numbers(double z) {
        return num(z) + "² × " + num(what.variance()) + " / " + num(margin) + "²";
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        if (what instanceof ShareOfPeople share) {
            inputs.put("proportion", share.p());
        } else {
            inputs.put("standardDeviation", Math.sqrt(what.variance()));
        }
        inputs.put("margin", margin);
        inputs.put("level", confidence.level());
        if (!Double.isInfinite(population)) {
            inputs.put("population", population);
        }
        inputs.put("designEffect", designEffect);
        inputs.put("responseRate", responseRate);
        return inputs;
    }

    private static PlanResult.Frame frame() {
        return new PlanResult.Frame(PrecisionPlan::title, "plan-precision", SOURCE);
    }

    private static String title(Locale locale) {
        return Messages.text(locale, "precision-plan");
    }
}
