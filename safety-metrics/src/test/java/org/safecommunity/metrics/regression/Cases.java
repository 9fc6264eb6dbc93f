package org.safecommunity.metrics.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Data of the reference files. */
final class Cases {
    private final List<Map<String, String>> rows;

    private Cases(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    /** The rows of a resource whose first column has a value. */
    static Cases of(String resource, String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cases.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            List<String[]> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            for (String[] line : lines.subList(1, lines.size())) {
                if (line[0].equals(name)) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < line.length; i++) {
                        row.put(lines.get(0)[i], line[i]);
                    }
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cases(rows);
    }

    static Cases counts(String name) {
        return of("count-model.data.csv", name);
    }

    int size() {
        return rows.size();
    }

    List<String> texts(String column) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.get(column), column))
                .toList();
    }

    double[] numbers(String column) {
        return texts(column).stream().mapToDouble(Double::parseDouble).toArray();
    }

    Cases first(int count) {
        return new Cases(rows.subList(0, count));
    }

    CountData data() {
        return CountData.of(numbers("y"), numbers("person_time"));
    }
}
