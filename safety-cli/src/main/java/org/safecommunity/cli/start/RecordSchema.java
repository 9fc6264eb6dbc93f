package org.safecommunity.cli.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * The JSON Schema (2020-12) of a document that is read into a record, from the record's components: a component is required
 * unless it may be null or is a list, and every record below has a definition of its own. Rules between values are not
 * part of it; the reader of the document has them.
 */
final class RecordSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private RecordSchema() {}

    /** The schema as maps and lists, to be written as JSON. */
    static Map<String, Object> of(Class<?> type) {
        RecordSchema schema = new RecordSchema();
        Map<String, Object> root = new LinkedHashMap<>(schema.object(type));
        if (!schema.definitions.isEmpty()) {
            root.put("$defs", schema.definitions);
        }
        return root;
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            boolean optional = isOptional(component) && !isDemanded(component);
            Map<String, Object> value = value(component.getGenericType());
            properties.put(name, optional ? Map.of("anyOf", List.of(value, Map.of("type", "null"))) : value);
            if (!optional) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static String name(RecordComponent component) {
        JsonProperty given = annotation(component, JsonProperty.class);
        return given == null ? component.getName() : given.value();
    }

    private static boolean isOptional(RecordComponent component) {
        Class<?> type = component.getType();
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || type == boolean.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    /** Whether a draft, in which everything may be missing, says that this must be there. */
    private static boolean isDemanded(RecordComponent component) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class).anyMatch(c -> annotation(component, c) != null);
    }

    /** An annotation of a component; the compiler puts those that do not apply to components on accessor and field. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
        A own = component.getAnnotation(type);
        Method accessor = component.getAccessor();
        return own != null ? own : accessor.getAnnotation(type);
    }

    private Map<String, Object> value(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == Map.class
                    ? Map.of("type", "object", "additionalProperties", value(arguments[1]))
                    : Map.of("type", "array", "items", value(arguments[0]));
        }
        return type instanceof Class<?> plain ? plain(plain) : Map.of();
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (Stream.of(int.class, Integer.class, long.class, Long.class).anyMatch(c -> c == type)) {
            return Map.of("type", "integer");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return Map.of("type", "number");
        }
        if (type.isEnum()) {
            return Map.of(
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(word -> MAPPER.valueToTree(word).asText())
                            .toList());
        }
        if (type == LocalText.class) {
            return text();
        }
        return type.isRecord() ? reference(type) : Map.of();
    }

    /** A text in both languages, in one of them, or one for both. */
    private static Map<String, Object> text() {
        Map<String, Object> word = Map.of("type", "string", "pattern", "\\S");
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("type", "object");
        both.put("properties", Map.of("en", word, "zh", word));
        both.put("minProperties", 1);
        both.put("additionalProperties", false);
        return Map.of("anyOf", List.of(word, both));
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, object(type));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }
}
