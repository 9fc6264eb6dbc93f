package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** The working of a difference of two domains. */
record SurveyContrast(
        SurveyVariance variance, Estimand a, Estimand b, Confidence confidence, long unitsOfA, long unitsOfB)
        implements SurveyEstimate.Working {

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", List.of(unitsOfA, unitsOfB));
        if (unitsOfA > 0 && unitsOfB > 0) {
            inputs.put("estimates", List.of(a.value(), b.value()));
        }
        inputs.put("strata", (long) variance.design().strata());
        inputs.put("psus", (long) variance.design().primaryUnits());
        inputs.put("variance", variance.label());
        return inputs;
    }

    @Override
    public List<Step> steps(Locale locale, SurveyEstimate estimate) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(Messages.text(locale, "step.design"), variance.summary()));
        estimate.value().ifPresent(value -> {
            steps.add(Step.calculation(
                    Messages.text(locale, "step.survey-difference"),
                    "d = a − b",
                    NumberText.shortest(a.value()) + " − " + NumberText.shortest(b.value()),
                    value,
                    ""));
            steps.add(Step.calculation(
                    Messages.text(locale, "step.standard-error"),
                    "√(V_a + V_b − 2·C_ab)",
                    Messages.text(locale, "step.survey-joint"),
                    estimate.standardError().orElse(0),
                    ""));
        });
        estimate.test()
                .ifPresent(test -> steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-t"),
                        "t = d / SE, df = " + NumberText.shortest(test.df().get(0)),
                        "p = " + NumberText.shortest(test.pValue()),
                        test.statistic(),
                        "")));
        estimate.interval()
                .ifPresent(interval -> steps.add(Step.remark(
                        Messages.text(locale, "step.survey-limits"),
                        "d ∓ t·SE: " + NumberText.shortest(interval.lower()) + " – "
                                + NumberText.shortest(interval.upper()))));
        if (estimate.status() != Status.OK) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.status"), estimate.status().message(locale)));
        }
        steps.add(Step.remark(Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.survey")));
        steps.add(Step.remark(
                Messages.text(locale, "step.source"), "Binder 1983, International Statistical Review 51:279–292"));
        return steps;
    }
}
