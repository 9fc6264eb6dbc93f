package org.safecommunity.metrics.survey;

/** What is combined in a contrast of domains. */
public enum DomainStatistic {
    /** Means of y. */
    MEAN,
    /** Totals of y. */
    TOTAL,
    /** Ratios of the totals of y and x. */
    RATIO;

    /** The estimand of a domain. */
    Estimand of(SurveySums sums, int domain) {
        return switch (this) {
            case MEAN -> new Estimand(sums.numerators(domain), sums.weights(domain));
            case TOTAL -> new Estimand(sums.numerators(domain), null);
            case RATIO -> new Estimand(sums.numerators(domain), sums.denominators(domain));
        };
    }
}
