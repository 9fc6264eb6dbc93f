package org.safecommunity.cli.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class RegionCommandTest {
    private static final String REGION = "../examples/region/";
    private static final Percentage CLOSE = Percentage.withPercentage(1e-7);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CliRun region(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("region"));
        List.of("willow", "millet", "foundry", "harbour", "terrace").forEach(name -> arguments.add(REGION + name));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    private static JsonNode row(CliRun run, String community, String statistic) {
        for (JsonNode row : run.json().get("results")) {
            if (row.at("/group/community").asText().startsWith(community)
                    && row.get("statistic").asText().equals(statistic)) {
                return row;
            }
        }
        throw new AssertionError("no row " + community + " " + statistic + run.out());
    }

    /** A workspace with 1,000 men aged 20–24 a year and some injuries. */
    private Path workspace(String name, String more, String... injuries) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        TextFile.of(
                place,
                "community.yaml",
                "community:",
                "  name: {en: " + name + ", zh: " + name + "}",
                "  type: rural",
                "population: {file: population.csv, kind: resident, date: 2023-06-30}",
                "injuries: {file: injuries.csv, code-set: NISS-B, coverage: all-residents}",
                more);
        TextFile.of(
                place,
                "population.csv",
                "year,sex,age_group,persons",
                "2022,male,20-24,1000",
                "2023,male,20-24,1000",
                "2024,male,20-24,1000");
        List<String> lines = new ArrayList<>(List.of("record_id,sex,age,date"));
        for (int i = 0; i < injuries.length; i++) {
            lines.add("R" + i + ",male,22," + injuries[i]);
        }
        TextFile.of(place, "injuries.csv", lines.toArray(String[]::new));
        return place;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "region.reference.csv", useHeadersInDisplayName = true)
    void rates_and_ratios_agree_with_r(
            String name,
            long events,
            double personYears,
            double rate,
            double rateLower,
            double rateUpper,
            double ratio,
            double ratioLower,
            double ratioUpper) {
        CliRun run = region("--format", "json");
        String community = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        JsonNode crude = row(run, community, "crude-rate");
        assertThat(crude.at("/inputs/events").asLong()).isEqualTo(events);
        assertThat(crude.at("/inputs/personTime").asDouble()).isEqualTo(personYears);
        assertThat(crude.get("value").asDouble()).isCloseTo(rate, CLOSE);
        assertThat(crude.at("/interval/lower").asDouble()).isCloseTo(rateLower, CLOSE);
        assertThat(crude.at("/interval/upper").asDouble()).isCloseTo(rateUpper, CLOSE);
        JsonNode compared = row(run, community, "rate-ratio");
        assertThat(compared.get("value").asDouble()).isCloseTo(ratio, CLOSE);
        assertThat(compared.at("/interval/lower").asDouble()).isCloseTo(ratioLower, CLOSE);
        assertThat(compared.at("/interval/upper").asDouble()).isCloseTo(ratioUpper, CLOSE);
        assertThat(compared.at("/interval/method").asText()).isEqualTo("exact");
    }

    @Test
    void types_against_targets_then_population_and_the_pooled_rate() {
        CliRun run = region("--targets", REGION + "targets.csv", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asLong()).isEqualTo(5);
        assertThat(run.result(1).at("/item/type").asText()).isEqualTo("urban");
        assertThat(run.result(1).get("value").asLong()).isEqualTo(2);
        assertThat(run.result(1).at("/details/target").asLong()).isEqualTo(3);
        assertThat(run.result(1).at("/details/gap").asLong()).isEqualTo(1);
        assertThat(run.result(2).at("/details/met").asBoolean()).isTrue();
        assertThat(run.result(5).get("statistic").asText()).isEqualTo("population-covered");
        assertThat(run.result(5).get("value").asLong()).isEqualTo(4260 + 3062 + 2380 + 1952 + 3638);
        // 363 injuries in 30,392 person-years
        assertThat(run.result(6).get("value").asDouble()).isCloseTo(363 / 30392.0 * 1e5, CLOSE);
        assertThat(run.result(6).get("group")).isEmpty();
        assertThat(run.json().at("/provenance/inputs/0/path").asText()).endsWith("willow/community.yaml");
    }

    @Test
    void a_table_for_people_in_both_languages() {
        assertThat(region().out()).contains("Willow Street (synthetic)", "1.13 (0.96–1.31)", "population covered");
        CliRun chinese = CliRun.chinese("region", REGION + "willow", REGION + "millet", "--explain");
        assertThat(chinese.out()).contains("柳岸街道（合成）", "覆盖人口", "社区率与合并率之比", "(x / T) / (N / S)");
    }

    @Test
    void a_workspace_that_cannot_be_read_is_counted_and_the_others_stay() {
        CliRun run = region(folder, REGION + "willow", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).at("/details/given").asLong()).isEqualTo(7);
        assertThat(run.result(0).at("/details/used").asLong()).isEqualTo(5);
        assertThat(run.result(0).at("/details/refused").asLong()).isEqualTo(2);
        assertThat(run.json().at("/warnings/0/code").asText()).isEqualTo("region-unreadable");
        assertThat(run.json().at("/warnings/1/code").asText()).isEqualTo("region-twice");
        assertThat(run.err()).contains("7 folders given, 5 used, 2 left out");
        assertThat(region(folder, "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void years_outside_the_register_do_not_count_and_the_stage_is_the_latest_event() throws IOException {
        Path one = workspace("one", "", "2022-03-01", "2023-04-01", "2023-05-01");
        TextFile.of(
                one,
                "procedure.yaml",
                "scheme: CN-NATIONAL",
                "started: 2020-01-01",
                "events:",
                "  - {event: named, date: 2023-01-01}",
                "  - {event: applied, date: 2022-01-01}",
                "  - {event: expired, date: 2999-01-01}");
        Path targets = TextFile.of(folder, "targets.csv", "type,stage,count", "rural,named,2", "Rural,,1", "urbn,,1");
        CliRun run = CliRun.of("region", one, "--targets", targets, "--format", "json");
        JsonNode crude = row(run, "one", "crude-rate");
        assertThat(crude.get("value").asDouble()).isCloseTo(150, CLOSE); // 3 / 2,000
        assertThat(crude.at("/details/years").asText()).isEqualTo("2022-2023");
        assertThat(crude.at("/details/stage").asText()).isEqualTo("named");
        assertThat(crude.get("warnings").findValuesAsText("code")).contains("region-years-left");
        assertThat(run.result(2).at("/item/stage").asText()).isEqualTo("named");
        assertThat(run.result(2).at("/details/gap").asLong()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("rate-ratio");
        assertThat(run.err()).contains("targets.csv:4:type", "Types are urban, rural");
    }

    @Test
    void tells_who_is_due_for_what_the_longest_overdue_first() throws IOException {
        Path one = workspace("one", "", "2022-03-01");
        Path two = workspace("two", "", "2022-03-01");
        Path three = workspace("three", "", "2022-03-01");
        TextFile.of(
                one,
                "procedure.yaml",
                "scheme: CN-NATIONAL",
                "events:",
                "  - {event: named, date: 2021-03-20}",
                "  - {event: annual-report, date: 2022-03-01}");
        TextFile.of(two, "procedure.yaml", "scheme: CN-NATIONAL", "started: 2022-01-01");
        CliRun run = CliRun.of("region", one, two, three, "--on", "2023-04-01", "--format", "json");
        List<JsonNode> due = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (row.get("statistic").asText().equals("due-date")) {
                due.add(row);
            }
        });
        assertThat(due)
                .extracting(row -> row.at("/group/community").asText() + " "
                        + row.at("/item/step").asText() + " " + row.get("value").asText() + " "
                        + row.at("/details/daysOverdue").asText())
                .containsExactly(
                        "one annual-report 2023-03-20 12",
                        "one annual-report 2024-03-20 0",
                        "one renewal 2026-03-20 0",
                        "two filing null ");
        assertThat(row(run, "one", "crude-rate").at("/details/stage").asText()).isEqualTo("named");
        CliRun chinese = CliRun.chinese("region", one, two, "--on", "2023-04-01");
        assertThat(chinese.out())
                .contains("农村型（乡镇）", "命名", "启动建设", "提交年度报告", "办理启动备案")
                .doesNotContain("rural");
        assertThat(CliRun.of("region", one, "--on", "soon").exitCode()).isEqualTo(2);
        Path targets = TextFile.of(folder, "stages.csv", "type,stage,count", "rural,namd,2", "rural,named,1");
        CliRun wanted = CliRun.of("region", one, "--targets", targets);
        assertThat(wanted.err()).contains("stages.csv:2:stage", "named");
    }

    @Test
    void a_count_below_the_limit_of_publication_is_neither_shown_nor_pooled() throws IOException {
        Path small = workspace("small", "publication: {suppress-below: 5}", "2022-03-01", "2022-04-01");
        Path large = workspace("large", "", "2022-03-01", "2022-04-01", "2022-05-01");
        CliRun run = CliRun.of("region", small, large, "--format", "json");
        assertThat(row(run, "small", "crude-rate").get("value").isNull()).isTrue();
        assertThat(row(run, "small", "crude-rate").get("status").asText()).isEqualTo("suppressed");
        assertThat(run.result(3).at("/inputs/events").asLong()).isEqualTo(3);
    }

    @Nested
    class Rejects {
        @Test
        void folders_of_which_none_can_be_used() {
            CliRun run = CliRun.of("region", folder, folder.resolve("nowhere"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("none of the 2 folders can be used", "community.yaml");
        }

        @Test
        void a_level_that_is_none() {
            assertThat(region("--level", "1.5").exitCode()).isEqualTo(2);
        }

        @Test
        void no_folder() {
            assertThat(CliRun.of("region").exitCode()).isEqualTo(2);
        }
    }
}
