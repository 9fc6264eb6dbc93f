package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.TextFormula;

/** Works out the steps of a standardised rate again: the later ones from the numbers of the strata. */
final class StandardisedWorking {
    private static final Pattern STRATUM = Pattern.compile("(\\S+)/(\\S+) × (\\S+)/(\\S+) × (\\S+)");

    private final List<Step> steps;
    private final List<Double> c = new ArrayList<>();
    private final List<Double> events = new ArrayList<>();
    private double multiplier;

    StandardisedWorking(List<Step> steps) {
        this.steps = steps;
    }

    void assertRight() {
        int checked = 0;
        for (Step step : steps) {
            if (step.value() != null) {
                assertStep(step, step.value());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(events.size() + 1);
    }

    private void assertStep(Step step, double value) {
        String formula = Objects.requireNonNull(step.formula());
        String numbers = Objects.requireNonNull(step.numbers());
        if (formula.startsWith("w/Σw × x/T")) {
            assertStratum(numbers, value);
        } else if (formula.startsWith("y × m")) {
            assertClose(value, sum(1, true) * multiplier, 1e-12);
        } else if (formula.startsWith("v = ")) {
            assertClose(value, sum(2, true), 1e-12);
        } else if (formula.startsWith("c* = ")) {
            assertClose(value, c.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), 1e-12);
        } else if (formula.startsWith("c̄ = ")) {
            assertClose(value, sum(1, false) / c.size(), 1e-12);
        } else if (formula.startsWith("s̄ = ")) {
            assertClose(value, sum(2, false) / c.size(), 1e-12);
        } else if (numbers.startsWith("y = ")) {
            assertLimit(formula, TextFormula.values(numbers), value);
        } else {
            assertClose(value, TextFormula.value(numbers), 1e-11);
        }
    }

    private void assertStratum(String numbers, double value) {
        Matcher matcher = STRATUM.matcher(numbers);
        assertThat(matcher.matches()).isTrue();
        double weight = Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
        c.add(weight / Double.parseDouble(matcher.group(4)));
        events.add(Double.parseDouble(matcher.group(3)));
        multiplier = Double.parseDouble(matcher.group(5));
        assertClose(value, TextFormula.value(numbers), 1e-12);
    }

    private void assertLimit(String formula, Map<String, Double> values, double value) {
        if (formula.equals("0 (D = 0)")) {
            assertThat(value).isZero();
            assertThat(events).containsOnly(0d);
            return;
        }
        double worked = TextFormula.value(formula, values);
        assertThat(Math.abs(value - worked))
                .isLessThanOrEqualTo(1e-10
                        * values.getOrDefault("m", 1d)
                        * Math.max(Math.abs(worked), values.getOrDefault("y", 0d)));
    }

    private double sum(int power, boolean timesEvents) {
        double sum = 0;
        for (int i = 0; i < c.size(); i++) {
            sum += Math.pow(c.get(i), power) * (timesEvents ? events.get(i) : 1);
        }
        return sum;
    }
}
