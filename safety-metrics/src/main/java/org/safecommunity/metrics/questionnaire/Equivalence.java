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
import java.util.function.Function;
import org.apache.commons.statistics.distribution.TDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;

/**
 * Whether a change is small enough to count as none: two one-sided tests at error α, that is the interval of level 1 − 2α lies
 * between −margin and margin. Immutable.
 *
 * <p>For scores the larger p-value of the two t tests is the p-value. For shares the conclusion rests on Newcombe's interval and
 * there is no p-value. Limits: the margin is chosen before the data are seen; "no significant change" is not equivalence.
 *
 * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann (1987), J. Pharmacokinet. Biopharm. 15, 657–680</a>
 */
public final class Equivalence implements MetricResult {
    private static final String SOURCE = "Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15:657–680";

    private final MetricResult change;
    private final double margin;
    private final double alpha;
    private final Optional<HypothesisTest> test;

    private Equivalence(MetricResult change, double margin, double alpha, Optional<HypothesisTest> test) {
        this.change = change;
        this.margin = margin;
        this.alpha = alpha;
        this.test = test;
    }

    /**
     * Equivalence of the means of scores.
     *
     * @param scores scores of both rounds, not null
     * @param margin largest change that counts as none, in the unit of the scores, finite and greater than 0
     * @param alpha  error probability of each one-sided test, greater than 0 and less than 0.5
     * @throws IllegalArgumentException if margin or alpha is outside its range
     */
    public static Equivalence of(PairedScores scores, double margin, double alpha) {
        requireNonNull(scores, "scores");
        MeanChange change = narrow(margin, alpha, confidence -> MeanChange.of(scores, confidence));
        return new Equivalence(change, margin, alpha, change.equivalence(margin));
    }

    /**
     * Equivalence of shares.
     *
     * @param answers answers of both rounds, not null
     * @param margin  largest change that counts as none, finite and greater than 0, e.g. 0.05
     * @param alpha   error probability of each one-sided test, greater than 0 and less than 0.5
     * @throws IllegalArgumentException if margin or alpha is outside its range
     */
    public static Equivalence of(PairedAnswers answers, double margin, double alpha) {
        requireNonNull(answers, "answers");
        MetricResult change = narrow(margin, alpha, confidence -> new PairedDifference(answers, confidence));
        return new Equivalence(change, margin, alpha, Optional.empty());
    }

    /**
     * Equivalence of two rounds from the difference of two estimates.
     *
     * @param difference a difference with a t interval of level 1 − 2α, its standard error and {@code df} among its details, not null
     * @param margin     largest difference that counts as none, finite and greater than 0
     * @param alpha      error probability of each one-sided test, greater than 0 and less than 0.5
     * @throws IllegalArgumentException if margin or alpha is outside its range
     */
    public static Equivalence of(MetricResult difference, double margin, double alpha) {
        requireNonNull(difference, "difference");
        narrow(margin, alpha, confidence -> confidence);
        return new Equivalence(difference, margin, alpha, bothSides(difference, margin));
    }

    private static Optional<HypothesisTest> bothSides(MetricResult difference, double margin) {
        OptionalDouble value = difference.value();
        OptionalDouble error = difference.standardError();
        if (value.isEmpty()
                || error.isEmpty()
                || error.getAsDouble() == 0
                || !(difference.details().get("df") instanceof Double df)
                || df <= 0) {
            return Optional.empty();
        }
        double up = (value.getAsDouble() + margin) / error.getAsDouble();
        double down = (value.getAsDouble() - margin) / error.getAsDouble();
        TDistribution t = TDistribution.of(df);
        double nearer = up < -down ? up : down;
        double p = Math.max(t.survivalProbability(up), t.cumulativeProbability(down));
        return Optional.of(new HypothesisTest("tost", nearer, List.of(df), p));
    }

    private static <T> T narrow(double margin, double alpha, Function<Confidence, T> change) {
        Checks.positive(margin, "margin");
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be greater than 0 and less than 0.5, was " + num(alpha));
        }
        return change.apply(Confidence.of(1 - 2 * alpha));
    }

    /** Whether the interval lies between −margin and margin; empty without an interval. */
    public Optional<Boolean> equivalent() {
        return interval().map(interval -> interval.lower() > -margin && interval.upper() < margin);
    }

    @Override
    public String statistic() {
        return "equivalence";
    }

    @Override
    public OptionalDouble value() {
        return change.value();
    }

    /** Interval of the change with level 1 − 2α. */
    @Override
    public Optional<Interval> interval() {
        return change.interval();
    }

    @Override
    public Optional<HypothesisTest> test() {
        return test;
    }

    @Override
    public OptionalLong n() {
        return change.n();
    }

    @Override
    public Status status() {
        return change.status();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>(change.inputs());
        inputs.put("margin", margin);
        inputs.put("alpha", alpha);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        return equivalent()
                .<Map<String, Object>>map(same -> Map.of("equivalent", same))
                .orElse(Map.of());
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        interval().ifPresent(interval -> {
            String level = "1 − 2 × " + num(alpha);
            working.step("equivalence-lower", "L(1 − 2α) > −margin", level + ", −" + num(margin), interval.lower());
            working.step("equivalence-upper", "U(1 − 2α) < margin", level + ", " + num(margin), interval.upper());
        });
        test.ifPresent(one -> working.step(
                "equivalence-p",
                "max(P(T > (d̄ + margin)/SE), P(T < (d̄ − margin)/SE))",
                "t = " + num(one.statistic()) + ", df = " + num(one.df().get(0)),
                one.pValue()));
        return working.status(status()).end("equivalence", SOURCE);
    }
}
