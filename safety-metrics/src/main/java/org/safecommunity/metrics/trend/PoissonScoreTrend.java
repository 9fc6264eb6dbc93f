package org.safecommunity.metrics.trend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;

/**
 * Score test of a trend in rates by scores, for Poisson counts. Immutable.
 *
 * <p>U = Σ s(x − T·r̄), r̄ = Σx/ΣT, Var = r̄·Σ T(s − s̄)², s̄ = ΣTs/ΣT, z = U/√Var, p two-sided from the normal
 * distribution. U is the value, z the test statistic. It tests the slope of a Poisson log-linear model without fitting it.
 * <p>Limits: events independent; the normal distribution is rough below 20 events (note {@code few-events}). No event is
 * {@code zero-events}, one group with person-time {@code single-unit}, none {@code no-person-time}.
 * <p>Checked against: the score of R {@code glm} (anova with {@code test = "Rao"}).
 */
public final class PoissonScoreTrend extends ScoreTest {
    private PoissonScoreTrend(double[] scores, double[] events, double[] personTime) {
        super(scores, events, personTime);
    }

    /**
     * Tests rates.
     *
     * @param scores     score of each group, e.g. its time, finite
     * @param events     events x, 0 or more
     * @param personTime person-time T, finite, 0 or more; greater than 0 where there are events
     * @throws IllegalArgumentException if the numbers of values differ, a score is not finite, events are
     *     negative or above 2^53, person-time is negative or not finite, there are events without person-time, or all
     *     scores of several groups are equal
     */
    public static PoissonScoreTrend of(double[] scores, long[] events, double[] personTime) {
        double[] s = TrendSteps.series(scores, "scores");
        TrendSteps.sameSize(events.length, s.length, "events", "scores");
        TrendSteps.sameSize(personTime.length, s.length, "personTime", "scores");
        for (int i = 0; i < s.length; i++) {
            Checks.count(events[i], "events[" + i + "]");
            Checks.notNegative(personTime[i], "personTime[" + i + "]");
            if (events[i] > 0 && personTime[i] == 0) {
                throw new IllegalArgumentException("personTime[" + i
                        + "] must be greater than 0 where there are events, " + "was 0 with events " + events[i]);
            }
        }
        return new PoissonScoreTrend(s, doubles(events), personTime.clone());
    }

    @Override
    double variance() {
        return rate() * spread();
    }

    @Override
    String method() {
        return "poisson-score";
    }

    @Override
    String varianceFormula() {
        return "Var = r̄·Σ n(s − s̄)², n = T";
    }

    @Override
    String assumptions() {
        return "assumptions.poisson-rate";
    }

    @Override
    String citation() {
        return "Clayton & Hills 1993, Statistical Models in Epidemiology";
    }

    @Override
    Status emptyStatus() {
        return Status.NO_PERSON_TIME;
    }

    @Override
    boolean allEvents() {
        return false;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("groups", groups());
        inputs.put("events", totalEvents());
        inputs.put("personTime", total());
        return inputs;
    }
}
