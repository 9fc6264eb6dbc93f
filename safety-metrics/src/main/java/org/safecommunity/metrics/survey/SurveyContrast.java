package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * A linear combination Σ c·θ of estimates of domains, a difference among them, from their joint covariance: its variance is
 * c'Vc. The test that it is 0 is t on the degrees of freedom of the design.
 */
final class SurveyContrast implements SurveyEstimate.Working {
    private final SurveyEstimates estimates;
    private final List<Term> terms;
    private final boolean difference;

    private SurveyContrast(SurveyEstimates estimates, List<Term> terms, boolean difference) {
        this.estimates = estimates;
        this.terms = terms;
        this.difference = difference;
    }

    /**
     * A term of the combination.
     *
     * @param estimand    what is estimated
     * @param units       respondents it comes from
     * @param coefficient c
     */
    record Term(Estimand estimand, long units, double coefficient) {}

    /** The difference a − b. */
    static SurveyEstimate difference(SurveyEstimates estimates, Estimand a, long unitsOfA, Estimand b, long unitsOfB) {
        List<Term> terms = List.of(new Term(a, unitsOfA, 1), new Term(b, unitsOfB, -1));
        return new SurveyContrast(estimates, terms, true).estimate("difference");
    }

    /** A combination of any number of estimates. */
    static SurveyEstimate contrast(SurveyEstimates estimates, List<Term> terms) {
        return new SurveyContrast(estimates, terms, false).estimate("contrast");
    }

    private SurveyEstimate estimate(String statistic) {
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts(statistic);
        parts.n = terms.stream().mapToLong(Term::units).sum();
        parts.working = this;
        if (terms.stream().anyMatch(term -> term.units() == 0)) {
            parts.status = Status.EMPTY_DOMAIN;
        } else if (terms.stream().anyMatch(SurveyContrast::hasNoBase)) {
            parts.status = Status.ZERO_REFERENCE;
        } else {
            fill(parts);
        }
        PublicationOfEstimate.flagDifference(
                parts, terms.stream().mapToLong(Term::units).min().orElse(0));
        return new SurveyEstimate(parts);
    }

    private static boolean hasNoBase(Term term) {
        LeafTotals below = term.estimand().denominator();
        return below != null && below.sum() == 0;
    }

    private void fill(SurveyEstimate.Parts parts) {
        SurveyVariance variance = estimates.variance();
        int df = variance.degreesOfFreedom();
        parts.value = 0;
        terms.forEach(
                term -> parts.value += term.coefficient() * term.estimand().value());
        parts.details.put("df", (double) df);
        double[][] v =
                estimates.covariance(parts, terms.stream().map(Term::estimand).toList());
        if (Double.isNaN(v[0][0]) || terms.stream().anyMatch(this::inOnePrimaryUnit)) {
            parts.status = Status.SINGLE_PSU;
            return;
        }
        parts.standardError = Math.sqrt(Math.max(0, combined(v)));
        if (difference) {
            parts.details.put("covariance", v[0][1]);
        } else {
            parts.details.put(
                    "covariance",
                    Arrays.stream(v)
                            .map(row -> Arrays.stream(row).boxed().toList())
                            .toList());
        }
        if (df <= 0) {
            parts.status = Status.NO_DF;
            return;
        }
        parts.interval = SurveyEstimate.tInterval(parts.value, parts.standardError, df, estimates.confidence());
        if (parts.standardError > 0) {
            double t = parts.value / parts.standardError;
            double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
            parts.test = new HypothesisTest("t", t, List.of((double) df), p);
        }
    }

    private boolean inOnePrimaryUnit(Term term) {
        LeafTotals below = term.estimand().denominator();
        return below != null && estimates.variance().inOnePrimaryUnit(below);
    }

    /** c'Vc. */
    private double combined(double[][] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += terms.get(i).coefficient() * terms.get(j).coefficient() * v[i][j];
            }
        }
        return sum;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", terms.stream().map(Term::units).toList());
        if (terms.stream().noneMatch(term -> term.units() == 0 || hasNoBase(term))) {
            inputs.put(
                    "estimates",
                    terms.stream().map(term -> term.estimand().value()).toList());
        }
        if (!difference) {
            inputs.put("coefficients", terms.stream().map(Term::coefficient).toList());
        }
        SurveyVariance variance = estimates.variance();
        inputs.put("strata", (long) variance.design().strata());
        inputs.put("psus", (long) variance.design().primaryUnits());
        inputs.put("variance", variance.label());
        return inputs;
    }

    @Override
    public List<Step> steps(Locale locale, SurveyEstimate estimate) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(
                Messages.text(locale, "step.design"), estimates.variance().summary()));
        estimate.value().ifPresent(value -> {
            steps.add(Step.calculation(
                    Messages.text(locale, difference ? "step.survey-difference" : "step.survey-contrast"),
                    difference ? "d = a − b" : "L = Σ c·θ",
                    difference
                            ? number(0) + " − " + number(1)
                            : String.join(
                                    " + ",
                                    terms.stream().map(SurveyContrast::product).toList()),
                    value,
                    ""));
            steps.add(Step.calculation(
                    Messages.text(locale, "step.standard-error"),
                    difference ? "√(V_a + V_b − 2·C_ab)" : "√(c'Vc)",
                    Messages.text(locale, "step.survey-joint"),
                    estimate.standardError().orElse(0),
                    ""));
        });
        estimate.test()
                .ifPresent(test -> steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-t"),
                        (difference ? "t = d / SE, df = " : "t = L / SE, df = ")
                                + NumberText.shortest(test.df().get(0)),
                        "p = " + NumberText.shortest(test.pValue()),
                        test.statistic(),
                        "")));
        estimate.interval()
                .ifPresent(interval -> steps.add(Step.remark(
                        Messages.text(locale, "step.survey-limits"),
                        (difference ? "d ∓ t·SE: " : "L ∓ t·SE: ") + NumberText.shortest(interval.lower()) + " – "
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

    private String number(int term) {
        return NumberText.shortest(terms.get(term).estimand().value());
    }

    private static String product(Term term) {
        return "(" + NumberText.shortest(term.coefficient()) + ")·"
                + NumberText.shortest(term.estimand().value());
    }
}
