package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;

class PowerCommandTest {
    @Test
    void two_rates_give_the_person_time_and_its_power() {
        CliRun run =
                CliRun.of("rates", "power", "--rates", "8,6", "--per", "10000", "--power", "0.8", "--format", "json");
        assertThat(run.exitCode()).isZero();
        JsonNode size = run.result(0);
        assertThat(size.get("statistic").asText()).isEqualTo("sample-size");
        assertThat(size.get("value").asDouble()).isCloseTo(274710.790702218, within(1e-6));
        assertThat(size.get("unit").asText()).isEqualTo("person-years");
        assertThat(size.at("/details/expectedEvents1").asDouble()).isCloseTo(219.768632561774, within(1e-9));
        JsonNode power = run.result(1);
        assertThat(power.get("statistic").asText()).isEqualTo("power");
        assertThat(power.get("value").asDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(power.at("/details/exactPower").asDouble()).isCloseTo(0.78738447284287, within(1e-9));
    }

    @Test
    void person_time_gives_the_power_of_two_rates() {
        CliRun run = CliRun.of(
                "rates", "power", "--rates", "80,60", "--person-time", "274710.79,274710.79", "--format", "json");
        assertThat(run.json().get("results")).hasSize(1);
        assertThat(run.result(0).get("value").asDouble()).isCloseTo(0.8, within(1e-8));
    }

    @Test
    void two_proportions_give_sizes_rounded_up_and_the_power_of_them() {
        CliRun run = CliRun.of("rates", "power", "--proportions", "0.4,0.3", "--format", "json");
        JsonNode size = run.result(0);
        assertThat(size.get("value").asDouble()).isEqualTo(356);
        assertThat(size.at("/details/unrounded").asDouble()).isCloseTo(355.942812711625, within(1e-9));
        assertThat(size.at("/details/total").asDouble()).isEqualTo(712);
        assertThat(run.result(1).get("value").asDouble()).isBetween(0.8, 0.801);
        CliRun power = CliRun.of("rates", "power", "--proportions", "0.4,0.3", "--trials", "356", "--format", "json");
        assertThat(power.result(0).get("value")).isEqualTo(run.result(1).get("value"));
        CliRun kelsey = CliRun.of(
                "rates",
                "power",
                "--proportions",
                "0.4,0.3",
                "--method",
                "kelsey",
                "--design-effect",
                "2",
                "--format",
                "json");
        assertThat(kelsey.result(0).get("value").asDouble()).isEqualTo(715);
    }

    /** Numbers of R, as in evaluation-plan.reference.csv. */
    @Test
    void evaluations_of_projects_are_planned() {
        CliRun needed = CliRun.of(
                "rates",
                "power",
                "--level-change",
                "0.8",
                "--events-per-period",
                "30",
                "--before",
                "48",
                "--format",
                "json");
        assertThat(needed.result(0).get("statistic").asText()).isEqualTo("sample-size");
        assertThat(needed.result(0).get("value").asInt()).isEqualTo(47);
        assertThat(needed.result(0).get("unit").asText()).isEqualTo("periods");
        assertThat(needed.result(1).get("value").asDouble()).isBetween(0.8, 0.81);
        CliRun did =
                CliRun.of("rates", "power", "--did-ratio", "0.8", "--events-before", "200,400", "--format", "json");
        assertThat(did.result(0).get("value").asDouble()).isCloseTo(0.41713945953548986, within(1e-8));
        CliRun events = CliRun.of(
                "rates",
                "power",
                "--did-ratio",
                "0.8",
                "--events-before",
                "200,400",
                "--power",
                "0.8",
                "--format",
                "json");
        assertThat(events.result(0).get("unit").asText()).isEqualTo("events");
        assertThat(events.result(0).get("value").asDouble()).isGreaterThan(200);
    }

    @Test
    void labels_are_chinese_in_chinese() {
        CliRun run = CliRun.chinese("rates", "power", "--rates", "8,6", "--per", "10000", "--explain");
        assertThat(run.out()).contains("样本量").contains("检验效能").contains("人年");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--alpha 0.05; give one of --rates, --proportions, --level-change and --did-ratio",
                "--rates 8,6 --proportions 0.4,0.3; give one of --rates, --proportions, --level-change and --did-ratio",
                "--rates 8; --rates must be two numbers separated by a comma, was 8",
                "--rates 8,x; --rates must be a finite number of 0 or more, was x",
                "--rates 8,8; rate1 and rate0 must differ, were both 8",
                "--proportions 0.4,1.3; p0 must be between 0 and 1, was 1.3",
                "--proportions 0.4,0.3 --power 0; power must be between 0 and 1, was 0",
                "--proportions 0.4,0.3 --alpha 5; alpha must be between 0 and 1, was 5",
                "--proportions 0.4,0.3 --person-time 5; the size is given by --trials here",
                "--rates 8,6 --trials 5; the size is given by --person-time here",
                "--rates 8,6 --person-time 5 --power 0.9; --power and --person-time exclude one another",
                "--rates 8,6 --person-time 5,6 --ratio 2; --person-time names both groups",
                "--level-change 0.8 --did-ratio 0.8; --level-change and --did-ratio are two plans",
                "--level-change 0.8 --before 24; --level-change needs --events-per-period and --before",
                "--did-ratio 0.8; --did-ratio needs --events-before",
                "--did-ratio 0.8 --events-before 5; --events-before must be two numbers separated by a comma, was 5",
                "--level-change 1 --events-per-period 9 --before 24; levelChange must not be 1: there is nothing to find",
                "--level-change 0.9 --events-per-period 2 --before 8; more periods before are needed than 8",
                "--level-change 0.8 --events-per-period 9 --before 24 --after 9 --power 0.8; --power and --after exclude one",
                "--rates 8,6 --method fleiss; --method must be one of wald, score, was fleiss",
            })
    void rejects_wrong_usage_with_a_hint(String arguments, String message) {
        CliRun run = CliRun.of((Object[]) ("rates power " + arguments).split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSizeGreaterThan(1);
    }
}
