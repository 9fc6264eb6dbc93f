package org.safecommunity.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;
import org.safecommunity.cli.workspace.Fixture;

/** Commands over a store say what they say over the files it was made of. */
class StoredWorkspaceTest {
    private static final String DAY = "2025-01-31";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path stored(Path workspace) {
        Path store = folder.resolve("s.db");
        CliRun run = CliRun.of("store", "import", store, workspace);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return store;
    }

    private static JsonNode report(Path workspace) {
        CliRun run = CliRun.of("report", workspace, "--format", "json", "--date", DAY);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    @Test
    void the_report_is_the_same() {
        assertThat(report(stored(StoreRun.RIVERSIDE))).isEqualTo(report(StoreRun.RIVERSIDE));
    }

    @Test
    void the_report_is_the_same_with_refused_rows_and_what_is_said_of_them() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("w"));
        Fixture.valid(workspace).file("injuries.csv", """
                        record_id,sex,age,date,cause,name
                        1,male,30,2024-03-01,3,x
                        2,female,x,2024-05-02,1,y
                        3,female,71,2024-05-02,99,z
                        1,male,30,2024-03-01,3,x
                        4,female,71,2024-05-02,1,z
                        """);
        JsonNode files = report(workspace);
        assertThat(files.toString()).contains("unknown-code").contains("duplicate-id");
        assertThat(report(stored(workspace))).isEqualTo(files);
    }

    @Test
    void the_page_is_the_same() throws Exception {
        Path store = stored(StoreRun.RIVERSIDE);
        Path a = folder.resolve("a.html");
        Path b = folder.resolve("b.html");
        CliRun.of("report", StoreRun.RIVERSIDE, "--date", DAY, "--output", a);
        CliRun.of("report", store, "--date", DAY, "--output", b);
        assertThat(Files.readString(b)).isEqualTo(Files.readString(a));
    }

    @Test
    void the_region_is_the_same_but_for_the_paths() {
        Path[] folders = {Path.of("../examples/region/willow"), Path.of("../examples/region/terrace")};
        Path willow = folder.resolve("willow.db");
        Path terrace = folder.resolve("terrace.db");
        CliRun.of("store", "import", willow, folders[0]);
        CliRun.of("store", "import", terrace, folders[1]);
        CliRun files = StoreRun.json("region", folders[0], folders[1]);
        CliRun stores = StoreRun.json("region", willow, terrace);
        assertThat(stores.exitCode()).as(stores.err()).isZero();
        assertThat(stores.json().get("results")).isEqualTo(files.json().get("results"));
        JsonNode input = stores.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("path").asText()).isEqualTo(willow + "#community.yaml");
        assertThat(input.get("sha256"))
                .isEqualTo(files.json().get("provenance").get("inputs").get(0).get("sha256"));
    }

    @Test
    void the_table_is_the_same() {
        Path store = stored(StoreRun.RIVERSIDE);
        Object[] rest = {"--by", "age:5y,sex,date:month", "--where", "cause != 1", "--population"};
        CliRun files = CliRun.of(
                "tabulate",
                StoreRun.RIVERSIDE.resolve("injuries.csv"),
                rest[0],
                "age:5y,sex,date:year",
                rest[2],
                rest[3],
                "--format",
                "csv");
        for (String name : new String[] {store.toString(), store + "#injuries"}) {
            CliRun stored =
                    CliRun.of("tabulate", name, rest[0], "age:5y,sex,date:year", rest[2], rest[3], "--format", "csv");
            assertThat(stored.exitCode()).as(stored.err()).isZero();
            assertThat(stored.out()).isEqualTo(files.out());
        }
        assertThat(files.lines()).hasSizeGreaterThan(50);
    }

    @Test
    void the_check_is_the_same() {
        CliRun files = StoreRun.json("check", StoreRun.RIVERSIDE);
        CliRun stored = StoreRun.json("check", stored(StoreRun.RIVERSIDE));
        assertThat(stored.exitCode()).isEqualTo(files.exitCode());
        assertThat(stored.json()).isEqualTo(files.json());
    }

    @Test
    void another_command_reads_a_table_of_a_store() {
        Path store = stored(StoreRun.RIVERSIDE);
        Object[] rest = {"--variable", "satisfied_overall", "--format", "json"};
        CliRun files = CliRun.of(
                "survey", "mean", StoreRun.RIVERSIDE.resolve("survey.csv"), rest[0], rest[1], rest[2], rest[3]);
        CliRun stored = CliRun.of("survey", "mean", store + "#survey", rest[0], rest[1], rest[2], rest[3]);
        assertThat(stored.exitCode()).as(stored.err()).isZero();
        assertThat(stored.json().get("results")).isEqualTo(files.json().get("results"));
    }

    @Test
    void records_of_a_later_file_are_in_the_report() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("w"));
        Fixture.valid(workspace);
        Path store = stored(workspace);
        Path later = TextFile.of(folder, "later.csv", "编号,性别,年龄,发生日期,原因", "3,男,40,2024-06-01,3");
        assertThat(CliRun.of("store", "import", store, later).exitCode()).isZero();
        JsonNode files =
                report(Fixture.valid(workspace).file("injuries.csv", """
                        record_id,sex,age,date,cause
                        1,male,30,2024-03-01,3
                        2,female,71,2024-05-02,1
                        3,male,40,2024-06-01,3
                        """).folder());
        JsonNode stored = report(store);
        assertThat(stored.get("sections")).isNotEmpty();
        assertThat(withoutChecksums(stored)).isEqualTo(withoutChecksums(files));
    }

    private static String withoutChecksums(JsonNode report) {
        return report.toString().replaceAll("[0-9a-f]{64}", "");
    }

    @Test
    void codes_of_another_set_are_not_read_by_the_one_of_the_workspace() throws Exception {
        Path workspace = Files.createDirectory(folder.resolve("w"));
        Fixture.valid(workspace);
        Path store = stored(workspace);
        // activity 3 is paid work on card A and studying on card B
        Path old = TextFile.of(folder, "old.csv", "record_id,sex,age,date,cause,activity", "9,male,40,2024-06-01,3,3");
        assertThat(CliRun.of("store", "import", store, old, "--code-set", "NISS-A")
                        .exitCode())
                .isZero();
        CliRun check = CliRun.of("check", store);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("other-code-set 1 records are coded by NISS-A, not by NISS-B; they are counted");
        CliRun query = CliRun.of("store", "query", store, "injuries", "--where", "record_id = 9", "--format", "csv");
        assertThat(query.lines().get(1)).endsWith(",NISS-A");
        assertThat(CliRun.of("store", "query", store, "injuries", "--by", "code_set", "--format", "csv")
                        .lines())
                .anyMatch(line -> line.startsWith("NISS-A,records,1"))
                .anyMatch(line -> line.startsWith("NISS-B,records,2"));
    }

    @Test
    void a_store_without_description_says_what_to_do() {
        Path file = TextFile.of(folder, "i.csv", "record_id,sex,age,date", "9,male,40,2024-06-01");
        Path store = folder.resolve("s.db");
        CliRun.of("store", "import", store, file, "--code-set", "NISS-B");
        CliRun run = CliRun.of("report", store);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("s.db holds no community.yaml").contains("safety store import");
        CliRun wrong = CliRun.of("tabulate", store + "#risks", "--by", "sex");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("holds no table \"risks\"").contains("injuries");
    }
}
