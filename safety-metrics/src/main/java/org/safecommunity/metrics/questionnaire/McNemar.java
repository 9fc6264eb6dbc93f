package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * McNemar's test of change in paired answers. The value is z² = (b − c)²/(b + c), 0 where nobody changed; the test is exact or
 * mid-p on the people who changed, its statistic the smaller of b and c.
 *
 * <p>Limits: people independent of one another; a sample by clusters needs design-based methods. Nobody changed: p = 1.
 * Checked against: R {@code mcnemar.test}, {@code binom.test}.
 *
 * @param answers answers of both rounds, not null
 * @param method  how the p-value is computed, not null
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar (1947), Psychometrika 12, 153–157</a>
 */
public record McNemar(PairedAnswers answers, McNemarTest method) implements MetricResult {
    private static final String SOURCE = "McNemar 1947, Psychometrika 12:153–157;"
            + " Fagerland, Lydersen & Laake 2013, BMC Medical Research Methodology 13:91";

    public McNemar {
        requireNonNull(answers, "answers");
        requireNonNull(method, "method");
    }

    @Override
    public String statistic() {
        return "mcnemar";
    }

    @Override
    public OptionalDouble value() {
        return answers.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(chiSquared());
    }

    private double chiSquared() {
        double distance = (double) answers.yesNo() - answers.noYes();
        return answers.changed() == 0 ? 0 : distance * distance / answers.changed();
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (answers.n() == 0) {
            return Optional.empty();
        }
        double smaller = Math.min(answers.yesNo(), answers.noYes());
        return Optional.of(new HypothesisTest(method.label(), smaller, List.of(), pValue()));
    }

    private double pValue() {
        return answers.changed() == 0 ? 1 : method.pValue(answers.yesNo(), answers.noYes());
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(answers.n());
    }

    @Override
    public Status status() {
        return answers.n() == 0 ? Status.EMPTY_DOMAIN : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return inputs(answers);
    }

    static Map<String, Object> inputs(PairedAnswers answers) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("yesYes", answers.yesYes());
        inputs.put("yesNo", answers.yesNo());
        inputs.put("noYes", answers.noYes());
        inputs.put("noNo", answers.noNo());
        return inputs;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        String numbers = "b = " + answers.yesNo() + ", c = " + answers.noYes();
        if (answers.n() > 0) {
            working.step("mcnemar-z2", "z² = (b − c)² / (b + c)", numbers, chiSquared());
            working.step(
                    "mcnemar-p", "p = " + method.formula() + ", B ~ Bin(b + c, ½), m = min(b, c)", numbers, pValue());
        }
        return working.status(status()).end("paired", SOURCE);
    }
}
