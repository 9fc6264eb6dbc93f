package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedEventsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private RatesRun run(String... lines) {
        return RatesRun.json(
                "crude",
                RatesRun.file(folder, "falls.csv", lines),
                "--events",
                "persons",
                "--person-time",
                "py",
                "--frequency",
                "falls",
                "--by",
                "home",
                "--per",
                "1");
    }

    @Test
    void persons_by_number_of_events_give_a_wider_interval() {
        RatesRun run = run("home,falls,persons,py", "a,1,20,1", "a,2,5,1", "a,4,2,1", "b,1,38,1", "b,none,3,1");
        JsonNode first = run.results().get(0);
        JsonNode second = run.results().get(1);
        assertThat(run.code()).isZero();
        assertThat(first.get("statistic").asText()).isEqualTo("crude-rate");
        assertThat(first.get("inputs").get("events").asInt()).isEqualTo(38);
        assertThat(first.get("interval").get("method").asText()).isEqualTo("repeated-garwood");
        assertThat(first.get("interval").get("lower").asDouble()).isCloseTo(22.708608529, within(1e-8));
        assertThat(first.get("interval").get("upper").asDouble()).isCloseTo(57.488364978, within(1e-8));
        assertThat(second.get("interval").get("lower").asDouble()).isCloseTo(26.891061645, within(1e-8));
        assertThat(run.tree()
                        .get("provenance")
                        .get("inputs")
                        .get(0)
                        .get("refused")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void rows_of_a_group_repeat_its_person_time() {
        RatesRun run = run("home,falls,persons,py", "a,1,20,100", "a,2,5,90");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("line 3", "person-time differs");
    }

    @Test
    void a_part_of_an_event_is_no_number_of_events() {
        RatesRun run = run("home,falls,persons,py", "a,1.5,20,100");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("line 2", "must be whole");
    }

    @Test
    void numbers_joined_by_commas_need_no_file() {
        RatesRun run = RatesRun.json(
                "crude", "--events", "20,5,2", "--frequency", "1,2,4", "--person-time", "1", "--per", "1");
        assertThat(run.row("crude-rate").get("interval").get("upper").asDouble())
                .isCloseTo(57.488364978, within(1e-8));
    }

    @Test
    void numbers_that_do_not_go_together_are_wrong_usage() {
        RatesRun length = RatesRun.of("crude", "--events", "3", "--person-time", "10", "--frequency", "1,2");
        RatesRun text = RatesRun.of("crude", "--events", "3", "--person-time", "10", "--frequency", "falls");
        assertThat(length.code()).isEqualTo(2);
        assertThat(length.err()).contains("--frequency has 2 values and --events 1");
        assertThat(text.code()).isEqualTo(2);
    }
}
