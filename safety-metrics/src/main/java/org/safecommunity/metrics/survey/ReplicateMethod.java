package org.safecommunity.metrics.survey;

import java.util.Locale;

/** How replicate weights are made of a design. */
public enum ReplicateMethod {
    /** Jackknife of a design without strata: each primary unit left out in turn. */
    JK1("Wolter 2007, Introduction to Variance Estimation, 2nd ed., ch. 4"),
    /** Stratified jackknife: each primary unit left out in turn, the others of its stratum stand in. */
    JKN("Wolter 2007, Introduction to Variance Estimation, 2nd ed., ch. 4"),
    /** Balanced half-samples of two primary units in each stratum. */
    BRR("McCarthy 1969, Review of the International Statistical Institute 37:239–264"),
    /** Fay's form of the half-samples with factor 0.3: no unit is left out. */
    FAY("Judkins 1990, Journal of Official Statistics 6:223–239"),
    /** Rao–Wu–Yue bootstrap: n − 1 of the n primary units of each stratum drawn with replacement. */
    BOOTSTRAP("Rao, Wu & Yue 1992, Survey Methodology 18:209–217"),
    /** Weights that came with the data and were made in some other way; none are made here. */
    OTHER("Lumley 2010, Complex Surveys, ch. 2");

    /** Factor ρ of Fay's method. */
    public static final double FAY_RHO = 0.3;

    private final String citation;

    ReplicateMethod(String citation) {
        this.citation = citation;
    }

    /** Kebab-case name, e.g. {@code jkn}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Publication of the method. */
    public String citation() {
        return citation;
    }
}
