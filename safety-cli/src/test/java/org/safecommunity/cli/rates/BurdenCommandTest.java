package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class BurdenCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void each_row_is_a_death_and_the_default_table_is_named() {
        String file = file("d.csv", "age", "30", "30");
        CliRun run = CliRun.of("rates", "burden", file, "--age", "age", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("years-of-life-lost");
        assertThat(row.get("value").asDouble()).isCloseTo(118.3925542, within(1e-7));
        assertThat(row.get("unit").asText()).isEqualTo("years");
        assertThat(row.at("/interval/method").asText()).isEqualTo("fay-feuer");
        assertThat(row.at("/details/lifeTable").asText()).isEqualTo("GBD2019_TMRLT");
    }

    @Test
    void unknown_ages_are_counted_and_bad_ones_refused() {
        String file = file("d.csv", "id,age", "1,30", "2,30", "3,不详", "4,", "5,abc", "6,131", "7,-3");
        CliRun run = CliRun.of("rates", "burden", file, "--age", "age", "--format", "json");
        JsonNode row = run.result(0);
        assertThat(row.get("value").asDouble()).isCloseTo(2 * 118.3925542, within(1e-6));
        assertThat(row.at("/details/unknownAges").asInt()).isEqualTo(2);
        assertThat(row.at("/warnings/0/code").asText()).isEqualTo("unknown-ages-spread");
        assertThat(run.json().at("/provenance/inputs/0/used").asInt()).isEqualTo(4);
        assertThat(run.json().at("/provenance/inputs/0/refused").asInt()).isEqualTo(3);
        assertThat(run.err()).contains("d.csv:6:age").contains("d.csv:8:age").doesNotContain("abc");
        CliRun without =
                CliRun.of("rates", "burden", file, "--age", "age", "--unknown-age", "exclude", "--format", "json");
        assertThat(without.result(0).get("value").asDouble()).isCloseTo(118.3925542, within(1e-7));
    }

    @Test
    void bands_counts_groups_and_an_age_limit() {
        String file =
                file("d.csv", "area,age,n", "east,30-34,2", "east,85+,1", "west,60–64,0", "west,0,0", "east,30-34,1");
        CliRun run = CliRun.of(
                "rates",
                "burden",
                file,
                "--age",
                "age",
                "--deaths",
                "n",
                "--by",
                "area",
                "--limit",
                "70",
                "--format",
                "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(4);
        JsonNode potential = run.result(1);
        assertThat(potential.get("statistic").asText()).isEqualTo("potential-years-of-life-lost");
        assertThat(potential.get("value").asDouble()).isEqualTo(3 * 37.5);
        assertThat(run.result(2).get("status").asText()).isEqualTo("zero-events");
        assertThat(run.err()).contains("an open age band has no middle");
        CliRun start = CliRun.of(
                "rates",
                "burden",
                file,
                "--age",
                "age",
                "--deaths",
                "n",
                "--limit",
                "70",
                "--age-point",
                "start",
                "--format",
                "json");
        assertThat(start.result(1).get("value").asDouble()).isEqualTo(3 * 40d);
    }

    @Test
    void a_table_by_sex_uses_the_sex() {
        String file = file("d.csv", "age,sex", "0,男", "0,2", "0,不详");
        CliRun run = CliRun.of(
                "rates",
                "burden",
                file,
                "--age",
                "age",
                "--sex",
                "sex",
                "--life-table",
                "GBD1990",
                "--discount",
                "0.03",
                "--age-weighting",
                "--format",
                "json");
        assertThat(run.result(0).get("value").asDouble()).isCloseTo(33.010918713 + 33.125116386, within(1e-7));
        assertThat(run.err()).contains("d.csv:4:sex: must be male or female for this life table");
    }

    @Test
    void every_interval_method_gives_a_row() {
        String file = file("d.csv", "age", "30", "44");
        CliRun run = CliRun.of("rates", "burden", file, "--age", "age", "--interval", "all", "--format", "csv");
        assertThat(run.out().lines()).hasSize(6);
    }

    @Test
    void the_working_is_given_in_chinese() {
        String file = file("d.csv", "age", "30");
        CliRun run = CliRun.chinese("rates", "burden", file, "--age", "age", "--explain");
        assertThat(run.out()).contains("早死损失寿命年").contains("寿命表：GBD2019_TMRLT");
    }

    @Test
    void rejects_wrong_usage_with_a_hint() {
        String file = file("d.csv", "age", "30");
        CliRun table = CliRun.of("rates", "burden", file, "--age", "age", "--life-table", "GBD2020");
        assertThat(table.exitCode()).isEqualTo(2);
        assertThat(table.err()).contains("there is no life table GBD2020").contains("GBD2010");
        CliRun sex = CliRun.of("rates", "burden", file, "--age", "age", "--life-table", "GBD1990");
        assertThat(sex.exitCode()).isEqualTo(2);
        assertThat(sex.err())
                .contains("life table GBD1990 has a column for each sex")
                .contains("--sex COL");
        CliRun age = CliRun.of("rates", "burden", file);
        assertThat(age.exitCode()).isEqualTo(2);
        assertThat(age.err()).contains("--age must be given");
        CliRun discount = CliRun.of("rates", "burden", file, "--age", "age", "--discount", "3");
        assertThat(discount.exitCode()).isEqualTo(2);
        assertThat(discount.err()).contains("discountRate must be less than 1, was 3.0");
        CliRun point = CliRun.of("rates", "burden", file, "--age", "age", "--age-point", "end");
        assertThat(point.err()).contains("--age-point must be one of middle, start, was end");
        CliRun unknown = CliRun.of("rates", "burden", file, "--age", "age", "--unknown-age", "drop");
        assertThat(unknown.err()).contains("--unknown-age must be one of redistribute, exclude, was drop");
        CliRun none = CliRun.of("rates", "burden", file("n.csv", "age", "x"), "--age", "age");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("has no row that can be used");
    }

    private String file(String name, String... lines) {
        return TextFile.of(folder, name, lines).toString();
    }
}
