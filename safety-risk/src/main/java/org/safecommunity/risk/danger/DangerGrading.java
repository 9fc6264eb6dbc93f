package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * What decides the grade of a hidden danger. Immutable.
 *
 * <p>major := (needs a stop and needs time) or external cause or an item of a sector's list of major hidden dangers; else
 * general. The definition is that of Order 16, art. 3; this reading of it is the project's.
 *
 * @param needsStop     work must stop in full or in part
 * @param needsTime     only a period of treatment removes it
 * @param externalCause outside factors keep the unit from removing it
 * @param directHit     item of a list of major hidden dangers that fits, or empty
 */
public record DangerGrading(boolean needsStop, boolean needsTime, boolean externalCause, String directHit) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if the item is null
     */
    public DangerGrading {
        requireNonNull(directHit, "directHit");
    }

    /** The grade by the rule. */
    public DangerGrade grade() {
        return (needsStop && needsTime) || externalCause || !directHit.isBlank()
                ? DangerGrade.MAJOR
                : DangerGrade.GENERAL;
    }

    /** The working: the rule, what was put in, the grade and where the rule is stated. */
    public List<Step> explain() {
        DangerRules rules = DangerRules.bundled();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                new LocalText("Grade", "等级"),
                "major = (stop ∧ time) ∨ external ∨ listed",
                "(" + bit(needsStop) + " ∧ " + bit(needsTime) + ") ∨ " + bit(externalCause) + " ∨ "
                        + bit(!directHit.isBlank()),
                grade().title()));
        steps.add(new Step(
                new LocalText("Source", "来源"), "", "", rules.gradeProvenance().describe(rules.sources())));
        return List.copyOf(steps);
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }
}
