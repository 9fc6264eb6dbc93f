package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class StandardisedRateTest {
    private static final RateScale PER_ONE = new RateScale(1, "years");

    @ParameterizedTest
    @CsvFileSource(resources = "standardised-rate.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String set,
            String events,
            String personTime,
            String weights,
            StandardisedIntervalMethod method,
            double level,
            Side side,
            double rate,
            Double standardError,
            Double lower,
            Double upper) {
        StandardisedRate result = StandardisedData.of(numbers(events), numbers(personTime), numbers(weights))
                .rate(method, new Confidence(level, side));
        assertClose(result.value().orElseThrow(), rate, 1e-12);
        assertThat(result.standardError().isPresent()).as(set).isEqualTo(standardError != null);
        if (standardError != null) {
            assertClose(result.standardError().orElseThrow(), standardError, 1e-12);
        }
        assertThat(result.interval().isPresent()).isEqualTo(lower != null || upper != null);
        result.interval().ifPresent(limits -> {
            assertClose(limits.lower(), lower == null ? 0 : lower, 1e-12);
            assertClose(limits.upper(), upper == null ? Double.POSITIVE_INFINITY : upper, 1e-12);
        });
    }

    /** Down syndrome by birth order: Fay &amp; Feuer 1997, table I, rates per 100,000 as printed. */
    @ParameterizedTest
    @CsvSource({
        "107 141 60 40 39 25, 230061 329449 114920 39487 14208 3052, 92.3, 80.4, 105.8",
        "25 150 110 84 82 39, 72202 326701 208667 83228 28466 5375, 91.2, 82.4, 100.9",
        "3 71 114 103 108 75, 15050 175702 207081 117300 45026 8660, 85.1, 77.2, 94.2",
        "1 26 64 89 137 96, 2293 68800 132424 98301 46075 9834, 92.7, 80.0, 114.7",
        "0 8 63 112 262 295, 327 30666 123419 149919 104088 34392, 75.5, 67.7, 188.3"
    })
    void fay_feuer_matches_the_published_table(String cases, String births, double rate, double lower, double upper) {
        double[] weights = {63986.6, 186263.6, 157302.2, 97647.0, 47572.6, 12262.6};
        StandardisedData data = StandardisedData.of(numbers(cases), numbers(births), weights);
        StandardisedRate result = StandardisedRate.of(
                data.strata(),
                StandardPopulation.given("births", data.weights()),
                RateScale.PER_100000_PERSON_YEARS,
                StandardisedIntervalMethod.FAY_FEUER,
                Confidence.DEFAULT);
        assertThat(result.value().orElseThrow()).isCloseTo(rate, within(0.05));
        assertThat(result.interval().orElseThrow().lower()).isCloseTo(lower, within(0.05));
        assertThat(result.interval().orElseThrow().upper()).isCloseTo(upper, within(0.05));
    }

    @Test
    void strata_are_matched_by_band_and_added_up() {
        StandardPopulation standard = StandardPopulation.given("two", weights("0-4", 1, "5+", 3));
        List<Stratum> strata = List.of(
                new Stratum("5＋", 2, 100),
                new Stratum(" 0–4 ", 1, 50),
                new Stratum("0", 3, 50),
                new Stratum("5+", 0, 100));
        StandardisedRate result =
                StandardisedRate.of(strata, standard, PER_ONE, StandardisedIntervalMethod.NORMAL, Confidence.DEFAULT);
        assertClose(result.value().orElseThrow(), 0.25 * 4 / 100 + 0.75 * 2 / 200, 1e-15);
        assertThat(result.inputs())
                .containsEntry("strata", List.of("5+", "0-4"))
                .containsEntry("stratumEvents", List.of(2L, 4L))
                .containsEntry("stratumPersonTime", List.of(200d, 100d))
                .containsEntry("stratumWeight", List.of(3d, 1d))
                .containsEntry("events", 6L)
                .containsEntry("personTime", 300d);
    }

    @Test
    void no_event_has_an_upper_limit_by_gamma_only() {
        StandardisedData data = StandardisedData.of(new double[] {0, 0}, new double[] {10, 20}, new double[] {1, 1});
        StandardisedRate gamma = data.rate();
        assertThat(gamma.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(gamma.value()).hasValue(0);
        assertThat(gamma.standardError()).isEmpty();
        assertClose(gamma.interval().orElseThrow().upper(), 0.05 * -Math.log(0.025), 1e-14);
        StandardisedRate dobson = data.rate(StandardisedIntervalMethod.DOBSON, Confidence.DEFAULT);
        assertThat(dobson.interval()).isEmpty();
        assertThat(dobson.warnings())
                .containsExactly(Note.of("small-count", 0, 20), Note.of("interval-undefined", "dobson"));
    }

    @Test
    void a_band_without_person_time_leaves_no_rate_and_is_named() {
        StandardPopulation standard = StandardPopulation.given("three", weights("a", 1, "b", 1, "c", 1));
        StandardisedRate result = rate(standard, new Stratum("a", 1, 10), new Stratum("b", 0, 0));
        assertThat(result.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(result.value()).isEmpty();
        assertThat(result.interval()).isEmpty();
        assertThat(result.details()).containsEntry("strata", List.of("b", "c"));
        assertThat(result.warnings()).containsExactly(Note.of("no-person-time", "b, c", "three"));
        ResultContract.assertKept(result);
    }

    @Test
    void a_band_that_the_standard_lacks_leaves_no_rate_and_is_named() {
        StandardPopulation standard = StandardPopulation.given("one", weights("a", 1));
        StandardisedRate result = rate(standard, new Stratum("a", 1, 10), new Stratum("x", 0, 5));
        assertThat(result.status()).isEqualTo(Status.NO_STANDARD_WEIGHT);
        assertThat(result.value()).isEmpty();
        assertThat(result.details()).containsEntry("strata", List.of("x"));
        assertThat(result.warnings()).containsExactly(Note.of("no-standard-weight", "x", "one"));
        ResultContract.assertKept(result);
    }

    @ParameterizedTest
    @EnumSource(StandardisedIntervalMethod.class)
    void strata_of_weight_zero_do_not_count_and_their_events_are_mentioned(StandardisedIntervalMethod method) {
        StandardPopulation standard = StandardPopulation.given("some", weights("a", 2, "b", 0, "c", 1));
        StandardPopulation without = StandardPopulation.given("some", weights("a", 2, "c", 1));
        StandardisedRate result = StandardisedRate.of(
                List.of(new Stratum("a", 12, 10), new Stratum("b", 7, 5), new Stratum("c", 3, 4)),
                standard,
                PER_ONE,
                method,
                Confidence.DEFAULT);
        StandardisedRate expected = StandardisedRate.of(
                List.of(new Stratum("a", 12, 10), new Stratum("c", 3, 4)),
                without,
                PER_ONE,
                method,
                Confidence.DEFAULT);
        assertThat(result.value()).isEqualTo(expected.value());
        assertThat(result.interval()).isEqualTo(expected.interval());
        assertThat(result.warnings())
                .containsExactly(Note.of("zero-standard-weight", "b", "some"), Note.of("small-count", 15, 20));
        assertThat(result.crude().events()).isEqualTo(22);
        ResultContract.assertKept(result);
    }

    @Test
    void events_only_where_the_weight_is_zero_are_no_events() {
        StandardPopulation standard = StandardPopulation.given("some", weights("a", 1, "b", 0));
        StandardisedRate result = rate(standard, new Stratum("a", 0, 10), new Stratum("b", 50, 5));
        assertThat(result.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(result.warnings())
                .containsExactly(Note.of("zero-standard-weight", "b", "some"), Note.of("small-count", 0, 20));
        ResultContract.assertKept(result);
    }

    @Test
    void warns_below_twenty_events_and_at_a_relative_error_of_thirty_percent() {
        StandardPopulation standard = StandardPopulation.given("one", weights("a", 1));
        assertThat(rate(standard, new Stratum("a", 19, 10)).warnings()).containsExactly(Note.of("small-count", 19, 20));
        assertThat(rate(standard, new Stratum("a", 20, 10)).warnings()).isEmpty();
        assertThat(rate(standard, new Stratum("a", 9, 10)).warnings())
                .containsExactly(Note.of("small-count", 9, 20), Note.of("unreliable", 33, 30));
    }

    @Test
    void works_with_a_published_standard() {
        StandardPopulation standard = StandardPopulation.find("SEGI_1960").orElseThrow();
        List<Stratum> strata = standard.weights().keySet().stream()
                .map(label -> new Stratum(label, 2, 1000))
                .toList();
        StandardisedRate result = StandardisedRate.of(
                strata,
                standard,
                RateScale.PER_100000_PERSON_YEARS,
                StandardisedIntervalMethod.FAY_FEUER,
                Confidence.DEFAULT);
        assertClose(result.value().orElseThrow(), 200, 1e-14);
        assertThat(result.details()).containsEntry("standard", "SEGI_1960");
        ResultContract.assertKept(result);
    }

    @Nested
    class Rejects {
        private final StandardPopulation standard = StandardPopulation.given("two", weights("a", 1, "b", 1));

        @Test
        void no_strata() {
            assertRejected("strata must not be empty");
        }

        @Test
        void events_without_person_time() {
            assertRejected(
                    "stratum b must have person-time, was 0 with 3 events",
                    new Stratum("a", 1, 1),
                    new Stratum("b", 3, 0));
        }

        @Test
        void too_many_events_in_all() {
            assertRejected(
                    "events of all strata must be at most 2^53, was 9007199254740993",
                    new Stratum("a", 1L << 53, 1),
                    new Stratum("b", 1, 1));
        }

        @Test
        void too_much_person_time_in_all() {
            assertRejected(
                    "personTime of all strata must be finite and 0 or more, was Infinity",
                    new Stratum("a", 1, 1.7e308),
                    new Stratum("b", 1, 1.7e308));
        }

        @Test
        void person_time_that_loses_the_variance() {
            assertRejected(
                    "personTime of the strata must give a rate and a variance that a double can hold, was 1E-200 and 0",
                    new Stratum("a", 1, 1e200),
                    new Stratum("b", 1, 1e200));
            assertRejected(
                    "personTime of the strata must give a rate and a variance that a double can hold, was 1E+200 and"
                            + " Infinity",
                    new Stratum("a", 1, 1e-200),
                    new Stratum("b", 1, 1e-200));
        }

        @Test
        void a_multiplier_that_makes_the_limits_overflow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardisedRate.of(
                            List.of(new Stratum("a", 1, 1), new Stratum("b", 1, 1)),
                            standard,
                            new RateScale(1.5e308, "years"),
                            StandardisedIntervalMethod.NORMAL,
                            Confidence.DEFAULT))
                    .withMessageStartingWith("limit times factor must be finite, was 2.38590382434967");
        }

        @Test
        void a_multiplier_that_makes_the_rate_overflow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardisedRate.of(
                            List.of(new Stratum("a", 2, 1), new Stratum("b", 2, 1)),
                            standard,
                            new RateScale(1.5e308, "years"),
                            StandardisedIntervalMethod.NORMAL,
                            new Confidence(0.95, Side.LOWER)))
                    .withMessage("rate times multiplier must be finite and 0 or more, was Infinity");
        }

        @Test
        void a_negative_count_and_a_blank_label() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Stratum("a", -1, 1))
                    .withMessage("events of stratum a must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Stratum("a", 1, Double.NaN))
                    .withMessage("personTime of stratum a must be finite and 0 or more, was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Stratum(" ", 1, 1))
                    .withMessage("label must not be blank");
        }

        @Test
        @SuppressWarnings("NullAway")
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> StandardisedRate.of(
                            List.of(new Stratum("a", 1, 1)), standard, PER_ONE, null, Confidence.DEFAULT))
                    .withMessage("method");
        }

        private void assertRejected(String message, Stratum... strata) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rate(standard, strata))
                    .withMessage(message);
        }
    }

    private static StandardisedRate rate(StandardPopulation standard, Stratum... strata) {
        return StandardisedRate.of(
                List.of(strata), standard, PER_ONE, StandardisedIntervalMethod.FAY_FEUER, Confidence.DEFAULT);
    }

    private static Map<String, Double> weights(Object... labelsAndWeights) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndWeights.length; i += 2) {
            weights.put((String) labelsAndWeights[i], ((Number) labelsAndWeights[i + 1]).doubleValue());
        }
        return weights;
    }

    private static double[] numbers(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
