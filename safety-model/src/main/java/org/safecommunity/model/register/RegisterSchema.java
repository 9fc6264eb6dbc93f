package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (2020-12) of a register: a list of entries with the columns as keys. */
public final class RegisterSchema {
    private RegisterSchema() {}

    /**
     * The schema as maps and lists, to be written as JSON.
     *
     * @param kind   register
     * @param locale language of titles and descriptions
     */
    public static Map<String, Object> of(RegisterKind kind, Locale locale) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:safe-community:register:" + kind.id());
        schema.put("title", kind.title().in(locale));
        schema.put("description", kind.purpose().in(locale));
        schema.put("type", "array");
        Map<String, Object> entry = entry(kind.columns(), locale);
        entry.put("additionalProperties", false);
        schema.put("items", entry);
        schema.put("examples", List.of(examples(kind, locale)));
        return schema;
    }

    /**
     * The schema of one entry as maps and lists. A number may be written as a number or as text, and several codes as a
     * list or as text with semicolons, because YAML and JSON have both.
     *
     * @param columns columns of the entry
     * @param locale  language of titles and descriptions
     */
    public static Map<String, Object> entry(List<RegisterColumn> columns, Locale locale) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RegisterColumn column : columns) {
            properties.put(column.name(), property(column, locale));
            if (column.required()) {
                required.add(column.name());
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "object");
        entry.put("properties", properties);
        entry.put("required", required);
        return entry;
    }

    /** The example entries of a register in a language, every column with a cell. */
    public static List<Map<String, String>> examples(RegisterKind kind, Locale locale) {
        List<Map<String, String>> rows = new ArrayList<>();
        kind.examples().forEach(example -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (RegisterColumn column : kind.columns()) {
                if (example.containsKey(column.name())) {
                    row.put(column.name(), example.get(column.name()).in(locale));
                }
            }
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, Object> property(RegisterColumn column, Locale locale) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", column.label().in(locale));
        String empty = column.required() ? "" : "|";
        switch (column.type()) {
            case ID, REFERENCE -> {
                types(property, column, "string", "integer");
                property.put("minLength", column.required() ? 1 : 0);
            }
            case TEXT -> {
                types(property, column, "string", "number");
                property.put("minLength", column.required() ? 1 : 0);
            }
            case DATE -> {
                types(property, column, "string");
                property.put("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2}" + empty + ")$");
            }
            case WHOLE -> {
                types(property, column, "string", "integer");
                property.put("pattern", "^([0-9]{1,9}" + empty + ")$");
                property.put("minimum", 0);
            }
            case NUMBER -> {
                types(property, column, "string", "number");
                property.put("pattern", "^([+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?" + empty + ")$");
            }
            case CHOICE -> {
                List<@Nullable Object> codes = new ArrayList<>(column.codes());
                if (!column.required()) {
                    codes.add("");
                    codes.add(null);
                }
                property.put("enum", codes);
            }
            case CHOICES -> {
                types(property, column, "string", "array");
                String any = "(" + String.join("|", column.codes()) + ")";
                property.put("pattern", "^(" + any + "(;" + any + ")*" + empty + ")$");
                property.put("items", Map.of("enum", column.codes()));
            }
            case REFERENCES -> {
                types(property, column, "string", "array");
                property.put("items", Map.of("type", List.of("string", "integer")));
            }
        }
        if (column.refers() != null) {
            property.put("description", (locale.getLanguage().equals("zh") ? "对应台账：" : "entry of ") + column.refers());
        }
        return property;
    }

    private static void types(Map<String, Object> property, RegisterColumn column, String... types) {
        List<String> all = new ArrayList<>(List.of(types));
        if (!column.required()) {
            all.add("null");
        }
        property.put("type", all);
    }
}
