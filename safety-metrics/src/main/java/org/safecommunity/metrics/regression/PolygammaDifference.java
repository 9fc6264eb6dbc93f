package org.safecommunity.metrics.regression;

/**
 * Differences of the digamma and trigamma functions, ψ(a + y) − ψ(a), without the loss of digits that subtracting two values
 * has for large a. (Commons Math 3.6.1 cannot serve: its digamma has the term 1/(120x⁴) with the wrong sign, so that it is
 * 2.7e-9 too small at 50.)
 */
final class PolygammaDifference {
    /** From here on the asymptotic series are exact to double precision. */
    private static final double LARGE = 20;

    private PolygammaDifference() {}

    /**
     * ψ(a + y) − ψ(a).
     *
     * @param a greater than 0
     * @param y 0 or more
     */
    static double digamma(double a, double y) {
        double sum = 0;
        double from = a;
        while (from < LARGE) {
            sum += y / (from * (from + y));
            from++;
        }
        return sum + Math.log1p(y / from) + digammaTail(from + y) - digammaTail(from);
    }

    /** ψ(x) − ln x. */
    private static double digammaTail(double x) {
        double s = 1 / (x * x);
        double series = s * (1 / 12d - s * (1 / 120d - s * (1 / 252d - s * (1 / 240d - s / 132d))));
        return -1 / (2 * x) - series;
    }

    /**
     * ψ'(a + y) − ψ'(a).
     *
     * @param a greater than 0
     * @param y 0 or more
     */
    static double trigamma(double a, double y) {
        double sum = 0;
        double from = a;
        while (from < LARGE) {
            double to = from + y;
            sum -= y * (from + to) / (from * from * to * to);
            from++;
        }
        double to = from + y;
        return sum - y / (from * to) + trigammaTail(to) - trigammaTail(from);
    }

    /** ψ'(x) − 1/x. */
    private static double trigammaTail(double x) {
        double s = 1 / (x * x);
        double series = s * (1 / 6d - s * (1 / 30d - s * (1 / 42d - s * (1 / 30d - s * 5 / 66d))));
        return s / 2 + series / x;
    }
}
