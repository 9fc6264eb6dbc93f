package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HadamardTest {
    @Test
    void rows_are_orthogonal_for_every_number_of_strata_up_to_200() {
        int before = 0;
        for (int strata = 1; strata <= 200; strata++) {
            boolean[][] matrix = Hadamard.largerThan(strata);
            assertThat(matrix.length).isGreaterThan(strata).isLessThan(strata + 30);
            if (matrix.length != before) {
                assertOrthogonal(matrix);
                before = matrix.length;
            }
        }
    }

    private static void assertOrthogonal(boolean[][] matrix) {
        for (int a = 0; a < matrix.length; a++) {
            assertThat(matrix[a]).hasSize(matrix.length);
            assertThat(matrix[0][a]).isTrue();
            for (int b = 0; b < a; b++) {
                int product = 0;
                for (int j = 0; j < matrix.length; j++) {
                    product += matrix[a][j] == matrix[b][j] ? 1 : -1;
                }
                assertThat(product)
                        .as("rows %s and %s of %s", a, b, matrix.length)
                        .isZero();
            }
        }
    }
}
