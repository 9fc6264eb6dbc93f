package org.safecommunity.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Step;

/** Collects the steps of a working, in one language. */
public final class Working {
    private final Locale locale;
    private final List<Step> steps = new ArrayList<>();

    public Working(Locale locale) {
        this.locale = locale;
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
        steps.add(Step.remark(text(key), text));
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
