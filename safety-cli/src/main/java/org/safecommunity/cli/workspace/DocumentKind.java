package org.safecommunity.cli.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a workspace and their columns, from {@code columns.csv}. */
enum DocumentKind {
    POPULATION,
    INJURIES,
    ACCIDENTS,
    RISKS,
    ELEMENTS,
    SURVEY;

    /** A column: its name, whether every row needs it, and other headings that mean it. */
    record Column(String name, boolean required, List<String> synonyms) {}

    /** Name as in {@code community.yaml}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the column whose cells tell the records apart; empty where year, sex and age group do. */
    String idColumn() {
        return switch (this) {
            case POPULATION -> "";
            case INJURIES, ACCIDENTS -> "record_id";
            case RISKS -> "risk_id";
            case ELEMENTS -> "element";
            case SURVEY -> "respondent_id";
        };
    }

    /** Columns of this kind in the order of the data file. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        try (InputStream in = DocumentKind.class.getResourceAsStream("columns.csv")) {
            if (in == null) {
                throw new IllegalStateException("columns.csv is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                if (!line.startsWith("#") && cells[0].equals(label())) {
                    columns.add(new Column(cells[1], cells[2].equals("1"), List.of(cells[3].split("\\|", -1))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }
}
