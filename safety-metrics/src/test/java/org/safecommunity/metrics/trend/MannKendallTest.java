package org.safecommunity.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

class MannKendallTest {
    @ParameterizedTest
    @CsvFileSource(resources = "mann-kendall.reference.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
    void matches_reference_values(
            String series,
            String times,
            String values,
            double s,
            double variance,
            double z,
            double p,
            @Nullable Double tau,
            @Nullable Double exact) {
        MannKendall result = MannKendall.of(Numbers.of(values));
        HypothesisTest test = result.test().orElseThrow();
        assertThat(series + times).isNotBlank();
        assertThat(result.value()).hasValue(s);
        assertThat(result.variance()).isCloseTo(variance, within(1e-9 * variance));
        assertThat(test.statistic()).isCloseTo(z, within(1e-9 * Math.abs(z)));
        assertThat(test.pValue()).isCloseTo(p, within(1e-9 * p));
        same(result.details().get("kendallTau"), tau);
        same(result.details().get("exactPValue"), exact);
    }

    private static void same(@Nullable Object actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat((Double) actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void published_values_of_the_nile() {
        // R trend::mk.test(Nile): z = -4.1281, n = 100, p-value = 3.658e-05; S -1387, varS 112728.3
        MannKendall nile = MannKendall.of(NILE);
        assertThat(nile.value()).hasValue(-1387);
        assertThat(nile.variance()).isCloseTo(112728.333333, within(1e-6));
        assertThat(nile.test().orElseThrow().statistic()).isCloseTo(-4.1281, within(5e-5));
    }

    private static final double[] NILE = Numbers.of("1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 "
            + "1020 960 1180 799 958 1140 1100 1210 1150 1250 1260 1220 1030 1100 774 840 874 694 940 833 701 916 692 "
            + "1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864 862 698 845 744 796 1040 759 781 865 "
            + "845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749 838 1050 918 986 797 923 "
            + "975 815 1020 906 901 1170 912 746 919 718 714 740");

    @Test
    void a_constant_series_has_p_one() {
        MannKendall result = MannKendall.of(new double[] {3, 3, 3, 3, 3});
        assertThat(result.value()).hasValue(0);
        assertThat(result.variance()).isZero();
        assertThat(result.test()).contains(new HypothesisTest("mann-kendall", 0, List.of(), 1));
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.details()).doesNotContainKeys("kendallTau", "exactPValue");
        assertThat(result.warnings()).containsExactly(Note.of("constant-series"));
    }

    @Test
    void zero_and_minus_zero_are_ties() {
        assertThat(MannKendall.of(new double[] {0, -0.0, 0, -0.0}).variance()).isZero();
    }

    @Test
    void few_points_have_a_score_but_no_test() {
        MannKendall three = MannKendall.of(new double[] {1, 2, 3});
        assertThat(three.value()).hasValue(3);
        assertThat(three.test()).isEmpty();
        assertThat(three.status()).isEqualTo(Status.NO_DF);
        assertThat(three.warnings()).containsExactly(Note.of("too-few-points", 3, 4));
        MannKendall one = MannKendall.of(new double[] {7});
        assertThat(one.value()).isEmpty();
        assertThat(one.test()).isEmpty();
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.explain(Locale.ENGLISH)).isNotEmpty();
        MannKendall none = MannKendall.of(new double[0]);
        assertThat(none.value()).isEmpty();
        assertThat(none.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(none.explain(Locale.CHINESE)).isNotEmpty();
    }

    @Test
    void four_rising_values_have_the_exact_p_value_of_one_order_in_24() {
        assertThat(MannKendall.of(new double[] {1, 2, 3, 4}).details()).containsEntry("exactPValue", 2d / 24);
    }

    @Test
    void explains_the_steps_in_both_languages() {
        MannKendall result = MannKendall.of(new double[] {5, 3, 8, 6, 9});
        List<Step> steps = result.explain(Locale.ENGLISH);
        assertThat(steps).extracting(Step::label).contains("Score", "Kendall's τ", "Exact p-value", "Source");
        assertThat(steps).anySatisfy(step -> assertThat(step.numbers()).startsWith("(6 − 1) / √16.6666"));
        assertThat(result.explain(Locale.CHINESE)).hasSameSizeAs(steps).anySatisfy(step -> assertThat(step.label())
                .isEqualTo("精确 P 值"));
    }

    @Property(tries = 100)
    void reversing_the_series_changes_the_sign(@ForAll @Size(8) List<@IntRange(min = 0, max = 9) Integer> counts) {
        double[] forward = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] back = new double[8];
        for (int i = 0; i < 8; i++) {
            back[i] = forward[7 - i];
        }
        MannKendall a = MannKendall.of(forward);
        MannKendall b = MannKendall.of(back);
        assertThat(b.value().getAsDouble()).isEqualTo(0d - a.value().getAsDouble());
        assertThat(b.test().orElseThrow().pValue())
                .isEqualTo(a.test().orElseThrow().pValue());
    }

    @Property(tries = 100)
    void only_the_order_of_the_values_counts(@ForAll @Size(8) List<@IntRange(min = -20, max = 20) Integer> values) {
        double[] plain = values.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] cubed = values.stream().mapToDouble(v -> Math.pow(v, 3) + 7).toArray();
        assertThat(MannKendall.of(cubed).value())
                .isEqualTo(MannKendall.of(plain).value());
        assertThat(MannKendall.of(cubed).variance())
                .isEqualTo(MannKendall.of(plain).variance());
    }

    @Nested
    class Rejects {
        @Test
        void values_that_are_not_finite() {
            assertThatThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values[1] must be finite, was NaN");
        }
    }
}
