package org.safecommunity.metrics.questionnaire;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** An item of a scale: alpha of the others, and its correlation with their sum. */
record ItemStatistics(ItemAnswers answers, ItemSet scale, int number) implements MetricResult {
    @Override
    public String statistic() {
        return "alpha-if-deleted";
    }

    @Override
    public Map<String, String> item() {
        return Map.of("variable", answers.items().get(number));
    }

    private boolean hasAlpha() {
        return scale.without(number).sumOfAll() > 0;
    }

    @Override
    public OptionalDouble value() {
        return hasAlpha() ? OptionalDouble.of(scale.without(number).alpha()) : OptionalDouble.empty();
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(answers.n());
    }

    @Override
    public Status status() {
        return hasAlpha() ? Status.OK : Status.EMPTY_DOMAIN;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("n", answers.n());
        inputs.put("items", (long) scale.size());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("itemRestCorrelation", scale.restCorrelation(number));
        details.put("mean", answers.mean(number));
        details.put("standardDeviation", Math.sqrt(answers.covariance(number, number)));
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        ItemSet others = scale.without(number);
        value().ifPresent(value -> working.step(
                "alpha-deleted",
                "k/(k − 1)·(1 − Σs_j²/s_T²)",
                others.size() + "/" + (others.size() - 1) + " × (1 − " + num(others.sumOfVariances()) + "/"
                        + num(others.sumOfAll()) + ")",
                value));
        working.step(
                "alpha-rest",
                "r = cov(x, T − x) / √(s_x²·s²(T − x))",
                "s_x² = " + num(answers.covariance(number, number)),
                scale.restCorrelation(number));
        return working.status(status()).end("alpha", "Cronbach 1951, Psychometrika 16:297–334");
    }
}
