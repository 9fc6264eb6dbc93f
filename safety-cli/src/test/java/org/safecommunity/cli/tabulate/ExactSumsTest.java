package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(2),
                Arbitraries.bigDecimals().ofScale(11),
                Arbitraries.longs().map(BigDecimal::valueOf),
                Arbitraries.integers().between(-300, 300).map(e -> BigDecimal.ONE.scaleByPowerOfTen(e)));
    }

    @Property(tries = 200)
    void sums_are_exact(@ForAll List<@net.jqwik.api.From("amounts") BigDecimal> terms) {
        ExactSums sums = new ExactSums();
        BigDecimal expected = BigDecimal.ZERO;
        for (BigDecimal term : terms) {
            sums.add(20, term);
            sums.add(100, term.negate());
            expected = expected.add(term);
        }
        assertThat(sums.sum(20)).isEqualByComparingTo(expected);
        assertThat(sums.sum(100)).isEqualByComparingTo(expected.negate());
        assertThat(sums.sum(0)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_tenth_added_ten_times_is_one() {
        ExactSums sums = new ExactSums();
        for (int i = 0; i < 10; i++) {
            sums.add(0, new BigDecimal("0.1"));
        }
        assertThat(sums.sum(0)).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void a_cell_without_terms_is_zero_before_and_after_the_sums_get_wide() {
        ExactSums sums = new ExactSums();
        assertThat(sums.sum(1_000)).isEqualByComparingTo(BigDecimal.ZERO);
        sums.add(3, new BigDecimal("1e40"));
        assertThat(sums.sum(1_000)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(sums.sum(2)).isEqualByComparingTo(BigDecimal.ZERO);
    }
}
