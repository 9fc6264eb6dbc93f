package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.register.DangerRows;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.risk.danger.DangerGrade;
import org.safecommunity.risk.danger.DangerRate;
import org.safecommunity.risk.danger.DangerState;
import org.safecommunity.risk.danger.DangerStatistics;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.danger.PeriodStatistics;

/** The hidden-danger ledger: grade and state, the four shares, what is overdue, and the statistics of each period. */
final class DangerSection {
    private static final int SHOWN = 50;

    private final RiskRegisters registers;
    private final ReportContext context;
    private final DangerStatistics statistics;
    private final List<HiddenDanger> dangers;
    private final LocalDate day;

    DangerSection(RiskRegisters registers, ReportContext context, LocalDate day) {
        this.registers = registers;
        this.context = context;
        this.day = day;
        this.statistics = DangerStatistics.of(registers.dangers(), day);
        this.dangers = registers.dangers();
    }

    Section section() {
        String title = context.text("section.dangers");
        if (!registers.ledger()) {
            return context.nothing("dangers", title);
        }
        List<Block> blocks = new ArrayList<>();
        if (dangers.isEmpty()) {
            blocks.add(context.warning("dangers.no-row"));
            return new Section("dangers", title, blocks);
        }
        blocks.add(context.paragraph(
                "dangers.summary",
                day,
                ReportNumbers.count(statistics.found()),
                ReportNumbers.count(statistics.major()),
                ReportNumbers.count(statistics.closed()),
                ReportNumbers.count(statistics.overdue())));
        blocks.add(states());
        blocks.add(rates());
        overdue(blocks);
        blocks.add(periods());
        return new Section("dangers", title, blocks);
    }

    private Table states() {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        for (DangerState state : DangerState.values()) {
            long general = count(state, DangerGrade.GENERAL);
            long major = count(state, DangerGrade.MAJOR);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("general", general);
            details.put("major", major);
            rows.add(ResultRow.count(
                    ResultRow.item("state", state.label()), "hidden-dangers", general + major, details));
            String name = context.title(state.title());
            String total = ReportNumbers.count(general + major);
            bars.add(new Charts.Bar(name, (double) (general + major), total));
            cells.add(List.of(name, ReportNumbers.count(general), ReportNumbers.count(major), total));
        }
        return new Table(
                "dangers-state",
                context.text("dangers.by-state"),
                List.of(
                        context.column("column.state"),
                        new Report.Column(context.title(DangerGrade.GENERAL.title()), true),
                        new Report.Column(context.title(DangerGrade.MAJOR.title()), true),
                        context.number("column.total")),
                cells,
                rows,
                context.charts().bars(bars, context.text("dangers.count")));
    }

    private long count(DangerState state, DangerGrade grade) {
        return dangers.stream()
                .filter(d -> d.progress().state() == state && d.isMajor() == (grade == DangerGrade.MAJOR))
                .count();
    }

    private Table rates() {
        List<ResultRow> rows = new DangerRows(context.locale(), true)
                .whole(statistics)
                .subList(0, statistics.rates().size());
        List<List<String>> cells = new ArrayList<>();
        for (DangerRate rate : statistics.rates()) {
            cells.add(List.of(
                    context.title(rate.kind().title()),
                    ReportNumbers.count(rate.part()),
                    ReportNumbers.count(rate.whole()),
                    rate.text(),
                    rate.kind().formula().in(context.locale())));
        }
        return new Table(
                "dangers-rates",
                context.text("dangers.rates"),
                List.of(
                        context.column("dangers.rate"),
                        context.number("dangers.part"),
                        context.number("dangers.whole"),
                        context.number("dangers.value"),
                        context.column("dangers.formula")),
                cells,
                rows,
                null);
    }

    private void overdue(List<Block> blocks) {
        List<HiddenDanger> late = dangers.stream()
                .filter(d -> d.overdue(day).isPresent())
                .sorted(Comparator.comparing(HiddenDanger::isMajor)
                        .thenComparing(d -> d.overdue(day).getAsLong())
                        .reversed()
                        .thenComparing(HiddenDanger::id))
                .toList();
        if (late.isEmpty()) {
            blocks.add(context.paragraph("dangers.none-overdue", day));
            return;
        }
        blocks.add(new Table(
                "dangers-overdue",
                context.text("dangers.overdue", Math.min(SHOWN, late.size()), late.size()),
                List.of(
                        context.column("column.id"),
                        context.column("column.place"),
                        context.column("column.hazard"),
                        context.column("column.grade"),
                        context.column("column.state"),
                        context.column("column.owner"),
                        context.column("column.due"),
                        context.number("dangers.days")),
                late.stream().limit(SHOWN).map(this::overdueCells).toList(),
                late.stream().map(this::overdueRow).toList(),
                null));
    }

    private List<String> overdueCells(HiddenDanger danger) {
        return List.of(
                danger.id(),
                danger.place(),
                danger.text(),
                context.title((danger.isMajor() ? DangerGrade.MAJOR : DangerGrade.GENERAL).title()),
                context.title(danger.progress().state().title()),
                danger.fixes().responsible(),
                String.valueOf(danger.fixes().due()),
                ReportNumbers.count(danger.overdue(day).orElse(0)));
    }

    private ResultRow overdueRow(HiddenDanger danger) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("place", danger.place());
        details.put("description", danger.text());
        details.put("grade", danger.isMajor() ? "major" : "general");
        details.put("state", danger.progress().state().label());
        details.put("owner", danger.fixes().responsible());
        details.put("due", String.valueOf(danger.fixes().due()));
        return ResultRow.count(
                ResultRow.item("id", danger.id()),
                "days-overdue",
                danger.overdue(day).orElse(0),
                details);
    }

    private Table periods() {
        List<PeriodStatistics> periods =
                statistics.periods().stream().filter(p -> p.grade() == null).toList();
        DangerRows rows = new DangerRows(context.locale(), true);
        return new Table(
                "dangers-periods",
                context.text("dangers.periods"),
                List.of(
                        context.column("column.period"),
                        context.number("column.openAtStart"),
                        context.number("column.found"),
                        context.number("column.closed"),
                        context.number("column.openAtEnd"),
                        context.number("column.overdue"),
                        context.column("column.reportBefore")),
                periods.stream().map(this::periodCells).toList(),
                periods.stream().map(rows::period).toList(),
                null);
    }

    private List<String> periodCells(PeriodStatistics period) {
        String note = period.isComplete() ? "" : " " + context.text("dangers.running");
        List<String> cells = new ArrayList<>(List.of(period.period().label() + note));
        Arrays.asList(period.openAtStart(), period.found(), period.closed(), period.openAtEnd(), period.overdue())
                .forEach(n -> cells.add(ReportNumbers.count(n)));
        cells.add(period.period().reportBefore().toString());
        return cells;
    }
}
