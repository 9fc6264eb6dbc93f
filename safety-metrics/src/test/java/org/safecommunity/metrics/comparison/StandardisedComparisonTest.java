package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.Stratum;

class StandardisedComparisonTest {
    private static final RateScale SCALE = new RateScale(100_000, "births");
    private static final String[] AGES = {"<20", "20-24", "25-29", "30-34", "35-39", "40+"};
    /** Births and Down syndrome by mother's age and birth order (Fay and Feuer 1997, Table 1), and a small group. */
    private static final long[][] BIRTHS = {
        {230061, 329449, 114920, 39487, 14208, 3052},
        {72202, 326701, 208667, 83228, 28466, 5375},
        {15050, 175702, 207081, 117300, 45026, 8660},
        {2293, 68800, 132424, 98301, 46075, 9834},
        {327, 30666, 123419, 149919, 104088, 34392},
        {300, 900, 800, 500, 200, 60}
    };

    private static final long[][] CASES = {
        {107, 141, 60, 40, 39, 25},
        {25, 150, 110, 84, 82, 39},
        {3, 71, 114, 103, 108, 75},
        {1, 26, 64, 89, 137, 96},
        {0, 8, 63, 112, 262, 295},
        {0, 1, 1, 0, 1, 0}
    };

    private static List<Stratum> order(int i) {
        List<Stratum> strata = new ArrayList<>();
        for (int age = 0; age < AGES.length; age++) {
            strata.add(new Stratum(AGES[age], CASES[i - 1][age], BIRTHS[i - 1][age]));
        }
        return strata;
    }

    private static StandardPopulation standard() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int age = 0; age < AGES.length; age++) {
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += BIRTHS[i][age];
            }
            weights.put(AGES[age], sum / 5);
        }
        return StandardPopulation.given("mean of the orders", weights);
    }

    private static StandardisedComparison compare(
            String statistic,
            List<Stratum> group,
            List<Stratum> reference,
            StandardisedIntervalMethod method,
            Side side) {
        Confidence confidence = new Confidence(0.95, side);
        return statistic.endsWith("ratio")
                ? StandardisedComparison.ratio(group, reference, standard(), method, confidence)
                : StandardisedComparison.difference(group, reference, standard(), SCALE, method, confidence);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "standardised-comparison.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            int group,
            int reference,
            String statistic,
            StandardisedIntervalMethod method,
            Side side,
            double value,
            double lower,
            double upper,
            String used) {
        StandardisedComparison result = compare(statistic, order(group), order(reference), method, side);
        assertThat(result.statistic()).isEqualTo(statistic);
        References.assertValue(result.value(), value, 1e-10);
        References.assertLimits(result, lower, upper, 1e-10);
        assertThat(result.interval().map(Interval::method)).contains(used);
        References.assertExplained(result);
    }

    @Test
    void a_fall_back_to_log_normal_limits_is_said() {
        StandardisedComparison ratio =
                compare("ratio", order(1), order(6), StandardisedIntervalMethod.FAY_FEUER, Side.BOTH);
        assertThat(ratio.warnings()).extracting(Note::code).containsExactly("fell-back");
        assertThat(ratio.test()).isPresent();
    }

    @Property(tries = 50)
    void a_group_compared_with_itself_gives_one_and_zero(@ForAll @IntRange(min = 1, max = 6) int i) {
        assertThat(compare("ratio", order(i), order(i), StandardisedIntervalMethod.TIWARI, Side.BOTH)
                        .value())
                .hasValue(1);
        assertThat(compare("difference", order(i), order(i), StandardisedIntervalMethod.TIWARI, Side.BOTH)
                        .value())
                .hasValue(0);
    }

    @Property(tries = 50)
    void the_order_of_strata_does_not_matter(@ForAll @IntRange(min = 0, max = 5) int turn) {
        List<Stratum> turned = new ArrayList<>(order(4));
        java.util.Collections.rotate(turned, turn);
        References.assertValue(
                compare("ratio", turned, order(1), StandardisedIntervalMethod.FAY_FEUER, Side.BOTH)
                        .value(),
                1.0044779984471255,
                1e-12);
    }

    @Test
    void a_missing_stratum_is_named() {
        StandardisedComparison ratio =
                compare("ratio", order(1), order(2).subList(0, 4), StandardisedIntervalMethod.FAY_FEUER, Side.BOTH);
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(ratio.details()).containsEntry("strata", List.of("35-39", "40+"));
        assertThat(ratio.warnings()).extracting(Note::code).containsExactly("no-person-time");
        References.assertExplained(ratio);
    }

    private static List<Stratum> without(int i) {
        return order(i).stream()
                .map(stratum -> new Stratum(stratum.label(), 0, stratum.personTime()))
                .toList();
    }

    @Test
    void no_event_in_one_group_or_in_both() {
        StandardisedIntervalMethod method = StandardisedIntervalMethod.FAY_FEUER;
        StandardisedComparison none = compare("ratio", without(1), without(2), method, Side.BOTH);
        StandardisedComparison noReference = compare("ratio", order(1), without(2), method, Side.BOTH);
        StandardisedComparison noGroup = compare("ratio", without(1), order(2), method, Side.BOTH);
        assertThat(none.status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(noReference.status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(noReference.value()).isEmpty();
        assertThat(noGroup.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(noGroup.interval().orElseThrow().lower()).isZero();
        assertThat(noGroup.interval().orElseThrow().upper()).isPositive().isFinite();
        StandardisedComparison difference = compare("difference", without(1), without(2), method, Side.BOTH);
        assertThat(difference.value()).hasValue(0);
        assertThat(difference.interval()).isPresent();
        StandardisedComparison normal =
                compare("difference", without(1), without(2), StandardisedIntervalMethod.NORMAL, Side.BOTH);
        assertThat(normal.interval()).isEmpty();
        assertThat(normal.warnings()).extracting(Note::code).containsExactly("interval-undefined");
        for (StandardisedComparison result : List.of(none, noReference, noGroup, difference, normal)) {
            References.assertExplained(result);
        }
    }

    @Nested
    class Rejects {
        @Test
        void no_strata() {
            assertThatThrownBy(() ->
                            compare("ratio", List.of(), order(1), StandardisedIntervalMethod.FAY_FEUER, Side.BOTH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("strata must not be empty");
        }

        @Test
        void events_without_person_time() {
            List<Stratum> wrong = List.of(new Stratum("<20", 4, 0));
            assertThatThrownBy(() -> compare("ratio", order(1), wrong, StandardisedIntervalMethod.FAY_FEUER, Side.BOTH))
                    .hasMessage("stratum <20 must have person-time, was 0 with 4 events");
        }
    }
}
