package org.safecommunity.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.register.RegisterSchema;

class InitCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({"en,urban", "zh,urban", "en,rural", "zh,rural", "en,enterprise", "zh,park", "en,district"})
    void a_new_workspace_checks_clean_and_reports_with_nothing_edited(String lang, String type) {
        Path workspace = folder.resolve("new");
        CliRun init = CliRun.of("init", workspace, "--type", type, "--lang", lang);
        assertThat(init.exitCode()).isZero();
        assertThat(init.err()).isEmpty();
        CliRun check = CliRun.of("check", workspace, "--lang", lang);
        assertThat(check.exitCode()).as(check.out()).isZero();
        Path page = folder.resolve("page.html");
        CliRun report = CliRun.of("report", workspace, "--lang", lang, "--output", page);
        assertThat(report.exitCode()).isZero();
        assertThat(page).exists();
    }

    @Test
    void an_entry_that_is_wrong_is_a_finding_with_its_place_and_the_others_stay() throws IOException {
        Path workspace = folder.resolve("new");
        CliRun.of("init", workspace);
        Path goals = workspace.resolve("goals.csv");
        String text = Files.readString(goals);
        Files.writeString(
                goals,
                text + text.lines().skip(1).findFirst().orElseThrow().replace("G1,control", "G2,kontrol") + "\n");
        CliRun check = CliRun.of("check", workspace);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.lines())
                .anyMatch(line -> line.startsWith("goals.csv:3:kind unknown-code "))
                .contains("goals.csv: 2 rows read, 1 used, 1 refused");
    }

    @Test
    void a_register_can_be_checked_alone_and_may_have_chinese_headings() {
        Path channels = TextFile.of(folder, "channels.csv", "编号,渠道,方向,责任部门,起始日期", "N1,公告栏,inside,促进办,2024年1月15日");
        CliRun run = CliRun.of("check", channels);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("1 rows read, 1 used, 0 refused");
    }

    @Test
    void a_community_may_describe_registers_of_its_own() throws IOException {
        Path workspace = folder.resolve("new");
        CliRun.of("init", workspace);
        TextFile.of(
                workspace,
                "registers.json",
                "{\"id\":\"OWN\",\"version\":\"1\",\"note\":\"ours\",\"provenance\":{\"status\":\"derived\"},\"registers\":[",
                "{\"id\":\"wells\",\"file\":\"wells.csv\",\"title\":\"Wells\",\"purpose\":\"Wells and covers.\",\"articles\":[17],",
                "\"required\":false,\"columns\":[{\"name\":\"id\",\"type\":\"id\",\"required\":true,\"label\":\"id\"},",
                "{\"name\":\"depth\",\"type\":\"number\",\"required\":true,\"label\":\"depth\"}],",
                "\"examples\":[{\"id\":\"1\",\"depth\":\"3\"}]}]}");
        TextFile.of(workspace, "wells.csv", "id,depth", "1,3.5", "2,deep");
        CliRun run = CliRun.of("check", workspace);
        assertThat(run.lines())
                .anyMatch(line -> line.startsWith("wells.csv:3:depth not-a-number depth must be a number."))
                .contains("wells.csv: 2 rows read, 1 used, 1 refused");
    }

    static List<RegisterKind> kinds() {
        return RegisterCatalogue.bundled().registers();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_schema_accepts_its_example_and_refuses_what_the_check_refuses(RegisterKind kind) throws IOException {
        CliRun run = CliRun.of("schema", kind.id());
        assertThat(run.exitCode()).isZero();
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(MAPPER.readTree(run.out()));
        JsonNode example = MAPPER.valueToTree(RegisterSchema.examples(kind, Locale.ENGLISH));
        assertThat(schema.validate(example)).isEmpty();
        kind.columns().forEach(column -> {
            ArrayNode broken = example.deepCopy();
            ObjectNode first = (ObjectNode) broken.get(0);
            if (column.required()) {
                first.remove(column.name());
                assertThat(schema.validate(broken)).as(column.name()).isNotEmpty();
            }
            if (!column.type().label().matches("id|text|reference|references")) {
                first.put(column.name(), "neither a day, a number nor a code");
                assertThat(schema.validate(broken)).as(column.name()).isNotEmpty();
            }
        });
    }

    @Test
    void the_schema_of_the_procedure_accepts_what_is_written_and_refuses_what_is_not() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(MAPPER.readTree(CliRun.of("schema", "procedure").out()));
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        Path workspace = folder.resolve("new");
        CliRun.of("init", workspace);
        assertThat(schema.validate(
                        yaml.readTree(workspace.resolve("procedure.yaml").toFile())))
                .isEmpty();
        JsonNode riverside =
                yaml.readTree(Path.of("../examples/riverside/procedure.yaml").toFile());
        assertThat(schema.validate(riverside)).isEmpty();
        ((ObjectNode) riverside.get("events").get(0)).put("event", "fild");
        assertThat(schema.validate(riverside)).isNotEmpty();
        assertThat(schema.validate(yaml.readTree("{events: [{event: filed}]}"))).isNotEmpty();
        assertThat(schema.validate(yaml.readTree("{start: 2024-01-01}"))).isNotEmpty();
        assertThat(CliRun.chinese("schema", "procedure").out()).contains("启动建设的日期");
        assertThat(CliRun.of("assess", "timeline", workspace, "--format", "json")
                        .result(0)
                        .get("value")
                        .asText())
                .isEqualTo("filed");
    }

    @Nested
    class Rejects {
        @Test
        void a_folder_with_something_in_it_is_left_alone() throws IOException {
            TextFile.of(folder, "mine.txt", "mine");
            CliRun run = CliRun.of("init", folder);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("is not empty, and init never overwrites.");
            assertThat(folder).isDirectoryNotContaining("glob:**.csv");
        }

        @Test
        void an_unknown_register_offers_the_nearest() {
            CliRun run = CliRun.of("schema", "goalz");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("There is no kind of document goalz.", "Did you mean: goals");
        }
    }
}
