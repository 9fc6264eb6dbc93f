package org.safecommunity.metrics.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/**
 * A score test of a trend in groups: events x in denominators n with scores s. U = Σ s(x − n·r̄), r̄ = Σx/Σn, and its
 * variance is a factor times Σ n(s − s̄)².
 */
abstract sealed class ScoreTest implements MetricResult permits CochranArmitage, PoissonScoreTrend {
    private final double[] scores;
    private final double[] events;
    private final double[] denominators;

    ScoreTest(double[] scores, double[] events, double[] denominators) {
        this.scores = scores;
        this.events = events;
        this.denominators = denominators;
        if (groups() > 1 && spread() == 0) {
            throw new IllegalArgumentException("scores must not all be equal, was " + NumberText.shortest(scores[0]));
        }
    }

    static double[] doubles(long[] values) {
        return java.util.Arrays.stream(values).asDoubleStream().toArray();
    }

    final double totalEvents() {
        return sum(events);
    }

    final double total() {
        return sum(denominators);
    }

    /** Events over denominators, r̄. */
    final double rate() {
        return totalEvents() / total();
    }

    /** Groups with a denominator. */
    final long groups() {
        return java.util.Arrays.stream(denominators).filter(n -> n > 0).count();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private double meanScore() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += denominators[i] * (scores[i] - scores[0]);
        }
        return scores[0] + sum / total();
    }

    /** Σ n(s − s̄)². */
    final double spread() {
        double mean = meanScore();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += denominators[i] * (scores[i] - mean) * (scores[i] - mean);
        }
        return sum;
    }

    /** U, with centred scores so that large ones lose no digits. */
    final double score() {
        double mean = meanScore();
        double rate = rate();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (scores[i] - mean) * (events[i] - denominators[i] * rate);
        }
        return sum + 0d;
    }

    /** Variance of U without trend. */
    abstract double variance();

    /** Name of the test. */
    abstract String method();

    /** Formula of the variance. */
    abstract String varianceFormula();

    /** Key of the assumptions. */
    abstract String assumptions();

    /** Where the test is published. */
    abstract String citation();

    /** Why there is no denominator at all. */
    abstract Status emptyStatus();

    /** Whether every trial is an event; only where denominators are trials. */
    abstract boolean allEvents();

    @Override
    public final String statistic() {
        return "trend-test";
    }

    /** U. */
    @Override
    public final OptionalDouble value() {
        return groups() < 2 ? OptionalDouble.empty() : OptionalDouble.of(score());
    }

    @Override
    public final Optional<HypothesisTest> test() {
        return status() == Status.OK
                ? Optional.of(TrendSteps.normal(method(), score() / Math.sqrt(variance())))
                : Optional.empty();
    }

    @Override
    public final OptionalLong n() {
        return OptionalLong.of(groups());
    }

    @Override
    public final Status status() {
        if (groups() == 0) {
            return emptyStatus();
        }
        if (groups() == 1) {
            return Status.SINGLE_UNIT;
        }
        return totalEvents() == 0 ? Status.ZERO_EVENTS : allEvents() ? Status.ALL_EVENTS : Status.OK;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        test().ifPresent(test -> {
            details.put("variance", variance());
            details.put("chiSquared", test.statistic() * test.statistic());
        });
        return details;
    }

    @Override
    public final List<Note> warnings() {
        return switch (status()) {
            case SINGLE_UNIT -> List.of(Note.of("one-time"));
            case ZERO_EVENTS, ALL_EVENTS -> List.of(Note.of("no-variation"));
            default ->
                totalEvents() < 20 && groups() > 0 ? List.of(Note.of("few-events", (long) totalEvents())) : List.of();
        };
    }

    @Override
    public final List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        value().ifPresent(value -> {
            steps.add(TrendSteps.calculation(
                    locale,
                    "step.overall",
                    "r̄ = Σx / Σn",
                    NumberText.shortest(totalEvents()) + " / " + NumberText.shortest(total()),
                    rate()));
            steps.add(TrendSteps.calculation(locale, "step.score", "U = Σ s·(x − n·r̄)", "", value));
        });
        test().ifPresent(test -> {
            steps.add(TrendSteps.calculation(locale, "step.score-variance", varianceFormula(), "", variance()));
            String numbers = NumberText.shortest(score()) + " / √" + NumberText.shortest(variance());
            TrendSteps.normal(steps, test, "z = U / √Var", numbers, locale);
        });
        TrendSteps.closing(steps, this, assumptions(), citation(), locale);
        return steps;
    }
}
