package org.safecommunity.model.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the data files that are part of the library. A fault in one is a fault of the program. */
public final class BundledJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private BundledJson() {}

    /** Reads a stream into a type and closes it. */
    public static <T> T read(@Nullable InputStream stream, String name, Class<T> type) {
        if (stream == null) {
            throw new IllegalStateException("data file " + name + " is missing from the library");
        }
        try (stream) {
            return MAPPER.readValue(stream, type);
        } catch (IOException e) {
            throw new IllegalStateException("data file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
