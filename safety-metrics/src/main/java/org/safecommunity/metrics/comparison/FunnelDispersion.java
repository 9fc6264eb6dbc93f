package org.safecommunity.metrics.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;
import org.safecommunity.metrics.rate.Stratum;

/**
 * How much the communities of a funnel plot differ beyond chance. Immutable. The value is φ.
 *
 * <p>zᵢ = 2(√O − √E), drawn in to the 10 % and 90 % quantiles (type 7); φ = Σz²/I; where φ is above 1 the variance between
 * communities is τ² = max(0, Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 4E, on the scale of √(O/E).
 * <p>Limits: φ of a few communities is uncertain; extreme communities are drawn in so that they do not hide themselves.
 */
public final class FunnelDispersion extends ComparisonResult {
    private final List<Stratum> units;
    private final double target;
    private final double phi;
    private final double tauSquared;

    private FunnelDispersion(List<Stratum> units, double target, double phi, double tauSquared, Outcome outcome) {
        super("funnel-dispersion", outcome);
        this.units = List.copyOf(units);
        this.target = target;
        this.phi = phi;
        this.tauSquared = tauSquared;
    }

    /** Computes the dispersion of communities that have person-time, at a target rate of 0 or more. */
    static FunnelDispersion of(List<Stratum> units, double target) {
        Outcome outcome = new Outcome();
        if (target == 0) {
            outcome.status(Status.ZERO_EVENTS).note(Note.of("nothing-expected"));
            return new FunnelDispersion(units, target, 0, 0, outcome);
        }
        double[] z = new double[units.size()];
        double[] w = new double[units.size()];
        for (int i = 0; i < z.length; i++) {
            double expected = units.get(i).personTime() * target;
            z[i] = 2 * (Math.sqrt(units.get(i).events()) - Math.sqrt(expected));
            w[i] = 4 * expected;
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = quantile(sorted, 0.1);
        double high = quantile(sorted, 0.9);
        double raw = meanSquare(z, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double phi = meanSquare(z, low, high);
        double tauSquared = phi > 1 ? tauSquared(phi, w) : 0;
        outcome.value(phi)
                .detail("rawDispersion", raw)
                .detail("tauSquared", tauSquared)
                .detail("winsorLimits", List.of(low, high));
        if (tauSquared == 0) {
            outcome.note(Note.of("no-extra-variation"));
        }
        return new FunnelDispersion(units, target, phi, tauSquared, outcome);
    }

    private static double tauSquared(double phi, double[] w) {
        double sum = Arrays.stream(w).sum();
        double squares = Arrays.stream(w).map(x -> x * x).sum();
        int n = w.length;
        return Math.max(0, n * phi - (n - 1)) / (sum - squares / sum);
    }

    private static double meanSquare(double[] z, double low, double high) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : z) {
            double drawn = Math.min(high, Math.max(low, value));
            sum.add(drawn * drawn);
        }
        return sum.value() / z.length;
    }

    /** Quantile of sorted values, type 7 of Hyndman and Fan. */
    static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Variance between communities on the scale of √(O/E); 0 where they differ no more than chance. */
    public double tauSquared() {
        return tauSquared;
    }

    @Override
    public Map<String, Object> inputs() {
        return unitInputs(units, target);
    }

    /** The communities, echoed. */
    static Map<String, Object> unitInputs(List<Stratum> units, double target) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("communities", units.stream().map(Stratum::label).toList());
        inputs.put("events", units.stream().map(Stratum::events).toList());
        inputs.put("personTime", units.stream().map(Stratum::personTime).toList());
        inputs.put("target", target);
        return inputs;
    }

    @Override
    void calculations(Working working) {
        if (value().isEmpty()) {
            return;
        }
        for (Stratum unit : units) {
            double expected = unit.personTime() * target;
            working.labelled(
                    unit.label(),
                    "z = 2(√O − √E)",
                    "O = " + Working.n(unit.events()) + ", E = " + Working.n(expected),
                    2 * (Math.sqrt(unit.events()) - Math.sqrt(expected)),
                    "");
        }
        working.calculation(
                "step.funnel-dispersion",
                "φ = Σz² / I",
                String.valueOf(details().get("winsorLimits")),
                phi);
        working.calculation(
                "step.tau-squared",
                "τ² = max(0, Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 4E",
                "I = " + units.size() + ", φ = " + Working.n(phi),
                tauSquared);
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
        return "Spiegelhalter 2005, Quality and Safety in Health Care 14:347–351";
    }
}
