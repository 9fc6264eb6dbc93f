package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CommandRun;

class BurdenCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void each_row_is_a_death_and_the_default_table_is_named() {
        String file = CommandRun.file(folder, "d.csv", "age", "30", "30");
        CommandRun run = CommandRun.of("rates", "burden", file, "--age", "age", "--format", "json");
        assertThat(run.exit()).isZero();
        JsonNode row = run.results().get(0);
        assertThat(row.get("statistic").asText()).isEqualTo("years-of-life-lost");
        assertThat(row.get("value").asDouble()).isCloseTo(118.3925542, within(1e-7));
        assertThat(row.get("unit").asText()).isEqualTo("years");
        assertThat(row.at("/interval/method").asText()).isEqualTo("fay-feuer");
        assertThat(row.at("/details/lifeTable").asText()).isEqualTo("GBD2019_TMRLT");
    }

    @Test
    void unknown_ages_are_counted_and_bad_ones_refused() {
        String file =
                CommandRun.file(folder, "d.csv", "id,age", "1,30", "2,30", "3,不详", "4,", "5,abc", "6,131", "7,-3");
        CommandRun run = CommandRun.of("rates", "burden", file, "--age", "age", "--format", "json");
        JsonNode row = run.results().get(0);
        assertThat(row.get("value").asDouble()).isCloseTo(2 * 118.3925542, within(1e-6));
        assertThat(row.at("/details/unknownAges").asInt()).isEqualTo(2);
        assertThat(row.at("/warnings/0/code").asText()).isEqualTo("unknown-ages-spread");
        assertThat(run.json().at("/provenance/inputs/0/used").asInt()).isEqualTo(4);
        assertThat(run.json().at("/provenance/inputs/0/refused").asInt()).isEqualTo(3);
        assertThat(run.err()).contains("d.csv:6:age").contains("d.csv:8:age").doesNotContain("abc");
        CommandRun without =
                CommandRun.of("rates", "burden", file, "--age", "age", "--unknown-age", "exclude", "--format", "json");
        assertThat(without.results().get(0).get("value").asDouble()).isCloseTo(118.3925542, within(1e-7));
    }

    @Test
    void bands_counts_groups_and_an_age_limit() {
        String file = CommandRun.file(
                folder,
                "d.csv",
                "area,age,n",
                "east,30-34,2",
                "east,85+,1",
                "west,60–64,0",
                "west,0,0",
                "east,30-34,1");
        CommandRun run = CommandRun.of(
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
        assertThat(run.exit()).isZero();
        assertThat(run.results()).hasSize(4);
        JsonNode potential = run.results().get(1);
        assertThat(potential.get("statistic").asText()).isEqualTo("potential-years-of-life-lost");
        assertThat(potential.get("value").asDouble()).isEqualTo(3 * 37.5);
        assertThat(run.results().get(2).get("status").asText()).isEqualTo("zero-events");
        assertThat(run.err()).contains("an open age band has no middle");
        CommandRun start = CommandRun.of(
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
        assertThat(start.results().get(1).get("value").asDouble()).isEqualTo(3 * 40d);
    }

    @Test
    void a_table_by_sex_uses_the_sex() {
        String file = CommandRun.file(folder, "d.csv", "age,sex", "0,男", "0,2", "0,不详");
        CommandRun run = CommandRun.of(
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
        assertThat(run.results().get(0).get("value").asDouble()).isCloseTo(33.010918713 + 33.125116386, within(1e-7));
        assertThat(run.err()).contains("d.csv:4:sex: must be male or female for this life table");
    }

    @Test
    void every_interval_method_gives_a_row() {
        String file = CommandRun.file(folder, "d.csv", "age", "30", "44");
        CommandRun run = CommandRun.of("rates", "burden", file, "--age", "age", "--interval", "all", "--format", "csv");
        assertThat(run.out().lines()).hasSize(6);
    }

    @Test
    void the_working_is_given_in_chinese() {
        String file = CommandRun.file(folder, "d.csv", "age", "30");
        CommandRun run = CommandRun.chinese("rates", "burden", file, "--age", "age", "--explain");
        assertThat(run.out()).contains("早死损失寿命年").contains("寿命表: GBD2019_TMRLT");
    }

    @Test
    void rejects_wrong_usage_with_a_hint() {
        String file = CommandRun.file(folder, "d.csv", "age", "30");
        CommandRun table = CommandRun.of("rates", "burden", file, "--age", "age", "--life-table", "GBD2020");
        assertThat(table.exit()).isEqualTo(2);
        assertThat(table.err()).contains("there is no life table GBD2020").contains("GBD2010");
        CommandRun sex = CommandRun.of("rates", "burden", file, "--age", "age", "--life-table", "GBD1990");
        assertThat(sex.exit()).isEqualTo(2);
        assertThat(sex.err())
                .contains("life table GBD1990 has a column for each sex")
                .contains("--sex COL");
        CommandRun age = CommandRun.of("rates", "burden", file);
        assertThat(age.exit()).isEqualTo(2);
        assertThat(age.err()).contains("--age must be given");
        CommandRun discount = CommandRun.of("rates", "burden", file, "--age", "age", "--discount", "3");
        assertThat(discount.exit()).isEqualTo(2);
        assertThat(discount.err()).contains("discountRate must be less than 1, was 3.0");
        CommandRun point = CommandRun.of("rates", "burden", file, "--age", "age", "--age-point", "end");
        assertThat(point.err()).contains("--age-point must be one of middle, start, was end");
        CommandRun unknown = CommandRun.of("rates", "burden", file, "--age", "age", "--unknown-age", "drop");
        assertThat(unknown.err()).contains("--unknown-age must be one of redistribute, exclude, was drop");
        CommandRun none =
                CommandRun.of("rates", "burden", CommandRun.file(folder, "n.csv", "age", "x"), "--age", "age");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.err()).contains("has no row that can be used");
    }
}
