package org.safecommunity.metrics.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Response rates RR1 to RR6 of AAPOR. With I complete and P partial interviews, N eligible without interview, U of unknown
 * eligibility and E ineligible units: RR1 = I/(I + P + N + U), RR3 = I/(I + P + N + e·U), RR5 = I/(I + P + N); RR2, RR4 and
 * RR6 have I + P above. e = (I + P + N)/(I + P + N + E) is the share of the eligible among the known ones.
 * <p>Units may count by their weights. Checked against: the formulas worked out by hand.
 *
 * @see <a href="https://aapor.org/standards-and-ethics/standard-definitions/">AAPOR Standard Definitions</a>
 */
public final class ResponseRates {
    private final Map<Disposition, Double> counts;

    private ResponseRates(Map<Disposition, Double> counts) {
        this.counts = counts;
    }

    /**
     * Obtains the rates of a sample.
     *
     * @param weights      weight of each unit, 1 for plain rates; finite, 0 or more
     * @param dispositions what became of each
     * @throws IllegalArgumentException if there is no unit, or the lengths differ
     */
    public static ResponseRates of(double[] weights, List<Disposition> dispositions) {
        NonresponseAdjustment.requireSame(weights, dispositions.size());
        Map<Disposition, Double> counts = new LinkedHashMap<>();
        for (Disposition one : Disposition.values()) {
            counts.put(one, 0d);
        }
        for (int i = 0; i < weights.length; i++) {
            counts.merge(dispositions.get(i), weights[i], Double::sum);
        }
        return new ResponseRates(counts);
    }

    /** Weight of the units of a disposition. */
    public double count(Disposition disposition) {
        return counts.getOrDefault(disposition, 0d);
    }

    /** Share e of the eligible among the units known to be eligible or not; absent where none is known. */
    public OptionalDouble eligibleShare() {
        double eligible = eligible();
        double known = eligible + count(Disposition.INELIGIBLE);
        return known > 0 ? OptionalDouble.of(eligible / known) : OptionalDouble.empty();
    }

    private double eligible() {
        return count(Disposition.COMPLETE) + count(Disposition.PARTIAL) + count(Disposition.NONRESPONSE);
    }

    /**
     * A rate.
     *
     * @param number 1 to 6
     * @return the rate; absent where its denominator is 0, or e is not known
     * @throws IllegalArgumentException if number is not 1 to 6
     */
    public OptionalDouble rate(int number) {
        if (number < 1 || number > 6) {
            throw new IllegalArgumentException("number must be from 1 to 6, was " + number);
        }
        double unknown = count(Disposition.UNKNOWN);
        double counted =
                number <= 2 ? unknown : number <= 4 ? unknown * eligibleShare().orElse(Double.NaN) : 0;
        double above = count(Disposition.COMPLETE) + (number % 2 == 0 ? count(Disposition.PARTIAL) : 0);
        double rate = above / (eligible() + counted);
        return Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }
}
