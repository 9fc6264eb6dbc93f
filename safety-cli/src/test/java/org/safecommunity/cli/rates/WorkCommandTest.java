package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class WorkCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void numbers_give_every_indicator_they_allow() {
        CliRun run = CliRun.of(
                "rates",
                "work",
                "--scheme",
                "gb6441",
                "--injuries",
                "3",
                "--deaths",
                "1",
                "--serious",
                "1",
                "--lost-days",
                "6125",
                "--workers",
                "3221,3276,3305,3198",
                "--hours",
                "500000",
                "--format",
                "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(5);
        assertThat(value(run, "injury-frequency")).isEqualTo(6);
        assertThat(value(run, "injury-severity-rate")).isEqualTo(12250);
        assertThat(value(run, "mean-severity")).isCloseTo(2041.6666666666667, within(1e-9));
        assertThat(row(run, "death-rate-1000").at("/inputs/workers").asDouble()).isEqualTo(3250);
        assertThat(row(run, "injury-frequency").at("/interval/method").asText()).isEqualTo("garwood");
        assertThat(row(run, "mean-severity").has("interval")).isFalse();
        assertThat(row(run, "death-rate-1000").at("/details/name").asText()).isEqualTo("Deaths per 1000 workers");
        assertThat(run.err()).contains("edition 1986 is used").contains("deaths-per-million-tonnes (tonnes)");
    }

    @Test
    void the_date_chooses_the_edition() {
        CliRun run = CliRun.of(
                "rates", "work", "--injuries", "3", "--workers", "1000", "--date", "2026-07-01", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode row = row(run, "injury-rate-1000");
        assertThat(row.get("value").asDouble()).isEqualTo(3);
        assertThat(row.at("/details/edition").asText()).isEqualTo("2025");
        assertThat(row.at("/warnings/0/code").asText()).isEqualTo("unconfirmed-formula");
        assertThat(run.err()).doesNotContain("no --date was given");
    }

    @Test
    void the_dead_can_be_added() {
        CliRun run = CliRun.of(
                "rates",
                "work",
                "--injuries",
                "3",
                "--deaths",
                "2",
                "--lost-days",
                "42",
                "--hours",
                "1250000",
                "--add-deaths",
                "--format",
                "json");
        assertThat(value(run, "injury-severity-rate")).isCloseTo(9633.6, within(1e-9));
        assertThat(value(run, "mean-severity")).isCloseTo(2408.4, within(1e-9));
        assertThat(row(run, "mean-severity").at("/details/deathsAdded").asBoolean())
                .isTrue();
    }

    @Test
    void other_quantities_go_by_name() {
        CliRun run = CliRun.of(
                "rates",
                "work",
                "--scheme",
                "osha",
                "--quantity",
                "recordable=7",
                "--quantity",
                "lost_time=3",
                "--hours",
                "1250000",
                "--format",
                "json");
        assertThat(value(run, "trir")).isCloseTo(1.12, within(1e-12));
        assertThat(value(run, "ltifr")).isCloseTo(2.4, within(1e-12));
        CliRun loss = CliRun.of(
                "rates",
                "work",
                "--scheme",
                "gb6721",
                "--quantity",
                "economic_loss_10k=23.8",
                "--workers",
                "850",
                "--format",
                "json");
        assertThat(value(loss, "loss-rate-1000")).isCloseTo(28, within(1e-12));
        assertThat(row(loss, "economic-loss").at("/details/class").asText()).isEqualTo("major");
    }

    @Test
    void a_file_is_added_up_by_group() {
        String file = file(
                "w.csv",
                "year,plant,injuries,lost_days,hours",
                "2024,a,3,6120.5,400000",
                "2024,b,1,4.5,100000",
                "2025,a,x,0,1",
                "2025,a,0,0,0");
        CliRun run = CliRun.of("rates", "work", file, "--scheme", "ilo", "--by", "year", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(6);
        assertThat(run.result(0).get("value").asDouble()).isEqualTo(8);
        assertThat(run.result(1).get("value").asDouble()).isEqualTo(12250);
        assertThat(run.result(3).get("status").asText()).isEqualTo("no-person-time");
        assertThat(run.result(5).get("status").asText()).isEqualTo("empty-domain");
        assertThat(run.json().at("/provenance/inputs/0/refused").asInt()).isEqualTo(1);
        assertThat(run.err()).contains("w.csv:4:injuries");
        String other = file("o.csv", "人数,工时", "3,500000");
        CliRun named = CliRun.of(
                "rates", "work", other, "--scheme", "ilo", "--injuries", "人数", "--hours", "工时", "--format", "json");
        assertThat(value(named, "ilo-frequency")).isEqualTo(6);
    }

    @Test
    void every_interval_method_gives_a_row_of_each_count() {
        CliRun run = CliRun.of(
                "rates",
                "work",
                "--scheme",
                "ilo",
                "--injuries",
                "3",
                "--lost-days",
                "9",
                "--hours",
                "1000",
                "--interval",
                "all",
                "--format",
                "json");
        assertThat(run.json().get("results")).hasSize(7 + 1 + 1);
    }

    @Test
    void schemes_of_a_file_replace_the_bundled_ones() {
        String scheme = file(
                "s.csv",
                "scheme,edition,valid_from,valid_to,death_charge,id,en,zh,numerator,denominator,multiplier,unit,"
                        + "interval,reference,status",
                "plant,,,,,near-miss-rate,Near misses,险兆率,near_misses,hours,1000,per 1000 hours,poisson,rule 7,given");
        CliRun run = CliRun.of(
                "rates",
                "work",
                "--scheme-file",
                scheme,
                "--quantity",
                "near_misses=5",
                "--hours",
                "2000",
                "--format",
                "json");
        assertThat(value(run, "near-miss-rate")).isEqualTo(2.5);
        String broken = file("b.csv", "scheme,id", "plant,a");
        CliRun wrong = CliRun.of("rates", "work", "--scheme-file", broken, "--hours", "1");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("b.csv: line 2: column edition must be there");
    }

    @Test
    void labels_are_chinese_in_chinese() {
        CliRun run = CliRun.chinese("rates", "work", "--deaths", "2", "--workers", "1500");
        assertThat(run.out()).contains("千人死亡率").contains("每 1000 人");
    }

    @Test
    void rejects_wrong_usage_with_a_hint() {
        CliRun nothing = CliRun.of("rates", "work", "--injuries", "3");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err())
                .contains("no indicator of scheme gb6441 can be computed")
                .contains("lost_days");
        CliRun scheme = CliRun.of("rates", "work", "--scheme", "gb6442", "--hours", "1");
        assertThat(scheme.exitCode()).isEqualTo(2);
        assertThat(scheme.err()).contains("--scheme must be one of gb6441, osha, ilo");
        CliRun name = CliRun.of("rates", "work", "--scheme", "osha", "--quantity", "recordables=3");
        assertThat(name.exitCode()).isEqualTo(2);
        assertThat(name.err())
                .contains("scheme osha has no quantity recordables")
                .contains("recordable");
        CliRun date = CliRun.of("rates", "work", "--deaths", "1", "--workers", "9", "--date", "1980-01-01");
        assertThat(date.exitCode()).isEqualTo(2);
        assertThat(date.err()).contains("no edition of scheme gb6441 is in force on 1980-01-01");
        CliRun form = CliRun.of("rates", "work", "--deaths", "1", "--workers", "9", "--date", "2026-7-1");
        assertThat(form.err()).contains("--date must be a date, was 2026-7-1");
        CliRun charge = CliRun.of("rates", "work", "--scheme", "ilo", "--deaths", "1", "--hours", "9", "--add-deaths");
        assertThat(charge.exitCode()).isEqualTo(2);
        assertThat(charge.err()).contains("scheme ilo charges no lost days for a death");
        CliRun part = CliRun.of("rates", "work", "--injuries", "2.5", "--hours", "9");
        assertThat(part.exitCode()).isEqualTo(2);
        assertThat(part.err()).contains("--injuries must be a whole number of 0 or more, was 2.5");
    }

    private static double value(CliRun run, String statistic) {
        return row(run, statistic).get("value").asDouble();
    }

    private static JsonNode row(CliRun run, String statistic) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(row -> row.get("statistic").asText().equals(statistic))
                .findFirst()
                .orElseThrow();
    }

    private String file(String name, String... lines) {
        return TextFile.of(folder, name, lines).toString();
    }
}
