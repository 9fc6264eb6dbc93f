package org.safecommunity.risk.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a matrix as grades from 0 (lowest level) to {@code top}, rows and columns counted from the lowest, each with
 * the least and greatest risk it holds.
 */
final class Grid {
    private final int[][] grades;
    private final BigDecimal[][] low;
    private final BigDecimal[][] high;
    private final int top;

    Grid(int[][] grades, List<BigDecimal> rowBounds, List<BigDecimal> columnBounds) {
        this.grades = grades;
        int width = grades[0].length;
        low = new BigDecimal[grades.length][width];
        high = new BigDecimal[grades.length][width];
        int highest = 0;
        for (int i = 0; i < grades.length; i++) {
            for (int j = 0; j < width; j++) {
                low[i][j] = rowBounds.get(i).multiply(columnBounds.get(j));
                high[i][j] = rowBounds.get(i + 1).multiply(columnBounds.get(j + 1));
                highest = Math.max(highest, grades[i][j]);
            }
        }
        top = highest;
    }

    /** A cell, counted from the lowest row and column. */
    record Cell(int row, int column) {}

    /** A condition on a cell. */
    interface Test {
        boolean holds(int row, int column);
    }

    List<Cell> cells(Test test) {
        List<Cell> cells = new ArrayList<>();
        for (int i = grades.length - 1; i >= 0; i--) {
            for (int j = 0; j < grades[i].length; j++) {
                if (test.holds(i, j)) {
                    cells.add(new Cell(i, j));
                }
            }
        }
        return cells;
    }

    boolean red(int i, int j) {
        return grades[i][j] == top && top > 0;
    }

    boolean green(int i, int j) {
        return grades[i][j] == 0;
    }

    /** Cells that are lower than the one to their left or below them. */
    List<Cell> falling() {
        return cells(
                (i, j) -> (i > 0 && grades[i][j] < grades[i - 1][j]) || (j > 0 && grades[i][j] < grades[i][j - 1]));
    }

    /** One cell for each edge between red and green: the red one. */
    List<Cell> redGreenEdges() {
        List<Cell> hits = new ArrayList<>();
        for (Cell cell : cells(this::red)) {
            int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
            for (int[] step : steps) {
                if (isGreenAt(cell.row() + step[0], cell.column() + step[1])) {
                    hits.add(cell);
                }
            }
        }
        return hits;
    }

    /** One red cell for each green cell to its left, below it, or at its lower left corner. */
    List<Cell> jumps() {
        List<Cell> hits = new ArrayList<>();
        for (Cell cell : cells(this::red)) {
            int[][] steps = {{0, -1}, {-1, 0}, {-1, -1}};
            for (int[] step : steps) {
                if (isGreenAt(cell.row() + step[0], cell.column() + step[1])) {
                    hits.add(cell);
                }
            }
        }
        return hits;
    }

    private boolean isGreenAt(int i, int j) {
        return i >= 0 && i < grades.length && j >= 0 && j < grades[i].length && green(i, j);
    }

    /** Least risk of a cell. */
    BigDecimal lowest(int i, int j) {
        return low[i][j];
    }

    /** Least risk of a red cell. */
    BigDecimal redMin() {
        return cells(this::red).stream()
                .map(c -> low[c.row()][c.column()])
                .min(BigDecimal::compareTo)
                .orElse(highest());
    }

    /** Greatest risk of a green cell. */
    BigDecimal greenMax() {
        return cells(this::green).stream()
                .map(c -> high[c.row()][c.column()])
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** Greatest risk of all. */
    BigDecimal highest() {
        return high[grades.length - 1][grades[0].length - 1];
    }

    /** Cells whose colour is not the one their range calls for, closed cells (Q7). */
    List<Cell> miscoloured() {
        BigDecimal redMin = redMin();
        BigDecimal greenMax = greenMax();
        return cells((i, j) -> {
            boolean asRed = high[i][j].compareTo(redMin) >= 0;
            boolean asGreen = low[i][j].compareTo(greenMax) <= 0;
            boolean intermediate = asRed == asGreen;
            return intermediate ? red(i, j) || green(i, j) : asRed ? !red(i, j) : !green(i, j);
        });
    }
}
