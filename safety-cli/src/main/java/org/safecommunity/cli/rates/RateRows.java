package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.comparison.AttributableFraction;
import org.safecommunity.metrics.comparison.MantelHaenszelRateDifference;
import org.safecommunity.metrics.comparison.MantelHaenszelRateRatio;
import org.safecommunity.metrics.comparison.RateDifference;
import org.safecommunity.metrics.comparison.RateDifferenceMethod;
import org.safecommunity.metrics.comparison.RateHomogeneity;
import org.safecommunity.metrics.comparison.RateRatio;
import org.safecommunity.metrics.comparison.RateRatioMethod;
import org.safecommunity.metrics.comparison.StandardisedComparison;
import org.safecommunity.metrics.comparison.StratifiedRates;
import org.safecommunity.metrics.comparison.TwoRates;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.Stratum;

/** The results of a comparison of two rates, the crude ratio first. */
final class RateRows {
    private final IntervalOptions intervals;
    private final RateScale scale;
    private @Nullable StandardPopulation standard;
    private StandardisedIntervalMethod standardMethod = StandardisedIntervalMethod.FAY_FEUER;

    /** The strata of a group and of its reference. */
    record Strata(List<Stratum> group, List<Stratum> reference) {}

    RateRows(IntervalOptions intervals, RateScale scale) {
        this.intervals = intervals;
        this.scale = scale;
    }

    /** Adds the comparison of rates standardised to a population. */
    void standardise(StandardPopulation population, StandardisedIntervalMethod method) {
        standard = population;
        standardMethod = method;
    }

    /** Ratio, difference, then the common ones of the strata if there are any, then the fractions. */
    List<MetricResult> of(TwoRates counts, @Nullable Strata strata) {
        Confidence confidence = intervals.confidence();
        List<RateRatioMethod> methods = intervals.methods(RateRatioMethod.values(), RateRatioMethod::label);
        List<MetricResult> results = new ArrayList<>();
        methods.forEach(method -> results.add(RateRatio.of(counts, method, confidence)));
        differenceMethods().forEach(method -> results.add(RateDifference.of(counts, scale, method, confidence)));
        if (strata != null) {
            StratifiedRates matched = StratifiedRates.of(strata.group(), strata.reference());
            results.add(MantelHaenszelRateRatio.of(matched, confidence));
            results.add(MantelHaenszelRateDifference.of(matched, scale, confidence));
            results.add(RateHomogeneity.of(matched));
            if (standard != null) {
                results.add(StandardisedComparison.ratio(
                        strata.group(), strata.reference(), standard, standardMethod, confidence));
                results.add(StandardisedComparison.difference(
                        strata.group(), strata.reference(), standard, scale, standardMethod, confidence));
            }
        }
        results.add(AttributableFraction.ofExposed(counts, methods.get(0), confidence));
        results.add(AttributableFraction.ofPopulation(counts, methods.get(0), confidence));
        return results;
    }

    /** The difference has Wald limits unless a method that it knows too is named. */
    private List<RateDifferenceMethod> differenceMethods() {
        return switch (intervals.interval) {
            case "all" -> List.of(RateDifferenceMethod.values());
            case "score" -> List.of(RateDifferenceMethod.SCORE);
            case "scas" -> List.of(RateDifferenceMethod.SCAS);
            case "mover" -> List.of(RateDifferenceMethod.MOVER_GARWOOD);
            default -> List.of(RateDifferenceMethod.WALD);
        };
    }

    /** The sums of a category as strata. */
    static List<Stratum> strata(Map<String, Sums> sums) {
        List<Stratum> strata = new ArrayList<>();
        sums.forEach((label, s) -> strata.add(new Stratum(label, s.count(0), s.amount(1))));
        return strata;
    }
}
