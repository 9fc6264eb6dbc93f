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
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.risk.score.Colour;

class MatrixQualityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "built-in.reference.csv", useHeadersInDisplayName = true)
    void reproduces_the_table_of_built_in_matrices(
            String id,
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
        MatrixQuality quality = MatrixQuality.of(RiskMatrix.find(id).orElseThrow());
        assertThat(hits(quality, MatrixRule.MONOTONE)).isZero();
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
    @CsvSource({"2, 0, 0", "3, 2, 1", "4, 5, 2", "5, 8, 5", "6, 13, 8"})
    void counts_the_colourings_that_meet_the_axioms(int n, int expected, int meetingTheorem1) {
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
    @CsvSource({
        "G Y R/G Y Y/G G G, 0.4444444444444444, 0.3333333333333333",
        "G Y R R/G Y Y R/G G Y Y/G G G G, 0.375, 0.25",
        "G Y R R R/G Y Y R R/G G Y Y R/G G G Y Y/G G G G G, 0.32, 0.24",
        "G G Y R/G G Y Y/G G G G/G G G G, 0.5625, 0.5"
    })
    void accepts_the_positive_examples(String rows, double redMin, double greenMax) {
        MatrixQuality quality = MatrixQuality.of(matrix(rows));
        assertThat(quality.results())
                .filteredOn(r -> r.rule() != MatrixRule.THEOREM_1A && r.rule() != MatrixRule.THEOREM_1B)
                .allSatisfy(r -> assertThat(r.hits()).as(r.rule().label()).isEmpty());
        assertThat(quality.redMin()).isEqualTo(redMin);
        assertThat(quality.greenMax()).isEqualTo(greenMax);
        assertThat(quality.strict()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "G R/G G, 2, 1, 0, 3, 0.25, 0.5, false",
        "G Y R/G G Y/G G G, 3, 0, 0, 1, 0.4444444444444444, 0.4444444444444444, true",
        "Y R R/G Y R/G G Y, 3, 0, 0, 2, 0.2222222222222222, 0.2222222222222222, true",
        "R R R/G Y R/G G Y, 3, 1, 1, 3, 0, 0.2222222222222222, false"
    })
    void refuses_the_negative_examples(
            String rows, int levels, int q3, int q4, int q5, double redMin, double greenMax, boolean q6) {
        MatrixQuality quality = MatrixQuality.of(matrix(rows));
        assertThat(quality.result(MatrixRule.THREE_LEVELS).holds()).isEqualTo(levels > 2);
        assertThat(quality.isSound()).isFalse();
        assertThat(quality.redMin()).isEqualTo(redMin);
        assertThat(quality.greenMax()).isEqualTo(greenMax);
        assertThat(quality.strict()).isFalse();
        assertThat(quality.result(MatrixRule.WEAK_CONSISTENCY).holds()).isEqualTo(q6);
        if (levels == 2) {
            assertThat(hits(quality, MatrixRule.NO_SHARED_EDGE)).isEqualTo(2);
        } else {
            assertThat(hits(quality, MatrixRule.NO_SHARED_EDGE)).isEqualTo(q3);
        }
        assertThat(hits(quality, MatrixRule.NO_RED_AT_ZERO)).isEqualTo(q4);
        assertThat(quality.result(MatrixRule.BETWEENNESS).hits().size()).isEqualTo(q5);
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

    @Test
    void tenfold_scales_compress_ranges_and_reverse_products() {
        RiskMatrix ls = RiskMatrix.find("LS-SHANDONG").orElseThrow();
        MatrixQuality quality = MatrixQuality.of(ls.with(
                ls.likelihood().with(List.of(), numbers("0.0001 0.001 0.01 0.1 1")),
                ls.consequence().with(List.of(), numbers("1 10 100 1000 10000"))));
        assertThat(quality.ranges())
                .extracting(r -> r.level().id() + " " + r.least().toPlainString() + " "
                        + r.greatest().toPlainString() + " " + r.distinct())
                .containsExactly("major 1000 10000 2", "larger 100 100 1", "general 1 10 2", "low 0.0001 1 5");
        assertThat(quality.ranges().get(3).factor()).isCloseTo(1e4, within(1e-9));
        assertThat(quality.reversal()).hasValueSatisfying(r -> {
            assertThat(r.pairs()).isEqualTo(300);
            assertThat(r.reversed()).isEqualTo(4);
            assertThat(r.equalRisk()).isEqualTo(20);
            assertThat(r.equalScore()).isEqualTo(2);
            assertThat(r.equalRiskLevels()).isPositive();
        });
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
