package org.safecommunity.metrics.burden;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;

/**
 * Years of life lost by deaths: Σ d·e over the ages, e the years one death at that age loses. Immutable.
 *
 * <p>By a life table e is the remaining life expectancy (discounted or weighted on request, {@link YearValue}); by an age
 * limit A it is A − a below the limit and 0 above (potential years of life lost). Variance Σ d·e²; the interval is that of a
 * weighted sum of Poisson counts, the weights being e and c* the largest e of an age in the data
 * ({@link StandardisedIntervalMethod}).
 *
 * <p>Limits: deaths independent; the interval says nothing about the choice of the table, which shifts the value by years a
 * death. Deaths of unknown age are spread in proportion to the known ones or left out, and counted; the factor is taken as
 * known without error. Without a death of known age there is no estimate if some are unknown.
 *
 * <p>Source: Murray 1994, Bulletin of the World Health Organization 72, 429–445.
 */
public final class YearsOfLifeLost implements MetricResult {
    /** Below this number of deaths the years are called uncertain. */
    private static final long FEW_DEATHS = 10;

    private static final String SOURCE = "Murray 1994, Bulletin of the World Health Organization 72:429–445; ";

    private final boolean potential;
    private final double limit;
    private final @Nullable LifeTable table;
    private final YearValue value;
    private final List<DeathsAtAge> deaths;
    private final List<Double> years;
    private final UnknownAges unknown;
    private final StandardisedIntervalMethod method;
    private final Confidence confidence;
    private final long known;
    private final @Nullable StandardisedRate sum;

    private YearsOfLifeLost(
            double limit,
            @Nullable LifeTable table,
            YearValue value,
            List<DeathsAtAge> deaths,
            UnknownAges unknown,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        this.potential = table == null;
        this.limit = limit;
        this.table = table;
        this.value = value;
        this.deaths = List.copyOf(deaths);
        this.unknown = unknown;
        this.method = method;
        this.confidence = confidence;
        this.known =
                Checks.count(this.deaths.stream().mapToLong(DeathsAtAge::deaths).reduce(0, Math::addExact), "deaths");
        this.years = this.deaths.stream()
                .map(one -> table == null
                        ? Math.max(0, limit - one.age())
                        : value.years(one.age(), table.expectancy(one.person(), one.age())))
                .toList();
        this.sum = weightedSum();
    }

    /**
     * Years of life lost by a life table.
     *
     * @param deaths     deaths by age, not null; may be empty when ages are unknown
     * @param table      life table, not null
     * @param value      what a lost year counts, not null
     * @param unknown    deaths of unknown age, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the years lost
     * @throws IllegalArgumentException if the table needs the sex and a death has none
     */
    public static YearsOfLifeLost byLifeTable(
            List<DeathsAtAge> deaths,
            LifeTable table,
            YearValue value,
            UnknownAges unknown,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        return new YearsOfLifeLost(0, table, value, deaths, unknown, method, confidence);
    }

    /**
     * Potential years of life lost before an age limit.
     *
     * @param deaths     deaths by age, not null; may be empty when ages are unknown
     * @param limit      age limit A in years, finite and greater than 0, e.g. 70
     * @param unknown    deaths of unknown age, not null
     * @param method     interval method, not null
     * @param confidence level and side of the interval, not null
     * @return the potential years lost
     * @throws IllegalArgumentException if the limit is not finite and positive
     */
    public static YearsOfLifeLost byAgeLimit(
            List<DeathsAtAge> deaths,
            double limit,
            UnknownAges unknown,
            StandardisedIntervalMethod method,
            Confidence confidence) {
        Checks.positive(limit, "limit");
        return new YearsOfLifeLost(limit, null, YearValue.PLAIN, deaths, unknown, method, confidence);
    }

    /** The sum as a directly standardised rate: weights e, one unit of person-time an age, multiplied by Σe. */
    private @Nullable StandardisedRate weightedSum() {
        List<Stratum> strata = new ArrayList<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        double total = 0;
        for (int i = 0; i < deaths.size(); i++) {
            if (years.get(i) > 0) {
                String label = "age " + i;
                strata.add(new Stratum(label, deaths.get(i).deaths(), 1));
                weights.put(label, years.get(i));
                total += years.get(i);
            }
        }
        if (strata.isEmpty() || (known == 0 && unknown.deaths() > 0)) {
            return null;
        }
        return StandardisedRate.of(
                strata,
                StandardPopulation.given("years", weights),
                new RateScale(total * unknown.factor(known), "deaths"),
                method,
                confidence);
    }

    @Override
    public String statistic() {
        return potential ? "potential-years-of-life-lost" : "years-of-life-lost";
    }

    @Override
    public OptionalDouble value() {
        if (status() == Status.EMPTY_DOMAIN) {
            return OptionalDouble.empty();
        }
        return sum == null ? OptionalDouble.of(0) : sum.value();
    }

    @Override
    public String unit() {
        return "years";
    }

    @Override
    public OptionalDouble standardError() {
        return sum == null ? OptionalDouble.empty() : sum.standardError();
    }

    @Override
    public Optional<Interval> interval() {
        return sum == null ? Optional.empty() : sum.interval();
    }

    @Override
    public Status status() {
        if (deaths.isEmpty() || (known == 0 && unknown.deaths() > 0)) {
            return Status.EMPTY_DOMAIN;
        }
        return sum == null ? Status.ZERO_EVENTS : sum.status();
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("deaths", known);
        inputs.put("unknownAges", unknown.deaths());
        inputs.put("ages", deaths.stream().map(DeathsAtAge::label).toList());
        inputs.put("deathsAtAge", deaths.stream().map(DeathsAtAge::deaths).toList());
        inputs.put("yearsPerDeath", years);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (table != null) {
            details.put("lifeTable", table.id());
            details.put("discountRate", value.discountRate());
            details.put("ageWeighted", value.ageWeighted());
        } else {
            details.put("ageLimit", limit);
        }
        details.put("deaths", known);
        details.put("unknownAges", unknown.deaths());
        details.put("redistributed", unknown.redistributed());
        double counted = known * unknown.factor(known);
        value().ifPresent(total -> {
            if (counted > 0) {
                details.put("meanYears", total / counted);
            }
        });
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (unknown.deaths() > 0 && known > 0) {
            String code = unknown.redistributed() ? "unknown-ages-spread" : "unknown-ages-left-out";
            notes.add(Note.of(code, unknown.deaths(), unknown.deaths() + known));
        }
        if (table != null && !table.confirmed()) {
            notes.add(Note.of("unconfirmed-table", table.id(), table.reference()));
        }
        if (sum != null && known < FEW_DEATHS) {
            notes.add(Note.of("few-deaths", known, FEW_DEATHS));
        }
        if (sum != null && sum.interval().isEmpty()) {
            notes.add(Note.of("interval-undefined", method.label()));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        for (int i = 0; i < deaths.size(); i++) {
            explainAge(working, deaths.get(i), years.get(i));
        }
        double factor = unknown.factor(known);
        if (factor != 1) {
            working.step(
                    "unknown-ages",
                    "f = (known + unknown) / known",
                    "(" + num(known) + " + " + num(unknown.deaths()) + ") / " + num(known),
                    factor);
        }
        value().ifPresent(total ->
                working.step("years-lost", factor == 1 ? "Σ d·e" : "f·Σ d·e", numbers(), total, unit()));
        standardError().ifPresent(error -> working.step("standard-error", "f·√(Σ d·e²)", numbers(), error, unit()));
        interval().ifPresent(limits -> {
            if (confidence.hasLower()) {
                working.step("lower-limit", method.lowerFormula(), gamma(), limits.lower(), unit());
            }
            if (confidence.hasUpper()) {
                working.step("upper-limit", method.upperFormula(), gamma(), limits.upper(), unit());
            }
        });
        working.status(status());
        if (table != null) {
            working.remark("life-table", table.id() + ": " + table.label(locale) + " (" + table.reference() + ")");
        }
        working.remark("method", method.title(locale));
        return working.end(potential ? "pyll" : "yll", SOURCE + method.citation());
    }

    private void explainAge(Working working, DeathsAtAge one, double lost) {
        if (table == null) {
            working.step(
                    "years-at-age", "e = max(0, A − a)", "max(0, " + num(limit) + " − " + num(one.age()) + ")", lost);
            return;
        }
        String numbers = "L = " + num(table.expectancy(one.person(), one.age())) + ", a = " + num(one.age());
        if (value.discountRate() > 0) {
            numbers += ", r = " + num(value.discountRate());
        }
        working.step("years-at-age", "e = " + value.formula(), numbers, lost);
    }

    private String numbers() {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < deaths.size(); i++) {
            terms.add(num(deaths.get(i).deaths()) + "·" + num(years.get(i)));
        }
        return String.join(" + ", terms);
    }

    private String gamma() {
        double largest = years.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return "y = " + num(value().orElse(0)) + ", v = "
                + num(Math.pow(standardError().orElse(0), 2)) + ", c* = " + num(largest * unknown.factor(known))
                + ", D = " + num(known) + ", tail = " + num(confidence.tail());
    }
}
