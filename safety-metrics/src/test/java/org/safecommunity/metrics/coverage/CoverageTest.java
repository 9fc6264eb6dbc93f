package org.safecommunity.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.method.MethodEntry;
import org.safecommunity.metrics.method.MethodEntry.Part;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;

/**
 * The actual coverage of 95 % intervals. For counts and proportions it is computed exactly over a grid: the probability of
 * all outcomes whose interval holds the truth. For standardised rates it is simulated with a fixed seed. The figures in
 * the textbook entries must be these.
 */
@Tag("slow")
class CoverageTest {
    private static final int SAMPLES = 20_000;

    @ParameterizedTest
    @EnumSource(PoissonIntervalMethod.class)
    void of_a_count_with_mean_1_to_50(PoissonIntervalMethod method) {
        List<Double> coverage = new ArrayList<>();
        for (int step = 10; step <= 500; step++) {
            double mean = step / 10d;
            PoissonDistribution counts = PoissonDistribution.of(mean);
            coverage.add(covered(
                    counts.inverseSurvivalProbability(1e-13),
                    x -> counts.probability((int) x),
                    x -> method.limits((long) x, Confidence.DEFAULT)
                                    .filter(i -> i.contains(mean))
                                    .isPresent()
                            ? 1
                            : 0));
        }
        compare("poisson-" + method.label(), coverage);
    }

    @ParameterizedTest
    @EnumSource(ProportionIntervalMethod.class)
    void of_a_proportion_from_2_to_98_percent_in_50_trials(ProportionIntervalMethod method) {
        List<Double> coverage = new ArrayList<>();
        for (int step = 20; step <= 980; step++) {
            double p = step / 1000d;
            BinomialDistribution events = BinomialDistribution.of(50, p);
            coverage.add(covered(
                    50,
                    x -> events.probability((int) x),
                    x -> method.limits((long) x, 50, Confidence.DEFAULT)
                                    .filter(i -> i.contains(p))
                                    .isPresent()
                            ? 1
                            : 0));
        }
        compare("proportion-" + method.label(), coverage);
    }

    /** Ages of WHO 2000–2025, person-time uneven, 10 to 200 events expected in all. */
    @ParameterizedTest
    @EnumSource(StandardisedIntervalMethod.class)
    void of_a_standardised_rate(StandardisedIntervalMethod method) {
        StandardPopulation standard = StandardPopulation.find("WHO_2000_2025").orElseThrow();
        List<String> labels = List.copyOf(standard.weights().keySet());
        List<Double> coverage = new ArrayList<>();
        for (double expected : new double[] {10, 20, 50, 100, 200}) {
            coverage.add(simulated(method, standard, labels, expected));
        }
        compare("standardised-" + method.label(), coverage);
    }

    private static double simulated(
            StandardisedIntervalMethod method, StandardPopulation standard, List<String> labels, double expected) {
        SplittableRandom random = new SplittableRandom(20261125);
        double[] personTime = new double[labels.size()];
        double[] mean = new double[labels.size()];
        double sum = 0;
        double truth = 0;
        for (int i = 0; i < mean.length; i++) {
            personTime[i] = 1000 * (1 + i % 5);
            mean[i] = personTime[i] * (1 + 0.3 * i);
            sum += mean[i];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= expected / sum;
            truth += standard.weights().get(labels.get(i)) / standard.total() * mean[i] / personTime[i];
        }
        int covered = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<Stratum> strata = new ArrayList<>();
            for (int i = 0; i < mean.length; i++) {
                strata.add(new Stratum(labels.get(i), poisson(mean[i], random), personTime[i]));
            }
            StandardisedRate rate =
                    StandardisedRate.of(strata, standard, new RateScale(1, "person-years"), method, Confidence.DEFAULT);
            covered += rate.interval().filter(holds(truth)).isPresent() ? 1 : 0;
        }
        return covered / (double) SAMPLES;
    }

    private static java.util.function.Predicate<Interval> holds(double truth) {
        return interval -> interval.contains(truth);
    }

    private static int poisson(double mean, SplittableRandom random) {
        return PoissonDistribution.of(mean).inverseCumulativeProbability(random.nextDouble());
    }

    private static double covered(int last, DoubleUnaryOperator probability, DoubleUnaryOperator holds) {
        double sum = 0;
        for (int x = 0; x <= last; x++) {
            sum += probability.applyAsDouble(x) * holds.applyAsDouble(x);
        }
        return sum;
    }

    /** The entry names the mean and the least coverage in percent with one decimal. */
    private static void compare(String id, List<Double> coverage) {
        double mean =
                coverage.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double least = coverage.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        MethodEntry entry = MethodEntry.find(id).get(0);
        String text = entry.text(Part.COVERAGE, Locale.ENGLISH).orElse("none");
        String figures = String.format(Locale.ROOT, "mean %.1f %%, least %.1f %%", mean * 100, least * 100);
        assertThat(text).as("%s: %s", id, figures).contains(figures);
        assertThat(entry.text(Part.COVERAGE, Locale.CHINESE).orElse("none"))
                .contains(String.format(Locale.ROOT, "平均 %.1f%%，最低 %.1f%%", mean * 100, least * 100));
    }
}
