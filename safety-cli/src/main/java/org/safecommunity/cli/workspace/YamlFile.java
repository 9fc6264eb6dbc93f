package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.safecommunity.cli.read.DocumentParser;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Reads YAML or JSON into a draft. Unknown keys become findings; a fault in the form is an error with its place. */
public final class YamlFile {
    private YamlFile() {}

    /**
     * Reads a file; unknown keys are added to the findings.
     *
     * @throws UserError (exit 3) naming line and column if the file is not what it should be
     */
    public static <T> T read(InputFile file, Class<T> type, List<Finding> findings) {
        try (DocumentParser parser = DocumentParser.open(file)) {
            return read(file.name(), parser, type, findings);
        } catch (IOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a text, as {@link #read(InputFile, Class, List)} does a file.
     *
     * @throws UserError (exit 3) naming line and column if the text is not what it should be
     */
    public static <T> T read(String name, Reader reader, Class<T> type, List<Finding> findings) {
        try (DocumentParser parser = DocumentParser.open(name, reader)) {
            return read(name, parser, type, findings);
        } catch (IOException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T read(String name, DocumentParser parser, Class<T> type, List<Finding> findings) {
        ObjectMapper mapper = mapper();
        mapper.addHandler(new UnknownKeys(name, parser, findings));
        try {
            T value = parser.nextToken() == null ? null : mapper.readValue(parser, type);
            if (value == null) {
                throw UserError.input("error.yaml-empty", name);
            }
            return value;
        } catch (IOException e) {
            throw parser.fault(e);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule dates = new SimpleModule();
        dates.addDeserializer(LocalDate.class, new IsoDate());
        ObjectMapper mapper = new ObjectMapper();
        mapper.registerModule(dates);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return mapper;
    }

    /** Turns unknown keys into findings that offer the nearest known ones, and passes over their content. */
    private static final class UnknownKeys extends DeserializationProblemHandler {
        private final String file;
        private final DocumentParser places;
        private final List<Finding> findings;

        UnknownKeys(String file, DocumentParser places, List<Finding> findings) {
            this.file = file;
            this.places = places;
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
            JsonLocation location = places.place(propertyName);
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
                    new Location(file, Math.max(0, location.getLineNr()), Integer.toString(location.getColumnNr())),
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
