package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are checked against R in {@link CountModelTest} and {@link LinearModelTest}; here the laws between forms. */
class CovarianceFormTest {
    private static CountModel model(List<Integer> counts) {
        double[] events = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        return CountModel.fit(
                Design.line("x", new double[] {1, 2, 3, 5, 8, 13}), CountData.of(events), CountFamily.POISSON);
    }

    private static double variance(CountModel model, CovarianceForm form) {
        return model.covariance(form).orElseThrow().value(1, 1);
    }

    @Property(tries = 60)
    void forms_agree_where_they_must(@ForAll @Size(6) List<@IntRange(min = 1, max = 50) Integer> counts) {
        CountModel model = model(counts);
        double hc0 = variance(model, CovarianceForm.hc0());
        assertThat(variance(model, CovarianceForm.hc1())).isCloseTo(hc0 * 6 / 4, within(1e-12 + 1e-12 * hc0));
        assertThat(variance(model, CovarianceForm.neweyWest(0))).isCloseTo(hc0, within(1e-12 + 1e-12 * hc0));
        assertThat(variance(model, CovarianceForm.clustered(List.of("a", "b", "c", "d", "e", "f"))))
                .isCloseTo(hc0 * 6 / 5, within(1e-12 + 1e-12 * hc0));
        assertThat(variance(model, CovarianceForm.neweyWest(3))).isNotNegative();
    }

    @Test
    void a_lag_beyond_the_rows_is_as_good_as_any() {
        CountModel model = model(List.of(3, 5, 2, 8, 9, 20));
        assertThat(variance(model, CovarianceForm.neweyWest(1000))).isFinite().isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "hc0", "hc1", "newey-west:12"})
    void parse_is_the_inverse_of_the_label(String label) {
        assertThat(CovarianceForm.parse(label).label()).isEqualTo(label);
    }

    @Test
    void titles_exist_in_both_languages() {
        assertThat(CovarianceForm.neweyWest(4).title(Locale.ENGLISH))
                .isEqualTo("sandwich, robust to correlation in time up to lag 4 (Newey–West)");
        assertThat(CovarianceForm.clustered(List.of("a", "b")).title(Locale.CHINESE))
                .isEqualTo("夹心估计，对群内相关稳健，乘 G/(G − 1)");
    }

    @Test
    void clusters_are_counted_where_rows_are_fitted() {
        CountModel model = CountModel.fit(
                Design.line("x", new double[] {1, 2, 3, 4}),
                CountData.of(new double[] {4, 6, 5, 0}, new double[] {1, 1, 1, 0}),
                CountFamily.POISSON);
        assertThat(model.covariance(CovarianceForm.clustered(List.of("a", "a", "a", "b"))))
                .isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void an_unknown_form() {
            assertThatThrownBy(() -> CovarianceForm.parse("hc3"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("covariance must be one of model, hc0, hc1, newey-west:LAG, was hc3");
        }

        @Test
        void a_negative_lag() {
            assertThatThrownBy(() -> CovarianceForm.neweyWest(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lag must be 0 or more, was -1");
        }

        @Test
        void one_cluster_and_another_number_of_rows() {
            assertThatThrownBy(() -> CovarianceForm.clustered(List.of("a", "a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("clusters must be two or more, was [a]");
            CountModel model = model(List.of(3, 5, 2, 8, 9, 20));
            assertThatThrownBy(() -> model.covariance(CovarianceForm.clustered(List.of("a", "b"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("clusters must have one value for each of the 6 rows, was 2");
        }
    }
}
