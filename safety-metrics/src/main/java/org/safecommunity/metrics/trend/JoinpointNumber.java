package org.safecommunity.metrics.trend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** How many joinpoints were chosen, and why. */
record JoinpointNumber(JoinpointChoice choice, List<Note> warnings) implements MetricResult {
    @Override
    public String statistic() {
        return "joinpoint-number";
    }

    @Override
    public OptionalDouble value() {
        return status().hasValue()
                ? OptionalDouble.of(choice.chosen().locations().size())
                : OptionalDouble.empty();
    }

    @Override
    public Status status() {
        return choice.chosen().status();
    }

    /** The last test of the sequence. */
    @Override
    public Optional<HypothesisTest> test() {
        return choice.tests().values().stream().reduce((first, second) -> second);
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) choice.chosen().size());
        inputs.put("model", choice.chosen().kind().label());
        inputs.put("selection", choice.selection().label());
        if (choice.selection() instanceof JoinpointSelection.Permutation permutation) {
            inputs.put("permutations", (long) permutation.permutations());
            inputs.put("seed", permutation.seed());
            inputs.put("alpha", permutation.alpha());
        }
        return inputs;
    }

    /** Criterion by number of joinpoints, and p-values of the tests {@code a:b}. */
    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!status().hasValue()) {
            return details;
        }
        Map<String, Object> criterion = new LinkedHashMap<>();
        for (JoinpointFit fit : choice.fits()) {
            criterion.put(String.valueOf(fit.locations().size()), choice.criterion(fit));
        }
        details.put("criterion", criterion);
        if (!choice.tests().isEmpty()) {
            Map<String, Object> pValues = new LinkedHashMap<>();
            choice.tests().forEach((numbers, test) -> pValues.put(numbers, test.pValue()));
            details.put("pValues", pValues);
        }
        return details;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        if (status().hasValue()) {
            boolean weighted = choice.selection().equals(JoinpointSelection.WEIGHTED_BIC);
            String formula = weighted ? "WBIC = D + ((2 + R²)·k + 2)·ln n" : "BIC = D + 2·(k + 1)·ln n";
            for (JoinpointFit fit : choice.fits()) {
                working.calculation(
                        "step.joinpoint-bic",
                        formula,
                        "k = " + fit.locations().size() + (weighted ? ", R² = " + Working.num(fit.partialR2()) : ""),
                        choice.criterion(fit));
            }
            choice.tests().forEach((numbers, test) -> {
                String[] pair = numbers.split(":", 2);
                working.calculation(
                        "step.p-value",
                        "p = (1 + #{T* ≥ T}) / (1 + B)",
                        "k = " + pair[0] + " : " + pair[1] + ", T = " + Working.num(test.statistic()),
                        test.pValue());
            });
            working.calculation("step.joinpoint-number", "k", "", value().orElse(0));
        }
        return working.status(status())
                .end(
                        "joinpoint-selection",
                        "Kim, Fay, Feuer & Midthune 2000, Stat Med 19:335–351; "
                                + "Kim et al. 2022, J Appl Stat, doi 10.1080/02664763.2022.2063265");
    }
}
