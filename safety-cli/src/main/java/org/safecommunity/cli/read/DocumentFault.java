package org.safecommunity.cli.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.Location;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What is wrong with a YAML or JSON document and what to do, in the words of its author instead of the parser's. */
public final class DocumentFault {
    /** Message of the fault that an alias stands in the document. */
    static final String ALIAS = "alias";

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']*)'");

    private DocumentFault() {}

    /** The error for a fault found while reading a file. */
    public static UserError of(String file, JsonProcessingException fault) {
        JsonProcessingException inner = innermost(fault);
        String place = place(file, inner);
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(inner.getOriginalMessage()));
        if (duplicate.find()) {
            return UserError.input("error.yaml-duplicate", place, duplicate.group(1));
        }
        if (ALIAS.equals(inner.getOriginalMessage())) {
            return UserError.input("error.yaml-alias", place);
        }
        if (inner instanceof StreamConstraintsException
                && String.valueOf(inner.getOriginalMessage()).contains("nesting depth")) {
            return UserError.input("error.yaml-depth", place, DocumentParser.DEEPEST);
        }
        if (inner instanceof JsonMappingException mapping) {
            return value(place, mapping);
        }
        return UserError.input("error.yaml-form", place, problem(inner));
    }

    /** A fault of the form inside a value arrives wrapped as a fault of the value. */
    private static JsonProcessingException innermost(JsonProcessingException fault) {
        JsonProcessingException inner = fault;
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException || cause instanceof StreamConstraintsException) {
                inner = (JsonProcessingException) cause;
            }
        }
        return inner;
    }

    private static UserError value(String place, JsonMappingException fault) {
        String path = fault.getPath().isEmpty()
                ? ""
                : fault.getPath().stream()
                        .map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
                        .collect(Collectors.joining("."));
        if (path.isEmpty()) {
            return UserError.input("error.yaml-list", place);
        }
        if (fault instanceof InvalidFormatException invalid) {
            Class<?> target = invalid.getTargetType();
            String given = String.valueOf(invalid.getValue());
            if (target.isEnum()) {
                List<String> known = names(target);
                String near = Nearest.of(given, known);
                return near.isEmpty()
                        ? UserError.input("error.yaml-choice", place, path, given, String.join(", ", known))
                        : UserError.input("error.yaml-choice-near", place, path, given, String.join(", ", known), near);
            }
            return target == LocalDate.class
                    ? UserError.input("error.yaml-date", place, path, given)
                    : UserError.input("error.yaml-number", place, path, given);
        }
        if (fault instanceof ValueInstantiationException && fault.getCause() != null) {
            return UserError.input(
                    "error.yaml-value",
                    place,
                    path,
                    String.valueOf(fault.getCause().getMessage()));
        }
        return UserError.input("error.yaml-kind", place, path);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String place(String file, JsonProcessingException fault) {
        if (fault.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            int column = marked.getProblemMark().getColumn() + 1;
            return new Location(file, line, Integer.toString(column)).toString();
        }
        JsonLocation location = fault.getLocation();
        return location == null || location.getLineNr() < 1
                ? file
                : new Location(file, location.getLineNr(), Integer.toString(location.getColumnNr())).toString();
    }

    /** The parser's own word for the problem, without its excerpt of the file. */
    private static String problem(JsonProcessingException fault) {
        @Nullable String problem = fault.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : null;
        String text = problem == null ? String.valueOf(fault.getOriginalMessage()) : problem;
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
