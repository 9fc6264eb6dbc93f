package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

/** Laws that {@link StandardisedRate} keeps with any data. */
class StandardisedRateLawsTest {
    @Property(tries = 200)
    void keeps_the_contract(
            @ForAll("data") StandardisedData data,
            @ForAll StandardisedIntervalMethod method,
            @ForAll @DoubleRange(min = 0.05, max = 0.99) double level,
            @ForAll Side side) {
        ResultContract.assertKept(data.rate(method, new Confidence(level, side)));
    }

    @Property(tries = 200)
    void explains_every_number(
            @ForAll("data") StandardisedData data,
            @ForAll StandardisedIntervalMethod method,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level,
            @ForAll Side side) {
        new StandardisedWorking(data.rate(method, new Confidence(level, side)).explain(Locale.ENGLISH)).assertRight();
    }

    @Property(tries = 200)
    void interval_contains_the_rate(
            @ForAll("data") StandardisedData data,
            @ForAll StandardisedIntervalMethod method,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        StandardisedRate result = data.rate(method, Confidence.of(level));
        result.interval()
                .ifPresentOrElse(
                        limits -> assertThat(limits.contains(result.value().orElseThrow()))
                                .isTrue(),
                        () -> assertThat(result.status()).isEqualTo(Status.ZERO_EVENTS));
    }

    @Property(tries = 200)
    void order_of_strata_and_scale_of_weights_do_not_matter(
            @ForAll("data") StandardisedData data,
            @ForAll StandardisedIntervalMethod method,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double factor) {
        List<Stratum> shuffled = new ArrayList<>(data.strata());
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, Double> scaled = new LinkedHashMap<>();
        data.weights().forEach((label, weight) -> scaled.put(label, weight * factor));
        StandardisedRate other = new StandardisedData(shuffled, scaled).rate(method, Confidence.DEFAULT);
        assertSame(other, data.rate(method, Confidence.DEFAULT), 1);
    }

    @Property(tries = 200)
    void scales_with_exposure(
            @ForAll("data") StandardisedData data,
            @ForAll StandardisedIntervalMethod method,
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double factor) {
        List<Stratum> longer = data.strata().stream()
                .map(stratum -> new Stratum(stratum.label(), stratum.events(), stratum.personTime() * factor))
                .toList();
        StandardisedRate other = new StandardisedData(longer, data.weights()).rate(method, Confidence.DEFAULT);
        assertSame(other, data.rate(method, Confidence.DEFAULT), 1 / factor);
    }

    @Property(tries = 200)
    void equal_stratum_rates_are_the_crude_rate(
            @ForAll("data") StandardisedData data, @ForAll @LongRange(min = 1, max = 50) long perUnit) {
        List<Stratum> equal = new ArrayList<>();
        for (Stratum stratum : data.strata()) {
            long time = Math.max(1, Math.round(stratum.personTime()));
            equal.add(new Stratum(stratum.label(), perUnit * time, time));
        }
        StandardisedRate result = new StandardisedData(equal, data.weights()).rate();
        assertClose(result.value().orElseThrow(), perUnit, 1e-13);
        assertClose(result.crude().value().orElseThrow(), perUnit, 1e-13);
    }

    @Property(tries = 200)
    void weights_in_proportion_to_person_time_give_the_crude_rate_and_its_limits(
            @ForAll("data") StandardisedData data) {
        Map<String, Double> own = new LinkedHashMap<>();
        data.strata().forEach(stratum -> own.put(stratum.label(), stratum.personTime()));
        StandardisedData self = new StandardisedData(data.strata(), own);
        StandardisedRate gamma = self.rate();
        StandardisedRate dobson = self.rate(StandardisedIntervalMethod.DOBSON_EXACT, Confidence.DEFAULT);
        Interval crude = gamma.crude().interval().orElseThrow();
        for (Interval limits : List.of(
                gamma.interval().orElseThrow(),
                dobson.interval().orElse(crude),
                self.rate(StandardisedIntervalMethod.TIWARI, Confidence.DEFAULT)
                        .interval()
                        .orElseThrow())) {
            assertClose(limits.lower(), crude.lower(), 1e-9);
            assertClose(limits.upper(), crude.upper(), 1e-9);
        }
    }

    /** Dobson's limits do not have this law: a further event of small weight lowers the variance per event. */
    @Property(tries = 200)
    void one_more_event_raises_rate_and_upper_limit(
            @ForAll("data") StandardisedData data, @ForAll("monotone") StandardisedIntervalMethod method) {
        List<Stratum> strata = new ArrayList<>(data.strata());
        Stratum first = strata.get(0);
        strata.set(0, new Stratum(first.label(), first.events() + 1, first.personTime()));
        StandardisedRate fewer = data.rate(method, Confidence.DEFAULT);
        StandardisedRate more = new StandardisedData(strata, data.weights()).rate(method, Confidence.DEFAULT);
        assertThat(more.value().orElseThrow()).isGreaterThan(fewer.value().orElseThrow());
        double before = fewer.interval().map(Interval::upper).orElse(0d);
        assertThat(more.interval().orElseThrow().upper()).isGreaterThan(before);
    }

    @Provide
    Arbitrary<StandardisedIntervalMethod> monotone() {
        return Arbitraries.of(
                StandardisedIntervalMethod.FAY_FEUER,
                StandardisedIntervalMethod.TIWARI,
                StandardisedIntervalMethod.NORMAL);
    }

    @Provide
    Arbitrary<StandardisedData> data() {
        Arbitrary<long[]> stratum = Combinators.combine(
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.longs().between(1, 100_000),
                        Arbitraries.longs().between(1, 1000))
                .as((events, time, weight) -> new long[] {events, time, weight});
        return stratum.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(rows -> StandardisedData.of(
                        rows.stream().mapToDouble(row -> row[0]).toArray(),
                        rows.stream().mapToDouble(row -> row[1]).toArray(),
                        rows.stream().mapToDouble(row -> row[2]).toArray()));
    }

    private static void assertSame(StandardisedRate actual, StandardisedRate base, double factor) {
        assertClose(actual.value().orElseThrow(), base.value().orElseThrow() * factor, 1e-12);
        assertThat(actual.status()).isEqualTo(base.status());
        assertThat(actual.interval().isPresent()).isEqualTo(base.interval().isPresent());
        actual.interval().ifPresent(limits -> {
            Interval expected = base.interval().orElseThrow().times(factor);
            assertThat(limits.lower()).isCloseTo(expected.lower(), within(1e-12 * expected.upper()));
            assertClose(limits.upper(), expected.upper(), 1e-12);
        });
    }
}
