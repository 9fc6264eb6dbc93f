package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class JsonTextTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_envelope_of_a_rate() {
        JsonNode json = CliRun.of(
                        "rates", "crude", "--events", "12", "--person-time", "52720", "--format", "json", "--explain")
                .json();
        assertThat(fields(json)).containsExactly("command", "results", "warnings", "provenance");
        assertThat(json.get("command").asText()).isEqualTo("rates crude");
        JsonNode row = json.get("results").get(0);
        assertThat(fields(row))
                .containsExactly(
                        "group",
                        "item",
                        "statistic",
                        "value",
                        "unit",
                        "standardError",
                        "interval",
                        "inputs",
                        "details",
                        "warnings",
                        "derivation");
        assertThat(row.get("group").isEmpty()).isTrue();
        assertThat(row.get("item").isEmpty()).isTrue();
        assertThat(row.get("statistic").asText()).isEqualTo("crude-rate");
        assertThat(row.get("value").asDouble()).isEqualTo(22.76176024279211);
        assertThat(row.get("unit").asText()).isEqualTo("per 100000 person-years");
        assertThat(fields(row.get("interval"))).containsExactly("method", "level", "lower", "upper");
        assertThat(row.get("interval").get("method").asText()).isEqualTo("garwood");
        assertThat(row.get("inputs").get("events").asLong()).isEqualTo(12);
        assertThat(row.get("inputs").get("personTime").asDouble()).isEqualTo(52720);
        assertThat(fields(row.get("warnings").get(0))).containsExactly("code", "message");
        assertThat(row.get("warnings").get(0).get("code").asText()).isEqualTo("small-count");
        assertThat(fields(row.get("derivation").get(0)))
                .containsExactly("label", "formula", "numbers", "value", "unit");
        assertThat(fields(json.get("provenance"))).containsExactly("tool", "inputs", "options");
        assertThat(json.get("provenance").get("tool").asText()).isEqualTo("safety 0.1.0");
        assertThat(json.get("provenance").get("inputs")).isEmpty();
    }

    @Test
    void absent_parts_are_left_out_but_value_stays() {
        JsonNode row = CliRun.of("rates", "crude", "--events", "0", "--person-time", "0", "--format", "json")
                .result(0);
        assertThat(fields(row))
                .containsExactly(
                        "group",
                        "item",
                        "statistic",
                        "value",
                        "unit",
                        "status",
                        "inputs",
                        "details",
                        "warnings",
                        "derivation");
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("status").asText()).isEqualTo("no-person-time");
    }

    @Test
    void an_unbounded_end_is_null_and_named() {
        JsonNode lower = CliRun.of(
                        "rates", "crude", "--events", "9", "--person-time", "9", "--side", "lower", "--format", "json")
                .result(0)
                .get("interval");
        assertThat(fields(lower)).containsExactly("method", "level", "lower", "upper", "unbounded");
        assertThat(lower.get("upper").isNull()).isTrue();
        assertThat(lower.get("unbounded").asText()).isEqualTo("upper");
    }

    @Test
    void groups_are_text_under_their_own_names_in_order_of_the_file() {
        Path file =
                TextFile.of(folder, "f.csv", "年份,sex,n,t", "2024,f,5,10", "2023,m,6,10", "2024,f,1,10", "2023,,2,1");
        CliRun run = CliRun.of(
                "rates", "crude", file, "--events", "n", "--person-time", "t", "--by", "年份,sex", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(3);
        assertThat(run.result(0).get("group").toString()).isEqualTo("{\"年份\":\"2024\",\"sex\":\"f\"}");
        assertThat(run.result(0).get("inputs").get("events").asLong()).isEqualTo(6);
        assertThat(run.result(1).get("group").toString()).isEqualTo("{\"年份\":\"2023\",\"sex\":\"m\"}");
        assertThat(run.result(2).get("group").toString()).isEqualTo("{\"年份\":\"2023\",\"sex\":\"\"}");
    }

    @Test
    void provenance_names_the_file_its_checksum_and_every_row() throws Exception {
        Path file = TextFile.of(folder, "f.csv", "year,n,t", "2023,5,10", "2023,x,10", "2024,6,10", "2024,7,10");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(TextFile.read(file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode provenance = CliRun.of(
                        "rates",
                        "crude",
                        file,
                        "--events",
                        "n",
                        "--person-time",
                        "t",
                        "--where",
                        "year = 2023",
                        "--format",
                        "json",
                        "--level",
                        "0.9")
                .json()
                .get("provenance");
        JsonNode input = provenance.get("inputs").get(0);
        assertThat(fields(input)).containsExactly("path", "sha256", "rows", "used", "refused", "filtered");
        assertThat(input.get("path").asText()).isEqualTo(file.toString());
        assertThat(input.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(List.of(
                        number(input, "rows"),
                        number(input, "used"),
                        number(input, "refused"),
                        number(input, "filtered")))
                .containsExactly(4L, 1L, 1L, 2L);
        assertThat(provenance.get("options").get("level").asDouble()).isEqualTo(0.9);
        assertThat(provenance.get("options").get("where").get(0).asText()).isEqualTo("year = 2023");
    }

    @Test
    void refused_rows_are_warnings_of_the_run() {
        Path file = TextFile.of(folder, "f.csv", "n,t", "5,10", "x,10");
        CliRun run = CliRun.of("rates", "crude", file, "--events", "n", "--person-time", "t", "--format", "json");
        assertThat(run.json().get("warnings").get(0).get("code").asText()).isEqualTo("not-a-count");
        assertThat(run.json().get("warnings").get(0).get("message").asText())
                .isEqualTo(file + ":3:n: must be a whole number of 0 or more, was a text of 1 characters. "
                        + "Write digits only, without thousands separators.");
    }

    @Test
    void every_list_command_uses_the_envelope() {
        for (Object[] command : new Object[][] {
            {"standard", "list", "--format", "json"},
            {"standard", "show", "4.3", "--format", "json"},
            {"risk", "score", "--method", "lec", "--l", "3", "--e", "6", "--c", "15", "--format", "json"},
            {"check", "../examples/riverside", "--format", "json"}
        }) {
            JsonNode json = CliRun.of(command).json();
            assertThat(fields(json)).containsExactly("command", "results", "warnings", "provenance");
            assertThat(json.get("command").asText())
                    .isEqualTo(command[0] + (command[0].equals("check") ? "" : " " + command[1]));
            for (JsonNode row : json.get("results")) {
                assertThat(fields(row)).startsWith("group", "item", "statistic", "value");
            }
        }
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static long number(JsonNode node, String field) {
        return node.get(field).asLong();
    }
}
