package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;

/**
 * Quantile of a domain with Woodruff's interval: F(q) ∓ t·SE(F(q)) read back through the quantile rule. A probability
 * limit outside 0 and 1 leaves that end of the interval unbounded.
 *
 * <p>Checked against: R {@code survey::svyquantile} 4.1, all rules.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483443">Woodruff (1952), J. Am. Stat. Assoc. 47, 635–646</a>
 */
public final class SurveyQuantile {
    private SurveyQuantile() {}

    /**
     * Computes a quantile.
     *
     * @param variance    variance of F; a jackknife is refused, it is inconsistent for quantiles
     * @param probability from 0 to 1, both excluded
     * @throws IllegalArgumentException if probability is not between 0 and 1, or variance is a jackknife
     */
    public static SurveyEstimate of(
            SurveyVariance variance,
            SurveyRows rows,
            int domain,
            double probability,
            QuantileRule rule,
            Confidence confidence) {
        Checks.openUnit(probability, "probability");
        requireNonNull(rule, "rule");
        if (variance.label().startsWith("jk")) {
            throw new IllegalArgumentException(
                    "variance of a quantile must not be a jackknife; use taylor, brr, fay or bootstrap");
        }
        SurveyRows.Domain data = rows.domain(domain);
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("quantile");
        parts.item = Map.of("probability", NumberText.shortest(probability));
        parts.n = data.size();
        parts.details.put("rule", rule.label());
        Working working = new Working(variance, probability, rule, data.size());
        parts.working = working;
        fill(parts, working, data, confidence);
        PublicationOfEstimate.flag(parts);
        return new SurveyEstimate(parts);
    }

    private static void fill(
            SurveyEstimate.Parts parts, Working working, SurveyRows.Domain data, Confidence confidence) {
        if (data.size() == 0) {
            parts.status = Status.EMPTY_DOMAIN;
            return;
        }
        QuantileRule.Sorted sorted = new QuantileRule.Sorted(data.y.toArray(), data.weight.toArray());
        parts.value = working.rule.of(sorted, working.probability);
        int df = working.variance.degreesOfFreedom();
        parts.details.put("df", (double) df);
        if (data.size() == 1 || df <= 0) {
            parts.status = data.size() == 1 ? Status.SINGLE_UNIT : Status.NO_DF;
        } else {
            interval(parts, working, data, sorted, confidence);
        }
    }

    private static void interval(
            SurveyEstimate.Parts parts,
            Working working,
            SurveyRows.Domain data,
            QuantileRule.Sorted sorted,
            Confidence confidence) {
        SurveySums below = new SurveySums();
        for (int i = 0; i < data.size(); i++) {
            below.add(0, data.leaf.get(i), data.weight.get(i), data.y.get(i) <= parts.value ? 1 : 0);
        }
        SurveyEstimate share =
                SurveyEstimates.with(working.variance, confidence).mean(below, 0);
        if (share.standardError().isEmpty()) {
            parts.status = share.status();
            return;
        }
        double p = share.value().orElseThrow();
        double error = share.standardError().getAsDouble();
        double t = Quantiles.t(confidence, working.variance.degreesOfFreedom());
        double low = p - t * error;
        double high = p + t * error;
        boolean hasLow = confidence.hasLower() && low >= 0;
        boolean hasHigh = confidence.hasUpper() && high <= 1;
        double lower = hasLow ? working.rule.of(sorted, low) : Double.NEGATIVE_INFINITY;
        double upper = hasHigh ? working.rule.of(sorted, high) : Double.POSITIVE_INFINITY;
        if (hasLow && hasHigh) {
            parts.standardError = (upper - lower) / (2 * t);
        }
        parts.interval = new Interval("woodruff", confidence.level(), lower, upper);
        working.share = p;
        working.shareError = error;
        working.low = low;
        working.high = high;
    }

    /** The working of a quantile. */
    private static final class Working implements SurveyEstimate.Working {
        private final SurveyVariance variance;
        private final double probability;
        private final QuantileRule rule;
        private final long n;
        private double share = Double.NaN;
        private double shareError;
        private double low;
        private double high;

        Working(SurveyVariance variance, double probability, QuantileRule rule, long n) {
            this.variance = variance;
            this.probability = probability;
            this.rule = rule;
            this.n = n;
        }

        @Override
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("n", n);
            inputs.put("probability", probability);
            inputs.put("rule", rule.label());
            inputs.put("variance", variance.label());
            return inputs;
        }

        @Override
        public List<Step> steps(Locale locale, SurveyEstimate estimate) {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.remark(Messages.text(locale, "step.design"), variance.summary()));
            estimate.value()
                    .ifPresent(q -> steps.add(Step.calculation(
                            Messages.text(locale, "step.survey-quantile"),
                            "F(q) = p, " + rule.label(),
                            "p = " + NumberText.shortest(probability),
                            q,
                            "")));
            if (!Double.isNaN(share)) {
                steps.add(Step.calculation(
                        Messages.text(locale, "step.survey-share"),
                        "F(q) = Σ w[y ≤ q] / Σ w",
                        "SE = " + NumberText.shortest(shareError),
                        share,
                        ""));
                steps.add(Step.remark(
                        Messages.text(locale, "step.survey-probability-limits"),
                        NumberText.shortest(low) + " – " + NumberText.shortest(high)));
            }
            if (estimate.status() != Status.OK) {
                steps.add(Step.remark(
                        Messages.text(locale, "step.status"), estimate.status().message(locale)));
            }
            steps.add(Step.remark(
                    Messages.text(locale, "step.assumptions"), Messages.text(locale, "assumptions.survey")));
            steps.add(Step.remark(
                    Messages.text(locale, "step.source"),
                    "Woodruff 1952, Journal of the American Statistical Association 47:635–646"));
            return steps;
        }
    }
}
