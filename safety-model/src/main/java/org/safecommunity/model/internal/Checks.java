package org.safecommunity.model.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constructor guards: {@code <component> must <rule>, was <value>}. */
public final class Checks {
    private Checks() {}

    /** Requires text that is not blank. */
    public static String text(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** Requires a whole number in a range, both ends included. */
    public static int between(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be from " + low + " to " + high + ", was " + value);
        }
        return value;
    }

    /** Requires a number of 0 or more. */
    public static long notNegative(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, was " + value);
        }
        return value;
    }

    /** Requires a decimal of 0 or more. */
    public static BigDecimal notNegative(BigDecimal value, String name) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, was " + value.toPlainString());
        }
        return value;
    }

    /** An unmodifiable copy; a list left out of a data file is empty. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An unmodifiable copy; a map left out of a data file is empty. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }
}
