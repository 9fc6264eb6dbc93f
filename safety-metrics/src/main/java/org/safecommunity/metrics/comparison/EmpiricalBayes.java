package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.CompensatedSum;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Rate of one community drawn towards the rate of all, the more the fewer people it has (global empirical Bayes, moment
 * estimator). Immutable.
 *
 * <p>b = ΣO/Σn, s² = Σn(r − b)²/Σn, a = max(0, s² − b/n̄); θ = b + (r − b)·a/(a + b/n).
 * <p>Limits: the communities are exchangeable; the smoothed rate is for ranking and mapping, not for reporting a community's
 * own events. With a = 0 every community gets b (note {@code no-extra-variation}); one without person-time gets b with
 * status {@code no-person-time}.
 * <p>Checked against: R {@code spdep::EBest} (values printed in the reference file).
 */
public final class EmpiricalBayes extends ComparisonResult {
    private final Stratum unit;
    private final Prior prior;
    private final RateScale scale;

    /** Mean and variance of the rates of the communities, per one unit of person-time. */
    private record Prior(double mean, double variance) {
        double weight(Stratum unit) {
            return variance == 0 ? 0 : variance / (variance + mean / unit.personTime());
        }
    }

    private EmpiricalBayes(Stratum unit, Prior prior, RateScale scale, Outcome outcome) {
        super("empirical-bayes-rate", outcome);
        this.unit = unit;
        this.prior = prior;
        this.scale = scale;
    }

    /**
     * Smooths the rates of communities.
     *
     * @param units communities with their events and person-time, at least two with person-time
     * @param scale how rates are written, not null
     * @return one result a community, in the same order
     * @throws IllegalArgumentException if fewer than two communities have person-time, or one has events without any (it
     *     is named)
     */
    public static List<EmpiricalBayes> of(List<Stratum> units, RateScale scale) {
        Prior prior = prior(FunnelLimits.present(units));
        List<EmpiricalBayes> results = new ArrayList<>();
        for (Stratum unit : units) {
            Outcome outcome = new Outcome();
            if (unit.personTime() == 0) {
                outcome.value(prior.mean() * scale.multiplier()).status(Status.NO_PERSON_TIME);
            } else {
                double weight = prior.weight(unit);
                double rate = unit.events() / unit.personTime();
                outcome.value((prior.mean() + weight * (rate - prior.mean())) * scale.multiplier())
                        .detail("crudeRate", rate * scale.multiplier())
                        .detail("weight", weight);
            }
            if (prior.variance() == 0) {
                outcome.note(Note.of("no-extra-variation"));
            }
            results.add(new EmpiricalBayes(unit, prior, scale, outcome));
        }
        return results;
    }

    private static Prior prior(List<Stratum> units) {
        double time = units.stream().mapToDouble(Stratum::personTime).sum();
        double mean = units.stream().mapToDouble(Stratum::events).sum() / time;
        CompensatedSum squares = new CompensatedSum();
        for (Stratum unit : units) {
            double d = unit.events() / unit.personTime() - mean;
            squares.add(unit.personTime() * d * d);
        }
        double variance = squares.value() / time - mean / (time / units.size());
        return new Prior(mean, Math.max(0, variance));
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
        inputs.put("priorMean", prior.mean());
        inputs.put("priorVariance", prior.variance());
        return inputs;
    }

    @Override
    void calculations(Working working) {
        String b = Working.n(prior.mean());
        String m = Working.n(scale.multiplier());
        if (unit.personTime() > 0) {
            double weight = prior.weight(unit);
            working.calculation(
                    "step.shrinkage-weight",
                    "w = a / (a + b/n)",
                    "a = " + Working.n(prior.variance()) + ", b = " + b + ", n = " + Working.n(unit.personTime()),
                    weight);
            working.calculation(
                    "step.empirical-bayes-rate",
                    "θ = (b + (r − b)·w) × m",
                    "r = " + Working.n(unit.events() / unit.personTime()) + ", b = " + b + ", w = " + Working.n(weight)
                            + ", m = " + m,
                    value().orElseThrow(),
                    unit());
        } else {
            working.calculation("step.empirical-bayes-rate", "θ = b × m", b + " × " + m, value().orElseThrow(), unit());
        }
    }

    @Override
    String method(Locale locale) {
        return "";
    }

    @Override
    String assumptions() {
        return "empirical-bayes";
    }

    @Override
    String source() {
        return "Marshall 1991, Applied Statistics 40:283–294";
    }
}
