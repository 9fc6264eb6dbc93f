package org.safecommunity.risk.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.risk.score.Colour;

class MatrixQualityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "built-in.reference.csv", useHeadersInDisplayName = true)
    void reproduces_the_table_of_built_in_matrices(
            String section,
            String id,
            String q1,
            int q3,
            int q4,
            int q5,
            int theorem1a,
            int theorem1b,
            double redMin,
            double greenMax,
            String q6,
            boolean strict,
            double tie,
            double correct,
            double reversed) {
        MatrixQuality quality = MatrixQuality.of(find(id));
        assertThat(quality.result(MatrixRule.MONOTONE).holds()).isEqualTo(q1.equals("ok"));
        assertThat(hits(quality, MatrixRule.NO_SHARED_EDGE)).isEqualTo(q3);
        assertThat(hits(quality, MatrixRule.NO_RED_AT_ZERO)).isEqualTo(q4);
        assertThat(hits(quality, MatrixRule.BETWEENNESS)).isEqualTo(q5);
        assertThat(hits(quality, MatrixRule.THEOREM_1A)).isEqualTo(theorem1a);
        assertThat(hits(quality, MatrixRule.THEOREM_1B)).isEqualTo(theorem1b);
        assertThat(quality.redMin()).isCloseTo(redMin, within(0.0005));
        assertThat(quality.greenMax()).isCloseTo(greenMax, within(0.0005));
        assertThat(quality.result(MatrixRule.WEAK_CONSISTENCY).holds()).isEqualTo(q6.equals("ok"));
        assertThat(quality.strict()).isEqualTo(strict);
        assertThat(quality.order().tie()).isCloseTo(tie, within(0.00051));
        assertThat(quality.order().correct()).isCloseTo(correct, within(0.00051));
        assertThat(quality.order().reversed()).isCloseTo(reversed, within(0.00051));
        assertThat(quality.isSound()).isEqualTo(q4 == 0 && q6.equals("ok"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "enumeration.reference.csv", useHeadersInDisplayName = true)
    void counts_the_colourings_that_meet_the_axioms(String section, int n, int expected, int meetingTheorem1) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            bounds.add(BigDecimal.valueOf(i));
        }
        List<int[][]> found = new ArrayList<>();
        Colourings.forEach(n, grades -> {
            Grid grid = new Grid(grades, bounds, bounds);
            if (grid.jumps().isEmpty()
                    && grid.redMin().compareTo(grid.greenMax()) > 0
                    && grid.miscoloured().isEmpty()) {
                found.add(grades);
            }
        });
        assertThat(found).hasSize(expected);
        assertThat(found)
                .filteredOn(grades -> theorem1(new Grid(grades, bounds, bounds)))
                .hasSize(meetingTheorem1);
    }

    private static boolean theorem1(Grid grid) {
        return grid.cells((i, j) -> ((i == 0 || j == 0) && !grid.green(i, j)) || ((i == 1 || j == 1) && grid.red(i, j)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "examples.reference.csv", useHeadersInDisplayName = true)
    void takes_the_positive_examples_and_refuses_the_negative_ones(
            String section,
            String rows,
            boolean sound,
            int q3,
            int q4,
            int q5,
            String redMin,
            String greenMax,
            boolean q6,
            boolean strict) {
        MatrixQuality quality = MatrixQuality.of(matrix(rows));
        assertThat(quality.isSound()).isEqualTo(sound);
        assertThat(hits(quality, MatrixRule.NO_SHARED_EDGE)).isEqualTo(q3);
        assertThat(hits(quality, MatrixRule.NO_RED_AT_ZERO)).isEqualTo(q4);
        assertThat(hits(quality, MatrixRule.BETWEENNESS)).isEqualTo(q5);
        assertThat(quality.redMin()).isCloseTo(fraction(redMin), within(1e-15));
        assertThat(quality.greenMax()).isCloseTo(fraction(greenMax), within(1e-15));
        assertThat(quality.result(MatrixRule.WEAK_CONSISTENCY).holds()).isEqualTo(q6);
        assertThat(quality.strict()).isEqualTo(strict);
        assertThat(quality.result(MatrixRule.THREE_LEVELS).holds()).isEqualTo(rows.contains("Y"));
        assertThat(quality.result(MatrixRule.CONSISTENT_COLOURING).holds() || !sound)
                .isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cells.reference.csv", useHeadersInDisplayName = true)
    void cells_are_as_published(String section, String id, String likelihood, String consequence, String level) {
        assertThat(find(id).level(likelihood, consequence).id()).isEqualTo(level);
    }

    @Test
    void two_neighbouring_standards_differ_in_two_cells_and_a_condition_changes_one() {
        RiskMatrix en = find("EN-50126");
        RiskMatrix iec = find("IEC-61508");
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 4; j++) {
                if (en.levels().indexOf(en.levelAt(i, j)) != iec.levels().indexOf(iec.levelAt(i, j))) {
                    differing.add(en.likelihood().classes().get(i).code() + " "
                            + en.consequence().classes().get(j).code());
                }
            }
        }
        assertThat(differing).containsExactly("Remote Critical", "Occasional Marginal");
        assertThat(find("FAA-8040.4B").conditionalLevel("E", "1"))
                .hasValueSatisfying(l -> assertThat(l.id()).isEqualTo("Medium"));
    }

    @Property(tries = 20)
    void shares_of_order_add_up_to_1_and_meet_drawn_pairs(
            @ForAll @IntRange(min = 0, max = 9) int which, @ForAll long seed) {
        RiskMatrix matrix = RiskMatrix.bundled().get(which);
        RankOrder order = MatrixQuality.of(matrix).order();
        assertThat(order.tie() + order.correct() + order.reversed()).isCloseTo(1, within(1e-12));
        SplittableRandom random = new SplittableRandom(seed);
        int rows = matrix.likelihood().inside().size();
        int columns = matrix.consequence().inside().size();
        int wrong = 0;
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            double[] x = {
                random.nextDouble(rows), random.nextDouble(columns), random.nextDouble(rows), random.nextDouble(columns)
            };
            int a = rank(matrix, (int) x[0], (int) x[1]);
            int b = rank(matrix, (int) x[2], (int) x[3]);
            wrong += (a - b) * (x[0] * x[1] - x[2] * x[3]) > 0 ? 1 : 0;
        }
        assertThat(order.reversed()).isCloseTo((double) wrong / draws, within(0.006));
    }

    private static int rank(RiskMatrix matrix, int row, int column) {
        return matrix.levels()
                .indexOf(matrix.level(
                        matrix.likelihood().inside().get(row).code(),
                        matrix.consequence().inside().get(column).code()));
    }

    @Test
    void a_matrix_of_one_level_has_only_ties() {
        RankOrder order = MatrixQuality.of(matrix("G G/G G")).order();
        assertThat(order).isEqualTo(new RankOrder(1, 0, 0));
    }

    private static RiskMatrix find(String id) {
        return RiskMatrix.find(id).orElseThrow();
    }

    private static double fraction(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    private static MatrixQuality tenfold() {
        RiskMatrix ls = find("LS-SHANDONG");
        return MatrixQuality.of(ls.with(
                ls.likelihood().with(List.of(), numbers("0.0001 0.001 0.01 0.1 1")),
                ls.consequence().with(List.of(), numbers("1 10 100 1000 10000"))));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "tenfold.reference.csv", useHeadersInDisplayName = true)
    void tenfold_scales_compress_ranges(
            String section, String level, BigDecimal least, BigDecimal greatest, int decades) {
        assertThat(tenfold().ranges())
                .filteredOn(r -> r.level().id().equals(level))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.least()).isEqualByComparingTo(least);
                    assertThat(r.greatest()).isEqualByComparingTo(greatest);
                    assertThat(r.distinct()).isEqualTo(decades);
                });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "tenfold-pairs.reference.csv", useHeadersInDisplayName = true)
    void tenfold_scales_reverse_products(
            String section, int pairs, int reversed, int equalRisk, int equalScore, int equalRiskLevels) {
        assertThat(tenfold().reversal())
                .hasValue(new PairReversal(pairs, reversed, equalRisk, equalScore, equalRiskLevels));
    }

    @Test
    void ranges_and_reversals_need_typical_numbers() {
        RiskMatrix ls = find("LS-SHANDONG");
        MatrixQuality quality = tenfold();
        assertThat(quality.ranges().get(3).factor()).isCloseTo(1e4, within(1e-9));
        assertThat(MatrixQuality.of(ls).ranges()).isEmpty();
        assertThat(MatrixQuality.of(ls).reversal()).isEmpty();
    }

    @Test
    void own_bounds_move_the_limits() {
        RiskMatrix matrix = matrix("G Y R/G Y Y/G G G");
        MatrixQuality quality = MatrixQuality.of(matrix.with(
                matrix.likelihood().with(numbers("0.1 0.2 0.5 1"), List.of()),
                matrix.consequence().with(numbers("1 2 5 10"), List.of())));
        assertThat(quality.redMin()).isEqualTo(0.25);
        assertThat(quality.greenMax()).isEqualTo(0.2);
        assertThat(quality.strict()).isTrue();
    }

    @Test
    void a_level_no_cell_has_is_a_finding() {
        MatrixQuality quality = MatrixQuality.of(matrix("Y Y/Y R"));
        assertThat(quality.result(MatrixRule.REACHABLE).hits()).containsExactly("G");
        assertThat(quality.isSound()).isFalse();
        assertThat(quality.result(MatrixRule.MONOTONE).hits()).containsExactly("(2, 2)");
    }

    static RiskMatrix matrix(String rows) {
        List<List<String>> cells = new ArrayList<>();
        for (String row : rows.split("/")) {
            cells.add(List.of(row.split(" ")));
        }
        LocalText text = LocalText.of("x");
        return new RiskMatrix(
                "TEST",
                "1",
                "e",
                text,
                axis(cells.size()),
                axis(cells.get(0).size()),
                List.of(
                        new RiskMatrix.Level("R", text, Colour.RED),
                        new RiskMatrix.Level("Y", text, Colour.YELLOW),
                        new RiskMatrix.Level("G", text, Colour.BLUE)),
                cells,
                List.of(),
                List.of(),
                new Provenance(ProvenanceStatus.DERIVED, null, List.of(), List.of(), null),
                List.of(),
                null);
    }

    private static MatrixAxis axis(int size) {
        List<MatrixAxis.AxisClass> classes = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            classes.add(new MatrixAxis.AxisClass(Integer.toString(i), LocalText.of("class " + i), false));
        }
        return new MatrixAxis(LocalText.of("axis"), classes, List.of(), List.of());
    }

    static List<BigDecimal> numbers(String text) {
        return List.of(text.split(" ")).stream().map(BigDecimal::new).toList();
    }

    private static int hits(MatrixQuality quality, MatrixRule rule) {
        return quality.result(rule).hits().size();
    }
}
