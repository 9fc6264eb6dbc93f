package org.safecommunity.cli.read;

/**
 * The common way to write a number, read fast: a sign, at most 15 digits and among them a point. Such digits are a whole
 * number below 2^53 over a power of ten that is exact too, so that one division rounds as it should.
 */
final class ShortDecimal {
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private ShortDecimal() {}

    /** The number; NaN for a text of any other form, which may still be a number. */
    static double of(String text) {
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                if (count > MOST_DIGITS) {
                    return Double.NaN;
                }
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / POWERS[length - point - 1];
        return text.charAt(0) == '-' ? -value : value;
    }
}
