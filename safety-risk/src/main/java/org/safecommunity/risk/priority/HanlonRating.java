package org.safecommunity.risk.priority;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Basic priority rating of a problem with the PEARL gate: OPR = BPR × D, where D is 1 when propriety, economics,
 * acceptability, resources and legality all hold, else 0. Immutable.
 *
 * <p>Limits: the ratings are judgements; a product of ratings is an order, not a measure of need.
 *
 * @param name          problem, not blank
 * @param size          A, from 0 to 10
 * @param seriousness   B, from 0 to 20, or to 10 in the NACCHO form
 * @param effectiveness C, from 0 to 10
 * @param pearl         the answers to PEARL in this order; empty when it was not asked, which counts as all holding
 * @param form          form, not null
 */
public record HanlonRating(
        String name, double size, double seriousness, double effectiveness, List<Boolean> pearl, HanlonForm form) {
    private static final int PEARL = 5;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the name is blank, a rating is out of its range, or PEARL has not five answers
     */
    public HanlonRating {
        Checks.text(name, "name");
        requireNonNull(form, "form");
        between(size, HanlonForm.LARGEST, "size");
        between(seriousness, form.largestB(), "seriousness");
        between(effectiveness, HanlonForm.LARGEST, "effectiveness");
        pearl = List.copyOf(pearl);
        if (!pearl.isEmpty() && pearl.size() != PEARL) {
            throw new IllegalArgumentException("pearl must have 5 answers, was " + pearl.size());
        }
    }

    private static void between(double value, double largest, String component) {
        if (!(value >= 0 && value <= largest)) {
            throw new IllegalArgumentException(
                    component + " must be from 0 to " + number(largest) + ", was " + number(value));
        }
    }

    /** Basic priority rating: 0 to 100, or 0 to 300 in the NACCHO form. */
    public double basic() {
        return (size + form.weightB() * seriousness) * effectiveness / form.divisor();
    }

    /** Whether no answer of PEARL is no. */
    public boolean isOpen() {
        return !pearl.contains(false);
    }

    /** Overall priority rating: the basic one, or 0 when an answer of PEARL is no. */
    public double overall() {
        return isOpen() ? basic() : 0;
    }

    /** The rating as a sum of weight times term, with the weights of A and B, for its sensitivity. */
    public WeightedSum terms() {
        double factor = isOpen() ? effectiveness / form.divisor() : 0;
        return new WeightedSum(name, List.of(size * factor, seriousness * factor));
    }

    /** The working: formula, numbers put in, gate, source. */
    public List<Step> explain() {
        String b = form.weightB() == 1 ? number(seriousness) : number(form.weightB()) + "×" + number(seriousness);
        String divisor = form.divisor() == 1 ? "" : " / " + number(form.divisor());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                new LocalText("Basic priority rating", "基本优先度评分"),
                "BPR = " + form.formula(),
                "(" + number(size) + " + " + b + ") × " + number(effectiveness) + divisor,
                LocalText.of(number(basic()))));
        steps.add(new Step(
                new LocalText("Overall priority rating", "总体优先度评分"),
                "OPR = BPR × D",
                number(basic()) + " × " + (isOpen() ? 1 : 0),
                LocalText.of(number(overall()))));
        steps.add(new Step(new LocalText("Source", "来源"), "", "", form.source()));
        return List.copyOf(steps);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
