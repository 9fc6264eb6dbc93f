package org.safecommunity.metrics.capture;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;

/**
 * Size of a population from two incomplete lists of it (capture–recapture). Immutable.
 *
 * <p>N = (n₁ + 1)(n₂ + 1)/(m + 1) − 1 = M + f₀ with M = n₁ + n₂ − m distinct members seen and f₀ = (n₁ − m)(n₂ − m)/(m + 1)
 * unseen; Var = (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m)/((m + 1)²(m + 2)). Interval log-normal on the unseen part: M + f₀/C to
 * M + f₀·C, C = exp(z·√ln(1 + Var/f₀²)); it never falls below the members seen. N and Var are unbiased when n₁ + n₂ is at
 * least the population.
 *
 * <p>Limits: a closed population, perfect linkage, and lists that are independent of one another; two lists cannot test
 * the last. With positive dependence N is too low. Without a match the formula still gives a number: it is given with the
 * status {@code unreliable} and is a lower bound at best. An empty list leaves no estimate ({@code empty-domain}).
 *
 * <p>Source: Chapman 1951; Seber 1982; Hook &amp; Regal 1995, Epidemiologic Reviews 17, 243–264.
 */
public final class ChapmanEstimate implements MetricResult {
    /** Name of the interval method. */
    public static final String INTERVAL = "log-normal";

    private static final String SOURCE = "Chapman 1951, University of California Publications in Statistics 1:131–160;"
            + " Seber 1982, The Estimation of Animal Abundance, 2nd ed.";

    private final long first;
    private final long second;
    private final long both;
    private final Confidence confidence;
    private final Status status;
    private final double seen;
    private final double unseen;
    private final double variance;

    private ChapmanEstimate(long first, long second, long both, Confidence confidence) {
        this.first = first;
        this.second = second;
        this.both = both;
        this.confidence = confidence;
        this.status = first == 0 || second == 0 ? Status.EMPTY_DOMAIN : both == 0 ? Status.UNRELIABLE : Status.OK;
        double onlyFirst = first - both;
        double onlySecond = second - both;
        this.seen = onlyFirst + second;
        this.unseen = onlyFirst * onlySecond / (both + 1d);
        this.variance = unseen * ((first + 1d) / (both + 1d)) * ((second + 1d) / (both + 2d));
    }

    /**
     * Estimates the size of the population.
     *
     * @param first      members on the first list n₁, from 0 to 2^53, those on both included
     * @param second     members on the second list n₂, from 0 to 2^53, those on both included
     * @param both       members on both lists m, at most the smaller list
     * @param confidence level and side of the interval, not null
     * @return the estimate in members; no estimate when a list is empty
     * @throws IllegalArgumentException if a count is negative or above 2^53, or both exceeds a list
     */
    public static ChapmanEstimate of(long first, long second, long both, Confidence confidence) {
        Checks.count(first, "first");
        Checks.count(second, "second");
        Checks.count(both, "both");
        if (both > Math.min(first, second)) {
            throw new IllegalArgumentException(
                    "both must not exceed first or second, was " + both + " of " + first + " and " + second);
        }
        return new ChapmanEstimate(first, second, both, requireNonNull(confidence, "confidence"));
    }

    @Override
    public String statistic() {
        return "chapman-estimate";
    }

    @Override
    public OptionalDouble value() {
        return estimable() ? OptionalDouble.of(seen + unseen) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble standardError() {
        return estimable() ? OptionalDouble.of(Math.sqrt(variance)) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        if (!estimable()) {
            return Optional.empty();
        }
        double factor = factor();
        double lower = seen + (confidence.hasLower() ? unseen / factor : 0);
        double upper = confidence.hasUpper() ? seen + unseen * factor : Double.POSITIVE_INFINITY;
        return Optional.of(new Interval(INTERVAL, confidence.level(), lower, upper));
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("first", first);
        inputs.put("second", second);
        inputs.put("both", both);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("seen", (long) seen);
        if (estimable()) {
            double total = seen + unseen;
            details.put("unseen", unseen);
            if (both > 0) {
                details.put("lincolnPetersen", (double) first / both * second);
            }
            details.put("completenessFirst", first / total);
            details.put("completenessSecond", second / total);
            details.put("completenessTogether", seen / total);
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (estimable()) {
            if (both == 0) {
                notes.add(Note.of("no-matches"));
            }
            if (unseen == 0) {
                notes.add(Note.of("nested-lists"));
            }
            notes.add(Note.of("lists-independent"));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        String m1 = num(both + 1d);
        working.step("capture-seen", "M = n₁ + n₂ − m", num(first) + " + " + num(second) + " − " + num(both), seen);
        if (estimable()) {
            String cross = "(" + num(first) + " − " + num(both) + ") × (" + num(second) + " − " + num(both) + ")";
            working.step("capture-unseen", "f₀ = (n₁ − m)(n₂ − m) / (m + 1)", cross + " / " + m1, unseen);
            working.step(
                    "capture-total",
                    "N = (n₁ + 1)(n₂ + 1) / (m + 1) − 1 = M + f₀",
                    num(seen) + " + " + num(unseen),
                    seen + unseen);
            working.step(
                    "standard-error",
                    "√((n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m) / ((m + 1)²(m + 2)))",
                    "√(" + num(first + 1d) + " × " + num(second + 1d) + " × " + cross + " / (" + m1 + "² × "
                            + num(both + 2d) + "))",
                    Math.sqrt(variance));
            explainInterval(working);
            working.step(
                    "capture-completeness", "n₁ / N", num(first) + " / " + num(seen + unseen), first / (seen + unseen));
            working.step(
                    "capture-completeness",
                    "n₂ / N",
                    num(second) + " / " + num(seen + unseen),
                    second / (seen + unseen));
        }
        return working.status(status).end("capture", SOURCE);
    }

    private void explainInterval(Working working) {
        String c = num(factor());
        working.z(confidence);
        if (unseen > 0) {
            working.step(
                    "capture-factor",
                    "C = exp(z·√ln(1 + Var/f₀²))",
                    "exp(" + num(confidence.z()) + "·√ln(1 + " + num(variance) + "/" + num(unseen) + "²))",
                    factor());
        }
        interval().ifPresent(limits -> {
            if (confidence.hasLower()) {
                working.step("lower-limit", "M + f₀/C", num(seen) + " + " + num(unseen) + "/" + c, limits.lower());
            }
            if (confidence.hasUpper()) {
                working.step("upper-limit", "M + f₀·C", num(seen) + " + " + num(unseen) + "·" + c, limits.upper());
            }
        });
    }

    private boolean estimable() {
        return status != Status.EMPTY_DOMAIN;
    }

    /** C of the log-normal interval; 1 when nothing is unseen. */
    private double factor() {
        return unseen == 0 ? 1 : Math.exp(confidence.z() * Math.sqrt(Math.log1p(variance / unseen / unseen)));
    }
}
