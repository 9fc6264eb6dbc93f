package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
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
    /** Codes of the notes that say why an estimate is not fit to be published. */
    static final List<String> PUBLICATION_NOTES =
            List.of("survey-few-suppress", "survey-rse-suppress", "survey-rse-review");

    /** A variance below this fraction of p(1 − p) is rounding: no sample is that large. */
    private static final double ROUNDING = 1e-20;

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

    /** How variances are computed. */
    SurveyVariance variance() {
        return variance;
    }

    /** Level and side of the intervals. */
    Confidence confidence() {
        return confidence;
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

    /**
     * Proportion of a domain that is of one level of a categorical variable. Each level is a domain of its own in the
     * sums; together they are the domain.
     *
     * @param sums   sums with a domain for each level
     * @param levels the domains of all levels
     * @param level  the domain of the level asked for, one of these
     * @param method how the limits are computed, not null
     * @return the proportion; with nobody or everybody in the level the beta limits of a simple random sample
     */
    public SurveyEstimate proportion(SurveySums sums, int[] levels, int level, SurveyProportionInterval method) {
        requireNonNull(method, "method");
        Estimand estimand = share(sums, levels, level);
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("proportion");
        parts.n = units(sums, levels);
        if (parts.n == 0) {
            parts.status = Status.EMPTY_DOMAIN;
            return finish(parts, estimand, method);
        }
        double p = estimand.value();
        parts.value = p;
        parts.details.put("df", (double) variance.degreesOfFreedom());
        if (p == 0 || p == 1) {
            parts.status = p == 0 ? Status.ZERO_EVENTS : Status.ALL_EVENTS;
            parts.notes.add(Note.of("survey-edge", parts.n));
            limits(parts, method, 0);
        } else {
            double v = varianceOf(parts, estimand);
            if (parts.status == Status.OK && v <= ROUNDING * p * (1 - p)) {
                parts.standardError = 0;
                parts.notes.add(Note.of("survey-no-variance"));
            } else if (parts.status == Status.OK) {
                double weight = requireNonNull(estimand.denominator()).sum();
                addEffect(parts, v, p * (1 - p) / (parts.n - 1d) * (1 - parts.n / weight));
                limits(parts, method, v);
            }
        }
        PublicationOfProportion.flag(parts);
        return finish(parts, estimand, method);
    }

    private void limits(SurveyEstimate.Parts parts, SurveyProportionInterval method, double v) {
        int df = variance.degreesOfFreedom();
        if (df > 0) {
            SurveyProportionInterval.Data data = new SurveyProportionInterval.Data(parts.value, v, df, parts.n);
            parts.interval = method.interval(data, confidence).orElse(null);
        }
    }

    /** Variance of an estimate with its standard error in the parts; a status and no error where there is none. */
    private double varianceOf(SurveyEstimate.Parts parts, Estimand estimand) {
        boolean share = estimand.denominator() != null;
        if (parts.n == 1) {
            parts.status = Status.SINGLE_UNIT;
            return Double.NaN;
        }
        if (share && variance.inOnePrimaryUnit(requireNonNull(estimand.denominator()))) {
            parts.status = Status.SINGLE_PSU;
            return Double.NaN;
        }
        double v = covariance(parts, List.of(estimand))[0][0];
        if (Double.isNaN(v)) {
            parts.status = Status.SINGLE_PSU;
            return v;
        }
        addError(parts, Math.max(0, v));
        if (variance.degreesOfFreedom() <= 0) {
            parts.status = Status.NO_DF;
        }
        return Math.max(0, v);
    }

    /** As {@link #covariance(List)}; replicates that had to be discarded are said. */
    double[][] covariance(SurveyEstimate.Parts parts, List<Estimand> estimands) {
        if (variance instanceof ReplicateVariance replicates) {
            int discarded = replicates.discarded(estimands);
            if (discarded > 0) {
                parts.notes.add(Note.of(
                        "survey-replicates", discarded, replicates.factors().size()));
            }
        }
        return covariance(estimands);
    }

    /** Covariances of the proportions of levels, in their order; the domain is all of them together. */
    double[][] covarianceOfShares(SurveySums sums, int[] levels) {
        List<Estimand> shares = new ArrayList<>();
        for (int level : levels) {
            shares.add(share(sums, levels, level));
        }
        return covariance(shares);
    }

    /** Covariances of the totals of the weights of domains, in their order. */
    double[][] covarianceOfWeights(SurveySums sums, int[] domains) {
        List<Estimand> totals = new ArrayList<>();
        for (int domain : domains) {
            totals.add(new Estimand(sums.weights(domain), null));
        }
        return covariance(totals);
    }

    /**
     * Difference of the means of two domains, a − b, from their joint influence: units of both in one primary unit make
     * the means dependent. Its test is t on the degrees of freedom of the design.
     */
    public SurveyEstimate difference(SurveySums sums, int a, int b) {
        return SurveyContrast.difference(
                this, DomainStatistic.MEAN.of(sums, a), sums.units(a), DomainStatistic.MEAN.of(sums, b), sums.units(b));
    }

    /** Difference a − b of the proportions of two domains that are of a level; see {@link #proportion}. */
    public SurveyEstimate differenceOfProportions(
            SurveySums sums, int[] levelsOfA, int levelOfA, int[] levelsOfB, int levelOfB) {
        return SurveyContrast.difference(
                this,
                share(sums, levelsOfA, levelOfA),
                units(sums, levelsOfA),
                share(sums, levelsOfB, levelOfB),
                units(sums, levelsOfB));
    }

    /**
     * A linear contrast L = Σ c·θ of estimates of domains, with variance c'Vc from their joint covariance V. With nobody in
     * one of the domains there is no estimate: status {@code empty-domain}.
     *
     * @param of           what is combined, not null
     * @param sums         sums by domain
     * @param domains      the domains, one or more
     * @param coefficients c of each, finite
     * @throws IllegalArgumentException if there is no domain, the lengths differ, or a coefficient is not finite
     */
    public SurveyEstimate contrast(DomainStatistic of, SurveySums sums, int[] domains, double[] coefficients) {
        requireCoefficients(domains.length, coefficients);
        List<SurveyContrast.Term> terms = new ArrayList<>();
        for (int i = 0; i < domains.length; i++) {
            terms.add(new SurveyContrast.Term(of.of(sums, domains[i]), sums.units(domains[i]), coefficients[i]));
        }
        return SurveyContrast.contrast(this, terms);
    }

    /**
     * A linear contrast of the proportions of domains that are of a level; see {@link #proportion} and
     * {@link #contrast}.
     *
     * @param sums         sums with a domain for each level of each domain
     * @param levels       the levels of each domain, together the domain
     * @param level        the level asked for in each domain
     * @param coefficients c of each, finite
     * @throws IllegalArgumentException if there is no domain, the lengths differ, or a coefficient is not finite
     */
    public SurveyEstimate contrastOfProportions(
            SurveySums sums, List<int[]> levels, int[] level, double[] coefficients) {
        requireCoefficients(levels.size(), coefficients);
        List<SurveyContrast.Term> terms = new ArrayList<>();
        for (int i = 0; i < level.length; i++) {
            terms.add(new SurveyContrast.Term(
                    share(sums, levels.get(i), level[i]), units(sums, levels.get(i)), coefficients[i]));
        }
        return SurveyContrast.contrast(this, terms);
    }

    private static void requireCoefficients(int domains, double[] coefficients) {
        if (domains == 0 || coefficients.length != domains) {
            throw new IllegalArgumentException("coefficients must be one for each of the domains, 1 or more, was "
                    + coefficients.length + " for " + domains);
        }
        for (double coefficient : coefficients) {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException(
                        "coefficients must be finite, was " + NumberText.shortest(coefficient));
            }
        }
    }

    private static Estimand share(SurveySums sums, int[] levels, int level) {
        LeafTotals all = new LeafTotals(new int[0], new double[0]);
        for (int one : levels) {
            all = all.combine(1, 1, sums.weights(one));
        }
        return new Estimand(sums.weights(level), all);
    }

    private static long units(SurveySums sums, int[] levels) {
        long units = 0;
        for (int level : levels) {
            units += sums.units(level);
        }
        return units;
    }

    /**
     * Mean change of the same people, from their differences after − before as y, with a t test on the degrees of freedom of
     * the design. As R {@code svymean} of the difference.
     */
    public SurveyEstimate change(SurveySums sums, int domain) {
        Estimand estimand = new Estimand(sums.numerators(domain), sums.weights(domain));
        SurveyEstimate.Parts parts = start("difference", estimand, sums, domain);
        int df = variance.degreesOfFreedom();
        if (parts.status == Status.OK) {
            parts.interval = SurveyEstimate.tInterval(parts.value, parts.standardError, df, confidence);
            if (parts.standardError > 0) {
                double t = parts.value / parts.standardError;
                double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
                parts.test = new HypothesisTest("t", t, List.of((double) df), p);
            }
        }
        PublicationOfEstimate.flagDifference(parts, parts.n);
        return finish(parts, estimand, null);
    }

    private SurveyEstimate estimate(String statistic, Estimand estimand, SurveySums sums, int domain) {
        SurveyEstimate.Parts parts = start(statistic, estimand, sums, domain);
        if (parts.status == Status.OK) {
            parts.interval =
                    SurveyEstimate.tInterval(parts.value, parts.standardError, variance.degreesOfFreedom(), confidence);
        }
        PublicationOfEstimate.flag(parts);
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
        parts.details.put("df", (double) variance.degreesOfFreedom());
        double v = varianceOf(parts, estimand);
        if (parts.status == Status.OK && !statistic.equals("ratio")) {
            double weight = sums.weights(domain).sum();
            double simple = sums.variance(domain) / parts.n * (1 - parts.n / weight);
            addEffect(parts, v, statistic.equals("total") ? simple * weight * weight : simple);
        }
        return parts;
    }

    private void addError(SurveyEstimate.Parts parts, double v) {
        parts.standardError = Math.sqrt(v);
        if (parts.value != 0) {
            parts.details.put("coefficientOfVariation", parts.standardError / Math.abs(parts.value));
        }
    }

    /** Design effect against the variance of a simple random sample; none where that is 0 or the sample is a census. */
    private static void addEffect(SurveyEstimate.Parts parts, double v, double simple) {
        if (simple > 0) {
            parts.details.put("designEffect", v / simple);
        }
    }

    double[][] covariance(List<Estimand> estimands) {
        if (variance instanceof TaylorVariance taylor) {
            return taylor.covariance(estimands);
        }
        if (variance instanceof CalibratedVariance calibrated) {
            return calibrated.covariance(estimands);
        }
        return ((ReplicateVariance) variance).covariance(estimands);
    }

    private SurveyEstimate finish(
            SurveyEstimate.Parts parts, Estimand estimand, @Nullable SurveyProportionInterval method) {
        parts.working = new SurveyWorking(variance, estimand, confidence, method, parts.n);
        return new SurveyEstimate(parts);
    }
}
