package org.safecommunity.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.SafetyCli;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/** Processes that are ended in the middle, and several at once. */
class StoreProcessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path injuries(String name, String prefix, int rows) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("record_id,sex,age,date,cause,place,name\n");
            for (int i = 0; i < rows; i++) {
                String day = Integer.toString(10 + i % 19);
                out.write(prefix + i + (i % 2 == 0 ? ",male," : ",female,") + i % 90 + ",2024-0" + (1 + i % 9) + "-"
                        + day + "," + (1 + i % 14) + "," + (1 + i % 10) + ",person " + i + "\n");
            }
        }
        return file;
    }

    private Process take(Path store, Path file, String log) throws IOException {
        return StoreProcess.start(
                SafetyCli.class,
                256,
                folder.resolve(log),
                "store",
                "import",
                store,
                file,
                "--code-set",
                "NISS-B",
                "--format",
                "json");
    }

    private static void assertEnds(Process process, int code, Path log) throws Exception {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(code);
    }

    private static long records(Path store, String kind) {
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).as(run.out()).isZero();
        Optional<JsonNode> row = StoreRun.result(run, kind);
        return row.map(found -> found.get("value").asLong()).orElse(0L);
    }

    @Test
    void a_process_halted_between_rows_leaves_nothing_of_the_file_and_all_of_those_before() throws Exception {
        Path store = folder.resolve("s.db");
        Path log = folder.resolve("log");
        Process process = StoreProcess.start(HaltedImport.class, 128, log, store, StoreRun.RIVERSIDE, "injuries", 1500);
        assertEnds(process, HaltedImport.CODE, log);
        assertThat(records(store, "population")).isEqualTo(108);
        assertThat(records(store, "injuries")).isZero();
        CliRun again = StoreRun.json("store", "import", store, StoreRun.RIVERSIDE);
        assertThat(StoreRun.details(again, "population").get("state").asText()).isEqualTo("known");
        assertThat(StoreRun.details(again, "injuries").get("new").asInt()).isEqualTo(2289);
        assertThat(records(store, "injuries")).isEqualTo(2289);
    }

    @Test
    void a_process_killed_while_it_writes_leaves_nothing_of_the_file() throws Exception {
        Path store = folder.resolve("s.db");
        Path log = folder.resolve("log");
        assertEnds(take(store, injuries("a.csv", "A", 50), "log"), 0, log);
        Path file = injuries("b.csv", "B", 120_000);
        Path journal = folder.resolve("s.db-journal");
        Process process = take(store, file, "log");
        long before = Files.size(store);
        while (process.isAlive() && Files.size(store) == before) {
            Thread.sleep(1);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("ended before it was killed").isNotZero();
        assertThat(journal).isNotEmptyFile();
        assertThat(records(store, "injuries")).isEqualTo(50);
        assertThat(journal).doesNotExist();
        assertEnds(take(store, file, "log"), 0, log);
        assertThat(records(store, "injuries")).isEqualTo(120_050);
    }

    @Test
    void two_processes_at_once_take_in_everything_once() throws Exception {
        Path store = folder.resolve("s.db");
        Path a = injuries("a.csv", "A", 5000);
        Path b = injuries("b.csv", "B", 5000);
        Process[] processes = {take(store, a, "1"), take(store, b, "2"), take(store, a, "3")};
        for (int i = 0; i < processes.length; i++) {
            assertEnds(processes[i], 0, folder.resolve(Integer.toString(i + 1)));
        }
        assertThat(records(store, "injuries")).isEqualTo(10_000);
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(StoreRun.details(run, "injuries").get("imports").asInt()).isEqualTo(2);
    }

    @Test
    void a_store_that_another_process_writes_is_said_and_can_be_read() throws Exception {
        Path store = folder.resolve("s.db");
        Path file = injuries("a.csv", "A", 5);
        CliRun.of("store", "import", store, file, "--code-set", "NISS-B");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CliRun run = CliRun.of(
                    "store", "import", store, injuries("b.csv", "B", 5), "--code-set", "NISS-B", "--wait", "0");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("s.db is in use by another process").contains("--wait");
            assertThat(CliRun.of("store", "query", store, "injuries", "--format", "csv")
                            .lines())
                    .hasSize(6);
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void a_disk_that_is_full_is_said_and_leaves_the_store_as_it_was() throws Exception {
        Path store = folder.resolve("s.db");
        CliRun.of("store", "import", store, injuries("a.csv", "A", 5), "--code-set", "NISS-B");
        Path big = injuries("b.csv", "B", 5000);
        try (StoreFile file = StoreFile.forWriting(store, 1)) {
            file.handle().execute("PRAGMA max_page_count = 40");
            StoreIntake intake = new StoreIntake(file, Clock.systemUTC(), false, Set.of());
            PathImport run = new PathImport(store, intake, null, "NISS-B", new CommonOptions());
            assertThatThrownBy(() -> run.take(big)).isInstanceOfSatisfying(UserError.class, error -> {
                assertThat(error.exitCode()).isEqualTo(3);
                assertThat(error).hasMessageContaining("could not be written to its end");
            });
        }
        assertThat(records(store, "injuries")).isEqualTo(5);
    }

    @Test
    @Tag("slow")
    void a_million_rows_in_a_small_heap() throws Exception {
        Path store = folder.resolve("s.db");
        Path log = folder.resolve("log");
        Path file = injuries("a.csv", "A", 1_000_000);
        Process process = StoreProcess.start(
                SafetyCli.class, 64, log, "store", "import", store, file, "--code-set", "NISS-B", "--format", "json");
        assertEnds(process, 0, log);
        Process verify = StoreProcess.start(SafetyCli.class, 64, log, "store", "verify", store);
        assertEnds(verify, 0, log);
        Process count = StoreProcess.start(
                SafetyCli.class, 64, log, "tabulate", store + "#injuries", "--by", "sex", "--format", "csv");
        assertEnds(count, 0, log);
        assertThat(Files.readString(log)).isEqualTo("sex,events\nmale,500000\nfemale,500000\n");
    }
}
