package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * One factor of a method with its scale, e.g. L (likelihood) of LEC. Immutable.
 *
 * @param symbol     letter in the formula, e.g. {@code L}, not blank
 * @param title      name, not null
 * @param values     scale, at least one value; the values all rise or all fall
 * @param provenance where the scale is stated when that differs from the scheme's, or null
 * @param columns    consequence columns (people, loss, law …) that share the scale; empty when there is one reading only.
 *                   Each is rated and the highest value counts
 */
public record Factor(
        String symbol,
        LocalText title,
        List<ScaleValue> values,
        @Nullable Provenance provenance,
        List<FactorColumn> columns) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if symbol or title is null
     * @throws InvalidDataException     with every fault, if a value is out of order or repeats, a column repeats or has not one
     *                                  label for each value
     * @throws IllegalArgumentException if the symbol is blank, or the scale is empty
     */
    public Factor {
        Checks.text(symbol, "symbol");
        requireNonNull(title, "title");
        values = Checks.filled(values, "values");
        columns = columns == null ? List.of() : List.copyOf(columns);
        List<Finding> faults = new ArrayList<>(outOfOrder(values));
        faults.addAll(Duplicates.in(columns, "columns", "id", FactorColumn::id));
        faults.addAll(FactorColumn.wrongLength(columns, values.size()));
        InvalidDataException.throwIfAny(faults);
    }

    /** A factor with one reading of its scale. */
    public Factor(String symbol, LocalText title, List<ScaleValue> values, @Nullable Provenance provenance) {
        this(symbol, title, values, provenance, List.of());
    }

    /**
     * The rating of several consequence columns: the highest of them, compared as numbers.
     *
     * @param ratings value of each rated column by its id; a column that does not apply is left out
     * @return the highest rating
     * @throws IllegalArgumentException if there is no rating, a column is not one of the factor, or a value is not on the
     *                                  scale
     */
    public BigDecimal highest(Map<String, BigDecimal> ratings) {
        for (Map.Entry<String, BigDecimal> rating : ratings.entrySet()) {
            if (columns.stream().noneMatch(c -> c.id().equals(rating.getKey()))) {
                throw new IllegalArgumentException("column " + rating.getKey() + " of factor " + name()
                        + " must be one of "
                        + columns.stream().map(FactorColumn::id).collect(Collectors.joining(", ")));
            }
            if (value(rating.getValue()).isEmpty()) {
                throw new IllegalArgumentException("column " + rating.getKey() + " of factor " + name()
                        + " must be one of " + scaleText() + ", was "
                        + rating.getValue().toPlainString());
            }
        }
        return ratings.values().stream()
                .max(BigDecimal::compareTo)
                .map(Checks::plain)
                .orElseThrow(() -> new IllegalArgumentException("ratings of factor " + name() + " must not be empty"));
    }

    /** Name of the factor in options and files: the symbol in lower case. */
    public String name() {
        return symbol.toLowerCase(Locale.ROOT);
    }

    /** The scale value equal to a number; empty when the scale does not have it. */
    public Optional<ScaleValue> value(BigDecimal number) {
        return values.stream().filter(v -> v.value().compareTo(number) == 0).findFirst();
    }

    /** The scale as text, e.g. {@code 10, 6, 3, 1}. */
    public String scaleText() {
        return values.stream().map(v -> v.value().toPlainString()).collect(Collectors.joining(", "));
    }

    private static List<Finding> outOfOrder(List<ScaleValue> values) {
        List<Finding> faults = new ArrayList<>();
        int direction = values.size() < 2
                ? 0
                : values.get(1).value().compareTo(values.get(0).value());
        for (int i = 1; i < values.size(); i++) {
            BigDecimal before = values.get(i - 1).value();
            BigDecimal value = values.get(i).value();
            int order = value.compareTo(before);
            if (order == 0 || order != direction) {
                faults.add(Finding.error(
                        "scale-not-in-order",
                        "values[" + i + "].value",
                        new LocalText(
                                "value must continue the order of the scale, was " + value.toPlainString() + " after "
                                        + before.toPlainString(),
                                "取值须按次序排列，现为 " + before.toPlainString() + " 之后 " + value.toPlainString()),
                        new LocalText("list the values from highest to lowest, each once", "请从高到低列出各取值，每个一次")));
            }
        }
        return faults;
    }
}
