package org.safecommunity.metrics.trend;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;

/**
 * Cochran–Armitage test of a trend in proportions by scores. Immutable.
 *
 * <p>T = Σ s(x − n·p̄), p̄ = Σx/Σn, Var = p̄(1 − p̄)·Σ n(s − s̄)², z = T/√Var, p two-sided from the normal distribution.
 * T is the value, z the test statistic, z² the detail {@code chiSquared}.
 * <p>Limits: trials independent; the normal distribution is rough below 20 events (note {@code few-events}). No event, or
 * events only, leave nothing to test: status {@code zero-events} or {@code all-events}. One group with trials is
 * {@code single-unit}, none {@code empty-domain}.
 * <p>Checked against: R {@code prop.trend.test}; Fleiss 1981, p. 139.
 *
 * @see <a href="https://doi.org/10.2307/3001775">Armitage (1955), Biometrics 11, 375–386</a>
 */
public final class CochranArmitage extends ScoreTest {
    private final TrendVariance form;

    private CochranArmitage(double[] scores, double[] events, double[] trials, TrendVariance form) {
        super(scores, events, trials);
        this.form = form;
    }

    /**
     * Tests proportions.
     *
     * @param scores score of each group, e.g. its time, finite
     * @param events events x, from 0 to the trials
     * @param trials trials n, 0 or more
     * @param form   form of the variance, not null
     * @throws IllegalArgumentException if the numbers of values differ, a score is not finite, a count is
     *     negative or above 2^53, events exceed trials, or all scores of several groups are equal
     */
    public static CochranArmitage of(double[] scores, long[] events, long[] trials, TrendVariance form) {
        double[] s = TrendSteps.series(scores, "scores");
        TrendSteps.sameSize(events.length, s.length, "events", "scores");
        TrendSteps.sameSize(trials.length, s.length, "trials", "scores");
        for (int i = 0; i < s.length; i++) {
            Checks.count(events[i], "events[" + i + "]");
            Checks.count(trials[i], "trials[" + i + "]");
            if (events[i] > trials[i]) {
                throw new IllegalArgumentException(
                        "events[" + i + "] must not exceed trials, was " + events[i] + " of " + trials[i]);
            }
        }
        return new CochranArmitage(s, doubles(events), doubles(trials), requireNonNull(form, "form"));
    }

    /** Tests proportions with the variance of R {@code prop.trend.test}. */
    public static CochranArmitage of(double[] scores, long[] events, long[] trials) {
        return of(scores, events, trials, TrendVariance.POPULATION);
    }

    @Override
    double variance() {
        double variance = rate() * (1 - rate()) * spread();
        return form == TrendVariance.SAMPLE ? variance * total() / (total() - 1) : variance;
    }

    @Override
    String method() {
        return "cochran-armitage";
    }

    @Override
    String varianceFormula() {
        return "Var = p̄(1 − p̄)·Σ n(s − s̄)²" + (form == TrendVariance.SAMPLE ? "·N/(N − 1)" : "") + ", p̄ = r̄";
    }

    @Override
    String assumptions() {
        return "assumptions.cochran-armitage";
    }

    @Override
    String citation() {
        return "Cochran 1954, Biometrics 10:417–451; Armitage 1955, Biometrics 11:375–386";
    }

    @Override
    Status emptyStatus() {
        return Status.EMPTY_DOMAIN;
    }

    @Override
    boolean allEvents() {
        return totalEvents() == total();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("groups", groups());
        inputs.put("events", totalEvents());
        inputs.put("trials", total());
        inputs.put("variance", form.label());
        return inputs;
    }
}
