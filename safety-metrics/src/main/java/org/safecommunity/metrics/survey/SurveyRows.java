package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.metrics.internal.Checks;

/** The respondents themselves, by domain: what quantiles need beside {@link SurveySums}. Memory grows with respondents. */
public final class SurveyRows {
    private final List<Domain> domains = new ArrayList<>();

    /** Nobody yet. */
    public SurveyRows() {}

    /** The respondents of one domain. */
    static final class Domain {
        final IntVector leaf = new IntVector();
        final DoubleVector weight = new DoubleVector();
        final DoubleVector y = new DoubleVector();

        int size() {
            return leaf.size();
        }
    }

    /**
     * Adds a respondent.
     *
     * @param domain number of its domain, 0 or more
     * @param leaf   its leaf, as {@link SurveyDesign.Builder#unit} gave it
     * @param w      its weight, finite, above 0
     * @param y      the variable, finite
     * @throws IllegalArgumentException if w is not finite and positive, or y is not finite
     */
    public void add(int domain, int leaf, double w, double y) {
        Checks.positive(w, "weight");
        if (!Double.isFinite(y)) {
            throw new IllegalArgumentException("y must be finite, was " + y);
        }
        while (domains.size() <= domain) {
            domains.add(new Domain());
        }
        Domain of = domains.get(domain);
        of.leaf.add(leaf);
        of.weight.add(w);
        of.y.add(y);
    }

    /** The respondents of a domain; nobody in one that was never seen. */
    Domain domain(int number) {
        return number < domains.size() ? domains.get(number) : new Domain();
    }
}
