package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.model.validation.Finding;

class DocumentSourceTest {
    private static final int MEGABYTES = 50_000_000;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private TableReader open(String name, String text, RowFindings findings) throws IOException {
        return TableReader.open(InputFile.open(file(name, text).toString(), null), findings);
    }

    @Test
    void keys_are_columns_and_each_entry_knows_its_line() throws IOException {
        RowFindings findings = new RowFindings("g.yaml");
        try (TableReader table = open("g.yaml", "# goals\n- id: G1\n  base: 1.50\n- base: 01\n  目标: ~\n", findings)) {
            assertThat(table.header()).containsExactly("id", "base", "目标");
            assertThat(table.isDocument()).isTrue();
            assertThat(table.next()).isEqualTo(new TableReader.Row(2, List.of("G1", "1.50", "")));
            assertThat(table.next()).isEqualTo(new TableReader.Row(4, List.of("", "01", "")));
            assertThat(table.next()).isNull();
        }
        assertThat(findings.rows()).isEqualTo(2);
    }

    @Test
    void a_list_of_values_is_one_cell() throws IOException {
        RowFindings findings = new RowFindings("g.json");
        try (TableReader table = open("g.json", "[{\"a\":[1,\"x\",null,true]}]", findings)) {
            assertThat(table.next()).isEqualTo(new TableReader.Row(1, List.of("1;x;true")));
        }
    }

    @Test
    void entries_on_one_line_are_refused_one_by_one() throws IOException {
        RowFindings findings = new RowFindings("g.json");
        try (TableReader table =
                open("g.json", "[{\"a\":{\"b\":1}},{\"a\":[[1]]},7,{\"a\":null},{\"a\":\"1\"}]", findings)) {
            assertThat(table.next()).isEqualTo(new TableReader.Row(1, List.of("1")));
            assertThat(table.next()).isNull();
        }
        assertThat(findings.rows()).isEqualTo(5);
        assertThat(findings.refused()).isEqualTo(4);
        assertThat(findings.used()).isEqualTo(1);
        assertThat(findings.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("nested-value", "nested-value", "no-entry", "empty-row");
    }

    @Test
    void a_statistic_reads_a_list_as_any_table() throws IOException {
        Path yaml = file("r.yaml", "- {events: 3, years: 10}\n- {events: 4, years: 10}\n");
        CliRun run =
                CliRun.of("rates", "crude", yaml, "--events", "events", "--person-time", "years", "--format", "json");
        Path csv = file("r.csv", "events,years\n3,10\n4,10\n");
        CliRun same =
                CliRun.of("rates", "crude", csv, "--events", "events", "--person-time", "years", "--format", "json");
        assertThat(run.json().get("results")).isEqualTo(same.json().get("results"));
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a.yaml|a: 1|must be a list of entries",
                    "a.json|{\"a\":1}|must be a list of entries",
                    "a.json|[] []|holds more than one document",
                    "a.yaml|~|is empty",
                    "a.json|[{\"a\":1|this is not valid YAML or JSON here",
                    "a.json|[{\"a\":1,\"a\":2}]|the key a stands twice",
                    "a.yaml|[{a: &x 1, b: *x}]|references (& and *) are not read"
                })
        void a_document_of_another_form(String name, String text, String message) throws IOException {
            CliRun run = CliRun.of("rates", "crude", file(name, text), "--events", "a", "--person-time", "a");
            assertThat(run.err()).contains(message).doesNotContain("Exception");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
        }
    }

    @Nested
    class Limits {
        /** An assessment has keys on top. */
        private String below(String reader, String json) {
            return reader.equals("assessment") ? "{\"x\":" + json + "}" : json;
        }

        private Path grades() throws IOException {
            return file("x.csv", "indicator,presence,trace,effect\nI01,a,a,a\n");
        }

        private CliRun each(String reader, Path file) throws IOException {
            return switch (reader) {
                case "table" -> CliRun.of("rates", "crude", file, "--events", "a", "--person-time", "a");
                case "register" -> CliRun.of("check", file);
                case "tree" -> CliRun.of("convert", file, "--to", "json");
                case "assessment" -> CliRun.of("assess", "score", file);
                case "catalogue" -> CliRun.of("assess", "score", grades(), "--catalogue", file);
                case "scheme" -> CliRun.of("assess", "score", grades(), "--scheme", file);
                case "diff" -> CliRun.of("standard", "diff", file, "TERMS");
                case "risk-scheme" -> CliRun.of("risk", "score", "--scheme-file", file, "--l", "1");
                default -> throw new IllegalArgumentException(reader);
            };
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"table", "register", "tree", "assessment", "catalogue", "scheme", "diff", "risk-scheme"})
        void a_hundred_levels(String reader) throws IOException {
            for (String ending : List.of("json", "yaml")) {
                CliRun run = each(reader, file("goals." + ending, below(reader, "[".repeat(100) + "]".repeat(100))));
                assertThat(run.err()).as(reader).contains("nested more than 30 levels deep");
                assertThat(run.exitCode()).isEqualTo(3);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"table", "register", "tree", "assessment", "catalogue", "scheme", "diff", "risk-scheme"})
        void a_bomb_of_aliases(String reader) throws IOException {
            StringBuilder bomb = new StringBuilder(reader.equals("assessment") ? "x:\n" : "");
            bomb.append("- &a0 [x, x, x, x]\n");
            for (int i = 1; i < 30; i++) {
                bomb.append("- &a")
                        .append(i)
                        .append(" [")
                        .append(("*a" + (i - 1) + ", ").repeat(9))
                        .append("x]\n");
            }
            CliRun run = each(reader, file("goals.yaml", bomb.toString()));
            assertThat(run.err()).as(reader).contains("references (& and *) are not read");
            assertThat(run.exitCode()).isEqualTo(3);
        }

        @Test
        void fifty_megabytes() throws IOException {
            Path json = file("goals.json", "[{\"a\":\"" + "a".repeat(MEGABYTES) + "\"}]");
            Path yaml = file("goals.yaml", "- a: b\n" + ("#" + "a".repeat(999) + "\n").repeat(MEGABYTES / 1000));
            for (String reader : List.of("table", "tree", "assessment")) {
                for (Path file : List.of(json, yaml)) {
                    CliRun run = each(reader, file);
                    assertThat(run.err()).as(reader).contains("is longer than 20000000 characters");
                    assertThat(run.exitCode()).isEqualTo(3);
                }
            }
        }

        @Test
        void a_line_of_yaml_without_end() throws IOException {
            CliRun run = each("tree", file("goals.yaml", "# goals\n- a: " + "a".repeat(2_000_000)));
            assertThat(run.err()).contains("goals.yaml:2: this line is longer than 1000000 characters");
            assertThat(run.exitCode()).isEqualTo(3);
        }
    }
}
