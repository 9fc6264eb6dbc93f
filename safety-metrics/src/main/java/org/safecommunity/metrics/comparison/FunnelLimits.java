package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.rate.PublicationRule;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.Stratum;

/**
 * One community on a funnel plot: its rate, and the limits between which the rate of a community of its size lies with 95 %
 * and 99.8 % probability when its true rate is the target. Immutable.
 *
 * <p>E = T·target. Exact Poisson limits, interpolated: with r the smallest count of P(X ≤ r) ≥ p, limit = (r − (P(X ≤ r) −
 * p)/P(X = r))/E. Where the communities differ more than chance (φ of {@link FunnelDispersion} above 1) the test and the
 * signal use the wider limits of z = (√(O/E) − 1)/√(1/(4E) + τ²). Signals: {@code in-control}, {@code alert} (outside the
 * 95 % limits), {@code alarm} (outside the 99.8 % limits).
 * <p>Limits: the funnel tells communities apart from the target, not from each other; rates must be standardised or the
 * communities alike. With many communities one in twenty is outside the 95 % limits by chance alone.
 * <p>Checked against: R {@code ppois}, {@code qpois}; the formulas of Spiegelhalter 2005.
 */
public final class FunnelLimits extends ComparisonResult {
    private static final double[] LEVELS = {0.95, 0.998};
    private static final double LARGEST = 1e9;

    private final Stratum unit;
    private final double target;
    private final RateScale scale;
    private final FunnelDispersion dispersion;

    private FunnelLimits(Stratum unit, double target, RateScale scale, FunnelDispersion dispersion, Outcome outcome) {
        super("funnel-rate", outcome);
        this.unit = unit;
        this.target = target;
        this.scale = scale;
        this.dispersion = dispersion;
    }

    /**
     * Places communities on a funnel plot.
     *
     * @param units  communities with their events and person-time, at least two with person-time
     * @param target target rate per one unit of person-time, greater than 0; empty for the rate of all communities together
     * @param scale  how rates are written, not null
     * @return one result a community, in the same order; one without person-time has no estimate
     * @throws IllegalArgumentException if fewer than two communities have person-time, one has events without any (it is
     *     named), target is not finite and positive, or a community would expect more than 10^9 events
     */
    public static List<FunnelLimits> of(List<Stratum> units, OptionalDouble target, RateScale scale) {
        List<Stratum> present = present(units);
        double events = present.stream().mapToDouble(Stratum::events).sum();
        double time = present.stream().mapToDouble(Stratum::personTime).sum();
        double rate = target.isPresent() ? Checks.positive(target.getAsDouble(), "target") : events / time;
        FunnelDispersion dispersion = FunnelDispersion.of(present, rate);
        List<FunnelLimits> results = new ArrayList<>();
        for (Stratum unit : units) {
            results.add(new FunnelLimits(unit, rate, scale, dispersion, outcome(unit, rate, scale, dispersion)));
        }
        return results;
    }

    /** The communities that have person-time. */
    static List<Stratum> present(List<Stratum> units) {
        for (Stratum unit : units) {
            if (unit.personTime() == 0 && unit.events() > 0) {
                throw new IllegalArgumentException(
                        unit.label() + " must have person-time, was 0 with " + unit.events() + " events");
            }
        }
        List<Stratum> present =
                units.stream().filter(unit -> unit.personTime() > 0).toList();
        if (present.size() < 2) {
            throw new IllegalArgumentException("at least 2 communities must have person-time, was " + present.size());
        }
        return present;
    }

    private static Outcome outcome(Stratum unit, double rate, RateScale scale, FunnelDispersion dispersion) {
        Outcome outcome = new Outcome();
        if (unit.personTime() == 0) {
            return outcome.status(Status.NO_PERSON_TIME);
        }
        double expected = unit.personTime() * rate;
        if (expected > LARGEST) {
            throw new IllegalArgumentException(
                    "expected events of " + unit.label() + " must be at most 1E9, was " + Working.n(expected));
        }
        double m = scale.multiplier();
        double value = unit.events() / unit.personTime() * m;
        outcome.value(value).detail("expected", expected).notes(PublicationRule.ofCount(unit.events()));
        if (expected == 0) {
            return outcome.status(Status.ZERO_EVENTS).note(Note.of("nothing-expected"));
        }
        double[][] limits = new double[LEVELS.length][];
        double[][] adjusted = new double[LEVELS.length][];
        for (int i = 0; i < LEVELS.length; i++) {
            limits[i] = scaled(exact(expected, LEVELS[i]), unit.personTime(), m);
            adjusted[i] = scaled(adjusted(expected, dispersion.tauSquared(), LEVELS[i]), unit.personTime(), m);
        }
        double z = statistic(unit.events(), expected, dispersion.tauSquared());
        boolean wide = dispersion.tauSquared() > 0;
        outcome.detail("signal", signal(value, wide ? adjusted : limits))
                .detail("limits95", boxed(limits[0]))
                .detail("limits998", boxed(limits[1]))
                .test(Optional.of(CentralTest.ofZ("funnel", z, Side.BOTH)));
        if (wide) {
            outcome.detail("adjustedLimits95", boxed(adjusted[0])).detail("adjustedLimits998", boxed(adjusted[1]));
        }
        return outcome;
    }

    /** The statistic on the square-root scale. */
    static double statistic(double observed, double expected, double tauSquared) {
        return (Math.sqrt(observed / expected) - 1) / Math.sqrt(1 / (4 * expected) + tauSquared);
    }

    /** Interpolated exact limits of the count. */
    static double[] exact(double expected, double level) {
        double tail = (1 - level) / 2;
        return new double[] {exactLimit(expected, tail), exactLimit(expected, 1 - tail)};
    }

    private static double exactLimit(double expected, double p) {
        PoissonDistribution poisson = PoissonDistribution.of(expected);
        int r = poisson.inverseCumulativeProbability(p);
        double part = (poisson.cumulativeProbability(r) - p) / poisson.probability(r);
        return Math.max(0, r - part);
    }

    private static double[] adjusted(double expected, double tauSquared, double level) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(1 / (4 * expected) + tauSquared);
        double lower = Math.max(0, 1 - half);
        return new double[] {lower * lower * expected, (1 + half) * (1 + half) * expected};
    }

    private static double[] scaled(double[] counts, double personTime, double m) {
        return Arrays.stream(counts).map(count -> count / personTime * m).toArray();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static String signal(double value, double[][] limits) {
        if (value < limits[1][0] || value > limits[1][1]) {
            return "alarm";
        }
        return value < limits[0][0] || value > limits[0][1] ? "alert" : "in-control";
    }

    /** How much the communities of this plot differ beyond chance. */
    public FunnelDispersion dispersion() {
        return dispersion;
    }

    /** Name of the community. */
    public String label() {
        return unit.label();
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", unit.events());
        inputs.put("personTime", unit.personTime());
        inputs.put("multiplier", scale.multiplier());
        inputs.put("target", target * scale.multiplier());
        inputs.put("tauSquared", dispersion.tauSquared());
        return inputs;
    }

    @Override
    void calculations(Working working) {
        if (value().isEmpty()) {
            return;
        }
        double expected = unit.personTime() * target;
        String m = Working.n(scale.multiplier());
        working.calculation(
                "step.crude-rate",
                "x / T × m",
                Working.n(unit.events()) + " / " + Working.n(unit.personTime()) + " × " + m,
                value().getAsDouble(),
                unit());
        working.calculation(
                "step.expected", "E = T × target", Working.n(unit.personTime()) + " × " + Working.n(target), expected);
        if (test().isEmpty()) {
            return;
        }
        for (double level : LEVELS) {
            double[] counts = exact(expected, level);
            String percent = Working.n(level * 100) + " %";
            String formula = "(r − (P(X ≤ r) − p)/P(X = r)) / T × m, P(X ≤ r) ≥ p";
            for (int i = 0; i < 2; i++) {
                working.labelled(
                        working.text(i == 0 ? "step.lower-limit" : "step.upper-limit") + " " + percent,
                        formula,
                        "E = " + Working.n(expected) + ", p = " + Working.n(i == 0 ? (1 - level) / 2 : (1 + level) / 2),
                        counts[i] / unit.personTime() * scale.multiplier(),
                        unit());
            }
        }
        working.calculation(
                "step.funnel-z",
                "z = (√(O/E) − 1) / √(1/(4E) + τ²)",
                "O = " + Working.n(unit.events()) + ", E = " + Working.n(expected) + ", τ² = "
                        + Working.n(dispersion.tauSquared()),
                test().get().statistic());
    }

    @Override
    String method(Locale locale) {
        return "";
    }

    @Override
    String assumptions() {
        return "funnel";
    }

    @Override
    String source() {
        return "Spiegelhalter 2005, Statistics in Medicine 24:1185–1202";
    }
}
