package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.planning.PlanResult.Calculation;

/**
 * Size of two groups of the same size: to find a difference of means, to show that two groups are equivalent, or to estimate their
 * difference to within a margin. Immutable.
 *
 * <p>v₁, v₀ are the variances of one answer in the groups (p(1 − p) for a share), δ the difference expected. Difference of means: n =
 * (z + z_β)²·(v₁ + v₀)/δ² + z²/4, the last term for the t test (Guenther). Equivalence within ∓ margin by two one-sided tests: n =
 * (z_α + z_γ)²·(v₁ + v₀)/(margin − |δ|)², γ = β/2 where no difference is expected, else β. Margin of the difference: n = z²·(v₁ + v₀)/d².
 * Sizes are multiplied by the design effect, divided by the response rate and rounded up. Checked against: R {@code power.t.test} and
 * the closed forms. Sources: Guenther (1981), Am. Stat. 35, 243–244; Chow, Shao &amp; Wang (2008), Sample Size Calculations in
 * Clinical Research, 2nd ed., ch. 3 and 4.
 *
 * @param variance1    variance of an answer in the first group, finite and greater than 0
 * @param variance0    variance of an answer in the second group, finite and greater than 0
 * @param difference   difference expected δ, finite
 * @param designEffect factor on the variance, finite and greater than 0; 1 for simple random samples
 * @param responseRate share of those asked who answer, greater than 0, at most 1
 */
public record TwoGroupsPlan(
        double variance1, double variance0, double difference, double designEffect, double responseRate) {
    private static final String GUENTHER = "Guenther 1981, The American Statistician 35:243–244";
    private static final String CHOW =
            "Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., ch. 3 and 4";

    public TwoGroupsPlan {
        Checks.positive(variance1, "variance1");
        Checks.positive(variance0, "variance0");
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("difference must be finite, was " + num(difference));
        }
        Checks.positive(designEffect, "designEffect");
        if (!(responseRate > 0 && responseRate <= 1)) {
            throw new IllegalArgumentException(
                    "responseRate must be greater than 0 and at most 1, was " + num(responseRate));
        }
    }

    /**
     * People to be asked in each group to find the difference of two means by a two-sided t test.
     *
     * @param test  level and side of the test, not null
     * @param power power 1 − β, greater than 0 and less than 1
     * @throws IllegalArgumentException if no difference is expected, or power is outside its range
     */
    public PlanResult toDetect(Significance test, double power) {
        requireNonNull(test, "test");
        if (difference == 0) {
            throw new IllegalArgumentException("difference must not be 0");
        }
        double zBeta = Significance.quantileOfPower(power);
        double z = test.z();
        if (z + zBeta <= 0) {
            throw new IllegalArgumentException("power must be greater than the level of the test, was " + num(power));
        }
        double simple = square((z + zBeta) / difference) * sum() + z * z / 4;
        List<Calculation> steps = new ArrayList<>(List.of(
                new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(test.tail()) + ")", z),
                new Calculation("z-power", "z_β = Φ⁻¹(power)", "Φ⁻¹(" + num(power) + ")", zBeta),
                new Calculation("groups-simple", "n₀ = (z + z_β)²·(v₁ + v₀)/δ² + z²/4", numbers(), simple)));
        Map<String, Object> inputs = inputs();
        inputs.put("power", power);
        inputs.put("alpha", test.alpha());
        return result(simple, inputs, steps, "plan-groups-detect", GUENTHER);
    }

    /**
     * People to be asked in each group to show equivalence by two one-sided tests.
     *
     * @param margin largest difference that counts as none, finite and greater than |δ|
     * @param alpha  error probability of each test, greater than 0 and less than 0.5
     * @param power  power 1 − β, greater than 0 and less than 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public PlanResult toShowEquivalence(double margin, double alpha, double power) {
        Checks.positive(margin, "margin");
        if (margin <= Math.abs(difference)) {
            throw new IllegalArgumentException("margin must be greater than the difference expected, was " + num(margin)
                    + " and " + num(Math.abs(difference)));
        }
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be greater than 0 and less than 0.5, was " + num(alpha));
        }
        Significance test = new Significance(alpha, false);
        double beta = 1 - Checks.openUnit(power, "power");
        double zBeta = Significance.quantileOfPower(difference == 0 ? 1 - beta / 2 : power);
        double z = test.z();
        if (z + zBeta <= 0) {
            throw new IllegalArgumentException("power must be greater than the level of the test, was " + num(power));
        }
        double simple = square((z + zBeta) / (margin - Math.abs(difference))) * sum();
        List<Calculation> steps = new ArrayList<>(List.of(
                new Calculation("z", "z_α = Φ⁻¹(1 − α)", "Φ⁻¹(1 − " + num(alpha) + ")", z),
                new Calculation(
                        "z-power",
                        difference == 0 ? "z_γ = Φ⁻¹(1 − β/2)" : "z_γ = Φ⁻¹(1 − β)",
                        "β = 1 − " + num(power),
                        zBeta),
                new Calculation(
                        "groups-simple",
                        "n₀ = (z_α + z_γ)²·(v₁ + v₀)/(margin − |δ|)²",
                        numbers() + ", margin = " + num(margin),
                        simple)));
        Map<String, Object> inputs = inputs();
        inputs.put("margin", margin);
        inputs.put("power", power);
        inputs.put("alpha", alpha);
        return result(simple, inputs, steps, "plan-groups-equivalence", CHOW);
    }

    /**
     * People to be asked in each group to estimate the difference.
     *
     * @param margin     half of the width of the interval, finite and greater than 0
     * @param confidence level and side of the interval, not null
     * @throws IllegalArgumentException if margin is outside its range
     */
    public PlanResult toEstimate(double margin, Confidence confidence) {
        Checks.positive(margin, "margin");
        double z = requireNonNull(confidence, "confidence").z();
        double simple = square(z / margin) * sum();
        List<Calculation> steps = new ArrayList<>(List.of(
                new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(confidence.tail()) + ")", z),
                new Calculation("groups-simple", "n₀ = z²·(v₁ + v₀)/d²", numbers() + ", d = " + num(margin), simple)));
        Map<String, Object> inputs = inputs();
        inputs.put("margin", margin);
        inputs.put("level", confidence.level());
        return result(simple, inputs, steps, "plan-precision", CHOW);
    }

    private PlanResult result(
            double simple, Map<String, Object> inputs, List<Calculation> steps, String assumptions, String source) {
        double unrounded = simple * designEffect / responseRate;
        double size = Math.ceil(unrounded);
        steps.add(new Calculation(
                "precision-asked",
                "n × deff / response",
                num(simple) + " × " + num(designEffect) + " / " + num(responseRate),
                unrounded));
        steps.add(new Calculation("groups-size", "⌈n⌉", "⌈" + num(unrounded) + "⌉", size));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("simpleRandom", simple);
        details.put("unrounded", unrounded);
        details.put("respondents", Math.ceil(simple * designEffect));
        details.put(PlanResult.SECOND, size);
        details.put("total", 2 * size);
        return new PlanResult(
                "sample-size",
                size,
                "persons",
                inputs,
                details,
                List.of(),
                steps,
                new PlanResult.Frame(TwoGroupsPlan::title, assumptions, source));
    }

    private static String title(Locale locale) {
        return Messages.text(locale, "groups-plan");
    }

    private double sum() {
        return variance1 + variance0;
    }

    private static double square(double x) {
        return x * x;
    }

    private String numbers() {
        return "v₁ = " + num(variance1) + ", v₀ = " + num(variance0) + ", δ = " + num(difference);
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("variances", List.of(variance1, variance0));
        inputs.put("difference", difference);
        inputs.put("designEffect", designEffect);
        inputs.put("responseRate", responseRate);
        return inputs;
    }
}
