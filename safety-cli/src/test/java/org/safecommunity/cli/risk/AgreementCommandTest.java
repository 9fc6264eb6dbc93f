package org.safecommunity.cli.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class AgreementCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void two_raters_give_kappa_with_interval_and_test() {
        CliRun run = run(contingency(), "--method", "cohen");
        assertThat(run.exitCode()).isZero();
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("agreement");
        assertThat(row.get("value").asDouble()).isCloseTo(0.4, within(1e-12));
        assertThat(row.at("/interval/lower").asDouble()).isCloseTo(0.15109229048, within(1e-9));
        assertThat(row.at("/interval/upper").asDouble()).isCloseTo(0.64890770952, within(1e-9));
        assertThat(row.at("/test/method").asText()).isEqualTo("kappa-zero");
        assertThat(row.get("n").asInt()).isEqualTo(50);
        assertThat(row.at("/details/method").asText()).isEqualTo("cohen");
    }

    @ParameterizedTest
    @CsvSource({"nominal,0.691358", "ordinal,0.806721", "interval,0.810845"})
    void missing_ratings_are_allowed_by_krippendorff(String metric, double value) {
        String file = transposed(
                "k.csv",
                "* * * * * 3 4 1 2 1 1 3 3 * 3",
                "1 * 2 1 3 3 4 3 * * * * * * *",
                "* * 2 1 3 4 4 * 2 1 1 3 3 * 4");
        CliRun run = run(file, "--method", "krippendorff", "--metric", metric, "--resamples", "200");
        JsonNode row = run.result(0);
        assertThat(row.get("value").asDouble()).isCloseTo(value, within(1e-6));
        assertThat(row.at("/interval/method").asText()).isEqualTo("bootstrap-percentile");
        assertThat(row.at("/details/itemsLeftOut").asInt()).isEqualTo(3);
        assertThat(run.err()).contains("missing ratings: 18");
        assertThat(run(file, "--method", "krippendorff", "--metric", metric, "--resamples", "200")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void counts_by_category_are_enough_for_fleiss_and_krippendorff() {
        String[] rows = {
            "0 0 0 0 14",
            "0 2 6 4 2",
            "0 0 3 5 6",
            "0 3 9 2 0",
            "2 2 8 1 1",
            "7 7 0 0 0",
            "3 2 6 3 0",
            "2 5 3 2 2",
            "6 5 2 1 0",
            "0 2 2 3 7"
        };
        List<String> lines = new ArrayList<>(List.of("item,1,2,3,4,5"));
        for (int i = 0; i < rows.length; i++) {
            lines.add("h" + i + "," + rows[i].replace(' ', ','));
        }
        String file = file("f.csv", lines.toArray(String[]::new));
        JsonNode fleiss = run(file, "--method", "fleiss", "--layout", "counts").result(0);
        assertThat(fleiss.get("value").asDouble()).isCloseTo(0.209930704422, within(1e-12));
        assertThat(fleiss.get("standardError").asDouble()).isCloseTo(0.016965069224, within(1e-12));
        JsonNode alpha = run(file, "--method", "krippendorff", "--layout", "counts", "--metric", "ordinal")
                .result(0);
        assertThat(alpha.get("value").asDouble()).isBetween(0.2, 0.9);
        assertThat(alpha.at("/details/ratings").asInt()).isEqualTo(140);
    }

    @Test
    void rankings_give_kendalls_w() {
        String file = transposed("w.csv", "5 4 4 3 2 1", "5 5 3 3 2 1", "4 5 3 2 2 1");
        JsonNode row = run(file, "--method", "kendall-w").result(0);
        assertThat(row.get("value").asDouble()).isCloseTo(0.943894, within(1e-6));
        assertThat(row.at("/test/statistic").asDouble()).isCloseTo(14.1584, within(1e-4));
        assertThat(row.at("/test/pValue").asDouble()).isCloseTo(0.014634, within(1e-6));
        assertThat(row.at("/test/df/0").asDouble()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"icc1-1,0.1657", "icc2-1,0.2898", "icc3-1,0.7148", "icc1-k,0.4428", "icc2-k,0.6201", "icc3-k,0.9093"})
    void scores_give_each_form_of_the_intraclass_correlation(String form, double value) {
        String file = file("i.csv", "a,b,c,d", "9,2,5,8", "6,1,3,2", "8,4,6,8", "7,1,2,6", "10,5,6,9", "6,2,4,7");
        JsonNode row = run(file, "--method", "icc", "--form", form).result(0);
        assertThat(row.get("value").asDouble()).isCloseTo(value, within(5e-5));
        assertThat(row.at("/inputs/raters").asInt()).isEqualTo(4);
        assertThat(row.at("/interval/method").asText()).isEqualTo("f");
    }

    @Test
    void a_numeric_first_column_names_items_only_when_told_so() {
        String file = file("n.csv", "no,a,b", "1,1,1", "2,2,2", "3,1,2", "4,2,2");
        assertThat(run(file, "--method", "kendall-w")
                        .result(0)
                        .at("/inputs/raters")
                        .asInt())
                .isEqualTo(3);
        JsonNode named = run(file, "--method", "kendall-w", "--item", "no").result(0);
        assertThat(named.at("/inputs/raters").asInt()).isEqualTo(2);
        JsonNode chosen = run(file, "--method", "cohen", "--raters", "a,b").result(0);
        assertThat(chosen.get("value").asDouble()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void words_need_an_order_for_weights() {
        String file = file("o.csv", "item,a,b", "x,低,低", "y,中,高", "z,高,高", "u,低,中", "v,低,低", "w,中,中", "t,极高,高");
        CliRun without = run(file, "--method", "weighted-kappa");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .contains("needs to know the order of the categories")
                .contains("--categories");
        CliRun with = run(file, "--method", "weighted-kappa", "--categories", "低,中,高");
        assertThat(with.exitCode()).isZero();
        assertThat(with.result(0).at("/details/weights").asText()).isEqualTo("linear");
        assertThat(with.result(0).get("n").asInt()).isEqualTo(6);
        assertThat(with.err()).contains("o.csv:8:a: is none of the categories").doesNotContain("极高");
        assertThat(with.json().at("/provenance/inputs/0/refused").asInt()).isEqualTo(1);
    }

    @Test
    void undefined_agreement_has_a_status() {
        String file = file("u.csv", "item,a,b", "x,1,1", "y,1,1");
        JsonNode row = run(file, "--method", "cohen").result(0);
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("status").asText()).isEqualTo("no-variation");
    }

    @Test
    void cells_that_are_no_numbers_are_refused_where_numbers_are_needed() {
        String file = file("b.csv", "a,b", "1,2", "2,two", "3,3", ",4", "5,5");
        CliRun run = run(file, "--method", "icc", "--item", "a", "--raters", "a,b");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("b.csv:3:b: must be a number, was a text of 3 characters");
        assertThat(run.result(0).get("n").asInt()).isEqualTo(3);
        assertThat(run.result(0).at("/warnings/0/code").asText()).isEqualTo("items-left-out");
    }

    @Test
    void the_working_is_given_in_chinese() {
        CliRun run = CliRun.chinese("risk", "agreement", contingency(), "--explain");
        assertThat(run.out()).contains("一致性").contains("观察一致率").contains("Cohen κ 系数");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--method kappa; --method must be one of cohen, weighted-kappa, fleiss, krippendorff, kendall-w, icc",
                "--layout long; --layout must be one of ratings, counts, was long",
                "--layout counts; method cohen needs the ratings of each rater",
                "--level 95; --level must be between 0 and 1, was 95",
                "--method weighted-kappa --weights cubic; --weights must be one of linear, quadratic, was cubic",
                "--method krippendorff --metric circular; --metric must be one of nominal, ordinal, interval, ratio",
                "--method icc --form icc4-1; --form must be one of icc1-1, icc2-1, icc3-1, icc1-k, icc2-k, icc3-k",
                "--method krippendorff --resamples 5; resamples must be from 100 to 1000000, was 5",
                "--raters a; method cohen needs two raters, was 1",
                "--raters a,c; has no column c",
                "--categories 1,1; categories must be different",
            })
    void rejects_wrong_usage_with_a_hint(String arguments, String message) {
        CliRun run = run(contingency(), arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void three_raters_are_too_many_for_kappa_and_one_column_too_few() {
        String three = file("t.csv", "item,a,b,c", "x,1,1,2", "y,2,1,2");
        assertThat(run(three, "--method", "cohen").err()).contains("method cohen needs two raters, was 3");
        String one = file("s.csv", "item,a", "x,1");
        CliRun run = run(one, "--method", "cohen");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has fewer than two columns of ratings");
        assertThat(CliRun.of("risk", "agreement").err()).contains("FILE must be given");
        String empty = file("e.csv", "item,a,b", "x,*,*");
        CliRun none = run(empty, "--method", "cohen");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("has no rating");
    }

    private CliRun run(String file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("risk", "agreement", file, "--format", "json"));
        arguments.addAll(List.of(options));
        return CliRun.of(arguments.toArray());
    }

    /** 20, 5, 10 and 15 items. */
    private String contingency() {
        List<String> lines = new ArrayList<>(List.of("item,a,b"));
        int[] counts = {20, 5, 10, 15};
        for (int cell = 0; cell < 4; cell++) {
            for (int i = 0; i < counts[cell]; i++) {
                lines.add("h" + cell + "-" + i + "," + (1 + cell / 2) + "," + (1 + cell % 2));
            }
        }
        return file("c.csv", lines.toArray(String[]::new));
    }

    /** A file of items in rows from a line a rater. */
    private String transposed(String name, String... raters) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder("item");
        for (int j = 0; j < raters.length; j++) {
            header.append(",r").append(j);
        }
        lines.add(header.toString());
        for (int i = 0; i < raters[0].split(" ").length; i++) {
            StringBuilder line = new StringBuilder("h" + i);
            for (String rater : raters) {
                line.append(',').append(rater.split(" ")[i]);
            }
            lines.add(line.toString());
        }
        return file(name, lines.toArray(String[]::new));
    }

    private String file(String name, String... lines) {
        return TextFile.of(folder, name, lines).toString();
    }
}
