package org.safecommunity.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.SafetyCli;

/**
 * The figures of the abstract of Sun et al. (2015), doi:10.1136/bmjopen-2014-006762, from the register through the report
 * and the commands.
 */
class ShandongFiguresTest {
    private static JsonNode report = new ObjectMapper().createObjectNode();

    private static JsonNode run(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(SafetyCli.run(new PrintWriter(out), new PrintWriter(err), arguments))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @BeforeAll
    static void report() throws IOException {
        report = run("report", "shandong", "--format", "json", "--lang", "en", "--date", "2026-01-01", "--strict");
    }

    private static List<JsonNode> rows(String table) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode section : report.get("sections")) {
            for (JsonNode t : section.get("tables")) {
                if (t.get("id").asText().equals(table)) {
                    t.get("results").forEach(rows::add);
                }
            }
        }
        return rows;
    }

    /** Events and trials of the rows of some codes, added up. */
    private static long[] of(String table, String field, String... codes) {
        long events = 0;
        long trials = 0;
        for (JsonNode row : rows(table)) {
            if (List.of(codes).contains(row.at("/item/" + field).asText())) {
                events += row.at("/inputs/events").asLong();
                trials += row.at("/inputs/trials").asLong();
            }
        }
        return new long[] {events, trials};
    }

    /** A share in whole percent, by the command. */
    private static long percent(long events, long trials) throws IOException {
        JsonNode result = run(
                "rates",
                "proportion",
                "--events",
                Long.toString(events),
                "--trials",
                Long.toString(trials),
                "--format",
                "json");
        return Math.round(100 * result.at("/results/0/value").asDouble());
    }

    @Test
    void rate_is_46_with_44_to_48() {
        JsonNode rate = rows("rates").get(0);
        assertThat(rate.get("statistic").asText()).isEqualTo("crude-rate");
        assertThat(Math.round(rate.get("value").asDouble())).isEqualTo(46);
        assertThat(Math.round(rate.at("/interval/lower").asDouble())).isEqualTo(44);
        assertThat(Math.round(rate.at("/interval/upper").asDouble())).isEqualTo(48);
        assertThat(rate.at("/inputs/events").asLong()).isEqualTo(2571);
        assertThat(rate.at("/inputs/personTime").asLong()).isEqualTo(5_623_323);
    }

    @Test
    void only_the_whole_period_has_a_rate() {
        assertThat(rows("rates")).hasSize(1);
        assertThat(rows("events-by-year")).isEmpty();
        assertThat(report.findValuesAsText("statistic"))
                .containsOnlyOnce("crude-rate")
                .doesNotContain("standardised-rate");
        assertThat(report.toString()).contains("Only this total is published");
    }

    @ParameterizedTest
    @CsvSource({"admitted-survived,51", "admitted-died,9", "died-not-admitted,40"})
    void outcomes_have_the_published_shares(String outcome, long percent) throws IOException {
        long[] share = of("injuries-outcome", "outcome", outcome);
        assertThat(share[1]).isEqualTo(2571);
        assertThat(percent(share[0], share[1])).isEqualTo(percent);
    }

    @Test
    void fatality_and_admission_have_the_published_shares() throws IOException {
        long survived = of("injuries-outcome", "outcome", "admitted-survived")[0];
        long diedInside = of("injuries-outcome", "outcome", "admitted-died")[0];
        long diedOutside = of("injuries-outcome", "outcome", "died-not-admitted")[0];
        assertThat(percent(diedInside + diedOutside, 2571)).isEqualTo(49);
        assertThat(percent(diedOutside, diedInside + diedOutside)).isEqualTo(81);
        assertThat(percent(survived, survived + diedInside)).isEqualTo(85);
    }

    @Test
    void fatality_by_method_has_the_published_shares() throws IOException {
        long[] hanging = of("case-fatality", "cause", "Hanging");
        assertThat(percent(hanging[0], hanging[1])).isEqualTo(97);
        long[] poisons = of("case-fatality", "cause", "Other poison", "Poison unspec");
        assertThat(percent(poisons[0], poisons[1])).isEqualTo(7);
        long[] first = of("case-fatality", "cause", "Other poison");
        assertThat(percent(first[0], first[1])).isEqualTo(10);
    }

    @Test
    void source_licence_and_help_are_named() throws IOException {
        assertThat(report.toString()).contains("doi:10.1136/bmjopen-2014-006762", "CC0-1.0", "crisis line");
        assertThat(Files.readString(Path.of("shandong", "README.md")))
                .contains("doi:10.5061/dryad.r0v35", "CC0-1.0", "12356");
    }
}
