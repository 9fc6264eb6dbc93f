package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmrCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String doctors() {
        return RatesRun.file(
                folder,
                "doctors.csv",
                "age,deaths,py,ref_deaths,ref_py",
                "35-44,32,52407,2,18790",
                "45-54,104,43248,12,10673",
                "55-64,206,28612,28,5710",
                "65-74,186,12663,28,2585",
                "75-84,102,5317,31,1462");
    }

    private static String[] arguments(String file, String... more) {
        java.util.List<String> all = new java.util.ArrayList<>(
                java.util.List.of("smr", file, "--events", "deaths", "--person-time", "py", "--stratum", "age"));
        all.addAll(java.util.List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void two_numbers_give_the_ratio() {
        RatesRun run = RatesRun.json("smr", "--events", "12", "--expected", "7.5");
        JsonNode row = run.row("smr");
        assertThat(run.code()).isZero();
        assertThat(row.get("value").asDouble()).isEqualTo(1.6);
        assertThat(row.get("interval").get("method").asText()).isEqualTo("garwood");
        assertThat(row.get("interval").get("upper").asDouble()).isCloseTo(2.79487800642, within(1e-11));
        assertThat(row.get("test").get("method").asText()).isEqualTo("exact-poisson");
        assertThat(row.get("details").get("expected").asDouble()).isEqualTo(7.5);
    }

    @Test
    void reference_counts_of_a_file() {
        RatesRun run = RatesRun.json(
                arguments(doctors(), "--reference-events", "ref_deaths", "--reference-person-time", "ref_py"));
        assertThat(run.row("smr").get("value").asDouble()).isCloseTo(1.417609253, within(1e-9));
        assertThat(run.row("smr").get("details").get("expected").asDouble()).isCloseTo(444.410191782, within(1e-9));
    }

    @Test
    void every_method_has_its_row() {
        RatesRun run = RatesRun.json("smr", "--events", "12", "--expected", "7.5", "--interval", "all");
        assertThat(run.results()).hasSize(4);
        assertThat(run.results().get(3).get("interval").get("method").asText()).isEqualTo("log-wald");
    }

    @Test
    void groups_are_matched_by_value_and_a_missing_stratum_is_named() {
        String file = RatesRun.file(
                folder,
                "two.csv",
                "area,age,deaths,py,rate",
                "north,young,2,1000,150",
                "north,old,9,500,900",
                "south,old,4,400,900",
                "east,old,4,400,900",
                "east,young,1,1000,150");
        RatesRun run =
                RatesRun.json(arguments(file, "--by", "area", "--reference-rate", "rate", "--reference-per", "100000"));
        assertThat(run.code()).isZero();
        JsonNode north = run.results().get(0);
        JsonNode south = run.results().get(1);
        JsonNode east = run.results().get(2);
        assertThat(north.get("value").asDouble()).isCloseTo(11 / (1.5 + 4.5), within(1e-12));
        assertThat(south.get("value").isNull()).isTrue();
        assertThat(south.get("status").asText()).isEqualTo("no-person-time");
        assertThat(south.get("details").get("strata").get(0).asText()).isEqualTo("young");
        assertThat(east.get("value").asDouble()).isCloseTo(5 / (3.6 + 1.5), within(1e-12));
        assertThat(run.tree().get("warnings").get(0).get("code").asText()).isEqualTo("smr-not-comparable");
    }

    @Test
    void rates_per_hundred_thousand_without_saying_so_are_warned_of() {
        String file = RatesRun.file(folder, "r.csv", "age,deaths,py,rate", "young,2,1000,150");
        RatesRun run = RatesRun.json(arguments(file, "--reference-rate", "rate"));
        assertThat(run.tree().get("warnings").get(0).get("code").asText()).isEqualTo("reference-rate-above-one");
    }

    @Test
    void a_bad_row_is_refused_and_the_others_are_used() {
        String file = RatesRun.file(
                folder, "bad.csv", "age,deaths,py,rate", "young,2,1000,0.002", "old,many,10,0.1", "old,1,10,0.1");
        RatesRun run = RatesRun.json(arguments(file, "--reference-rate", "rate"));
        JsonNode input = run.tree().get("provenance").get("inputs").get(0);
        assertThat(run.code()).isZero();
        assertThat(input.get("rows").asInt()).isEqualTo(3);
        assertThat(input.get("used").asInt()).isEqualTo(2);
        assertThat(input.get("refused").asInt()).isEqualTo(1);
        assertThat(run.row("smr").get("value").asDouble()).isEqualTo(1);
        assertThat(RatesRun.json(arguments(file, "--reference-rate", "rate", "--strict"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void wrong_usage_is_two_with_a_hint() {
        assertThat(RatesRun.of("smr", "--events", "12").code()).isEqualTo(2);
        RatesRun none = RatesRun.of(arguments(doctors()));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--reference-rate");
        RatesRun half = RatesRun.of(arguments(doctors(), "--reference-events", "ref_deaths"));
        assertThat(half.code()).isEqualTo(2);
        RatesRun per = RatesRun.of(arguments(doctors(), "--reference-rate", "ref_py", "--reference-per", "0"));
        assertThat(per.code()).isEqualTo(2);
        RatesRun method = RatesRun.of("smr", "--events", "12", "--expected", "7.5", "--interval", "score");
        assertThat(method.code()).isEqualTo(2);
        assertThat(method.err()).contains("garwood, byar, mid-p, log-wald");
    }

    @Test
    void events_without_person_time_are_an_error_that_names_the_stratum() {
        String file = RatesRun.file(folder, "z.csv", "age,deaths,py,rate", "young,2,0,0.1", "old,1,5,0.1");
        RatesRun run = RatesRun.of(arguments(file, "--reference-rate", "rate"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("young");
    }

    @Test
    void bands_that_overlap_are_refused() {
        String file = RatesRun.file(folder, "o.csv", "age,deaths,py,rate", "0-17,2,10,0.1", "0-4,1,5,0.1");
        RatesRun run = RatesRun.of(arguments(file, "--reference-rate", "rate"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("0-17", "0-4");
    }

    @Test
    void help_names_the_options() {
        assertThat(RatesRun.of("smr", "--help").out()).contains("--reference-rate", "--reference-per");
    }
}
