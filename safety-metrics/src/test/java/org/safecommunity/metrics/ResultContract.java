package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every {@link MetricResult} keeps to, for the test of any of them. */
public final class ResultContract {
    private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String CAMEL = "[a-z][A-Za-z0-9]*";

    private ResultContract() {}

    /** Fails where the result breaks the contract. */
    public static void assertKept(MetricResult result) {
        assertNumbers(result);
        assertValues(result.inputs());
        assertValues(result.details());
        assertThat(result.inputs()).as("inputs").isNotEmpty();
        assertThat(result.item().keySet()).allMatch(key -> key.matches(CAMEL));
        assertThat(result.item().values()).allMatch(value -> !value.isBlank());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            result.warnings()
                    .forEach(note ->
                            assertThat(note.message(locale)).isNotBlank().doesNotContainPattern("\\{\\d}"));
            assertThat(result.status().message(locale)).isNotBlank();
            assertSteps(result.explain(locale));
        }
        assertTranslated(result.explain(Locale.ENGLISH), result.explain(Locale.CHINESE));
    }

    private static void assertNumbers(MetricResult result) {
        assertThat(result.statistic()).matches(KEBAB);
        assertThat(result.value().isPresent())
                .as("value present with status %s", result.status())
                .isEqualTo(result.status().hasValue());
        result.value().ifPresent(value -> assertThat(value).isFinite());
        result.standardError().ifPresent(error -> assertThat(error).isFinite().isNotNegative());
        result.n().ifPresent(n -> assertThat(n).isNotNegative());
        result.interval().ifPresent(interval -> {
            assertThat(interval.method()).matches(KEBAB);
            assertThat(Double.isFinite(interval.lower()) || Double.isFinite(interval.upper()))
                    .as("one end of the interval is a number")
                    .isTrue();
        });
        result.test().ifPresent(test -> assertThat(test.method()).matches(KEBAB));
    }

    private static void assertValues(Map<String, Object> values) {
        assertThat(values.keySet()).allMatch(key -> key.matches(CAMEL));
        values.values().forEach(ResultContract::assertValue);
    }

    private static void assertValue(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(ResultContract::assertValue);
        } else if (value instanceof Double number) {
            assertThat(number).isFinite();
        } else {
            assertThat(value).isInstanceOfAny(Long.class, String.class, Boolean.class);
        }
    }

    private static void assertSteps(List<Step> steps) {
        assertThat(steps).isNotEmpty();
        for (Step step : steps) {
            assertThat(step.label()).isNotBlank().doesNotContainPattern("\\{\\d}");
            if (step.value() == null) {
                assertThat(step.text())
                        .as("text of the remark %s", step.label())
                        .isNotBlank();
            } else {
                assertThat(step.formula()).as("formula of %s", step.label()).isNotBlank();
                assertThat(step.numbers()).as("numbers of %s", step.label()).isNotBlank();
            }
        }
    }

    private static void assertTranslated(List<Step> english, List<Step> chinese) {
        assertThat(chinese)
                .extracting(Step::formula, Step::value, Step::unit)
                .containsExactlyElementsOf(english.stream()
                        .map(step -> tuple(step.formula(), step.value(), step.unit()))
                        .toList());
        assertThat(chinese).extracting(Step::label).allMatch(ResultContract::hasChinese);
        assertThat(english).extracting(Step::label).noneMatch(ResultContract::hasChinese);
    }

    private static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
