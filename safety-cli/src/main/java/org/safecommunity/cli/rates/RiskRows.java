package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.comparison.AttributableFraction;
import org.safecommunity.metrics.comparison.MantelHaenszelOddsRatio;
import org.safecommunity.metrics.comparison.MantelHaenszelRiskRatio;
import org.safecommunity.metrics.comparison.OddsHomogeneity;
import org.safecommunity.metrics.comparison.OddsRatio;
import org.safecommunity.metrics.comparison.OddsRatioMethod;
import org.safecommunity.metrics.comparison.RiskDifference;
import org.safecommunity.metrics.comparison.RiskDifferenceMethod;
import org.safecommunity.metrics.comparison.RiskRatio;
import org.safecommunity.metrics.comparison.RiskRatioMethod;
import org.safecommunity.metrics.comparison.StratifiedProportions;
import org.safecommunity.metrics.comparison.TwoProportions;

/** The results of a comparison of two risks, the crude ratio first. A statistic that lacks the named method has its own. */
final class RiskRows {
    private final IntervalOptions intervals;

    RiskRows(IntervalOptions intervals) {
        this.intervals = intervals;
        requireKnown();
    }

    /** Ratio, difference and odds ratio, then the common ones of the strata if there are any, then the fractions. */
    List<MetricResult> of(TwoProportions counts, @Nullable StratifiedProportions strata) {
        Confidence confidence = intervals.confidence();
        List<MetricResult> results = new ArrayList<>();
        List<RiskRatioMethod> ratios = methods(RiskRatioMethod.values(), RiskRatioMethod::label, RiskRatioMethod.KATZ);
        ratios.forEach(method -> results.add(RiskRatio.of(counts, method, confidence)));
        methods(RiskDifferenceMethod.values(), RiskDifferenceMethod::label, RiskDifferenceMethod.WALD)
                .forEach(method -> results.add(RiskDifference.of(counts, method, confidence)));
        methods(OddsRatioMethod.values(), OddsRatioMethod::label, OddsRatioMethod.WOOLF)
                .forEach(method -> results.add(OddsRatio.of(counts, method, confidence)));
        if (strata != null) {
            results.add(MantelHaenszelRiskRatio.of(strata, confidence));
            results.add(MantelHaenszelOddsRatio.of(strata, confidence));
            results.add(OddsHomogeneity.of(strata));
        }
        results.add(AttributableFraction.ofExposed(counts, ratios.get(0), confidence));
        results.add(AttributableFraction.ofPopulation(counts, confidence));
        return results;
    }

    private <M> List<M> methods(M[] known, Function<M, String> label, M wald) {
        return switch (intervals.interval) {
            case "all" -> List.of(known);
            case "wald" -> List.of(wald);
            default ->
                Arrays.stream(known)
                        .filter(method -> label.apply(method).equals(intervals.interval))
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of(known[0]));
        };
    }

    private void requireKnown() {
        Set<String> known = new LinkedHashSet<>();
        known.add("score");
        Arrays.stream(RiskRatioMethod.values()).map(RiskRatioMethod::label).forEach(known::add);
        Arrays.stream(RiskDifferenceMethod.values())
                .map(RiskDifferenceMethod::label)
                .forEach(known::add);
        Arrays.stream(OddsRatioMethod.values()).map(OddsRatioMethod::label).forEach(known::add);
        known.add("all");
        if (!intervals.interval.isEmpty() && !known.contains(intervals.interval)) {
            throw UserError.usage("error.choice", "--interval", intervals.interval, String.join(", ", known));
        }
    }

    /** The counts of a category and of its reference, all strata together. */
    static TwoProportions counts(ComparedCounts.Pair pair) {
        return new TwoProportions(
                ComparedCounts.Pair.count(pair.sums(), 0),
                ComparedCounts.Pair.count(pair.sums(), 1),
                ComparedCounts.Pair.count(pair.reference(), 0),
                ComparedCounts.Pair.count(pair.reference(), 1));
    }

    /** The tables of the strata, matched by value; one that a group lacks has no trials of it. */
    static StratifiedProportions strata(ComparedCounts.Pair pair) {
        Set<String> labels = new LinkedHashSet<>(pair.sums().keySet());
        labels.addAll(pair.reference().keySet());
        Map<String, TwoProportions> tables = new LinkedHashMap<>();
        for (String label : labels) {
            Sums group = pair.sums().get(label);
            Sums reference = pair.reference().get(label);
            tables.put(
                    label,
                    new TwoProportions(
                            group == null ? 0 : group.count(0),
                            group == null ? 0 : group.count(1),
                            reference == null ? 0 : reference.count(0),
                            reference == null ? 0 : reference.count(1)));
        }
        return new StratifiedProportions(tables);
    }
}
