package org.safecommunity.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

/** The commands {@code risk register …}. */
class RegisterCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "registers");
    private static final String HEADER =
            "hazard_id,place,hazard,topic,owner,control_engineering,scheme,l,e,c,inherent_l,inherent_e,inherent_c,next_review";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<String> texts(CliRun run, String pointer) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .map(row -> row.at(pointer).asText())
                .toList();
    }

    private static JsonNode row(CliRun run, String statistic) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(row -> row.get("statistic").asText().equals(statistic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rank_orders_by_risk_and_names_scheme_score_band_colour_and_tier() {
        CliRun run = CliRun.of("risk", "register", "rank", EXAMPLES, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(texts(run, "/item/hazard_id")).containsExactly("H01", "H02", "H03", "H04", "H06", "H05");
        assertThat(texts(run, "/item/rank")).containsExactly("1", "1", "3", "3", "5", "6");
        JsonNode first = run.result(0);
        assertThat(first.get("value").intValue()).isEqualTo(270);
        assertThat(first.at("/details/colour").asText()).isEqualTo("orange");
        assertThat(first.at("/details/band").asText()).isNotEmpty();
        assertThat(first.at("/details/scheme").asText()).isEqualTo("LEC");
        assertThat(first.at("/details/tier").asText()).isEqualTo("company or plant");
        assertThat(first.at("/details/inherentScore").intValue()).isEqualTo(2400);
        assertThat(first.at("/details/residualScore").intValue()).isEqualTo(45);
    }

    @Test
    void rank_reads_the_risk_register_that_a_workspace_names_and_says_that_schemes_do_not_compare() {
        CliRun run = CliRun.of(
                "risk", "register", "rank", Path.of("..", "examples", "riverside"), "--format", "json", "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("results")).hasSize(16);
        assertThat(run.json().at("/warnings/0/code").asText()).isEqualTo("several-schemes");
        assertThat(run.result(0).at("/derivation").toString()).contains("Control tier", "public web form");
        assertThat(CliRun.of(
                                "risk",
                                "register",
                                "rank",
                                Path.of("..", "examples", "riverside", "community.yaml"),
                                "--format",
                                "csv")
                        .lines())
                .hasSize(17);
    }

    @Test
    void faulty_rows_are_refused_and_the_others_ranked() {
        Path file = TextFile.of(
                folder,
                "h.csv",
                HEADER,
                "a,p,h,4.5.1.a,o,g,LEC,3,6,15,10,6,15,2026-01-01",
                "b,p,h,4.5.1.a,o,g,LEC,4,6,15,,,,2026-01-01",
                "a,p,h,4.5.1.a,o,g,LEC,3,6,15,,,,2026-01-01",
                "c,,h,4.5.1.a,o,g,LEC,3,6,15,,,,2026-01-01",
                "d,p,h,4.5.1.a,o,g,FOO,3,6,15,,,,2026-01-01",
                "e,p,h,4.5.1.a,o,g,LEC,1,6,15,1,,,2026-01-01",
                "f,p,h,4.5.1.a,o,g,LEC,1,6,1,,,,2026年1月");
        CliRun run = CliRun.of("risk", "register", "rank", file, "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(texts(run, "/item/hazard_id")).containsExactly("a", "f");
        assertThat(run.json().at("/provenance/inputs/0").toString())
                .contains("\"rows\":7", "\"used\":2", "\"refused\":5");
        CliRun check = CliRun.chinese("risk", "register", "check", file, "--date", "2025-12-01");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains(
                        file + ":3:l not-on-scale",
                        file + ":4:hazard_id duplicate-id",
                        file + ":5:place missing-value",
                        file + ":6:scheme unknown-scheme",
                        file + ":7:inherent_e not-on-scale",
                        file + ":8:next_review not-a-date",
                        file + ":8:next_review no-next-review 缺少下次评审日期");
        assertThat(CliRun.of("risk", "register", "rank", file, "--strict").exitCode())
                .isEqualTo(1);
    }

    private static final String OVERRIDES =
            "hazard_id,place,hazard,topic,owner,control_engineering,scheme,l,e,c,override,justification,next_review";

    private Path overrides() {
        return TextFile.of(
                folder,
                "o.csv",
                OVERRIDES,
                "a,p,h,4.5.1.a,o,g,LEC,3,6,15,extreme,children pass daily,2026-06-01",
                "b,p,h,4.5.1.a,o,g,LEC,3,6,15,extreme,,2026-06-01",
                "c,p,h,4.5.1.a,o,g,LEC,3,6,15,rot,why,2026-06-01",
                "d,p,h,4.5.1.a,o,g,LEC,3,6,15,,why,2026-06-01",
                "e,p,h,4.5.1.a,o,g,LEC,3,6,15,显著危险,fence built,2026-06-01",
                "f,p,h,4.5.1.a,o,g,LEC,3,6,15,high,,2026-06-01");
    }

    @Test
    void a_band_that_counts_for_a_reason_ranks_the_hazard_and_stands_beside_the_computed_one() {
        CliRun run = CliRun.of("risk", "register", "rank", overrides(), "--format", "json", "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(texts(run, "/item/hazard_id")).containsExactly("a", "d", "f", "e");
        assertThat(texts(run, "/item/rank")).containsExactly("1", "2", "2", "4");
        assertThat(texts(run, "/details/band")).containsExactly("extreme", "high", "high", "significant");
        assertThat(texts(run, "/details/computedBand")).containsExactly("high", "", "", "high");
        assertThat(texts(run, "/details/colour")).containsExactly("red", "orange", "orange", "yellow");
        JsonNode first = run.result(0);
        assertThat(first.get("value").intValue()).isEqualTo(270);
        assertThat(first.at("/details/justification").asText()).isEqualTo("children pass daily");
        assertThat(first.at("/details/summary").asText())
                .isEqualTo(
                        "a: The score gives highly dangerous (orange); extremely dangerous (red) counts: children pass daily.");
        assertThat(first.get("derivation").toString()).contains("Band that counts");
        assertThat(texts(
                        CliRun.of("risk", "register", "ratings", overrides(), "--format", "json"),
                        "/details/computedBand"))
                .containsExactly("high", "", "high", "");
        assertThat(CliRun.chinese("risk", "register", "rank", overrides()).out())
                .contains("a: 分值对应 高度危险（橙）；按 极其危险（红）计，理由：children pass daily。");
    }

    @Test
    void a_band_without_a_reason_or_not_of_the_scheme_is_refused_by_line_and_column() {
        CliRun run = CliRun.of("risk", "register", "check", overrides(), "--date", "2026-02-01");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "o.csv:3:justification override-without-reason the band extreme counts in place of the computed high"
                                + " without a reason. Write why in the column justification, or empty the column override.",
                        "o.csv:4:override not-of-list must be one of extreme, high, significant, possible, slight",
                        "o.csv:5:justification reason-without-override",
                        "o.csv:6:override override-lowers the band that counts is lower than the computed one.",
                        "6 rows read, 4 used, 2 refused");
        assertThat(run.out()).doesNotContain("children pass daily");
        assertThat(CliRun.chinese("risk", "register", "check", overrides(), "--date", "2026-02-01")
                        .out())
                .contains("o.csv:3:justification override-without-reason 以 extreme 代替计算等级 high，但未说明理由");
    }

    @Test
    void a_migration_keeps_an_overriding_band_where_the_scheme_stays_and_as_the_previous_one_where_it_goes() {
        Path file = overrides();
        Path out = folder.resolve("moved.csv");
        CliRun run = CliRun.of("risk", "register", "migrate", file, "--to", "KINNEY", "--result", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = TextFile.read(out).lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<String> first = List.of(lines.get(1).split(",", -1));
        assertThat(first.get(header.indexOf("scheme"))).isEqualTo("KINNEY");
        assertThat(first.get(header.indexOf("override"))).isEmpty();
        assertThat(first.get(header.indexOf("previous_override"))).isEqualTo("extreme");
        assertThat(first.get(header.indexOf("previous_justification"))).isEqualTo("children pass daily");
    }

    @Test
    void check_is_clean_or_exits_with_one_and_gives_findings_as_check_does() {
        CliRun clean =
                CliRun.of("risk", "register", "check", EXAMPLES.resolve("hidden-dangers.csv"), "--date", "2025-12-31");
        assertThat(clean.exitCode()).as(clean.out()).isZero();
        assertThat(clean.out()).contains("6 rows read, 6 used, 0 refused", "No findings");
        CliRun run = CliRun.of("risk", "register", "check", EXAMPLES, "--date", "2025-12-31", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(texts(run, "/value")).containsExactly("edition-replaced", "edition-replaced");
        assertThat(run.result(0).at("/details").toString())
                .contains("\"file\":\"hazards.csv\"", "\"line\":2", "\"column\":\"hazard_class\"");
        assertThat(run.json().at("/provenance/inputs")).hasSize(3);
    }

    @Test
    void hidden_dangers_are_held_to_the_rules_of_their_state() {
        Path file = TextFile.of(
                folder,
                "d.csv",
                "隐患编号,发现日期,地点,隐患描述,状态,隐患等级,external_cause,acceptor,rectifier,closed_on",
                "D1,2025-01-01,楼道,堆物,整改中,一般,否,,,",
                "D2,2025-01-01,楼道,堆物,已销号,一般,是,张,张,2025-01-05",
                "D3,2999-01-01,楼道,堆物,,,,,,",
                "D4,2025-01-01,楼道,堆物,done,,maybe,,,");
        CliRun run = CliRun.of("risk", "register", "check", file, "--date", "2025-12-31", "--format", "json");
        List<String> places = new ArrayList<>();
        run.json()
                .get("results")
                .forEach(row -> places.add(row.at("/details/line").asText() + " "
                        + row.at("/details/column").asText() + " "
                        + row.get("value").asText()));
        assertThat(places)
                .contains(
                        "2 due missing-before-state",
                        "2 responsible missing-before-state",
                        "3 acceptor acceptor-is-rectifier",
                        "3 grade grade-too-low",
                        "3 cause no-analysis",
                        "4 found_on future-date",
                        "5 state not-of-list",
                        "5 external_cause not-yes-no");
        assertThat(run.out()).doesNotContain("张");
        assertThat(CliRun.chinese("risk", "register", "check", file, "--date", "2025-12-31")
                        .out())
                .contains("分派前责任、措施、资金、时限、预案须落实");
    }

    @Test
    void overdue_lists_reviews_and_rectifications_with_their_days() {
        CliRun run = CliRun.of(
                "risk", "register", "overdue", EXAMPLES, "--date", "2025-12-31", "--format", "json", "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(texts(run, "/item/id")).containsExactly("D04", "H03", "H02");
        assertThat(texts(run, "/value")).containsExactly("122", "92", "31");
        assertThat(run.result(0).at("/item/kind").asText()).isEqualTo("rectification");
        assertThat(run.result(0).at("/details/due").asText()).isEqualTo("2025-08-31");
        assertThat(run.result(0).at("/derivation/0/numbers").asText()).isEqualTo("2025-12-31 − 2025-08-31");
        CliRun none = CliRun.of("risk", "register", "overdue", EXAMPLES, "--date", "2025-01-05", "--strict");
        assertThat(none.err()).contains("nothing is overdue on 2025-01-05");
        assertThat(CliRun.of("risk", "register", "overdue", EXAMPLES, "--date", "2025-12-31", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    /** 54 found, 41 closed of which 36 in time, 5 of the open ones overdue: 75.93 %, 87.80 %, 5. */
    @Test
    void statistics_of_the_reference_ledger() {
        List<String> lines = new ArrayList<>(List.of("danger_id,found_on,place,description,grade,due,closed_on"));
        for (int i = 0; i < 54; i++) {
            LocalDate found = LocalDate.of(2025, 1, 1).plusDays(i);
            String closed = i < 36
                    ? found.plusDays(9).toString()
                    : i < 41 ? found.plusDays(11).toString() : "";
            lines.add("D" + i + "," + found + ",p,t,general," + found.plusDays(i < 46 ? 10 : 400) + "," + closed);
        }
        Path file = TextFile.of(folder, "ledger.csv", lines.toArray(String[]::new));
        CliRun run = CliRun.of(
                "risk", "register", "statistics", file, "--date", "2025-12-31", "--format", "json", "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(row(run, "closure-rate").get("value").doubleValue()).isEqualTo(100.0 * 41 / 54);
        assertThat(row(run, "on-time-rate").get("value").doubleValue()).isEqualTo(100.0 * 36 / 41);
        assertThat(row(run, "overdue").get("value").longValue()).isEqualTo(5);
        assertThat(row(run, "closure-rate").get("unit").asText()).isEqualTo("%");
        assertThat(row(run, "closure-rate").at("/derivation/0/numbers").asText())
                .isEqualTo("41 / 54 × 100");
        assertThat(run.out()).contains("unconfirmed");
        JsonNode quarter = StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(r -> r.at("/item/period").asText().equals("2025-Q1"))
                .findFirst()
                .orElseThrow();
        assertThat(quarter.at("/details/reportBefore").asText()).isEqualTo("2025-04-15");
        assertThat(quarter.at("/details/found").longValue()).isEqualTo(54);
        JsonNode year = run.json().get("results").get(run.json().get("results").size() - 3);
        assertThat(year.at("/item/period").asText()).isEqualTo("2025");
        assertThat(year.at("/details/reportBefore").asText()).isEqualTo("2026-01-31");
        assertThat(CliRun.chinese("risk", "register", "statistics", file, "--date", "2025-12-31")
                        .out())
                .contains("整改（销号）率", "按期整改率", "75.926");
    }

    @Test
    void columns_and_codes_are_listed_in_both_languages() {
        CliRun columns = CliRun.of("risk", "register", "columns", "hidden-dangers", "--format", "json");
        assertThat(texts(columns, "/value")).startsWith("danger_id", "found_on").contains("report_treatment");
        assertThat(CliRun.chinese("risk", "register", "columns", "risk-points").out())
                .contains("风险点名称");
        CliRun codes = CliRun.chinese("risk", "register", "codes", "GB 6441-2025", "--format", "json");
        assertThat(codes.json().get("results")).hasSize(27);
        assertThat(codes.result(26).at("/details/title").asText()).isEqualTo("其他");
    }

    @Nested
    class Rejects {
        @Test
        void paths_without_a_register() {
            Path table = TextFile.of(folder, "x.csv", "a,b", "1,2");
            CliRun file = CliRun.of("risk", "register", "rank", table);
            assertThat(file.exitCode()).isEqualTo(3);
            assertThat(file.err())
                    .contains("the headings are those of no register", "hazards (hazard_id, place, hazard, scheme)");
            CliRun empty = CliRun.of("risk", "register", "rank", folder);
            assertThat(empty.exitCode()).isEqualTo(3);
            assertThat(empty.err()).contains("holds no register", "hazards.csv, risk-points.csv, hidden-dangers.csv");
            assertThat(CliRun.of("risk", "register", "rank", folder.resolve("none"))
                            .exitCode())
                    .isEqualTo(3);
        }

        @Test
        void the_wrong_register_a_bad_day_and_unknown_names() {
            Path dangers = EXAMPLES.resolve("hidden-dangers.csv");
            assertThat(CliRun.of("risk", "register", "rank", dangers).err()).contains("holds no hazard register");
            assertThat(CliRun.of("risk", "register", "statistics", EXAMPLES.resolve("hazards.csv"))
                            .err())
                    .contains("holds no hidden-danger ledger");
            CliRun day = CliRun.of("risk", "register", "overdue", EXAMPLES, "--date", "soon");
            assertThat(day.exitCode()).isEqualTo(2);
            assertThat(day.err()).contains("--date must be a date, was soon");
            CliRun tiers = CliRun.of("risk", "register", "rank", EXAMPLES, "--tiers", "army");
            assertThat(tiers.exitCode()).isEqualTo(2);
            assertThat(tiers.err()).contains("enterprise, school");
            assertThat(CliRun.of("risk", "register", "codes", "1999").exitCode())
                    .isEqualTo(2);
            assertThat(CliRun.of("risk", "register", "columns", "people").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void a_register_without_a_column_it_needs() {
            Path file = TextFile.of(folder, "h.csv", "hazard_id,place,hazrd,scheme,l,s", "a,p,h,LS-SHANDONG,1,2");
            CliRun rank = CliRun.of("risk", "register", "rank", file);
            assertThat(rank.exitCode()).isEqualTo(3);
            assertThat(rank.err()).contains("the column hazard is missing");
            CliRun check = CliRun.of("risk", "register", "check", file);
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.out()).contains(":1:hazard missing-register-column the column hazard is missing");
        }
    }
}
