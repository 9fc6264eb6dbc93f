package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;

/**
 * Common odds ratio over strata (Mantel–Haenszel) with the Robins–Breslow–Greenland interval and the
 * Cochran–Mantel–Haenszel test. Immutable.
 *
 * <p>R = Σ ad/n, S = Σ bc/n, ψ = R/S; with P = (a + d)/n, Q = (b + c)/n: Var(ln ψ) = Σ P·ad/n / (2R²) + Σ (P·bc/n + Q·ad/n)
 * / (2RS) + Σ Q·bc/n / (2S²). χ² = (Σa − Σn₁m/n)² / Σ n₁n₀m(n − m)/(n²(n − 1)) with 1 degree of freedom; the version with
 * continuity correction is in the details.
 * <p>Limits: one odds ratio holds in every stratum; where {@link OddsHomogeneity} speaks against it (p below 0.10) the
 * result carries the note {@code pooling-misleads}. Strata whose margins allow one table only are left out and named.
 * <p>Checked against: R {@code mantelhaen.test}.
 */
public final class MantelHaenszelOddsRatio extends ComparisonResult {
    private final StratifiedProportions data;
    private final Sums sums;
    private final Confidence confidence;

    private MantelHaenszelOddsRatio(StratifiedProportions data, Sums sums, Confidence confidence, Outcome outcome) {
        super("mantel-haenszel-odds-ratio", outcome);
        this.data = data;
        this.sums = sums;
        this.confidence = confidence;
    }

    /** Sums over the strata. */
    record Sums(double r, double s, double pr, double psqr, double qs, double excess, double variance) {
        static Sums of(Map<String, TwoProportions> strata) {
            CompensatedSum[] sums = new CompensatedSum[7];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = new CompensatedSum();
            }
            for (TwoProportions t : strata.values()) {
                double n = t.total();
                double r = t.events() * (t.referenceOthers() / n);
                double s = t.others() * (t.referenceEvents() / n);
                double p = (t.events() + t.referenceOthers()) / n;
                double q = (t.others() + t.referenceEvents()) / n;
                sums[0].add(r);
                sums[1].add(s);
                sums[2].add(p * r);
                sums[3].add(p * s + q * r);
                sums[4].add(q * s);
                sums[5].add(r - s); // a − n₁m/n
                double m = t.totalEvents();
                sums[6].add(t.trials() / n * t.referenceTrials() * (m / n) * ((n - m) / (n - 1)));
            }
            double[] v = java.util.Arrays.stream(sums)
                    .mapToDouble(CompensatedSum::value)
                    .toArray();
            return new Sums(v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
        }

        double ratio() {
            return r / s;
        }

        double logError() {
            return Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
        }
    }

    /**
     * Computes the common odds ratio.
     *
     * @param data       two by two tables in strata, not null
     * @param confidence level and side of the interval, not null
     * @return the odds ratio, or a result without estimate whose status says why
     */
    public static MantelHaenszelOddsRatio of(StratifiedProportions data, Confidence confidence) {
        requireNonNull(confidence, "confidence");
        Map<String, TwoProportions> used = data.informative();
        Sums sums = Sums.of(used);
        Outcome outcome = new Outcome();
        data.tell(outcome, used);
        if (used.isEmpty()) {
            outcome.status(Status.EMPTY_DOMAIN);
            return new MantelHaenszelOddsRatio(data, sums, confidence, outcome);
        }
        double corrected = Math.max(0, Math.abs(sums.excess()) - 0.5);
        HypothesisTest withCorrection =
                MantelHaenszelRates.chiSquared("cochran-mantel-haenszel", corrected * corrected / sums.variance(), 1);
        outcome.test(Optional.of(MantelHaenszelRates.chiSquared(
                        "cochran-mantel-haenszel", sums.excess() * sums.excess() / sums.variance(), 1)))
                .detail("correctedStatistic", withCorrection.statistic())
                .detail("correctedP", withCorrection.pValue());
        if (sums.s() == 0) {
            outcome.status(Status.SEPARATED);
        } else {
            outcome.value(sums.ratio());
            if (sums.r() == 0) {
                outcome.note(Note.of("interval-undefined", "robins-breslow-greenland"));
            } else {
                outcome.detail("logStandardError", sums.logError())
                        .interval(Optional.of(MantelHaenszelRiskRatio.logInterval(
                                "robins-breslow-greenland", sums.ratio(), sums.logError(), confidence)));
            }
        }
        OddsHomogeneity.of(data)
                .test()
                .filter(test -> test.pValue() < MantelHaenszelRateRatio.POOLING_LIMIT)
                .ifPresent(test ->
                        outcome.note(Note.of("pooling-misleads", String.format(Locale.ROOT, "%.3g", test.pValue()))));
        return new MantelHaenszelOddsRatio(data, sums, confidence, outcome);
    }

    @Override
    public Map<String, Object> inputs() {
        return data.inputs();
    }

    @Override
    void calculations(Working working) {
        data.informative().forEach((label, t) -> {
            double n = t.total();
            String title = working.text("step.stratum", label);
            working.labelled(title + ": R", "ad/n", t.numbers(), t.events() * (t.referenceOthers() / n), "");
            working.labelled(title + ": S", "bc/n", t.numbers(), t.others() * (t.referenceEvents() / n), "");
        });
        value().ifPresent(ratio -> working.calculation(
                "step.mantel-haenszel-odds-ratio",
                "ψ = R / S",
                Working.n(sums.r()) + " / " + Working.n(sums.s()),
                ratio));
        interval().ifPresent(limits -> {
            working.calculation(
                    "step.log-error",
                    "√(ΣPR/(2R²) + Σ(PS + QR)/(2RS) + ΣQS/(2S²))",
                    "ΣPR = " + Working.n(sums.pr()) + ", Σ(PS + QR) = " + Working.n(sums.psqr()) + ", ΣQS = "
                            + Working.n(sums.qs()),
                    sums.logError());
            working.quantiles(confidence, "z");
            MantelHaenszelRateRatio.logLimits(working, sums.ratio(), sums.logError(), limits, confidence);
        });
        test().ifPresent(t -> working.calculation(
                "step.chi-squared",
                "χ² = (Σa − Σn₁m/n)² / Σ n₁n₀m(n − m)/(n²(n − 1))",
                Working.n(sums.excess()) + "² / " + Working.n(sums.variance()),
                t.statistic()));
    }

    @Override
    String method(Locale locale) {
        return interval().isPresent() ? "Robins–Breslow–Greenland" : "";
    }

    @Override
    String assumptions() {
        return "mantel-haenszel-counts";
    }

    @Override
    String source() {
        return "Mantel & Haenszel 1959, J Natl Cancer Inst 22:719–748; Robins, Breslow & Greenland 1986,"
                + " Biometrics 42:311–323";
    }
}
