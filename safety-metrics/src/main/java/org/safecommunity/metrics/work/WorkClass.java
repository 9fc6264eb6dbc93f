package org.safecommunity.metrics.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.internal.CsvRows;

/**
 * A class of values of an indicator, e.g. the loss classes of GB 6721 or the severity of an injury by its lost workdays. The
 * lower bound is inside, the upper one outside. Immutable.
 *
 * @param id        kebab-case name
 * @param en        name in English
 * @param zh        name in Chinese
 * @param min       smallest value inside
 * @param max       smallest value above, infinite for an open class
 * @param reference where the class is defined
 */
public record WorkClass(String id, String en, String zh, double min, double max, String reference) {
    private static final String RESOURCE = "work-classes.csv";

    /** The classes of an indicator in rising order; empty when it has none. */
    public static List<WorkClass> of(String scheme, String edition, String indicator) {
        return CsvRows.of(WorkClass.class, RESOURCE).stream()
                .filter(row -> scheme.equals(row.get("scheme"))
                        && edition.equals(row.get("edition"))
                        && indicator.equals(row.get("indicator")))
                .map(WorkClass::of)
                .toList();
    }

    /** The class a value falls into; empty below the first class or where the indicator has none. */
    public static Optional<WorkClass> find(String scheme, String edition, String indicator, double value) {
        return of(scheme, edition, indicator).stream()
                .filter(band -> band.min() <= value && value < band.max())
                .findFirst();
    }

    /** Name for a reader. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    private static WorkClass of(Map<String, String> row) {
        String max = row.getOrDefault("max", "");
        return new WorkClass(
                row.getOrDefault("id", ""),
                row.getOrDefault("en", ""),
                row.getOrDefault("zh", ""),
                Double.parseDouble(row.getOrDefault("min", "")),
                max.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(max),
                row.getOrDefault("reference", ""));
    }
}
