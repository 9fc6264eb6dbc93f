package org.safecommunity.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.read.DocumentTree;
import org.safecommunity.cli.read.InputFile;

class ConvertCommandTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_new_workspace() {
        assertThat(CliRun.of("init", shared.resolve("w").toString()).exitCode()).isZero();
    }

    static List<String> tables() throws IOException {
        try (Stream<Path> files = Files.list(shared.resolve("w"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private Path convert(Path file, String form) {
        Path target = folder.resolve("converted." + form);
        CliRun run = CliRun.of("convert", file.toString(), "--to", form, "--output", target.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return target;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_table_of_a_workspace_goes_through_json_and_yaml_unchanged(String name) throws IOException {
        Path csv = shared.resolve("w").resolve(name);
        Path back = convert(convert(convert(csv, "json"), "yaml"), "csv");
        assertThat(back).hasSameTextualContentAs(csv);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community: {name: {en: New, zh: 新}, type: rural, started: 2023-01-05}\npopulation: {kind: resident}\n",
                "scheme: CN-NATIONAL\nindicators:\n- {id: I01, presence: a, trace: b, effect: c, evidence: [a.pdf]}\n",
                "scheme: CN-SICHUAN\nstarted: 2021-03-01\nevents:\n- {event: named, date: 2023-05-06}\n",
                "value: 1.50\nlarge: 12345678901234567890\ncode: '01'\nyes: no\nempty: ~\n"
            })
    void a_document_goes_through_json_unchanged(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("document.yaml"), yaml);
        JsonNode before = tree(file);
        JsonNode after = tree(convert(convert(file, "json"), "yaml"));
        assertThat(after).isEqualTo(before);
    }

    private static JsonNode tree(Path file) {
        return DocumentTree.read(InputFile.open(file.toString(), null));
    }

    @Test
    void values_of_a_list_stay_a_list_in_yaml_and_become_one_cell_in_csv() throws IOException {
        Path file =
                Files.writeString(folder.resolve("p.json"), "[{\"id\":\"P1\",\"means\":[\"service\",\"facilities\"]}]");
        assertThat(CliRun.of("convert", file.toString(), "--to", "yaml").out())
                .isEqualTo("- id: P1\n  means:\n  - service\n  - facilities\n");
        assertThat(CliRun.of("convert", file.toString(), "--to", "csv").out())
                .isEqualTo("id,means\nP1,service;facilities\n");
    }

    @Test
    void a_key_left_out_is_an_empty_cell_and_a_refused_entry_is_named() throws IOException {
        Path file =
                Files.writeString(folder.resolve("p.yaml"), "- {id: A}\n- {id: B, note: x}\n- {id: {a: b}}\n- text\n");
        CliRun run = CliRun.of("convert", file.toString(), "--to", "csv");
        assertThat(run.out()).isEqualTo("id,note\nA,\nB,x\n");
        assertThat(run.err()).contains("p.yaml:3:id", "p.yaml:4", "4 rows read, 2 used, 2 refused");
        assertThat(CliRun.of("convert", file.toString(), "--to", "csv", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Nested
    class Rejects {
        @Test
        void a_document_that_is_no_table_in_csv() throws IOException {
            Path file = Files.writeString(folder.resolve("c.yaml"), "community: {type: urban}\n");
            CliRun run = CliRun.of("convert", file.toString(), "--to", "csv");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("has no form in CSV", "--to json");
        }

        @Test
        void a_missing_file_and_a_missing_form() {
            assertThat(CliRun.of("convert", folder.resolve("none.csv").toString(), "--to", "json")
                            .exitCode())
                    .isEqualTo(3);
            assertThat(CliRun.of("convert", "x.csv").err()).contains("--to");
        }
    }
}
