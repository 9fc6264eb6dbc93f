package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** The working of a coefficient, of its exponential, or of the test of a term. */
record RegressionWorking(SurveyVariance variance, SurveyModel model, int columns, int n, boolean exponentiated)
        implements SurveyEstimate.Working {

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", (long) n);
        inputs.put("model", model.label());
        inputs.put("columns", (long) columns);
        inputs.put("strata", (long) variance.design().strata());
        inputs.put("psus", (long) variance.design().primaryUnits());
        inputs.put("variance", variance.label());
        return inputs;
    }

    @Override
    public List<Step> steps(Locale locale, SurveyEstimate estimate) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(Messages.text(locale, "step.design"), variance.summary()));
        steps.add(Step.remark(
                Messages.text(locale, "step.survey-model"), Messages.text(locale, "survey-model." + model.label())));
        estimate.value()
                .ifPresent(value -> steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-coefficient"),
                        exponentiated ? "exp(b), Σ w·x·(y − μ) = 0" : "b: Σ w·x·(y − μ) = 0",
                        "n = " + n + ", p = " + columns,
                        value,
                        "")));
        estimate.standardError()
                .ifPresent(error -> steps.add(Step.calculation(
                        Messages.text(locale, "step.standard-error"),
                        exponentiated ? "exp(b)·√(A⁻¹VA⁻¹)_jj" : "√(A⁻¹VA⁻¹)_jj",
                        "A = Σ w·v(μ)·xx', V = var(Σ w·x·(y − μ)), " + variance.label(),
                        error,
                        "")));
        estimate.test()
                .ifPresent(test -> steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-coefficient-test"),
                        test.df().size() == 1 ? "t = b / SE, df = ν + 1 − p" : "F = b'V⁻¹b / q, df = q, ν + 1 − p",
                        "p = " + NumberText.shortest(test.pValue()),
                        test.statistic(),
                        "")));
        if (estimate.status() != Status.OK) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.status"), estimate.status().message(locale)));
        }
        steps.add(Step.remark(
                Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.survey-regression")));
        steps.add(Step.remark(
                Messages.text(locale, "step.source"), "Binder 1983, International Statistical Review 51:279–292"));
        return steps;
    }
}
