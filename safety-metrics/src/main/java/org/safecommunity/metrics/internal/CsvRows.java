package org.safecommunity.metrics.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the data files of this library: UTF-8, comments with #, a header line, fields in quotes where needed. */
public final class CsvRows {
    private CsvRows() {}

    /**
     * A row.
     *
     * @param line  line of the file, from 1
     * @param cells column name and cell, in order
     */
    public record Row(int line, Map<String, String> cells) {}

    /** The rows of a resource beside a class, each as column name and cell. */
    public static List<Map<String, String>> of(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the library");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(Row::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of a text of this form; a line break inside a field is not supported.
     *
     * @throws IllegalArgumentException if a row has not as many fields as the header
     */
    public static List<Row> read(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        List<String> header = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = fields(line);
            if (header.isEmpty()) {
                header = fields;
            } else {
                rows.add(new Row(number, row(header, fields, number)));
            }
        }
        return rows;
    }

    private static Map<String, String> row(List<String> header, List<String> fields, int line) {
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(
                    "line " + line + " must have " + header.size() + " fields, was " + fields.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(header.get(i).strip(), fields.get(i));
        }
        return row;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
