package org.safecommunity.risk.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Which band owns a score that falls exactly on a bound. Published tables rarely say, so a result names the policy. */
public enum BoundaryPolicy {
    /** The bound belongs to the higher band: 70 is in "70 to 160". */
    LOWER_INCLUSIVE("lower bound included", "含下限", true, false),
    /** The bound belongs to the lower band: 70 is in "20 to 70". */
    UPPER_INCLUSIVE("upper bound included", "含上限", false, true),
    /** Both bounds belong to the band, for tables that print whole numbers such as 9–12 and 15–16. */
    BOTH_INCLUSIVE("both bounds included", "上下限均含", true, true);

    private final LocalText title;
    private final boolean lower;
    private final boolean upper;

    BoundaryPolicy(String en, String zh, boolean lower, boolean upper) {
        this.title = new LocalText(en, zh);
        this.lower = lower;
        this.upper = upper;
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Kebab-case name as in data files and results. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean holds(BigDecimal score, Band band) {
        return within(band.from().compareTo(score), lower)
                && (band.to() == null || within(score.compareTo(band.to()), upper));
    }

    /** The band as a condition on the score, e.g. {@code 70 ≤ D < 160}. */
    String condition(Band band, String symbol) {
        String text = band.from().toPlainString() + sign(lower) + symbol;
        return band.to() == null ? text : text + sign(upper) + band.to().toPlainString();
    }

    private static boolean within(int order, boolean inclusive) {
        return inclusive ? order <= 0 : order < 0;
    }

    private static String sign(boolean inclusive) {
        return inclusive ? " ≤ " : " < ";
    }
}
