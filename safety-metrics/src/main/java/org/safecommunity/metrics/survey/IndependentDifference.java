package org.safecommunity.metrics.survey;

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
 * Difference of two estimates from samples drawn independently of one another. Immutable.
 *
 * <p>d = θ₁ − θ₀, V = V₁ + V₀, degrees of freedom (V₁ + V₀)²/(V₁²/ν₁ + V₀²/ν₀), limits d ∓ t·√V. A share of 0 or 1 counts with a variance
 * of 0. Limits: two rounds in the same clusters are not independent; take them as domains of one design. Checked against: R {@code qt},
 * {@code pt}.
 *
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946), Biometrics Bull. 2, 110–114</a>
 */
public final class IndependentDifference implements MetricResult {
    private static final String SOURCE = "Satterthwaite 1946, Biometrics Bulletin 2:110–114";

    private final SurveyEstimate after;
    private final SurveyEstimate before;
    private final Confidence confidence;
    private final Status status;
    private final double variance;
    private final double df;

    private IndependentDifference(SurveyEstimate after, SurveyEstimate before, Confidence confidence) {
        this.after = after;
        this.before = before;
        this.confidence = confidence;
        double first = variance(after);
        double second = variance(before);
        this.variance = first + second;
        this.df = variance > 0
                ? variance * variance / (part(first, after) + part(second, before))
                : Math.min(df(after), df(before));
        this.status = statusOf();
    }

    /**
     * The difference after − before.
     *
     * @param after      the later estimate, not null
     * @param before     the earlier estimate of the same kind, not null
     * @param confidence level and side, not null
     */
    public static IndependentDifference of(SurveyEstimate after, SurveyEstimate before, Confidence confidence) {
        return new IndependentDifference(
                requireNonNull(after, "after"),
                requireNonNull(before, "before"),
                requireNonNull(confidence, "confidence"));
    }

    private Status statusOf() {
        for (SurveyEstimate one : List.of(after, before)) {
            if (!one.status().hasValue() || one.status() == Status.SINGLE_UNIT || one.status() == Status.SINGLE_PSU) {
                return one.status();
            }
        }
        return df > 0 ? Status.OK : Status.NO_DF;
    }

    private static double variance(SurveyEstimate one) {
        double error = one.standardError().orElse(0);
        return error * error;
    }

    private static double df(SurveyEstimate one) {
        return one.details().get("df") instanceof Double value ? value : 0;
    }

    private static double part(double variance, SurveyEstimate one) {
        return variance == 0 ? 0 : variance * variance / df(one);
    }

    @Override
    public String statistic() {
        return "difference";
    }

    @Override
    public OptionalDouble value() {
        return status.hasValue()
                ? OptionalDouble.of(after.value().orElseThrow() - before.value().orElseThrow())
                : OptionalDouble.empty();
    }

    private boolean hasError() {
        return status == Status.OK || status == Status.NO_DF;
    }

    @Override
    public OptionalDouble standardError() {
        return hasError() ? OptionalDouble.of(Math.sqrt(variance)) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        if (status != Status.OK || variance == 0) {
            return Optional.empty();
        }
        double value = value().orElseThrow();
        double half = Quantiles.t(confidence, df) * Math.sqrt(variance);
        return Optional.of(new Interval(
                "t",
                confidence.level(),
                confidence.hasLower() ? value - half : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? value + half : Double.POSITIVE_INFINITY));
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (status != Status.OK || variance == 0) {
            return Optional.empty();
        }
        double t = value().orElseThrow() / Math.sqrt(variance);
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        return Optional.of(new HypothesisTest("t", t, List.of(df), p));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(after.n().orElse(0) + before.n().orElse(0));
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", List.of(after.n().orElse(0), before.n().orElse(0)));
        if (status.hasValue()) {
            inputs.put(
                    "estimates",
                    List.of(after.value().orElseThrow(), before.value().orElseThrow()));
            inputs.put("variances", List.of(variance(after), variance(before)));
        }
        inputs.put("degreesOfFreedom", List.of(df(after), df(before)));
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (status == Status.OK) {
            details.put("df", df);
        }
        PublicationOfEstimate publish = PublicationOfEstimate.ofDifference(
                value().orElse(Double.NaN), standardError().orElse(Double.NaN), fewest());
        details.put("publish", publish.label());
        return details;
    }

    @Override
    public List<Note> warnings() {
        boolean few = status == Status.OK && fewest() < PublicationOfEstimate.FEWEST;
        return few ? List.of(Note.of("survey-few-suppress", fewest(), PublicationOfEstimate.FEWEST)) : List.of();
    }

    private long fewest() {
        return Math.min(after.n().orElse(0), before.n().orElse(0));
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        value().ifPresent(value -> working.step(
                "survey-difference",
                "d = θ₁ − θ₀",
                num(after.value().orElseThrow()) + " − " + num(before.value().orElseThrow()),
                value));
        standardError()
                .ifPresent(error -> working.step(
                        "standard-error",
                        "√(V₁ + V₀)",
                        "√(" + num(variance(after)) + " + " + num(variance(before)) + ")",
                        error));
        if (status == Status.OK) {
            working.step(
                    "independent-df",
                    "(V₁ + V₀)²/(V₁²/ν₁ + V₀²/ν₀)",
                    "ν₁ = " + num(df(after)) + ", ν₀ = " + num(df(before)),
                    df);
        }
        interval().ifPresent(limits -> {
            working.step("lower-limit", "d − t·√V", "t = " + num(Quantiles.t(confidence, df)), limits.lower());
            working.step("upper-limit", "d + t·√V", "t = " + num(Quantiles.t(confidence, df)), limits.upper());
        });
        return working.status(status).end("independent-difference", SOURCE);
    }
}
