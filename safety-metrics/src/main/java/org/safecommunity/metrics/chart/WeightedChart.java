package org.safecommunity.metrics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;

/** Points, centre and limits of the charts that weigh all points so far: EWMA and CUSUM. */
final class WeightedChart {
    private final ChartType type;
    private final ChartData data;
    private final ChartSettings settings;
    private final double rate;
    private final double centre;
    private final double sigma;

    WeightedChart(ChartType type, ChartData data, ChartSettings settings) {
        this.type = type;
        this.data = data;
        this.settings = settings;
        ChartSettings.Weighted given = settings.weighted();
        double sum = 0;
        double size = 0;
        List<Integer> baseline = data.baseline(settings.baseline());
        for (int i : baseline) {
            sum += data.event(i);
            size += data.size(i);
        }
        this.rate = sum / size;
        this.centre = data.sized() ? 0 : given.centre().orElse(rate);
        this.sigma = data.sized() ? 1 : given.sigma().orElseGet(() -> deviation(baseline));
    }

    private double deviation(List<Integer> baseline) {
        if (data.counts() && centre >= 0) {
            return Math.sqrt(centre);
        }
        double sum = 0;
        for (int i = 1; i < baseline.size(); i++) {
            sum += Math.abs(data.event(baseline.get(i)) - data.event(baseline.get(i - 1)));
        }
        return baseline.size() < 2 ? 0 : sum / (baseline.size() - 1) / ShewhartChart.MOVING_RANGE;
    }

    /** Whether there is a standard deviation to measure by. */
    boolean hasSigma() {
        return sigma > 0 && (!data.sized() || rate > 0);
    }

    /** The value of a point; with denominators standardised, (x/n − ū)/√(ū/n). */
    private double height(int i) {
        return data.sized() ? (data.event(i) / data.size(i) - rate) / Math.sqrt(rate / data.size(i)) : data.event(i);
    }

    /** All points in order; a point without a value is null and changes nothing. */
    List<Drawn> draw() {
        List<Drawn> points = new ArrayList<>();
        double[] state = {type == ChartType.EWMA ? centre : 0, 0};
        int number = 0;
        for (int i = 0; i < data.size(); i++) {
            if (data.has(i)) {
                number++;
                points.add(type == ChartType.EWMA ? average(i, number, state) : sums(i, state));
            }
        }
        return points;
    }

    private Drawn average(int i, int number, double[] state) {
        double lambda = settings.weighted().lambda();
        double before = state[0];
        double value = lambda * height(i) + (1 - lambda) * before;
        state[0] = value;
        double k = settings.limits() instanceof Sigma s ? s.k() : 3;
        double share = lambda / (2 - lambda) * -Math.expm1(2 * number * Math.log1p(-lambda));
        double sd = sigma * Math.sqrt(share);
        double low = centre - k * sd;
        double lower = data.counts() && !data.sized() ? Math.max(0, low) : low;
        double upper = centre + k * sd;
        List<Drawn.Working> steps = List.of(
                new Drawn.Working(
                        "chart-average",
                        "Z_t = λ·x_t + (1 − λ)·Z_(t−1)",
                        num(lambda) + "·" + num(height(i)) + " + (1 − " + num(lambda) + ")·" + num(before),
                        value),
                new Drawn.Working(
                        "chart-sigma",
                        "σ_Z = σ·√(λ/(2 − λ)·(1 − (1 − λ)^(2t)))",
                        num(sigma) + "·√(" + num(lambda) + "/(2 − " + num(lambda) + ")·(1 − (1 − " + num(lambda)
                                + ")^(2·" + number + ")))",
                        sd),
                new Drawn.Working("lower-limit", "μ0 − K·σ_Z", num(centre) + " − " + num(k) + "·" + num(sd), lower),
                new Drawn.Working("upper-limit", "μ0 + K·σ_Z", num(centre) + " + " + num(k) + "·" + num(sd), upper));
        return new Drawn(value, centre, sd, OptionalDouble.of(lower), OptionalDouble.of(upper), 0, steps);
    }

    private Drawn sums(int i, double[] state) {
        double k = settings.weighted().k();
        double h = settings.weighted().h();
        double z = (height(i) - centre) / sigma;
        double upper = Math.max(0, z - k + state[0]);
        double lower = Math.max(0, -z - k + state[1]);
        List<Drawn.Working> steps = List.of(
                new Drawn.Working(
                        "chart-standardised",
                        "z = (x − μ0) / σ",
                        "(" + num(height(i)) + " − " + num(centre) + ") / " + num(sigma),
                        z),
                new Drawn.Working(
                        "chart-upper-sum",
                        "C⁺ = max(0, z − k + C⁺)",
                        "max(0, " + num(z) + " − " + num(k) + " + " + num(state[0]) + ")",
                        upper),
                new Drawn.Working(
                        "chart-lower-sum",
                        "C⁻ = max(0, −z − k + C⁻)",
                        "max(0, −(" + num(z) + ") − " + num(k) + " + " + num(state[1]) + ")",
                        lower));
        state[0] = upper;
        state[1] = lower;
        return new Drawn(upper, 0, 1, OptionalDouble.of(-h), OptionalDouble.of(h), lower, steps);
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
