package org.safecommunity.metrics.burden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.CsvRows;
import org.safecommunity.metrics.internal.Working;

/**
 * A life table: remaining life expectancy at exact ages. Between two ages it is interpolated linearly; above the last age the
 * last value holds. The published tables are in {@code life-tables.csv} with their sources. Immutable.
 *
 * @param id        identifier, e.g. {@code GBD2019_TMRLT}, not blank
 * @param en        name in English, not blank
 * @param zh        name in Chinese, not blank
 * @param reference where it is published, not null
 * @param confirmed whether all its values were read in a source; else some are recalled
 * @param columns   life expectancy by age, for both sexes together or for each; each column starts at age 0
 */
public record LifeTable(
        String id,
        String en,
        String zh,
        String reference,
        boolean confirmed,
        Map<Person, NavigableMap<Double, Double>> columns) {

    private static final String INDEX = "life-tables-index.csv";
    private static final String VALUES = "life-tables.csv";

    /** Whose life expectancy. */
    public enum Person {
        /** Any person: both sexes together. */
        ANY,
        /** A man or boy. */
        MALE,
        /** A woman or girl. */
        FEMALE
    }

    public LifeTable {
        Checks.text(id, "id");
        Checks.text(en, "en");
        Checks.text(zh, "zh");
        Map<Person, NavigableMap<Double, Double>> copy = new EnumMap<>(Person.class);
        columns.forEach((person, column) -> {
            if (column.isEmpty() || column.firstKey() != 0) {
                throw new IllegalArgumentException("column " + person + " of " + id + " must start at age 0");
            }
            column.values().forEach(years -> Checks.positive(years, "life expectancy of " + id));
            copy.put(person, Collections.unmodifiableNavigableMap(new TreeMap<>(column)));
        });
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("columns of " + id + " must not be empty");
        }
        columns = Collections.unmodifiableMap(copy);
    }

    /** Whether the sex must be known because men and women have columns of their own. */
    public boolean needsSex() {
        return columns.size() > 1;
    }

    /** Name for a reader. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /**
     * Remaining life expectancy.
     *
     * @param person whose; a table of one column serves everybody
     * @param age    exact age in years, finite and 0 or more
     * @return years
     * @throws IllegalArgumentException if the age is negative or not finite, or the table needs the sex and it is not given
     */
    public double expectancy(Person person, double age) {
        Checks.notNegative(age, "age");
        NavigableMap<Double, Double> column =
                columns.size() == 1 ? columns.values().iterator().next() : columns.get(person);
        if (column == null) {
            throw new IllegalArgumentException("person must be MALE or FEMALE for the table " + id + ", was " + person);
        }
        Map.Entry<Double, Double> below = column.floorEntry(age);
        Map.Entry<Double, Double> above = column.higherEntry(age);
        if (above == null) {
            return column.lastEntry().getValue();
        }
        double share = (age - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() + share * (above.getValue() - below.getValue());
    }

    /** A published table by its identifier; empty when there is none of that name. */
    public static Optional<LifeTable> find(String id) {
        return CsvRows.of(LifeTable.class, INDEX).stream()
                .filter(row -> id.equals(row.get("id")))
                .findFirst()
                .map(LifeTable::load);
    }

    /** Identifiers of the published tables; the first is the default of the program. */
    public static List<String> ids() {
        return CsvRows.of(LifeTable.class, INDEX).stream()
                .map(row -> row.getOrDefault("id", ""))
                .toList();
    }

    private static LifeTable load(Map<String, String> index) {
        List<String> tables = List.of(index.getOrDefault("tables", "").split(";"));
        Map<Person, NavigableMap<Double, Double>> columns = new EnumMap<>(Person.class);
        for (Map<String, String> row : CsvRows.of(LifeTable.class, VALUES)) {
            if (tables.contains(row.get("table"))) {
                columns.computeIfAbsent(person(row.getOrDefault("sex", "")), key -> new TreeMap<>())
                        .put(Double.valueOf(row.getOrDefault("age", "")), Double.valueOf(row.getOrDefault("ex", "")));
            }
        }
        return new LifeTable(
                index.getOrDefault("id", ""),
                index.getOrDefault("en", ""),
                index.getOrDefault("zh", ""),
                index.getOrDefault("reference", ""),
                "found".equals(index.get("status")),
                columns);
    }

    private static Person person(String sex) {
        return switch (sex) {
            case "male" -> Person.MALE;
            case "female" -> Person.FEMALE;
            default -> Person.ANY;
        };
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        columns.forEach((person, column) ->
                parts.add(person + " e(0) = " + Working.num(column.firstEntry().getValue())));
        return id + " (" + String.join(", ", parts) + ")";
    }
}
