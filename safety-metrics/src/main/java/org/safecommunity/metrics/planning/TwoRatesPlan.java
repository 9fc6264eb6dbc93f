package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.planning.PlanResult.Calculation;
import org.safecommunity.metrics.rate.RateScale;

/**
 * Plan of a comparison of two rates of Poisson events in independent groups. Immutable.
 *
 * <p>Rates are written by a scale, e.g. 8 per 10,000 person-years. A design effect multiplies the person-time
 * (overdispersion, clusters). Up to 20,000 expected events the details also hold the power of the exact conditional test;
 * it leaves the design effect out. Checked against: summation over both Poisson laws in R.
 *
 * @param rate1        rate expected in the first group in the unit of the scale, finite and 0 or more
 * @param rate0        rate expected in the second group, likewise, not that of the first
 * @param scale        how the rates are written, not null
 * @param ratio        person-time of the second group over that of the first r, finite and greater than 0
 * @param designEffect factor on the variance, finite and greater than 0; 1 for independent events
 * @param method       formula, not null
 * @param test         level and side of the test, not null
 */
public record TwoRatesPlan(
        double rate1,
        double rate0,
        RateScale scale,
        double ratio,
        double designEffect,
        RateTest method,
        Significance test) {
    private static final double FEW = 5;

    public TwoRatesPlan {
        rate1 = Checks.notNegative(rate1, "rate1");
        rate0 = Checks.notNegative(rate0, "rate0");
        if (rate1 == rate0) {
            throw new IllegalArgumentException("rate1 and rate0 must differ, were both " + num(rate1));
        }
        requireNonNull(scale, "scale");
        Checks.positive(ratio, "ratio");
        Checks.positive(designEffect, "designEffect");
        requireNonNull(method, "method");
        requireNonNull(test, "test");
    }

    /** A plan of equal groups by the Wald formula at the two-sided 5 % level. */
    public static TwoRatesPlan of(double rate1, double rate0, RateScale scale) {
        return new TwoRatesPlan(rate1, rate0, scale, 1, 1, RateTest.WALD, Significance.DEFAULT);
    }

    /**
     * Person-time of the first group that reaches a power; the second is in the details.
     *
     * @param power power 1 − β, greater than 0 and less than 1
     * @return the person-time in the unit of exposure of the scale, not rounded
     * @throws IllegalArgumentException if power is not between 0 and 1, or is not reached because it is below the level
     */
    public PlanResult sampleSize(double power) {
        double zBeta = Significance.quantileOfPower(power);
        if (test.z() + zBeta <= 0) {
            throw new IllegalArgumentException("power must be greater than the level of the test, was " + num(power));
        }
        double first = method.size(lambda1(), lambda0(), ratio, test.z(), zBeta) * designEffect;
        Map<String, Object> details = details(first, first * ratio);
        details.put("total", first * (1 + ratio));
        List<Calculation> steps = new ArrayList<>();
        steps.add(z());
        steps.add(new Calculation("z-power", "z_β = Φ⁻¹(power)", "Φ⁻¹(" + num(power) + ")", zBeta));
        steps.add(new Calculation("time-first", "deff × (" + method.sizeFormula() + ")", numbers(), first));
        steps.add(new Calculation("time-second", "r·T", num(ratio) + " × " + num(first), first * ratio));
        Map<String, Object> inputs = inputs();
        inputs.put("power", power);
        return new PlanResult(
                "sample-size", first, scale.exposure(), inputs, details, few(first, first * ratio), steps, frame());
    }

    /**
     * Power of two groups of given person-time.
     *
     * @param first  person-time of the first group, finite and greater than 0
     * @param second person-time of the second group, finite and greater than 0; the ratio of the plan is not used
     * @return the power
     * @throws IllegalArgumentException if a person-time is not finite and positive
     */
    public PlanResult power(double first, double second) {
        Checks.positive(first, "first");
        Checks.positive(second, "second");
        TwoRatesPlan actual = new TwoRatesPlan(rate1, rate0, scale, second / first, designEffect, method, test);
        double zBeta = method.zOfPower(lambda1(), lambda0(), second / first, test.z(), first / designEffect);
        double power = Significance.probability(zBeta);
        List<Calculation> steps = List.of(
                z(),
                new Calculation(
                        "z-power",
                        method.powerFormula(),
                        "T = " + num(first) + "/" + num(designEffect) + ", " + actual.numbers(),
                        zBeta),
                new Calculation("power", "Φ(z_β)", "Φ(" + num(zBeta) + ")", power));
        Map<String, Object> inputs = actual.inputs();
        inputs.put("first", first);
        inputs.put("second", second);
        return new PlanResult(
                "power", power, "", inputs, actual.details(first, second), few(first, second), steps, frame());
    }

    private double lambda1() {
        return rate1 / scale.multiplier();
    }

    private double lambda0() {
        return rate0 / scale.multiplier();
    }

    private Map<String, Object> details(double first, double second) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("method", method.label());
        details.put("firstGroup", first);
        details.put(PlanResult.SECOND, second);
        details.put("expectedEvents1", lambda1() * first);
        details.put("expectedEvents0", lambda0() * second);
        OptionalDouble exact = ExactRatePower.of(lambda1() * first, lambda0() * second, first / (first + second), test);
        if (designEffect == 1 && exact.isPresent()) {
            details.put("exactPower", exact.getAsDouble());
        }
        return details;
    }

    private List<Note> few(double first, double second) {
        double least = Math.min(lambda1() * first, lambda0() * second);
        return least < FEW ? List.of(Note.of("few-expected", num(Math.floor(least * 10) / 10), num(FEW))) : List.of();
    }

    private Calculation z() {
        return new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(test.tail()) + ")", test.z());
    }

    private String numbers() {
        String m = num(scale.multiplier());
        return "λ₁ = " + num(rate1) + "/" + m + ", λ₀ = " + num(rate0) + "/" + m + ", r = " + num(ratio) + ", deff = "
                + num(designEffect);
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("rates", List.of(rate1, rate0));
        inputs.put("multiplier", scale.multiplier());
        inputs.put("ratio", ratio);
        inputs.put("designEffect", designEffect);
        inputs.put("alpha", test.alpha());
        inputs.put("sides", test.twoSided() ? "two" : "one");
        return inputs;
    }

    private PlanResult.Frame frame() {
        return new PlanResult.Frame(method::title, "plan-rates", method.citation());
    }
}
