package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * What each stratum adds to a linearised variance, with the totals of the linearised values by primary unit, so that it can be
 * done again by hand. Of a large design the first strata and units are shown and the rest is counted.
 */
final class StratumTable {
    private static final int STRATA = 12;
    private static final int UNITS = 12;

    private final SurveyDesign design;
    private final List<List<Double>> totals = new ArrayList<>();

    StratumTable(SurveyDesign design, LeafTotals influence) {
        this.design = design;
        double[] z = new double[design.primaryUnits()];
        for (int i = 0; i < influence.size(); i++) {
            z[design.primaryUnitOf(influence.leaves()[i])] += influence.values()[i];
        }
        for (int h = 0; h < design.strata(); h++) {
            totals.add(new ArrayList<>());
        }
        for (int i = 0; i < z.length; i++) {
            totals.get(design.stratumOf(i)).add(z[i]);
        }
    }

    /** Adds a step for each stratum shown, how many are not, and the variance, which strata of one unit may widen. */
    void add(List<Step> steps, Locale locale, double variance) {
        int shown = Math.min(STRATA, totals.size());
        double sum = 0;
        List<String> parts = new ArrayList<>();
        for (int h = 0; h < totals.size(); h++) {
            double part = part(h);
            sum += part;
            if (h < shown) {
                parts.add(NumberText.shortest(part));
                steps.add(stratum(locale, h, part));
            }
        }
        if (shown < totals.size()) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.strata-more"),
                    Messages.text(locale, "step.strata-more-text", totals.size() - shown)));
            parts.add("…");
        }
        boolean lonely = Math.abs(variance - sum) > 1e-9 * Math.max(variance, sum);
        steps.add(Step.calculation(
                Messages.text(locale, "step.survey-variance"),
                "V = Σ_h V_h",
                String.join(" + ", parts)
                        + (lonely
                                ? "; "
                                        + Messages.text(
                                                locale,
                                                "step.strata-lonely",
                                                design.lonelyPsu().label())
                                : ""),
                variance,
                ""));
    }

    private Step stratum(Locale locale, int h, double part) {
        List<Double> z = totals.get(h);
        List<String> values = z.stream().limit(UNITS).map(NumberText::shortest).toList();
        String more = z.size() > UNITS ? ", " + Messages.text(locale, "step.units-more", z.size() - UNITS) : "";
        return Step.calculation(
                Messages.text(locale, "step.stratum", design.stratumLabel(h)),
                "V_h = (1 − f)·n/(n − 1)·Σ(z − z̄)²",
                "z = " + String.join(", ", values) + more + "; n = " + z.size() + ", z̄ = "
                        + NumberText.shortest(mean(z)) + ", f = " + NumberText.shortest(design.fractionOf(h)),
                part,
                "");
    }

    private static double mean(List<Double> z) {
        return z.stream().mapToDouble(Double::doubleValue).sum() / z.size();
    }

    private double part(int h) {
        List<Double> z = totals.get(h);
        if (z.size() < 2) {
            return 0;
        }
        double mean = mean(z);
        double squares =
                z.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return (1 - design.fractionOf(h)) * z.size() / (z.size() - 1d) * squares;
    }
}
