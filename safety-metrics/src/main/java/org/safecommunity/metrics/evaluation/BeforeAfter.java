package org.safecommunity.metrics.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.Design;

/**
 * Events of treated sites before and after a measure, beside sites without it. Immutable.
 *
 * <p>π is what the treated sites would have had after without the measure, λ what they had: θ = (λ/π)/(1 + V/π²),
 * V = Var(π), Var(θ) = θ²·(1/λ + V/π²)/(1 + V/π²)², limits on the scale of the logarithm. Three forms of π = r·Σ d·K with
 * d = person-time after over before:
 * naive, r = 1 and K the events before; with the comparison group, r = (N/T_N)/(M/T_M)/(1 + 1/M), M events before and N
 * after; empirical Bayes, K replaced by w·μ + (1 − w)·K with μ = T·exp(b) and w = 1/(1 + μ/φ) from a negative binomial
 * model of the comparison sites before, which takes out regression to the mean.
 * <p>Limits: the comparison sites would have changed as the treated ones; for empirical Bayes they are also what the treated
 * sites are like before they were chosen. μ and φ are taken as known.
 * <p>Checked against: the formulas of Hauer written out in R, with {@code MASS::glm.nb}.
 */
public final class BeforeAfter {
    private static final int FEW_SITES = 20;
    private static final double DIFFERENT = 1.1;

    private final List<Site> treated;
    private final List<Site> comparison;
    private final @Nullable CountModel reference;

    private BeforeAfter(List<Site> treated, List<Site> comparison) {
        this.treated = treated;
        this.comparison = comparison;
        this.reference = comparison.size() < 2
                ? null
                : CountModel.fit(
                        Design.builder(comparison.size()).intercept().build(),
                        CountData.of(values(comparison, Site::before), values(comparison, Site::timeBefore)),
                        CountFamily.NEGATIVE_BINOMIAL);
    }

    /**
     * A site.
     *
     * @param treated    whether it had the measure
     * @param before     events before, 0 or more
     * @param timeBefore person-time before, finite, greater than 0
     * @param after      events after, 0 or more
     * @param timeAfter  person-time after, finite, greater than 0
     */
    public record Site(boolean treated, long before, double timeBefore, long after, double timeAfter) {
        public Site {
            Checks.count(before, "before");
            Checks.positive(timeBefore, "timeBefore");
            Checks.count(after, "after");
            Checks.positive(timeAfter, "timeAfter");
        }
    }

    /**
     * Compares before and after.
     *
     * @param sites sites, one at least with the measure, not null
     * @throws IllegalArgumentException if no site has the measure
     */
    public static BeforeAfter of(List<Site> sites) {
        List<Site> treated = select(sites, Site::treated);
        if (treated.isEmpty()) {
            throw new IllegalArgumentException("sites must have one with the measure");
        }
        return new BeforeAfter(treated, select(sites, site -> !site.treated()));
    }

    private static List<Site> select(List<Site> sites, Predicate<Site> which) {
        return sites.stream().filter(which).toList();
    }

    private static double[] values(List<Site> sites, ToDoubleFunction<Site> of) {
        return sites.stream().mapToDouble(of).toArray();
    }

    private static double sum(List<Site> sites, ToDoubleFunction<Site> of) {
        return sites.stream().mapToDouble(of).sum();
    }

    /** Events of the treated sites before over what sites like them have, as the model of the comparison sites tells. */
    public OptionalDouble excessBefore() {
        double rate = rate(comparison, Site::before, Site::timeBefore);
        return rate > 0
                ? OptionalDouble.of(rate(treated, Site::before, Site::timeBefore) / rate)
                : OptionalDouble.empty();
    }

    private static double rate(List<Site> sites, ToDoubleFunction<Site> events, ToDoubleFunction<Site> time) {
        return sites.isEmpty() ? 0 : sum(sites, events) / sum(sites, time);
    }

    /**
     * The results: {@code before-after-naive}, {@code before-after-comparison} and {@code before-after-empirical-bayes} as
     * ratios of observed to expected events, then {@code events-averted} by the last of them that has an estimate.
     *
     * @param confidence level and side of the intervals, not null
     */
    public List<MetricResult> results(Confidence confidence) {
        requireNonNull(confidence, "confidence");
        List<MetricResult> results = new ArrayList<>();
        Expected naive = expected(new double[] {1, 0}, Optional.empty());
        results.add(BeforeAfterRatio.of("before-after-naive", naive, this, confidence, List.of(regression())));
        Optional<double[]> trend = trend();
        Expected last = naive;
        if (trend.isEmpty()) {
            results.add(absent("before-after-comparison"));
            results.add(absent("before-after-empirical-bayes"));
        } else {
            last = expected(trend.get(), Optional.empty());
            results.add(BeforeAfterRatio.of("before-after-comparison", last, this, confidence, List.of()));
            if (reference == null || reference.status() != Status.OK) {
                results.add(absent("before-after-empirical-bayes"));
            } else {
                last = expected(trend.get(), Optional.of(reference));
                results.add(
                        BeforeAfterRatio.of("before-after-empirical-bayes", last, this, confidence, referenceNotes()));
            }
        }
        results.add(new BeforeAfterAverted(last, sum(treated, Site::after), confidence));
        return results;
    }

    private AbsentResult absent(String statistic) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("treatedSites", (long) treated.size());
        inputs.put("comparisonSites", (long) comparison.size());
        boolean events = sum(comparison, Site::before) > 0 && sum(comparison, Site::after) > 0;
        return new AbsentResult(
                statistic,
                events ? Status.SINGLE_UNIT : Status.ZERO_REFERENCE,
                inputs,
                List.of(Note.of(events ? "before-after-one-site" : "before-after-no-comparison")));
    }

    /** r and its variance by the comparison group; empty where it has no events before or after. */
    private Optional<double[]> trend() {
        double before = sum(comparison, Site::before);
        double after = sum(comparison, Site::after);
        if (before == 0 || after == 0) {
            return Optional.empty();
        }
        double r = rate(comparison, Site::after, Site::timeAfter) / rate(comparison, Site::before, Site::timeBefore);
        double ratio = r / (1 + 1 / before);
        return Optional.of(new double[] {ratio, ratio * ratio * (1 / before + 1 / after)});
    }

    private Expected expected(double[] trend, Optional<CountModel> model) {
        double mean = 0;
        double variance = 0;
        double plain = 0;
        for (Site site : treated) {
            double scale = site.timeAfter() / site.timeBefore();
            double weight = 0;
            double before = site.before();
            if (model.isPresent()) {
                double usual = site.timeBefore() * Math.exp(model.get().coefficients()[0]);
                OptionalDouble theta = model.get().theta();
                weight = theta.isEmpty() ? 1 : 1 / (1 + usual / theta.getAsDouble());
                before = weight * usual + (1 - weight) * site.before();
            }
            plain += before;
            mean += scale * before;
            variance += scale * scale * (model.isPresent() ? 1 - weight : 1) * before;
        }
        double r = trend[0];
        return new Expected(plain, r, r * mean, r * r * variance + mean * mean * trend[1]);
    }

    /**
     * What the treated sites would have had after.
     *
     * @param before   events before, as they are taken
     * @param trend    r
     * @param mean     π
     * @param variance V
     */
    record Expected(double before, double trend, double mean, double variance) {}

    private Note regression() {
        OptionalDouble excess = excessBefore();
        String text = excess.isEmpty() ? "?" : NumberText.shortest(Math.round(excess.getAsDouble() * 100) / 100d);
        return excess.isPresent() && excess.getAsDouble() > DIFFERENT
                ? Note.of("before-after-regression", text)
                : Note.of("before-after-naive");
    }

    private List<Note> referenceNotes() {
        List<Note> notes = new ArrayList<>();
        if (comparison.size() < FEW_SITES) {
            notes.add(Note.of("before-after-few-sites", comparison.size(), FEW_SITES));
        }
        if (reference != null && reference.theta().isEmpty()) {
            notes.add(Note.of("before-after-no-spread"));
        }
        return notes;
    }

    /** Observed events of the treated sites before. */
    double before() {
        return sum(treated, Site::before);
    }

    /** Observed events of the treated sites after. */
    double after() {
        return sum(treated, Site::after);
    }

    /** What went in, for results. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("treatedBefore", (long) before());
        inputs.put("treatedAfter", (long) after());
        inputs.put("comparisonBefore", (long) sum(comparison, Site::before));
        inputs.put("comparisonAfter", (long) sum(comparison, Site::after));
        inputs.put("treatedSites", (long) treated.size());
        inputs.put("comparisonSites", (long) comparison.size());
        return inputs;
    }
}
