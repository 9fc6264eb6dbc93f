package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;

/**
 * Design-based means, totals, ratios and proportions of any domain of a sample. The domain is never a subset of the file: the
 * whole design stays in the variance.
 *
 * <p>mean ȳ = Σwy/Σw with influence w(y − ȳ)/Σw; total Σwy with influence wy; ratio Σwy/Σwx with influence w(y − Rx)/Σwx. Their
 * variance is that of a total of the influence values, see {@link SurveyDesign}. Limits: estimate ∓ t(ν)·SE, ν primary
 * units minus strata of the whole design. Design effect V/V₀ with V₀ = (1 − n/Σw)·s²/n, as R {@code deff = TRUE}.
 * <p>Checked against: R {@code survey} 4.1.
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), Int. Stat. Rev. 51, 279–292</a>
 */
public final class SurveyEstimates {
    private final SurveyVariance variance;
    private final Confidence confidence;

    private SurveyEstimates(SurveyVariance variance, Confidence confidence) {
        this.variance = variance;
        this.confidence = confidence;
    }

    /** Estimates with variances of one kind and intervals of one level. */
    public static SurveyEstimates with(SurveyVariance variance, Confidence confidence) {
        return new SurveyEstimates(requireNonNull(variance, "variance"), requireNonNull(confidence, "confidence"));
    }

    /** Mean of y in a domain; status {@code empty-domain} where nobody is in it. */
    public SurveyEstimate mean(SurveySums sums, int domain) {
        return estimate("mean", new Estimand(sums.numerators(domain), sums.weights(domain)), sums, domain);
    }

    /** Total of y in a domain. */
    public SurveyEstimate total(SurveySums sums, int domain) {
        return estimate("total", new Estimand(sums.numerators(domain), null), sums, domain);
    }

    /** Ratio of the totals of y and x in a domain; status {@code zero-reference} where the total of x is 0. */
    public SurveyEstimate ratio(SurveySums sums, int domain) {
        return estimate("ratio", new Estimand(sums.numerators(domain), sums.denominators(domain)), sums, domain);
    }

    /** Proportion of a domain that has y = 1; y must have been 0 or 1. */
    public SurveyEstimate proportion(SurveySums sums, int domain, SurveyProportionInterval method) {
        requireNonNull(method, "method");
        Estimand estimand = new Estimand(sums.numerators(domain), sums.weights(domain));
        SurveyEstimate.Parts parts = start("proportion", estimand, sums, domain);
        if (parts.status == Status.OK || parts.status == Status.NO_DF) {
            double p = parts.value;
            if (p == 0 || p == 1) {
                parts.status = p == 0 ? Status.ZERO_EVENTS : Status.ALL_EVENTS;
                parts.standardError = Double.NaN;
                parts.details.remove("designEffect");
                parts.notes.add(Note.of("survey-edge", parts.n));
            }
            if (parts.status != Status.NO_DF) {
                double v = p == 0 || p == 1 ? 0 : parts.standardError * parts.standardError;
                parts.interval = method.interval(
                                new SurveyProportionInterval.Data(p, v, variance.degreesOfFreedom(), parts.n),
                                confidence)
                        .orElse(null);
            }
        }
        PublicationOfProportion.flag(parts);
        return finish(parts, estimand, method);
    }

    private SurveyEstimate estimate(String statistic, Estimand estimand, SurveySums sums, int domain) {
        SurveyEstimate.Parts parts = start(statistic, estimand, sums, domain);
        if (parts.status == Status.OK) {
            parts.interval =
                    SurveyEstimate.tInterval(parts.value, parts.standardError, variance.degreesOfFreedom(), confidence);
        }
        return finish(parts, estimand, null);
    }

    private SurveyEstimate.Parts start(String statistic, Estimand estimand, SurveySums sums, int domain) {
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts(statistic);
        parts.n = sums.units(domain);
        LeafTotals below = estimand.denominator();
        if (parts.n == 0) {
            parts.status = Status.EMPTY_DOMAIN;
            return parts;
        }
        if (below != null && below.sum() == 0) {
            parts.status = Status.ZERO_REFERENCE;
            return parts;
        }
        parts.value = estimand.value();
        if (parts.n == 1) {
            parts.status = Status.SINGLE_UNIT;
            return parts;
        }
        double v = covariance(List.of(estimand))[0][0];
        parts.standardError = Math.sqrt(Math.max(0, v));
        if (!statistic.equals("ratio")) {
            designEffect(parts, v, sums, domain);
        }
        parts.details.put("df", (double) variance.degreesOfFreedom());
        if (parts.value != 0) {
            parts.details.put("coefficientOfVariation", parts.standardError / Math.abs(parts.value));
        }
        if (variance.degreesOfFreedom() <= 0) {
            parts.status = Status.NO_DF;
        }
        return parts;
    }

    private void designEffect(SurveyEstimate.Parts parts, double v, SurveySums sums, int domain) {
        double weight = sums.weights(domain).sum();
        double simple = sums.variance(domain) / parts.n * (1 - parts.n / weight);
        if (parts.statistic.equals("total")) {
            simple *= weight * weight;
        }
        if (simple > 0) {
            parts.details.put("designEffect", v / simple);
        }
    }

    double[][] covariance(List<Estimand> estimands) {
        if (variance instanceof TaylorVariance taylor) {
            return taylor.covariance(estimands);
        }
        return ((ReplicateVariance) variance).covariance(estimands);
    }

    private SurveyEstimate finish(
            SurveyEstimate.Parts parts,
            Estimand estimand,
            @org.jspecify.annotations.Nullable SurveyProportionInterval method) {
        parts.working = new SurveyWorking(variance, estimand, confidence, method, parts.n);
        return new SurveyEstimate(parts);
    }
}
