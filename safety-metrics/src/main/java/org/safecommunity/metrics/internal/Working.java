package org.safecommunity.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/** Collects the steps of a working in one language; labels are texts of the bundle. */
public final class Working {
    private final Locale locale;
    private final List<Step> steps = new ArrayList<>();

    /** Starts a working. */
    public Working(Locale locale) {
        this.locale = locale;
    }

    /** A number as it stands in a working. */
    public static String num(double value) {
        return NumberText.shortest(value);
    }

    /** A calculation without unit. */
    public Working step(String key, String formula, String numbers, double value) {
        return step(key, formula, numbers, value, "");
    }

    /** A calculation. */
    public Working step(String key, String formula, String numbers, double value, String unit) {
        steps.add(Step.calculation(Messages.text(locale, "step." + key), formula, numbers, value, unit));
        return this;
    }

    /** A remark with a text of the bundle. */
    public Working say(String key, String textKey, Object... arguments) {
        return remark(key, Messages.text(locale, textKey, arguments));
    }

    /** Why the result is not an ordinary one; nothing when it is. */
    public Working status(Status status) {
        return status == Status.OK ? this : remark("status", status.message(locale));
    }

    /** The closing remarks: what is assumed, and where the method is published. */
    public List<Step> end(String assumptionsKey, String source) {
        say("assumptions", "assumptions." + assumptionsKey);
        remark("source", source);
        return List.copyOf(steps);
    }

    /** Language of the working. */
    public Locale locale() {
        return locale;
    }

    /** The text of a key in the language of the working. */
    public String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    /** A calculation whose label is the text of a key. */
    public Working calculation(String key, String formula, String numbers, double value) {
        return labelled(text(key), formula, numbers, value, "");
    }

    /** A calculation whose label is the text of a key, with a unit. */
    public Working calculation(String key, String formula, String numbers, double value, String unit) {
        return labelled(text(key), formula, numbers, value, unit);
    }

    /** A calculation with a label that is ready; infinite values are left out, a step shows finite numbers. */
    public Working labelled(String label, String formula, String numbers, double value, String unit) {
        if (Double.isFinite(value)) {
            steps.add(Step.calculation(label, formula, numbers, value, unit));
        } else {
            steps.add(new Step(label, formula, numbers, null, null, text("step.unbounded")));
        }
        return this;
    }

    /** A remark whose label is the text of a key. */
    public Working remark(String key, String text) {
        steps.add(Step.remark(text(key.startsWith("step.") ? key : "step." + key), text));
        return this;
    }

    /** The error probability at each limit. */
    public Working tail(Confidence confidence) {
        String level = NumberText.shortest(confidence.level());
        boolean both = confidence.side() == Side.BOTH;
        return calculation(
                "step.tail",
                both ? "tail = (1 − level) / 2" : "tail = 1 − level",
                both ? "(1 − " + level + ") / 2" : "1 − " + level,
                confidence.tail());
    }

    /** The standard normal quantile of the limits. */
    public Working z(Confidence confidence) {
        return calculation(
                "step.z",
                "z = Φ⁻¹(1 − tail)",
                "Φ⁻¹(1 − " + NumberText.shortest(confidence.tail()) + ")",
                confidence.z());
    }

    /** The quantiles that a formula of limits uses: tail, and z where it occurs. */
    public Working quantiles(Confidence confidence, String formula) {
        tail(confidence);
        return formula.contains("z") ? z(confidence) : this;
    }

    /** The steps so far. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** A number as in the working. */
    public static String n(double value) {
        return NumberText.shortest(value);
    }
}
