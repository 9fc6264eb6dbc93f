package org.safecommunity.risk.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DangerStatisticsTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static HiddenDanger danger(int foundAfter, @Nullable Integer closedAfter, int dueAfter, boolean major) {
        LocalDate found = START.plusDays(foundAfter);
        Map<DangerState, LocalDate> days = new EnumMap<>(DangerState.class);
        days.put(DangerState.FOUND, found);
        if (closedAfter != null) {
            days.put(DangerState.CLOSED, found.plusDays(closedAfter));
        }
        return new HiddenDanger(
                "D" + foundAfter,
                "p",
                "t",
                "",
                major ? DangerGrade.MAJOR : DangerGrade.GENERAL,
                new DangerGrading(false, false, major, ""),
                new FiveFixes("o", "m", "f", found.plusDays(dueAfter), "p"),
                MajorDocuments.NONE,
                HiddenDanger.Analysis.NONE,
                new Progress(closedAfter == null ? DangerState.IN_PROGRESS : DangerState.CLOSED, days, "A", "B", 0),
                "");
    }

    /** 54 found, 41 closed of which 36 in time, 5 of the open ones past their limit. */
    static List<HiddenDanger> ledger() {
        List<HiddenDanger> ledger = new ArrayList<>();
        for (int i = 0; i < 54; i++) {
            Integer closed = i < 36 ? Integer.valueOf(9) : i < 41 ? Integer.valueOf(11) : null;
            ledger.add(danger(i, closed, i < 46 ? 10 : 400, i % 9 == 0));
        }
        return ledger;
    }

    @Test
    void counts_shares_and_overdue_of_the_reference_ledger() {
        DangerStatistics statistics = DangerStatistics.of(ledger(), START.plusDays(364));
        assertThat(statistics.found()).isEqualTo(54);
        assertThat(statistics.closed()).isEqualTo(41);
        assertThat(statistics.closedInTime()).isEqualTo(36);
        assertThat(statistics.overdue()).isEqualTo(5);
        assertThat(statistics.closureRate().text()).isEqualTo("75.93 %");
        assertThat(statistics.onTimeRate().text()).isEqualTo("87.80 %");
        assertThat(statistics.recurrenceRate().text()).isEqualTo("0.00 %");
        assertThat(statistics.reopenRate().whole()).isEqualTo(41);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "danger-rates.reference.csv", useHeadersInDisplayName = true)
    void shares_match_the_reference(String section, long part, long whole, double percent) {
        DangerRate rate = new DangerRate(DangerRate.Kind.CLOSURE, part, whole);
        assertThat(rate.percent().orElseThrow()).isCloseTo(percent, within(1e-12 * percent));
        assertThat(rate.explain(Locale.ENGLISH).get(0).numbers()).isEqualTo(part + " / " + whole + " × 100");
    }

    @Test
    void an_empty_ledger_has_no_shares_and_no_age() {
        DangerStatistics none = DangerStatistics.of(List.of(), START);
        assertThat(none.rates()).allSatisfy(rate -> {
            assertThat(rate.percent()).isEmpty();
            assertThat(rate.text()).isEqualTo("–");
            assertThat(rate.explain(Locale.ENGLISH).get(0).outcome().en()).startsWith("not estimable");
        });
        assertThat(none.medianOpenAge()).isEmpty();
        assertThat(none.overdue()).isZero();
    }

    @Test
    void ages_of_the_open_ones_are_classed_and_have_a_median() {
        List<HiddenDanger> open = List.of(
                danger(0, null, 5, false),
                danger(60, null, 5, false),
                danger(93, null, 5, false),
                danger(100, null, 5, false),
                danger(101, null, 5, false));
        DangerStatistics statistics = DangerStatistics.of(open, START.plusDays(100));
        assertThat(statistics.openAges()).containsExactly(0L, 7L, 40L, 100L);
        assertThat(statistics.medianOpenAge()).hasValue(23.5);
        assertThat(statistics.ageing())
                .extracting(c -> c.days() + " " + c.count())
                .containsExactly("0-7 2", "8-30 0", "31-90 1", "91+ 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 2025-01-01, 2025-03-31, 2025-04-15", "4, 2025-10-01, 2025-12-31, 2026-01-15"})
    void a_quarter_is_due_before_the_fifteenth(int quarter, LocalDate start, LocalDate end, LocalDate due) {
        assertThat(ReportingPeriod.quarter(2025, quarter, DangerRules.bundled()))
                .isEqualTo(new ReportingPeriod("2025-Q" + quarter, start, end, due));
    }

    @Test
    void a_year_is_due_before_the_last_of_january_and_follows_its_quarters() {
        DangerRules rules = DangerRules.bundled();
        assertThat(ReportingPeriod.year(2025, rules).reportBefore()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(ReportingPeriod.between(LocalDate.of(2024, 8, 1), LocalDate.of(2025, 4, 1), rules))
                .extracting(ReportingPeriod::label)
                .containsExactly("2024-Q3", "2024-Q4", "2024", "2025-Q1", "2025-Q2", "2025");
    }

    @Test
    void a_period_counts_what_was_carried_over_and_stops_at_the_day() {
        List<HiddenDanger> ledger =
                List.of(danger(0, 100, 30, false), danger(80, 5, 30, true), danger(95, null, 3, false));
        DangerRules rules = DangerRules.bundled();
        PeriodStatistics first =
                PeriodStatistics.of(ledger, ReportingPeriod.quarter(2025, 1, rules), null, START.plusDays(99));
        assertThat(first)
                .isEqualTo(new PeriodStatistics(first.period(), null, LocalDate.of(2025, 3, 31), 0, 2, 1, 1, 1, 1));
        PeriodStatistics second =
                PeriodStatistics.of(ledger, ReportingPeriod.quarter(2025, 2, rules), null, START.plusDays(99));
        assertThat(second.isComplete()).isFalse();
        assertThat(second).isEqualTo(new PeriodStatistics(second.period(), null, START.plusDays(99), 1, 1, 0, 2, 2, 0));
        assertThat(second.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("1 + 1 = 0 + 2"));
        assertThat(second.explain(Locale.CHINESE))
                .extracting(step -> step.formula())
                .contains("销号数 / 发现数 × 100", "期初未销号数 + 发现数 = 销号数 + 期末未销号数");
        assertThat(PeriodStatistics.of(ledger, first.period(), DangerGrade.MAJOR, START.plusDays(99))
                        .found())
                .isEqualTo(1);
    }

    @Provide
    Arbitrary<List<HiddenDanger>> ledgers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 200).injectNull(0.4),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.of(true, false))
                .as(DangerStatisticsTest::danger)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 100)
    void periods_join_without_a_gap_and_grades_add_up(@ForAll("ledgers") List<HiddenDanger> ledger) {
        List<PeriodStatistics> periods =
                DangerStatistics.of(ledger, START.plusDays(600)).periods();
        long open = 0;
        long found = 0;
        for (int i = 0; i < periods.size(); i += 3) {
            PeriodStatistics both = periods.get(i);
            assertThat(both.found())
                    .isEqualTo(periods.get(i + 1).found() + periods.get(i + 2).found());
            assertThat(both.closed())
                    .isEqualTo(periods.get(i + 1).closed() + periods.get(i + 2).closed());
            if (both.period().label().contains("Q")) {
                assertThat(both.openAtStart()).isEqualTo(open);
                open = both.openAtEnd();
                found += both.found();
            }
        }
        assertThat(found).isEqualTo(ledger.size());
    }

    @Nested
    class Rejects {
        @Test
        void impossible_counts_and_periods() {
            assertThatThrownBy(() -> new DangerRate(DangerRate.Kind.CLOSURE, 3, 2))
                    .hasMessage("part must be from 0 to the whole, 2, was 3");
            assertThatThrownBy(() -> ReportingPeriod.quarter(2025, 5, DangerRules.bundled()))
                    .hasMessage("quarter must be from 1 to 4, was 5");
            ReportingPeriod year = ReportingPeriod.year(2025, DangerRules.bundled());
            assertThatThrownBy(() -> PeriodStatistics.of(List.of(), year, null, LocalDate.of(2024, 1, 1)))
                    .hasMessage("period must start on or before 2024-01-01, was 2025-01-01");
            assertThatThrownBy(() -> new PeriodStatistics(year, null, START, 1, 1, 0, 1, 0, 0))
                    .hasMessage("openAtStart + found must equal closed + openAtEnd, was 1 + 1 and 0 + 1");
        }
    }
}
