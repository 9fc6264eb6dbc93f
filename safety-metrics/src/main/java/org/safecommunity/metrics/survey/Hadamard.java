package org.safecommunity.metrics.survey;

/** Hadamard matrices of ±1 with orthogonal rows, as truth values; the first row is all true. */
final class Hadamard {
    private Hadamard() {}

    /** The smallest matrix of this construction with more rows than {@code n}. */
    static boolean[][] largerThan(int n) {
        for (int order = n < 2 ? 2 : (n / 4 + 1) * 4; ; order += 4) {
            boolean[][] matrix = n < 2 && order == 2 ? sylvester(2) : ofOrder(order);
            if (matrix.length > 0) {
                return matrix;
            }
        }
    }

    private static boolean[][] ofOrder(int order) {
        if (Integer.bitCount(order) == 1) {
            return sylvester(order);
        }
        if (isPrime(order - 1)) {
            return paley(order - 1);
        }
        boolean[][] half = order % 8 == 0 ? ofOrder(order / 2) : new boolean[0][];
        return half.length > 0 ? doubled(half) : half;
    }

    private static boolean[][] sylvester(int order) {
        boolean[][] matrix = {{true}};
        while (matrix.length < order) {
            matrix = doubled(matrix);
        }
        return matrix;
    }

    private static boolean[][] doubled(boolean[][] half) {
        int n = half.length;
        boolean[][] matrix = new boolean[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = half[i][j];
                matrix[i][j + n] = half[i][j];
                matrix[i + n][j] = half[i][j];
                matrix[i + n][j + n] = !half[i][j];
            }
        }
        return matrix;
    }

    /**
     * Paley's first construction for a prime q ≡ 3 (mod 4) with a first row and column all true; a cell is false where the sum of
     * its places is 0 or a square modulo q.
     */
    private static boolean[][] paley(int q) {
        boolean[] square = new boolean[q];
        for (long i = 0; i < q; i++) {
            square[(int) (i * i % q)] = true;
        }
        boolean[][] matrix = new boolean[q + 1][q + 1];
        for (int i = 0; i <= q; i++) {
            for (int j = 0; j <= q; j++) {
                matrix[i][j] = i == 0 || j == 0 || !square[(i + j - 2) % q];
            }
        }
        return matrix;
    }

    private static boolean isPrime(int n) {
        for (int d = 2; (long) d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return n > 1;
    }
}
