package org.safecommunity.metrics.work;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.internal.Checks;

/**
 * One indicator of a scheme: numerator / denominator · multiplier. Immutable.
 *
 * @param scheme      scheme it belongs to, e.g. {@code gb6441}, not blank
 * @param edition     edition of the scheme, may be empty
 * @param validFrom   first day the edition is in force; null when open
 * @param validTo     last day the edition is in force; null when open
 * @param deathCharge lost workdays charged for a death; null when the scheme has none
 * @param id          kebab-case name, not blank
 * @param en          name in English, not blank
 * @param zh          name in Chinese, not blank
 * @param numerator   what is counted, not null
 * @param denominator what it is related to, not null
 * @param multiplier  finite, greater than 0
 * @param unit        unit of the value, not blank
 * @param count       whether the numerator is a count of independent events, which gives the rate a Poisson interval
 * @param reference   where the formula stands, not blank
 * @param status      {@code found}, {@code recalled}, {@code secondary} or {@code given}
 */
public record WorkIndicator(
        String scheme,
        String edition,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Double deathCharge,
        String id,
        String en,
        String zh,
        QuantityExpression numerator,
        QuantityExpression denominator,
        double multiplier,
        String unit,
        boolean count,
        String reference,
        String status) {

    /** Columns of the data file, in order. */
    public static final List<String> COLUMNS = List.of(
            "scheme",
            "edition",
            "valid_from",
            "valid_to",
            "death_charge",
            "id",
            "en",
            "zh",
            "numerator",
            "denominator",
            "multiplier",
            "unit",
            "interval",
            "reference",
            "status");

    private static final Set<String> STATUSES = Set.of("found", "recalled", "secondary", "given");

    public WorkIndicator {
        Checks.text(scheme, "scheme");
        Checks.text(id, "id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("id must be kebab-case, was \"" + id + "\"");
        }
        Checks.text(en, "en");
        Checks.text(zh, "zh");
        Checks.text(unit, "unit");
        Checks.text(reference, "reference");
        Checks.positive(multiplier, "multiplier");
        if (requireNonNull(numerator, "numerator").isOne()) {
            throw new IllegalArgumentException("numerator must not be blank");
        }
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException(
                    "status must be one of found, recalled, secondary, given, was \"" + status + "\"");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("valid_to must not be before valid_from, was " + validTo);
        }
        if (deathCharge != null) {
            Checks.notNegative(deathCharge, "death_charge");
        }
    }

    /**
     * Reads a row of the data file.
     *
     * @param row cell of each of {@link #COLUMNS}, not null
     * @return the indicator
     * @throws IllegalArgumentException if a column is missing or a cell is not what it must be; the message names the column
     */
    public static WorkIndicator of(Map<String, String> row) {
        for (String column : COLUMNS) {
            if (!row.containsKey(column)) {
                throw new IllegalArgumentException("column " + column + " must be there");
            }
        }
        return new WorkIndicator(
                cell(row, "scheme"),
                cell(row, "edition"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                cell(row, "death_charge").isEmpty() ? null : (Double) number(row, "death_charge"),
                cell(row, "id"),
                cell(row, "en"),
                cell(row, "zh"),
                expression(row, "numerator"),
                expression(row, "denominator"),
                number(row, "multiplier"),
                cell(row, "unit"),
                interval(row),
                cell(row, "reference"),
                cell(row, "status"));
    }

    /** Name for a reader. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /** Whether the formula was read in the text of the standard; else it is only recalled or reported by others. */
    public boolean confirmed() {
        return status.equals("found") || status.equals("given");
    }

    /** Whether the edition is in force on a day. */
    public boolean isValid(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Quantities that may be used. */
    public Set<String> quantities() {
        Set<String> names = new LinkedHashSet<>(numerator.names());
        names.addAll(denominator.names());
        return names;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static double number(Map<String, String> row, String column) {
        try {
            return Double.parseDouble(cell(row, column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " must be a number, was \"" + cell(row, column) + "\"", e);
        }
    }

    private static @Nullable LocalDate date(Map<String, String> row, String column) {
        String text = cell(row, column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(column + " must be a date such as 2026-07-01, was \"" + text + "\"", e);
        }
    }

    private static QuantityExpression expression(Map<String, String> row, String column) {
        try {
            return QuantityExpression.parse(cell(row, column));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + ": " + e.getMessage(), e);
        }
    }

    private static boolean interval(Map<String, String> row) {
        return switch (cell(row, "interval")) {
            case "poisson" -> true;
            case "none" -> false;
            default ->
                throw new IllegalArgumentException(
                        "interval must be poisson or none, was \"" + cell(row, "interval") + "\"");
        };
    }
}
