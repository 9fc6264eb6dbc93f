package org.safecommunity.cli.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The forms in which a table or document of a community is written. A table is a header and rows in CSV, and a list of
 * entries in JSON and YAML; every cell is written as text, an empty one too, so that it is read back unchanged.
 */
public enum TableForm {
    /** Comma-separated values; for tables only. */
    CSV,
    /** JSON. */
    JSON,
    /** YAML. */
    YAML;

    private static final ObjectMapper JSON_MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ObjectMapper YAML_MAPPER = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    /** Lower-case name as on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the file of a table in this form, e.g. {@code goals.yaml} for {@code goals.csv}. */
    public String fileName(String name) {
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)) + "." + label();
    }

    /**
     * A table as text.
     *
     * @param header names of the columns
     * @param rows   cells in the order of the header
     * @param excel  whether CSV gets what Excel needs
     */
    public String table(List<String> header, List<List<String>> rows, boolean excel) {
        if (this == CSV) {
            StringBuilder text = new StringBuilder(excel ? "\uFEFF" : "");
            CsvText.line(text, header, excel);
            rows.forEach(row -> CsvText.line(
                    text, row.stream().map(cell -> CsvText.guard(cell, excel)).toList(), excel));
            return text.toString();
        }
        List<Map<String, String>> entries = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, String> entry = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                entry.put(header.get(i), row.get(i));
            }
            entries.add(entry);
        }
        return document(entries);
    }

    /**
     * A document as text.
     *
     * @throws IllegalStateException for CSV, which has no form for documents
     */
    public String document(Object value) {
        if (this == CSV) {
            throw new IllegalStateException("a document has no form in CSV");
        }
        try {
            String text = (this == JSON ? JSON_MAPPER : YAML_MAPPER).writeValueAsString(value);
            return text.endsWith("\n") ? text : text + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
