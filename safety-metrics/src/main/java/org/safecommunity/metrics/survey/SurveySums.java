package org.safecommunity.metrics.survey;

import java.util.function.IntUnaryOperator;
import org.safecommunity.metrics.internal.Checks;

/**
 * What one scan of the respondents leaves behind: for each domain and leaf of the design the sums of weights, of weight
 * times y and of weight times x. Every mean, total, ratio and proportion with its variance follows from these, for any
 * number of domains at once; the respondents are not kept.
 */
public final class SurveySums {
    private final CellSums cells = new CellSums();
    private final IntVector domainUnits = new IntVector();
    private final DoubleVector domainWeight = new DoubleVector();
    private final DoubleVector domainMean = new DoubleVector();
    private final DoubleVector domainSquares = new DoubleVector();
    private int[] order = new int[0];
    private int[] start = new int[0];
    private boolean indexed;

    /** Sums of nobody yet. */
    public SurveySums() {}

    /** Adds a respondent with one variable. */
    public void add(int domain, int leaf, double w, double y) {
        add(domain, leaf, w, y, 0);
    }

    /**
     * Adds a respondent.
     *
     * @param domain number of its domain, 0 or more; domains are numbered by the caller
     * @param leaf   its leaf, as {@link SurveyDesign.Builder#unit} gave it
     * @param w      its weight, finite, above 0
     * @param y      the variable, or the numerator of a ratio, finite
     * @param x      the denominator of a ratio, finite
     * @throws IllegalArgumentException if w is not finite and positive, or y or x is not finite
     */
    public void add(int domain, int leaf, double w, double y, double x) {
        Checks.positive(w, "weight");
        if (!Double.isFinite(y) || !Double.isFinite(x)) {
            throw new IllegalArgumentException("y and x must be finite, were " + y + " and " + x);
        }
        cells.add(domain, leaf, w, w * y, w * x);
        addToDomain(domain, w, y);
        indexed = false;
    }

    private void addToDomain(int domain, double w, double y) {
        while (domainUnits.size() <= domain) {
            domainUnits.add(0);
            domainWeight.add(0);
            domainMean.add(0);
            domainSquares.add(0);
        }
        domainUnits.increment(domain);
        double sum = domainWeight.get(domain) + w;
        double distance = y - domainMean.get(domain);
        double mean = domainMean.get(domain) + w / sum * distance;
        domainWeight.set(domain, sum);
        domainMean.set(domain, mean);
        domainSquares.plus(domain, w * distance * (y - mean));
    }

    /** Number of domains: one more than the largest number seen. */
    public int domains() {
        return domainUnits.size();
    }

    /** Respondents in a domain. */
    public long units(int domain) {
        return domain < domainUnits.size() ? domainUnits.get(domain) : 0;
    }

    /** s² of y in a domain: Σw(y − ȳ)²/Σw·n/(n − 1); NaN with fewer than two respondents. */
    double variance(int domain) {
        long n = units(domain);
        return n < 2 ? Double.NaN : domainSquares.get(domain) / domainWeight.get(domain) * n / (n - 1d);
    }

    /** Weights by leaf in a domain. */
    LeafTotals weights(int domain) {
        return totals(domain, CellSums.WEIGHT);
    }

    /** Weight times y by leaf in a domain. */
    LeafTotals numerators(int domain) {
        return totals(domain, CellSums.Y);
    }

    /** Weight times x by leaf in a domain. */
    LeafTotals denominators(int domain) {
        return totals(domain, CellSums.X);
    }

    private LeafTotals totals(int domain, int of) {
        index();
        if (domain >= domainUnits.size()) {
            return new LeafTotals(new int[0], new double[0]);
        }
        int from = start[domain];
        int size = start[domain + 1] - from;
        int[] leaf = new int[size];
        double[] value = new double[size];
        for (int i = 0; i < size; i++) {
            leaf[i] = cells.leaf(order[from + i]);
            value[i] = cells.sum(order[from + i], of);
        }
        return new LeafTotals(leaf, value);
    }

    /** Sorts the cells by domain and leaf, once. */
    private void index() {
        if (indexed) {
            return;
        }
        indexed = true;
        int[] slots = new int[cells.size()];
        int largest = 0;
        int size = 0;
        for (int slot = 0; slot < cells.slots(); slot++) {
            if (cells.domain(slot) >= 0) {
                slots[size++] = slot;
                largest = Math.max(largest, cells.leaf(slot));
            }
        }
        int[] byLeaf = sorted(slots, cells::leaf, new int[largest + 2]);
        start = new int[domainUnits.size() + 1];
        order = sorted(byLeaf, cells::domain, start);
    }

    /** Slots in the order of a key, equal ones as they were; where each key starts is left in {@code start}. */
    private static int[] sorted(int[] slots, IntUnaryOperator key, int[] start) {
        for (int slot : slots) {
            start[key.applyAsInt(slot) + 1]++;
        }
        for (int k = 1; k < start.length; k++) {
            start[k] += start[k - 1];
        }
        int[] next = start.clone();
        int[] sorted = new int[slots.length];
        for (int slot : slots) {
            sorted[next[key.applyAsInt(slot)]++] = slot;
        }
        return sorted;
    }
}
