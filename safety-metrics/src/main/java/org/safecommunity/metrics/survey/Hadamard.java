package org.safecommunity.metrics.survey;

/**
 * Hadamard matrices of ±1 with orthogonal rows, as truth values; the first row is all true. Up to 67
 * strata they are those of R {@code survey}, so that half-samples agree with it: Paley's of order q + 1 where there is one
 * after halving, doubled.
 */
final class Hadamard {
    /** Rows of order 28, for which neither construction has a matrix; the one that R {@code survey} takes. */
    private static final int[] ORDER_28 = {
        0xfffffff, 0x9c71c78, 0x83cd378, 0x83b2e66, 0x9a0f8d6, 0x952c5ae, 0x8cd239e, 0x58aa7f0, 0x45b59d4, 0x46cbcac,
        0x561774a, 0x4b64e9a, 0x5959b26, 0x2d1eae8, 0x3666b34, 0x2b3b51c, 0x31d74b2, 0x32f89ca, 0x2ced646, 0xea545e4,
        0xf1632cc, 0xf09ce1c, 0xe54ad52, 0xe6392b2, 0xe8a792a, 0xdffe000, 0xbf81f80, 0x7f8007e
    };

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
        int base = order;
        while (base % 8 == 0) {
            base /= 2;
        }
        if (isPrime(base - 1)) {
            return doubledTo(order, paley(base - 1));
        }
        if (isPrime(order - 1)) {
            return paley(order - 1);
        }
        return switch (base) {
            case 28 -> doubledTo(order, table());
            case 36 -> doubledTo(order, twinPrimes());
            default -> new boolean[0][];
        };
    }

    private static boolean[][] doubledTo(int order, boolean[][] base) {
        boolean[][] matrix = base;
        while (matrix.length < order) {
            matrix = doubled(matrix);
        }
        return matrix;
    }

    private static boolean[][] table() {
        boolean[][] matrix = new boolean[28][28];
        for (int i = 0; i < 28; i++) {
            for (int j = 0; j < 28; j++) {
                matrix[i][j] = (ORDER_28[i] >> (27 - j) & 1) == 1;
            }
        }
        return matrix;
    }

    /** Order 36 from the twin primes 5 and 7: a cell is false where the sum of its places is in their difference set. */
    private static boolean[][] twinPrimes() {
        boolean[][] matrix = new boolean[36][36];
        for (int i = 0; i < 36; i++) {
            for (int j = 0; j < 36; j++) {
                int x = Math.floorMod(1 - i - j, 35);
                boolean inSet = x % 7 == 0 || (x % 5 != 0 && isSquare(x, 5) == isSquare(x, 7));
                matrix[i][j] = i == 0 || (j < 35 && !inSet);
            }
        }
        return matrix;
    }

    private static boolean isSquare(int x, int q) {
        for (int i = 1; i < q; i++) {
            if (i * i % q == x % q) {
                return true;
            }
        }
        return false;
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
