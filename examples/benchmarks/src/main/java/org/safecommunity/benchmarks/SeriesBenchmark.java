package org.safecommunity.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.safecommunity.metrics.detection.DetectionPoint;
import org.safecommunity.metrics.detection.Ears;
import org.safecommunity.metrics.detection.Farrington;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.trend.Joinpoint;
import org.safecommunity.metrics.trend.JoinpointSelection;

/** Time of one week judged from seven years of weeks, and of three joinpoints in 40 years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeriesBenchmark {
    private static final int WEEKS = 7 * 52;
    private static final int YEARS = 40;
    private static final double[] SLOPES = {0.03, -0.05, 0.02, -0.04};

    private final Farrington.Settings flexible = new Farrington.Settings(true, 52, 4, 3, 10, 2.58, 26, 0.05);
    private final double[] weeks = new double[WEEKS];
    private final double[] years = new double[YEARS];
    private final double[] times = new double[YEARS];

    /** Counts drawn with a seed. */
    public SeriesBenchmark() {
        SplittableRandom random = new SplittableRandom(1);
        for (int t = 0; t < WEEKS; t++) {
            double mean = 8 * Math.exp(0.5 * Math.cos(2 * Math.PI * t / 52));
            weeks[t] = PoissonDistribution.of(mean).inverseCumulativeProbability(random.nextDouble());
        }
        double log = Math.log(300);
        for (int t = 0; t < YEARS; t++) {
            log += SLOPES[t / 10];
            times[t] = 1980 + t;
            years[t] = PoissonDistribution.of(Math.exp(log)).inverseCumulativeProbability(random.nextDouble());
        }
    }

    @Benchmark
    public List<DetectionPoint> farringtonFlexible() {
        return Farrington.points(weeks, flexible, WEEKS, WEEKS);
    }

    @Benchmark
    public List<DetectionPoint> ears() {
        return Ears.C2.points(weeks, Ears.Settings.DEFAULT, WEEKS, WEEKS);
    }

    @Benchmark
    public Joinpoint joinpoint() {
        return Joinpoint.of(times, CountData.of(years), Joinpoint.Model.POISSON, 3);
    }

    @Benchmark
    public Joinpoint joinpointTests() {
        return Joinpoint.of(
                times,
                CountData.of(years),
                Joinpoint.Model.LOG_LINEAR,
                3,
                new JoinpointSelection.Permutation(999, 1, 0.05));
    }
}
