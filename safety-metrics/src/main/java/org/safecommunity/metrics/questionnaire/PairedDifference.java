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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Change of a share between two answers of the same people: after − before = (c − b)/n, with Newcombe's interval.
 *
 * <p>With θ = p₁ − p₂ (before − after), Wilson limits l, u of p₁ and p₂ and φ = (ad − bc)/√(product of the margins), where ad − bc
 * above 0 is made max(ad − bc − n/2, 0): θ − √((p₁ − l₁)² − 2φ(p₁ − l₁)(u₂ − p₂) + (u₂ − p₂)²) and θ + √((u₁ − p₁)² − 2φ(u₁ − p₁)(p₂ − l₂) +
 * (p₂ − l₂)²); the limits of the change are these negated and swapped.
 *
 * <p>Limits: people independent of one another. Checked against: Newcombe's published example.
 *
 * @param answers    answers of both rounds, not null
 * @param confidence level and side of the interval, not null
 */
public record PairedDifference(PairedAnswers answers, Confidence confidence) implements MetricResult {
    private static final String SOURCE = "Newcombe 1998, Statistics in Medicine 17:2635–2650, method 10";

    public PairedDifference {
        requireNonNull(answers, "answers");
        requireNonNull(confidence, "confidence");
    }

    @Override
    public String statistic() {
        return "difference";
    }

    @Override
    public OptionalDouble value() {
        return answers.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(change());
    }

    private double change() {
        return ((double) answers.noYes() - answers.yesNo()) / answers.n();
    }

    @Override
    public Optional<Interval> interval() {
        if (answers.n() == 0) {
            return Optional.empty();
        }
        Interval before = wilson(answers.yesYes() + answers.yesNo());
        Interval after = wilson(answers.yesYes() + answers.noYes());
        double phi = correlation();
        double down = half(phi, answers.before() - before.lower(), after.upper() - answers.after());
        double up = half(phi, before.upper() - answers.before(), answers.after() - after.lower());
        double lower = confidence.hasLower() ? Math.max(-1, change() - up) : -1;
        double upper = confidence.hasUpper() ? Math.min(1, change() + down) : 1;
        return Optional.of(new Interval("newcombe", confidence.level(), lower, upper));
    }

    /** Both Wilson limits with the error probability of one limit of this interval. */
    private Interval wilson(long yes) {
        return ProportionIntervalMethod.WILSON
                .limits(yes, answers.n(), Confidence.of(1 - 2 * confidence.tail()))
                .orElseThrow();
    }

    private static double half(double phi, double x, double y) {
        return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
    }

    /** φ with Newcombe's correction; 0 where a margin is empty. */
    private double correlation() {
        double a = answers.yesYes();
        double b = answers.yesNo();
        double c = answers.noYes();
        double d = answers.noNo();
        double product = (a + b) * (c + d) * (a + c) * (b + d);
        double cross = a * d - b * c;
        double corrected = cross > 0 ? Math.max(0, cross - answers.n() / 2d) : cross;
        return product == 0 ? 0 : corrected / Math.sqrt(product);
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(answers.n());
    }

    @Override
    public Status status() {
        return answers.n() == 0 ? Status.EMPTY_DOMAIN : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return McNemar.inputs(answers);
    }

    @Override
    public Map<String, Object> details() {
        if (answers.n() == 0) {
            return Map.of();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("before", answers.before());
        details.put("after", answers.after());
        details.put("changed", answers.changed());
        details.put("correlation", correlation());
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        interval().ifPresent(interval -> {
            working.step(
                    "paired-change",
                    "(c − b) / n",
                    "(" + answers.noYes() + " − " + answers.yesNo() + ") / " + answers.n(),
                    change());
            working.step("paired-phi", "φ = (ad − bc ∓ n/2) / √((a+b)(c+d)(a+c)(b+d))", numbers(), correlation());
            String shares = "p₁ = " + num(answers.before()) + ", p₂ = " + num(answers.after());
            if (confidence.hasLower()) {
                working.step(
                        "lower-limit",
                        "p₂ − p₁ − √((u₁ − p₁)² − 2φ(u₁ − p₁)(p₂ − l₂) + (p₂ − l₂)²)",
                        shares,
                        interval.lower());
            }
            if (confidence.hasUpper()) {
                working.step(
                        "upper-limit",
                        "p₂ − p₁ + √((p₁ − l₁)² − 2φ(p₁ − l₁)(u₂ − p₂) + (u₂ − p₂)²)",
                        shares,
                        interval.upper());
            }
        });
        return working.status(status()).end("paired", SOURCE);
    }

    private String numbers() {
        return "a = " + answers.yesYes() + ", b = " + answers.yesNo() + ", c = " + answers.noYes() + ", d = "
                + answers.noNo();
    }
}
