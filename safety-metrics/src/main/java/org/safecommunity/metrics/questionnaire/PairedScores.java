package org.safecommunity.metrics.questionnaire;

/** Scores of people in two rounds, summed up person by person; the scores are not kept. */
public final class PairedScores {
    private long n;
    private double before;
    private double change;
    private double squares;

    /** Scores of nobody yet. */
    public PairedScores() {}

    /**
     * Adds a person.
     *
     * @param first  score of the first round, finite
     * @param second score of the second round, finite
     * @throws IllegalArgumentException if a score is not finite
     */
    public void add(double first, double second) {
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            throw new IllegalArgumentException("scores must be finite, were " + first + " and " + second);
        }
        n++;
        before += (first - before) / n;
        double distance = second - first - change;
        change += distance / n;
        squares += distance * (second - first - change);
    }

    /** People with both scores. */
    public long n() {
        return n;
    }

    double before() {
        return before;
    }

    double change() {
        return change;
    }

    /** Standard deviation of the changes, divisor n − 1; of two people or more. */
    double deviation() {
        return Math.sqrt(squares / (n - 1d));
    }
}
