package org.safecommunity.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class TableReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun rate(String text, Object... more) {
        Path file = TextFile.bytes(folder, "f.csv", text.getBytes(UTF_8));
        List<Object> arguments = new ArrayList<>(
                List.of("rates", "crude", file, "--events", "n", "--person-time", "t", "--format", "json"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    /** Good rows around a bad one are used, the bad one is refused with this message. */
    private void assertOneRefused(CliRun run, int line, String column, String message) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/provenance/inputs/0/refused").asLong()).isEqualTo(1);
        assertThat(run.json().at("/results/0/inputs/events").asLong()).isEqualTo(12);
        String place = folder.resolve("f.csv") + ":" + line + (column.isEmpty() ? "" : ":" + column);
        assertThat(run.err()).startsWith("warning: " + place + ": " + message);
        assertThat(run.err()).endsWith(" used, 1 refused\n").hasLineCount(2).doesNotContain("\tat ");
    }

    @Test
    void a_first_line_of_data_is_never_repeated() {
        CliRun run = rate("李四,13912345678,2024-05-01\n张三,13812345678,2024-05-02\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("f.csv has no column n; its first line reads like data")
                .doesNotContain("李四")
                .doesNotContain("139");
        CliRun twice = rate("李四,李四,110101199001011234\n张三,b,c\n");
        assertThat(twice.exitCode()).isEqualTo(3);
        assertThat(twice.err())
                .contains("f.csv:1: column 2 is the same as one before it")
                .doesNotContain("李四")
                .doesNotContain("1101");
    }

    @Test
    void a_quoted_cell_may_hold_separators_quotes_and_line_breaks() {
        CliRun run = rate("n,t,g\n5,10,\"a, \"\"b\"\"\nc\"\n7,10,\"x\ny\"\n", "--by", "g");
        assertThat(run.err()).isEmpty();
        assertThat(run.result(0).at("/group/g").asText()).isEqualTo("a, \"b\"\nc");
        assertThat(run.result(1).at("/group/g").asText()).isEqualTo("x\ny");
    }

    @Test
    void blank_lines_are_passed_over_and_names_are_stripped() {
        CliRun run = rate(" n , t \n\n5,10\n\n7,10\n\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.json().at("/provenance/inputs/0/rows").asLong()).isEqualTo(2);
    }

    @Test
    void strict_makes_refused_rows_exit_1_with_the_same_output() {
        CliRun lenient = rate("n,t\n5,10\nx,10\n");
        CliRun strict = rate("n,t\n5,10\nx,10\n", "--strict");
        assertThat(lenient.exitCode()).isZero();
        assertThat(strict).isEqualTo(new CliRun(1, lenient.out(), lenient.err()));
        assertThat(rate("n,t\n5,10\n", "--strict").exitCode()).isZero();
    }

    @Test
    void quiet_leaves_the_remarks_out_of_standard_error_only() {
        CliRun loud = rate("n,t\n5,10\nx,10\n");
        assertThat(rate("n,t\n5,10\nx,10\n", "--quiet")).isEqualTo(new CliRun(0, loud.out(), ""));
    }

    @Nested
    class RefusesARow {
        @Test
        void of_negative_counts() {
            assertOneRefused(
                    rate("n,t\n5,10\n-2,10\n7,10\n"), 3, "n", "must be a whole number of 0 or more, was \"-2\"");
            assertOneRefused(rate("n,t\n5,10\n2,-10\n7,10\n"), 3, "t", "must be a number of 0 or more, was \"-10\"");
        }

        @Test
        void of_thousands_separators() {
            assertOneRefused(
                    rate("n,t\n5,10\n\"1,234\",10\n7,10\n"),
                    3,
                    "n",
                    "must be a whole number of 0 or more, was \"1,234\". "
                            + "Write digits only, without thousands separators.");
        }

        @Test
        void of_numbers_out_of_range() {
            assertOneRefused(
                    rate("n,t\n5,10\n1e400,10\n7,10\n"), 3, "n", "must be a whole number of 0 or more, was \"1e400\"");
            assertOneRefused(
                    rate("n,t\n5,10\n1,1e400\n7,10\n"), 3, "t", "must be a number of 0 or more, was \"1e400\"");
            assertOneRefused(
                    rate("n,t\n5,10\n1e17,10\n7,10\n"), 3, "n", "must be a whole number of 0 or more, was \"1e17\"");
        }

        @Test
        void of_number_words_and_text_without_repeating_what_may_be_personal() {
            assertOneRefused(rate("n,t\n5,10\n三,10\n7,10\n"), 3, "n", "must be a whole number of 0 or more, was \"三\"");
            assertOneRefused(
                    rate("n,t\n5,10\n张三丰,10\n7,10\n"),
                    3,
                    "n",
                    "must be a whole number of 0 or more, was a text of 3 characters");
        }

        @Test
        void of_a_missing_value() {
            assertOneRefused(rate("n,t\n5,10\n,10\n7,10\n"), 3, "n", "a value is needed. Fill in the cell.");
        }

        @Test
        void of_the_wrong_length() {
            assertOneRefused(rate("n,t\n5,10\n5\n7,10\n"), 3, "", "the row has 1 cells, the header 2.");
            assertOneRefused(rate("n,t\n5,10\n5,6,7\n7,10\n"), 3, "", "the row has 3 cells, the header 2.");
            assertOneRefused(rate("n,t\n5,10\n,\n7,10\n"), 3, "", "the row is empty. Delete it.");
        }

        @Test
        void of_two_megabytes() {
            String cell = "9".repeat(2_000_000);
            assertOneRefused(
                    rate("n,t\n5,10\n" + cell + ",10\n7,10\n"),
                    3,
                    "n",
                    "a cell has 2000000 characters, more than 65536. A quotation mark may be missing");
            assertOneRefused(
                    rate("n,t\n5,10\n" + "9,".repeat(1_000_000) + "\n7,10\n"),
                    3,
                    "",
                    "the row has 1000001 cells, the header 2.");
        }

        @Test
        void with_a_nul_byte() {
            assertOneRefused(rate("n,t,g\n5,10,a\n1,10,b\0c\n7,10,d\n"), 3, "g", "the cell holds a NUL character.");
        }

        @Test
        void whose_quotation_mark_is_never_closed() {
            assertOneRefused(
                    rate("n,t,g\n5,10,a\n7,10,b\n1,10,\"c\n2,10,d\n3,10,e\n"),
                    4,
                    "g",
                    "a quotation mark is opened here and never closed: this row and 2 lines after it are lost.");
        }

        @Test
        void of_events_above_trials() {
            Path file = TextFile.of(folder, "f.csv", "n,t", "5,10", "11,10", "7,10");
            CliRun run = CliRun.of("rates", "proportion", file, "--events", "n", "--trials", "t", "--format", "json");
            assertOneRefused(run, 3, "n", "events must not exceed trials, was 11 of 10. Check the two columns.");
        }
    }

    @Nested
    class Rejects {
        @Test
        void an_unknown_column_with_near_names() {
            CliRun run = rate("N,t\n5,10\n");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("safety: " + folder.resolve("f.csv") + " has no column n\n"
                            + "  Did you mean N? Names are taken exactly as written in the header.\n");
            CliRun far = rate("injuries,person_years\n5,10\n");
            assertThat(far.err()).contains("has no column n\n", "Its columns are injuries, person_years.");
            CliRun by = rate("n,t,街道\n5,10,a\n", "--by", "街到");
            assertThat(by.exitCode()).isEqualTo(2);
            assertThat(by.err()).contains("has no column 街到\n", "Did you mean 街道?");
        }

        @Test
        void a_file_without_usable_rows() {
            assertNoRow(rate("n,t\n"), "(0 rows read, 0 refused).");
            assertNoRow(rate("n,t\nx,10\n"), "(1 rows read, 1 refused). " + folder.resolve("f.csv") + ":2:n: must be");
            assertNoRow(rate("n,t\n5,10\n", "--where", "n > 5"), "(1 rows read, 0 refused).");
        }

        private void assertNoRow(CliRun run, String counts) {
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("safety: " + folder.resolve("f.csv") + " has no row that can be used " + counts)
                    .endsWith("  Correct the rows named above, or the --where condition.\n");
        }

        @Test
        void a_faulty_header() {
            assertHeader("\n\n", " has no header line");
            assertHeader("n,n,t\n1,2,3\n", ":1: two columns are called n");
            assertHeader("n,,t\n1,2,3\n", ":1: column 2 has no name");
            assertHeader("n\0,t\n1,2\n", ":1: the header holds NUL characters");
        }

        private void assertHeader(String text, String message) {
            CliRun run = rate(text);
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .startsWith("safety: " + folder.resolve("f.csv") + message + "\n")
                    .hasLineCount(2);
        }
    }
}
