package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;

/**
 * One factor of a method with its scale, e.g. L (likelihood) of LEC.
 *
 * @param symbol letter in the formula, e.g. {@code L}, not blank
 * @param title  name, not null
 * @param values scale, at least one value, each once
 */
public record Factor(String symbol, LocalText title, List<ScaleValue> values) {
    public Factor {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank");
        }
        requireNonNull(title, "title");
        values = List.copyOf(values);
        Set<BigDecimal> seen = new HashSet<>();
        for (ScaleValue value : values) {
            if (!seen.add(value.value().stripTrailingZeros())) {
                throw new IllegalArgumentException("values of factor " + symbol + " must be unique, was twice "
                        + value.value().toPlainString());
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values of factor " + symbol + " must not be empty");
        }
    }

    /** Name of the factor in options and files: the symbol in lower case. */
    public String name() {
        return symbol.toLowerCase(java.util.Locale.ROOT);
    }

    /** The scale value equal to a number; empty when the scale does not have it. */
    public Optional<ScaleValue> value(BigDecimal number) {
        return values.stream().filter(v -> v.value().compareTo(number) == 0).findFirst();
    }

    /** The scale as text, e.g. {@code 10, 6, 3, 1}. */
    public String scaleText() {
        return values.stream().map(v -> v.value().toPlainString()).collect(Collectors.joining(", "));
    }
}
