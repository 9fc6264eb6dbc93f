package org.safecommunity.metrics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;

/**
 * Centre and limits of single values: I-MR of the values themselves, t of times between events on the scale t^(1/3.6).
 *
 * <p>σ = mean moving range / d2 with d2 = 2/√π; the range of two neighbouring values is beyond its limit above
 * (1 + K·d3/d2)·mean range, d3 = √(2 − d2²).
 */
final class IndividualsChart {
    /** Nelson's power, which makes exponential times near normal. */
    private static final double POWER = 3.6;

    private static final double D3 = Math.sqrt(2 - ShewhartChart.MOVING_RANGE * ShewhartChart.MOVING_RANGE);

    private final ChartType type;
    private final ChartData data;
    private final double k;
    private final double centre;
    private final double range;
    private final double sigma;

    IndividualsChart(ChartType type, ChartData data, ChartSettings settings) {
        this.type = type;
        this.data = data;
        this.k = settings.limits() instanceof Sigma given ? given.k() : 3;
        List<Integer> baseline = data.baseline(settings.baseline());
        double sum = 0;
        double ranges = 0;
        for (int i = 0; i < baseline.size(); i++) {
            sum += height(baseline.get(i));
            ranges += i == 0 ? 0 : Math.abs(height(baseline.get(i)) - height(baseline.get(i - 1)));
        }
        this.centre = settings.weighted().centre().orElse(sum / baseline.size());
        this.range = baseline.size() < 2 ? 0 : ranges / (baseline.size() - 1);
        this.sigma = settings.weighted().sigma().orElse(range / ShewhartChart.MOVING_RANGE);
    }

    /** Whether there is a standard deviation to measure by. */
    boolean hasSigma() {
        return sigma > 0;
    }

    private double height(int i) {
        double value = data.event(i) / data.size(i);
        return type == ChartType.T ? Math.pow(value, 1 / POWER) : value;
    }

    private double back(double height) {
        return type == ChartType.T ? Math.pow(Math.max(0, height), POWER) : height;
    }

    /** All points with a value, in order. */
    List<Drawn> draw() {
        List<Drawn> points = new ArrayList<>();
        double before = Double.NaN;
        for (int i = 0; i < data.size(); i++) {
            if (data.has(i)) {
                points.add(point(i, before));
                before = height(i);
            }
        }
        return points;
    }

    private Drawn point(int i, double before) {
        boolean positive = type == ChartType.T || data.sized() || data.counts();
        double low = centre - k * sigma;
        double lower = back(positive ? Math.max(0, low) : low);
        double upper = back(centre + k * sigma);
        List<Drawn.Working> steps = new ArrayList<>();
        boolean t = type == ChartType.T;
        steps.add(new Drawn.Working("chart-centre", t ? "ȳ = Σt^(1/3.6) / m" : "x̄ = Σx / m", num(centre), centre));
        steps.add(
                new Drawn.Working("chart-sigma", "σ = mean|x_i − x_(i−1)| / (2/√π)", num(range) + " / (2/√π)", sigma));
        steps.add(new Drawn.Working(
                "lower-limit",
                t ? "max(0, ȳ − K·σ)^3.6" : positive ? "max(0, x̄ − K·σ)" : "x̄ − K·σ",
                num(centre) + " − " + num(k) + "·" + num(sigma),
                lower));
        steps.add(new Drawn.Working(
                "upper-limit",
                t ? "(ȳ + K·σ)^3.6" : "x̄ + K·σ",
                num(centre) + " + " + num(k) + "·" + num(sigma),
                upper));
        if (!Double.isNaN(before)) {
            steps.add(new Drawn.Working(
                    RANGE,
                    "|x_i − x_(i−1)|",
                    "|" + num(height(i)) + " − " + num(before) + "|",
                    Math.abs(height(i) - before)));
        }
        double most = sigma * (ShewhartChart.MOVING_RANGE + k * D3);
        steps.add(new Drawn.Working(
                RANGE_LIMIT, "σ·(d2 + K·d3)", num(sigma) + "·(2/√π + " + num(k) + "·√(2 − 4/π))", most));
        return new Drawn(
                t ? data.event(i) : height(i),
                back(centre),
                sigma,
                OptionalDouble.of(lower),
                OptionalDouble.of(upper),
                0,
                List.copyOf(steps));
    }

    static final String RANGE = "chart-range";
    static final String RANGE_LIMIT = "chart-range-limit";

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
