package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DesignTest {
    private static Design.Builder builder() {
        return Design.builder(4)
                .intercept()
                .factor("sex", List.of("m", "f", "m", "f"), "m")
                .numeric("year", new double[] {1, 2, 3, 5});
    }

    @Test
    void names_columns_by_term_level_and_product() {
        Design design = builder()
                .factor("area", List.of("a", "b", "c", "a"), "b")
                .interaction("sex", "year")
                .interaction("sex", "area")
                .build();
        assertThat(design.names())
                .containsExactly(
                        "(Intercept)",
                        "sex=f",
                        "year",
                        "area=a",
                        "area=c",
                        "sex=f:year",
                        "sex=f:area=a",
                        "sex=f:area=c");
        assertThat(design.row(3)).containsExactly(1, 1, 5, 1, 0, 5, 1, 0);
        assertThat(design.value(1, design.index("sex=f:year"))).isEqualTo(2);
        assertThat(design.term("area")).containsExactly("area=a", "area=c");
        assertThat(design.term("sex:area")).containsExactly("sex=f:area=a", "sex=f:area=c");
    }

    @Test
    void copies_its_values() {
        double[] values = {1, 2, 3, 4};
        Design design = Design.line("x", values);
        values[0] = 99;
        design.row(0)[1] = 99;
        assertThat(design.value(0, 1)).isEqualTo(1);
    }

    @Test
    void names_the_later_of_dependent_columns() {
        Design design = builder().numeric("age", new double[] {3, 4, 5, 7}).build();
        assertThat(design.dependentColumns()).containsExactly("age");
        assertThat(builder().build().dependentColumns()).isEmpty();
        assertThatThrownBy(design::requireFullRank)
                .isInstanceOf(DependentColumnsException.class)
                .hasMessage("design must have independent columns, was: age is a combination of (Intercept), year");
        Design more = builder()
                .numeric("zero", new double[4])
                .numeric("age", new double[] {3, 4, 5, 7})
                .build();
        assertThatThrownBy(more::requireFullRank)
                .isInstanceOfSatisfying(DependentColumnsException.class, e -> assertThat(e.columns())
                        .containsExactly("zero", "age"))
                .hasMessage("design must have independent columns, was: zero is 0 in every row; "
                        + "dependent in all: zero, age");
    }

    @Test
    void more_columns_than_rows_are_dependent() {
        Design design = Design.builder(2)
                .intercept()
                .numeric("a", new double[] {1, 2})
                .numeric("b", new double[] {5, 1})
                .build();
        assertThat(design.dependentColumns()).containsExactly("b");
    }

    @Test
    void a_covariate_far_from_zero_is_still_independent() {
        assertThat(Design.line("milliseconds", new double[] {1.7e12, 1.7e12 + 3.6e6, 1.7e12 + 7.2e6})
                        .dependentColumns())
                .isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void no_row_and_no_column() {
            assertThatThrownBy(() -> Design.builder(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rows must be 1 or more, was 0");
            assertThatThrownBy(() -> Design.builder(1).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("design must have a column");
        }

        @Test
        void another_number_of_values() {
            assertThatThrownBy(() -> builder().numeric("x", new double[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x must have one value for each of the 4 rows, was 3");
            assertThatThrownBy(() -> builder().factor("x", List.of("a"), "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x must have one value for each of the 4 rows, was 1");
        }

        @Test
        void a_value_that_is_not_finite() {
            assertThatThrownBy(() -> builder().numeric("x", new double[] {1, 2, Double.POSITIVE_INFINITY, 3}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x[2] must be finite and at most 1e70 in size, was Infinity");
        }

        @Test
        void a_factor_of_one_level_or_with_an_unknown_reference() {
            assertThatThrownBy(() -> builder().factor("x", List.of("a", "a", "a", "a"), "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x must have two levels or more, was [a]");
            assertThatThrownBy(() -> builder().factor("x", List.of("a", "b", "a", "a"), "c"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reference of x must be a level that occurs, was c; levels are a, b");
        }

        @Test
        void a_name_that_is_blank_or_used() {
            assertThatThrownBy(() -> builder().numeric(" ", new double[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("name of a term must not be blank");
            assertThatThrownBy(() -> builder().numeric("year", new double[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("name of a term must not be used yet, was year");
        }

        @Test
        void an_unknown_term_or_column() {
            assertThatThrownBy(() -> builder().interaction("sex", "month"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("term must be one of (Intercept), sex, year, was month");
            assertThatThrownBy(() -> builder().build().index("sex"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("column must be one of (Intercept), sex=f, year, was sex");
        }
    }
}
