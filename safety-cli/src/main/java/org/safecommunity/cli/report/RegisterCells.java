package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.injury.InjuryField;

/** The counts of the injury register that a report shows, with their sums, under the ids the tables use. */
final class RegisterCells {
    private final InjuryCounts counts;
    private final Set<String> deadly;
    private final Suppression suppression;

    private RegisterCells(InjuryCounts counts, Set<String> deadly, int suppressBelow) {
        this.counts = counts;
        this.deadly = deadly;
        this.suppression = new Suppression(suppressBelow);
    }

    /**
     * The ids of the cells to withhold.
     *
     * @param counts        counts of the register
     * @param deadly        codes of the outcome that mean that the person died
     * @param suppressBelow counts from 1 to below this are withheld; with 0 nothing is
     */
    static Set<String> withheld(InjuryCounts counts, Set<String> deadly, int suppressBelow) {
        return suppressBelow < 2 ? Set.of() : new RegisterCells(counts, deadly, suppressBelow).solve();
    }

    static String code(InjuryField field, String code) {
        return field.label() + "/" + code;
    }

    static String age(int low) {
        return "age/" + low;
    }

    static String month(int month) {
        return "month/" + month;
    }

    static String year(int year) {
        return "year/" + year;
    }

    /** Records of known sex and age, as in the rates; both sexes when sex is null. */
    static String stratum(int year, @org.jspecify.annotations.Nullable Sex sex) {
        return "stratum/" + year + "/" + (sex == null ? "both" : sex.label());
    }

    /** Records of a cause whose outcome is known. */
    static String known(String cause) {
        return "known/" + cause;
    }

    /** Deaths of a cause. */
    static String died(String cause) {
        return "died/" + cause;
    }

    private Set<String> solve() {
        for (InjuryField field : InjuryField.values()) {
            List<String> ids = new ArrayList<>();
            counts.byField(field).forEach((code, n) -> ids.add(cell(code(field, code), n)));
            suppression.sum(ids);
        }
        fatality();
        Map<Integer, Long> byAge = byAge(counts);
        suppression.sum(byAge.entrySet().stream()
                .map(e -> cell(age(e.getKey()), e.getValue()))
                .toList());
        List<String> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(cell(month(month), counts.byMonth().getOrDefault(month, 0L)));
        }
        suppression.sum(months);
        strata();
        return suppression.withheld();
    }

    /** Records by lowest age of the five-year band, from the first to the last that occurs. */
    static NavigableMap<Integer, Long> byAge(InjuryCounts counts) {
        TreeMap<Integer, Long> byAge = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> {
            if (cell.ageLow() >= 0) {
                byAge.merge(cell.ageLow(), n, Long::sum);
            }
        });
        if (!byAge.isEmpty()) {
            for (int low = byAge.firstKey(); low < byAge.lastKey(); low += 5) {
                byAge.putIfAbsent(low, 0L);
            }
        }
        return byAge;
    }

    /** A cause is its records with and without outcome; those with outcome died or not; the dead add up to an outcome. */
    private void fatality() {
        List<String> dead = new ArrayList<>();
        counts.outcomeByCause().forEach((cause, outcomes) -> {
            long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
            long died = outcomes.entrySet().stream()
                    .filter(e -> deadly.contains(e.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long recorded = counts.byField(InjuryField.CAUSE).getOrDefault(cause, all);
            dead.add(cell(died(cause), died));
            suppression.sum(cell(known(cause), all), List.of(died(cause), cell("survived/" + cause, all - died)));
            suppression.sum(
                    code(InjuryField.CAUSE, cause), List.of(known(cause), cell("open/" + cause, recorded - all)));
        });
        List<String> fatal = deadly.stream()
                .filter(counts.byField(InjuryField.OUTCOME)::containsKey)
                .map(code -> code(InjuryField.OUTCOME, code))
                .toList();
        suppression.sum(fatal, dead);
    }

    private void strata() {
        Map<String, Long> cells = new TreeMap<>();
        TreeMap<Integer, Long> years = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> {
            years.merge(cell.year(), n, Long::sum);
            boolean known = cell.ageLow() >= 0 && cell.sex() != Sex.UNKNOWN;
            for (Sex sex : new Sex[] {Sex.MALE, Sex.FEMALE}) {
                cells.merge(stratum(cell.year(), sex), known && cell.sex() == sex ? n : 0L, Long::sum);
            }
        });
        cells.forEach(this::cell);
        List<String> all = new ArrayList<>();
        years.forEach((year, n) -> {
            String male = stratum(year, Sex.MALE);
            String female = stratum(year, Sex.FEMALE);
            all.add(cell(stratum(year, null), cells.getOrDefault(male, 0L) + cells.getOrDefault(female, 0L)));
            suppression.sum(stratum(year, null), List.of(male, female));
        });
        suppression.sum(all);
        suppression.sum(years.entrySet().stream()
                .map(e -> cell(year(e.getKey()), e.getValue()))
                .toList());
    }

    private String cell(String id, long n) {
        suppression.cell(id, n);
        return id;
    }
}
