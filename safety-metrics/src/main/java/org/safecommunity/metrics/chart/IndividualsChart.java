package org.safecommunity.metrics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.chart.ChartSettings.Probability;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;

/** Centre and limits of charts of single values: I-MR, and t after Nelson's power or by exponential quantiles. */
final class IndividualsChart {
    private static final double POWER = 3.6;
    /** D4 of two values: 1 + 3·d3/d2, where d2 = 2/√π and d3 = √(2 − 4/π) are moments of the range of two standard normals. */
    private static final double RANGE_LIMIT = 1 + 3 * Math.sqrt(2 - 4 / Math.PI) / ShewhartChart.MOVING_RANGE;

    private final ChartType type;
    private final ChartData data;
    private final ChartSettings settings;
    private final int points;
    private final double sum;
    private final double meanRange;
    private final double raw;

    IndividualsChart(ChartType type, ChartData data, ChartSettings settings) {
        this.type = type;
        this.data = data;
        this.settings = settings;
        List<Integer> baseline = data.baseline(settings.baseline());
        this.points = baseline.size();
        double total = 0;
        double plain = 0;
        double ranges = 0;
        for (int i = 0; i < points; i++) {
            int at = baseline.get(i);
            total += height(at);
            plain += data.event(at);
            ranges += i == 0 ? 0 : Math.abs(height(at) - height(baseline.get(i - 1)));
        }
        this.sum = total;
        this.raw = plain / points;
        this.meanRange = ranges / (points - 1);
    }

    /** The value as it is judged: itself, or after Nelson's power. */
    private double height(int i) {
        return type == ChartType.T ? Math.pow(data.event(i), 1 / POWER) : data.event(i);
    }

    private boolean exact() {
        return settings.limits() instanceof Probability;
    }

    /** Whether the baseline has what limits need: values that differ, or by quantiles a mean above 0. */
    boolean hasLimits() {
        return exact() ? raw > 0 : meanRange > 0;
    }

    /** All points in order. */
    List<Drawn> draw() {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            OptionalDouble range = type == ChartType.I_MR && i > 0
                    ? OptionalDouble.of(Math.abs(data.event(i) - data.event(i - 1)))
                    : OptionalDouble.empty();
            drawn.add(
                    !hasLimits()
                            ? unlimited(i, range)
                            : settings.limits() instanceof Probability p ? byProbability(i, p) : bySigma(i, range));
        }
        return drawn;
    }

    private Drawn unlimited(int i, OptionalDouble range) {
        OptionalDouble none = OptionalDouble.empty();
        return new Drawn(data.event(i), 0, 0, none, none, 0, range, none, List.of());
    }

    private Drawn bySigma(int i, OptionalDouble range) {
        double k = settings.limits() instanceof Sigma sigma ? sigma.k() : 3;
        double centre = sum / points;
        double sd = meanRange / ShewhartChart.MOVING_RANGE;
        List<Drawn.Working> steps = new ArrayList<>();
        boolean power = type == ChartType.T;
        if (power) {
            steps.add(new Drawn.Working(
                    "chart-power", "y = x^(1/3.6)", num(data.event(i)) + "^(1/" + num(POWER) + ")", height(i)));
        }
        steps.add(new Drawn.Working("chart-centre", power ? "Σy / m" : "Σx / m", num(sum) + " / " + points, centre));
        steps.add(new Drawn.Working("chart-sigma", "σ = M̄R / d2,  d2 = 2/√π", num(meanRange) + " / (2/√π)", sd));
        double low = centre - k * sd;
        double high = centre + k * sd;
        if (!power) {
            double least = data.counts() ? Math.max(0, low) : low;
            steps.add(new Drawn.Working(
                    "lower-limit",
                    data.counts() ? "max(0, CL − K·σ)" : "CL − K·σ",
                    num(centre) + " − " + num(k) + "·" + num(sd),
                    least));
            steps.add(new Drawn.Working("upper-limit", "CL + K·σ", num(centre) + " + " + num(k) + "·" + num(sd), high));
            double most = RANGE_LIMIT * meanRange;
            steps.add(new Drawn.Working(
                    "chart-range-limit",
                    "D4·M̄R,  D4 = 1 + 3·d3/d2,  d3 = √(2 − 4/π)",
                    num(RANGE_LIMIT) + "·" + num(meanRange),
                    most));
            return new Drawn(
                    data.event(i),
                    centre,
                    sd,
                    OptionalDouble.of(least),
                    OptionalDouble.of(high),
                    0,
                    range,
                    OptionalDouble.of(most),
                    steps);
        }
        double lower = Math.pow(Math.max(0, low), POWER);
        double upper = Math.pow(high, POWER);
        steps.add(new Drawn.Working(
                "lower-limit",
                "max(0, CL − K·σ)^3.6",
                "max(0, " + num(centre) + " − " + num(k) + "·" + num(sd) + ")^" + num(POWER),
                lower));
        steps.add(new Drawn.Working(
                "upper-limit",
                "(CL + K·σ)^3.6",
                "(" + num(centre) + " + " + num(k) + "·" + num(sd) + ")^" + num(POWER),
                upper));
        return new Drawn(
                data.event(i),
                Math.pow(centre, POWER),
                0,
                OptionalDouble.of(lower),
                OptionalDouble.of(upper),
                0,
                steps);
    }

    /** Quantiles of exponential times of the mean of the baseline; the centre is their median. */
    private Drawn byProbability(int i, Probability p) {
        double lower = -raw * Math.log1p(-p.tail());
        double upper = -raw * Math.log(p.tail());
        double centre = raw * Math.log(2);
        List<Drawn.Working> steps = List.of(
                new Drawn.Working("chart-centre", "θ·ln 2,  θ = Σx / m", num(raw) + "·ln 2", centre),
                new Drawn.Working(
                        "lower-limit", "−θ·ln(1 − tail)", "−" + num(raw) + "·ln(1 − " + num(p.tail()) + ")", lower),
                new Drawn.Working("upper-limit", "−θ·ln tail", "−" + num(raw) + "·ln " + num(p.tail()), upper));
        return new Drawn(data.event(i), centre, 0, OptionalDouble.of(lower), OptionalDouble.of(upper), 0, steps);
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
