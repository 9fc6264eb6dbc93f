package org.safecommunity.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class ImportCommandTest {
    private static final String[] HEADER = {"record_id,sex,age,date,cause,name,telephone"};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path store;

    @BeforeEach
    void name_a_store() {
        store = folder.resolve("s.db");
    }

    private Path injuries(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER[0];
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return TextFile.of(folder, name, lines);
    }

    private CliRun take(Object path, Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(new Object[] {"store", "import", store, path, "--code-set", "NISS-B"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return StoreRun.json(all);
    }

    private void assertCounts(CliRun run, int used, int added, int changed, int unchanged) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode details = StoreRun.details(run, "injuries");
        assertThat(details.get("used").asInt()).isEqualTo(used);
        assertThat(details.get("new").asInt()).isEqualTo(added);
        assertThat(details.get("changed").asInt()).isEqualTo(changed);
        assertThat(details.get("unchanged").asInt()).isEqualTo(unchanged);
        assertThat(CliRun.of("store", "verify", store).exitCode()).isZero();
    }

    @Test
    void a_workspace_taken_in_twice_brings_nothing_new() {
        CliRun first = StoreRun.json("store", "import", store, StoreRun.RIVERSIDE);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(StoreRun.details(first, "injuries").get("new").asInt()).isEqualTo(2289);
        CliRun second = StoreRun.json("store", "import", store, StoreRun.RIVERSIDE);
        assertThat(second.json().get("results"))
                .hasSize(first.json().get("results").size());
        second.json().get("results").forEach(row -> {
            assertThat(row.get("details").get("state").asText()).isEqualTo("known");
            assertThat(row.get("details").get("new").asInt()).isZero();
            assertThat(row.get("details").get("changed").asInt()).isZero();
        });
        assertThat(CliRun.of("store", "verify", store).exitCode()).isZero();
    }

    @Test
    void rows_are_used_or_refused() {
        Path file = injuries("a.csv", "1,male,30,2024-03-01,3,,", "2,x,30,2024-03-01,3,,", "1,male,31,2024-03-01,3,,");
        CliRun run = take(file);
        assertThat(run.exitCode()).isZero();
        JsonNode result = StoreRun.result(run, "injuries").orElseThrow();
        assertThat(result.get("value").asInt()).isEqualTo(3);
        assertThat(result.get("details").get("used").asInt()).isEqualTo(1);
        assertThat(result.get("details").get("refused").asInt()).isEqualTo(2);
        assertThat(result.get("details").get("codeSet").asText()).isEqualTo("NISS-B");
        assertThat(run.err()).contains("a.csv:3:sex").contains("a.csv:4:record_id");
        assertThat(take(file, "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void a_correction_is_a_new_version_and_the_old_one_stays() {
        assertCounts(take(injuries("a.csv", "1,male,30,2024-03-01,3,,", "2,female,8,2024-03-02,1,,")), 2, 2, 0, 0);
        assertCounts(take(injuries("b.csv", "1,male,31,2024-03-01,3,,", "2,female,8,2024-03-02,1,,")), 2, 0, 1, 1);
        CliRun now = CliRun.of("store", "query", store, "injuries", "--format", "csv");
        assertThat(now.lines())
                .containsExactly("record_id,sex,age,date,cause", "1,male,31,2024-03-01,3", "2,female,8,2024-03-02,1");
        CliRun before = CliRun.of(
                "store", "query", store, "injuries", "--history", "--where", "record_id = 1", "--format", "csv");
        assertThat(before.lines()).hasSize(3);
        assertThat(before.lines().get(1)).startsWith("1,no,").contains("a.csv").contains(",male,30,");
        assertThat(before.lines().get(2)).startsWith("2,yes,").contains("b.csv").contains(",male,31,");
    }

    @Test
    void the_file_before_a_correction_does_not_undo_it() {
        Path first = injuries("a.csv", "1,male,30,2024-03-01,3,,", "2,x,8,2024-03-02,1,,");
        take(first);
        take(injuries("b.csv", "1,male,31,2024-03-01,3,,"));
        CliRun again = take(first);
        assertThat(StoreRun.details(again, "injuries").get("changed").asInt()).isZero();
        assertThat(CliRun.of("store", "query", store, "injuries", "--format", "csv")
                        .out())
                .contains("1,male,31,");
    }

    @Test
    void files_of_several_years_add_up_and_their_columns_are_matched_by_meaning() {
        take(injuries("2023.csv", "A1,male,30,2023-03-01,3,,"));
        Path other = TextFile.of(folder, "2024.csv", "伤害发生时间,性别,编号,年龄,班组", "2024-02-03,男,A2,40,甲");
        assertCounts(take(other), 1, 1, 0, 0);
        assertThat(CliRun.of("store", "query", store, "injuries", "--format", "csv")
                        .lines())
                .containsExactly(
                        "record_id,sex,age,date,cause,班组", "A1,male,30,2023-03-01,3,", "A2,男,40,2024-02-03,,甲");
    }

    @Test
    void the_order_of_the_columns_and_empty_cells_change_no_record() {
        take(injuries("a.csv", "1,male,30,2024-03-01,3,,"));
        Path other = TextFile.of(folder, "b.csv", "cause,record_id,date,age,sex,place", "3,1,2024-03-01,30,male,");
        assertCounts(take(other), 1, 0, 0, 1);
    }

    @Test
    void another_code_set_is_another_content() {
        Path file = injuries("a.csv", "1,male,30,2024-03-01,3,,");
        take(file);
        CliRun run = StoreRun.json("store", "import", store, file, "--code-set", "NISS-A");
        assertCounts(run, 1, 0, 1, 0);
        assertThat(CliRun.of("store", "query", store, "injuries", "--history", "--format", "csv")
                        .lines())
                .anyMatch(line -> line.startsWith("1,no,") && line.endsWith(",NISS-B"))
                .anyMatch(line -> line.startsWith("2,yes,") && line.endsWith(",NISS-A"));
    }

    @Test
    void records_that_a_complete_file_lacks_are_no_longer_current() {
        take(injuries("a.csv", "1,male,30,2024-03-01,3,,", "2,female,8,2024-03-02,1,,"));
        CliRun run = take(injuries("b.csv", "2,female,8,2024-03-02,1,,"), "--complete");
        assertThat(StoreRun.details(run, "injuries").get("withdrawn").asInt()).isEqualTo(1);
        assertThat(CliRun.of("store", "query", store, "injuries", "--format", "csv")
                        .lines())
                .hasSize(2);
        assertThat(CliRun.of("store", "query", store, "injuries", "--history", "--format", "csv")
                        .lines())
                .hasSize(3);
        assertThat(CliRun.of("store", "verify", store).exitCode()).isZero();
    }

    @Test
    void of_a_list_of_what_is_the_newest_file_is_current() {
        Path first = TextFile.of(folder, "elements.csv", "element,state", "4.1,met", "4.2,partly");
        Path second = TextFile.of(folder, "later.csv", "element,state", "4.1,met");
        take(first);
        take(second);
        assertThat(CliRun.of("store", "query", store, "elements", "--format", "csv")
                        .lines())
                .containsExactly("element,state", "4.1,met");
        CliRun back = take(first);
        assertThat(StoreRun.details(back, "elements").get("state").asText()).isEqualTo("imported");
        assertThat(CliRun.of("store", "query", store, "elements", "--format", "csv")
                        .lines())
                .containsExactly("element,state", "4.1,met", "4.2,partly");
    }

    @Test
    void answers_of_a_survey_are_all_kept_also_without_ids() {
        Path file = TextFile.of(folder, "survey.csv", "respondent_id,q1", "S1,yes", "S1,no", ",yes", ",yes");
        CliRun run = take(file, "--kind", "survey");
        assertThat(StoreRun.details(run, "survey").get("new").asInt()).isEqualTo(4);
        assertThat(CliRun.of("store", "query", store, "survey", "--format", "csv")
                        .lines())
                .containsExactly("respondent_id,q1", "S1,yes", "S1,no", ",yes", ",yes");
        assertThat(CliRun.of("store", "verify", store).exitCode()).isZero();
    }

    @Test
    void personal_columns_lie_apart_and_are_shown_only_when_asked_for() throws Exception {
        Path file = TextFile.of(
                folder,
                "a.csv",
                "record_id,sex,age,date,name,监护人姓名,Contact phone,team",
                "1,male,30,2024-03-01,欧阳测试,欧阳监护,13912345678,red");
        take(file, "--personal-column", "team");
        for (String format : new String[] {"table", "csv", "json", "markdown"}) {
            CliRun run = CliRun.of("store", "query", store, "injuries", "--history", "--format", format);
            assertThat(run.out() + run.err())
                    .contains("2024-03-01")
                    .doesNotContain("欧阳")
                    .doesNotContain("139")
                    .doesNotContain("red");
        }
        assertThat(CliRun.of("store", "query", store, "injuries", "--personal", "--format", "csv")
                        .out())
                .isEqualTo(Files.readString(file));
        assertThat(CliRun.of("tabulate", store + "#injuries", "--by", "name").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_changed_telephone_is_a_correction() {
        take(injuries("a.csv", "1,male,30,2024-03-01,3,欧阳测试,1"));
        assertCounts(take(injuries("b.csv", "1,male,30,2024-03-01,3,欧阳测试,2")), 1, 0, 1, 0);
    }

    @Test
    void the_workspace_in_the_store_names_the_code_set() {
        CliRun.of("store", "import", store, StoreRun.RIVERSIDE);
        CliRun run = StoreRun.json("store", "import", store, injuries("later.csv", "Z1,male,30,2025-03-01,3,,"));
        assertThat(StoreRun.details(run, "injuries").get("codeSet").asText()).isEqualTo("NISS-B");
    }

    @Test
    void says_it_in_chinese() {
        CliRun run = CliRun.chinese("store", "import", store, StoreRun.RIVERSIDE);
        assertThat(run.out()).contains("新增").contains("未变");
        assertThat(CliRun.chinese("store", "--help").out()).contains("SQLite").contains("示例");
    }

    @Nested
    class Rejects {
        private void assertError(CliRun run, int code, String message) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
            assertThat(run.err()).contains(message).doesNotContain("Exception");
        }

        @Test
        void injuries_without_code_set() {
            Path file = injuries("a.csv", "1,male,30,2024-03-01,3,,");
            assertError(CliRun.of("store", "import", store, file), 2, "The code set of the injuries is not known");
            assertError(
                    CliRun.of("store", "import", store, file, "--code-set", "NISS-X"),
                    2,
                    "The code set \"NISS-X\" is not known");
        }

        @Test
        void a_file_without_a_row_that_can_be_used() {
            CliRun run = take(injuries("a.csv", "1,x,30,2024-03-01,3,,"));
            assertError(run, 3, "has no row that can be used");
            assertThat(CliRun.of("store", "query", store, "injuries").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void a_store_that_is_something_else() throws Exception {
            Path file = injuries("a.csv", "1,male,30,2024-03-01,3,,");
            String before = Files.readString(file);
            assertError(CliRun.of("store", "import", file, file), 3, "is not a store of this program");
            assertThat(Files.readString(file)).isEqualTo(before);
            StoreRun.tamper(store, "CREATE TABLE other (x)");
            assertError(take(file), 3, "is not a store of this program");
            assertError(CliRun.of("report", store), 3, "is not a store of this program");
        }

        @Test
        void a_store_of_a_newer_program() {
            take(injuries("a.csv", "1,male,30,2024-03-01,3,,"));
            StoreRun.tamper(store, "PRAGMA user_version = 99");
            assertError(CliRun.of("store", "verify", store), 3, "is a store of version 99");
            assertError(take(StoreRun.RIVERSIDE), 3, "this program knows versions up to " + Migrations.LATEST);
        }

        @Test
        void paths_and_options_that_lead_nowhere() {
            assertError(take(folder.resolve("none.csv")), 3, "none.csv");
            assertThat(store).doesNotExist();
            assertError(CliRun.of("store", "import", folder.resolve("no/s.db"), StoreRun.RIVERSIDE), 2, "no/s.db");
            assertError(take(StoreRun.RIVERSIDE, "--wait", "-1"), 2, "--wait must be from 0 to 86400 seconds, was -1");
            Path file = injuries("a.csv", "1,male,30,2024-03-01,3,,");
            assertError(take(file, "--kind", "injurys"), 2, "\"injurys\" is no kind of table");
            assertError(CliRun.of("store", "query", folder.resolve("none.db"), "injuries"), 3, "none.db");
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void a_folder_that_cannot_be_written() {
            assertError(
                    CliRun.of("store", "import", "/proc/s.db", StoreRun.RIVERSIDE),
                    3,
                    "/proc/s.db cannot be opened or written");
        }

        @Test
        void a_workspace_with_a_table_that_cannot_be_read() throws Exception {
            Path workspace = Files.createDirectory(folder.resolve("w"));
            org.safecommunity.cli.workspace.Fixture.valid(workspace).file("population.csv", "");
            CliRun run = take(workspace);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("population.csv");
            assertThat(StoreRun.details(run, "injuries").get("new").asInt()).isEqualTo(2);
        }
    }
}
