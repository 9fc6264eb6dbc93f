package org.safecommunity.metrics.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.regression.LinearCombination;

/**
 * Whether several groups have the same trend: Cochran's Q of their slopes. Immutable.
 *
 * <p>With slopes b and variances v, w = 1/v, b̄ = Σwb/Σw: Q = Σ w(b − b̄)² is chi-squared on groups − 1.
 * <p>Limits: groups are independent of one another and each slope is near normal. Groups without a slope or without a
 * standard error are left out and counted; with fewer than two left there is no test, status {@code single-unit}.
 */
public final class TrendHomogeneity implements MetricResult {
    private final List<Double> slopes = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final int leftOut;

    private TrendHomogeneity(List<LinearCombination> combinations, int groups) {
        for (LinearCombination combination : combinations) {
            if (combination.testable()) {
                double error = combination.standardError().getAsDouble();
                slopes.add(combination.estimate().getAsDouble());
                weights.add(1 / (error * error));
            }
        }
        this.leftOut = groups - slopes.size();
    }

    /**
     * Compares the trends of groups.
     *
     * @param trends one for each group, independent of one another
     */
    public static TrendHomogeneity of(List<LogLinearTrend> trends) {
        List<LinearCombination> slopes =
                trends.stream().flatMap(trend -> trend.slope().stream()).toList();
        return new TrendHomogeneity(slopes, trends.size());
    }

    private double pooled() {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < slopes.size(); i++) {
            sum += weights.get(i) * slopes.get(i);
            total += weights.get(i);
        }
        return sum / total;
    }

    @Override
    public String statistic() {
        return "homogeneity";
    }

    /** Q. */
    @Override
    public OptionalDouble value() {
        if (slopes.size() < 2) {
            return OptionalDouble.empty();
        }
        double pooled = pooled();
        double sum = 0;
        for (int i = 0; i < slopes.size(); i++) {
            sum += weights.get(i) * (slopes.get(i) - pooled) * (slopes.get(i) - pooled);
        }
        return OptionalDouble.of(sum);
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (value().isEmpty()) {
            return Optional.empty();
        }
        double df = slopes.size() - 1d;
        double p = ChiSquaredDistribution.of(df).survivalProbability(value().getAsDouble());
        return Optional.of(new HypothesisTest("cochran-q", value().getAsDouble(), List.of(df), p));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(slopes.size());
    }

    @Override
    public Status status() {
        return slopes.size() < 2 ? Status.SINGLE_UNIT : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("slopes", List.copyOf(slopes));
        inputs.put("weights", List.copyOf(weights));
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (value().isPresent()) {
            details.put("pooledPercentChange", 100 * Math.expm1(pooled()));
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        return leftOut > 0 ? List.of(Note.of("groups-left-out", leftOut)) : List.of();
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        test().ifPresent(test -> {
            steps.add(TrendSteps.calculation(locale, "step.pooled-slope", "b̄ = Σwb / Σw, w = 1/SE²", "", pooled()));
            steps.add(TrendSteps.calculation(locale, "step.homogeneity", "Q = Σ w(b − b̄)²", "", test.statistic()));
            steps.add(TrendSteps.calculation(
                    locale, "step.p-value", "p = P(χ²(" + (slopes.size() - 1) + ") > Q)", "", test.pValue()));
        });
        TrendSteps.closing(steps, this, "assumptions.trend-homogeneity", "Cochran 1954, Biometrics 10:101–129", locale);
        return steps;
    }
}
