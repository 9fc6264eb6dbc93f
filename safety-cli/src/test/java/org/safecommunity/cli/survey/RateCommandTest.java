package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;

class RateCommandTest {
    private static final String[] HOUSEHOLDS = {
        "../examples/tables/households.csv", "--weight", "weight", "--strata", "stratum", "--cluster", "village"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "rate.reference.csv", useHeadersInDisplayName = true)
    void agrees_with_r(String domain, String level, String method, double rate, double se, double lower, double upper) {
        CliRun run = SurveyFiles.json(
                "rate",
                HOUSEHOLDS,
                "--events",
                "injuries",
                "--person-time",
                "people_years",
                "--per",
                "1000",
                "--level",
                level,
                "--interval",
                method,
                "--where",
                domain.equals("all") ? "helmet != ''" : "helmet = " + domain);
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("rate");
        assertThat(row.get("unit").asText()).isEqualTo("per 1000 person-years");
        SurveyFiles.assertNumber(row.get("value"), rate);
        SurveyFiles.assertNumber(row.get("standardError"), se);
        JsonNode limits = row.get("interval");
        assertThat(limits.get("method").asText()).isEqualTo(method);
        assertThat(limits.get("lower").asDouble()).isCloseTo(lower, within(1e-9 * Math.abs(upper)));
        SurveyFiles.assertNumber(limits.get("upper"), upper);
    }

    @Test
    void bad_rows_are_refused_and_a_domain_without_answers_is_no_data() {
        String file = SurveyFiles.file(
                folder, "rates.csv", "x,t,sex", "1,2,f", "0,2,f", "1.5,2,f", "1,-2,f", "1,0,f", ",2,m", "NA,1,m");
        CliRun run = CliRun.of(
                "survey", "rate", file, "--events", "x", "--person-time", "t", "--by", "sex", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("details").get("events").asInt()).isEqualTo(1);
        assertThat(run.result(1).get("status").asText()).isEqualTo("empty-domain");
        assertThat(run.result(1).get("value").isNull()).isTrue();
        assertThat(run.err())
                .contains(
                        "rates.csv:4:x",
                        "rates.csv:5:t: the person-time is \"-2\"",
                        "rates.csv:6:t: the person-time is \"0\", but there are events");
        assertThat(SurveyFiles.warnings(run)).contains("missing-values");
        assertThat(CliRun.of("survey", "rate", file, "--events", "x", "--person-time", "t", "--missing", "fail")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void wrong_usage_says_what_to_do() {
        CliRun run = SurveyFiles.json(
                "rate", HOUSEHOLDS, "--events", "injuries", "--person-time", "people_years", "--interval", "exact");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("gamma, log, t");
    }
}
