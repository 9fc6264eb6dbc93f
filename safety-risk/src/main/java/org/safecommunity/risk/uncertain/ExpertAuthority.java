package org.safecommunity.risk.uncertain;

import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Authority of an expert of a Delphi panel (专家权威程度): Cr = (Ca + Cs) / 2. Usual practice, recalled; the coefficient says
 * how the experts judge themselves, not whether they are right. Immutable.
 *
 * @param expert      name or number of the expert, not blank
 * @param basis       Ca, the sum of the parts of the basis of judgement (practice, theory, peers, intuition), from 0 to 1
 * @param familiarity Cs, familiarity with the matter, from 0 to 1
 */
public record ExpertAuthority(String expert, double basis, double familiarity) {
    /** Cr from which a panel is usually taken as acceptable. */
    public static final double ACCEPTABLE = 0.7;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the expert is null
     * @throws IllegalArgumentException if the expert is blank, or a coefficient is not from 0 to 1
     */
    public ExpertAuthority {
        Checks.text(expert, "expert");
        inUnit(basis, "basis");
        inUnit(familiarity, "familiarity");
    }

    private static void inUnit(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
        }
    }

    /** Cr = (Ca + Cs) / 2. */
    public double coefficient() {
        return (basis + familiarity) / 2;
    }

    /**
     * Mean of the coefficients of a panel.
     *
     * @throws IllegalArgumentException if the panel is empty
     */
    public static double mean(List<ExpertAuthority> panel) {
        return panel.stream()
                .mapToDouble(ExpertAuthority::coefficient)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("panel must not be empty"));
    }

    /** The working: formula, numbers put in, source. */
    public List<Step> explain() {
        return List.of(
                new Step(
                        new LocalText("Authority of the expert", "专家权威程度"),
                        "Cr = (Ca + Cs) / 2",
                        "(" + basis + " + " + familiarity + ") / 2",
                        LocalText.of(Double.toString(coefficient()))),
                new Step(
                        new LocalText("Source", "来源"),
                        "",
                        "",
                        new LocalText(
                                "usual practice of Delphi studies (recalled, unconfirmed): Ca basis of judgement, Cs familiarity,"
                                        + " both as the experts rate themselves; 0.7 or more is usually taken as acceptable",
                                "德尔菲法惯例（凭记忆，未经核实）：Ca 为判断依据系数，Cs 为熟悉程度系数，均由专家自评；通常以不低于 0.7 为可接受")));
    }
}
