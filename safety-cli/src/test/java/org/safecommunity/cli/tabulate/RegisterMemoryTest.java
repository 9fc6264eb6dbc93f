package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory goes with the cells and not with the rows: a large file under a small heap, in a process of its own. */
class RegisterMemoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Writes rows whose counts are known: 5 values of ward, 90 ages, a date, a cost, a text of its own in each row. */
    private Path register(int rows) throws IOException {
        Path file = folder.resolve("register.csv.gz");
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write("id,ward,age,date,cost,note\n");
            for (int i = 0; i < rows; i++) {
                int month = i / 450 % 12 + 1;
                out.write(i + ",w" + i % 5 + "," + i % 90 + ",2024-" + (month < 10 ? "0" : "") + month + "-15T10:"
                        + (10 + i % 50) + "," + i % 7 + ".1,\"text, no. " + i + "\"\n");
            }
        }
        return file;
    }

    private static List<String> run(int megabytes, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.safecommunity.cli.SafetyCli"));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = new ArrayList<>(reader.lines().toList());
        }
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        lines.add("exit " + process.exitValue());
        return lines;
    }

    private void counts(int rows, int megabytes) throws IOException, InterruptedException {
        List<String> lines =
                run(megabytes, "tabulate", register(rows), "--by", "ward,age:5y,date:month", "--sum", "cost");
        // age i mod 90 fixes ward i mod 5, so each ward has every fifth age: 18 bands, 12 months
        assertThat(lines).hasSize(1 + 5 * 18 * 12 + 1);
        assertThat(lines.get(0)).isEqualTo("ward,age,date,events,cost");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("exit 0");
        long events = 0;
        double cost = 0;
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] cells = line.split(",", -1);
            events += Long.parseLong(cells[3]);
            cost += Double.parseDouble(cells[4]);
        }
        assertThat(events).isEqualTo(rows);
        long sevenths = 0;
        for (int i = 0; i < rows; i++) {
            sevenths += i % 7;
        }
        assertThat(cost).isEqualTo(sevenths + rows * 0.1, org.assertj.core.data.Offset.offset(1e-4));
    }

    @Test
    void two_hundred_thousand_rows_under_20_megabytes() throws IOException, InterruptedException {
        counts(200_000, 20);
    }

    @Test
    @Tag("slow")
    void two_million_rows_under_20_megabytes() throws IOException, InterruptedException {
        counts(2_000_000, 20);
    }

    @Test
    void a_table_that_memory_does_not_hold_ends_with_advice() throws IOException, InterruptedException {
        List<String> lines = run(16, "tabulate", register(100_000), "--by", "id", "--lang", "en");
        assertThat(lines)
                .contains("safety: memory does not hold the table by id", "exit 2")
                .hasSize(3);
    }
}
