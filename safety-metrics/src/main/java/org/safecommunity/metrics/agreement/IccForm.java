package org.safecommunity.metrics.agreement;

import java.util.Locale;

/**
 * Forms of the intraclass correlation (Shrout &amp; Fleiss): the model (1 each item has raters of its own, 2 the raters are a
 * sample, 3 the raters are all there are) and what is judged, one rating or the mean of k.
 */
public enum IccForm {
    /** One-way, one rating. */
    ICC1_1(1, false, "(BMS − WMS)/(BMS + (k − 1)WMS)"),
    /** Two-way random, absolute agreement, one rating: ICC(A,1). */
    ICC2_1(2, false, "(BMS − EMS)/(BMS + (k − 1)EMS + k(JMS − EMS)/n)"),
    /** Two-way mixed, consistency, one rating: ICC(C,1). */
    ICC3_1(3, false, "(BMS − EMS)/(BMS + (k − 1)EMS)"),
    /** One-way, mean of k ratings. */
    ICC1_K(1, true, "(BMS − WMS)/BMS"),
    /** Two-way random, absolute agreement, mean of k ratings. */
    ICC2_K(2, true, "(BMS − EMS)/(BMS + (JMS − EMS)/n)"),
    /** Two-way mixed, consistency, mean of k ratings; equals Cronbach's alpha. */
    ICC3_K(3, true, "(BMS − EMS)/BMS");

    private final int model;
    private final boolean mean;
    private final String formula;

    IccForm(int model, boolean mean, String formula) {
        this.model = model;
        this.mean = mean;
        this.formula = formula;
    }

    int model() {
        return model;
    }

    boolean isMean() {
        return mean;
    }

    /** Formula in the mean squares: between items BMS, within items WMS, between raters JMS, residual EMS. */
    public String formula() {
        return formula;
    }

    /** Kebab-case name, e.g. {@code icc2-1}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
