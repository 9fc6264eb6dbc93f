package org.safecommunity.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.survey.ReplicateCentre;
import org.safecommunity.metrics.survey.ReplicateMethod;
import org.safecommunity.metrics.survey.SurveyDesign;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveySums;
import org.safecommunity.metrics.survey.SurveyVariance;

/** A million respondents in 100 strata of 10 clusters: their sums, and the means of 20 domains from these. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SurveyBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int DOMAINS = 20;

    private final double[] weight = new double[ROWS];
    private final double[] y = new double[ROWS];
    private final int[] domain = new int[ROWS];
    private final int[] leaf = new int[ROWS];
    private final SurveyDesign design;
    private final SurveySums sums;

    /** Respondents drawn with a seed. */
    public SurveyBenchmark() {
        SplittableRandom random = new SplittableRandom(7);
        SurveyDesign.Builder builder = SurveyDesign.builder().nest(true);
        for (int i = 0; i < ROWS; i++) {
            int cluster = i / 100 % 10;
            weight[i] = 1 + 9 * random.nextDouble();
            y[i] = 50 + cluster + 20 * random.nextDouble();
            domain[i] = random.nextInt(DOMAINS);
            leaf[i] = builder.unit(String.valueOf(i % 100), List.of(String.valueOf(cluster)), new double[0], weight[i]);
        }
        design = builder.build();
        sums = scan();
    }

    /** The one pass over the respondents. */
    @Benchmark
    public SurveySums scan() {
        SurveySums all = new SurveySums();
        for (int i = 0; i < ROWS; i++) {
            all.add(domain[i], leaf[i], weight[i], y[i]);
        }
        return all;
    }

    /** Means of every domain with standard errors by linearisation. */
    @Benchmark
    public double kernelDomains() {
        return means(SurveyVariance.taylor(design));
    }

    /** The same from 500 bootstrap replicates, which are made here. */
    @Benchmark
    public double kernelReplicates() {
        return means(SurveyVariance.replicates(design, ReplicateMethod.BOOTSTRAP, 500, 1, ReplicateCentre.MEAN));
    }

    private double means(SurveyVariance variance) {
        SurveyEstimates estimates = SurveyEstimates.with(variance, Confidence.DEFAULT);
        double sum = 0;
        for (int d = 0; d < DOMAINS; d++) {
            sum += estimates.mean(sums, d).standardError().orElseThrow();
        }
        return sum;
    }
}
