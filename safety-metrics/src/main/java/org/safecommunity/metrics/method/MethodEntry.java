package org.safecommunity.metrics.method;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The textbook entry of a method. Immutable.
 *
 * @param id      identifier, kebab-case, e.g. {@code poisson-mid-p}
 * @param names   further names it is found by, e.g. {@code mid-p}
 * @param topic   what it belongs to, e.g. {@code rate}, {@code comparison}
 * @param texts   the texts of the entry by key
 */
public record MethodEntry(String id, List<String> names, String topic, Properties texts) {
    private static final String INDEX = "methods.csv";

    public MethodEntry {
        names = List.copyOf(names);
        texts = (Properties) texts.clone();
    }

    /** The parts of an entry, in the order a reader wants them. */
    public enum Part {
        /** Name of the method. */
        TITLE,
        /** What it computes. */
        WHAT,
        /** When to use it. */
        WHEN,
        /** When not to use it. */
        WHEN_NOT,
        /** The formula, the same in every language. */
        FORMULA,
        /** How often the interval covers the truth, from the simulation of this project. */
        COVERAGE,
        /** False alarms and power, or coverage under broken assumptions, from the simulation of this project. */
        SIMULATION,
        /** Arguments of the command line that show it at work, the same in every language. */
        EXAMPLE,
        /** Where it is published, the same in every language. */
        SOURCE;

        /** Key of the part in the data file, e.g. {@code when-not}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The text of a part: in the reader's language, or the one text for all; empty where the entry has none. */
    public Optional<String> text(Part part, Locale locale) {
        String language = locale.getLanguage().equals("zh") ? ".zh" : ".en";
        return Optional.ofNullable(texts.getProperty(part.key() + language))
                .or(() -> Optional.ofNullable(texts.getProperty(part.key())));
    }

    @Override
    public Properties texts() {
        return (Properties) texts.clone();
    }

    /** The entries of a name: the one with this identifier, else all that are also called so; empty for an unknown one. */
    public static List<MethodEntry> find(String name) {
        List<String[]> rows = index();
        List<MethodEntry> entries = new ArrayList<>();
        for (String[] row : rows) {
            if (row[0].equals(name)) {
                return List.of(load(row));
            }
            if (names(row).contains(name)) {
                entries.add(load(row));
            }
        }
        return entries;
    }

    /** Every entry in the order of the index. */
    public static List<MethodEntry> all() {
        return index().stream().map(MethodEntry::load).toList();
    }

    private static List<String> names(String[] row) {
        return row[1].isEmpty() ? List.of() : List.of(row[1].split(";"));
    }

    private static MethodEntry load(String[] row) {
        Properties texts = new Properties();
        try (Reader reader = open(row[0] + ".properties")) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MethodEntry(row[0], names(row), row[2], texts);
    }

    private static List<String[]> index() {
        try (BufferedReader reader = open(INDEX)) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("id,"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String resource) {
        InputStream in = MethodEntry.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("resource " + resource + " is missing from the library");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
