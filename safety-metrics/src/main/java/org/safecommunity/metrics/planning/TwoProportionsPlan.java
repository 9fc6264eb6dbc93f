package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.planning.PlanResult.Calculation;

/**
 * Plan of a comparison of two proportions in independent groups. Immutable.
 *
 * <p>A design effect multiplies the sizes (sampling by clusters). Sizes are rounded up after that. Checked against: R
 * {@code power.prop.test} (equal groups) and root finding on the power formula.
 *
 * @param p1           proportion p₁ expected in the first group, greater than 0 and less than 1
 * @param p0           proportion p₀ expected in the second group, likewise, not p₁
 * @param ratio        size of the second group over that of the first r, finite and greater than 0
 * @param designEffect factor on the variance, finite and greater than 0; 1 for simple random samples
 * @param method       formula, not null
 * @param test         level and side of the test, not null
 */
public record TwoProportionsPlan(
        double p1, double p0, double ratio, double designEffect, ProportionTest method, Significance test) {
    /** Expected events or non-events in a group below which the normal formula is doubtful. */
    private static final double FEW = 5;

    public TwoProportionsPlan {
        Checks.openUnit(p1, "p1");
        Checks.openUnit(p0, "p0");
        if (p1 == p0) {
            throw new IllegalArgumentException("p1 and p0 must differ, were both " + num(p1));
        }
        Checks.positive(ratio, "ratio");
        Checks.positive(designEffect, "designEffect");
        requireNonNull(method, "method");
        requireNonNull(test, "test");
    }

    /** A plan of simple random samples by Fleiss' formula at the two-sided 5 % level. */
    public static TwoProportionsPlan of(double p1, double p0) {
        return new TwoProportionsPlan(p1, p0, 1, 1, ProportionTest.FLEISS, Significance.DEFAULT);
    }

    /**
     * Size of the first group that reaches a power; the second is in the details.
     *
     * @param power power 1 − β, greater than 0 and less than 1
     * @return the size, a whole number
     * @throws IllegalArgumentException if power is not between 0 and 1, or is not reached because it is below the level
     */
    public PlanResult sampleSize(double power) {
        return sampleSize(power, 1);
    }

    /**
     * As {@link #sampleSize(double)}, for people some of whom do not answer: the sizes are divided by the response rate before they
     * are rounded up.
     *
     * @param power        power 1 − β, greater than 0 and less than 1
     * @param responseRate share of those asked who answer, greater than 0, at most 1
     * @throws IllegalArgumentException also if responseRate is outside its range
     */
    public PlanResult sampleSize(double power, double responseRate) {
        if (!(responseRate > 0 && responseRate <= 1)) {
            throw new IllegalArgumentException(
                    "responseRate must be greater than 0 and at most 1, was " + num(responseRate));
        }
        double zBeta = Significance.quantileOfPower(power);
        if (test.z() + zBeta <= 0) {
            throw new IllegalArgumentException("power must be greater than the level of the test, was " + num(power));
        }
        double answers = method.size(groups(), test.z(), zBeta) * designEffect;
        double unrounded = answers / responseRate;
        double first = Math.ceil(unrounded);
        double second = Math.ceil(unrounded * ratio);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("method", method.label());
        details.put("unrounded", unrounded);
        details.put(PlanResult.SECOND, second);
        details.put("total", first + second);
        List<Calculation> steps = new ArrayList<>();
        steps.add(z());
        steps.add(new Calculation("z-power", "z_β = Φ⁻¹(power)", "Φ⁻¹(" + num(power) + ")", zBeta));
        steps.add(new Calculation("size-unrounded", "deff × (" + method.sizeFormula() + ")", numbers(), answers));
        if (responseRate < 1) {
            String numbers = num(answers) + " / " + num(responseRate);
            steps.add(new Calculation("size-asked", "n / response", numbers, unrounded));
        }
        steps.add(new Calculation("size-first", "⌈n⌉", "⌈" + num(unrounded) + "⌉", first));
        steps.add(new Calculation("size-second", "⌈r·n⌉", "⌈" + num(ratio) + " × " + num(unrounded) + "⌉", second));
        Map<String, Object> inputs = inputs();
        inputs.put("power", power);
        if (responseRate < 1) {
            inputs.put("responseRate", responseRate);
        }
        return new PlanResult(
                "sample-size",
                first,
                "persons",
                inputs,
                details,
                few(first * responseRate, second * responseRate),
                steps,
                frame());
    }

    /**
     * Power of two groups of given sizes.
     *
     * @param first  size of the first group, finite and greater than 0
     * @param second size of the second group, finite and greater than 0; the ratio of the plan is not used
     * @return the power
     * @throws IllegalArgumentException if a size is not finite and positive
     */
    public PlanResult power(double first, double second) {
        Checks.positive(first, "first");
        Checks.positive(second, "second");
        TwoProportionsPlan actual = new TwoProportionsPlan(p1, p0, second / first, designEffect, method, test);
        double zBeta = method.zOfPower(actual.groups(), test.z(), first / designEffect);
        double power = Significance.probability(zBeta);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("method", method.label());
        details.put("firstGroup", first);
        details.put(PlanResult.SECOND, second);
        List<Calculation> steps = List.of(
                z(),
                new Calculation(
                        "z-power",
                        method.powerFormula(),
                        "n = " + num(first) + "/" + num(designEffect) + ", " + actual.numbers(),
                        zBeta),
                new Calculation("power", "Φ(z_β)", "Φ(" + num(zBeta) + ")", power));
        Map<String, Object> inputs = actual.inputs();
        inputs.put("first", first);
        inputs.put("second", second);
        return new PlanResult("power", power, "", inputs, details, few(first, second), steps, frame());
    }

    private ProportionTest.Groups groups() {
        return new ProportionTest.Groups(p1, p0, ratio);
    }

    private List<Note> few(double first, double second) {
        double least = Math.min(first * Math.min(p1, 1 - p1), second * Math.min(p0, 1 - p0));
        return least < FEW ? List.of(Note.of("few-expected", num(Math.floor(least * 10) / 10), num(FEW))) : List.of();
    }

    private Calculation z() {
        return new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(test.tail()) + ")", test.z());
    }

    private String numbers() {
        return "p₁ = " + num(p1) + ", p₀ = " + num(p0) + ", r = " + num(ratio) + ", deff = " + num(designEffect);
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("proportions", List.of(p1, p0));
        inputs.put("ratio", ratio);
        inputs.put("designEffect", designEffect);
        inputs.put("alpha", test.alpha());
        inputs.put("sides", test.twoSided() ? "two" : "one");
        return inputs;
    }

    private PlanResult.Frame frame() {
        return new PlanResult.Frame(method::title, "plan-proportions", method.citation());
    }
}
