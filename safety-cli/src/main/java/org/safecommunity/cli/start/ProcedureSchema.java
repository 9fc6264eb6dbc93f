package org.safecommunity.cli.start;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.scheme.Scheme;

/** The JSON Schema (2020-12) of a {@code procedure.yaml}. */
final class ProcedureSchema {
    /** Name of the document. */
    static final String KIND = "procedure";

    private final Locale locale;

    private ProcedureSchema(Locale locale) {
        this.locale = locale;
    }

    /** What the schema says of the document, with texts in a language. */
    static Map<String, Object> of(Locale locale) {
        return new ProcedureSchema(locale).schema();
    }

    private Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("scheme", text("scheme", null));
        properties.put("started", day("started"));
        List<String> states = Arrays.stream(ProcedureState.values())
                .map(ProcedureState::label)
                .toList();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", choice("event", states));
        event.put("date", day("date"));
        event.put("assessors", new LinkedHashMap<>(Map.of("type", "integer", "minimum", 1, "maximum", 1000)));
        event.put("note", text("note", null));
        properties.put("events", list("events", event, List.of("event", "date")));
        properties.put("conditions", statements("condition"));
        properties.put("grounds", statements("ground"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", Texts.get(locale, "schema.procedure.description"));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The ids of every bundled scheme; a scheme of the community may have others, so they are named and not enforced. */
    private Map<String, Object> statements(String kind) {
        TreeSet<String> ids = new TreeSet<>();
        for (String name : Scheme.BUNDLED) {
            Scheme scheme = Scheme.bundled(name).orElseThrow();
            if (kind.equals("condition")) {
                scheme.conditions().forEach(condition -> ids.add(condition.id()));
            } else {
                scheme.revocationGrounds().forEach(ground -> ids.add(ground.id()));
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(kind, text(kind, ids.stream().collect(Collectors.joining(", "))));
        Map<String, Object> holds = new LinkedHashMap<>();
        holds.put("description", Texts.get(locale, "schema.procedure.holds"));
        holds.put("enum", List.of("yes", "no", true, false));
        entry.put("holds", holds);
        entry.put("date", day("date"));
        entry.put("evidence", text("evidence", null));
        return list(kind + "s", entry, List.of(kind, "holds"));
    }

    private Map<String, Object> list(String key, Map<String, Object> properties, List<String> required) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "object");
        entry.put("properties", properties);
        entry.put("required", required);
        entry.put("additionalProperties", false);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("description", Texts.get(locale, "schema.procedure." + key));
        list.put("type", "array");
        list.put("items", entry);
        return list;
    }

    private Map<String, Object> text(String key, @Nullable String known) {
        Map<String, Object> text = new LinkedHashMap<>();
        String description = Texts.get(locale, "schema.procedure." + key);
        text.put("description", known == null ? description : description + " " + known);
        text.put("type", "string");
        text.put("minLength", 1);
        return text;
    }

    private Map<String, Object> day(String key) {
        Map<String, Object> day = new LinkedHashMap<>();
        day.put("description", Texts.get(locale, "schema.procedure." + key));
        day.put("type", "string");
        day.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        return day;
    }

    private Map<String, Object> choice(String key, List<String> values) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("description", Texts.get(locale, "schema.procedure." + key));
        choice.put("enum", values);
        return choice;
    }
}
