package org.safecommunity.metrics.survey;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a rank test in a sample with design makes of the estimated rank r of a unit in a population of N. */
public enum RankScore {
    /** r/N. Two groups: the form of Wilcoxon's test. */
    WILCOXON,
    /** r/N, any number of groups; the same as {@link #WILCOXON}. */
    KRUSKAL,
    /** Normal quantile of r/N. */
    VAN_DER_WAERDEN,
    /** 1 where r is above N/2, else 0. */
    MEDIAN;

    /** Kebab-case name, e.g. {@code van-der-waerden}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double of(double rank, double population) {
        return switch (this) {
            case WILCOXON, KRUSKAL -> rank / population;
            case VAN_DER_WAERDEN -> NormalDistribution.of(0, 1).inverseCumulativeProbability(rank / population);
            case MEDIAN -> rank > population / 2 ? 1 : 0;
        };
    }
}
