package org.safecommunity.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class ExportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path riverside() {
        Path store = folder.resolve("s.db");
        CliRun.of("store", "import", store, StoreRun.RIVERSIDE);
        return store;
    }

    @Test
    void all_files_come_back_byte_for_byte_and_check_accepts_them() throws IOException {
        Path out = folder.resolve("out");
        CliRun run = StoreRun.json("store", "export", riverside(), "--all", "--output", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(run.json().get("results").size()).allSatisfy(file -> assertThat(file)
                    .hasSameBinaryContentAs(StoreRun.RIVERSIDE.resolve(file.getFileName())));
        }
        assertThat(CliRun.of("check", out).exitCode())
                .isEqualTo(CliRun.of("check", StoreRun.RIVERSIDE).exitCode());
    }

    @Test
    void awkward_cells_come_back_as_they_were() throws IOException {
        Path file = TextFile.of(
                folder,
                "i.csv",
                "record_id,sex,age,date,\"note, long\",name",
                "1,male,３０,2024-3-1, spaces ,欧阳",
                "2,female,8月,2024年3月2日,\"a \"\"quote\"\"\nand a line\",",
                "3,男,40,20240303,=1+1,");
        Path store = folder.resolve("s.db");
        CliRun.of("store", "import", store, file, "--code-set", "NISS-B");
        Path out = folder.resolve("out");
        assertThat(CliRun.of("store", "export", store, "injuries", "--personal", "--output", out)
                        .exitCode())
                .isZero();
        assertThat(out.resolve("injuries.csv")).hasSameTextualContentAs(file);
        assertThat(CliRun.of("check", out.resolve("injuries.csv")).exitCode()).isZero();
        CliRun.of("store", "export", store, "injuries", "--overwrite", "--output", out);
        assertThat(Files.readString(out.resolve("injuries.csv")))
                .doesNotContain("欧阳")
                .contains(" spaces ");
        CliRun.of("store", "export", store, "injuries", "--excel", "--overwrite", "--output", out);
        assertThat(Files.readString(out.resolve("injuries.csv")))
                .startsWith("\uFEFF")
                .contains("'=1+1")
                .contains("\r\n");
    }

    @Test
    void an_export_taken_in_again_brings_nothing_new() {
        Path store = riverside();
        Path out = folder.resolve("out");
        CliRun.of("store", "export", store, "--all", "--output", out);
        CliRun run = StoreRun.json("store", "import", store, out);
        run.json().get("results").forEach(row -> assertThat(
                        row.get("details").get("state").asText())
                .isEqualTo("known"));
    }

    @Test
    void refuses_what_would_overwrite_or_is_not_clear() {
        Path store = riverside();
        Path out = folder.resolve("out");
        assertThat(CliRun.of("store", "export", store, "risks", "--output", out).exitCode())
                .isZero();
        CliRun again = CliRun.of("store", "export", store, "--all", "--output", out);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("risks.csv is there already");
        assertThat(out.resolve("injuries.csv")).doesNotExist();
        assertThat(CliRun.of("store", "export", store, "--output", out).err())
                .contains("name either one KIND or --all");
        assertThat(CliRun.of("store", "export", store, "risks").err()).contains("--output");
        assertThat(CliRun.of("store", "export", store, "risk", "--output", out).err())
                .contains("holds no table \"risk\"")
                .contains("risks");
    }
}
