package org.safecommunity.metrics.agreement;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.internal.Working;

/**
 * A coefficient of agreement between raters: 1 is perfect, 0 what chance gives (for Kendall's W none), below 0 less than
 * chance. Immutable. When the ratings do not vary the coefficient is not defined: status {@code no-variation}.
 */
public final class Agreement implements MetricResult {
    private final Draft draft;

    private Agreement(Draft draft) {
        this.draft = draft;
    }

    @Override
    public String statistic() {
        return "agreement";
    }

    @Override
    public OptionalDouble value() {
        return draft.value;
    }

    @Override
    public OptionalDouble standardError() {
        return draft.standardError;
    }

    @Override
    public Optional<Interval> interval() {
        return Optional.ofNullable(draft.interval);
    }

    @Override
    public Optional<HypothesisTest> test() {
        return Optional.ofNullable(draft.test);
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(draft.items);
    }

    @Override
    public Status status() {
        return draft.status;
    }

    @Override
    public Map<String, Object> inputs() {
        return Collections.unmodifiableMap(draft.inputs);
    }

    @Override
    public Map<String, Object> details() {
        return Collections.unmodifiableMap(draft.details);
    }

    @Override
    public List<Note> warnings() {
        return List.copyOf(draft.notes);
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (Calculation one : draft.calculations) {
            working.step(one.key(), one.formula(), one.numbers(), one.value());
        }
        return working.status(draft.status)
                .remark("coefficient", Messages.text(locale, "agreement." + draft.method))
                .end("agreement-" + draft.method, draft.source);
    }

    private record Calculation(String key, String formula, String numbers, double value) {}

    /** Collects a coefficient while it is computed; used up by {@link #build()}. */
    static final class Draft {
        private static final int NAMED = 10;

        private final String method;
        private final String source;
        private final int items;
        private final Map<String, Object> inputs = new LinkedHashMap<>();
        private final Map<String, Object> details = new LinkedHashMap<>();
        private final List<Note> notes = new ArrayList<>();
        private final List<Calculation> calculations = new ArrayList<>();
        private OptionalDouble value = OptionalDouble.empty();
        private OptionalDouble standardError = OptionalDouble.empty();
        private @Nullable Interval interval;
        private @Nullable HypothesisTest test;
        private Status status = Status.OK;

        /** A coefficient of some items by some raters; items left out are named by their number. */
        Draft(String method, int items, long raters, List<Integer> leftOut, String source) {
            this.method = requireNonNull(method, "method");
            this.source = requireNonNull(source, "source");
            this.items = items;
            inputs.put("items", (long) items);
            inputs.put("raters", raters);
            details.put("method", method);
            details.put("raters", raters);
            details.put("itemsLeftOut", (long) leftOut.size());
            if (!leftOut.isEmpty()) {
                String names = String.join(
                        ", ", leftOut.stream().limit(NAMED).map(String::valueOf).toList());
                notes.add(Note.of("items-left-out", leftOut.size(), leftOut.size() > NAMED ? names + " …" : names));
            }
        }

        Draft input(String name, Object given) {
            inputs.put(name, given);
            return this;
        }

        Draft detail(String name, Object found) {
            details.put(name, found);
            return this;
        }

        Draft note(String code, Object... arguments) {
            notes.add(Note.of(code, arguments));
            return this;
        }

        Draft step(String key, String formula, String numbers, double outcome) {
            calculations.add(new Calculation(key, formula, numbers, outcome));
            return this;
        }

        Draft value(double estimate) {
            value = OptionalDouble.of(estimate + 0d);
            return this;
        }

        Draft standardError(double error) {
            standardError = OptionalDouble.of(error);
            return this;
        }

        Draft interval(Interval limits) {
            interval = limits;
            return this;
        }

        Draft test(HypothesisTest significance) {
            test = significance;
            return this;
        }

        /** No estimate. */
        Agreement without(Status reason) {
            status = reason;
            value = OptionalDouble.empty();
            return build();
        }

        Agreement build() {
            return new Agreement(this);
        }
    }
}
