package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schema (2020-12) of a register: a list of entries with the columns as keys and text as values. */
public final class RegisterSchema {
    private RegisterSchema() {}

    /**
     * The schema as maps and lists, to be written as JSON.
     *
     * @param kind   register
     * @param locale language of titles and descriptions
     */
    public static Map<String, Object> of(RegisterKind kind, Locale locale) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RegisterColumn column : kind.columns()) {
            properties.put(column.name(), property(column, locale));
            if (column.required()) {
                required.add(column.name());
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "object");
        entry.put("properties", properties);
        entry.put("required", required);
        entry.put("additionalProperties", false);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:safe-community:register:" + kind.id());
        schema.put("title", kind.title().in(locale));
        schema.put("description", kind.purpose().in(locale));
        schema.put("type", "array");
        schema.put("items", entry);
        schema.put("examples", List.of(examples(kind, locale)));
        return schema;
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
        property.put("type", "string");
        String empty = column.required() ? "" : "|";
        switch (column.type()) {
            case ID -> property.put("minLength", 1);
            case TEXT -> property.put("minLength", column.required() ? 1 : 0);
            case DATE -> property.put("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2}" + empty + ")$");
            case WHOLE -> property.put("pattern", "^([0-9]{1,9}" + empty + ")$");
            case NUMBER -> property.put("pattern", "^([+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?" + empty + ")$");
            case CHOICE -> {
                List<String> codes = new ArrayList<>(column.codes());
                if (!column.required()) {
                    codes.add("");
                }
                property.put("enum", codes);
            }
            case CHOICES -> {
                String any = "(" + String.join("|", column.codes()) + ")";
                property.put("pattern", "^(" + any + "(;" + any + ")*" + empty + ")$");
            }
            case REFERENCE, REFERENCES ->
                property.put(
                        "description", (locale.getLanguage().equals("zh") ? "对应台账：" : "entry of ") + column.refers());
        }
        return property;
    }
}
