package org.safecommunity.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link GammaQuantile} and {@link BetaQuantile}, with the tails that they are roots of. */
class QuantileTest {
    @ParameterizedTest
    @CsvFileSource(resources = "quantile.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String distribution, double first, Double second, double tail, double lower, double upper) {
        if (distribution.equals("gamma")) {
            assertClose(GammaQuantile.lower(first, tail), lower, 1e-12);
            assertClose(GammaQuantile.upper(first, tail), upper, 1e-12);
        } else {
            assertClose(BetaQuantile.lower(first, second, tail), lower, 1e-12);
            assertClose(BetaQuantile.upper(first, second, tail), upper, 1e-12);
        }
    }

    @Property(tries = 200)
    void tail_at_the_quantile_is_the_tail_asked_for(
            @ForAll @DoubleRange(min = -1, max = 4) double logShape,
            @ForAll @DoubleRange(min = -1, max = 4) double logOther,
            @ForAll @DoubleRange(min = 0.00001, max = 0.99999) @Scale(5) double tail) {
        double a = Math.pow(10, logShape);
        double b = Math.pow(10, logOther);
        assertClose(new GammaTail(a, true).tail(GammaQuantile.lower(a, tail)), tail, 1e-9);
        assertClose(new GammaTail(a, false).tail(GammaQuantile.upper(a, tail)), tail, 1e-9);
        double lower = BetaQuantile.lower(a, b, tail);
        double upper = BetaQuantile.upper(a, b, tail);
        assertThat(lower).isBetween(0d, 1d);
        assertThat(upper).isBetween(0d, 1d);
        assertThat(BetaQuantile.lower(b, a, tail)).isCloseTo(1 - upper, within(1e-14));
        if (lower < 0.999 && upper < 0.999) {
            assertClose(new BetaTail(a, b, true).tail(lower), tail, 1e-9);
            assertClose(new BetaTail(a, b, false).tail(upper), tail, 1e-9);
        }
    }

    /** With a parameter below ½ the upper quantile can be nearer to 1 than a double can tell. */
    @Test
    void a_root_next_to_one_is_found() {
        assertThat(BetaQuantile.upper(Math.pow(10, -0.56), Math.pow(10, -0.55), 1e-5))
                .isCloseTo(1, within(3e-16));
    }

    /** A tiny parameter leaves a quantile that is below the smallest number: 0, and 1 at the other end. */
    @Test
    void a_tiny_parameter_has_its_quantiles_at_the_ends() {
        assertThat(GammaQuantile.lower(0.001, 0.025)).isZero();
        assertThat(BetaQuantile.lower(0.001, 1.2, 0.025)).isZero();
        assertThat(BetaQuantile.upper(1.2, 0.001, 0.025)).isEqualTo(1);
    }

    /** The expansion for large parameters and the root below them meet. */
    @ParameterizedTest
    @CsvSource({"1E-9", "0.025", "0.5", "0.8"})
    void expansion_continues_the_root(double tail) {
        double below = 99_999.999;
        double above = 100_000;
        double gammaStep = GammaQuantile.upper(above, tail) - GammaQuantile.upper(below, tail);
        assertClose(gammaStep, 0.001, 0.02);
        double beta = BetaQuantile.upper(1e8, 3e8, tail);
        assertClose(BetaQuantile.upper(Math.nextDown(1e8), 3e8, tail), beta, 1e-13);
    }
}
