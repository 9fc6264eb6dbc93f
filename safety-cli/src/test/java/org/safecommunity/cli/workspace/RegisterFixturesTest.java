package org.safecommunity.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.print.TableForm;
import org.safecommunity.model.register.ColumnType;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.register.RegisterSchema;

/** Every register and table as CSV, JSON and YAML: the same entries, and the same findings for the same faults. */
class RegisterFixturesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static List<RegisterKind> kinds() {
        return RegisterCatalogue.bundled().registers();
    }

    private static ArrayNode valid(RegisterKind kind) {
        return MAPPER.valueToTree(RegisterSchema.examples(kind, Locale.ENGLISH));
    }

    private CliRun check(RegisterKind kind, TableForm form, JsonNode entries) throws IOException {
        Path json = Files.writeString(folder.resolve("x.json"), entries.toString());
        Path file = folder.resolve(form.fileName(kind.file()));
        assertThat(CliRun.of("convert", json, "--to", form.label(), "--output", file)
                        .exitCode())
                .isZero();
        return CliRun.of("check", file);
    }

    private void refused(RegisterKind kind, Consumer<ArrayNode> change, String column, String code) throws IOException {
        for (TableForm form : TableForm.values()) {
            ArrayNode entries = valid(kind);
            int last = entries.size();
            change.accept(entries);
            CliRun run = check(kind, form, entries);
            assertThat(run.exitCode()).as(kind.id() + " " + form).isEqualTo(1);
            assertThat(run.out()).as(kind.id() + " " + form).contains(":" + column + " " + code + " ");
            assertThat(run.out()).contains(" rows read, ");
            assertThat(entries.size()).isGreaterThanOrEqualTo(last);
        }
    }

    private static ObjectNode first(ArrayNode entries) {
        return (ObjectNode) entries.get(0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_example_of_every_register_is_valid_in_each_form(RegisterKind kind) throws IOException {
        for (TableForm form : TableForm.values()) {
            CliRun run = check(kind, form, valid(kind));
            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains(kind.examples().size() + " rows read, "
                            + kind.examples().size() + " used, 0");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_register_has_invalid_fixtures_with_the_same_finding_in_each_form(RegisterKind kind) throws IOException {
        String id = kind.idColumn();
        refused(kind, entries -> entries.add(entries.get(0).deepCopy()), id, "duplicate-id");
        for (RegisterColumn column : kind.columns()) {
            String name = column.name();
            if (column.required()) {
                refused(kind, entries -> first(entries).put(name, ""), name, "missing-value");
            }
            String code =
                    switch (column.type()) {
                        case DATE -> "not-a-date";
                        case WHOLE, NUMBER -> "not-a-number";
                        case CHOICE, CHOICES -> "unknown-code";
                        default -> "";
                    };
            if (!code.isEmpty()) {
                refused(kind, entries -> first(entries).put(name, "neither"), name, code);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_mistyped_code_of_every_register_is_offered_the_nearest(RegisterKind kind) throws IOException {
        for (RegisterColumn column : kind.columns()) {
            if (column.type() == ColumnType.CHOICE && column.codes().get(0).length() > 3) {
                String code = column.codes().get(0);
                ArrayNode entries = valid(kind);
                first(entries).put(column.name(), code.substring(0, code.length() - 1) + "#");
                assertThat(check(kind, TableForm.YAML, entries).out())
                        .as(column.name())
                        .contains("Did you mean: ")
                        .contains(code);
            }
        }
    }

    @Test
    void a_workspace_in_json_or_yaml_holds_what_it_holds_in_csv() {
        Workspace csv = workspace("csv");
        for (String form : List.of("json", "yaml")) {
            Workspace other = workspace(form);
            assertThat(other.registers()).hasSize(csv.registers().size());
            for (int i = 0; i < csv.registers().size(); i++) {
                assertThat(cells(other.registers().get(i)))
                        .isEqualTo(cells(csv.registers().get(i)));
            }
            assertThat(other.population()).isEqualTo(csv.population());
            assertThat(other.accidents()).isEqualTo(csv.accidents());
            assertThat(other.elements()).isEqualTo(csv.elements());
            assertThat(other.injuries().orElseThrow().byCell())
                    .isEqualTo(csv.injuries().orElseThrow().byCell());
            assertThat(other.findings().stream()
                            .map(f -> f.code() + f.location().column()))
                    .isEqualTo(csv.findings().stream()
                            .map(f -> f.code() + f.location().column())
                            .toList());
        }
    }

    private Workspace workspace(String form) {
        Path target = folder.resolve(form);
        assertThat(CliRun.of("init", target, "--files", form).exitCode()).isZero();
        return Workspace.read(target, new org.safecommunity.cli.shell.CommonOptions(), Workspace.today());
    }

    private static List<java.util.Map<String, String>> cells(Register register) {
        return register.entries().stream().map(RegisterEntry::cells).toList();
    }

    @Test
    void two_files_of_one_register_are_a_finding_and_the_report_reads_yaml_in_place_of_csv() throws IOException {
        Path target = folder.resolve("w");
        CliRun.of("init", target);
        Path goals = target.resolve("goals.yaml");
        CliRun.of("convert", target.resolve("goals.csv"), "--to", "yaml", "--output", goals);
        CliRun twice = CliRun.of("check", target);
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.out())
                .contains("goals.yaml table-twice is a second file of what goals.csv holds, and is not read.");
        assertThat(inputs(target)).contains("goals.csv").doesNotContain("goals.yaml");
        Files.delete(target.resolve("goals.csv"));
        assertThat(CliRun.of("check", target).exitCode()).isZero();
        assertThat(inputs(target)).contains("goals.yaml").doesNotContain("goals.csv");
        assertThat(CliRun.chinese("check", target).out()).contains("goals.yaml");
    }

    private static List<String> inputs(Path workspace) {
        return CliRun.of("report", workspace, "--format", "json").json().findValuesAsText("path");
    }

    @ParameterizedTest
    @CsvSource({
        "hazards, 'hazard_id,place,hazard,scheme,l,e,c\nH1,steps,drowning,LEC,3,6,15\n'",
        "hidden-dangers, 'danger_id,found_on,place,description\nD1,2024-05-02,market,blocked exit\n'",
        "risk-points, 'point_id,name,kind,location\nP1,steps,place,east bank\n'"
    })
    void registers_of_hazards_and_dangers_are_read_in_each_form(String kind, String csv) throws IOException {
        Path table = Files.writeString(folder.resolve(kind + ".csv"), csv);
        String expected = CliRun.of("risk", "register", "check", folder, "--format", "json")
                .json()
                .at("/provenance/inputs/0/used")
                .asText();
        assertThat(expected).isEqualTo("1");
        for (String form : List.of("json", "yaml")) {
            Path file = folder.resolve(kind + "." + form);
            CliRun.of("convert", table, "--to", form, "--output", file);
            assertThat(CliRun.of("risk", "register", "check", folder).out())
                    .contains(kind + "." + form + " table-twice");
            CliRun alone = CliRun.of("risk", "register", "check", file, "--format", "json");
            assertThat(alone.json().at("/provenance/inputs/0/used").asText()).isEqualTo("1");
            Files.delete(file);
        }
    }

    @Test
    void a_mistyped_key_of_an_entry_is_named_by_its_place_and_offered_the_nearest() throws IOException {
        RegisterKind goals = RegisterCatalogue.bundled().kind("goals").orElseThrow();
        ArrayNode entries = valid(goals);
        first(entries).put("taget", "3");
        CliRun run = check(goals, TableForm.YAML, entries);
        assertThat(run.out()).contains("near-column column 14 is not known; is it target?");
    }
}
