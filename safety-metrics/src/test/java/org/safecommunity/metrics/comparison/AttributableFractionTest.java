package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class AttributableFractionTest {
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @CsvFileSource(resources = "attributable-fraction.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            RateRatioMethod method,
            long events,
            double personTime,
            long referenceEvents,
            double referencePersonTime,
            String statistic,
            double value,
            @Nullable Double lower,
            @Nullable Double upper) {
        TwoRates counts = new TwoRates(events, personTime, referenceEvents, referencePersonTime);
        AttributableFraction fraction = statistic.startsWith("population")
                ? AttributableFraction.ofPopulation(counts, method, Confidence.DEFAULT)
                : AttributableFraction.ofExposed(counts, method, Confidence.DEFAULT);
        assertThat(fraction.statistic()).isEqualTo(statistic);
        References.assertValue(fraction.value(), value, TOLERANCE);
        References.assertLimits(fraction, lower, upper, TOLERANCE);
        References.assertExplained(fraction);
    }

    @Property(tries = 200)
    void a_share_named_attributable_is_never_negative(
            @ForAll @LongRange(min = 0, max = 100) long x1, @ForAll @LongRange(min = 1, max = 100) long x0) {
        TwoRates counts = new TwoRates(x1, 900, x0, 1000);
        for (AttributableFraction fraction : new AttributableFraction[] {
            AttributableFraction.ofExposed(counts, RateRatioMethod.MID_P, Confidence.DEFAULT),
            AttributableFraction.ofPopulation(counts, RateRatioMethod.MID_P, Confidence.DEFAULT)
        }) {
            assertThat(fraction.value().orElseThrow()).isBetween(0d, 1d);
            assertThat(fraction.interval()
                            .orElseThrow()
                            .contains(fraction.value().orElseThrow()))
                    .isTrue();
            assertThat(fraction.statistic().contains("prevented"))
                    .isEqualTo(counts.rate() / counts.referenceRate() < 1);
        }
    }

    @Test
    void no_event_in_the_reference_leaves_a_lower_limit() {
        TwoRates counts = new TwoRates(5, 100, 0, 100);
        AttributableFraction fraction =
                AttributableFraction.ofExposed(counts, RateRatioMethod.MID_P, Confidence.DEFAULT);
        assertThat(fraction.value()).isEmpty();
        assertThat(fraction.status()).isEqualTo(Status.ZERO_REFERENCE);
        References.assertClose(fraction.interval().orElseThrow().lower(), 1 - 1 / 1.2186736836827583, 1e-10);
        assertThat(fraction.interval().orElseThrow().upper()).isEqualTo(1);
        References.assertExplained(fraction);
    }

    @Test
    void an_upper_limit_alone_is_unbounded_below() {
        AttributableFraction fraction = AttributableFraction.ofExposed(
                new TwoRates(41, 28010, 15, 19017), RateRatioMethod.MID_P, new Confidence(0.95, Side.UPPER));
        assertThat(fraction.interval().orElseThrow().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void no_person_time_gives_no_share() {
        AttributableFraction fraction = AttributableFraction.ofPopulation(
                new TwoRates(0, 0, 2, 100), RateRatioMethod.EXACT, Confidence.DEFAULT);
        assertThat(fraction.value()).isEmpty();
        assertThat(fraction.interval()).isEmpty();
        assertThat(fraction.status()).isEqualTo(Status.NO_PERSON_TIME);
        References.assertExplained(fraction);
    }
}
