package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Reads YAML or JSON into a draft. Unknown keys become findings; a fault in the form is an error with its place. */
public final class YamlFile {
    /** Deepest nesting that a document may have; those of the program need six levels. */
    static final int DEEPEST = 30;

    private YamlFile() {}

    /**
     * Reads a file; unknown keys are added to the findings.
     *
     * @throws UserError (exit 3) naming line and column if the file is not what it should be
     */
    public static <T> T read(InputFile file, Class<T> type, List<Finding> findings) {
        try (Reader reader = file.reader()) {
            return read(file.name(), reader, type, findings);
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
        ObjectMapper mapper = mapper(name);
        try (PlainParser parser = new PlainParser(mapper.getFactory().createParser(reader))) {
            mapper.addHandler(new UnknownKeys(name, parser, findings));
            T value = parser.nextToken() == null ? null : mapper.readValue(parser, type);
            if (value == null) {
                throw UserError.input("error.yaml-empty", name);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw YamlFault.of(name, e);
        } catch (IOException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectMapper mapper(String name) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        JsonFactory factory = name.endsWith(".json")
                ? JsonFactory.builder().streamReadConstraints(limits).build()
                : YAMLFactory.builder().streamReadConstraints(limits).build();
        SimpleModule dates = new SimpleModule();
        dates.addDeserializer(LocalDate.class, new IsoDate());
        ObjectMapper mapper = new ObjectMapper(factory);
        mapper.registerModule(dates);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        return mapper;
    }

    /**
     * Refuses aliases (read as the name of the anchor they would be wrong values, and expanded they could fill the memory)
     * and remembers where each key stands, because unknown ones are told only when their object is complete.
     */
    private static final class PlainParser extends JsonParserDelegate {
        private final Map<String, JsonLocation> places = new HashMap<>();

        PlainParser(JsonParser parser) {
            super(parser);
        }

        /** Where a key was last seen. */
        JsonLocation place(String key) {
            return places.getOrDefault(key, JsonLocation.NA);
        }

        @Override
        public JsonLocation currentLocation() {
            return delegate.currentLocation();
        }

        @Override
        public JsonLocation currentTokenLocation() {
            return delegate.currentTokenLocation();
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (delegate instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw new JsonParseException(this, YamlFault.ALIAS, delegate.currentTokenLocation());
            }
            if (token == JsonToken.FIELD_NAME) {
                places.put(delegate.currentName(), delegate.currentTokenLocation());
            }
            return token;
        }
    }

    /** Turns unknown keys into findings that offer the nearest known ones, and passes over their content. */
    private static final class UnknownKeys extends DeserializationProblemHandler {
        private final String file;
        private final PlainParser places;
        private final List<Finding> findings;

        UnknownKeys(String file, PlainParser places, List<Finding> findings) {
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
