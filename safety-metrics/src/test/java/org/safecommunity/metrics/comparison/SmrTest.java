package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.Stratum;

class SmrTest {
    private static final double TOLERANCE = 1e-11;
    /** British doctors: smokers' deaths and person-years, and the rates of non-smokers (Doll and Hill 1966). */
    private static final List<Stratum> SMOKERS = List.of(
            new Stratum("35-44", 32, 52407),
            new Stratum("45-54", 104, 43248),
            new Stratum("55-64", 206, 28612),
            new Stratum("65-74", 186, 12663),
            new Stratum("75-84", 102, 5317));

    private static final List<Stratum> NON_SMOKERS = List.of(
            new Stratum("35-44", 2, 18790),
            new Stratum("45-54", 12, 10673),
            new Stratum("55-64", 28, 5710),
            new Stratum("65-74", 28, 2585),
            new Stratum("75-84", 31, 1462));

    @ParameterizedTest
    @CsvFileSource(resources = "smr.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            PoissonIntervalMethod method,
            long observed,
            double expected,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double pValue) {
        Smr smr = Smr.of(observed, expected, method, Confidence.DEFAULT);
        References.assertValue(smr.value(), value, TOLERANCE);
        References.assertLimits(smr, lower, upper, TOLERANCE);
        References.assertP(smr, pValue, TOLERANCE);
    }

    @Test
    void british_doctors_on_the_rates_of_non_smokers() {
        Smr smr = Smr.of(
                SMOKERS, ReferenceRates.ofCounts(NON_SMOKERS), PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        assertThat(smr.details().get("expected"))
                .isInstanceOfSatisfying(Double.class, e -> assertThat(e).isCloseTo(444.410191782, within(1e-9)));
        References.assertValue(smr.value(), 1.417609253, 1e-9);
        References.assertLimits(smr, 1.30905906, 1.53275948, 1e-8);
        References.assertExplained(smr);
    }

    @Property(tries = 200)
    void interval_contains_the_ratio(
            @ForAll PoissonIntervalMethod method,
            @ForAll @LongRange(min = 1, max = 100_000) long observed,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double expected) {
        Smr smr = Smr.of(observed, expected, method, Confidence.DEFAULT);
        assertThat(smr.interval().orElseThrow().contains(smr.value().orElseThrow()))
                .isTrue();
    }

    @Property(tries = 100)
    void scales_with_the_expected_count(
            @ForAll @LongRange(min = 1, max = 1000) long observed,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double expected) {
        Smr one = Smr.of(observed, expected, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        Smr half = Smr.of(observed, expected * 2, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        References.assertClose(
                half.interval().orElseThrow().upper(),
                one.interval().orElseThrow().upper() / 2,
                1e-14);
    }

    @Property(tries = 100)
    void p_is_below_alpha_exactly_when_one_is_outside(
            @ForAll PoissonIntervalMethod method,
            @ForAll Side side,
            @ForAll @LongRange(min = 1, max = 200) long observed,
            @ForAll @DoubleRange(min = 0.5, max = 200) double expected) {
        Smr smr = Smr.of(observed, expected, method, new Confidence(0.95, side));
        boolean outside = !smr.interval().orElseThrow().contains(1);
        assertThat(smr.test().orElseThrow().pValue() < 0.05).isEqualTo(outside);
    }

    @Property(tries = 50)
    void the_order_of_strata_does_not_matter(@ForAll @LongRange(min = 0, max = 4) long turn) {
        List<Stratum> turned = new java.util.ArrayList<>(SMOKERS);
        java.util.Collections.rotate(turned, (int) turn);
        Smr smr = Smr.of(turned, ReferenceRates.ofCounts(NON_SMOKERS), PoissonIntervalMethod.MID_P, Confidence.DEFAULT);
        References.assertValue(smr.value(), 630 / 444.410191782217, 1e-12);
    }

    @Test
    void no_event_has_an_upper_limit_and_says_so() {
        Smr smr = Smr.of(0, 2.5, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        assertThat(smr.value()).hasValue(0);
        assertThat(smr.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(smr.standardError()).isEmpty();
        assertThat(smr.interval().orElseThrow().lower()).isZero();
        References.assertExplained(smr);
    }

    @Test
    void nothing_expected_gives_no_estimate() {
        Smr smr = Smr.of(3, 0, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        assertThat(smr.value()).isEmpty();
        assertThat(smr.interval()).isEmpty();
        assertThat(smr.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(smr.warnings()).extracting(Note::code).containsExactly("nothing-expected");
        References.assertExplained(smr);
    }

    @Test
    void a_stratum_the_group_lacks_is_named() {
        Smr smr = Smr.of(
                SMOKERS.subList(0, 3),
                ReferenceRates.ofCounts(NON_SMOKERS),
                PoissonIntervalMethod.GARWOOD,
                Confidence.DEFAULT);
        assertThat(smr.value()).isEmpty();
        assertThat(smr.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(smr.details()).containsEntry("strata", List.of("65-74", "75-84"));
    }

    @Test
    void a_stratum_the_reference_lacks_is_named() {
        Smr smr = Smr.of(
                SMOKERS, ReferenceRates.of(Map.of("35-44", 0.001)), PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        assertThat(smr.status()).isEqualTo(Status.NO_REFERENCE_RATE);
        assertThat(smr.details()).containsEntry("strata", List.of("45-54", "55-64", "65-74", "75-84"));
        assertThat(smr.warnings()).extracting(Note::code).containsExactly("stratum-not-in-reference");
    }

    @Test
    void a_stratum_without_person_time_in_the_reference_counts_only_where_the_group_has_some() {
        ReferenceRates reference = ReferenceRates.ofCounts(List.of(new Stratum("a", 1, 100), new Stratum("b", 0, 0)));
        Smr without = Smr.of(
                List.of(new Stratum("a", 2, 100), new Stratum("b", 0, 0)),
                reference,
                PoissonIntervalMethod.GARWOOD,
                Confidence.DEFAULT);
        Smr with = Smr.of(
                List.of(new Stratum("a", 2, 100), new Stratum("b", 0, 5)),
                reference,
                PoissonIntervalMethod.GARWOOD,
                Confidence.DEFAULT);
        assertThat(without.value()).hasValue(2);
        assertThat(with.status()).isEqualTo(Status.NO_REFERENCE_RATE);
    }

    @Test
    void few_events_are_flagged() {
        assertThat(Smr.of(12, 7.5, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT)
                        .warnings())
                .extracting(Note::code)
                .containsExactly("small-count");
        assertThat(Smr.of(11, 7.5, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT)
                        .warnings())
                .extracting(Note::code)
                .containsExactly("small-count", "unreliable");
    }

    @Nested
    class Rejects {
        @Test
        void negative_observed_events() {
            assertThatThrownBy(() -> Smr.of(-1, 1, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("observed must be 0 or more, was -1");
        }

        @Test
        void an_expected_count_that_is_not_finite() {
            assertThatThrownBy(() ->
                            Smr.of(1, Double.POSITIVE_INFINITY, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT))
                    .hasMessage("expected must be finite and 0 or more, was Infinity");
        }

        @Test
        void no_strata() {
            ReferenceRates reference = ReferenceRates.of(Map.of("a", 0.1));
            assertThatThrownBy(() -> Smr.of(List.of(), reference, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT))
                    .hasMessage("strata must not be empty");
        }

        @Test
        void events_without_person_time() {
            ReferenceRates reference = ReferenceRates.of(Map.of("a", 0.1));
            assertThatThrownBy(() -> Smr.of(
                            List.of(new Stratum("a", 3, 0)),
                            reference,
                            PoissonIntervalMethod.GARWOOD,
                            Confidence.DEFAULT))
                    .hasMessage("stratum a must have person-time, was 0 with 3 events");
        }

        @Test
        void a_reference_with_events_but_no_person_time() {
            assertThatThrownBy(() -> ReferenceRates.ofCounts(List.of(new Stratum("a", 3, 0))))
                    .hasMessage("stratum a of the reference must have person-time, was 0 with 3 events");
        }

        @Test
        void a_negative_reference_rate() {
            assertThatThrownBy(() -> ReferenceRates.of(Map.of("a", -0.1)))
                    .hasMessage("reference rate of stratum a must be finite and 0 or more, was -0.1");
        }

        @Test
        void a_reference_without_strata() {
            assertThatThrownBy(() -> ReferenceRates.of(Map.of())).hasMessage("reference rates must not be empty");
        }
    }
}
