package org.safecommunity.model.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/** One value of a document that is being looked through, with its path. Faults go to the findings of the document. */
public final class DocumentNode {
    private static final LocalText HINT =
            new LocalText("correct the value; the documentation of the type has the rule", "请改正该值；规则见该类型的文档");

    static final LocalText OTHER_FORM = new LocalText("has another form than it must have", "形式与要求不符");

    private final JsonNode json;
    private final String file;
    private final String path;
    private final List<Finding> findings;

    DocumentNode(JsonNode json, String file, String path, List<Finding> findings) {
        this.json = json;
        this.file = file;
        this.path = path;
        this.findings = findings;
    }

    /** The value of a key; empty when it is not there or null. */
    public Optional<DocumentNode> child(String key) {
        JsonNode child = json.get(key);
        return child == null || child.isNull()
                ? Optional.empty()
                : Optional.of(new DocumentNode(child, file, path.isEmpty() ? key : path + "." + key, findings));
    }

    /** The entries of a list; empty when the key is not there or no list. */
    public List<DocumentNode> list(String key) {
        List<DocumentNode> items = new ArrayList<>();
        child(key).filter(node -> node.json.isArray()).ifPresent(node -> {
            for (int i = 0; i < node.json.size(); i++) {
                items.add(new DocumentNode(node.json.get(i), file, node.path + "[" + i + "]", findings));
            }
        });
        return items;
    }

    /** Whether nothing wrong was found in this value so far. */
    public boolean isSound() {
        return findings.stream()
                .map(finding -> finding.location().column())
                .noneMatch(place -> path.isEmpty()
                        || place.equals(path)
                        || place.startsWith(path + ".")
                        || place.startsWith(path + "["));
    }

    /** The value, where it is sound and can be built; else the faults are added. */
    public <T> Optional<T> value(Class<T> type) {
        if (!isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(DataFile.MAPPER.treeToValue(json, type));
        } catch (JsonProcessingException e) {
            faults(e).forEach(this::add);
            return Optional.empty();
        }
    }

    /** The values of a list, where every one of them is sound. */
    public <T> Optional<List<T>> values(String key, Class<T> type) {
        List<T> values = new ArrayList<>();
        for (DocumentNode item : list(key)) {
            Optional<T> value = item.value(type);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** Adds a finding whose path is relative to this value. */
    public void add(Finding finding) {
        findings.add(finding.under(file, path));
    }

    /** Adds a finding for each entry of the list whose text under the id key was there before. */
    public void unique(String key, String idKey) {
        Duplicates duplicates = new Duplicates();
        List<DocumentNode> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).json.path(idKey).asText("");
            if (!id.isEmpty()) {
                duplicates.add(id, key + "[" + i + "]", idKey);
            }
        }
        duplicates.findings().forEach(this::add);
    }

    void walk(Class<?> type, Map<Class<?>, Consumer<DocumentNode>> partial) {
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Class<?>> entry = entryOf(component.getGenericType());
            if (entry.isPresent()) {
                list(component.getName()).forEach(item -> item.walk(entry.get(), partial));
            } else if (component.getType().isRecord()) {
                child(component.getName()).ifPresent(child -> child.walk(component.getType(), partial));
            }
        }
        boolean partsSound = isSound();
        value(type);
        if (!partsSound && partial.containsKey(type)) {
            partial.get(type).accept(this);
        }
    }

    private static Optional<Class<?>> entryOf(Type type) {
        return type instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> entry
                        && parameterized.getRawType() == List.class
                        && entry.isRecord()
                ? Optional.of(entry)
                : Optional.empty();
    }

    static Finding wrongForm(LocalText message) {
        return Finding.error("wrong-form", "", message, HINT);
    }

    private static List<Finding> faults(JsonProcessingException e) {
        String inner = e instanceof JsonMappingException mapping ? innerPath(mapping) : "";
        if (e instanceof ValueInstantiationException && e.getCause() instanceof InvalidDataException data) {
            return data.findings().stream().map(f -> f.under("", inner)).toList();
        }
        return List.of(fault(e).under("", inner));
    }

    private static Finding fault(JsonProcessingException e) {
        Throwable cause = e.getCause();
        if (e instanceof ValueInstantiationException && cause instanceof NullPointerException) {
            String name = String.valueOf(cause.getMessage());
            return Finding.error(
                    "missing-value",
                    "",
                    new LocalText(name + " must be given", name + " 不得缺失"),
                    new LocalText("add the value", "请补上该值"));
        }
        if (e instanceof ValueInstantiationException && cause != null) {
            String rule = String.valueOf(cause.getMessage());
            return Finding.error("rule-broken", "", new LocalText(rule, "不符合规则：" + rule), HINT);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return Finding.error(
                    "unknown-key",
                    "",
                    new LocalText("is not a known key", "不是已知的键"),
                    offer(
                            unknown.getPropertyName(),
                            known,
                            "known keys: " + String.join(", ", known),
                            "已知的键：" + String.join(", ", known)));
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            List<String> words = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(constant -> DataFile.MAPPER.valueToTree(constant).asText())
                    .toList();
            String known = String.join(", ", words);
            return Finding.error(
                    "unknown-word",
                    "",
                    new LocalText(
                            "must be one of " + known + ", was \"" + format.getValue() + "\"",
                            "须为 " + known + " 之一，现为“" + format.getValue() + "”"),
                    offer(String.valueOf(format.getValue()), words, "write one of the words listed", "请改用所列的词"));
        }
        return wrongForm(e instanceof MismatchedInputException mismatch ? form(mismatch.getTargetType()) : OTHER_FORM);
    }

    /** A hint that begins with what is near to a mistyped word, where something is. */
    private static LocalText offer(String given, List<String> known, String en, String zh) {
        String near = NearWords.of(given, known);
        return near.isEmpty()
                ? new LocalText(en, zh)
                : new LocalText("did you mean " + near + "? " + en, "是否为 " + near + "？" + zh);
    }

    /** The form a value of a type must have, in words for people. */
    private static LocalText form(@Nullable Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return new LocalText("must be a whole number", "须为整数");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return new LocalText("must be a number", "须为数字");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new LocalText("must be true or false", "须为 true 或 false");
        }
        if (type == String.class) {
            return new LocalText("must be a text", "须为文本");
        }
        if (type != null && Collection.class.isAssignableFrom(type)) {
            return new LocalText("must be a list", "须为列表");
        }
        return type != null && type.isRecord() ? new LocalText("must be an object with keys", "须为带键的对象") : OTHER_FORM;
    }

    private static String innerPath(JsonMappingException e) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }
}
