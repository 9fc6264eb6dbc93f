package org.safecommunity.metrics.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.regression.Dispersion;
import org.safecommunity.metrics.regression.Effect;
import org.safecommunity.metrics.regression.EffectScale;
import org.safecommunity.metrics.series.AnnotatedSeries;
import org.safecommunity.metrics.series.EventSeries;
import org.safecommunity.metrics.series.SeriesPoint;

/**
 * Interrupted time series: a series of rates against its own course before a measure. Immutable.
 *
 * <p>ln E(y) = ln n + b0 + b1·t + b2·[t ≥ T] + b3·max(0, t − T) and, with a season, a factor of the place in the season;
 * level change exp(b2), slope change exp(b3), baseline trend exp(b1), all rate ratios. Intervals and tests go by the normal
 * distribution, for quasi-Poisson by t on the residual degrees of freedom.
 * <p>Limits: the start T is known, nothing else changed then, cases are defined and found as before, and the course before
 * T would have gone on. With fewer than eight times on either side the result is marked as descriptive, with three or
 * fewer the events averted as unreliable; with fewer than two there is none. Times are in order; a gap keeps its length in t.
 * <p>Checked against: R {@code glm}, {@code MASS::glm.nb}, {@code sandwich}.
 *
 * @see <a href="https://doi.org/10.1093/ije/dyw098">Bernal, Cummins &amp; Gasparrini 2017, Int J Epidemiol 46:348–355</a>
 */
public final class InterruptedSeries {
    private static final String TIME = "time";
    private static final String LEVEL = "level";
    private static final String SLOPE = "slope";
    private static final int FEW = 8;
    private static final int FEWEST = 2;
    private static final int EDGE = 3;
    private static final double DOUBT = 0.05;

    private final double[] times;
    private final Intervention intervention;
    private final boolean[] usable;
    private final CountFamily family;
    private final @Nullable CountModel model;

    private InterruptedSeries(
            double[] times,
            Intervention intervention,
            boolean[] usable,
            CountFamily family,
            @Nullable CountModel model) {
        this.times = times;
        this.intervention = intervention;
        this.usable = usable;
        this.family = family;
        this.model = model;
    }

    /**
     * When a measure began, and the season of the series.
     *
     * @param at           first time T with the measure, finite
     * @param seasonLength times in a season, e.g. 12 for months; 0 for no season
     */
    public record Intervention(double at, int seasonLength) {
        public Intervention {
            if (!Double.isFinite(at)) {
                throw new IllegalArgumentException("at must be finite, was " + NumberText.shortest(at));
            }
            if (seasonLength < 0 || seasonLength == 1) {
                throw new IllegalArgumentException("seasonLength must be 0, or 2 or more, was " + seasonLength);
            }
        }
    }

    /**
     * Fits the model.
     *
     * @param times        time of each count, finite, rising, in periods: one more for each period that follows; whole
     *     numbers where there is a season
     * @param data         counts with person-time, not null
     * @param intervention when the measure began, not null
     * @param family       how the counts vary, not null
     * @throws IllegalArgumentException if times and counts differ in number, times do not rise, a time is not whole though
     *     there is a season, or a count is not whole in a family other than quasi-Poisson
     * @throws org.safecommunity.metrics.regression.DependentColumnsException if the season cannot be told from the change
     */
    public static InterruptedSeries of(double[] times, CountData data, Intervention intervention, CountFamily family) {
        requireNonNull(intervention, "intervention");
        requireNonNull(family, "family");
        check(times, data, intervention);
        boolean[] usable = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            usable[i] = data.personTime(i) > 0 && data.weight(i) > 0;
        }
        InterruptedSeries empty = new InterruptedSeries(times.clone(), intervention, usable, family, null);
        if (empty.before() < FEWEST || empty.after() < FEWEST) {
            return empty;
        }
        CountModel model = CountModel.fit(design(times, intervention), data, family);
        return new InterruptedSeries(times.clone(), intervention, usable, family, model);
    }

    /** Fits the model to a series; see {@link #of(double[], CountData, Intervention, CountFamily)}. */
    public static InterruptedSeries of(EventSeries series, Intervention intervention, CountFamily family) {
        return of(series.times(), series.counts(), intervention, family);
    }

    private static void check(double[] times, CountData data, Intervention intervention) {
        if (times.length != data.size()) {
            throw new IllegalArgumentException(
                    "times must have one value for each of the " + data.size() + " counts, was " + times.length);
        }
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || (i > 0 && times[i] <= times[i - 1])) {
                throw new IllegalArgumentException(
                        "times[" + i + "] must be finite and rise, was " + NumberText.shortest(times[i]));
            }
            if (intervention.seasonLength() > 0 && times[i] != Math.rint(times[i])) {
                throw new IllegalArgumentException(
                        "times[" + i + "] must be whole for a season, was " + NumberText.shortest(times[i]));
            }
        }
    }

    private static Design design(double[] times, Intervention intervention) {
        double at = intervention.at();
        Design.Builder builder = Design.builder(times.length)
                .intercept()
                .numeric(TIME, map(times, t -> t - times[0] + 1))
                .numeric(LEVEL, map(times, t -> t >= at ? 1 : 0))
                .numeric(SLOPE, map(times, t -> Math.max(0, t - at)));
        int length = intervention.seasonLength();
        if (length > 0) {
            List<String> seasons = Arrays.stream(times)
                    .mapToObj(t -> String.valueOf(Math.floorMod((long) t, (long) length) + 1))
                    .toList();
            builder.factor("season", seasons, seasons.get(0));
        }
        return builder.build();
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).toArray();
    }

    /** Times with person-time before the measure. */
    public int before() {
        return (int) IntStream.range(0, times.length)
                .filter(i -> usable[i] && times[i] < intervention.at())
                .count();
    }

    /** Times with person-time from the measure on. */
    public int after() {
        return (int) IntStream.range(0, times.length)
                .filter(i -> usable[i] && times[i] >= intervention.at())
                .count();
    }

    /** Whether the measure begins within the first or the last three times. */
    private boolean edge() {
        return before() <= EDGE || after() <= EDGE;
    }

    /** The model; empty with fewer than two times on a side. */
    public Optional<CountModel> model() {
        return Optional.ofNullable(model);
    }

    /**
     * The results: {@code level-change}, {@code slope-change} and {@code baseline-trend} as rate ratios with interval and
     * test, {@code dispersion}, {@code autocorrelation} of the residuals where they are not all 0, {@code events-averted}.
     *
     * @param form       form of the covariance, not null
     * @param confidence level and side of the intervals, not null
     */
    public List<MetricResult> results(CovarianceForm form, Confidence confidence) {
        if (model == null) {
            return absent();
        }
        List<MetricResult> results = new ArrayList<>();
        Optional<ResidualCorrelation> correlation = ResidualCorrelation.of(model, intervention.seasonLength());
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("pointsBefore", (long) before());
        sides.put("pointsAfter", (long) after());
        results.add(ratio("level-change", LEVEL, form, confidence).with(sides, doubts(form, correlation)));
        results.add(ratio("slope-change", SLOPE, form, confidence));
        results.add(ratio("baseline-trend", TIME, form, confidence));
        results.add(Dispersion.of(model));
        correlation.ifPresent(results::add);
        results.add(averted(form, confidence));
        return results;
    }

    /** Events averted from the measure on. */
    public MetricResult averted(CovarianceForm form, Confidence confidence) {
        if (model == null) {
            return absent().get(absent().size() - 1);
        }
        return EventsAverted.of(model, List.of(LEVEL, SLOPE), form, confidence, edge());
    }

    private Effect ratio(String statistic, String column, CovarianceForm form, Confidence confidence) {
        Effect.Subject subject = new Effect.Subject(statistic, Map.of(), "");
        return Effect.of(
                subject, EffectScale.RATIO, requireNonNull(model, "model").combination(column, form), confidence);
    }

    /** The assumptions that the data break. */
    private List<Note> doubts(CovarianceForm form, Optional<ResidualCorrelation> correlation) {
        List<Note> notes = new ArrayList<>();
        if (before() < FEW || after() < FEW) {
            notes.add(Note.of("interrupt-descriptive", before(), after(), FEW));
        }
        if (edge()) {
            notes.add(Note.of("interrupt-edge", before(), after()));
        }
        boolean robust = !(form instanceof CovarianceForm.Model);
        CountModel fit = requireNonNull(model, "model");
        if (fit.status() == Status.OK && family == CountFamily.POISSON && !robust) {
            Dispersion.of(fit)
                    .test()
                    .filter(test -> test.pValue() < DOUBT)
                    .ifPresent(test -> notes.add(Note.of(
                            "interrupt-overdispersed", fixed(fit.dispersion().getAsDouble()), fixed(test.pValue()))));
        }
        if (!(form instanceof CovarianceForm.NeweyWest)) {
            correlation
                    .filter(result -> result.pValue() < DOUBT)
                    .ifPresent(result -> notes.add(Note.of(
                            "interrupt-autocorrelated", fixed(result.value().getAsDouble()), fixed(result.pValue()))));
        }
        return notes;
    }

    private static String fixed(double value) {
        return value != 0 && Math.abs(value) < 1e-4
                ? String.format(java.util.Locale.ROOT, "%.1e", value)
                : String.format(java.util.Locale.ROOT, "%.4f", value);
    }

    private List<MetricResult> absent() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) times.length);
        inputs.put("at", intervention.at());
        inputs.put("model", family.label());
        List<Note> notes = List.of(Note.of("interrupt-too-few", before(), after(), FEWEST));
        List<MetricResult> results = new ArrayList<>();
        for (String statistic :
                List.of("level-change", "slope-change", "baseline-trend", "dispersion", "events-averted")) {
            results.add(
                    new AbsentResult(statistic, Status.EMPTY_DOMAIN, inputs, results.isEmpty() ? notes : List.of()));
        }
        return results;
    }

    /** Mean of each time by the model, in the order given; NaN is never there: empty where the time was left out. */
    public List<Optional<Course>> course() {
        List<Optional<Course>> course = new ArrayList<>();
        double[] fitted = model != null && model.status() == Status.OK ? model.fitted() : new double[0];
        int row = 0;
        for (boolean fit : usable) {
            if (!fit || fitted.length == 0) {
                course.add(Optional.empty());
            } else {
                double expected =
                        EventsAverted.counterfactual(requireNonNull(model, "model"), row, List.of(LEVEL, SLOPE));
                course.add(Optional.of(new Course(fitted[row++], expected)));
            }
        }
        return course;
    }

    /**
     * A series with the course that the model expects without the measure, in events; the first time with it has the signal
     * {@code intervention}.
     *
     * @param series the series that was fitted, not null
     * @throws IllegalArgumentException if its times are not those of the model
     */
    public AnnotatedSeries annotate(EventSeries series) {
        if (!Arrays.equals(series.times(), times)) {
            throw new IllegalArgumentException("series must be the one that was fitted: its times differ");
        }
        List<Optional<Course>> course = course();
        return AnnotatedSeries.of(series, i -> {
            boolean first = times[i] >= intervention.at() && (i == 0 || times[i - 1] < intervention.at());
            return new SeriesPoint(
                    series.label(i),
                    series.time(i),
                    usable[i] ? OptionalDouble.of(series.events(i)) : OptionalDouble.empty(),
                    course.get(i).map(c -> OptionalDouble.of(c.expected())).orElse(OptionalDouble.empty()),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    first ? List.of("intervention") : List.of());
        });
    }

    /**
     * What the model says about a time.
     *
     * @param fitted   mean with the measure, in events
     * @param expected mean without the measure, in events; the same before it
     */
    public record Course(double fitted, double expected) {}
}
