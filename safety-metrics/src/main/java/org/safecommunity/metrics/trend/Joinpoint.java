package org.safecommunity.metrics.trend;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Effect;
import org.safecommunity.metrics.regression.EffectScale;
import org.safecommunity.metrics.regression.LinearCombination;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;
import org.safecommunity.metrics.series.SeriesPoint;

/**
 * Joinpoint regression: ln rate = a + b·t + Σ d·(t − τ)⁺, the joinpoints τ searched on the observed times. Immutable.
 *
 * <p>For each number k of joinpoints every placement with two observations or more before the first, after the last and
 * between two joinpoints is fitted; the best has the smallest deviance (residual sum of squares for least squares), the
 * earlier one of two that are equal. The number is chosen by a {@link JoinpointSelection}; BIC is
 * D + 2(k + 1)·ln n, with n·ln(D/n) in place of D where the variance has a scale of its own (least squares,
 * quasi-Poisson), as NCI Joinpoint has it.
 * Annual percent change of a segment 100·(exp(slope) − 1); average of all segments with their lengths as weights on the
 * scale of the slopes. Their intervals take the joinpoints as known.
 * <p>Limits: at most 0, 1, 2, 3, 4, 5 joinpoints with up to 6, 11, 16, 21, 26 and more observations, as NCI Joinpoint has it.
 * <p>Checked against: a grid search by R {@code glm} and {@code lm}.
 *
 * @see <a href="https://surveillance.cancer.gov/help/joinpoint">NCI Joinpoint; Kim et al. 2000, Stat Med 19:335–351</a>
 */
public final class Joinpoint {
    private static final double MOST_PLACEMENTS = 50_000;
    private static final int SMALLEST_FOR_ONE = 7;
    private static final int EACH_FURTHER = 5;
    private static final int MOST_JOINPOINTS = 5;

    private final JoinpointChoice choice;
    private final JoinpointFit chosen;
    private final List<Note> notes;

    private Joinpoint(JoinpointChoice choice, List<Note> notes) {
        this.choice = choice;
        this.chosen = choice.chosen();
        this.notes = notes;
    }

    /** How the logarithm of the rate is fitted. */
    public enum Model {
        /** Counts vary as Poisson. */
        POISSON,
        /** Counts vary as Poisson times a dispersion; t intervals. */
        QUASI_POISSON,
        /** Least squares of the logarithm of the rate, weighted by the events; t intervals. */
        LOG_LINEAR;

        /** Kebab-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Finds the joinpoints, their number by BIC; see {@link #of(double[], CountData, Model, int, JoinpointSelection)}. */
    public static Joinpoint of(double[] times, CountData data, Model model, int maxJoinpoints) {
        return of(times, data, model, maxJoinpoints, JoinpointSelection.BIC);
    }

    /**
     * Finds the joinpoints.
     *
     * @param times         time of each count in years, finite, rising
     * @param data          counts with person-time greater than 0, not null
     * @param model         how they are fitted, not null
     * @param maxJoinpoints most joinpoints, 0 or more; lowered, with a note, where the series is too short
     * @param selection     how their number is chosen, not null
     * @throws IllegalArgumentException if times and counts differ in number, there are fewer than 3, the times do not rise,
     *     person-time is 0, maxJoinpoints is negative, there is a count of 0 with the log-linear model, or there are more
     *     than 50000 placements to fit
     */
    public static Joinpoint of(
            double[] times, CountData data, Model model, int maxJoinpoints, JoinpointSelection selection) {
        requireNonNull(model, "model");
        requireNonNull(selection, "selection");
        check(times, data, model, maxJoinpoints);
        int most = Math.min(maxJoinpoints, most(times.length));
        double work = 0;
        for (int k = 1; k <= most; k++) {
            work += placements(times.length, k);
        }
        if (work > MOST_PLACEMENTS) {
            throw new IllegalArgumentException("maxJoinpoints must leave at most 50000 placements to fit, was " + most
                    + " with " + times.length + " observations");
        }
        List<Note> notes = most < maxJoinpoints
                ? List.of(Note.of("joinpoints-lowered", times.length, most, maxJoinpoints))
                : List.of();
        return new Joinpoint(JoinpointChoice.of(times, data, model, most, selection), notes);
    }

    /** Finds the joinpoints of a series; see {@link #of(double[], CountData, Model, int, JoinpointSelection)}. */
    public static Joinpoint of(EventSeries series, Model model, int maxJoinpoints, JoinpointSelection selection) {
        return of(series.times(), series.counts(), model, maxJoinpoints, selection);
    }

    /**
     * A series with the rates of the model; those at a joinpoint have the signal {@code joinpoint}.
     *
     * @param series the series that was fitted, not null
     * @throws IllegalArgumentException if its number of points differs
     */
    public AnnotatedSeries annotate(EventSeries series) {
        List<Double> means = fitted();
        TrendSteps.sameSize(series.size(), chosen.means().length, "series", "fitted points");
        return AnnotatedSeries.of(
                series,
                i -> new SeriesPoint(
                        series.label(i),
                        series.time(i),
                        series.rate(i),
                        means.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(means.get(i) / series.denominator(i)),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        locations().contains(series.time(i)) ? List.of("joinpoint") : List.of()));
    }

    private static void check(double[] times, CountData data, Model model, int maxJoinpoints) {
        TrendSteps.sameSize(times.length, data.size(), "times", "counts");
        if (times.length < 3) {
            throw new IllegalArgumentException("times must have 3 values or more, was " + times.length);
        }
        if (maxJoinpoints < 0) {
            throw new IllegalArgumentException("maxJoinpoints must be 0 or more, was " + maxJoinpoints);
        }
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || (i > 0 && times[i] <= times[i - 1])) {
                throw new IllegalArgumentException(
                        "times[" + i + "] must be finite and rise, was " + NumberText.shortest(times[i]));
            }
            if (data.personTime(i) == 0) {
                throw new IllegalArgumentException("personTime[" + i + "] must be greater than 0, was 0");
            }
            if (model == Model.LOG_LINEAR && data.events(i) == 0) {
                throw new IllegalArgumentException(
                        "events[" + i + "] must be greater than 0 for the log-linear model, was 0");
            }
        }
    }

    /** Most joinpoints of a series of a length. */
    private static int most(int n) {
        return n < SMALLEST_FOR_ONE ? 0 : Math.min(MOST_JOINPOINTS, (n - SMALLEST_FOR_ONE) / EACH_FURTHER + 1);
    }

    /** Placements of k joinpoints: k of n − 4 − 2(k − 1) places. */
    private static double placements(int n, int k) {
        int places = n - 4 - 2 * (k - 1);
        return IntStream.range(0, k).mapToDouble(i -> (places - i) / (i + 1d)).reduce(1, (a, b) -> a * b);
    }

    /** Times of the joinpoints, in order. */
    public List<Double> locations() {
        return chosen.locations();
    }

    /** Deviance, or the weighted residual sum of squares of the log-linear model. */
    public double deviance() {
        return chosen.deviance();
    }

    /**
     * The results: each {@code joinpoint} with its interval (the places whose profile does not fit significantly worse), the
     * {@code annual-percent-change} of each segment, the
     * {@code average-annual-percent-change}, and how their number was chosen ({@code joinpoint-number}).
     *
     * @param confidence level and side of the intervals, not null
     */
    public List<MetricResult> results(Confidence confidence) {
        List<MetricResult> results = new ArrayList<>();
        List<Double> at = locations();
        for (int k = 0; k < at.size(); k++) {
            results.add(new JoinpointLocation(chosen, k, confidence, notes));
        }
        for (int segment = 0; segment <= at.size(); segment++) {
            Effect.Subject subject = new Effect.Subject(
                    "annual-percent-change",
                    Map.of(
                            "segment",
                            NumberText.shortest(chosen.edge(segment)) + "-"
                                    + NumberText.shortest(chosen.edge(segment + 1))),
                    "percent per year");
            results.add(Effect.of(subject, EffectScale.PERCENT_CHANGE, slope(segment), confidence));
        }
        Effect.Subject average = new Effect.Subject("average-annual-percent-change", Map.of(), "percent per year");
        results.add(Effect.of(average, EffectScale.PERCENT_CHANGE, averageSlope(), confidence));
        results.add(new JoinpointNumber(choice, List.of()));
        return results;
    }

    /** Fitted mean of each count, in the order given; empty without estimates. */
    public List<Double> fitted() {
        return chosen.status() == Status.OK
                ? java.util.Arrays.stream(chosen.means()).boxed().toList()
                : List.of();
    }

    /** What a careful reader should know. */
    public List<Note> notes() {
        return notes;
    }

    /** Slope of a segment, from 0: b and the changes at the joinpoints before it. */
    public LinearCombination slope(int segment) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(JoinpointFit.TIME, 1d);
        for (int k = 0; k < segment; k++) {
            weights.put(chosen.column(k), 1d);
        }
        return chosen.model().combination(weights, CovarianceForm.model());
    }

    /** Mean of the slopes, weighted by the lengths of their segments. */
    public LinearCombination averageSlope() {
        double first = chosen.edge(0);
        double last = chosen.edge(locations().size() + 1);
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(JoinpointFit.TIME, 1d);
        for (int k = 0; k < locations().size(); k++) {
            weights.put(chosen.column(k), (last - locations().get(k)) / (last - first));
        }
        return chosen.model().combination(weights, CovarianceForm.model());
    }
}
