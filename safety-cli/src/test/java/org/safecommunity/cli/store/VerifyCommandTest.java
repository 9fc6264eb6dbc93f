package org.safecommunity.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;

class VerifyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path whole;

    private Path store;

    @BeforeAll
    static void fill() {
        CliRun.of("store", "import", whole.resolve("s.db"), StoreRun.RIVERSIDE);
    }

    @BeforeEach
    void copy() throws IOException {
        store = Files.copy(whole.resolve("s.db"), folder.resolve("s.db"));
    }

    @Test
    void a_store_that_is_whole_has_no_findings() {
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).isZero();
        assertThat(StoreRun.codes(run)).isEmpty();
        assertThat(StoreRun.result(run, "injuries").orElseThrow().get("value").asInt())
                .isEqualTo(2289);
        assertThat(StoreRun.details(run, "injuries").get("current").asInt()).isEqualTo(2289);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            store-record    | UPDATE version SET cells = replace(cells, 'female', 'male') WHERE record = 500
            store-record    | UPDATE record SET key = 'X' WHERE id = 500
            store-count     | DELETE FROM version WHERE record = 500
            store-total     | DELETE FROM record WHERE id = 500
            store-digest    | UPDATE version SET hash = zeroblob(32) WHERE record = 500
            store-version   | UPDATE record SET version = 2 WHERE id = 500
            store-seal      | UPDATE import SET used = used - 1, total = total - 1, added = added - 1 WHERE kind = 'injuries'
            store-seal      | UPDATE import SET code_set = 'NISS-A' WHERE kind = 'injuries'
            store-seal      | DELETE FROM import WHERE kind = 'goals'
            store-document  | UPDATE document SET content = x'00' WHERE name = 'community.yaml'
            store-document  | DELETE FROM document
            store-reference | DELETE FROM layout WHERE kind = 'injuries'
            store-layout    | UPDATE layout SET columns = '[]' WHERE kind = 'injuries'
            store-tables    | DROP INDEX record_place
            store-tables    | CREATE TABLE more (x)
            """)
    void tampering_is_found(String code, String statement) {
        StoreRun.tamper(store, "PRAGMA foreign_keys = OFF", statement);
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(StoreRun.codes(run)).contains(code);
    }

    @Test
    void damage_of_the_file_is_found() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
            for (long page = 20; page < 60; page++) {
                file.seek(page * 4096);
                file.write(new byte[2000]);
            }
        }
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(StoreRun.codes(run)).containsAnyOf("store-integrity", "store-unreadable");
        CliRun text = CliRun.chinese("store", "verify", store);
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out()).contains("损坏");
    }

    @Test
    void a_store_with_corrections_and_refusals_is_whole() {
        Path a = org.safecommunity.cli.TextFile.of(
                folder, "a.csv", "record_id,sex,age,date,name", "R00001,male,17,2022-01-01,x", "Q,x,1,2022-01-01,y");
        assertThat(CliRun.of("store", "import", store, a).exitCode()).isZero();
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(StoreRun.details(run, "injuries").get("versions").asInt()).isEqualTo(2290);
        assertThat(StoreRun.details(run, "injuries").get("refused").asInt()).isEqualTo(1);
        StoreRun.tamper(store, "UPDATE personal SET cells = '[\"z\"]'");
        assertThat(StoreRun.codes(StoreRun.json("store", "verify", store))).containsExactly("store-record");
    }
}
