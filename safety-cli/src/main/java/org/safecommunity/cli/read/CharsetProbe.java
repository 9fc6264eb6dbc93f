package org.safecommunity.cli.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out whether bytes are text in a charset. */
final class CharsetProbe {
    private static final int BUFFER = 1 << 16;

    private CharsetProbe() {}

    /** UTF-16 when the stream starts with its byte-order mark, else UTF-8; the stream is left at its start. */
    static Charset byteOrderMark(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean utf16 = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** A decoder that reports wrong bytes. */
    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Line of the first bytes that are not in the charset, or 0. */
    static long firstBadLine(InputStream in, Charset charset) throws IOException {
        CharsetDecoder decoder = decoder(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result;
            do {
                result = decoder.decode(bytes, chars, end);
                line += lineFeeds(chars);
            } while (result.isOverflow());
            if (result.isError()) {
                return line;
            }
            bytes.compact();
        }
        return decoder.flush(chars).isError() ? line : 0;
    }

    private static long lineFeeds(CharBuffer chars) {
        chars.flip();
        long count = 0;
        while (chars.hasRemaining()) {
            if (chars.get() == '\n') {
                count++;
            }
        }
        chars.clear();
        return count;
    }
}
