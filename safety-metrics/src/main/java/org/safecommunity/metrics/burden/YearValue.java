package org.safecommunity.metrics.burden;

import org.safecommunity.metrics.internal.Checks;

/**
 * What a lost year counts: one year each by default; on request discounted, and weighted by the age at which it would have
 * been lived. Immutable.
 *
 * <p>With discount rate r and remaining life L at age a: L when r = 0, else (1 − e^(−rL))/r. With age weights (K = 1, C =
 * 0.1658, β = 0.04): C·e^(ra)/(r+β)²·{e^(−(r+β)(L+a))·[−(r+β)(L+a) − 1] − e^(−(r+β)a)·[−(r+β)a − 1]}. Both are of the first
 * burden-of-disease studies; those since 2010 use neither.
 *
 * @param discountRate discount rate r a year, from 0 to less than 1, e.g. 0.03
 * @param ageWeighted  whether years are weighted by age
 * @see <a href="https://doi.org/10.1093/heapol/16.3.326">Fox-Rushby &amp; Hanson (2001), Health Policy and Planning 16,
 *     326–331</a>
 */
public record YearValue(double discountRate, boolean ageWeighted) {
    /** Every lost year counts one. */
    public static final YearValue PLAIN = new YearValue(0, false);

    private static final double C = 0.1658;
    private static final double BETA = 0.04;

    public YearValue {
        discountRate = Checks.notNegative(discountRate, "discountRate");
        if (discountRate >= 1) {
            throw new IllegalArgumentException("discountRate must be less than 1, was " + discountRate);
        }
    }

    /**
     * Value of the years lost by a death.
     *
     * @param age       age a at death in years, finite and 0 or more
     * @param remaining remaining life L in years, finite and 0 or more
     * @return years
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public double years(double age, double remaining) {
        double a = Checks.notNegative(age, "age");
        double l = Checks.notNegative(remaining, "remaining");
        double r = discountRate;
        if (!ageWeighted) {
            return r == 0 ? l : -Math.expm1(-r * l) / r;
        }
        double s = r + BETA;
        double end = Math.exp(-s * (l + a)) * (-s * (l + a) - 1);
        double start = Math.exp(-s * a) * (-s * a - 1);
        return Math.max(0, C * Math.exp(r * a) / (s * s) * (end - start));
    }

    /** The formula in L, r and a. */
    String formula() {
        if (ageWeighted) {
            return "C·e^(ra)/(r+β)²·{e^(−(r+β)(L+a))·[−(r+β)(L+a) − 1] − e^(−(r+β)a)·[−(r+β)a − 1]}, C = 0.1658, β = 0.04";
        }
        return discountRate == 0 ? "L" : "(1 − e^(−rL))/r";
    }
}
