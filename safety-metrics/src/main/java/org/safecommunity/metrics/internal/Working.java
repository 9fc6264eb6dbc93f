package org.safecommunity.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/** Collects the steps of a working in one language; labels are the texts {@code step.KEY} of the bundle. */
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

    /** The standard normal quantile of an interval. */
    public Working z(Confidence confidence) {
        String level = num(confidence.level());
        boolean both = confidence.side() == Side.BOTH;
        return step(
                "z",
                both ? "z = Φ⁻¹(1 − (1 − level)/2)" : "z = Φ⁻¹(level)",
                both ? "Φ⁻¹(1 − (1 − " + level + ")/2)" : "Φ⁻¹(" + level + ")",
                confidence.z());
    }

    /** A remark under the label {@code step.KEY} with text as given. */
    public Working remark(String key, String text) {
        steps.add(Step.remark(Messages.text(locale, "step." + key), text));
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
}
