package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** The working of a mean, total, ratio or proportion: totals, linearised values, variance stage, interval. */
record SurveyWorking(
        SurveyVariance variance,
        Estimand estimand,
        Confidence confidence,
        @Nullable SurveyProportionInterval method,
        long n)
        implements SurveyEstimate.Working {

    @Override
    public Map<String, Object> inputs() {
        SurveyDesign design = variance.design();
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", n);
        inputs.put("sumOfNumerator", estimand.numerator().sum());
        LeafTotals below = estimand.denominator();
        if (below != null) {
            inputs.put("sumOfDenominator", below.sum());
        }
        inputs.put("sampleSize", design.weights().units());
        inputs.put("strata", (long) design.strata());
        inputs.put("psus", (long) design.primaryUnits());
        inputs.put("variance", variance.label());
        inputs.put("lonelyPsu", design.lonelyPsu().label());
        return inputs;
    }

    @Override
    public List<Step> steps(Locale locale, SurveyEstimate estimate) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(text(locale, "step.design"), variance.summary()));
        estimate.value().ifPresent(value -> {
            steps.add(value(locale, estimate, value));
            estimate.standardError().ifPresent(error -> variance(steps, locale, error));
        });
        limits(steps, locale, estimate);
        if (estimate.status() != org.safecommunity.metrics.Status.OK) {
            steps.add(Step.remark(text(locale, "step.status"), estimate.status().message(locale)));
        }
        steps.add(Step.remark(text(locale, "step.assumptions"), text(locale, "assumptions.survey")));
        steps.add(Step.remark(
                text(locale, "step.source"),
                "Binder 1983, International Statistical Review 51:279–292"
                        + (method == null ? "" : "; " + method.citation())));
        return steps;
    }

    private Step value(Locale locale, SurveyEstimate estimate, double value) {
        String label = text(locale, "step.survey-" + estimate.statistic());
        LeafTotals below = estimand.denominator();
        String over = NumberText.shortest(estimand.numerator().sum());
        if (below == null) {
            return Step.calculation(label, "Σwy", over, value, "");
        }
        String formula = estimate.statistic().equals("ratio") ? "Σwy / Σwx" : "Σwy / Σw";
        return Step.calculation(label, formula, over + " / " + NumberText.shortest(below.sum()), value, "");
    }

    private void variance(List<Step> steps, Locale locale, double error) {
        if (variance instanceof TaylorVariance) {
            LeafTotals influence = estimand.influence();
            SurveyDesign design = variance.design();
            if (design.stages() == 1) {
                new StratumTable(design, influence).add(steps, locale, error * error);
            }
            steps.add(Step.calculation(
                    text(locale, "step.standard-error"),
                    design.stages() == 1
                            ? "√Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)²"
                            : "√(V₁ + Σ f·V₂ …), V = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (z_hi − z̄_h)²",
                    text(
                            locale,
                            "step.linearised",
                            estimand.denominator() == null ? "z = wy" : "z = (wy − R·wx) / Σwx"),
                    error,
                    ""));
        } else if (variance instanceof CalibratedVariance) {
            steps.add(Step.calculation(
                    text(locale, "step.standard-error"),
                    "√Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_i (e_hi − ē_h)²",
                    text(locale, "step.survey-residuals"),
                    error,
                    ""));
        } else {
            steps.add(Step.calculation(
                    text(locale, "step.standard-error"),
                    "√(C·Σ_r c_r(θ_r − θ̄)²)",
                    text(
                            locale,
                            "step.replicates",
                            variance.label(),
                            ((ReplicateVariance) variance).factors().size()),
                    error,
                    ""));
        }
    }

    private void limits(List<Step> steps, Locale locale, SurveyEstimate estimate) {
        estimate.interval().ifPresent(interval -> {
            double df = variance.degreesOfFreedom();
            String numbers = "df = " + NumberText.shortest(df)
                    + (df > 0 ? ", t = " + NumberText.shortest(Quantiles.t(confidence, df)) : "");
            SurveyProportionInterval proportion = method;
            if (confidence.side() != Side.UPPER) {
                String formula = proportion == null ? "θ − t·SE" : proportion.lowerFormula();
                steps.add(Step.calculation(text(locale, "step.lower-limit"), formula, numbers, interval.lower(), ""));
            }
            if (confidence.side() != Side.LOWER) {
                String formula = proportion == null ? "θ + t·SE" : proportion.upperFormula();
                steps.add(Step.calculation(text(locale, "step.upper-limit"), formula, numbers, interval.upper(), ""));
            }
        });
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
