package org.safecommunity.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class CheckCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path injuries() {
        return TextFile.of(
                folder,
                "injuries.csv",
                "record_id,sex,age,date,cause",
                "A1,female,三十,2009-02-30,1",
                "A2,男,30,2009-02-28,1",
                "A3,male,30,2009年2月28日,1");
    }

    @Test
    void a_clean_workspace_is_exit_0() {
        CliRun run = CliRun.of("check", "../examples/riverside");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .contains("injuries.csv: 2289 rows read, 2289 used, 0 refused")
                .endsWith("No findings.");
    }

    @Test
    void findings_are_lines_of_place_code_and_message_and_exit_1() {
        CliRun run = CliRun.of("check", injuries());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .containsExactly(
                        injuries() + ":2:age not-an-age must be an age from 0 to 130 in completed years, was \"三十\". "
                                + "Write digits, e.g. 30; leave the cell empty if the age is not known.",
                        injuries() + ":2:date not-a-date must be a date that exists, was \"2009-02-30\". "
                                + "Write year-month-day, e.g. 2024-06-30.",
                        injuries() + ": 3 rows read, 2 used, 1 refused",
                        "Errors: 2, warnings: 0.");
    }

    @Test
    void findings_in_chinese() {
        CliRun run = CliRun.chinese("check", injuries());
        assertThat(run.lines())
                .startsWith(injuries() + ":2:age not-an-age 须为 0 至 130 的周岁年龄，实为 \"三十\"。" + "写阿拉伯数字，如 30；不清楚时留空。")
                .endsWith("2 个错误，0 个警告。");
    }

    @Test
    void findings_are_rows_of_json() {
        CliRun run = CliRun.of("check", injuries(), "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.result(0).at("/item/location").asText()).isEqualTo(injuries() + ":2:age");
        assertThat(run.result(0).get("statistic").asText()).isEqualTo("finding");
        assertThat(run.result(0).get("value").asText()).isEqualTo("not-an-age");
        assertThat(run.result(0).at("/details/line").asLong()).isEqualTo(2);
        assertThat(run.json().at("/provenance/inputs/0/used").asLong()).isEqualTo(2);
    }

    @Test
    void several_paths_are_checked_together() {
        CliRun run = CliRun.of("check", "../examples/riverside/risks.csv", injuries());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .contains("../examples/riverside/risks.csv: 16 rows read, 16 used, 0 refused")
                .endsWith("Errors: 2, warnings: 0.");
    }

    @Nested
    class Rejects {
        @Test
        void a_missing_path_with_near_names() {
            injuries();
            CliRun run = CliRun.of("check", folder.resolve("injurie.csv"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("injurie.csv does not exist\n  Did you mean injuries.csv?");
        }

        @Test
        void a_folder_without_workspace() {
            CliRun run = CliRun.of("check", folder);
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("safety: " + folder + " has no community.yaml\n");
        }

        @Test
        void a_table_of_no_known_kind() {
            CliRun run = CliRun.of("check", TextFile.of(folder, "x.csv", "a,b", "1,2"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("x.csv: the headings fit no known table\n", "injuries (record_id, sex)");
        }
    }
}
