package org.safecommunity.risk.uncertain;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.safecommunity.risk.uncertain.UncertainRating.Distribution;
import org.safecommunity.risk.uncertain.UncertainRating.Triple;

/** Draws numbers of one factor. Strict arithmetic only, so that a seed gives the same bits on every machine. */
interface Sampler {
    double draw(SplittableRandom random);

    static Sampler of(UncertainRating rating, Simulation.Shape shape) {
        double least = rating.least().doubleValue();
        double greatest = rating.greatest().doubleValue();
        if (least == greatest) {
            return random -> least;
        }
        if (rating instanceof Distribution distribution) {
            return discrete(distribution);
        }
        if (rating instanceof Triple triple) {
            double mode = (triple.mode().doubleValue() - least) / (greatest - least);
            Sampler unit = shape == Simulation.Shape.PERT ? pert(mode) : triangular(mode);
            return random -> least + (greatest - least) * unit.draw(random);
        }
        return random -> least + (greatest - least) * random.nextDouble();
    }

    private static Sampler discrete(Distribution distribution) {
        double[] numbers = distribution.shares().keySet().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
        double[] cumulative = new double[numbers.length];
        BigDecimal sum = BigDecimal.ZERO;
        int i = 0;
        for (BigDecimal share : distribution.shares().values()) {
            sum = sum.add(share);
            cumulative[i++] = sum.doubleValue();
        }
        return random -> {
            double u = random.nextDouble();
            int k = 0;
            while (k < numbers.length - 1 && u >= cumulative[k]) {
                k++;
            }
            return numbers[k];
        };
    }

    /** By inversion on [0, 1]. */
    private static Sampler triangular(double mode) {
        return random -> {
            double u = random.nextDouble();
            return u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode));
        };
    }

    /** Beta on [0, 1] by rejection below its density at the mode; at most 5 tries on average. */
    private static Sampler pert(double mode) {
        double left = 4 * mode;
        double right = 4 * (1 - mode);
        double top = kernel(mode, left, right);
        return random -> {
            double x = random.nextDouble();
            while (random.nextDouble() * top > kernel(x, left, right)) {
                x = random.nextDouble();
            }
            return x;
        };
    }

    private static double kernel(double x, double left, double right) {
        return StrictMath.pow(x, left) * StrictMath.pow(1 - x, right);
    }
}
