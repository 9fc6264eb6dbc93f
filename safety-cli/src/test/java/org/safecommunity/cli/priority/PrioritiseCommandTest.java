package org.safecommunity.cli.priority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class PrioritiseCommandTest {
    private static final Path TABLES = Path.of("..", "examples", "tables");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<String> texts(CliRun run, String pointer) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .map(row -> row.at(pointer).asText())
                .toList();
    }

    private static List<JsonNode> rows(CliRun run, String statistic) {
        return StreamSupport.stream(run.json().get("results").spliterator(), false)
                .filter(row -> row.get("statistic").asText().equals(statistic))
                .toList();
    }

    @Test
    void pareto_of_counts_has_traffic_falls_and_burns_as_the_vital_few() {
        CliRun run = CliRun.of(
                "risk", "prioritise", TABLES.resolve("injury-causes.csv"), "--method", "pareto", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(texts(run, "/details/cumulativeShare"))
                .containsExactly("0.43", "0.7", "0.805", "0.865", "0.91", "0.945", "0.975", "1");
        assertThat(texts(run, "/details/vitalFew")).startsWith("true", "true", "true", "false");
        CliRun last = CliRun.of(
                "risk",
                "prioritise",
                TABLES.resolve("injury-causes.csv"),
                "--method",
                "pareto",
                "--other",
                "other",
                "--format",
                "json");
        assertThat(texts(last, "/item/item")).endsWith("electric", "poisoning", "other");
    }

    @Test
    void pareto_counts_rows_where_there_are_no_amounts_and_adds_up_rows_of_one_name() {
        Path plain = TextFile.of(folder, "p.csv", "cause", "fall", "burn", "fall");
        assertThat(texts(CliRun.of("risk", "prioritise", plain, "--method", "pareto", "--format", "json"), "/value"))
                .containsExactly("2", "1");
        Path counted = TextFile.of(folder, "c.csv", "cause,n", "fall,2", "burn,4", "fall,3", "bite,x");
        CliRun run = CliRun.of("risk", "prioritise", counted, "--method", "pareto", "--count", "n", "--format", "json");
        assertThat(texts(run, "/value")).containsExactly("5", "4");
        assertThat(run.err()).contains(counted + ":5:n: must be");
    }

    @Test
    void hanlon_orders_by_the_overall_rating_and_shows_what_a_weight_would_change() {
        CliRun run = CliRun.of(
                "risk",
                "prioritise",
                TABLES.resolve("problems.csv"),
                "--method",
                "hanlon",
                "--sensitivity",
                "--format",
                "json",
                "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> ratings = rows(run, "basic-priority-rating");
        assertThat(ratings)
                .extracting(r -> r.at("/item/item").asText())
                .containsExactly("drowning", "falls of the elderly", "road traffic", "fireworks");
        assertThat(ratings.get(1).get("value").doubleValue()).isEqualTo(46);
        assertThat(ratings.get(3).at("/details/overallPriorityRating").doubleValue())
                .isZero();
        assertThat(ratings.get(3).at("/details/pearl").booleanValue()).isFalse();
        assertThat(ratings.get(1).at("/derivation/0/numbers").asText()).isEqualTo("(8 + 15) × 6 / 3");
        List<JsonNode> changes = rows(run, "rank-change");
        assertThat(changes)
                .extracting(r -> r.at("/details/summary").asText())
                .contains("If the weight of size rises from 1 past 1.471, falls of the elderly overtakes drowning.");
        assertThat(CliRun.chinese(
                                "risk",
                                "prioritise",
                                TABLES.resolve("problems.csv"),
                                "--method",
                                "hanlon",
                                "--sensitivity")
                        .out())
                .contains("size 的权重由 1 升至 1.471 以上时，falls of the elderly 超过 drowning。");
    }

    @Test
    void hanlon_refuses_ratings_out_of_range_and_problems_rated_twice() {
        Path file = TextFile.of(
                folder, "h.csv", "item,size,seriousness,effectiveness", "a,8,7,6", "b,8,11,6", "a,1,1,1", "c,11,1,1");
        CliRun run =
                CliRun.of("risk", "prioritise", file, "--method", "hanlon", "--form", "naccho", "--format", "json");
        assertThat(texts(run, "/value")).containsExactly("132");
        assertThat(run.err())
                .contains(
                        file + ":3:seriousness: must be at most 10, was \"11\"",
                        file + ":4: the item stands in an earlier row too",
                        file + ":5:size: must be at most 10");
        assertThat(run.result(0).at("/details/pearl").isNull()).isTrue();
    }

    @Test
    void burden_weighs_events_and_lists_where_data_and_register_disagree() {
        CliRun run = CliRun.of(
                "risk",
                "prioritise",
                TABLES.resolve("observed-burden.csv"),
                "--method",
                "burden",
                "--person-years",
                "62500",
                "--register",
                Path.of("..", "examples", "registers"),
                "--sensitivity",
                "--format",
                "json",
                "--explain");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> burdens = rows(run, "risk-index");
        assertThat(burdens.get(0).at("/item/item").asText()).isEqualTo("4.5.1.d");
        assertThat(burdens.get(0).get("value").doubleValue()).isEqualTo((3 + 24 + 150) * 1.6);
        assertThat(burdens.get(0).at("/interval/method").asText()).isEqualTo("garwood");
        JsonNode none = burdens.get(5);
        assertThat(none.get("value").doubleValue()).isZero();
        assertThat(none.get("status").asText()).isEqualTo("zero-events");
        assertThat(none.at("/details/rateUpper").doubleValue()).isGreaterThan(5);
        assertThat(none.at("/warnings/0/message").asText()).contains("no event was seen, which is not no risk");
        assertThat(rows(run, "disagreement"))
                .extracting(
                        r -> r.at("/item/item").asText() + " " + r.get("value").asText())
                .containsExactly(
                        "4.5.1.b low-in-data-high-in-register",
                        "4.5.1.d high-in-data-low-in-register",
                        "4.5.1.e high-in-data-low-in-register");
        assertThat(run.json().at("/provenance/options/weight.deaths").doubleValue())
                .isEqualTo(3);
        assertThat(run.err()).contains("severity weights: deaths 3, serious 2, slight 1; derived");
        assertThat(run.json().at("/provenance/inputs")).hasSize(2);
    }

    @Test
    void burden_takes_weights_and_person_years_of_ones_own() {
        Path file = TextFile.of(
                folder,
                "b.csv",
                "area,deaths,injuries,lost_days,py",
                "a,1,2,40,50000",
                "a,0,0,0,50000",
                "b,0,1,10,100000");
        CliRun run = CliRun.of(
                "risk",
                "prioritise",
                file,
                "--method",
                "burden",
                "--weights",
                "lost-days",
                "--person-years",
                "py",
                "--format",
                "json");
        assertThat(texts(run, "/value")).containsExactly("6040", "10");
        CliRun own = CliRun.of(
                "risk",
                "prioritise",
                file,
                "--method",
                "burden",
                "--weights",
                "lost-days",
                "--weight",
                "deaths=100",
                "--person-years",
                "py",
                "--format",
                "json");
        assertThat(texts(own, "/value")).containsExactly("140", "10");
    }

    @Test
    void haddon_has_twelve_cells_and_warns() {
        CliRun run =
                CliRun.of("risk", "prioritise", TABLES.resolve("haddon.csv"), "--method", "haddon", "--format", "json");
        assertThat(run.json().get("results")).hasSize(12);
        assertThat(run.json().get("warnings")).isEmpty();
        Path weak = TextFile.of(folder, "w.csv", "measure,phase,factor", "leaflet,事前,宿主", "talk,pre,hosst");
        CliRun poor = CliRun.chinese("risk", "prioritise", weak, "--method", "haddon");
        assertThat(poor.err()).contains("事后阶段没有措施", "全部措施都针对人", ":3:factor");
    }

    @Nested
    class Rejects {
        @Test
        void methods_options_and_numbers_that_do_not_fit() {
            Path file = TABLES.resolve("injury-causes.csv");
            CliRun method = CliRun.of("risk", "prioritise", file, "--method", "magic");
            assertThat(method.exitCode()).isEqualTo(2);
            assertThat(method.err()).contains("hanlon, pareto, burden, haddon");
            CliRun option = CliRun.of("risk", "prioritise", file, "--method", "pareto", "--form", "bpr");
            assertThat(option.exitCode()).isEqualTo(2);
            assertThat(option.err()).contains("--form belongs to hanlon, not to pareto");
            assertThat(CliRun.of("risk", "prioritise", file, "--method", "pareto", "--limit", "2")
                            .err())
                    .contains("--limit must be greater than 0 and at most 1, was 2.0");
            assertThat(CliRun.of("risk", "prioritise", file, "--method", "pareto", "--other", "rest")
                            .err())
                    .contains("the file has no item rest");
            assertThat(CliRun.of("risk", "prioritise", file, "--method", "burden")
                            .exitCode())
                    .isEqualTo(2);
            assertThat(CliRun.of("risk", "prioritise", file, "--method", "hanlon", "--pearl", "a,b")
                            .err())
                    .contains("--pearl needs five columns, was 2");
            CliRun column = CliRun.of("risk", "prioritise", file, "--method", "hanlon");
            assertThat(column.exitCode()).isEqualTo(2);
            assertThat(column.err()).contains("has no column size");
        }

        @Test
        void weights_that_are_not_known_or_negative() {
            Path file = TABLES.resolve("observed-burden.csv");
            assertThat(CliRun.of(
                                    "risk",
                                    "prioritise",
                                    file,
                                    "--method",
                                    "burden",
                                    "--person-years",
                                    "10",
                                    "--weight",
                                    "death=3")
                            .err())
                    .contains("deaths, serious, slight");
            assertThat(CliRun.of(
                                    "risk",
                                    "prioritise",
                                    file,
                                    "--method",
                                    "burden",
                                    "--person-years",
                                    "10",
                                    "--weight",
                                    "deaths=-3")
                            .err())
                    .contains("the weight of deaths must be a number of 0 or more, was -3.0");
            CliRun none = CliRun.of("risk", "prioritise", file, "--method", "burden", "--person-years", "0");
            assertThat(none.exitCode()).isEqualTo(2);
            assertThat(none.err()).contains("personYears must be finite and greater than 0");
        }
    }
}
