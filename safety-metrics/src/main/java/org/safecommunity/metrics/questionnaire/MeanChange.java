package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * Mean change of a score of the same people: d̄ = mean of after − before, limits d̄ ∓ t(n − 1)·s_d/√n, with the paired t test and the
 * standardised change d̄/s_d.
 *
 * <p>Limits: people independent of one another, changes near normal or many. One person: no interval. Everybody changed by
 * the same amount: standard error 0, no interval and no test. Checked against: R {@code t.test(paired = TRUE)}.
 */
public final class MeanChange implements MetricResult {
    private static final String SOURCE = "Student 1908, Biometrika 6:1–25";

    private final long n;
    private final double before;
    private final double change;
    private final double deviation;
    private final Confidence confidence;

    private MeanChange(PairedScores scores, Confidence confidence) {
        this.n = scores.n();
        this.before = scores.before();
        this.change = scores.change();
        this.deviation = n < 2 ? 0 : scores.deviation();
        this.confidence = confidence;
    }

    /**
     * Computes the change of the scores collected so far.
     *
     * @param scores     scores of both rounds, not null
     * @param confidence level and side of the interval, not null
     */
    public static MeanChange of(PairedScores scores, Confidence confidence) {
        requireNonNull(scores, "scores");
        return new MeanChange(scores, requireNonNull(confidence, "confidence"));
    }

    private boolean varies() {
        return n > 1 && deviation > 0;
    }

    private double error() {
        return deviation / Math.sqrt(n);
    }

    private TDistribution distribution() {
        return TDistribution.of(n - 1d);
    }

    /** The larger p-value of the two one-sided tests against −margin and margin; absent without variation. */
    Optional<HypothesisTest> equivalence(double margin) {
        if (!varies()) {
            return Optional.empty();
        }
        double low = (change + margin) / error();
        double high = (change - margin) / error();
        double below = distribution().survivalProbability(low);
        double above = distribution().cumulativeProbability(high);
        double statistic = below > above ? low : high;
        return Optional.of(new HypothesisTest("tost", statistic, List.of(n - 1d), Math.max(below, above)));
    }

    @Override
    public String statistic() {
        return "difference";
    }

    @Override
    public OptionalDouble value() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(change);
    }

    @Override
    public OptionalDouble standardError() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(error());
    }

    @Override
    public Optional<Interval> interval() {
        if (!varies()) {
            return Optional.empty();
        }
        double half = distribution().inverseSurvivalProbability(confidence.tail()) * error();
        double lower = confidence.hasLower() ? change - half : Double.NEGATIVE_INFINITY;
        double upper = confidence.hasUpper() ? change + half : Double.POSITIVE_INFINITY;
        return Optional.of(new Interval("t", confidence.level(), lower, upper));
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (!varies()) {
            return Optional.empty();
        }
        double t = change / error();
        double p = Math.min(1, 2 * distribution().survivalProbability(Math.abs(t)));
        return Optional.of(new HypothesisTest("paired-t", t, List.of(n - 1d), p));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(n);
    }

    @Override
    public Status status() {
        if (n == 0) {
            return Status.EMPTY_DOMAIN;
        }
        return n == 1 ? Status.SINGLE_UNIT : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return Map.of("n", n);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (n > 0) {
            details.put("before", before);
            details.put("after", before + change);
        }
        if (n > 1) {
            details.put("standardDeviation", deviation);
        }
        if (varies()) {
            details.put("standardisedChange", change / deviation);
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        return n > 1 && deviation == 0 ? List.of(Note.of("change-no-variance")) : List.of();
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        if (n > 0) {
            String means = num(before + change) + " − " + num(before);
            working.step("mean-change", "d̄ = Σ(after − before)/n", means, change);
        }
        interval().ifPresent(interval -> {
            working.step("standard-error", "s_d/√n", num(deviation) + "/√" + n, error());
            working.step("paired-t", "t = d̄/SE, df = n − 1", num(change) + " / " + num(error()), change / error());
            String numbers = "d̄ = " + num(change) + ", SE = " + num(error()) + ", df = " + (n - 1);
            if (confidence.hasLower()) {
                working.step("lower-limit", "d̄ − t·SE", numbers, interval.lower());
            }
            if (confidence.hasUpper()) {
                working.step("upper-limit", "d̄ + t·SE", numbers, interval.upper());
            }
        });
        return working.status(status()).end("mean-change", SOURCE);
    }
}
