package org.safecommunity.metrics.chart;

import java.util.Locale;

/** Kinds of control charts. */
public enum ChartType {
    /** Counts on equal opportunity: c̄ ± K·√c̄. */
    C("Shewhart 1931; Montgomery, Introduction to Statistical Quality Control"),
    /** Rates: ū ± K·√(ū/n). */
    U("Shewhart 1931; Montgomery, Introduction to Statistical Quality Control"),
    /** Numbers of n: n·p̄ ± K·√(n·p̄(1 − p̄)). */
    NP("Shewhart 1931; Montgomery, Introduction to Statistical Quality Control"),
    /** Proportions: p̄ ± K·√(p̄(1 − p̄)/n). */
    P("Shewhart 1931; Montgomery, Introduction to Statistical Quality Control"),
    /** Rates with the variation between points taken from the data: ū ± K·σz·√(ū/n). */
    LANEY_U("Laney 2002, Quality Engineering 14:531–537"),
    /** Proportions with the variation between points taken from the data. */
    LANEY_P("Laney 2002, Quality Engineering 14:531–537"),
    /** Number of days or non-events between events: ḡ + K·√(ḡ(ḡ + 1)). */
    G("Benneyan 2001, Health Care Management Science 4:305–318"),
    /** Times between events: limits on the scale t^(1/3.6), on which exponential times are near normal. */
    T("Nelson 1994, Journal of Quality Technology 26:239–244"),
    /** Single values and the ranges of neighbours: x̄ ± K·(mean range)/(2/√π). */
    I_MR("Montgomery, Introduction to Statistical Quality Control; exact d2 = 2/√π and d3 = √(2 − 4/π)"),
    /** Exponentially weighted moving average. */
    EWMA("Roberts 1959, Technometrics 1:239–250; Lucas & Saccucci 1990, Technometrics 32:1–12"),
    /** Cumulative sums in units of σ. */
    CUSUM("Page 1954, Biometrika 41:100–115; Montgomery, Introduction to Statistical Quality Control");

    private final String citation;

    ChartType(String citation) {
        this.citation = citation;
    }

    /** Kebab-case name, e.g. {@code laney-u}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the chart is published. */
    public String citation() {
        return citation;
    }

    /** Whether every point needs a denominator. */
    public boolean needsSizes() {
        return this == U || this == LANEY_U || counted();
    }

    /** Whether the denominators are numbers of trials, which the events cannot exceed. */
    public boolean counted() {
        return this == NP || this == P || this == LANEY_P;
    }

    /** Whether the points are weighted sums of all points so far. */
    public boolean weighted() {
        return this == EWMA || this == CUSUM;
    }

    /** Whether the points are single values measured by their moving range. */
    public boolean individual() {
        return this == T || this == I_MR;
    }

    /** Whether the points are whole counts; else they are any numbers, times 0 or more. */
    public boolean whole() {
        return !weighted() && !individual();
    }

    /** Whether limits by probability are defined. */
    public boolean hasProbability() {
        return this == C || this == U || this == NP || this == P || this == G;
    }

    /** Whether rules of runs and zones apply; else only the limits do. */
    public boolean hasRuns() {
        return !weighted() && this != G;
    }

    /** Whether the rules of zones apply: the chart is on its own scale. */
    boolean hasZones() {
        return hasRuns() && this != T;
    }
}
