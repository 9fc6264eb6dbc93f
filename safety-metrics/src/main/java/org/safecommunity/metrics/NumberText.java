package org.safecommunity.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
public final class NumberText {
    private static final double EXACT_WHOLE = 1e15;
    private static final RoundingMode[] ROUNDINGS = {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING};

    private NumberText() {}

    /**
     * The shortest decimal text that reads back to the same double, e.g. {@code 0.1}, {@code 52720}, {@code 1.2E-7}.
     * Whole numbers have no decimal point; −0 is {@code 0}. ({@code Double.toString} of Java 17 is sometimes longer.)
     *
     * @param value any double; infinities and NaN give {@code Infinity}, {@code -Infinity}, {@code NaN}
     * @return the text
     */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size < EXACT_WHOLE && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = rounded(value).stripTrailingZeros();
        return size >= 1e-5 && size < 1e17 ? shortest.toPlainString() : shortest.toString();
    }

    /** The decimal of fewest digits that reads back. */
    private static BigDecimal rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        // every decimal of up to 15 digits survives the way to a double and back, but for the smallest numbers
        int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
        for (int digits = fewest; digits < 17; digits++) {
            for (RoundingMode rounding : ROUNDINGS) {
                BigDecimal candidate = exact.round(new MathContext(digits, rounding));
                if (candidate.doubleValue() == value) {
                    return candidate;
                }
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }
}
