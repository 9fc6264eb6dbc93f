package org.safecommunity.metrics.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;

/**
 * Linear contrasts L = Σ c_j·θ_j of the estimates of several domains of one sample. The estimates are dependent where units
 * of two domains lie in one primary unit: V(L) = Σ_j Σ_k c_j·c_k·C(θ_j, θ_k), C from the joint influence of the domains, or
 * from the replicates. t = L/SE and the limits are on the degrees of freedom of the whole design.
 *
 * <p>Limits: a domain without respondents leaves no contrast (status {@code empty-domain}); one whose respondents all
 * lie in one primary unit leaves no standard error of a mean, ratio or proportion.
 * <p>Checked against: R {@code survey} 4.1, {@code svycontrast(svyby(..., covmat = TRUE), ...)}.
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), Int. Stat. Rev. 51, 279–292</a>
 */
public final class SurveyContrasts {
    private static final double ROUNDING = 1e-24;

    private final SurveyEstimates estimates;

    private SurveyContrasts(SurveyEstimates estimates) {
        this.estimates = estimates;
    }

    /**
     * One domain of a contrast.
     *
     * @param label       name of the domain, for the working
     * @param domain      its number in the sums; of a proportion the number of the level in it
     * @param coefficient c, finite, not 0
     */
    public record Term(String label, int domain, double coefficient) {
        /**
         * Checks the term.
         *
         * @throws IllegalArgumentException if domain is negative, or coefficient is 0 or not finite
         */
        public Term {
            requireNonNull(label, "label");
            if (domain < 0) {
                throw new IllegalArgumentException("domain must be 0 or more, was " + domain);
            }
            if (!Double.isFinite(coefficient) || coefficient == 0) {
                throw new IllegalArgumentException("coefficient must be finite and not 0, was " + coefficient);
            }
        }
    }

    /** Contrasts with the variance and the level of estimates. */
    public static SurveyContrasts with(SurveyEstimates estimates) {
        return new SurveyContrasts(requireNonNull(estimates, "estimates"));
    }

    /**
     * Contrast of means.
     *
     * @throws IllegalArgumentException if there is no term
     */
    public SurveyEstimate means(SurveySums sums, List<Term> terms) {
        return of(terms, each(terms, term -> new Estimand(sums.numerators(term.domain()), weights(sums, term))), sums);
    }

    /**
     * Contrast of totals.
     *
     * @throws IllegalArgumentException if there is no term
     */
    public SurveyEstimate totals(SurveySums sums, List<Term> terms) {
        return of(terms, each(terms, term -> new Estimand(sums.numerators(term.domain()), null)), sums);
    }

    /**
     * Contrast of ratios; status {@code zero-reference} where the total of a denominator is 0.
     *
     * @throws IllegalArgumentException if there is no term
     */
    public SurveyEstimate ratios(SurveySums sums, List<Term> terms) {
        return of(
                terms,
                each(terms, term -> new Estimand(sums.numerators(term.domain()), sums.denominators(term.domain()))),
                sums);
    }

    /**
     * Contrast of proportions.
     *
     * @param levels the numbers of all levels of each term's domain, in the order of the terms
     * @throws IllegalArgumentException if there is no term, or not one list of levels for each
     */
    public SurveyEstimate proportions(SurveySums sums, List<Term> terms, List<int[]> levels) {
        if (levels.size() != terms.size()) {
            throw new IllegalArgumentException(
                    "levels must be one list for each of " + terms.size() + " terms, was " + levels.size());
        }
        List<Estimand> shares = new ArrayList<>();
        long[] units = new long[terms.size()];
        for (int j = 0; j < units.length; j++) {
            shares.add(SurveyEstimates.share(sums, levels.get(j), terms.get(j).domain()));
            units[j] = SurveyEstimates.units(sums, levels.get(j));
        }
        return of(terms, shares, units);
    }

    private static LeafTotals weights(SurveySums sums, Term term) {
        return sums.weights(term.domain());
    }

    private static List<Estimand> each(List<Term> terms, Function<Term, Estimand> estimand) {
        return terms.stream().map(estimand).toList();
    }

    private SurveyEstimate of(List<Term> terms, List<Estimand> estimands, SurveySums sums) {
        return of(
                terms,
                estimands,
                terms.stream().mapToLong(term -> sums.units(term.domain())).toArray());
    }

    private SurveyEstimate of(List<Term> terms, List<Estimand> estimands, long[] units) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("terms must be one or more, were none");
        }
        SurveyEstimate.Parts parts = new SurveyEstimate.Parts("contrast");
        SurveyVariance variance = estimates.variance();
        parts.working = new ContrastWorking(
                variance, terms, estimands, LongStream.of(units).boxed().toList());
        long fewest = Long.MAX_VALUE;
        for (int j = 0; j < units.length; j++) {
            parts.n += units[j];
            fewest = Math.min(fewest, units[j]);
        }
        if (fewest == 0) {
            parts.status = Status.EMPTY_DOMAIN;
        } else if (estimands.stream().anyMatch(SurveyContrasts::withoutDenominator)) {
            parts.status = Status.ZERO_REFERENCE;
        } else {
            parts.value = 0;
            for (int j = 0; j < units.length; j++) {
                parts.value += terms.get(j).coefficient() * estimands.get(j).value();
            }
            parts.details.put("df", (double) variance.degreesOfFreedom());
            spread(parts, terms, estimands);
        }
        PublicationOfEstimate.flagDifference(parts, fewest);
        return new SurveyEstimate(parts);
    }

    private static boolean withoutDenominator(Estimand estimand) {
        LeafTotals below = estimand.denominator();
        return below != null && below.sum() == 0;
    }

    private void spread(SurveyEstimate.Parts parts, List<Term> terms, List<Estimand> estimands) {
        SurveyVariance variance = estimates.variance();
        double[][] c = estimates.covariance(parts, estimands);
        if (estimands.stream().anyMatch(one -> alone(variance, one.denominator())) || Double.isNaN(c[0][0])) {
            parts.status = Status.SINGLE_PSU;
            return;
        }
        double v = 0;
        double size = 0;
        for (int j = 0; j < c.length; j++) {
            for (int k = 0; k < c.length; k++) {
                v += terms.get(j).coefficient() * terms.get(k).coefficient() * c[j][k];
            }
            size = Math.max(
                    size, Math.abs(terms.get(j).coefficient() * estimands.get(j).value()));
        }
        int df = variance.degreesOfFreedom();
        if (v <= ROUNDING * size * size) {
            parts.standardError = 0;
            parts.notes.add(Note.of("survey-contrast-no-variance"));
            return;
        }
        parts.standardError = Math.sqrt(v);
        if (df <= 0) {
            parts.status = Status.NO_DF;
            return;
        }
        parts.interval = SurveyEstimate.tInterval(parts.value, parts.standardError, df, estimates.confidence());
        double t = parts.value / parts.standardError;
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        parts.test = new HypothesisTest("t", t, List.of((double) df), p);
    }

    private static boolean alone(SurveyVariance variance, @Nullable LeafTotals below) {
        return below != null && variance.inOnePrimaryUnit(below);
    }
}
