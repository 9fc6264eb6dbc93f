package org.safecommunity.cli.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.Status;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.programme.PopulationCell;

/**
 * Events and person-years of one community. They are taken from the years that have a population and lie between the
 * first and the last record of the register, so that a year the register does not reach does not count as free of injuries.
 *
 * @param events      events of the years used
 * @param personYears sum of the populations of these years
 * @param years       the years; empty where only the total person-years are known
 * @param status      OK, or why there is no rate
 * @param remarks     what a reader should know
 */
record Exposure(long events, double personYears, List<Integer> years, Status status, List<Remark> remarks) {
    boolean hasRate() {
        return status == Status.OK;
    }

    static Exposure of(Workspace workspace, Locale locale) {
        InjuryCounts counts = workspace.injuries().orElse(null);
        if (counts == null) {
            return none(Status.NO_PERSON_TIME, "region-no-register", locale);
        }
        if (!workspace.coverage().carriesRates()) {
            return none(
                    Status.NO_PERSON_TIME,
                    "region-coverage",
                    locale,
                    workspace.coverage().title().in(locale));
        }
        Exposure exposure = workspace.population().isEmpty()
                ? workspace
                        .personYears()
                        .filter(total -> total > 0)
                        .map(total -> new Exposure(counts.total(), total, List.of(), Status.OK, List.of()))
                        .orElseGet(() -> none(Status.NO_PERSON_TIME, "region-no-population", locale))
                : ofYears(counts, workspace.population(), locale);
        boolean small = exposure.events > 0 && exposure.events < workspace.suppressBelow();
        return small ? none(Status.SUPPRESSED, "region-suppressed", locale, workspace.suppressBelow()) : exposure;
    }

    private static Exposure ofYears(InjuryCounts counts, List<PopulationCell> population, Locale locale) {
        NavigableMap<Integer, Long> persons = personsByYear(population);
        NavigableMap<Integer, Long> events = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> events.merge(cell.year(), n, Long::sum));
        NavigableMap<Integer, Long> used =
                events.isEmpty() ? persons : persons.subMap(events.firstKey(), true, events.lastKey(), true);
        long inYears = 0;
        for (int year : used.keySet()) {
            inYears += events.getOrDefault(year, 0L);
        }
        double personYears = used.values().stream().mapToLong(n -> n).sum();
        if (personYears == 0) {
            return none(Status.NO_PERSON_TIME, "region-no-population", locale);
        }
        List<Remark> remarks = new ArrayList<>();
        if (inYears < counts.total()) {
            remarks.add(remark("region-events-left", locale, counts.total() - inYears));
        }
        if (used.size() < persons.size()) {
            remarks.add(remark("region-years-left", locale, persons.size() - used.size()));
        }
        return new Exposure(inYears, personYears, List.copyOf(used.keySet()), Status.OK, remarks);
    }

    /** Persons by year, all sexes and ages. */
    static NavigableMap<Integer, Long> personsByYear(List<PopulationCell> population) {
        NavigableMap<Integer, Long> persons = new TreeMap<>();
        population.forEach(cell -> persons.merge(cell.year(), cell.persons(), Long::sum));
        return persons;
    }

    private static Exposure none(Status status, String code, Locale locale, Object... arguments) {
        return new Exposure(0, 0, List.of(), status, List.of(remark(code, locale, arguments)));
    }

    private static Remark remark(String code, Locale locale, Object... arguments) {
        return new Remark(code, Texts.get(locale, "remark." + code, arguments));
    }
}
