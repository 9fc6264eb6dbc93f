package org.safecommunity.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;

/** Time of 10,000 intervals (counts 0 to 9,999) and of one standardised rate of 18 strata. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IntervalBenchmark {
    private static final int COUNTS = 10_000;

    private final StandardPopulation standard =
            StandardPopulation.find("WHO_2000_2025").orElseThrow();
    private final List<Stratum> strata = new ArrayList<>();

    /** Strata with a few events each. */
    public IntervalBenchmark() {
        int events = 3;
        for (String label : standard.weights().keySet()) {
            strata.add(new Stratum(label, events++ % 17, 5000));
        }
    }

    @Benchmark
    public void garwood(Blackhole sink) {
        counts(PoissonIntervalMethod.GARWOOD, sink);
    }

    @Benchmark
    public void midP(Blackhole sink) {
        counts(PoissonIntervalMethod.MID_P, sink);
    }

    @Benchmark
    public void byar(Blackhole sink) {
        counts(PoissonIntervalMethod.BYAR, sink);
    }

    @Benchmark
    public void clopperPearson(Blackhole sink) {
        for (long x = 0; x < COUNTS; x++) {
            sink.consume(ProportionIntervalMethod.CLOPPER_PEARSON.limits(x, 2 * COUNTS, Confidence.DEFAULT));
        }
    }

    @Benchmark
    public StandardisedRate standardise() {
        return StandardisedRate.of(
                strata,
                standard,
                RateScale.PER_100000_PERSON_YEARS,
                StandardisedIntervalMethod.FAY_FEUER,
                Confidence.DEFAULT);
    }

    private static void counts(PoissonIntervalMethod method, Blackhole sink) {
        for (long x = 0; x < COUNTS; x++) {
            sink.consume(method.limits(x, Confidence.DEFAULT));
        }
    }
}
