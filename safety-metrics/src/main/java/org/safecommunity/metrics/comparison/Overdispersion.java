package org.safecommunity.metrics.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.rate.CompensatedSum;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Dispersion of the counts of several communities around one common rate. Immutable. The value is φ̂.
 *
 * <p>E = T·ΣO/ΣT; X² = Σ(O − E)²/E with I − 1 degrees of freedom, φ̂ = X²/(I − 1); Dean's score T = Σ((O − E)² − O)/√(2ΣE²)
 * against a standard normal distribution, one-sided, is in the details.
 * <p>Limits: φ̂ above 1 says that the rates differ or that events come in clusters, not which. Expected counts below 5 make
 * the chi-squared approximation poor.
 */
public final class Overdispersion extends ComparisonResult {
    private final List<Stratum> units;
    private final double rate;

    private Overdispersion(List<Stratum> units, double rate, Outcome outcome) {
        super("dispersion", outcome);
        this.units = List.copyOf(units);
        this.rate = rate;
    }

    /**
     * Computes the dispersion.
     *
     * @param units communities with their events and person-time, at least two with person-time
     * @return the dispersion; status {@code zero-events} when there is no event at all
     * @throws IllegalArgumentException if fewer than two communities have person-time, or one has events without any
     */
    public static Overdispersion of(List<Stratum> units) {
        List<Stratum> present = FunnelLimits.present(units);
        double events = present.stream().mapToDouble(Stratum::events).sum();
        double time = present.stream().mapToDouble(Stratum::personTime).sum();
        Outcome outcome = new Outcome();
        if (events == 0) {
            outcome.status(Status.ZERO_EVENTS).note(Note.of("nothing-expected"));
            return new Overdispersion(present, 0, outcome);
        }
        CompensatedSum pearson = new CompensatedSum();
        CompensatedSum dean = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (Stratum unit : present) {
            double e = unit.personTime() * (events / time);
            double d = unit.events() - e;
            pearson.add(d * d / e);
            dean.add(d * d - unit.events());
            squares.add(e * e);
        }
        int df = present.size() - 1;
        HypothesisTest score = CentralTest.ofZ("dean", dean.value() / Math.sqrt(2 * squares.value()), Side.LOWER);
        outcome.value(pearson.value() / df)
                .test(Optional.of(MantelHaenszelRates.chiSquared("pearson", pearson.value(), df)))
                .detail("deanScore", score.statistic())
                .detail("deanP", score.pValue());
        return new Overdispersion(present, events / time, outcome);
    }

    @Override
    public Map<String, Object> inputs() {
        return FunnelDispersion.unitInputs(units, rate);
    }

    @Override
    void calculations(Working working) {
        test().ifPresent(t -> {
            for (Stratum unit : units) {
                double e = unit.personTime() * rate;
                working.labelled(
                        unit.label(),
                        "(O − E)² / E",
                        "O = " + Working.n(unit.events()) + ", E = " + Working.n(e),
                        (unit.events() - e) * (unit.events() - e) / e,
                        "");
            }
            working.calculation(
                    "step.chi-squared", "X² = Σ (O − E)² / E", working.text("step.sum-of-strata"), t.statistic());
            working.calculation(
                    "step.dispersion",
                    "φ̂ = X² / (I − 1)",
                    Working.n(t.statistic()) + " / " + Working.n(t.df().get(0)),
                    value().orElseThrow());
        });
    }

    @Override
    String method(Locale locale) {
        return "";
    }

    @Override
    String assumptions() {
        return "funnel-dispersion";
    }

    @Override
    String source() {
        return "Dean & Lawless 1989, Journal of the American Statistical Association 84:467–472";
    }
}
