package org.safecommunity.risk.priority;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;

/**
 * Forms of the basic priority rating. The formulas are found; the ranges of the ratings are recalled and unconfirmed.
 *
 * @see <a href="https://pmc.ncbi.nlm.nih.gov/articles/PMC6611209/">PMC6611209 on the Hanlon method and its descendants</a>
 */
public enum HanlonForm {
    /** BPR = (A + B) · C / 3, A from 0 to 10, B from 0 to 20, C from 0 to 10: 0 to 100. */
    BPR("(A + B) × C / 3", 20, 1, 3),
    /** (A + 2B) · C, each from 0 to 10: 0 to 300. */
    NACCHO("(A + 2B) × C", 10, 2, 1);

    /** Largest size A and effectiveness C. */
    static final double LARGEST = 10;

    private final String formula;
    private final double largestB;
    private final double weightB;
    private final double divisor;

    HanlonForm(String formula, double largestB, double weightB, double divisor) {
        this.formula = formula;
        this.largestB = largestB;
        this.weightB = weightB;
        this.divisor = divisor;
    }

    /** Formula with the symbols of the source. */
    public String formula() {
        return formula;
    }

    /** Largest seriousness B. */
    public double largestB() {
        return largestB;
    }

    /** Weight of B beside A, whose weight is 1. */
    public double weightB() {
        return weightB;
    }

    /** What the product is divided by. */
    public double divisor() {
        return divisor;
    }

    /** Lower-case name as in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a label. */
    public static Optional<HanlonForm> parse(String text) {
        for (HanlonForm form : values()) {
            if (form.label().equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Where it is stated, and what is not confirmed. */
    LocalText source() {
        return new LocalText(
                "Hanlon's basic priority rating, formula found in public health teaching pages and PMC6611209; the ranges of"
                        + " A, B and C are recalled, unconfirmed",
                "Hanlon 基本优先度评分法，公式见公开教学网页和 PMC6611209；A、B、C 的取值范围凭记忆，未经核实");
    }
}
