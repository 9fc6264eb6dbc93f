package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.workspace.Fixture;

/** A report for publication: no small count is shown anywhere, and none can be worked out from what is shown. */
class WithheldTest {
    private static final int BELOW = 5;
    private static final String MORE = """
            accidents: {file: accidents.csv}
            survey:
              file: survey.csv
              design: simple-random
              questions:
                - {column: q1, text: "Rare?", kind: knowledge, positive: ["yes"], options: ["yes", "no"]}
                - {column: q2, text: "Often?", kind: knowledge, positive: ["yes"], options: ["yes", "no"]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Fixture fixture;

    /** Records in which some causes, places, outcomes, ages, months and strata are rare. */
    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void workspace() {
        StringBuilder csv = new StringBuilder("record_id,sex,age,date,cause,place,outcome\n");
        int id = 0;
        int[][] groups = {
            // sex, age, year, month, cause, place, outcome, records
            {0, 30, 2023, 3, 3, 1, 1, 24},
            {0, 31, 2023, 4, 1, 5, 1, 11},
            {0, 32, 2024, 5, 1, 5, 4, 17},
            {0, 62, 2024, 6, 3, 1, 4, 14},
            {0, 63, 2024, 7, 4, 3, 1, 9},
            {1, 64, 2024, 8, 3, 1, 1, 21},
            {1, 30, 2023, 9, 10, 1, 5, 3},
            {1, 65, 2024, 10, 3, 2, 5, 2},
            {0, 85, 2024, 11, 1, 5, 5, 1},
            {1, 70, 2024, 12, 6, 6, 1, 8},
        };
        for (int[] g : groups) {
            for (int i = 0; i < g[7]; i++) {
                id++;
                csv.append(String.format(
                        java.util.Locale.ROOT,
                        "%d,%s,%d,%d-%02d-01,%d,%d,%d%n",
                        id,
                        g[0] == 0 ? "male" : "female",
                        g[1],
                        g[2],
                        g[3],
                        g[4],
                        g[5],
                        g[6]));
            }
        }
        StringBuilder population = new StringBuilder("year,sex,age_group,persons\n");
        for (int year = 2023; year <= 2024; year++) {
            for (String sex : new String[] {"male", "female"}) {
                for (int low = 0; low <= 85; low += 5) {
                    population.append(year).append(',').append(sex).append(',');
                    population.append(low == 85 ? "85+" : low + "-" + (low + 4)).append(",1000\n");
                }
            }
        }
        StringBuilder accidents = new StringBuilder(
                "record_id,domain,date,deaths,serious_injuries,minor_injuries,direct_loss_10k_yuan\n");
        for (int i = 0; i < 40; i++) {
            String domain = i < 20 ? "traffic" : i < 32 ? "fire" : i < 38 ? "public-security" : "production";
            accidents.append(i).append(',').append(domain).append(i % 3 == 0 ? ",2023-01-01," : ",2024-01-01,");
            accidents
                    .append(i == 5 ? 2 : 0)
                    .append(',')
                    .append(i % 4 == 0 ? 1 : 0)
                    .append(",0,1\n");
        }
        StringBuilder survey = new StringBuilder("q1,q2\n");
        for (int i = 0; i < 50; i++) {
            survey.append(i < 2 ? "yes," : "no,").append(i < 30 ? "yes\n" : "no\n");
        }
        fixture = Fixture.valid(folder)
                .file("injuries.csv", csv.toString())
                .file("population.csv", population.toString())
                .file("accidents.csv", accidents.toString())
                .file("survey.csv", survey.toString());
    }

    private JsonNode published() {
        Fixture.Run run =
                fixture.more(MORE + "publication: {suppress-below: 5}\n").report();
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private JsonNode internal() {
        return fixture.more(MORE).report().json();
    }

    /** Every count of people or accidents that a report shows: row and number. */
    private static Map<String, Long> counts(JsonNode report) {
        Map<String, Long> counts = new HashMap<>();
        for (JsonNode section : report.get("sections")) {
            if (List.of("profile", "data", "elements")
                    .contains(section.get("id").asText())) {
                continue;
            }
            for (JsonNode table : section.get("tables")) {
                for (JsonNode row : table.get("results")) {
                    String key = table.get("id").asText() + row.get("group") + row.get("item") + row.get("statistic");
                    put(counts, key + " events", row.at("/inputs/events"));
                    put(counts, key + " rest", row.at("/details/deaths"));
                    put(counts, key + " serious", row.at("/details/seriousInjuries"));
                    for (JsonNode stratum : row.at("/inputs/stratumEvents")) {
                        put(counts, key + " stratum " + counts.size(), stratum);
                    }
                    if (row.get("statistic").asText().equals("accidents")) {
                        put(counts, key, row.get("value"));
                    }
                    if (row.has("inputs") && row.get("inputs").has("trials")) {
                        long not = row.at("/inputs/trials").asLong()
                                - row.at("/inputs/events").asLong();
                        counts.put(key + " not", not);
                    }
                }
            }
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, String key, JsonNode n) {
        if (n.isIntegralNumber()) {
            counts.put(key, n.asLong());
        }
    }

    @Test
    void small_counts_are_there_without_the_rule_and_gone_with_it() {
        assertThat(counts(internal()).values()).anyMatch(WithheldTest::small);
        Map<String, Long> shown = counts(published());
        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(shown)
                .allSatisfy((key, n) -> assertThat(small(n)).as(key + " " + n).isFalse());
    }

    private static boolean small(long n) {
        return n > 0 && n < BELOW;
    }

    @Test
    void hidden_rows_hold_nothing_that_tells_their_count() {
        int hidden = 0;
        for (JsonNode section : published().get("sections")) {
            for (JsonNode table : section.get("tables")) {
                for (JsonNode row : table.get("results")) {
                    if (row.path("status").asText().equals("suppressed")) {
                        hidden++;
                        assertThat(row.get("value").isNull()).isTrue();
                        assertThat(row.has("interval")).isFalse();
                        assertThat(row.has("standardError")).isFalse();
                        assertThat(row.path("inputs")).isEmpty();
                        assertThat(row.path("details")).isEmpty();
                        assertThat(row.get("derivation")).isEmpty();
                    }
                }
            }
        }
        assertThat(hidden).isGreaterThan(10);
    }

    /** The records of a table are known in all, and zeros are shown: what is left for the hidden rows must leave a choice. */
    @Test
    void rest_of_a_table_does_not_tell_a_hidden_row() {
        JsonNode report = published();
        int all = 0;
        for (String id :
                List.of("injuries-cause", "injuries-place", "injuries-outcome", "injuries-age", "injuries-month")) {
            long rest = 110;
            int hidden = 0;
            for (JsonNode row : JsonReportTest.table(report, id)) {
                rest -= row.at("/inputs/events").asLong();
                hidden += row.get("value").isNull() ? 1 : 0;
            }
            assertThat(hidden).as(id).isNotEqualTo(1);
            assertThat(rest).as(id).isGreaterThanOrEqualTo(hidden == 0 ? 0 : hidden + BELOW - 1);
            all += hidden;
        }
        assertThat(all).isGreaterThan(8);
    }

    @Test
    void sexes_and_years_do_not_tell_each_other() {
        Map<String, Long> known = new HashMap<>();
        for (JsonNode row : JsonReportTest.table(published(), "rates")) {
            if (row.get("statistic").asText().equals("crude-rate")
                    && !row.get("value").isNull()) {
                known.put(
                        row.at("/group/year").asText() + row.at("/group/sex").asText(),
                        row.at("/inputs/events").asLong());
            }
        }
        assertThat(known).doesNotContainKey("2023female");
        assertThat(known.containsKey("2023male") && known.containsKey("2023both"))
                .isFalse();
        boolean otherYear =
                known.containsKey("2024both") || known.keySet().containsAll(List.of("2024male", "2024female"));
        assertThat(known.containsKey("2023both") || otherYear).isTrue();
        assertThat(known.containsKey("2023male") && otherYear).isFalse();
    }

    @Test
    void standardised_rates_do_not_carry_their_strata() {
        int rates = 0;
        for (JsonNode row : JsonReportTest.table(published(), "rates")) {
            assertThat(row.path("inputs").has("stratumEvents")).isFalse();
            if (row.get("statistic").asText().equals("standardised-rate")
                    && !row.get("value").isNull()) {
                rates++;
                assertThat(row.get("value").asText()).matches("\\d+(\\.\\d)?");
                assertThat(row.at("/interval/upper").asText()).matches("\\d+(\\.\\d)?");
                assertThat(row.has("standardError")).isFalse();
                assertThat(row.get("derivation").toString()).doesNotContain("\"value\"");
            }
        }
        assertThat(rates).isPositive();
    }

    @Test
    void deaths_of_accidents_are_hidden_with_their_total() {
        JsonNode report = published();
        assertThat(report.get("summary").toString()).contains("40 accidents", "number of deaths withheld");
        assertThat(internal().get("summary").toString())
                .contains("Accidents recorded in the four domains: 40, deaths: 2");
    }

    @Test
    void hidden_rows_are_not_ranked_by_size() {
        List<Integer> order = new ArrayList<>();
        JsonReportTest.table(published(), "injuries-cause")
                .forEach(row -> order.add(row.at("/item/cause").asInt()));
        assertThat(order).isSorted();
        List<Integer> internal = new ArrayList<>();
        JsonReportTest.table(internal(), "injuries-cause")
                .forEach(row -> internal.add(row.at("/item/cause").asInt()));
        assertThat(internal).isNotEqualTo(order).containsExactlyInAnyOrderElementsOf(order);
    }

    @Test
    void page_and_charts_hide_what_the_data_hide() throws IOException {
        JsonNode report = published();
        Path out = folder.resolve("out.html");
        Fixture.run("report", folder.toString(), "--lang", "en", "--date", Fixture.DAY, "--output", out.toString());
        String page = Files.readString(out);
        assertThat(page).contains("For publication counts from 1 to below 5 are withheld");
        for (String id : List.of("injuries-cause", "injuries-age", "injuries-month", "injuries-place")) {
            String figure = page.substring(page.indexOf("<figure id=\"" + id + "\">"));
            figure = figure.substring(0, figure.indexOf("</figure>"));
            String chart = figure.substring(figure.indexOf("<svg"), figure.indexOf("</svg>"));
            int hidden = 0;
            TreeSet<String> shown = new TreeSet<>();
            for (JsonNode row : JsonReportTest.table(report, id)) {
                if (row.get("value").isNull()) {
                    hidden++;
                } else {
                    shown.add(row.at("/inputs/events").asText());
                }
            }
            assertThat(chart.split(">\\*<", -1)).as(id).hasSize(hidden + 1);
            assertThat(figure.split("<td class=\"n\">\\*</td><td class=\"n\">\\*</td>", -1))
                    .hasSize(hidden + 1);
            for (String n : shown) {
                assertThat(chart).contains(">" + n + "<");
            }
        }
    }

    @Test
    void findings_are_counted_and_not_told_one_by_one() {
        Fixture.Run run = fixture.file(
                        "injuries.csv", "record_id,sex,age,date,cause\n1,male,三十,2024-03-01,3\n2,male,9,2024-03-01,3\n")
                .more(MORE + "publication: {suppress-below: 5}\n")
                .report();
        assertThat(run.out()).doesNotContain("三十", "injuries.csv:2").contains("not-an-age");
        JsonNode row = JsonReportTest.table(run.json(), "findings").get(0);
        assertThat(row.get("value").asInt()).isEqualTo(1);
    }
}
