package org.safecommunity.risk.uncertain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Factor;

/**
 * Seeded simulation of an uncertain score. Draws come in blocks; each block has a generator of its own, split off the
 * seeded one in order, so the result is the same bit for bit on any number of threads.
 *
 * <p>A range is drawn uniformly, an expert distribution by its shares, a triple by its {@link Shape}.
 *
 * @param shape   distribution of a triple, not null
 * @param draws   number of draws, from 1 to 10 000 000
 * @param seed    seed
 * @param threads number of threads, 1 or more
 */
public record Simulation(Shape shape, int draws, long seed, int threads) {
    private static final int BLOCK = 4096;
    private static final int MOST = 10_000_000;

    /** Distribution of a least, most likely and greatest number. */
    public enum Shape {
        /** Beta with the shapes 1 + 4(m − a)/(b − a) and 1 + 4(b − m)/(b − a): mean (a + 4m + b)/6. */
        PERT,
        /** Triangular. */
        TRIANGULAR
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the shape is null
     * @throws IllegalArgumentException if the draws are not from 1 to 10 000 000, or there is no thread
     */
    public Simulation {
        requireNonNull(shape, "shape");
        if (draws < 1 || draws > MOST) {
            throw new IllegalArgumentException("draws must be from 1 to " + MOST + ", was " + draws);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
        }
    }

    /**
     * Simulates a score.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    public ScoreDistribution of(UncertainScore score) {
        double[] scores = new double[draws];
        int blocks = (draws + BLOCK - 1) / BLOCK;
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, blocks));
        SplittableRandom root = new SplittableRandom(seed);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                int number = block;
                SplittableRandom random = root.split();
                running.add(pool.submit(() -> fill(score, scores, number, random)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("simulation was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("simulation failed: " + e.getMessage(), e);
        } finally {
            pool.shutdownNow();
        }
        Arrays.sort(scores);
        return summary(score, scores);
    }

    private void fill(UncertainScore score, double[] scores, int block, SplittableRandom random) {
        List<Sampler> samplers = new ArrayList<>();
        List<Boolean> summed = new ArrayList<>();
        for (Factor factor : score.scheme().factors()) {
            samplers.add(Sampler.of(requireNonNull(score.factors().get(factor.name())), shape));
            summed.add(score.scheme().isSummed(factor));
        }
        int end = Math.min(draws, (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            double product = 1;
            double sum = 0;
            for (int k = 0; k < samplers.size(); k++) {
                double value = samplers.get(k).draw(random);
                if (summed.get(k)) {
                    sum += value;
                } else {
                    product *= value;
                }
            }
            scores[i] = sum == 0 ? product : product * sum;
        }
    }

    private ScoreDistribution summary(UncertainScore score, double[] sorted) {
        Map<Band, Integer> counts = new LinkedHashMap<>();
        score.scheme().bands().forEach(band -> counts.put(band, 0));
        double sum = 0;
        for (double value : sorted) {
            counts.merge(band(score, value), 1, Integer::sum);
            sum += value;
        }
        double mean = sum / draws;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        Map<Band, Double> shares = new LinkedHashMap<>();
        counts.forEach((band, count) -> shares.put(band, (double) count / draws));
        return new ScoreDistribution(
                shares, mean, squares / draws, quantile(sorted, 5), quantile(sorted, 50), quantile(sorted, 95), draws);
    }

    /** The band of a drawn score; 12 digits are kept, so that 0.2 × 6 × 15 is 18 here too. */
    private static Band band(UncertainScore score, double value) {
        return score.scheme().band(new BigDecimal(value).round(new java.math.MathContext(12)));
    }

    /** Smallest draw with at least this percentage of the draws at or below it. */
    private static double quantile(double[] sorted, int percent) {
        long rank = ((long) percent * sorted.length + 99) / 100;
        return sorted[(int) Math.max(0, rank - 1)];
    }
}
