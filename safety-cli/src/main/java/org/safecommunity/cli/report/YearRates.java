package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.programme.PopulationCell;

/** Brings the counts of the register and the population together: the rates of a year, by sex or of both. */
final class YearRates {
    private final InjuryCounts counts;
    private final List<PopulationCell> population;
    private final StandardPopulation standard;
    private final Confidence confidence;

    YearRates(
            InjuryCounts counts, List<PopulationCell> population, StandardPopulation standard, Confidence confidence) {
        this.counts = counts;
        this.population = population;
        this.standard = standard;
        this.confidence = confidence;
    }

    /** The rates of a year; sex is null for both. */
    record Rate(int year, @Nullable Sex sex, StandardisedRate standardised) {
        CrudeRate crude() {
            return standardised.crude();
        }

        /** The standardised rate as a point of a chart, where it has an estimate and finite limits. */
        Optional<Charts.Point> point(String series) {
            return standardised
                    .interval()
                    .filter(limits -> standardised.value().isPresent() && Double.isFinite(limits.upper()))
                    .map(limits -> new Charts.Point(
                            series, year, standardised.value().orElseThrow(), limits.lower(), limits.upper()));
        }
    }

    /** The rates of a year; empty when there are injuries in an age group without population, which a finding names. */
    Optional<Rate> of(int year, @Nullable Sex sex) {
        Map<String, Long> events = new LinkedHashMap<>();
        counts.byCell().forEach((cell, n) -> {
            if (cell.year() == year && wanted(cell.sex(), sex) && cell.ageLow() >= 0) {
                events.merge(cell.ageGroup(), n, Long::sum);
            }
        });
        Map<String, Double> persons = new LinkedHashMap<>();
        for (PopulationCell cell : population) {
            if (cell.year() == year && wanted(cell.sex(), sex)) {
                persons.merge(cell.ageGroup(), (double) cell.persons(), Double::sum);
            }
        }
        List<Stratum> strata = new ArrayList<>();
        persons.forEach((age, n) -> strata.add(new Stratum(age, events.getOrDefault(age, 0L), n)));
        events.forEach((age, n) -> {
            if (!persons.containsKey(age)) {
                strata.add(new Stratum(age, n, 0));
            }
        });
        if (strata.isEmpty() || strata.stream().anyMatch(s -> s.personTime() == 0 && s.events() > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Rate(
                year,
                sex,
                StandardisedRate.of(
                        strata,
                        standard,
                        RateScale.PER_100000_PERSON_YEARS,
                        StandardisedIntervalMethod.FAY_FEUER,
                        confidence)));
    }

    private static boolean wanted(Sex sex, @Nullable Sex asked) {
        return asked == null ? sex != Sex.UNKNOWN : sex == asked;
    }
}
