package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * The statistics of one period and grade (Order 16, art. 14): what was open at its start, found and closed in it, and open
 * and overdue at its end; open at the start + found = closed + open at the end. Immutable.
 *
 * @param period       quarter or year, not null
 * @param grade        grade, or null for both
 * @param until        last day that is counted: the end of the period, or the day of the statistics where that is earlier
 * @param openAtStart  found before the period and not closed before it
 * @param found        found in the period
 * @param closed       closed in the period, whenever found
 * @param openAtEnd    open at {@code until}
 * @param overdue      of these, past their time limit
 * @param closedOfFound closed in the period, of those found in it
 */
public record PeriodStatistics(
        ReportingPeriod period,
        @Nullable DangerGrade grade,
        LocalDate until,
        long openAtStart,
        long found,
        long closed,
        long openAtEnd,
        long overdue,
        long closedOfFound) {
    private static final LocalText BALANCE =
            new LocalText("open at start + found = closed + open at end", "期初未销号数 + 发现数 = 销号数 + 期末未销号数");

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if period or day is null
     * @throws IllegalArgumentException if the counts do not balance
     */
    public PeriodStatistics {
        requireNonNull(period, "period");
        requireNonNull(until, "until");
        if (openAtStart + found != closed + openAtEnd) {
            throw new IllegalArgumentException("openAtStart + found must equal closed + openAtEnd, was " + openAtStart
                    + " + " + found + " and " + closed + " + " + openAtEnd);
        }
    }

    /**
     * Counts a period.
     *
     * @param dangers the ledger
     * @param period  period that starts on or before the day
     * @param grade   grade to count, or null for both
     * @param asOf    day of the statistics, not null
     * @throws IllegalArgumentException if the period starts after the day
     */
    public static PeriodStatistics of(
            Collection<HiddenDanger> dangers, ReportingPeriod period, @Nullable DangerGrade grade, LocalDate asOf) {
        if (period.start().isAfter(asOf)) {
            throw new IllegalArgumentException("period must start on or before " + asOf + ", was " + period.start());
        }
        LocalDate until = period.end().isAfter(asOf) ? asOf : period.end();
        LocalDate before = period.start().minusDays(1);
        List<HiddenDanger> counted = dangers.stream()
                .filter(d -> grade == null || d.isMajor() == (grade == DangerGrade.MAJOR))
                .filter(d -> !d.progress().foundOn().isAfter(until))
                .toList();
        List<HiddenDanger> fresh = counted.stream()
                .filter(d -> !d.progress().foundOn().isBefore(period.start()))
                .toList();
        long openBefore = counted.stream()
                .filter(d -> d.progress().foundOn().isBefore(period.start()) && !d.isClosed(before))
                .count();
        long open = counted.stream().filter(d -> !d.isClosed(until)).count();
        long overdue =
                counted.stream().filter(d -> d.overdue(until).isPresent()).count();
        long closedOfFresh = fresh.stream().filter(d -> d.isClosed(until)).count();
        return new PeriodStatistics(
                period,
                grade,
                until,
                openBefore,
                fresh.size(),
                openBefore + fresh.size() - open,
                open,
                overdue,
                closedOfFresh);
    }

    /** Whether the period was over on the day of the statistics. */
    public boolean isComplete() {
        return until.equals(period.end());
    }

    /** Share of those found in the period that were closed by its end. */
    public DangerRate closureRate() {
        return new DangerRate(DangerRate.Kind.CLOSURE, closedOfFound, found);
    }

    /**
     * The working of the closure rate, with the day before which the statistics are due and who signs.
     *
     * @param locale language of the formula in words
     */
    public List<Step> explain(Locale locale) {
        DangerRules rules = DangerRules.bundled();
        List<Step> steps = new java.util.ArrayList<>(closureRate().explain(locale));
        steps.add(new Step(
                new LocalText("Balance", "平衡"),
                BALANCE.in(locale),
                openAtStart + " + " + found + " = " + closed + " + " + openAtEnd,
                LocalText.of(Long.toString(openAtEnd))));
        steps.add(new Step(
                new LocalText("Report due before", "报送期限（之前）"),
                "",
                "",
                new LocalText(
                        period.reportBefore() + "; "
                                + rules.reportProvenance()
                                        .describe(rules.sources())
                                        .en(),
                        period.reportBefore() + "；"
                                + rules.reportProvenance()
                                        .describe(rules.sources())
                                        .zh())));
        return List.copyOf(steps);
    }
}
