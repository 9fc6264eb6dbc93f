package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Reads YAML or JSON into a draft. Unknown keys become findings; a fault in the form is an error with its place. */
final class YamlFile {
    private YamlFile() {}

    /** Reads a file; unknown keys are added to the findings. */
    static <T> T read(InputFile file, Class<T> type, List<Finding> findings) {
        ObjectMapper mapper = mapper(file);
        mapper.addHandler(new UnknownKeys(file.name(), findings));
        try (Reader reader = file.reader()) {
            T value = mapper.readValue(reader, type);
            if (value == null) {
                throw UserError.input("error.yaml-empty", file.name());
            }
            return value;
        } catch (JsonMappingException e) {
            throw UserError.input("error.yaml-value", at(file, e.getLocation()), path(e), reason(e));
        } catch (JsonProcessingException e) {
            throw UserError.input("error.yaml-form", at(file, e.getLocation()), firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    private static ObjectMapper mapper(InputFile file) {
        SimpleModule dates = new SimpleModule();
        dates.addDeserializer(LocalDate.class, new IsoDate());
        JsonMapper.Builder json = JsonMapper.builder();
        ObjectMapper mapper = file.name().endsWith(".json") ? json.build() : new ObjectMapper(new YAMLFactory());
        mapper.registerModule(dates);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        return mapper;
    }

    private static String at(InputFile file, @Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? file.name()
                : new Location(file.name(), location.getLineNr(), Integer.toString(location.getColumnNr())).toString();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().isEmpty()
                ? "/"
                : e.getPath().stream()
                        .map(r -> r.getFieldName() != null ? r.getFieldName() : Integer.toString(r.getIndex()))
                        .collect(Collectors.joining("."));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof InvalidFormatException invalid) {
            Class<?> target = invalid.getTargetType();
            if (target.isEnum()) {
                return "\"" + invalid.getValue() + "\", not one of "
                        + Arrays.stream(target.getEnumConstants())
                                .map(c -> ((Enum<?>) c)
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                                .collect(Collectors.joining(", "));
            }
            return "\"" + invalid.getValue() + "\"";
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage());
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message).replaceAll("`[^`]*`", "…");
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.replaceAll("\\(through reference chain.*", "").strip();
    }

    /** Turns unknown keys into findings that offer the nearest known ones, and passes over their content. */
    private static final class UnknownKeys extends DeserializationProblemHandler {
        private final String file;
        private final List<Finding> findings;

        UnknownKeys(String file, List<Finding> findings) {
            this.file = file;
            this.findings = findings;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String propertyName)
                throws IOException {
            JsonLocation location = parser.currentTokenLocation();
            Collection<Object> known = deserializer.getKnownPropertyNames();
            List<String> names = new ArrayList<>(new TreeSet<>(
                    known == null
                            ? List.of()
                            : known.stream().map(String::valueOf).toList()));
            String near = Nearest.of(propertyName, names);
            String offer = near.isEmpty() ? String.join(", ", names) : near;
            findings.add(new Finding(
                    "unknown-key",
                    Severity.ERROR,
                    new Location(file, location.getLineNr(), Integer.toString(location.getColumnNr())),
                    Texts.both("finding.unknown-key", propertyName),
                    Texts.both("finding.unknown-key.hint", offer)));
            parser.skipChildren();
            return true;
        }
    }

    /** Dates as {@code 2024-06-30}. */
    private static final class IsoDate extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw InvalidFormatException.from(parser, "not a date", text, LocalDate.class);
            }
        }
    }
}
