package org.safecommunity.metrics.evaluation;

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
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.regression.CountModel;

/**
 * Autocorrelation of the deviance residuals of a model of counts in the order of time: at lag 1 with the Ljung–Box test,
 * and with the Durbin–Watson statistic among the details. Immutable.
 *
 * <p>r(k) = Σ(e_t − ē)(e_(t−k) − ē) / Σ(e_t − ē)²; Q = n(n + 2)·r(1)²/(n − 1) is about chi-squared on 1; Durbin–Watson
 * d = Σ(e_t − e_(t−1))² / Σe_t², near 2 without correlation.
 * <p>Limits: the distribution of Q takes no account of the coefficients that were estimated. Times left out are passed
 * over.
 * <p>Checked against: R {@code acf}, {@code Box.test}.
 */
public final class ResidualCorrelation implements MetricResult {
    private static final double SMALLEST = 1e-18;

    private final double[] residuals;
    private final int season;

    private ResidualCorrelation(double[] residuals, int season) {
        this.residuals = residuals;
        this.season = season;
    }

    /**
     * Looks at the residuals of a model.
     *
     * @param model  rows in the order of time, not null
     * @param season a further lag for the details; 0 for none
     * @return empty without estimates, with fewer than three rows, or when the model fits exactly
     */
    static Optional<ResidualCorrelation> of(CountModel model, int season) {
        if (model.status() != Status.OK || model.observations() < 3 || model.residualDf() <= 0) {
            return Optional.empty();
        }
        ResidualCorrelation result = new ResidualCorrelation(model.devianceResiduals(), season);
        return result.products(0) > SMALLEST * model.observations() ? Optional.of(result) : Optional.empty();
    }

    private double products(int lag) {
        double mean = java.util.Arrays.stream(residuals).average().orElse(0);
        double sum = 0;
        for (int t = lag; t < residuals.length; t++) {
            sum += (residuals[t] - mean) * (residuals[t - lag] - mean);
        }
        return sum;
    }

    private double correlation(int lag) {
        return products(lag) / products(0);
    }

    private double ljungBox() {
        double n = residuals.length;
        return n * (n + 2) * correlation(1) * correlation(1) / (n - 1);
    }

    /** p-value of the Ljung–Box test. */
    double pValue() {
        return ChiSquaredDistribution.of(1).survivalProbability(ljungBox());
    }

    private double durbinWatson() {
        double differences = 0;
        double squares = residuals[0] * residuals[0];
        for (int t = 1; t < residuals.length; t++) {
            differences += (residuals[t] - residuals[t - 1]) * (residuals[t] - residuals[t - 1]);
            squares += residuals[t] * residuals[t];
        }
        return differences / squares;
    }

    @Override
    public String statistic() {
        return "autocorrelation";
    }

    @Override
    public OptionalDouble value() {
        return OptionalDouble.of(correlation(1));
    }

    @Override
    public Optional<HypothesisTest> test() {
        return Optional.of(new HypothesisTest("ljung-box", ljungBox(), List.of(1d), pValue()));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(residuals.length);
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) residuals.length);
        inputs.put("lag", 1L);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("durbinWatson", durbinWatson());
        if (season > 0 && season < residuals.length) {
            details.put("seasonalLag", (long) season);
            details.put("seasonalCorrelation", correlation(season));
        }
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        String n = String.valueOf(residuals.length);
        String r = Working.num(correlation(1));
        Working working = new Working(locale)
                .step(
                        "autocorrelation",
                        "r = Σ(e_t − ē)(e_(t−1) − ē) / Σ(e_t − ē)²",
                        Working.num(products(1)) + " / " + Working.num(products(0)),
                        correlation(1))
                .step(
                        "ljung-box",
                        "Q = n·(n + 2)·r² / (n − 1)",
                        n + "·(" + n + " + 2)·(" + r + ")² / (" + n + " − 1)",
                        ljungBox())
                .step("p-value-plain", "p = P(χ²(1) > Q)", "P(χ²(1) > " + Working.num(ljungBox()) + ")", pValue());
        return working.end("autocorrelation", "Ljung & Box 1978, Biometrika 65:297–303");
    }
}
