package org.safecommunity.metrics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.Stratum;

/** {@link FunnelLimits}, {@link FunnelDispersion}, {@link Overdispersion} and {@link EmpiricalBayes}. */
class CommunitiesTest {
    private static final RateScale ONE = new RateScale(1, "person-years");
    private static final long[] EVENTS = {2, 14, 0, 30, 3, 1, 25, 2, 9, 40};
    private static final double[] TIMES = {1000, 3000, 500, 4000, 2500, 800, 3500, 1200, 2200, 6000};
    private static final double[] EXPECTED = {5.1, 15.3, 2.55, 20.4, 12.8, 4.1, 17.9, 6.1, 11.2, 30.6};
    private static final long[] CALM_EVENTS = {1, 5, 0, 12, 3, 0, 7, 2};
    private static final double[] CALM_TIMES = {1000, 3000, 500, 4000, 2500, 800, 3500, 1200};

    private static List<Stratum> units(long[] events, double[] times) {
        List<Stratum> units = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            units.add(new Stratum(String.valueOf(i + 1), events[i], times[i]));
        }
        return units;
    }

    private static double limit(FunnelLimits result, String name, int end) {
        assertThat(result.details().get(name)).isInstanceOf(List.class);
        return (Double)
                ((List<?>) java.util.Objects.requireNonNull(result.details().get(name))).get(end);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "funnel.reference.csv", useHeadersInDisplayName = true)
    void funnel_matches_reference_values(
            String set,
            int unit,
            long observed,
            double expected,
            double lower95,
            double upper95,
            double lower998,
            double upper998,
            double z,
            double raw,
            double phi,
            double tau,
            double low,
            double high) {
        boolean smr = set.equals("smr");
        List<Stratum> units = smr ? units(EVENTS, EXPECTED) : units(CALM_EVENTS, CALM_TIMES);
        FunnelLimits result = FunnelLimits.of(units, smr ? OptionalDouble.of(1) : OptionalDouble.empty(), ONE)
                .get(unit - 1);
        double time = units.get(unit - 1).personTime();
        assertThat(result.inputs()).containsEntry("events", observed);
        References.assertClose(limit(result, "limits95", 0) * time, lower95, 1e-9);
        References.assertClose(limit(result, "limits95", 1) * time, upper95, 1e-9);
        References.assertClose(limit(result, "limits998", 0) * time, lower998, 1e-9);
        References.assertClose(limit(result, "limits998", 1) * time, upper998, 1e-9);
        References.assertClose(result.test().orElseThrow().statistic(), z, 1e-10);
        References.assertExplained(result);
        double target = expected / time;
        FunnelDispersion dispersion = FunnelDispersion.of(units, target);
        References.assertValue(dispersion.value(), phi, 1e-11);
        References.assertClose(dispersion.tauSquared(), tau, 1e-10);
        assertThat(dispersion.details().get("rawDispersion"))
                .isInstanceOfSatisfying(Double.class, r -> References.assertClose(r, raw, 1e-11));
        List<?> drawn =
                (List<?>) java.util.Objects.requireNonNull(dispersion.details().get("winsorLimits"));
        References.assertClose((Double) drawn.get(0), low, 1e-11);
        References.assertClose((Double) drawn.get(1), high, 1e-11);
        References.assertExplained(dispersion);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "empirical-bayes.reference.csv", useHeadersInDisplayName = true)
    void empirical_bayes_matches_reference_values(
            String set, int unit, long observed, double personTime, double theta, double mean, double variance) {
        List<Stratum> units = set.equals("varied") ? units(EVENTS, TIMES) : units(CALM_EVENTS, CALM_TIMES);
        EmpiricalBayes result = EmpiricalBayes.of(units, ONE).get(unit - 1);
        assertThat(result.inputs()).containsEntry("events", observed).containsEntry("personTime", personTime);
        References.assertValue(result.value(), theta, 1e-11);
        assertThat(result.inputs().get("priorMean"))
                .isInstanceOfSatisfying(Double.class, b -> References.assertClose(b, mean, 1e-12));
        assertThat(result.inputs().get("priorVariance"))
                .isInstanceOfSatisfying(Double.class, a -> References.assertClose(a, variance, 1e-10));
        References.assertExplained(result);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "overdispersion.reference.csv", useHeadersInDisplayName = true)
    void overdispersion_matches_reference_values(
            double chiSquared, double df, double pValue, double phi, double dean, double deanP) {
        Overdispersion result = Overdispersion.of(units(EVENTS, TIMES));
        References.assertValue(result.value(), phi, 1e-11);
        References.assertClose(result.test().orElseThrow().statistic(), chiSquared, 1e-11);
        assertThat(result.test().orElseThrow().df()).containsExactly(df);
        References.assertP(result, pValue, 1e-11);
        assertThat(result.details().get("deanScore"))
                .isInstanceOfSatisfying(Double.class, t -> References.assertClose(t, dean, 1e-11));
        assertThat(result.details().get("deanP"))
                .isInstanceOfSatisfying(Double.class, p -> References.assertClose(p, deanP, 1e-10));
        References.assertExplained(result);
    }

    @Property(tries = 100)
    void smoothed_rates_lie_between_the_own_and_the_common_rate(
            @ForAll @Size(5) List<@LongRange(min = 0, max = 500) Long> events) {
        double[] times = {1000, 3000, 500, 4000, 2500};
        List<Stratum> units = units(events.stream().mapToLong(Long::longValue).toArray(), times);
        double common = events.stream().mapToLong(Long::longValue).sum() / 11_000d;
        for (int i = 0; i < 5; i++) {
            double own = events.get(i) / times[i];
            double smoothed = EmpiricalBayes.of(units, ONE).get(i).value().orElseThrow();
            assertThat(smoothed).isBetween(Math.min(own, common) - 1e-15, Math.max(own, common) + 1e-15);
        }
    }

    @Property(tries = 100)
    void limits_enclose_the_target_and_widen_with_the_level(
            @ForAll @DoubleRange(min = 0.5, max = 5000) double expected, @ForAll @IntRange(min = 0, max = 50) int x) {
        List<Stratum> units = List.of(new Stratum("a", x, expected), new Stratum("b", 3, 4));
        FunnelLimits result = FunnelLimits.of(units, OptionalDouble.of(1), ONE).get(0);
        assertThat(limit(result, "limits95", 1)).isGreaterThan(1);
        assertThat(limit(result, "limits95", 0)).isLessThan(1);
        assertThat(limit(result, "limits998", 1)).isGreaterThan(limit(result, "limits95", 1));
        assertThat(limit(result, "limits998", 0)).isLessThanOrEqualTo(limit(result, "limits95", 0));
    }

    @Test
    void signals_use_the_wider_limits_where_communities_differ_beyond_chance() {
        List<FunnelLimits> results = FunnelLimits.of(units(EVENTS, EXPECTED), OptionalDouble.of(1), ONE);
        // 0 of 2.55 is inside the exact 95 % limits, and z = -2.42 outside the adjusted ones
        assertThat(results.get(2).details()).containsEntry("signal", "alert").containsKey("adjustedLimits95");
        assertThat(results.get(0).details()).containsEntry("signal", "in-control");
    }

    @Test
    void signals_without_extra_variation_come_from_the_exact_limits() {
        List<Stratum> units = List.of(
                new Stratum("a", 10, 10),
                new Stratum("b", 11, 10),
                new Stratum("c", 9, 10),
                new Stratum("d", 10, 10),
                new Stratum("e", 10, 10),
                new Stratum("f", 10, 10),
                new Stratum("g", 10, 10),
                new Stratum("h", 10, 10),
                new Stratum("i", 10, 10),
                new Stratum("j", 10, 10),
                new Stratum("k", 10, 10),
                new Stratum("l", 25, 10));
        List<FunnelLimits> results = FunnelLimits.of(units, OptionalDouble.of(1), ONE);
        assertThat(results.get(11).details()).containsEntry("signal", "alarm").doesNotContainKey("adjustedLimits95");
        assertThat(results.get(0).details()).containsEntry("signal", "in-control");
        FunnelDispersion dispersion = FunnelDispersion.of(units, 1);
        assertThat(dispersion.tauSquared()).isZero();
        assertThat(dispersion.warnings()).extracting(Note::code).containsExactly("no-extra-variation");
    }

    @Test
    void a_community_without_person_time_has_no_funnel_and_the_common_rate() {
        List<Stratum> units = List.of(new Stratum("a", 10, 1000), new Stratum("b", 0, 0), new Stratum("c", 40, 1000));
        FunnelLimits funnel =
                FunnelLimits.of(units, OptionalDouble.empty(), ONE).get(1);
        EmpiricalBayes smoothed = EmpiricalBayes.of(units, ONE).get(1);
        assertThat(funnel.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(funnel.value()).isEmpty();
        assertThat(smoothed.status()).isEqualTo(Status.NO_PERSON_TIME);
        assertThat(smoothed.value()).hasValue(0.025);
        References.assertExplained(funnel);
        References.assertExplained(smoothed);
    }

    @Test
    void no_event_anywhere_is_a_status() {
        List<Stratum> units = List.of(new Stratum("a", 0, 1000), new Stratum("b", 0, 500));
        FunnelLimits funnel =
                FunnelLimits.of(units, OptionalDouble.empty(), ONE).get(0);
        assertThat(funnel.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(funnel.details()).doesNotContainKey("signal");
        assertThat(Overdispersion.of(units).status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(FunnelDispersion.of(units, 0).value()).isEmpty();
        assertThat(EmpiricalBayes.of(units, ONE).get(0).value()).hasValue(0);
        References.assertExplained(funnel);
        References.assertExplained(Overdispersion.of(units));
    }

    @Nested
    class Rejects {
        @Test
        void one_community() {
            assertThatThrownBy(() -> EmpiricalBayes.of(List.of(new Stratum("a", 1, 5), new Stratum("b", 0, 0)), ONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("at least 2 communities must have person-time, was 1");
        }

        @Test
        void events_without_person_time() {
            List<Stratum> units = List.of(new Stratum("a", 1, 5), new Stratum("b", 1, 5), new Stratum("c", 2, 0));
            assertThatThrownBy(() -> FunnelLimits.of(units, OptionalDouble.empty(), ONE))
                    .hasMessage("c must have person-time, was 0 with 2 events");
        }

        @Test
        void a_target_that_is_not_positive() {
            assertThatThrownBy(() -> FunnelLimits.of(units(EVENTS, TIMES), OptionalDouble.of(0), ONE))
                    .hasMessage("target must be finite and greater than 0, was 0");
        }

        @Test
        void more_expected_events_than_can_be_computed() {
            assertThatThrownBy(() -> FunnelLimits.of(
                            List.of(new Stratum("a", 1, 1e12), new Stratum("b", 1, 5)), OptionalDouble.of(1), ONE))
                    .hasMessage("expected events of a must be at most 1E9, was 1000000000000");
        }
    }
}
