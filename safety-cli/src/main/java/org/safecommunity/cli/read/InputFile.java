package org.safecommunity.cli.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;

/**
 * A file that was looked through once: checksum, compression and charset are known before a row is read. Valid UTF-8,
 * with or without BOM, is UTF-8; else it is GB18030; bytes that are neither are an error with their line. An XLSX
 * workbook is known by its first bytes; {@code FILE.xlsx#Sheet} names a sheet of it, else the first one is meant. So is a
 * store; {@code FILE.db#kind} names a table of it, else the injuries are meant, or the only table there is.
 */
public final class InputFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern SHEET = Pattern.compile("(?i)(.+\\.xls[xm])#(.+)");
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b0000;
    private static final int ZIP = 0x504b0304;
    private static final int OLE = 0xd0cf11e0;
    private static final String USUAL_TABLE = "injuries";

    private final String name;
    private final Path path;
    private final String sha256;
    private final boolean gzip;
    private final Charset charset;
    private final boolean guessed;
    private final @Nullable String sheet;
    private final @Nullable StoredTable table;
    private final byte @Nullable [] document;

    private InputFile(
            String name,
            Path path,
            String sha256,
            boolean gzip,
            Charset charset,
            boolean guessed,
            @Nullable String sheet,
            @Nullable StoredTable table,
            byte @Nullable [] document) {
        this.name = name;
        this.path = path;
        this.sha256 = sha256;
        this.gzip = gzip;
        this.charset = charset;
        this.guessed = guessed;
        this.sheet = sheet;
        this.table = table;
        this.document = document;
    }

    /** A table of a store. */
    public static InputFile ofTable(String name, Path store, StoredTable table) {
        return new InputFile(name, store, table.sha256(), false, StandardCharsets.UTF_8, false, null, table, null);
    }

    /**
     * A document of a store.
     *
     * @throws UserError (exit 3) if its bytes fit no charset
     */
    public static InputFile ofDocument(String name, Path store, byte[] content, @Nullable Charset charset) {
        try {
            return text(name, store, content.clone(), charset, false);
        } catch (IOException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Opens a file, or standard input for {@code -} (kept in a private temporary file until the program ends).
     *
     * @throws UserError (exit 3) if the file is missing, a folder, empty, or its bytes fit no charset; (exit 2) if the
     *     workbook has no such sheet
     */
    public static InputFile open(String argument, @Nullable Charset charset) {
        return argument.equals("-")
                ? open(argument, spoolStandardInput(), charset)
                : open(argument, path(argument), charset);
    }

    /** As {@link #open(String, Charset)}, shown to users under a name of its own. */
    public static InputFile open(String name, Path path, @Nullable Charset charset) {
        InputFile stored = ofStore(name, path);
        if (stored != null) {
            return stored;
        }
        Matcher matcher = SHEET.matcher(String.valueOf(path.getFileName()));
        boolean sheetNamed = matcher.matches() && !Files.exists(path);
        Path file = sheetNamed ? path.resolveSibling(matcher.group(1)) : path;
        String sheet = sheetNamed ? matcher.group(2) : null;
        String fileName = sheet == null ? name : name.substring(0, name.length() - sheet.length() - 1);
        requireReadable(fileName, file);
        try {
            int magic = magic(file);
            if (magic == ZIP) {
                return workbook(fileName, file, sheet);
            }
            if (magic == OLE) {
                throw UserError.input("error.old-excel", fileName);
            }
            if (sheet != null) {
                throw UserError.input("error.not-a-workbook", fileName);
            }
            return text(name, file, null, charset, (magic & 0xffff0000) == GZIP);
        } catch (ZipException | EOFException e) {
            throw UserError.input("error.gzip", fileName);
        } catch (IOException e) {
            throw UserError.input("error.read", fileName, String.valueOf(e.getMessage()));
        }
    }

    /** The table that is meant where the path is, or its part before the last # is, a store; else null. */
    private static @Nullable InputFile ofStore(String name, Path path) {
        String last = String.valueOf(path.getFileName());
        int mark = Files.exists(path) ? -1 : last.lastIndexOf('#');
        Path file = mark > 0 ? path.resolveSibling(last.substring(0, mark)) : path;
        if (!DataStore.isStore(file)) {
            return null;
        }
        String storeName = mark > 0 ? name.substring(0, name.length() - (last.length() - mark)) : name;
        try (DataStore store = DataStore.open(storeName, file)) {
            List<String> kinds = store.tables();
            String usual = kinds.size() == 1 ? kinds.get(0) : USUAL_TABLE;
            String kind = mark > 0 ? last.substring(mark + 1) : usual;
            if (!kinds.contains(kind)) {
                throw UserError.usage(
                        "error.no-stored-table", storeName, kind, kinds.isEmpty() ? "–" : String.join(", ", kinds));
            }
            return ofTable(storeName + "#" + kind, file, new ReopenedTable(storeName, file, kind, store));
        }
    }

    private static InputFile text(
            String name, Path path, byte @Nullable [] document, @Nullable Charset charset, boolean gzip)
            throws IOException {
        MessageDigest digest = newDigest();
        Charset used = charset;
        long badLine;
        try (InputStream raw = new DigestInputStream(bytes(path, document), digest);
                InputStream in = decompress(raw, gzip)) {
            BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
            if (used == null) {
                used = CharsetProbe.byteOrderMark(buffered);
            }
            badLine = CharsetProbe.firstBadLine(buffered, used);
            raw.transferTo(OutputStream.nullOutputStream());
        }
        boolean guess = badLine > 0 && charset == null && used.equals(StandardCharsets.UTF_8);
        if (guess) {
            used = GB18030;
            try (InputStream in = decompress(bytes(path, document), gzip)) {
                badLine = CharsetProbe.firstBadLine(in, used);
            }
        }
        if (badLine > 0) {
            throw guess
                    ? UserError.input("error.charset-unknown", name, badLine)
                    : UserError.input("error.charset-wrong", name, badLine, used.name());
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return new InputFile(name, path, hash, gzip, used, guess, null, null, document);
    }

    private static InputFile workbook(String name, Path path, @Nullable String sheet) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
            raw.transferTo(OutputStream.nullOutputStream());
        }
        List<String> sheets;
        try {
            sheets = SheetSource.names(name, path);
        } catch (IOException e) {
            throw UserError.input("error.xlsx", name);
        }
        if (sheets.isEmpty()) {
            throw UserError.input("error.xlsx", name);
        }
        String used = sheet == null ? sheets.get(0) : sheet;
        if (!sheets.contains(used)) {
            String near = Nearest.of(used, sheets);
            throw near.isEmpty()
                    ? UserError.usage("error.no-sheet", name, used, String.join(", ", sheets))
                    : UserError.usage("error.no-sheet-near", name, used, near);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return new InputFile(name + "#" + used, path, hash, false, StandardCharsets.UTF_8, false, used, null, null);
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

    /** The remark that the charset was guessed; empty when it was not. */
    public List<Remark> remarks(Locale locale) {
        return guessed
                ? List.of(new Remark("charset-guessed", Texts.get(locale, "remark.charset", name, charset.name())))
                : List.of();
    }

    /** The sheet of a workbook; null for a text file. */
    @Nullable
    String sheet() {
        return sheet;
    }

    /** The table of a store; null for a file. */
    public @Nullable StoredTable stored() {
        return table;
    }

    /**
     * The bytes as they are, compressed ones too.
     *
     * @throws UserError (exit 3) if this is a table of a store
     */
    public InputStream bytes() throws IOException {
        if (table != null) {
            throw UserError.input("error.is-stored-table", name);
        }
        return bytes(path, document);
    }

    /** Number of bytes, compressed where they are. */
    long size() throws IOException {
        return document == null ? Files.size(path) : document.length;
    }

    private static InputStream bytes(Path path, byte @Nullable [] document) throws IOException {
        return document == null ? Files.newInputStream(path) : new ByteArrayInputStream(document);
    }

    /**
     * A reader of the text; a byte-order mark is left out.
     *
     * @throws UserError (exit 3) if the file is a workbook or a table of a store
     */
    public Reader reader() throws IOException {
        if (sheet != null) {
            throw UserError.input("error.is-workbook", name);
        }
        InputStream in = decompress(bytes(), gzip);
        Reader reader = new BufferedReader(new InputStreamReader(in, CharsetProbe.decoder(charset)), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw UserError.usage("error.path", argument);
        }
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

    /** The first four bytes as a number; bytes that are not there count as 0. */
    private static int magic(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return ByteBuffer.wrap(Arrays.copyOf(in.readNBytes(4), 4)).getInt();
        }
    }

    private static InputStream decompress(InputStream in, boolean gzip) throws IOException {
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
