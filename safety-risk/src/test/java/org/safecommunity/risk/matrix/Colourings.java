package org.safecommunity.risk.matrix;

import java.util.function.Consumer;

/** All colourings of a square in three colours, each used, that never fall to the right or upwards. */
final class Colourings {
    private Colourings() {}

    static void forEach(int n, Consumer<int[][]> action) {
        fill(new int[n][n], 0, action);
    }

    private static void fill(int[][] grades, int index, Consumer<int[][]> action) {
        int n = grades.length;
        if (index == n * n) {
            if (grades[0][0] == 0 && grades[n - 1][n - 1] == 2 && hasMiddle(grades)) {
                int[][] copy = new int[n][];
                for (int i = 0; i < n; i++) {
                    copy[i] = grades[i].clone();
                }
                action.accept(copy);
            }
            return;
        }
        int i = index / n;
        int j = index % n;
        int least = Math.max(i > 0 ? grades[i - 1][j] : 0, j > 0 ? grades[i][j - 1] : 0);
        for (int grade = least; grade < 3; grade++) {
            grades[i][j] = grade;
            fill(grades, index + 1, action);
        }
    }

    private static boolean hasMiddle(int[][] grades) {
        for (int[] row : grades) {
            for (int grade : row) {
                if (grade == 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
