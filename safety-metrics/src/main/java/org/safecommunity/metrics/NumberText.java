package org.safecommunity.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
public final class NumberText {
    private NumberText() {}

    /**
     * The shortest decimal text that reads back to the same double, e.g. {@code 0.1}, {@code 52720}, {@code 1.2E-7}.
     * Whole numbers have no decimal point. ({@code Double.toString} of Java 17 is sometimes longer.)
     *
     * @param value any double; infinities and NaN give {@code Infinity}, {@code -Infinity}, {@code NaN}
     * @return the text
     */
    public static String shortest(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 15; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-5 && size < 1e17 ? shortest.toPlainString() : shortest.toString();
    }
}
