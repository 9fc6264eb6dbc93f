package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Step;

/** What the tests of this package share: an empty cell of a reference file means absent. */
final class References {
    private References() {}

    /** Asserts a number within a relative tolerance. */
    static void assertClose(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(Math.abs(expected), 1e-290)));
    }

    /** Asserts a value, or that there is none. */
    static void assertValue(OptionalDouble actual, @Nullable Double expected, double tolerance) {
        if (expected == null) {
            assertThat(actual).isEmpty();
        } else {
            assertClose(actual.orElseThrow(), expected, tolerance);
        }
    }

    /** Asserts both limits; empty cells mean no interval, infinite ones an unbounded end. */
    static void assertLimits(MetricResult result, @Nullable Double lower, @Nullable Double upper, double tolerance) {
        if (lower == null || upper == null) {
            assertThat(result.interval()).isEmpty();
            return;
        }
        Interval interval = result.interval().orElseThrow();
        assertClose(interval.lower(), lower, tolerance);
        if (Double.isInfinite(upper)) {
            assertThat(interval.upper()).isEqualTo(upper);
        } else {
            assertClose(interval.upper(), upper, tolerance);
        }
    }

    /** Asserts the p-value, or that there is no test. */
    static void assertP(MetricResult result, @Nullable Double pValue, double tolerance) {
        if (pValue == null) {
            assertThat(result.test()).isEmpty();
        } else {
            assertClose(result.test().orElseThrow().pValue(), pValue, tolerance);
        }
    }

    /** Asserts that the working is complete in both languages: as many steps, every text present, the value reached. */
    static void assertExplained(MetricResult result) {
        var english = result.explain(Locale.ENGLISH);
        var chinese = result.explain(Locale.CHINESE);
        assertThat(english).hasSameSizeAs(chinese);
        assertThat(chinese.stream().map(Step::label)).anyMatch(label -> label.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        if (result.value().isPresent()) {
            assertThat(english.stream().map(Step::value))
                    .contains(result.value().getAsDouble());
        }
        result.interval().ifPresent(limits -> {
            if (Double.isFinite(limits.upper())) {
                assertThat(english.stream().map(Step::value)).contains(limits.upper());
            }
        });
        assertThat(english.get(english.size() - 1).text()).isNotBlank();
    }
}
