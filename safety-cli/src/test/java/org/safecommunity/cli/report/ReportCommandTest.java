package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.SafetyCli;
import org.safecommunity.cli.workspace.Fixture;

class ReportCommandTest {
    private static final int MANY_ROWS = 200_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Nested
    class Coverage {
        @ParameterizedTest
        @CsvSource({
            "sentinel-hospitals,sentinel hospitals",
            "household-survey,household survey",
            "partial,part of the residents",
            "unknown,not known"
        })
        void without_full_coverage_there_are_shares_and_trend_but_no_rate(String coverage, String title) {
            Fixture.Run run = Fixture.valid(folder)
                    .instead("coverage: all-residents", "coverage: " + coverage)
                    .report();
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .doesNotContain("crude-rate", "standardised-rate")
                    .contains("No rates are given: the register covers " + title + " only")
                    .contains("The register holds 2 records but covers " + title + " only, so no rates are given.");
            JsonNode years = JsonReportTest.table(run.json(), "events-by-year");
            assertThat(years).hasSize(1);
            assertThat(years.get(0).at("/item/year").asText()).isEqualTo("2024");
            assertThat(years.get(0).get("value").asInt()).isEqualTo(2);
            assertThat(JsonReportTest.table(run.json(), "injuries-cause")).hasSize(2);
        }

        @Test
        void reason_is_given_in_chinese_too() {
            Fixture fixture = Fixture.valid(folder).instead("coverage: all-residents", "coverage: sentinel-hospitals");
            Fixture.Run run = Fixture.run("report", fixture.folder().toString(), "--lang", "zh", "--format", "json");
            assertThat(run.out()).contains("不给出率：登记仅覆盖哨点医院").doesNotContain("crude-rate");
        }

        @Test
        void coverage_kind_and_date_of_the_population_are_shown() {
            Fixture.Run run = Fixture.valid(folder).report();
            assertThat(run.out())
                    .contains("What the register covers: all residents.")
                    .contains("Population kind: resident population; reference date 2024-06-30.");
        }

        @Test
        void without_population_there_is_no_rate() {
            Fixture.Run run = Fixture.valid(folder)
                    .instead("  file: population.csv\n", "")
                    .report();
            assertThat(run.out())
                    .doesNotContain("crude-rate")
                    .contains("No rates are given: the workspace names no population.");
        }

        @Test
        void total_person_years_give_one_rate() {
            Fixture.Run run = Fixture.valid(folder)
                    .instead("  file: population.csv\n", "  person-years: 36000\n")
                    .report();
            JsonNode rates = JsonReportTest.table(run.json(), "rates");
            assertThat(rates).hasSize(1);
            assertThat(rates.get(0).get("value").asDouble()).isEqualTo(2 / 36000d * 100_000);
        }

        @Test
        void few_events_are_marked() throws IOException {
            Path out = folder.resolve("out.html");
            Fixture.run(
                    "report", Fixture.valid(folder).folder().toString(), "--lang", "en", "--output", out.toString());
            assertThat(Files.readString(out)).contains("5.6†", "† Fewer than 20 events: the rate is unstable.");
        }
    }

    @Test
    void the_procedure_has_a_section_with_state_next_step_and_dates() {
        CliRun run = CliRun.of("report", "../examples/riverside", "--date", "2025-04-25", "--format", "json");
        assertThat(JsonReportTest.table(run.json(), "procedure-dates")
                        .get(1)
                        .at("/details/daysOverdue")
                        .asLong())
                .isEqualTo(36);
        assertThat(JsonReportTest.table(run.json(), "procedure-grounds")).hasSize(7);
        assertThat(run.out()).contains("it was due on 2025-03-20, 36 days ago");
        assertThat(CliRun.chinese("report", "../examples/riverside", "--date", "2025-04-25", "--format", "json")
                        .out())
                .contains("评定程序", "已逾期 36 天");
    }

    @Test
    void empty_sections_say_so() {
        Fixture.Run run = Fixture.valid(folder).report();
        assertThat(run.out())
                .contains("The workspace names no data for this section.")
                .contains("The workspace names no accident records; there is no risk register.")
                .contains("The workspace names neither an assessment of the elements nor a survey.");
    }

    @Test
    void output_names_the_file_and_strict_the_exit() throws IOException {
        Fixture fixture = Fixture.valid(folder)
                .file("injuries.csv", "record_id,sex,age,date,cause\n1,male,x,2024-03-01,3\n2,male,9,2024-03-01,3\n");
        Path out = folder.resolve("out.html");
        Fixture.Run run = Fixture.run(
                "report", fixture.folder().toString(), "--lang", "en", "--strict", "--output", out.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Written: " + out, "Findings in " + folder + ": 1", "safety check " + folder);
        assertThat(Files.readString(out)).contains("injuries.csv:2:age", "must be an age from 0 to 130");
        assertThat(Fixture.run("report", folder.toString(), "--quiet", "--output", out.toString())
                        .err())
                .isEmpty();
    }

    @Test
    void wrong_day_and_format_are_wrong_usage() {
        String path = Fixture.valid(folder).folder().toString();
        Fixture.Run day = Fixture.run("report", path, "--lang", "en", "--date", "2024-02-30");
        assertThat(day.code()).isEqualTo(2);
        assertThat(day.err()).contains("--date must be a date, was 2024-02-30", "Write year-month-day");
        Fixture.Run format = Fixture.run("report", path, "--lang", "en", "--format", "csv");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err()).contains("--format must be one of table, json, was csv");
    }

    /** The register is streamed: only counts and record ids stay in memory. */
    @Test
    void large_register_is_read_in_little_memory() throws IOException, InterruptedException {
        Fixture.valid(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("injuries.csv"))) {
            out.write("record_id,sex,age,date,cause,address\n");
            String padding = "x".repeat(300);
            for (int i = 0; i < MANY_ROWS; i++) {
                out.write(i + ",male," + i % 80 + ",2024-03-0" + (i % 9 + 1) + ",3," + padding + "\n");
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SafetyCli.class.getName(),
                        "check",
                        folder.toString(),
                        "--lang",
                        "en")
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(lines).contains("injuries.csv: 200000 rows read, 200000 used, 0 refused");
        assertThat(process.exitValue()).isZero();
    }
}
