package org.safecommunity.cli.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as a value: two are equal when their bytes are. The bytes are shared, not copied; nobody changes them. */
final class Blob {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes as a value; none where a column is empty. */
    static Blob of(byte @Nullable [] bytes) {
        return new Blob(bytes == null ? new byte[0] : bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
