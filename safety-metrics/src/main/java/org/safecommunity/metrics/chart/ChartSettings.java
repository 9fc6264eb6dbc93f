package org.safecommunity.metrics.chart;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/**
 * How a control chart is drawn. Immutable.
 *
 * @param limits   where the limits lie, not null
 * @param baseline points that the centre and the limits come from, not null
 * @param rules    rules that make a point a signal, not null
 * @param weighted settings of EWMA and CUSUM, not null
 */
public record ChartSettings(Limits limits, Baseline baseline, Set<ChartRule> rules, Weighted weighted) {
    /** Limits at 3σ from all points, signals beyond the limits, by runs of eight and by moving ranges. */
    public static final ChartSettings DEFAULT = new ChartSettings(
            new Sigma(3),
            Baseline.ALL,
            EnumSet.of(ChartRule.BEYOND_LIMITS, ChartRule.RUN_OF_8, ChartRule.MOVING_RANGE),
            new Weighted(0.2, 0.5, 5, OptionalDouble.empty(), OptionalDouble.empty()));

    public ChartSettings {
        requireNonNull(limits, "limits");
        requireNonNull(baseline, "baseline");
        rules = Set.copyOf(rules);
        requireNonNull(weighted, "weighted");
    }

    /** The same with other limits. */
    public ChartSettings with(Limits other) {
        return new ChartSettings(other, baseline, rules, weighted);
    }

    /** The same with another baseline. */
    public ChartSettings with(Baseline other) {
        return new ChartSettings(limits, other, rules, weighted);
    }

    /** The same with other rules. */
    public ChartSettings with(Set<ChartRule> other) {
        return new ChartSettings(limits, baseline, other, weighted);
    }

    /** The same with other settings of EWMA and CUSUM. */
    public ChartSettings with(Weighted other) {
        return new ChartSettings(limits, baseline, rules, other);
    }

    /** Where the limits lie. */
    public sealed interface Limits {}

    /**
     * Limits at a multiple of the standard deviation.
     *
     * @param k multiple, finite, greater than 0
     */
    public record Sigma(double k) implements Limits {
        public Sigma {
            Checks.positive(k, "k");
        }
    }

    /**
     * Limits at exact quantiles.
     *
     * @param tail probability below the lower and above the upper limit, each at most, greater than 0 and less than 0.5
     */
    public record Probability(double tail) implements Limits {
        public Probability {
            if (!(tail > 0 && tail < 0.5)) {
                throw new IllegalArgumentException("tail must be between 0 and 0.5, was " + NumberText.shortest(tail));
            }
        }
    }

    /**
     * Points that centre and limits come from.
     *
     * @param first first point, from 1
     * @param last  last point, at least {@code first}; points beyond the end of the series do not count
     */
    public record Baseline(int first, int last) {
        /** All points. */
        public static final Baseline ALL = new Baseline(1, Integer.MAX_VALUE);

        public Baseline {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "baseline must go from 1 or more to a later point, was " + first + " to " + last);
            }
        }

        /** Whether a point, counted from 0, is of the baseline. */
        boolean holds(int index) {
            return index + 1 >= first && index < last;
        }
    }

    /**
     * Settings of EWMA and CUSUM.
     *
     * @param lambda weight λ of the newest point of an EWMA, greater than 0, at most 1
     * @param k      reference value of a CUSUM in units of σ, 0 or more
     * @param h      decision interval of a CUSUM in units of σ, greater than 0
     * @param centre target μ0; absent: the mean of the baseline
     * @param sigma  standard deviation of a point, greater than 0; absent: √μ0 for counts, else mean moving range·√π/2
     */
    public record Weighted(double lambda, double k, double h, OptionalDouble centre, OptionalDouble sigma) {
        public Weighted {
            if (!(lambda > 0 && lambda <= 1)) {
                throw new IllegalArgumentException(
                        "lambda must be above 0 and at most 1, was " + NumberText.shortest(lambda));
            }
            Checks.notNegative(k, "k");
            Checks.positive(h, "h");
            if (centre.isPresent() && !Double.isFinite(centre.getAsDouble())) {
                throw new IllegalArgumentException(
                        "centre must be finite, was " + NumberText.shortest(centre.getAsDouble()));
            }
            sigma.ifPresent(value -> Checks.positive(value, "sigma"));
        }
    }
}
