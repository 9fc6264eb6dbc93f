package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** The working behind a result of a regression. */
final class EffectSteps {
    private EffectSteps() {}

    static List<Step> of(Effect effect, EffectScale scale, Confidence confidence, Locale locale) {
        LinearCombination combination = effect.combination();
        List<Step> steps = new ArrayList<>(combination.model().steps(locale));
        effect.value().ifPresent(value -> {
            double b = combination.estimate().getAsDouble();
            steps.add(calculation(locale, "step.coefficient", "b = " + combination.text(), "", b, ""));
            steps.add(calculation(
                    locale, "step.effect", scale.formula(), put(scale.formula(), b, 0), value, effect.unit()));
        });
        effect.standardError().ifPresent(error -> {
            double b = combination.estimate().getAsDouble();
            double se = combination.standardError().getAsDouble();
            steps.add(calculation(locale, "step.coefficient-error", "SE = √(c'Vc)", "", se, ""));
            steps.add(calculation(
                    locale,
                    "step.standard-error",
                    scale.errorFormula(),
                    put(scale.errorFormula(), b, se),
                    error,
                    effect.unit()));
        });
        effect.interval().ifPresent(limits -> interval(steps, effect, scale, limits, confidence, locale));
        effect.test().ifPresent(test -> test(steps, combination, test, locale));
        closing(steps, effect, locale);
        return steps;
    }

    private static void interval(
            List<Step> steps, Effect effect, EffectScale scale, Interval limits, Confidence confidence, Locale locale) {
        LinearCombination combination = effect.combination();
        double b = combination.estimate().getAsDouble();
        double se = combination.standardError().getAsDouble();
        double q = combination.quantile(confidence);
        boolean both = confidence.side() == Side.BOTH;
        String level = number(confidence.level());
        steps.add(calculation(
                locale,
                "step.tail",
                both ? "tail = (1 − level) / 2" : "tail = 1 − level",
                both ? "(1 − " + level + ") / 2" : "1 − " + level,
                confidence.tail(),
                ""));
        String quantile = combination.df().isEmpty()
                ? "q = z(1 − tail)"
                : "q = t(1 − tail; " + number(combination.df().getAsDouble()) + ")";
        steps.add(calculation(locale, "step.quantile", quantile, "", q, ""));
        if (confidence.hasLower()) {
            limit(steps, locale, "step.lower-limit", scale, " − ", new double[] {b, q, se}, limits.lower());
        }
        if (confidence.hasUpper()) {
            limit(steps, locale, "step.upper-limit", scale, " + ", new double[] {b, q, se}, limits.upper());
        }
    }

    private static void limit(
            List<Step> steps,
            Locale locale,
            String label,
            EffectScale scale,
            String sign,
            double[] numbers,
            double limit) {
        String formula = scale.formula().replace("b", "b" + sign + "q·SE");
        String filled = number(numbers[0]) + sign + number(numbers[1]) + "·" + number(numbers[2]);
        if (Double.isFinite(limit)) {
            steps.add(calculation(locale, label, formula, scale.formula().replace("b", filled), limit, ""));
        }
    }

    private static void test(List<Step> steps, LinearCombination combination, HypothesisTest test, Locale locale) {
        String numbers = number(combination.estimate().getAsDouble()) + " / "
                + number(combination.standardError().getAsDouble());
        boolean byT = !test.df().isEmpty();
        String name = byT ? "t" : "z";
        steps.add(calculation(locale, "step.test-statistic", name + " = b / SE", numbers, test.statistic(), ""));
        String formula = byT ? "p = 2·P(t > |b / SE|; " + number(test.df().get(0)) + ")" : "p = 2·P(z > |b / SE|)";
        steps.add(calculation(locale, "step.p-value", formula, "", test.pValue(), ""));
    }

    private static void closing(List<Step> steps, Effect effect, Locale locale) {
        Regression model = effect.combination().model();
        if (effect.status() != Status.OK) {
            steps.add(remark(locale, "step.status", effect.status().message(locale)));
        }
        steps.add(remark(locale, "step.covariance", effect.combination().form().title(locale)));
        steps.add(remark(locale, "step.assumptions", model.assumptions(locale)));
        steps.add(remark(locale, "step.source", model.citation()));
    }

    /** A formula in b and SE with the numbers put in. */
    private static String put(String formula, double b, double se) {
        return formula.equals("b")
                ? number(b)
                : formula.replace("SE", number(se)).replace("(b)", "(" + number(b) + ")");
    }

    static Step calculation(Locale locale, String label, String formula, String numbers, double value, String unit) {
        return new Step(
                Messages.text(locale, label),
                formula,
                numbers.isEmpty() ? null : numbers,
                value,
                unit.isEmpty() ? null : unit,
                null);
    }

    static Step remark(Locale locale, String label, String text) {
        return Step.remark(Messages.text(locale, label), text);
    }

    static String number(double value) {
        return NumberText.shortest(value);
    }
}
