package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;

/**
 * Odds ratio of a two by two table, ψ = ad/(bc). Immutable.
 *
 * <p>The value is the sample odds ratio; with the conditional methods the conditional maximum-likelihood one, which R
 * {@code fisher.test} prints, is the detail {@code conditionalOddsRatio}. The exact test is central (twice the smaller
 * tail), so that it agrees with its interval; the sum of the tables that are no more likely than the observed one, which R
 * prints, is the detail {@code fisherMinimumLikelihoodP}.
 * <p>Limits: independent trials; conditional methods take all margins as given. Where bc is 0 there is no finite estimate
 * (status {@code separated}, or {@code zero-reference} without events in the reference).
 * <p>Checked against: R {@code fisher.test} (p, and estimate and limits by bisection, because its root is not converged).
 */
public final class OddsRatio extends ComparisonResult {
    private final TwoProportions counts;
    private final OddsRatioMethod intervalMethod;
    private final Confidence confidence;

    private OddsRatio(TwoProportions counts, OddsRatioMethod intervalMethod, Confidence confidence, Outcome outcome) {
        super("odds-ratio", outcome);
        this.counts = counts;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
    }

    /**
     * Computes an odds ratio.
     *
     * @param counts     events and trials of both groups, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the odds ratio, or a result without estimate whose status says why
     */
    public static OddsRatio of(TwoProportions counts, OddsRatioMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Status status = status(counts);
        Outcome outcome = new Outcome().status(status).interval(method.interval(counts, confidence));
        if (status == Status.OK || status == Status.ZERO_EVENTS) {
            outcome.value(oddsRatio(counts));
        }
        if (OddsRatioMethod.defined(counts)) {
            if (outcome.interval().isEmpty()) {
                outcome.note(Note.of("interval-undefined", method.label()));
            }
            if (method == OddsRatioMethod.WOOLF) {
                if (OddsRatioMethod.added(counts) > 0) {
                    outcome.note(Note.of("half-added"));
                }
            } else {
                conditional(outcome, counts);
            }
        }
        outcome.test(method.test(counts, confidence.side()), confidence.side());
        if (method == OddsRatioMethod.EXACT && OddsRatioMethod.defined(counts)) {
            outcome.detail("fisherMinimumLikelihoodP", new NoncentralHypergeometric(counts).minimumLikelihood());
        }
        return new OddsRatio(counts, method, confidence, outcome);
    }

    private static void conditional(Outcome outcome, TwoProportions counts) {
        NoncentralHypergeometric x = new NoncentralHypergeometric(counts);
        if (!x.isLowest() && !x.isHighest()) {
            outcome.detail("conditionalOddsRatio", x.oddsRatio(parts -> parts.mean() - counts.events(), true));
        }
    }

    private static Status status(TwoProportions r) {
        if (!r.hasTrials() || r.totalEvents() == 0) {
            return r.status();
        }
        if (r.others() == 0 || r.referenceEvents() == 0) {
            return r.referenceEvents() == 0 ? Status.ZERO_REFERENCE : Status.SEPARATED;
        }
        return r.events() == 0 ? Status.ZERO_EVENTS : Status.OK;
    }

    private static double oddsRatio(TwoProportions r) {
        return (double) r.events() / r.others() / ((double) r.referenceEvents() / r.referenceOthers());
    }

    @Override
    public Map<String, Object> inputs() {
        return counts.inputs();
    }

    @Override
    void calculations(Working working) {
        if (!counts.hasTrials()) {
            return;
        }
        String numbers = "a = " + Working.n(counts.events()) + ", b = " + Working.n(counts.others()) + ", c = "
                + Working.n(counts.referenceEvents()) + ", d = " + Working.n(counts.referenceOthers());
        value().ifPresent(ratio -> working.calculation("step.odds-ratio", "ψ = ad / bc", numbers, ratio));
        if (details().get("conditionalOddsRatio") instanceof Double conditional) {
            working.calculation(
                    "step.conditional-odds-ratio", "E(X | ψ) = x₁, X given all margins", numbers, conditional);
        }
        interval()
                .ifPresent(limits -> RiskRatio.limits(
                        working,
                        limits,
                        intervalMethod.lowerFormula(),
                        intervalMethod.upperFormula(),
                        numbers,
                        confidence));
        if (details().get("fisherMinimumLikelihoodP") instanceof Double p) {
            working.calculation("step.fisher-p", "Σ P(k) over P(k) ≤ P(x₁)", numbers, p);
        }
    }

    @Override
    String method(Locale locale) {
        return intervalMethod.title(locale);
    }

    @Override
    String assumptions() {
        return "two-by-two";
    }

    @Override
    String source() {
        return intervalMethod.citation();
    }
}
