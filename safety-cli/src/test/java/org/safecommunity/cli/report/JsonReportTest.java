package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.workspace.Fixture;

/** Every number of the example's report is computed again from the inputs its row echoes, by formulas written here. */
class JsonReportTest {
    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.025;
    private static final Percentage SAME = Percentage.withPercentage(1e-7);

    static JsonNode report(String example, String language) {
        Fixture.Run run = Fixture.run(
                "report", "../examples/" + example, "--format", "json", "--lang", language, "--date", "2026-11-25");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"riverside", "shandong"})
    void every_estimate_follows_from_its_inputs(String example) {
        Map<String, Integer> seen = new TreeMap<>();
        for (JsonNode section : report(example, "en").get("sections")) {
            for (JsonNode table : section.get("tables")) {
                for (JsonNode row : table.get("results")) {
                    again(row);
                    seen.merge(row.get("statistic").asText(), 1, Integer::sum);
                }
            }
        }
        if (example.equals("riverside")) {
            assertThat(seen)
                    .containsEntry("crude-rate", 9)
                    .containsEntry("standardised-rate", 9)
                    .containsEntry("proportion", 68)
                    .containsEntry("score", 16)
                    .containsEntry("state", 12);
        } else {
            assertThat(seen).containsEntry("crude-rate", 1).doesNotContainKey("standardised-rate");
        }
    }

    private static void again(JsonNode row) {
        switch (row.get("statistic").asText()) {
            case "proportion" -> proportion(row);
            case "crude-rate" -> crude(row);
            case "standardised-rate" -> standardised(row);
            case "score" -> score(row);
            case "population" -> population(row);
            case "rows" ->
                assertThat(row.get("value").asLong())
                        .isEqualTo(row.at("/details/used").asLong()
                                + row.at("/details/refused").asLong());
            case "accidents", "risks", "events" ->
                assertThat(row.get("value").isIntegralNumber()).isTrue();
            case "finding" -> assertThat(row.at("/details/severity").asText()).isEqualTo("info");
            case "state" -> assertThat(row.get("value").asText()).isIn("met", "partly", "not-met", "not-assessed");
            case "chain" -> assertThat(row.get("value").asText()).isIn("closed", "reason");
            case "measured" -> progress(row);
            case "change" -> change(row);
            case "plans", "entries", "activities" ->
                assertThat(row.get("value").isIntegralNumber()).isTrue();
            case "points" ->
                assertThat(row.at("/details/share").asDouble())
                        .isCloseTo(
                                row.get("value").asDouble()
                                        / row.at("/details/maximum").asDouble(),
                                org.assertj.core.data.Offset.offset(1e-6));
            case "points-to-win" ->
                assertThat(row.get("value").asDouble())
                        .isCloseTo(
                                row.at("/details/maximum").asDouble()
                                        - row.at("/details/points").asDouble(),
                                org.assertj.core.data.Offset.offset(1e-9));
            default -> throw new AssertionError("no check for " + row.get("statistic"));
        }
    }

    private static void progress(JsonNode row) {
        double base = row.at("/details/base").asDouble();
        double target = row.at("/details/target").asDouble();
        assertThat(row.at("/details/done").asDouble())
                .isCloseTo((row.get("value").asDouble() - base) / (target - base), SAME);
    }

    private static void change(JsonNode row) {
        double before = row.at("/details/before").asDouble();
        if (!row.get("value").isNull()) {
            assertThat(row.get("value").asDouble())
                    .isCloseTo(row.at("/details/after").asDouble() / before - 1, SAME);
        }
    }

    private static void proportion(JsonNode row) {
        double x = row.at("/inputs/events").asDouble();
        double n = row.at("/inputs/trials").asDouble();
        assertThat(row.get("value").asDouble()).isCloseTo(x / n, SAME);
        double centre = (x + Z * Z / 2) / (n + Z * Z);
        double half = Z / (n + Z * Z) * Math.sqrt(x * (n - x) / n + Z * Z / 4);
        limits(row, "wilson", Math.max(0, centre - half), Math.min(1, centre + half));
        worked(row);
    }

    private static void crude(JsonNode row) {
        double x = row.at("/inputs/events").asDouble();
        double t = row.at("/inputs/personTime").asDouble();
        double m = row.at("/inputs/multiplier").asDouble();
        assertThat(row.get("value").asDouble()).isCloseTo(x / t * m, SAME);
        limits(row, "garwood", quantile(2 * x, TAIL) / 2 / t * m, quantile(2 * x + 2, 1 - TAIL) / 2 / t * m);
        worked(row);
    }

    private static void standardised(JsonNode row) {
        JsonNode events = row.at("/inputs/stratumEvents");
        JsonNode time = row.at("/inputs/stratumPersonTime");
        JsonNode weight = row.at("/inputs/stratumWeight");
        double m = row.at("/inputs/multiplier").asDouble();
        double total = 0;
        for (JsonNode w : weight) {
            total += w.asDouble();
        }
        double rate = 0;
        double variance = 0;
        double largest = 0;
        long sum = 0;
        for (int i = 0; i < weight.size(); i++) {
            double c = weight.get(i).asDouble() / total / time.get(i).asDouble();
            rate += c * events.get(i).asDouble();
            variance += c * c * events.get(i).asDouble();
            largest = Math.max(largest, c);
            sum += events.get(i).asLong();
        }
        assertThat(events).hasSize(18);
        assertThat(row.get("value").asDouble()).isCloseTo(rate * m, SAME);
        assertThat(row.at("/inputs/events").asLong()).isEqualTo(sum);
        double above = rate + largest;
        double spread = variance + largest * largest;
        limits(
                row,
                "fay-feuer",
                variance / (2 * rate) * quantile(2 * rate * rate / variance, TAIL) * m,
                spread / (2 * above) * quantile(2 * above * above / spread, 1 - TAIL) * m);
        worked(row);
    }

    private static void score(JsonNode row) {
        BigDecimal product = BigDecimal.ONE;
        for (JsonNode factor : row.get("inputs")) {
            product = product.multiply(factor.decimalValue());
        }
        assertThat(row.get("value").decimalValue()).isEqualByComparingTo(product);
        worked(row);
    }

    private static void population(JsonNode row) {
        assertThat(row.get("value").asLong())
                .isEqualTo(row.at("/details/male").asLong()
                        + row.at("/details/female").asLong());
    }

    private static double quantile(double df, double p) {
        return df == 0 ? 0 : ChiSquaredDistribution.of(df).inverseCumulativeProbability(p);
    }

    private static void limits(JsonNode row, String method, double lower, double upper) {
        assertThat(row.at("/interval/method").asText()).isEqualTo(method);
        assertThat(row.at("/interval/level").asDouble()).isEqualTo(0.95);
        assertThat(row.at("/interval/lower").asDouble()).isCloseTo(lower, within(Math.max(1e-12, lower * 1e-7)));
        assertThat(row.at("/interval/upper").asDouble()).isCloseTo(upper, within(upper * 1e-7));
    }

    private static void worked(JsonNode row) {
        assertThat(row.get("derivation")).as(row.toString()).isNotEmpty();
    }

    @Test
    void counts_of_different_tables_agree() {
        JsonNode report = report("riverside", "en");
        long records = sum(table(report, "injuries-month"), "/inputs/events");
        assertThat(records).isEqualTo(2289);
        for (String id : Set.of("injuries-cause", "injuries-place", "injuries-outcome", "injuries-age")) {
            assertThat(sum(table(report, id), "/inputs/events")).as(id).isEqualTo(records);
        }
        assertThat(sum(table(report, "case-fatality"), "/inputs/trials")).isEqualTo(records);
        assertThat(sum(table(report, "accidents-domain"), "/value"))
                .isEqualTo(sum(table(report, "accidents-grade"), "/value"))
                .isEqualTo(85);
        assertThat(sum(table(report, "risks-colour"), "/value"))
                .isEqualTo(table(report, "risks-list").size());
        long both = 0;
        long single = 0;
        for (JsonNode row : table(report, "rates")) {
            long events = row.at("/inputs/events").asLong();
            if (row.at("/group/sex").asText().equals("both")) {
                both += events;
            } else {
                single += events;
            }
        }
        assertThat(both).isEqualTo(single).isEqualTo(2 * records);
    }

    @Test
    void sections_of_the_report_are_there_in_order() {
        for (String example : new String[] {"riverside", "shandong"}) {
            Set<String> ids = new TreeSet<>();
            StringBuilder order = new StringBuilder();
            for (JsonNode section : report(example, "zh").get("sections")) {
                ids.add(section.get("id").asText());
                order.append(section.get("id").asText()).append(' ');
            }
            String programme = "goals chain emergency participation registers assessment ";
            assertThat(order.toString())
                    .isEqualTo("profile data injuries rates accidents risks dangers survey elements "
                            + (example.equals("riverside") ? programme : ""));
            assertThat(ids).hasSize(example.equals("riverside") ? 15 : 9);
        }
    }

    static JsonNode table(JsonNode report, String id) {
        for (JsonNode section : report.get("sections")) {
            for (JsonNode table : section.get("tables")) {
                if (table.get("id").asText().equals(id)) {
                    return table.get("results");
                }
            }
        }
        throw new AssertionError("no table " + id);
    }

    private static long sum(JsonNode rows, String path) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.at(path).asLong();
        }
        return sum;
    }
}
