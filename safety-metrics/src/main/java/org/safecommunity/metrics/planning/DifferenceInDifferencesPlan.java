package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.planning.PlanResult.Calculation;

/**
 * Plan of the evaluation of a measure by its rates before and after beside a comparison group. Immutable.
 *
 * <p>With expected events μ of the four cells (treated and comparison, before and after) the logarithm of the
 * difference-in-differences ratio has variance φ·Σ1/μ; power Φ(|ln R|/√(φΣ1/μ) − z) plus the tail of the other side.
 * <p>Limits: events independent (φ for overdispersion); normal approximation, a note says where a cell has few events.
 * Checked against: R {@code glm} fitted to the expected events.
 *
 * @param ratio            R, ratio of the rate ratios that is to be found, finite, greater than 0 and not 1
 * @param treatedBefore    events expected before in the treated group, finite and greater than 0
 * @param comparisonBefore events expected before in the comparison group, likewise
 * @param afterRatio       person-time after over before, finite and greater than 0
 * @param change           rate ratio after to before without the measure, finite and greater than 0
 * @param dispersion       φ, finite and greater than 0; 1 for Poisson
 * @param test             level and side of the test, not null
 */
public record DifferenceInDifferencesPlan(
        double ratio,
        double treatedBefore,
        double comparisonBefore,
        double afterRatio,
        double change,
        double dispersion,
        Significance test) {
    private static final double FEW = 5;

    public DifferenceInDifferencesPlan {
        Checks.positive(ratio, "ratio");
        Checks.positive(treatedBefore, "treatedBefore");
        Checks.positive(comparisonBefore, "comparisonBefore");
        Checks.positive(afterRatio, "afterRatio");
        Checks.positive(change, "change");
        Checks.positive(dispersion, "dispersion");
        if (ratio == 1) {
            throw new IllegalArgumentException("ratio must not be 1: there is nothing to find");
        }
        requireNonNull(test, "test");
    }

    /** Power with these expected events. */
    public PlanResult power() {
        double error = Math.sqrt(variance());
        double size = Math.abs(Math.log(ratio)) / error;
        double other = test.twoSided() ? Significance.probability(-size - test.z()) : 0;
        double power = Significance.probability(size - test.z()) + other;
        List<Calculation> steps = List.of(
                z(),
                new Calculation("plan-log-error", "SE = √(φ·Σ1/μ)", cells(1), error),
                new Calculation(
                        "z-power",
                        "|ln R| / SE − z",
                        num(Math.abs(Math.log(ratio))) + " / " + num(error) + " − " + num(test.z()),
                        size - test.z()),
                new Calculation("power", Significance.formula(test), "z_β = " + num(size - test.z()), power));
        return new PlanResult("power", power, "", inputs(), details(1, error), few(1), steps, frame());
    }

    /**
     * Events expected before in the treated group that reach a power, everything else in proportion.
     *
     * @param power power 1 − β, greater than 0 and less than 1
     * @throws IllegalArgumentException if power is not in that range, or not greater than the level of the test
     */
    public PlanResult sampleSize(double power) {
        double zBeta = Significance.quantileOfPower(power);
        if (test.z() + zBeta <= 0) {
            throw new IllegalArgumentException("power must be greater than the level of the test, was " + num(power));
        }
        double log = Math.log(ratio);
        double multiple = (test.z() + zBeta) * (test.z() + zBeta) * variance() / (log * log);
        double treated = treatedBefore * multiple;
        Map<String, Object> inputs = inputs();
        inputs.put("power", power);
        List<Calculation> steps = List.of(
                z(),
                new Calculation("z-power", "z_β = Φ⁻¹(power)", "Φ⁻¹(" + num(power) + ")", zBeta),
                new Calculation("plan-multiple", "k = (z + z_β)²·φ·Σ1/μ / (ln R)²", cells(1), multiple),
                new Calculation("plan-events", "k·μ", num(multiple) + " × " + num(treatedBefore), treated));
        return new PlanResult(
                "sample-size",
                treated,
                "events",
                inputs,
                details(multiple, Math.sqrt(variance() / multiple)),
                few(multiple),
                steps,
                frame());
    }

    private double treatedAfter() {
        return treatedBefore * afterRatio * change * ratio;
    }

    private double comparisonAfter() {
        return comparisonBefore * afterRatio * change;
    }

    private double variance() {
        return dispersion * (1 / treatedBefore + 1 / treatedAfter() + 1 / comparisonBefore + 1 / comparisonAfter());
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("ratio", ratio);
        inputs.put("treatedBefore", treatedBefore);
        inputs.put("comparisonBefore", comparisonBefore);
        inputs.put("afterRatio", afterRatio);
        inputs.put("change", change);
        inputs.put("dispersion", dispersion);
        inputs.put("alpha", test.alpha());
        return inputs;
    }

    private Map<String, Object> details(double multiple, double error) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("treatedBefore", treatedBefore * multiple);
        details.put("treatedAfter", treatedAfter() * multiple);
        details.put("comparisonBefore", comparisonBefore * multiple);
        details.put("comparisonAfter", comparisonAfter() * multiple);
        details.put("logStandardError", error);
        return details;
    }

    private List<Note> few(double multiple) {
        double least = multiple
                * Math.min(Math.min(treatedBefore, treatedAfter()), Math.min(comparisonBefore, comparisonAfter()));
        return least < FEW ? List.of(Note.of("few-expected", num(Math.floor(least * 10) / 10), num(FEW))) : List.of();
    }

    private Calculation z() {
        return new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(test.tail()) + ")", test.z());
    }

    private String cells(double multiple) {
        return "μ = " + num(treatedBefore * multiple) + ", " + num(treatedAfter() * multiple) + ", "
                + num(comparisonBefore * multiple) + ", " + num(comparisonAfter() * multiple) + "; φ = "
                + num(dispersion);
    }

    private static PlanResult.Frame frame() {
        return new PlanResult.Frame(
                locale -> Messages.text(locale, "plan-did"), "plan-did", "Self & Mauritsen 1988, Biometrics 44:79–86");
    }
}
