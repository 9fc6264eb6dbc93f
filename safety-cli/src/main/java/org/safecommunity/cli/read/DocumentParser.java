package org.safecommunity.cli.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The tokens of a YAML or JSON file, within limits that keep a hostile or mistaken document from filling the memory: no
 * aliases (read as the name of their anchor they would be wrong values, expanded they could grow without end), no deep
 * nesting, no overlong text, no key twice. Remembers where each key stands, because unknown ones are told only when their
 * object is complete.
 */
public final class DocumentParser extends JsonParserDelegate {
    /** Deepest nesting that a document may have; those of the program need six levels. */
    public static final int DEEPEST = 30;

    /** Most characters that a document may have. */
    public static final int LONGEST = 20_000_000;

    /** Most characters of a line of YAML, whose parser takes a time that grows with the square of a word's length. */
    public static final int LONGEST_LINE = 1_000_000;

    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml");

    private final Map<String, JsonLocation> places = new HashMap<>();
    private final String file;

    private DocumentParser(JsonParser parser, String file) {
        super(parser);
        this.file = file;
    }

    /** Whether a name is that of a YAML or JSON file. */
    public static boolean isDocument(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Starts to read a file: as JSON if its name ends in {@code .json}, else as YAML.
     *
     * @throws UserError (exit 3) if the text, or a line of YAML, is too long
     */
    public static DocumentParser open(InputFile file) throws IOException {
        boolean json = file.name().toLowerCase(Locale.ROOT).endsWith(".json");
        requireSize(file, json ? LONGEST : LONGEST_LINE);
        return new DocumentParser(factory(json).createParser(file.reader()), file.name());
    }

    /**
     * Starts to read a text of the program itself: as JSON if its name ends in {@code .json}, else as YAML.
     *
     * @throws IOException if it cannot be read
     */
    public static DocumentParser open(String name, Reader text) throws IOException {
        return new DocumentParser(
                factory(name.toLowerCase(Locale.ROOT).endsWith(".json")).createParser(text), name);
    }

    private static void requireSize(InputFile file, int longestLine) throws IOException {
        char[] part = new char[1 << 16];
        long all = 0;
        long line = 0;
        int lines = 1;
        try (Reader reader = file.reader()) {
            for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
                all += count;
                if (all > LONGEST) {
                    throw UserError.input("error.document-size", file.name(), LONGEST);
                }
                for (int i = 0; i < count; i++) {
                    boolean end = part[i] == '\n';
                    lines += end ? 1 : 0;
                    line = end ? 0 : line + 1;
                    if (line > longestLine) {
                        throw UserError.input("error.document-line", file.name() + ":" + lines, longestLine);
                    }
                }
            }
        }
    }

    private static JsonFactory factory(boolean json) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST)
                .build();
        if (json) {
            return JsonFactory.builder()
                    .streamReadConstraints(limits)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The error for a fault of the reading. */
    public UserError fault(IOException fault) {
        return fault instanceof JsonProcessingException form
                ? DocumentFault.of(file, form)
                : UserError.input("error.read", file, String.valueOf(fault.getMessage()));
    }

    /** Where a key was last seen. */
    public JsonLocation place(String key) {
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
            throw new JsonParseException(this, DocumentFault.ALIAS, delegate.currentTokenLocation());
        }
        if (token == JsonToken.FIELD_NAME) {
            places.put(delegate.currentName(), delegate.currentTokenLocation());
        }
        return token;
    }

    /** Passes over what is below, token by token, so that it keeps the limits too. */
    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken first = currentToken();
        if (first != null && first.isStructStart()) {
            for (int open = 1; open > 0; ) {
                JsonToken token = nextToken();
                if (token == null) {
                    return this;
                }
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return this;
    }
}
