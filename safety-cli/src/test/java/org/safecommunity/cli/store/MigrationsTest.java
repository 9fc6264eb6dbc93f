package org.safecommunity.cli.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class MigrationsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A store as the program of the first step made it. */
    private Path ofVersionOne() throws IOException {
        Path store = folder.resolve("old.db");
        try (InputStream in = requireNonNull(
                MigrationsTest.class.getResourceAsStream("store-version-1.sql"), "store-version-1.sql")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            StoreRun.tamper(store, all.strip().split(";\n", -1));
        }
        return store;
    }

    @Test
    void an_older_store_is_brought_up_to_date_by_whoever_opens_it() throws IOException {
        Path store = ofVersionOne();
        CliRun run = StoreRun.json("store", "verify", store);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(StoreRun.details(run, "injuries").get("versions").asInt()).isEqualTo(3);
        assertThat(CliRun.of("store", "query", store, "injuries", "--format", "csv")
                        .lines())
                .containsExactly("record_id,sex,age,date,cause", "2,female,8,2024-03-02,1", "1,male,31,2024-03-01,3");
        try (StoreFile file = StoreFile.forReading("old.db", store)) {
            assertThat(Migrations.version(file.handle())).isEqualTo(Migrations.LATEST);
        }
    }

    @Test
    void an_older_store_takes_in_files() throws IOException {
        Path store = ofVersionOne();
        Path file = TextFile.of(folder, "c.csv", "record_id,sex,age,date", "3,male,4,2024-05-05", "4,x,4,2024-05-05");
        CliRun run = StoreRun.json("store", "import", store, file, "--code-set", "NISS-B");
        assertThat(StoreRun.details(run, "injuries").get("new").asInt()).isEqualTo(1);
        assertThat(CliRun.of("store", "verify", store).exitCode()).isZero();
    }

    @Test
    void the_last_step_is_the_one_the_program_knows() {
        try (StoreFile fresh = StoreFile.inMemory()) {
            assertThat(Migrations.version(fresh.handle())).isEqualTo(Migrations.LATEST);
        }
        assertThat(Sql.class.getResource("migration/00" + (Migrations.LATEST + 1) + ".sql"))
                .isNull();
    }
}
