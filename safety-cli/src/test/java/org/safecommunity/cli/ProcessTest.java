package org.safecommunity.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what reaches the real standard streams, and the exit code of the JVM. */
class ProcessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_report_writes_nothing_but_its_remark_to_standard_error() throws Exception {
        Path page = folder.resolve("report.html");
        CliRun run = run(null, "report", "../examples/riverside", "--lang", "en", "--output", page);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("Written: " + page + "\n");
        assertThat(run.out()).hasLineCount(5);
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void exit_codes_reach_the_caller() throws Exception {
        assertThat(run(null, "rates", "crude", "--events", "1", "--person-time", "2")
                        .exitCode())
                .isZero();
        Path bad = TextFile.of(folder, "injuries.csv", "record_id,sex", "A1,x");
        assertThat(run(null, "check", bad).exitCode()).isEqualTo(1);
        assertThat(run(null, "ratse").exitCode()).isEqualTo(2);
        assertThat(run(null, "check", folder.resolve("none.csv")).exitCode()).isEqualTo(3);
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void output_that_cannot_be_written_is_said_in_one_line() throws Exception {
        CliRun run = run(Path.of("/dev/full"), "rates", "crude", "--events", "1", "--person-time", "2", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("safety: stdout cannot be written: No space left on device\n")
                .hasLineCount(2);
    }

    private CliRun run(@org.jspecify.annotations.Nullable Path output, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SafetyCli.class.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        Path out = output == null ? folder.resolve("out.txt") : output;
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = output == null ? Files.readString(out, UTF_8) : "";
        return new CliRun(process.exitValue(), text, Files.readString(err, UTF_8));
    }
}
