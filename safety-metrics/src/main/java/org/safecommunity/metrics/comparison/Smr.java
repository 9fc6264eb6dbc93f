package org.safecommunity.metrics.comparison;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.interval.CentralTest;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CompensatedSum;
import org.safecommunity.metrics.rate.PublicationRule;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Standardised mortality (morbidity, injury) ratio: observed events over those expected at the rates of a reference
 * population. Immutable.
 *
 * <p>E = Σ Tᵢ·Rᵢ, SMR = O / E; limits = limits of the Poisson count O divided by E; the test of SMR = 1 inverts the
 * same limits (exact Poisson for Garwood's, mid-P for mid-P, and so on), so that p and interval agree.
 * <p>Limits: reference rates are taken as known without error, so the reference should be much larger than the group. The
 * ratios of two groups are not comparable with each other unless their structures match. Strata are matched by value; a
 * stratum of the reference that the group lacks, or the other way round, leaves the ratio without an estimate.
 * <p>Checked against: R {@code poisson.test(O, T = E)}, {@code epitools::ageadjust.indirect}, {@code epiR}; mid-P by
 * bisection on {@code ppois}.
 */
public final class Smr extends ComparisonResult {
    private final long observed;
    private final double expected;
    private final List<Stratum> strata;
    private final Map<String, Double> rates;
    private final PoissonIntervalMethod intervalMethod;
    private final Confidence confidence;

    private Smr(
            long observed,
            double expected,
            List<Stratum> strata,
            Map<String, Double> rates,
            PoissonIntervalMethod intervalMethod,
            Confidence confidence,
            Outcome outcome) {
        super("smr", outcome);
        this.observed = observed;
        this.expected = expected;
        this.strata = List.copyOf(strata);
        this.rates = rates;
        this.intervalMethod = intervalMethod;
        this.confidence = confidence;
    }

    /**
     * Computes the ratio of an observed to an expected count.
     *
     * @param observed   observed events O, from 0 to 2^53
     * @param expected   expected events E, finite, 0 or more; with 0 there is no estimate
     * @param method     interval method of the count, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio; status {@code no-person-time} when E is 0
     * @throws IllegalArgumentException if observed is negative or above 2^53, or expected is negative or not finite
     */
    public static Smr of(long observed, double expected, PoissonIntervalMethod method, Confidence confidence) {
        Checks.count(observed, "observed");
        Checks.notNegative(expected, "expected");
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Outcome outcome = ratio(observed, expected, method, confidence);
        return new Smr(observed, expected, List.of(), Map.of(), method, confidence, outcome);
    }

    /**
     * Computes the ratio of a group to a reference population.
     *
     * @param strata     events and person-time of the group, not empty; strata of one label are added up
     * @param reference  rates of the reference, not null
     * @param method     interval method of the count, not null
     * @param confidence level and side of the interval, not null
     * @return the ratio, or a result without estimate whose status and details name the strata at fault
     * @throws IllegalArgumentException if strata is empty, or a stratum has events but no person-time (it is named)
     */
    public static Smr of(
            List<Stratum> strata, ReferenceRates reference, PoissonIntervalMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Map<String, Stratum> sums = StratumSums.of(strata, "");
        long observed = sums.values().stream().mapToLong(Stratum::events).sum();
        List<Stratum> all = new ArrayList<>(sums.values());
        List<String> unknown = new ArrayList<>();
        for (Stratum stratum : all) {
            if (!reference.rates().containsKey(stratum.label()) && stratum.personTime() > 0) {
                unknown.add(stratum.label());
            }
        }
        Set<String> missing = new LinkedHashSet<>(reference.rates().keySet());
        missing.removeAll(sums.keySet());
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            Status status = unknown.isEmpty() ? Status.NO_PERSON_TIME : Status.NO_REFERENCE_RATE;
            List<String> named = unknown.isEmpty() ? List.copyOf(missing) : unknown;
            String code = unknown.isEmpty() ? "stratum-not-in-group" : "stratum-not-in-reference";
            Outcome outcome =
                    new Outcome().status(status).detail("strata", named).note(Note.of(code, String.join(", ", named)));
            return new Smr(observed, 0, all, reference.rates(), method, confidence, outcome);
        }
        CompensatedSum expected = new CompensatedSum();
        for (Stratum stratum : all) {
            expected.add(stratum.personTime() * reference.rates().getOrDefault(stratum.label(), 0d));
        }
        Outcome outcome = ratio(observed, expected.value(), method, confidence);
        return new Smr(observed, expected.value(), all, reference.rates(), method, confidence, outcome);
    }

    private static Outcome ratio(long observed, double expected, PoissonIntervalMethod method, Confidence confidence) {
        Outcome outcome = new Outcome().detail("expected", expected);
        if (expected == 0) {
            return outcome.status(Status.NO_PERSON_TIME).note(Note.of("nothing-expected"));
        }
        outcome.value(observed / expected)
                .status(observed == 0 ? Status.ZERO_EVENTS : Status.OK)
                .interval(method.limits(observed, confidence)
                        .map(count -> new Interval(
                                count.method(), count.level(), count.lower() / expected, count.upper() / expected)))
                .test(CentralTest.ofMean(method, observed, expected, confidence.side()), confidence.side())
                .notes(PublicationRule.ofCount(observed));
        if (observed > 0) {
            outcome.standardError(Math.sqrt(observed) / expected);
        }
        return outcome.interval().isPresent() ? outcome : outcome.note(Note.of("interval-undefined", method.label()));
    }

    /** Observed events. */
    public long observed() {
        return observed;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", observed);
        if (strata.isEmpty()) {
            inputs.put("expected", expected);
            return inputs;
        }
        inputs.put("strata", strata.stream().map(Stratum::label).toList());
        inputs.put("stratumEvents", strata.stream().map(Stratum::events).toList());
        inputs.put("stratumPersonTime", strata.stream().map(Stratum::personTime).toList());
        inputs.put("referenceStrata", List.copyOf(rates.keySet()));
        inputs.put("referenceRates", List.copyOf(rates.values()));
        return inputs;
    }

    @Override
    void calculations(Working working) {
        String o = Working.n(observed);
        if (value().isEmpty()) {
            return;
        }
        for (Stratum stratum : strata) {
            double rate = rates.getOrDefault(stratum.label(), 0d);
            working.labelled(
                    working.text("step.stratum", stratum.label()),
                    "T × R",
                    Working.n(stratum.personTime()) + " × " + Working.n(rate),
                    stratum.personTime() * rate,
                    "");
        }
        String e = Working.n(expected);
        if (!strata.isEmpty()) {
            working.calculation("step.expected", "E = Σ T × R", working.text("step.sum-of-strata"), expected);
        }
        working.calculation("step.smr", "O / E", o + " / " + e, value().getAsDouble());
        interval().ifPresent(limits -> {
            working.quantiles(confidence, intervalMethod.lowerFormula());
            if (confidence.hasLower()) {
                limit(working, "step.lower-limit", intervalMethod.lowerFormula(), limits.lower(), e);
            }
            if (confidence.hasUpper()) {
                limit(working, "step.upper-limit", intervalMethod.upperFormula(), limits.upper(), e);
            }
        });
    }

    private void limit(Working working, String key, String formula, double limit, String e) {
        working.calculation(key, "(" + formula + ") / E, x = O", Working.n(limit * expected) + " / " + e, limit);
    }

    @Override
    String method(Locale locale) {
        return intervalMethod.title(locale);
    }

    @Override
    String assumptions() {
        return "smr";
    }

    @Override
    String source() {
        return "Breslow & Day 1987, IARC Scientific Publications 82, ch. 2; " + intervalMethod.citation();
    }
}
