package org.safecommunity.risk.internal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constructor guards: {@code <component> must <rule>, was <value>}. Null is answered with the name of the component. */
public final class Checks {
    private Checks() {}

    /** Requires text that is not blank. */
    public static String text(String value, String name) {
        if (requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** An unmodifiable copy of a list that needs at least one entry. */
    public static <T> List<T> filled(@Nullable List<T> list, String name) {
        if (list == null || list.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return List.copyOf(list);
    }

    /** The same number written without trailing zeros and without an exponent: 126.0 is 126, 1E+3 is 1000. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
