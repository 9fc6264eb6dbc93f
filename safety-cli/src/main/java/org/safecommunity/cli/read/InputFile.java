package org.safecommunity.cli.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;

/**
 * A text file that was looked through once: checksum, compression and charset are known before a row is read. Valid
 * UTF-8, with or without BOM, is UTF-8; else it is GB18030; bytes that are neither are an error with their line.
 */
public final class InputFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Path path;
    private final String sha256;
    private final boolean gzip;
    private final Charset charset;
    private final boolean guessed;

    private InputFile(String name, Path path, String sha256, boolean gzip, Charset charset, boolean guessed) {
        this.name = name;
        this.path = path;
        this.sha256 = sha256;
        this.gzip = gzip;
        this.charset = charset;
        this.guessed = guessed;
    }

    /**
     * Opens a file, or standard input for {@code -} (kept in a private temporary file until the program ends).
     *
     * @throws UserError (exit 3) if the file is missing, a folder, empty, or its bytes fit no charset
     */
    public static InputFile open(String argument, @Nullable Charset charset) {
        return argument.equals("-")
                ? open(argument, spoolStandardInput(), charset)
                : open(argument, Path.of(argument), charset);
    }

    /** As {@link #open(String, Charset)}, shown to users under a name of its own. */
    public static InputFile open(String name, Path path, @Nullable Charset charset) {
        requireReadable(name, path);
        try {
            boolean gzip = isGzip(path);
            MessageDigest digest = newDigest();
            Charset used = charset;
            boolean guessed = false;
            long badLine;
            try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest);
                    InputStream in = decompress(raw, gzip)) {
                BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
                if (used == null) {
                    used = byteOrderMark(buffered);
                }
                badLine = firstBadLine(buffered, used);
                raw.transferTo(java.io.OutputStream.nullOutputStream());
            }
            if (badLine > 0 && charset == null && used.equals(StandardCharsets.UTF_8)) {
                used = GB18030;
                guessed = true;
                try (InputStream in = decompress(Files.newInputStream(path), gzip)) {
                    badLine = firstBadLine(in, used);
                }
                if (badLine > 0) {
                    throw UserError.input("error.charset-unknown", name, badLine);
                }
            } else if (badLine > 0) {
                throw UserError.input("error.charset-wrong", name, badLine, used.name());
            }
            return new InputFile(name, path, HexFormat.of().formatHex(digest.digest()), gzip, used, guessed);
        } catch (ZipException | java.io.EOFException e) {
            throw UserError.input("error.gzip", name);
        } catch (IOException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getMessage()));
        }
    }

    /** Name as the user knows it. */
    public String name() {
        return name;
    }

    /** Path of the file. */
    public Path path() {
        return path;
    }

    /** SHA-256 of the bytes of the file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Charset the text is read in. */
    public Charset charset() {
        return charset;
    }

    /** Whether the charset was guessed because the file is not UTF-8. */
    public boolean charsetGuessed() {
        return guessed;
    }

    /** A reader of the text; a byte-order mark is left out. */
    public Reader reader() throws IOException {
        InputStream in = decompress(Files.newInputStream(path), gzip);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new BufferedReader(new InputStreamReader(in, decoder), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void requireReadable(String name, Path path) {
        if (!Files.exists(path)) {
            String near = Nearest.of(
                    path.getFileName() == null ? name : path.getFileName().toString(), siblings(path));
            throw near.isEmpty()
                    ? UserError.input("error.no-file", name)
                    : UserError.input("error.no-file-near", name, near);
        }
        if (Files.isDirectory(path)) {
            throw UserError.input("error.is-folder", name);
        }
        if (!Files.isReadable(path)) {
            throw UserError.input("error.not-readable", name);
        }
        try {
            if (Files.isRegularFile(path) && Files.size(path) == 0) {
                throw UserError.input("error.empty-file", name);
            }
        } catch (IOException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> siblings(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(1000)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path spoolStandardInput() {
        try {
            Path file = Files.createTempFile("safety-stdin", ".csv");
            file.toFile().deleteOnExit();
            Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw UserError.input("error.read", "-", String.valueOf(e.getMessage()));
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private static InputStream decompress(InputStream in, boolean gzip) throws IOException {
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static Charset byteOrderMark(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    /** Line of the first bytes that are not in the charset, or 0. */
    private static long firstBadLine(InputStream in, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
        CoderResult flushed = decoder.flush(chars);
        return flushed.isError() ? line : 0;
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

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
