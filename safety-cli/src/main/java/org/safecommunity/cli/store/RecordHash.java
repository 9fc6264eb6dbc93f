package org.safecommunity.cli.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what a record says: its kind and key, its code set, and each cell that is filled in with the identity of its
 * column. The order of the columns does not matter, empty cells neither.
 */
final class RecordHash {
    private static final int BYTES = 32;

    private final MessageDigest digest = sha256();
    private final List<Layout.Column> columns;
    private final List<Integer> order;
    private final byte[][] identities;
    private final byte[] kind;
    private final byte[] codeSet;

    RecordHash(String kind, String codeSet, Layout layout) {
        this.columns = layout.columns();
        this.order = layout.byIdentity();
        this.identities =
                columns.stream().map(column -> utf8(column.identity())).toArray(byte[][]::new);
        this.kind = utf8(kind);
        this.codeSet = utf8(codeSet);
    }

    /** The hash of a record with all its cells in the order of the layout. */
    byte[] of(String key, List<String> cells) {
        digest.reset();
        part(kind);
        part(utf8(key));
        part(codeSet);
        for (int i : order) {
            if (!cells.get(i).isEmpty()) {
                part(identities[i]);
                part(utf8(cells.get(i)));
            }
        }
        return digest.digest();
    }

    /** The length goes before each part, so that no two lists of parts look alike. */
    private void part(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of texts, one a line, in hexadecimal. */
    static String ofLines(List<String> lines) {
        return HexFormat.of().formatHex(sha256().digest(utf8(String.join("\n", lines))));
    }

    /** The exclusive or of hashes: the sum of all versions that one import made, in whatever order they come. */
    static final class Sum {
        private final byte[] sum = new byte[BYTES];

        void add(byte[] hash) {
            for (int i = 0; i < BYTES; i++) {
                sum[i] ^= hash[i];
            }
        }

        String text() {
            return HexFormat.of().formatHex(sum);
        }
    }
}
