package org.safecommunity.metrics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.chart.ChartSettings.Probability;
import org.safecommunity.metrics.chart.ChartSettings.Sigma;

/** Centre and limits of the charts whose points stand for themselves. */
final class ShewhartChart {
    /** 2/√π: expected difference of neighbouring standard normal values. */
    static final double MOVING_RANGE = 2 / Math.sqrt(Math.PI);

    private final ChartType type;
    private final ChartData data;
    private final ChartSettings settings;
    private final double centre;
    private final double between;

    ShewhartChart(ChartType type, ChartData data, ChartSettings settings) {
        this.type = type;
        this.data = data;
        this.settings = settings;
        double sum = 0;
        double size = 0;
        for (int i : data.baseline(settings.baseline())) {
            sum += data.event(i);
            size += type.needsSizes() ? data.size(i) : 1;
        }
        this.centre = sum / size;
        this.between = laney() ? between() : 1;
    }

    private boolean laney() {
        return type == ChartType.LANEY_U || type == ChartType.LANEY_P;
    }

    /** Whether the baseline has an event; without one there are no limits. */
    boolean hasEvents() {
        return centre > 0;
    }

    /** Mean or rate of the baseline. */
    double centre() {
        return centre;
    }

    /** σz: mean of |z_i − z_(i−1)| in the baseline over 2/√π. */
    double between() {
        List<Integer> points = data.baseline(settings.baseline());
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += Math.abs(standardised(points.get(i)) - standardised(points.get(i - 1)));
        }
        return sum / (points.size() - 1) / MOVING_RANGE;
    }

    private double standardised(int i) {
        double sd = plainDeviation(i);
        return sd == 0 ? 0 : (height(i) - centre) / sd;
    }

    private double height(int i) {
        return type == ChartType.C || type == ChartType.NP || type == ChartType.G
                ? data.event(i)
                : data.event(i) / data.size(i);
    }

    private double plainDeviation(int i) {
        return switch (type) {
            case C -> Math.sqrt(centre);
            case U, LANEY_U -> Math.sqrt(centre / data.size(i));
            case NP -> Math.sqrt(data.size(i) * centre * (1 - centre));
            case P, LANEY_P -> Math.sqrt(centre * (1 - centre) / data.size(i));
            case G -> Math.sqrt(centre * (centre + 1));
            case T, I_MR, EWMA, CUSUM -> throw new IllegalStateException(type.label());
        };
    }

    /** A point with a denominator. */
    Drawn draw(int i) {
        if (!hasEvents()) {
            OptionalDouble none = OptionalDouble.empty();
            return new Drawn(height(i), 0, 0, none, none, 0, List.of());
        }
        double sd = between * plainDeviation(i);
        List<Drawn.Working> steps = new ArrayList<>();
        steps.add(new Drawn.Working("chart-centre", centreFormula(), centreNumbers(), centre));
        if (laney()) {
            steps.add(new Drawn.Working(
                    "chart-between",
                    "σz = mean|z_i − z_(i−1)| / (2/√π)",
                    num(between * MOVING_RANGE) + " / (2/√π)",
                    between));
        }
        steps.add(new Drawn.Working("chart-sigma", sigmaFormula(), sigmaNumbers(i), sd));
        return settings.limits() instanceof Probability p ? byProbability(i, sd, p, steps) : bySigma(i, sd, steps);
    }

    private Drawn bySigma(int i, double sd, List<Drawn.Working> steps) {
        double k = settings.limits() instanceof Sigma sigma ? sigma.k() : 3;
        double middle = type == ChartType.NP ? data.size(i) * centre : centre;
        double lower = Math.max(0, middle - k * sd);
        double upper = Math.min(most(i), middle + k * sd);
        steps.add(new Drawn.Working(
                "lower-limit",
                "max(0, CL − K·σ)",
                "max(0, " + num(middle) + " − " + num(k) + "·" + num(sd) + ")",
                lower));
        steps.add(new Drawn.Working("upper-limit", "CL + K·σ", num(middle) + " + " + num(k) + "·" + num(sd), upper));
        return new Drawn(height(i), middle, sd, OptionalDouble.of(lower), OptionalDouble.of(upper), 0, steps);
    }

    /** Largest value a point can have. */
    private double most(int i) {
        return switch (type) {
            case NP -> data.size(i);
            case P, LANEY_P -> 1;
            default -> Double.MAX_VALUE;
        };
    }

    private Drawn byProbability(int i, double sd, Probability p, List<Drawn.Working> steps) {
        DiscreteDistribution distribution = distribution(i);
        double unit = type == ChartType.U || type == ChartType.P ? data.size(i) : 1;
        double lower = distribution.inverseCumulativeProbability(p.tail()) / unit;
        double upper = distribution.inverseSurvivalProbability(p.tail()) / unit;
        double middle = type == ChartType.NP ? data.size(i) * centre : centre;
        if (type == ChartType.G) {
            middle = distribution.inverseCumulativeProbability(0.5);
        }
        steps.add(new Drawn.Working("lower-limit", "Q(tail) / n", "Q(" + num(p.tail()) + ") / " + num(unit), lower));
        steps.add(new Drawn.Working(
                "upper-limit", "Q(1 − tail) / n", "Q(1 − " + num(p.tail()) + ") / " + num(unit), upper));
        return new Drawn(height(i), middle, sd, OptionalDouble.of(lower), OptionalDouble.of(upper), 0, steps);
    }

    private DiscreteDistribution distribution(int i) {
        return switch (type) {
            case C -> PoissonDistribution.of(centre);
            case U -> PoissonDistribution.of(centre * data.size(i));
            case NP, P -> BinomialDistribution.of((int) data.size(i), centre);
            default -> GeometricDistribution.of(1 / (centre + 1));
        };
    }

    private String centreFormula() {
        return type.needsSizes() ? "Σx / Σn" : "Σx / m";
    }

    private String centreNumbers() {
        double sum = 0;
        double size = 0;
        for (int i : data.baseline(settings.baseline())) {
            sum += data.event(i);
            size += type.needsSizes() ? data.size(i) : 1;
        }
        return num(sum) + " / " + num(size);
    }

    private String sigmaFormula() {
        return switch (type) {
            case C -> "σ = √c̄";
            case U -> "σ = √(ū / n)";
            case LANEY_U -> "σ = σz·√(ū / n)";
            case NP -> "σ = √(n·p̄·(1 − p̄))";
            case P -> "σ = √(p̄·(1 − p̄) / n)";
            case LANEY_P -> "σ = σz·√(p̄·(1 − p̄) / n)";
            case G -> "σ = √(ḡ·(ḡ + 1))";
            case T, I_MR, EWMA, CUSUM -> throw new IllegalStateException(type.label());
        };
    }

    private String sigmaNumbers(int i) {
        String c = num(centre);
        String n = type.needsSizes() ? num(data.size(i)) : "";
        return switch (type) {
            case C -> "√" + c;
            case U -> "√(" + c + " / " + n + ")";
            case LANEY_U -> num(between) + "·√(" + c + " / " + n + ")";
            case NP -> "√(" + n + "·" + c + "·(1 − " + c + "))";
            case P -> "√(" + c + "·(1 − " + c + ") / " + n + ")";
            case LANEY_P -> num(between) + "·√(" + c + "·(1 − " + c + ") / " + n + ")";
            case G -> "√(" + c + "·(" + c + " + 1))";
            case T, I_MR, EWMA, CUSUM -> throw new IllegalStateException(type.label());
        };
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
