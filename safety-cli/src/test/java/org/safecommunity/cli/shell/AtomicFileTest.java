package org.safecommunity.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class AtomicFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void writes_and_replaces_and_leaves_nothing_else() throws IOException {
        Path file = folder.resolve("结果.csv");
        AtomicFile.write(file, "一\n");
        AtomicFile.write(file, "二\n");
        assertThat(TextFile.read(file)).isEqualTo("二\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissions_of_an_existing_file_stay() throws IOException {
        Path file = TextFile.of(folder, "private.txt", "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.write(file, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_symbolic_link_stays_one() throws IOException {
        Path file = TextFile.of(folder, "real.txt", "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicFile.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(TextFile.read(file)).isEqualTo("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_is_written_to_and_stays_one() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        AtomicFile.write(pipe, "through");
        assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void rejects_a_missing_folder_and_a_folder() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/x.txt"), "x"))
                .isInstanceOf(UserError.class)
                .hasMessage("the folder of " + folder.resolve("no/x.txt") + " does not exist");
        assertThatThrownBy(() -> AtomicFile.write(folder, "x"))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + " is a folder");
    }

    @Test
    void output_goes_to_the_file_and_not_to_standard_output() {
        Path file = folder.resolve("out.json");
        CliRun run = CliRun.of(
                "rates", "crude", "--events", "30", "--person-time", "9", "--format", "json", "--output", file);
        assertThat(run).isEqualTo(new CliRun(0, "", ""));
        assertThat(TextFile.read(file)).startsWith("{\n  \"command\": \"rates crude\",");
    }

    @Test
    void an_existing_file_stays_when_the_command_fails() {
        Path file = TextFile.of(folder, "out.csv", "precious");
        Path bad = TextFile.of(folder, "bad.csv", "n,t", "x,y");
        for (Object[] command : new Object[][] {
            {"rates", "crude", "--events", "-1", "--person-time", "9", "--output", file},
            {"rates", "crude", bad, "--events", "n", "--person-time", "t", "--output", file},
            {"rates", "crude", "--evnts", "1", "--output", file},
            {"rates", "crude", folder.resolve("none.csv"), "--events", "n", "--person-time", "t", "--output", file}
        }) {
            assertThat(CliRun.of(command).exitCode()).isIn(2, 3);
            assertThat(TextFile.read(file)).isEqualTo("precious\n");
        }
    }

    @Test
    void output_into_a_missing_folder_is_wrong_usage() {
        CliRun run = CliRun.of(
                "rates", "crude", "--events", "30", "--person-time", "9", "--output", folder.resolve("no/out.csv"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("safety: the folder of " + folder.resolve("no/out.csv") + " does not exist\n"
                        + "  Make it first: mkdir -p " + folder.resolve("no") + "\n");
    }
}
