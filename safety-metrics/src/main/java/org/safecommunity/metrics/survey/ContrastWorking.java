package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** The working of a linear contrast: the estimate of each domain, their sum with the coefficients, its error and test. */
record ContrastWorking(
        SurveyVariance variance, List<SurveyContrasts.Term> terms, List<Estimand> estimands, List<Long> units)
        implements SurveyEstimate.Working {

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", units);
        inputs.put(
                "coefficients",
                terms.stream().map(SurveyContrasts.Term::coefficient).toList());
        if (estimands.stream().allMatch(one -> Double.isFinite(one.value()))) {
            inputs.put("estimates", estimands.stream().map(Estimand::value).toList());
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
            for (int j = 0; j < units.size(); j++) {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-domain", terms.get(j).label()),
                        "θ_" + (j + 1),
                        "n = " + units.get(j),
                        estimands.get(j).value(),
                        ""));
            }
            steps.add(Step.calculation(
                    Messages.text(locale, "step.survey-contrast"), "L = Σ c_j·θ_j", numbers(), value, ""));
        });
        estimate.standardError()
                .ifPresent(error -> steps.add(Step.calculation(
                        Messages.text(locale, "step.standard-error"),
                        "√Σ_j Σ_k c_j·c_k·C_jk",
                        Messages.text(locale, "step.survey-joint-all"),
                        error,
                        "")));
        estimate.test()
                .ifPresent(test -> steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-t"),
                        "t = L / SE, df = " + NumberText.shortest(test.df().get(0)),
                        "p = " + NumberText.shortest(test.pValue()),
                        test.statistic(),
                        "")));
        estimate.interval()
                .ifPresent(interval -> steps.add(Step.remark(
                        Messages.text(locale, "step.survey-limits"),
                        "L ∓ t·SE: " + NumberText.shortest(interval.lower()) + " – "
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

    private String numbers() {
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < terms.size(); j++) {
            parts.add("(" + NumberText.shortest(terms.get(j).coefficient()) + ")·"
                    + NumberText.shortest(estimands.get(j).value()));
        }
        return parts.stream().collect(Collectors.joining(" + "));
    }
}
