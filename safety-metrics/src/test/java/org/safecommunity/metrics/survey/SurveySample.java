package org.safecommunity.metrics.survey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.safecommunity.metrics.Confidence;

/** A sample of the reference files with its design. */
final class SurveySample {
    private final List<Map<String, String>> rows;
    private final String weight;
    private final List<Integer> leaves = new ArrayList<>();
    private final SurveyDesign design;

    /** How a sample was drawn: names of columns separated by blanks, empty for none. */
    record Drawn(String strata, String clusters, String fpc, boolean nest, LonelyPsu policy) {
        static Drawn of(String strata, String clusters, String fpc) {
            return new Drawn(strata, clusters, fpc, false, LonelyPsu.FAIL);
        }
    }

    SurveySample(List<Map<String, String>> rows, String weight, Drawn drawn) {
        this.rows = rows;
        this.weight = weight;
        SurveyDesign.Builder builder = SurveyDesign.builder().nest(drawn.nest()).lonelyPsu(drawn.policy());
        for (Map<String, String> row : rows) {
            List<String> clusters = names(drawn.clusters()).stream()
                    .map(name -> text(row, name))
                    .toList();
            double[] fpc = names(drawn.fpc()).stream()
                    .mapToDouble(name -> number(row, name))
                    .toArray();
            String stratum = drawn.strata().isEmpty() ? "" : text(row, drawn.strata());
            leaves.add(builder.unit(stratum, clusters, fpc, weight.isEmpty() ? 1 : number(row, weight)));
        }
        this.design = builder.build();
    }

    /** The sample MINI, drawn by strata and primary units. */
    static SurveySample mini() {
        return new SurveySample(read("mini.csv"), "w", Drawn.of("h", "psu", ""));
    }

    /** Rows of a table of this package, by column name; lines that begin with # are passed over. */
    static List<Map<String, String>> read(String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SurveySample.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] header = lines.get(0).split(",");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(Map<String, String> row, String name) {
        return Double.parseDouble(text(row, name));
    }

    static String text(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    SurveyDesign design() {
        return design;
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    double weight(int row) {
        return weight.isEmpty() ? 1 : number(rows.get(row), weight);
    }

    int leaf(int row) {
        return leaves.get(row);
    }

    /** Sums of y and x over the rows of a domain; x may be empty. */
    SurveySums sums(String y, String x, Predicate<Map<String, String>> domain) {
        SurveySums sums = new SurveySums();
        for (int i = 0; i < rows.size(); i++) {
            if (domain.test(rows.get(i))) {
                double below = x.isEmpty() ? 0 : number(rows.get(i), x);
                sums.add(0, leaf(i), weight(i), number(rows.get(i), y), below);
            }
        }
        return sums;
    }

    SurveySums sums(String y) {
        return sums(y, "", row -> true);
    }

    /** Sums of a categorical variable: each level, in the order given, is a domain. */
    SurveySums levels(String variable, List<String> levels, Predicate<Map<String, String>> domain) {
        SurveySums sums = new SurveySums();
        for (int i = 0; i < rows.size(); i++) {
            if (domain.test(rows.get(i))) {
                sums.add(levels.indexOf(text(rows.get(i), variable)), leaf(i), weight(i), 0);
            }
        }
        return sums;
    }

    /** Levels of a variable in order of first appearance. */
    List<String> levelsOf(String variable) {
        return rows.stream().map(row -> text(row, variable)).distinct().toList();
    }

    SurveyEstimates taylor() {
        return SurveyEstimates.with(SurveyVariance.taylor(design), Confidence.DEFAULT);
    }
}
