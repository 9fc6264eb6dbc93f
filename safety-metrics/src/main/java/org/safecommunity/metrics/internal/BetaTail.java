package org.safecommunity.metrics.internal;

/**
 * Tail of a beta distribution, by the continued fraction of Didonato and Morris with a saddle-point prefix. (The library
 * function loses up to six of sixteen digits where one parameter is above 10⁶.)
 *
 * @see <a href="https://doi.org/10.1145/131766.131776">Didonato &amp; Morris (1992), ACM Transactions on Mathematical
 *     Software 18, 360–373, equation 9</a>
 */
public final class BetaTail extends TailRoot {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 3e-16;
    private static final int MAX_TERMS = 1_000_000;

    private final double a;
    private final double b;
    private final double n;
    private final boolean lower;
    private final double stirlingError;

    /**
     * A tail.
     *
     * @param a     first parameter, finite, above 0
     * @param b     second parameter, finite, above 0
     * @param lower lower tail, or else upper
     */
    public BetaTail(double a, double b, boolean lower) {
        super(lower);
        this.a = a;
        this.b = b;
        this.n = a + b;
        this.lower = lower;
        this.stirlingError = SaddlePoint.stirlingError(n) - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b);
    }

    @Override
    public double tail(double x) {
        double distance = a - n * x;
        boolean left = distance >= 0;
        double fraction = left ? fraction(a, b, x, distance) : fraction(b, a, 1 - x, -distance);
        double nearTail = kernel(x, distance) / fraction;
        return left == lower ? nearTail : 1 - nearTail;
    }

    @Override
    double slope(double x) {
        return kernel(x, a - n * x) / (1 - x);
    }

    @Override
    double bend(double x) {
        return a - (b - 1) * x / (1 - x);
    }

    /** x^a (1 − x)^b / B(a, b); distance = a − n x = n (1 − x) − b. */
    private double kernel(double x, double distance) {
        double deviance = SaddlePoint.deviance(a, n * x, distance) + SaddlePoint.deviance(b, b + distance, -distance);
        return Math.sqrt(a / n * b / (2 * Math.PI)) * Math.exp(stirlingError - deviance);
    }

    /** Kernel over lower tail of beta (p, q) at y, not above the mean p/(p + q); modified Lentz evaluation. */
    private static double fraction(double p, double q, double y, double distance) {
        double value = p * (distance + 1) / (p + 1);
        double c = value;
        double d = 0;
        for (int m = 1; m < MAX_TERMS; m++) {
            double k = p + 2d * m - 1;
            double top = (p + m - 1) / k * ((p + q + m - 1) * y / k) * m * ((q - m) * y);
            double bottom = m + m * (q - m) * y / k + (p + m) * (distance + 1 + m * (2 - y)) / (k + 2);
            d = bottom + top * d;
            c = bottom + top / c;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = Math.abs(c) < TINY ? TINY : c;
            value *= c * d;
            if (Math.abs(c * d - 1) <= PRECISION) {
                return value;
            }
        }
        throw new ArithmeticException("the tail of beta(" + p + ", " + q + ") at " + y + " did not converge");
    }
}
