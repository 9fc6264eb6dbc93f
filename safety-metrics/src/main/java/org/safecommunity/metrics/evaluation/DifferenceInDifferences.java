package org.safecommunity.metrics.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.regression.Effect;
import org.safecommunity.metrics.regression.EffectScale;

/**
 * Difference-in-differences of rates: the change of a rate where a measure was taken over its change where it was not.
 * Immutable.
 *
 * <p>ln E(y) = ln n + b0 + b1·treated + b2·after + b3·treated·after; the value is exp(b3), the ratio of the two rate ratios.
 * With one row for each of the four cells and Poisson, SE² = Σ 1/y. With clusters the covariance is robust to correlation
 * inside them, with t on clusters − 1.
 * <p>Limits: without the measure both groups would have changed by the same factor (parallel trends on the log scale). A cell
 * without events has no estimate.
 * <p>Checked against: R {@code glm}, {@code MASS::glm.nb}, {@code sandwich::vcovCL}.
 */
public final class DifferenceInDifferences {
    private static final String TREATED = "treated";
    private static final String AFTER = "after";
    private static final int FEW_CLUSTERS = 30;

    private final List<Observation> observations;
    private final CountFamily family;
    private final @Nullable CountModel model;
    private final List<String> emptyCells;

    private DifferenceInDifferences(
            List<Observation> observations, CountFamily family, @Nullable CountModel model, List<String> emptyCells) {
        this.observations = observations;
        this.family = family;
        this.model = model;
        this.emptyCells = emptyCells;
    }

    /**
     * A count of one group in one period.
     *
     * @param treated    whether of the group with the measure
     * @param after      whether of the time with the measure
     * @param cluster    area or other unit whose rows go together; empty for none
     * @param events     events, from 0 to 2^53
     * @param personTime person-time, finite, 0 or more
     */
    public record Observation(boolean treated, boolean after, String cluster, long events, double personTime) {
        public Observation {
            requireNonNull(cluster, "cluster");
            Checks.count(events, "events");
            Checks.notNegative(personTime, "personTime");
        }
    }

    /**
     * Fits the model.
     *
     * @param observations counts, one at least; a cell without a row or without person-time leaves no estimate, not null
     * @param family       how the counts vary, not null
     * @throws IllegalArgumentException if there is no observation, or there are events without person-time
     */
    public static DifferenceInDifferences of(List<Observation> observations, CountFamily family) {
        requireNonNull(family, "family");
        List<Observation> rows = List.copyOf(observations);
        CountData data =
                CountData.of(values(rows, row -> (double) row.events()), values(rows, Observation::personTime));
        List<String> empty = new ArrayList<>();
        for (boolean treated : new boolean[] {true, false}) {
            for (boolean after : new boolean[] {true, false}) {
                if (cell(rows, treated, after).stream().noneMatch(row -> row.personTime() > 0)) {
                    empty.add((treated ? "treated" : "comparison") + " × " + (after ? "after" : "before"));
                }
            }
        }
        if (!empty.isEmpty()) {
            return new DifferenceInDifferences(rows, family, null, empty);
        }
        Design design = Design.builder(rows.size())
                .intercept()
                .numeric(TREATED, values(rows, row -> row.treated() ? 1 : 0))
                .numeric(AFTER, values(rows, row -> row.after() ? 1 : 0))
                .interaction(TREATED, AFTER)
                .build();
        return new DifferenceInDifferences(rows, family, CountModel.fit(design, data, family), List.of());
    }

    private static List<Observation> cell(List<Observation> rows, boolean treated, boolean after) {
        return rows.stream()
                .filter(row -> row.treated() == treated && row.after() == after)
                .toList();
    }

    private static double[] values(List<Observation> rows, ToDoubleFunction<Observation> of) {
        return rows.stream().mapToDouble(of).toArray();
    }

    /** Events of a cell. */
    public long events(boolean treated, boolean after) {
        return cell(observations, treated, after).stream()
                .mapToLong(Observation::events)
                .sum();
    }

    /** Person-time of a cell. */
    public double personTime(boolean treated, boolean after) {
        return cell(observations, treated, after).stream()
                .mapToDouble(Observation::personTime)
                .sum();
    }

    /** The model; empty when a cell has no row or no person-time. */
    public Optional<CountModel> model() {
        return Optional.ofNullable(model);
    }

    /**
     * The ratio of the two rate ratios with its interval and test.
     *
     * @param confidence level and side of the interval, not null
     */
    public MetricResult result(Confidence confidence) {
        if (model == null) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("points", (long) observations.size());
            inputs.put("model", family.label());
            return new AbsentResult(
                    "difference-in-differences",
                    Status.NO_PERSON_TIME,
                    inputs,
                    List.of(Note.of("did-empty-cell", String.join(", ", emptyCells))));
        }
        Effect.Subject subject = new Effect.Subject("difference-in-differences", Map.of(), "");
        return Effect.of(subject, EffectScale.RATIO, model.combination(TREATED + ":" + AFTER, form()), confidence)
                .with(details(), notes());
    }

    private long clusters() {
        return observations.stream().map(Observation::cluster).distinct().count();
    }

    private CovarianceForm form() {
        return clusters() < 2
                ? CovarianceForm.model()
                : CovarianceForm.clustered(
                        observations.stream().map(Observation::cluster).toList());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        ratio(true).ifPresent(ratio -> details.put("treatedRatio", ratio));
        ratio(false).ifPresent(ratio -> details.put("comparisonRatio", ratio));
        if (clusters() > 1) {
            details.put("clusters", clusters());
        }
        return details;
    }

    /** Rate after over rate before. */
    private Optional<Double> ratio(boolean treated) {
        double ratio = events(treated, true)
                / personTime(treated, true)
                / (events(treated, false) / personTime(treated, false));
        return Double.isFinite(ratio) ? Optional.of(ratio) : Optional.empty();
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (clusters() > 1 && clusters() < FEW_CLUSTERS) {
            notes.add(Note.of("few-clusters", clusters(), FEW_CLUSTERS));
        }
        return notes;
    }
}
