package org.safecommunity.metrics.rate;

/** Sum with Neumaier's compensation: the error does not grow with the number of terms. */
public final class CompensatedSum {
    private double sum;
    private double compensation;

    /** Starts at 0. */
    public CompensatedSum() {}

    /** Adds a term. */
    public void add(double term) {
        double next = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    /** The sum so far; infinite where it has grown past what a double can hold. */
    public double value() {
        return Double.isInfinite(sum) ? sum : sum + compensation;
    }
}
