package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.RepeatedEventRate.Frequency;

class RepeatedEventRateTest {
    private static final RateScale SCALE = new RateScale(1000, "person-years");

    private static RepeatedEventRate rate(PoissonIntervalMethod method, double personTime, Frequency... frequencies) {
        return RepeatedEventRate.of(List.of(frequencies), personTime, SCALE, method, Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "repeated-event-rate.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            PoissonIntervalMethod method,
            String frequencies,
            String persons,
            long events,
            double variance,
            double lower,
            double upper) {
        long[] f =
                Arrays.stream(frequencies.split(" ")).mapToLong(Long::parseLong).toArray();
        long[] n = Arrays.stream(persons.split(" ")).mapToLong(Long::parseLong).toArray();
        List<Frequency> list = new ArrayList<>();
        for (int i = 0; i < f.length; i++) {
            list.add(new Frequency(f[i], n[i]));
        }
        RepeatedEventRate rate = RepeatedEventRate.of(list, 500, SCALE, method, Confidence.DEFAULT);
        assertThat(rate.value().orElseThrow()).isCloseTo(events * 2d, within(1e-12));
        assertThat(rate.details()).containsEntry("varianceOfCount", variance);
        Interval interval = rate.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(2 * lower, within(2e-12 * lower));
        assertThat(interval.upper()).isCloseTo(2 * upper, within(2e-12 * upper));
    }

    @Property(tries = 100)
    void one_event_each_gives_the_limits_of_independent_events(
            @ForAll PoissonIntervalMethod method, @ForAll @LongRange(min = 1, max = 10_000) long persons) {
        Interval repeated =
                rate(method, 700, new Frequency(1, persons)).interval().orElseThrow();
        Interval crude = CrudeRate.of(persons, 700, SCALE, method, Confidence.DEFAULT)
                .interval()
                .orElseThrow();
        assertThat(repeated.lower()).isCloseTo(crude.lower(), within(1e-9));
        assertThat(repeated.upper()).isCloseTo(crude.upper(), within(1e-12 * crude.upper()));
    }

    @Property(tries = 100)
    void several_events_a_person_make_it_wider(
            @ForAll @LongRange(min = 1, max = 200) long once, @ForAll @LongRange(min = 1, max = 50) long thrice) {
        PoissonIntervalMethod method = PoissonIntervalMethod.GARWOOD;
        Interval repeated = rate(method, 700, new Frequency(1, once), new Frequency(3, thrice))
                .interval()
                .orElseThrow();
        Interval crude = CrudeRate.of(once + 3 * thrice, 700, SCALE, method, Confidence.DEFAULT)
                .interval()
                .orElseThrow();
        assertThat(repeated.upper()).isGreaterThan(crude.upper());
        assertThat(repeated.lower()).isLessThan(crude.lower());
    }

    @Test
    void no_event_gives_the_limits_of_independent_events() {
        RepeatedEventRate rate = rate(PoissonIntervalMethod.GARWOOD, 500, new Frequency(0, 40));
        assertThat(rate.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(rate.standardError()).isEmpty();
        assertThat(rate.interval().orElseThrow().upper()).isCloseTo(2 * 3.68887945411, within(1e-10));
    }

    @Test
    void no_person_time_is_a_status() {
        RepeatedEventRate rate = rate(PoissonIntervalMethod.GARWOOD, 0, new Frequency(2, 4));
        assertThat(rate.value()).isEmpty();
        assertThat(rate.interval()).isEmpty();
        assertThat(rate.status()).isEqualTo(Status.EVENTS_WITHOUT_PERSON_TIME);
        assertThat(rate(PoissonIntervalMethod.GARWOOD, 0, new Frequency(0, 4)).status())
                .isEqualTo(Status.NO_PERSON_TIME);
    }

    @Test
    void wald_without_events_says_that_it_has_no_interval() {
        assertThat(rate(PoissonIntervalMethod.WALD, 5, new Frequency(0, 4)).warnings())
                .extracting(Note::code)
                .containsExactly("small-count", "interval-undefined");
    }

    @Test
    void one_limit_alone() {
        RepeatedEventRate rate = RepeatedEventRate.of(
                List.of(new Frequency(2, 9)),
                100,
                SCALE,
                PoissonIntervalMethod.GARWOOD,
                new Confidence(0.95, Side.LOWER));
        assertThat(rate.interval().orElseThrow().upper()).isInfinite();
    }

    @Test
    void explains_itself_in_both_languages() {
        RepeatedEventRate rate =
                rate(PoissonIntervalMethod.BYAR, 500, new Frequency(1, 20), new Frequency(2, 5), new Frequency(4, 2));
        assertThat(rate.explain(Locale.ENGLISH)).hasSameSizeAs(rate.explain(Locale.CHINESE));
        assertThat(rate.explain(Locale.ENGLISH))
                .anyMatch(step -> step.value() != null && step.value() == 72)
                .anyMatch(step -> step.value() != null
                        && step.value() == rate.interval().orElseThrow().upper());
    }

    @Nested
    class Rejects {
        @Test
        void no_frequencies() {
            assertThatThrownBy(() -> rate(PoissonIntervalMethod.GARWOOD, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("frequencies must not be empty");
        }

        @Test
        void negative_or_uncountable_frequencies() {
            assertThatThrownBy(() -> new Frequency(-1, 2)).hasMessage("eventsPerPerson must be 0 or more, was -1");
            assertThatThrownBy(() -> new Frequency(1L << 40, 1L << 40))
                    .hasMessage(
                            "events of the persons must be at most 2^53, was 1099511627776 for each of 1099511627776");
        }

        @Test
        void person_time_that_is_not_finite() {
            assertThatThrownBy(() -> rate(PoissonIntervalMethod.GARWOOD, Double.NaN, new Frequency(1, 1)))
                    .hasMessage("personTime must be finite and 0 or more, was NaN");
        }
    }
}
