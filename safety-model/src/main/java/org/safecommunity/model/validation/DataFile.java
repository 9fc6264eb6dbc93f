package org.safecommunity.model.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * A kind of JSON data file, read into a record. A file is refused as a whole, with every fault it has. A sound file is
 * read in one go; only a refused one is looked through part by part. A file that is nested too deep or too long is refused
 * unread. Immutable.
 *
 * @param <T> record the file is read into
 */
public final class DataFile<T> {
    /** Deepest nesting of a data file; those of the library need eight levels. */
    static final int DEEPEST = 30;

    /** Most bytes of a data file. */
    static final int LONGEST = 20_000_000;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Class<T> type;
    private final Map<Class<?>, Consumer<DocumentNode>> partial;

    private DataFile(Class<T> type, Map<Class<?>, Consumer<DocumentNode>> partial) {
        this.type = type;
        this.partial = partial;
    }

    /** The kind of file that holds one value of a record type. */
    public static <T> DataFile<T> of(Class<T> type) {
        return new DataFile<>(type, Map.of());
    }

    /**
     * Adds a check for values of a part that cannot be built because something inside them is wrong, so that faults
     * between its sound parts are listed too.
     *
     * @param part  record type of the part
     * @param check looks at the part and adds findings to it
     */
    public DataFile<T> whenBroken(Class<?> part, Consumer<DocumentNode> check) {
        Map<Class<?>, Consumer<DocumentNode>> more = new HashMap<>(partial);
        more.put(part, check);
        return new DataFile<>(type, Map.copyOf(more));
    }

    /**
     * Reads a file.
     *
     * @param stream content, UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @return the value
     * @throws InvalidDataException if the content is not as it should be; it lists all faults
     * @throws UncheckedIOException if the content cannot be read at all
     */
    public T read(InputStream stream, String name) {
        byte[] content = content(stream, name);
        if (content.length > LONGEST) {
            throw new InvalidDataException(List.of(tooLong(name)));
        }
        try {
            return MAPPER.readValue(content, type);
        } catch (IOException e) {
            throw new InvalidDataException(faults(content, name));
        }
    }

    /**
     * Looks a file through.
     *
     * @param stream content, UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @return all faults, sorted by path; empty when the file is sound. Never throws for what the content is
     * @throws UncheckedIOException if the content cannot be read at all
     */
    public List<Finding> check(InputStream stream, String name) {
        byte[] content = content(stream, name);
        if (content.length > LONGEST) {
            return List.of(tooLong(name));
        }
        try {
            MAPPER.readValue(content, type);
            return List.of();
        } catch (IOException e) {
            return faults(content, name);
        }
    }

    /**
     * Reads a file that is part of the library.
     *
     * @param stream content, or null when there is none
     * @param name   name of the file for messages
     * @return the value
     * @throws IllegalStateException if the file is missing or faulty, which is a fault of the program
     */
    public T readBundled(@Nullable InputStream stream, String name) {
        if (stream == null) {
            throw new IllegalStateException("data file " + name + " is missing from the library");
        }
        try {
            return read(stream, name);
        } catch (InvalidDataException | UncheckedIOException e) {
            throw new IllegalStateException("data file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Finding> faults(byte[] content, String name) {
        List<Finding> findings = new ArrayList<>();
        try {
            new DocumentNode(MAPPER.readTree(content), name, "", findings).walk(type, partial);
        } catch (JsonProcessingException e) {
            return List.of(notJson(name, e));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        if (findings.isEmpty()) {
            findings.add(DocumentNode.wrongForm(DocumentNode.OTHER_FORM).under(name, ""));
        }
        return findings.stream().distinct().sorted().toList();
    }

    private static Finding notJson(String name, JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        if (e instanceof StreamConstraintsException
                && String.valueOf(e.getOriginalMessage()).contains("nesting depth")) {
            return new Finding(
                    "too-deep",
                    Severity.ERROR,
                    new Location(name, line, ""),
                    new LocalText(
                            "the file is nested more than " + DEEPEST + " levels deep", "文件的嵌套超过 " + DEEPEST + " 层"),
                    new LocalText("look at the brackets of this line", "请检查这一行的括号"));
        }
        String reason = e.getOriginalMessage();
        return new Finding(
                "not-json",
                Severity.ERROR,
                new Location(name, line, ""),
                new LocalText("the file is not valid JSON: " + reason, "文件不是有效的 JSON：" + reason),
                new LocalText("look at this line and the one before it", "请检查这一行和上一行"));
    }

    private static Finding tooLong(String name) {
        return new Finding(
                "too-long",
                Severity.ERROR,
                Location.of(name),
                new LocalText("the file has more than " + LONGEST + " bytes", "文件超过 " + LONGEST + " 字节"),
                new LocalText("leave out what does not belong in it", "请去掉不属于该文件的内容"));
    }

    private static byte[] content(InputStream stream, String name) {
        try (stream) {
            return stream.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
