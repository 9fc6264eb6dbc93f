package org.safecommunity.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class SheetSourceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The workbook that counts.reference.py made. */
    private Path workbook() throws IOException {
        Path file = folder.resolve("counts.xlsx");
        if (!Files.exists(file)) {
            try (InputStream in = getClass().getResourceAsStream("counts.xlsx")) {
                Files.copy(java.util.Objects.requireNonNull(in), file);
            }
        }
        return file;
    }

    private static CliRun rates(Object file, Object... more) {
        Object[] fixed = {
            "rates", "crude", file, "--events", "injuries", "--person-time", "person_years", "--format", "json"
        };
        Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return CliRun.of(all);
    }

    @Test
    void dates_numbers_and_texts_of_a_workbook_of_another_program() throws IOException {
        CliRun run = rates(workbook(), "--by", "year,day,note");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results").findValues("group"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"year\":\"2023\",\"day\":\"2023-06-30\",\"note\":\"first\"}",
                        "{\"year\":\"2023\",\"day\":\"2023-07-01T08:30\",\"note\":\"second, with comma\"}",
                        "{\"year\":\"2024\",\"day\":\"1900-03-01\",\"note\":\"\"}");
        assertThat(run.result(0).at("/inputs/personTime").asDouble()).isEqualTo(52720.5);
        assertThat(run.result(1).at("/inputs/personTime").asDouble()).isEqualTo(0.3);
    }

    @Test
    void a_bad_row_is_found_by_the_row_of_the_sheet() throws IOException {
        CliRun run = rates(workbook());
        String name = workbook() + "#Counts";
        assertThat(run.err())
                .isEqualTo("warning: " + name + ":5:injuries: must be a whole number of 0 or more, "
                        + "was a text of 5 characters. Write digits only, without thousands separators.\n"
                        + name + ": 4 rows read, 3 used, 1 refused\n");
        JsonNode input = run.json().at("/provenance/inputs/0");
        assertThat(input.get("path").asText()).isEqualTo(name);
        assertThat(input.get("sha256").asText())
                .isEqualTo(InputFile.open(workbook().toString(), null).sha256());
    }

    @Test
    void a_sheet_is_named_after_a_hash() throws IOException {
        CliRun run = CliRun.of(
                "rates",
                "crude",
                workbook() + "#病例",
                "--events",
                "例数",
                "--person-time",
                "人年",
                "--by",
                "年份",
                "--format",
                "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).at("/group/年份").asText()).isEqualTo("2023");
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(200);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_workbook_comes_by_standard_input_too() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(workbook())));
        try {
            assertThat(rates("-").json().at("/provenance/inputs/0/path").asText())
                    .isEqualTo("-#Counts");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void formulas_give_the_value_stored_with_them() {
        Path file = xlsx(
                "<row r=\"1\">" + text("injuries") + text("person_years") + text("g") + "</row>"
                        + "<row r=\"2\"><c><f>1+2</f><v>3</v></c><c><v>10</v></c>"
                        + "<c t=\"str\"><f>UPPER(\"a\")</f><v>A</v></c></row>"
                        + "<row r=\"3\"><c><f>1+3</f></c><c><v>10</v></c>" + text("no stored value") + "</row>"
                        + "<row r=\"4\"><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><v>10</v></c>" + text("e")
                        + "</row>"
                        + "<row r=\"5\"><c><v>4</v></c><c><v>10</v></c><c t=\"b\"><v>1</v></c></row>",
                "");
        CliRun run = rates(file, "--by", "g");
        assertThat(run.json().get("results").findValues("group"))
                .extracting(JsonNode::toString)
                .containsExactly("{\"g\":\"A\"}", "{\"g\":\"TRUE\"}");
        assertThat(run.result(0).at("/inputs/events").asLong()).isEqualTo(3);
        assertThat(run.err())
                .contains("#Sheet:3:injuries: a value is needed.")
                .contains("#Sheet:4:injuries: must be a whole number of 0 or more, was \"#DIV/0!\"");
    }

    @Test
    void empty_rows_columns_and_the_start_of_the_table_do_not_matter() {
        Path file = xlsx(
                "<row r=\"3\">" + text("injuries") + text("person_years") + text("g") + "<c/><c/></row>"
                        + "<row r=\"4\"><c/></row>"
                        + "<row r=\"7\"><c r=\"A7\"><v>3</v></c><c r=\"B7\"><v>10</v></c></row>"
                        + "<row r=\"9\"><c r=\"B9\"><v>10</v></c></row>"
                        + "<row r=\"11\"><c r=\"A11\"><v>1</v></c><c r=\"B11\"><v>2</v></c><c r=\"E11\"><v>9</v></c></row>",
                "");
        CliRun run = rates(file, "--by", "g");
        assertThat(run.json().get("results")).hasSize(1);
        assertThat(run.result(0).at("/inputs/events").asLong()).isEqualTo(3);
        assertThat(run.err())
                .contains("#Sheet:9:injuries: a value is needed.")
                .contains("#Sheet:11: the row has 5 cells, the header 3.")
                .endsWith("#Sheet: 3 rows read, 1 used, 2 refused\n");
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_says_so() {
        String rows = "<row r=\"1\">" + text("injuries") + text("person_years") + text("day") + "</row>"
                + "<row r=\"2\"><c><v>3</v></c><c><v>10</v></c><c s=\"1\"><v>43646</v></c></row>";
        for (String flag : List.of("date1904=\"1\"", "date1904=\"true\"")) {
            Path file = xlsx(rows, "<workbookPr " + flag + "/>");
            assertThat(rates(file, "--by", "day").result(0).at("/group/day").asText())
                    .as(flag)
                    .isEqualTo("2023-07-01");
        }
        assertThat(rates(xlsx(rows, ""), "--by", "day")
                        .result(0)
                        .at("/group/day")
                        .asText())
                .isEqualTo("2019-06-30");
    }

    @Nested
    class Rejects {
        @Test
        void a_sheet_that_is_not_there_with_near_names() throws IOException {
            CliRun near = rates(workbook() + "#Count");
            assertThat(near.exitCode()).isEqualTo(2);
            assertThat(near.err())
                    .isEqualTo("safety: " + workbook() + " has no sheet Count\n"
                            + "  Did you mean Counts? Names are taken exactly as in the workbook.\n");
            CliRun far = rates(workbook() + "#2024年");
            assertThat(far.exitCode()).isEqualTo(2);
            assertThat(far.err()).endsWith(" has no sheet 2024年\n  Its sheets are Counts, 病例, hidden.\n");
        }

        @Test
        void half_a_workbook_and_a_zip_file_of_another_kind() throws IOException {
            byte[] whole = Files.readAllBytes(workbook());
            assertBroken(TextFile.bytes(folder, "half.xlsx", Arrays.copyOf(whole, whole.length / 2)));
            assertBroken(TextFile.bytes(folder, "zip.xlsx", zip("a.txt", "text")));
            assertBroken(xlsx("<row><c><v>1</v></row>", ""));
        }

        private void assertBroken(Path file) {
            CliRun run = rates(file);
            assertThat(run.exitCode()).as(file + run.err()).isEqualTo(3);
            assertThat(run.err())
                    .startsWith("safety: " + file)
                    .contains(" is not a whole XLSX workbook\n  Open it in a spreadsheet program")
                    .hasLineCount(2);
        }

        @Test
        void a_sheet_of_a_text_file() {
            Path file = TextFile.of(folder, "text.xlsx", "injuries,person_years", "3,10");
            CliRun run = rates(file + "#Sheet");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo("safety: " + file + " is no XLSX workbook, so it has no sheets\n"
                            + "  Leave out the # and what follows it.\n");
            assertThat(rates(file).exitCode()).isZero();
        }

        @Test
        void a_missing_workbook() {
            CliRun run = rates(folder.resolve("none.xlsx") + "#Sheet");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("safety: " + folder.resolve("none.xlsx") + " does not exist\n");
        }
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A workbook of one sheet, written by hand; style 1 is a date. */
    private Path xlsx(String rows, String properties) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaging = "http://schemas.openxmlformats.org/package/2006/";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return TextFile.bytes(
                folder,
                "hand-" + System.nanoTime() + ".xlsx",
                zip(
                        "[Content_Types].xml",
                        "<Types xmlns=\"" + packaging + "content-types\">"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types
                                + "sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + types + "styles+xml\"/>"
                                + "</Types>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"" + packaging + "relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"" + relations
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\">" + properties
                                + "<sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + main
                                + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/></cellXfs>" + "</styleSheet>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>(List.of(namesAndTexts));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < texts.size(); i += 2) {
                zip.putNextEntry(new ZipEntry(texts.get(i)));
                zip.write(texts.get(i + 1).getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
