package org.safecommunity.metrics.rate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * Cumulative rate up to an age: the sum of the age-specific rates times the width of their bands. Immutable.
 *
 * <p>y = Σ wᵢ·xᵢ/Tᵢ over the bands from 0 to the limiting age, wᵢ their width in years; the limits are those of the directly
 * standardised rate with the widths as weights, times Σwᵢ. The cumulative risk 1 − exp(−y), the chance of at least one event
 * up to that age with no other cause of leaving, is in the details.
 * <p>Limits: person-time must be in person-years. The bands must lead from 0 to the limiting age; a missing band leaves the
 * rate without an estimate (status {@code no-person-time}) and is named, older bands are not used.
 * <p>Checked against: R {@code qgamma} and the formula.
 */
public final class CumulativeRate implements MetricResult {
    /** The limiting age of international comparisons: up to the 75th birthday. */
    public static final int USUAL_AGE = 74;

    private final StandardisedRate rate;
    private final Map<String, Double> widths;
    private final List<Stratum> used;
    private final int age;
    private final StandardisedIntervalMethod method;
    private final Confidence confidence;

    private CumulativeRate(
            StandardisedRate rate,
            Map<String, Double> widths,
            List<Stratum> used,
            int age,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        this.rate = rate;
        this.widths = widths;
        this.used = List.copyOf(used);
        this.age = age;
        this.method = method;
        this.confidence = confidence;
    }

    /**
     * Computes a cumulative rate.
     *
     * @param strata     events and person-years by age band ({@code 0-4} … {@code 85+}, or the lower age alone), not empty
     * @param age        limiting age in completed years, 0 or more; the last band used ends there
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the rate, or a result without estimate whose status and details name the missing bands
     * @throws IllegalArgumentException if strata is empty, a label is no age band, two bands overlap, a band reaches past
     *     the limiting age, or a band has events but no person-time
     */
    public static CumulativeRate of(
            List<Stratum> strata, int age, StandardisedIntervalMethod method, Confidence confidence) {
        requireNonNull(method, "method");
        requireNonNull(confidence, "confidence");
        Map<Integer, Stratum> byLow = byLow(strata);
        List<Integer> lows = byLow.keySet().stream().sorted().toList();
        Map<String, Double> widths = new LinkedHashMap<>();
        List<Stratum> used = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < lows.size() && lows.get(i) <= age; i++) {
            int low = lows.get(i);
            Stratum stratum = byLow.getOrDefault(low, strata.get(0));
            int high = high(stratum.label(), i + 1 < lows.size() ? lows.get(i + 1) - 1 : age);
            if (low < next) {
                throw new IllegalArgumentException("age band " + stratum.label() + " overlaps with the one before it");
            }
            if (high > age) {
                throw new IllegalArgumentException("age band " + stratum.label() + " must not reach past " + age);
            }
            gap(widths, next, low - 1);
            widths.put(stratum.label(), high - low + 1d);
            used.add(stratum);
            next = high + 1;
        }
        gap(widths, next, age);
        double total = widths.values().stream().mapToDouble(Double::doubleValue).sum();
        StandardisedRate rate = StandardisedRate.of(
                used.isEmpty() ? List.of(new Stratum(widths.keySet().iterator().next(), 0, 0)) : used,
                StandardPopulation.given("years of age", widths),
                new RateScale(total, "person-years"),
                method,
                confidence);
        return new CumulativeRate(rate, widths, used, age, method, confidence);
    }

    private static void gap(Map<String, Double> widths, int from, int to) {
        if (from <= to) {
            widths.put(new AgeBand(from, OptionalInt.of(to)).label(), to - from + 1d);
        }
    }

    private static Map<Integer, Stratum> byLow(List<Stratum> strata) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata must not be empty");
        }
        Map<Integer, Stratum> byLow = new LinkedHashMap<>();
        for (Stratum stratum :
                strata.stream().sorted(Comparator.comparing(Stratum::label)).toList()) {
            int low = low(stratum.label());
            Stratum earlier = byLow.get(low);
            if (earlier != null && !earlier.label().equals(stratum.label())) {
                throw new IllegalArgumentException(
                        "age bands " + earlier.label() + " and " + stratum.label() + " begin at the same age");
            }
            byLow.merge(
                    low,
                    stratum,
                    (a, b) -> new Stratum(a.label(), a.events() + b.events(), a.personTime() + b.personTime()));
        }
        return byLow;
    }

    private static int low(String label) {
        String text = label.strip();
        if (text.matches("\\d{1,3}")) {
            return Integer.parseInt(text);
        }
        return AgeBand.parse(text)
                .map(AgeBand::low)
                .orElseThrow(() -> new IllegalArgumentException("stratum " + label + " must be an age band, e.g. 0-4"));
    }

    /** Oldest age of a band; one written by its lower age alone ends before the next. */
    private static int high(String label, int beforeNext) {
        return AgeBand.parse(label)
                .map(band -> band.high().orElse(Integer.MAX_VALUE))
                .orElse(beforeNext);
    }

    @Override
    public String statistic() {
        return "cumulative-rate";
    }

    @Override
    public OptionalDouble value() {
        return rate.value();
    }

    @Override
    public OptionalDouble standardError() {
        return rate.standardError();
    }

    @Override
    public Optional<Interval> interval() {
        return rate.interval();
    }

    @Override
    public Status status() {
        return rate.status();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("age", (long) age);
        inputs.put("strata", used.stream().map(Stratum::label).toList());
        inputs.put("stratumEvents", used.stream().map(Stratum::events).toList());
        inputs.put("stratumPersonTime", used.stream().map(Stratum::personTime).toList());
        inputs.put("stratumWidth", List.copyOf(widths.values()));
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("age", (long) age);
        value().ifPresent(y -> details.put("cumulativeRisk", -Math.expm1(-y)));
        if (rate.details().get("strata") instanceof List<?> missing) {
            details.put("strata", missing);
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        return rate.warnings();
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        value().ifPresent(y -> {
            for (Stratum stratum : used) {
                double width = widths.getOrDefault(stratum.label(), 0d);
                working.labelled(
                        working.text("step.stratum", stratum.label()),
                        "w × x/T",
                        Working.n(width) + " × " + Working.n(stratum.events()) + "/" + Working.n(stratum.personTime()),
                        width * stratum.events() / stratum.personTime(),
                        "");
            }
            working.calculation("step.cumulative-rate", "y = Σ w × x/T", working.text("step.sum-of-strata"), y);
            working.calculation(
                    "step.cumulative-risk", "1 − exp(−y)", "1 − exp(−" + Working.n(y) + ")", -Math.expm1(-y));
        });
        interval().ifPresent(limits -> {
            working.quantiles(confidence, method.lowerFormula());
            if (confidence.hasLower()) {
                working.calculation("step.lower-limit", method.lowerFormula() + ", c = w/T", "", limits.lower());
            }
            if (confidence.hasUpper()) {
                working.calculation("step.upper-limit", method.upperFormula() + ", c = w/T", "", limits.upper());
            }
        });
        if (status() != Status.OK) {
            working.remark("step.status", status().message(locale));
        }
        return working.remark("step.method", method.title(locale))
                .remark("step.assumptions", working.text("assumptions.standardised-rate"))
                .remark(
                        "step.source",
                        "Breslow & Day 1987, IARC Scientific Publications 82, ch. 2; " + method.citation())
                .steps();
    }
}
