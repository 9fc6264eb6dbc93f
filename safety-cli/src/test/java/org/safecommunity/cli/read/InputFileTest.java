package org.safecommunity.cli.read;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class InputFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = "街道,例数,人年\n城东,5,1000\n城西,7,2000\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void utf_8_with_and_without_byte_order_mark() {
        CliRun plain = rates(TextFile.bytes(folder, "plain.csv", TEXT.getBytes(UTF_8)));
        assertThat(plain.exitCode()).isZero();
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out())
                .contains("\n城东,crude-rate,500,", "\n城西,crude-rate,350,")
                .hasLineCount(3);
        assertThat(rates(TextFile.bytes(folder, "bom.csv", ("\uFEFF" + TEXT).getBytes(UTF_8))))
                .isEqualTo(expected());
    }

    @Test
    void gb18030_is_detected_and_said() {
        Path file = TextFile.bytes(folder, "gb.csv", TEXT.getBytes(GB18030));
        CliRun run = rates(file);
        assertThat(run.out()).isEqualTo(expected().out());
        assertThat(run.err())
                .isEqualTo("warning: " + file + " is not UTF-8; it was read as GB18030. "
                        + "If characters look wrong, give --charset.\n");
        assertThat(rates(file, "--charset", "GB18030")).isEqualTo(expected());
        assertThat(rates(file, "--quiet")).isEqualTo(expected());
    }

    @Test
    void utf_16_is_known_by_its_mark_or_named() {
        assertThat(rates(TextFile.bytes(folder, "le.csv", ("\uFEFF" + TEXT).getBytes(UTF_16LE))))
                .isEqualTo(expected());
        Path bare = TextFile.bytes(folder, "bare.csv", TEXT.getBytes(UTF_16LE));
        assertThat(rates(bare, "--charset", "UTF-16LE")).isEqualTo(expected());
    }

    @Test
    void tabs_semicolons_and_windows_line_ends() {
        assertThat(rates(TextFile.bytes(folder, "f.tsv", TEXT.replace(',', '\t').getBytes(UTF_8))))
                .isEqualTo(expected());
        assertThat(rates(TextFile.bytes(folder, "f.csv", TEXT.replace(',', ';').getBytes(UTF_8))))
                .isEqualTo(expected());
        assertThat(rates(TextFile.bytes(
                        folder, "w.csv", TEXT.replace("\n", "\r\n").getBytes(UTF_8))))
                .isEqualTo(expected());
    }

    @Test
    void gzip_is_known_by_its_bytes_and_the_checksum_is_of_the_file() throws IOException {
        Path file = TextFile.bytes(folder, "f.data", gzip(TEXT.getBytes(UTF_8)));
        assertThat(rates(file)).isEqualTo(expected());
        Path gb = TextFile.bytes(folder, "gb.csv.gz", gzip(TEXT.getBytes(GB18030)));
        assertThat(rates(gb).out()).isEqualTo(expected().out());
        assertThat(InputFile.open(gb.toString(), null).sha256()).isEqualTo(Sha256.of(gb));
    }

    @Test
    void standard_input_is_a_dash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(TEXT.getBytes(UTF_8)));
        try {
            CliRun run = CliRun.of("rates", "crude", "-", "--events", "例数", "--person-time", "人年", "--format", "json");
            assertThat(run.exitCode()).isZero();
            assertThat(run.json().at("/provenance/inputs/0/path").asText()).isEqualTo("-");
            assertThat(run.json().at("/provenance/inputs/0/rows").asLong()).isEqualTo(2);
        } finally {
            System.setIn(before);
        }
    }

    @Nested
    class Rejects {
        @Test
        void a_missing_file_with_near_names() {
            Path near = TextFile.of(folder, "injuries.csv", "a");
            CliRun run = rates(folder.resolve("injurys.csv"));
            assertFailure(run, 3, folder.resolve("injurys.csv") + " does not exist", "Did you mean injuries.csv?");
            assertThat(near).exists();
            assertFailure(rates(folder.resolve("zzz/x.csv")), 3, "x.csv does not exist", "Check the path.");
        }

        @Test
        void a_folder() {
            assertFailure(rates(folder), 3, folder + " is a folder", "Name a file in it.");
        }

        @Test
        void an_empty_file() {
            assertFailure(
                    rates(TextFile.bytes(folder, "empty.csv", new byte[0])),
                    3,
                    "empty.csv is empty",
                    "It needs a header line and at least one row.");
        }

        @Test
        void bytes_of_no_charset_with_their_line() {
            byte[] bytes = Arrays.copyOf("a,b\nc,d\n".getBytes(UTF_8), 10);
            bytes[8] = (byte) 0xFF;
            bytes[9] = (byte) 0xFF;
            assertFailure(
                    rates(TextFile.bytes(folder, "wrong.csv", bytes)),
                    3,
                    "wrong.csv:3: the bytes are neither UTF-8 nor GB18030",
                    "Say which charset it is with --charset NAME");
        }

        @Test
        void bytes_that_are_not_the_charset_named() {
            Path file = TextFile.bytes(folder, "gb.csv", TEXT.getBytes(GB18030));
            assertFailure(
                    rates(file, "--charset", "UTF-8"),
                    3,
                    "gb.csv:1: the bytes are not UTF-8",
                    "Leave --charset away to let it be detected");
        }

        @Test
        void half_a_gzip_file() throws IOException {
            byte[] whole = gzip(TEXT.repeat(100).getBytes(UTF_8));
            assertFailure(
                    rates(TextFile.bytes(folder, "half.gz", Arrays.copyOf(whole, whole.length / 2))),
                    3,
                    "half.gz is not a whole gzip file",
                    "Compress it again.");
        }

        @Test
        void an_old_excel_file() {
            byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
            assertFailure(
                    rates(TextFile.bytes(folder, "old.xls", ole)),
                    3,
                    "old.xls is an Excel file of the old form (.xls) or protected by a password",
                    "Save it as .xlsx");
        }
    }

    private static void assertFailure(CliRun run, int code, String message, String hint) {
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("safety: ")
                .contains(message + "\n", "  " + hint)
                .hasLineCount(2);
    }

    /** What the plain UTF-8 file gives. */
    private CliRun expected() {
        return rates(TextFile.bytes(folder, "expected.csv", TEXT.getBytes(UTF_8)));
    }

    /** Rates by street. */
    private static CliRun rates(Path file, Object... more) {
        Object[] fixed = {
            "rates", "crude", file, "--events", "例数", "--person-time", "人年", "--by", "街道", "--format", "csv"
        };
        Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return CliRun.of(all);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Checksum computed apart from the program. */
    private static final class Sha256 {
        static String of(Path file) throws IOException {
            try {
                return java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(Files.readAllBytes(file)));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
