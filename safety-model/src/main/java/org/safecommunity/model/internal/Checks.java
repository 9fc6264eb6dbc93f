package org.safecommunity.model.internal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constructor guards: {@code <component> must <rule>, was <value>}. Null is answered with the name of the component. */
public final class Checks {
    private Checks() {}

    /** Requires text that is not blank. Space characters of every script count as blank, the ideographic space too. */
    public static String text(String value, String name) {
        if (requireNonNull(value, name).isBlank()) {
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
        if (requireNonNull(value, name).signum() < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, was " + value.toPlainString());
        }
        return value;
    }

    /** An unmodifiable copy; a list left out of a data file is empty. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An unmodifiable copy of a list that needs at least one entry. */
    public static <T> List<T> filled(@Nullable List<T> list, String name) {
        List<T> copy = list(list);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return copy;
    }

    /** An unmodifiable copy in the same order; a map left out of a data file is empty. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
