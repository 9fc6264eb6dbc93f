package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.internal.Checks;

/**
 * A row of a register as written: anything may be missing or wrong; the getters give a value only where the cell has one.
 * Immutable.
 *
 * @param line  line in the file, or 0 when it comes from elsewhere
 * @param cells cells by column name; a column left out is empty
 */
public record RegisterEntry(int line, Map<String, String> cells) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if cells is null
     * @throws IllegalArgumentException if line is negative
     */
    public RegisterEntry {
        Checks.notNegative(line, "line");
        cells = Checks.map(requireNonNull(cells, "cells"));
    }

    /** The cell of a column without spaces around it; empty when the column is not there. */
    public String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** Whether the cell of a column has something in it. */
    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** The day in a cell. */
    public Optional<LocalDate> date(String column) {
        try {
            return has(column) ? Optional.of(LocalDate.parse(text(column))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number in a cell. */
    public Optional<BigDecimal> number(String column) {
        try {
            return has(column) ? Optional.of(new BigDecimal(text(column))) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The codes or ids in a cell, separated by semicolons of either width. */
    public List<String> list(String column) {
        return Arrays.stream(text(column).split("[;；]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
