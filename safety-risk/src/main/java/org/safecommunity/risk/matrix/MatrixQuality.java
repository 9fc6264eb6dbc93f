package org.safecommunity.risk.matrix;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.matrix.Grid.Cell;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.matrix.RiskMatrix.Level;

/**
 * Whether a matrix is fit to be used: the axioms of Cox as checks of cells, and the share of pairs it orders rightly.
 *
 * <p>Setting: risk is likelihood × consequence, each class an interval of its axis; without numbers the widths are equal and
 * the axis starts at 0. Red is the highest level that a cell has, green the lowest. Classes outside are left out.
 *
 * @param matrix   matrix, not null
 * @param results  outcome of each rule, in their order
 * @param redMin   least risk of a red cell, as a share of the greatest risk of the matrix
 * @param greenMax greatest risk of a green cell, as a share of the greatest risk of the matrix
 * @param strict   whether the least red risk is above the greatest green one, not only equal to it
 * @param order    how pairs of risks are ordered
 * @see <a href="https://doi.org/10.1111/j.1539-6924.2008.01030.x">Cox (2008), Risk Analysis 28, 497–512</a>
 */
public record MatrixQuality(
        RiskMatrix matrix, List<Result> results, double redMin, double greenMax, boolean strict, RankOrder order) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public MatrixQuality {
        requireNonNull(matrix, "matrix");
        results = List.copyOf(results);
        requireNonNull(order, "order");
    }

    /**
     * Outcome of one rule.
     *
     * @param rule rule, not null
     * @param hits places that break it: cells as {@code (row, column)}, a cell twice where it breaks the rule twice
     */
    public record Result(MatrixRule rule, List<String> hits) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException if a component is null
         */
        public Result {
            requireNonNull(rule, "rule");
            hits = List.copyOf(hits);
        }

        /** Whether the rule holds. */
        public boolean holds() {
            return hits.isEmpty();
        }

        /** Whether a binding rule is broken. */
        public boolean isFinding() {
            return rule.binding() && !hits.isEmpty();
        }
    }

    /** Judges a matrix. */
    public static MatrixQuality of(RiskMatrix matrix) {
        List<Level> used = used(matrix);
        int[][] grades = grades(matrix, used);
        List<BigDecimal> rowBounds = matrix.likelihood().numericBounds();
        List<BigDecimal> columnBounds = matrix.consequence().numericBounds();
        Grid grid = new Grid(grades, rowBounds, columnBounds);
        Map<MatrixRule, List<Cell>> cells = cells(matrix, grid);
        List<Result> results = new ArrayList<>();
        for (MatrixRule rule : MatrixRule.values()) {
            List<String> hits =
                    switch (rule) {
                        case REACHABLE -> unreachable(matrix);
                        case THREE_LEVELS ->
                            used.size() < 3 ? used.stream().map(Level::id).toList() : List.<String>of();
                        default ->
                            cells.getOrDefault(rule, List.of()).stream()
                                    .map(cell -> name(matrix, cell))
                                    .toList();
                    };
            results.add(new Result(rule, hits));
        }
        double highest = grid.highest().doubleValue();
        return new MatrixQuality(
                matrix,
                results,
                grid.redMin().doubleValue() / highest,
                grid.greenMax().doubleValue() / highest,
                grid.redMin().compareTo(grid.greenMax()) > 0,
                RankOrder.of(grades, rowBounds, columnBounds));
    }

    /** Outcome of a rule. */
    public Result result(MatrixRule rule) {
        return results.stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /** Whether no binding rule is broken. */
    public boolean isSound() {
        return results.stream().noneMatch(Result::isFinding);
    }

    /**
     * How different the risks of each level are, by the typical numbers of the axes.
     *
     * @return levels, highest first; empty when an axis has no such numbers
     */
    public List<LevelRange> ranges() {
        Map<Level, List<BigDecimal>> risks = new LinkedHashMap<>();
        used(matrix).forEach(level -> risks.put(level, new ArrayList<>()));
        points().forEach(point -> requireNonNull(risks.get(point.level())).add(point.risk()));
        List<LevelRange> ranges = new ArrayList<>();
        risks.forEach((level, list) -> {
            List<BigDecimal> sorted =
                    list.stream().map(Checks::plain).distinct().sorted().toList();
            if (!sorted.isEmpty()) {
                ranges.add(new LevelRange(level, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size()));
            }
        });
        return ranges;
    }

    /** Rank reversal of the printed scores; empty when the matrix has no scores or an axis no typical numbers. */
    public Optional<PairReversal> reversal() {
        List<PairReversal.Point> points = points();
        return points.isEmpty() || matrix.scores().isEmpty() ? Optional.empty() : Optional.of(PairReversal.of(points));
    }

    private List<PairReversal.Point> points() {
        List<BigDecimal> rows = matrix.likelihood().values();
        List<BigDecimal> columns = matrix.consequence().values();
        List<PairReversal.Point> points = new ArrayList<>();
        if (rows.isEmpty() || columns.isEmpty()) {
            return points;
        }
        List<AxisClass> likelihood = matrix.likelihood().inside();
        List<AxisClass> consequence = matrix.consequence().inside();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                String l = likelihood.get(i).code();
                String c = consequence.get(j).code();
                points.add(new PairReversal.Point(
                        rows.get(i).multiply(columns.get(j)),
                        matrix.score(l, c).orElse(BigDecimal.ZERO),
                        matrix.level(l, c)));
            }
        }
        return points;
    }

    private static Map<MatrixRule, List<Cell>> cells(RiskMatrix matrix, Grid grid) {
        boolean rowsFromZero = matrix.likelihood().startsAtZero();
        boolean columnsFromZero = matrix.consequence().startsAtZero();
        List<Cell> inconsistent = grid.redMin().compareTo(grid.greenMax()) >= 0
                ? List.of()
                : grid.cells((i, j) -> grid.red(i, j) && grid.lowest(i, j).compareTo(grid.greenMax()) < 0);
        return Map.of(
                MatrixRule.MONOTONE, grid.falling(),
                MatrixRule.NO_SHARED_EDGE, grid.redGreenEdges(),
                MatrixRule.NO_RED_AT_ZERO,
                        grid.cells(
                                (i, j) -> grid.red(i, j) && ((i == 0 && rowsFromZero) || (j == 0 && columnsFromZero))),
                MatrixRule.BETWEENNESS, grid.jumps(),
                MatrixRule.WEAK_CONSISTENCY, inconsistent,
                MatrixRule.CONSISTENT_COLOURING, grid.miscoloured(),
                MatrixRule.THEOREM_1A, grid.cells((i, j) -> (i == 0 || j == 0) && !grid.green(i, j)),
                MatrixRule.THEOREM_1B, grid.cells((i, j) -> (i == 1 || j == 1) && grid.red(i, j)));
    }

    private static List<String> unreachable(RiskMatrix matrix) {
        return matrix.levels().stream()
                .map(Level::id)
                .filter(id -> matrix.rows().stream().noneMatch(row -> row.contains(id)))
                .toList();
    }

    private static List<Level> used(RiskMatrix matrix) {
        List<String> ids = matrix.likelihood().inside().stream()
                .flatMap(l -> matrix.consequence().inside().stream()
                        .map(c -> matrix.level(l.code(), c.code()).id()))
                .toList();
        return matrix.levels().stream()
                .filter(level -> ids.contains(level.id()))
                .toList();
    }

    private static int[][] grades(RiskMatrix matrix, List<Level> used) {
        return matrix.likelihood().inside().stream()
                .map(l -> matrix.consequence().inside().stream()
                        .mapToInt(c -> used.size() - 1 - used.indexOf(matrix.level(l.code(), c.code())))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static String name(RiskMatrix matrix, Cell cell) {
        return "(" + matrix.likelihood().inside().get(cell.row()).code() + ", "
                + matrix.consequence().inside().get(cell.column()).code() + ")";
    }
}
