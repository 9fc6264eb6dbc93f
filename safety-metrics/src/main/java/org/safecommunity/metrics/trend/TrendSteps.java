package org.safecommunity.metrics.trend;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** Parts that the tests of trend share. */
final class TrendSteps {
    private TrendSteps() {}

    /** A two-sided test of a statistic that is standard normal without trend. */
    static HypothesisTest normal(String method, double z) {
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return new HypothesisTest(method, z, List.of(), Math.min(1, p));
    }

    static Step calculation(Locale locale, String label, String formula, String numbers, double value) {
        return new Step(Messages.text(locale, label), formula, numbers.isEmpty() ? null : numbers, value, null, null);
    }

    /** Test statistic and p-value of a normal test. */
    static void normal(List<Step> steps, HypothesisTest test, String formula, String numbers, Locale locale) {
        steps.add(calculation(locale, "step.test-statistic", formula, numbers, test.statistic()));
        steps.add(calculation(
                locale,
                "step.p-value",
                "p = 2·P(Z > |z|)",
                "2·P(Z > " + NumberText.shortest(Math.abs(test.statistic())) + ")",
                test.pValue()));
    }

    /** Status, assumptions and source. */
    static void closing(List<Step> steps, MetricResult result, String assumptions, String source, Locale locale) {
        if (result.status() != Status.OK) {
            steps.add(Step.remark(
                    Messages.text(locale, "step.status"), result.status().message(locale)));
        }
        steps.add(Step.remark(Messages.text(locale, "step.assumptions"), Messages.text(locale, assumptions)));
        steps.add(Step.remark(Messages.text(locale, "step.source"), source));
    }

    /** Requires finite values. */
    static double[] series(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be finite, was " + NumberText.shortest(values[i]));
            }
        }
        return values.clone();
    }

    /** Requires as many values as others. */
    static void sameSize(int length, int expected, String name, String others) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    name + " must have one value for each of the " + expected + " " + others + ", was " + length);
        }
    }
}
