package org.safecommunity.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;
import org.safecommunity.cli.read.DocumentTree;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Scheme;

class SchemaCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static List<String> kinds() {
        return new DocumentSchemas(Locale.ENGLISH)
                .all().stream().map(DocumentSchemas.Described::id).toList();
    }

    private static JsonNode published(String kind) {
        CliRun run = CliRun.of("schema", kind);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private static JsonSchema schema(String kind) {
        return FACTORY.getSchema(published(kind));
    }

    private static JsonNode example(String kind) {
        return published(kind).get("examples").get(0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_published_schema_is_a_schema_and_validates_its_example(String kind) {
        JsonNode published = published(kind);
        assertThat(FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(published))
                .isEmpty();
        assertThat(published.get("examples")).isNotEmpty();
        assertThat(schema(kind).validate(published.get("examples").get(0))).isEmpty();
        assertThat(published.get("$id").asText()).endsWith(":" + kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_schema_refuses_invalid_documents(String kind) {
        JsonSchema schema = schema(kind);
        List<JsonNode> invalid = new ArrayList<>();
        invalid.add(MAPPER.getNodeFactory().textNode("text"));
        invalid.add(
                example(kind).isArray()
                        ? MAPPER.createObjectNode().put("id", "x")
                        : MAPPER.createArrayNode().add("x"));
        JsonNode entry = published(kind).at("/items/properties").isMissingNode()
                ? published(kind)
                : published(kind).get("items");
        entry.path("required").forEach(key -> invalid.add(changed(kind, key.asText(), null)));
        Map<String, JsonNode> properties = MAPPER.convertValue(
                entry.get("properties"),
                MAPPER.getTypeFactory().constructMapType(Map.class, String.class, JsonNode.class));
        properties
                .keySet()
                .forEach(key ->
                        invalid.add(changed(kind, key, MAPPER.createArrayNode().add(MAPPER.createArrayNode()))));
        if (entry.path("additionalProperties").isBoolean()) {
            invalid.add(changed(kind, "no-such-key", MAPPER.getNodeFactory().textNode("x")));
        }
        assertThat(invalid).hasSizeGreaterThan(4).allSatisfy(document -> assertThat(schema.validate(document))
                .as(document.toString())
                .isNotEmpty());
    }

    /** The example with a value of its first entry put in place of another, or taken out. */
    private static JsonNode changed(String kind, String key, @org.jspecify.annotations.Nullable JsonNode value) {
        JsonNode document = example(kind).deepCopy();
        ObjectNode entry = (ObjectNode) (document instanceof ArrayNode list ? list.get(0) : document);
        if (value == null) {
            entry.remove(key);
        } else {
            entry.set(key, value);
        }
        return document;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "community|{\"community\":{\"type\":\"urban\"}}",
                "community|{\"community\":{\"name\":\"x\",\"type\":\"city\"}}",
                "community|{\"community\":{\"name\":\"\",\"type\":\"urban\"}}",
                "community|{\"community\":{\"name\":\"x\",\"type\":\"urban\"},\"population\":{\"kind\":\"resident\"}}",
                "assessment|{\"indicators\":[{\"id\":\"I01\",\"grade\":\"a\"}]}",
                "assessment|{\"date\":\"May 2024\"}",
                "catalogue|{\"id\":\"X\",\"version\":\"1\",\"title\":\"x\",\"note\":\"x\",\"provenance\":{\"status\":\"heard\"},\"indicators\":[]}",
                "scheme|{\"id\":\"X\",\"version\":\"1\",\"title\":\"x\",\"note\":\"x\",\"catalogue\":\"AQT-50\",\"provenance\":{\"status\":\"derived\"},\"parameters\":[{\"id\":\"validity\",\"value\":3}]}",
                "procedure|{\"events\":[{\"date\":\"2024-01-01\"}]}",
                "goals|[{\"id\":\"G1\",\"kind\":\"contol\"}]",
                "population|[{\"year\":2024,\"sex\":\"m\",\"age_group\":\"0-4\",\"persons\":1}]",
                "accidents|[{\"record_id\":\"A\",\"domain\":\"air\",\"date\":\"2024\",\"deaths\":0,\"serious_injuries\":0,\"minor_injuries\":0,\"direct_loss_10k_yuan\":0}]",
                "hidden-dangers|[{\"danger_id\":\"D\",\"found_on\":\"May\",\"place\":\"x\",\"description\":\"y\"}]"
            })
    void invalid_fixtures(String kind, String json) throws IOException {
        assertThat(schema(kind).validate(MAPPER.readTree(json))).isNotEmpty();
    }

    @Test
    void the_bundled_catalogues_schemes_terms_and_documents_conform() {
        JsonSchema catalogue = schema("catalogue");
        Catalogue.BUNDLED.forEach(name -> assertThat(
                        catalogue.validate(CliRun.of("standard", "export", name).json()))
                .as(name)
                .isEmpty());
        JsonSchema scheme = schema("scheme");
        Scheme.BUNDLED.forEach(name -> assertThat(
                        scheme.validate(CliRun.of("standard", "export", name).json()))
                .as(name)
                .isEmpty());
        Map.of("terms", "TERMS", "documents", "DOCUMENTS", "standard", "AQT-9001-2006")
                .forEach((kind, name) -> assertThat(schema(kind)
                                .validate(CliRun.of("standard", "export", name).json()))
                        .as(name)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"urban", "rural", "enterprise"})
    void every_file_of_a_new_workspace_conforms_to_its_schema(String type) {
        Path workspace = folder.resolve("new");
        CliRun.of("init", workspace, "--type", type, "--files", "yaml");
        for (DocumentSchemas.Described kind : new DocumentSchemas(Locale.ENGLISH).all()) {
            Path file = workspace.resolve(kind.file().replace(".csv", ".yaml"));
            if (!kind.file().isEmpty() && file.toFile().isFile()) {
                JsonNode document = DocumentTree.read(InputFile.open(file.toString(), null));
                assertThat(schema(kind.id()).validate(document)).as(kind.id()).isEmpty();
            }
        }
    }

    @Test
    void numbers_and_lists_may_be_written_as_such() throws IOException {
        JsonSchema goals = schema("goals");
        ObjectNode entry = (ObjectNode) example("goals").get(0).deepCopy();
        entry.put("base", 2400).put("target", 1999.5);
        assertThat(goals.validate(MAPPER.createArrayNode().add(entry))).isEmpty();
        JsonNode projects = example("projects").deepCopy();
        ((ObjectNode) projects.get(0)).putArray("means").add("service").add("facilities");
        assertThat(schema("projects").validate(projects)).isEmpty();
    }

    @Test
    void the_list_names_every_kind_with_its_file_in_both_languages() {
        CliRun run = CliRun.of("schema", "--list", "--format", "json");
        assertThat(run.json().get("results").findValuesAsText("id"))
                .hasSize(38)
                .doesNotHaveDuplicates()
                .contains("community", "population", "injuries", "accidents", "assessment", "procedure", "goals")
                .contains("hazards", "risk-points", "hidden-dangers", "catalogue", "profile", "scheme", "code-set");
        assertThat(CliRun.chinese("schema", "--list").out()).contains("工作区说明", "指标目录", "伤害登记");
        assertThat(CliRun.chinese("schema", "accidents").json().get("title").asText())
                .isEqualTo("事故登记");
    }

    @Test
    void the_columns_of_a_table_schema_are_those_the_reader_knows() {
        for (String kind : List.of("population", "injuries", "accidents", "risks", "elements")) {
            List<String> header = new ArrayList<>();
            published(kind).at("/items/properties").fieldNames().forEachRemaining(header::add);
            Path file = TextFile.of(
                    folder, kind + ".csv", String.join(",", header), "x".repeat(1) + ",".repeat(header.size() - 1));
            assertThat(CliRun.of("check", file).out()).as(kind).doesNotContain("missing-column", "unused-column");
        }
    }

    @Nested
    class Rejects {
        @Test
        void an_unknown_kind_with_the_nearest() {
            CliRun run = CliRun.of("schema", "comunity");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("There is no kind of document comunity.", "Did you mean: community");
        }

        @Test
        void no_kind_at_all() {
            CliRun run = CliRun.of("schema");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("KIND");
        }
    }
}
