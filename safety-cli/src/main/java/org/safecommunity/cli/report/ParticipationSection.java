package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterIndex;

/** Who takes part: activities by setting and by month, training, volunteers, opinions answered. */
final class ParticipationSection {
    private static final String ACTIVITIES = "activities";
    private static final int MOST_MONTHS = 24;

    private final RegisterText text;
    private final RegisterIndex index;
    private final ReportContext context;
    private final LocalDate today;

    ParticipationSection(RegisterText text, ReportContext context, LocalDate today) {
        this.text = text;
        this.index = text.index();
        this.context = context;
        this.today = today;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!index.entries(ACTIVITIES).isEmpty()) {
            blocks.add(settings());
            months(blocks);
        }
        List<RegisterEntry> training = index.entries("training");
        if (!training.isEmpty()) {
            blocks.add(context.paragraph(
                    "participation.training",
                    ReportNumbers.count(training.size()),
                    text.count(sum(training, "participants"))));
        }
        List<RegisterEntry> volunteers = index.entries("volunteers");
        if (!volunteers.isEmpty()) {
            blocks.add(context.paragraph(
                    "participation.volunteers",
                    ReportNumbers.count(volunteers.size()),
                    text.count(sum(volunteers, "members")),
                    text.count(sum(volunteers, "hours"))));
        }
        List<RegisterEntry> opinions = index.entries("opinions");
        if (!opinions.isEmpty()) {
            long answered = opinions.stream().filter(o -> o.has("answered_on")).count();
            blocks.add(context.paragraph(
                    "participation.opinions",
                    ReportNumbers.count(opinions.size()),
                    ReportNumbers.count(answered),
                    ReportNumbers.percent((double) answered / opinions.size())));
        }
        String title = context.text("section.participation");
        return blocks.isEmpty() ? context.nothing("participation", title) : new Section("participation", title, blocks);
    }

    private static long sum(List<RegisterEntry> entries, String column) {
        return entries.stream()
                .flatMap(entry -> entry.number(column).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .longValue();
    }

    private Table settings() {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        for (RegisterColumn.Value value : index.values(ACTIVITIES, "setting")) {
            List<RegisterEntry> held = index.naming(ACTIVITIES, "setting", value.code());
            String number = text.count(held.size());
            long participants = sum(held, "participants");
            long volunteers = sum(held, "volunteers");
            boolean hidden = number.equals(ReportContext.WITHHELD);
            bars.add(new Charts.Bar(
                    context.title(value.label()), hidden ? null : (Double) (double) held.size(), number));
            cells.add(List.of(context.title(value.label()), number, text.count(participants), text.count(volunteers)));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("participants", text.data(java.util.Optional.of(BigDecimal.valueOf(participants))));
            details.put("volunteers", text.data(java.util.Optional.of(BigDecimal.valueOf(volunteers))));
            rows.add(ResultRow.plain(
                    ResultRow.item("setting", value.code()),
                    ACTIVITIES,
                    hidden ? null : (Object) (long) held.size(),
                    details));
        }
        return new Table(
                "participation-settings",
                context.text("participation.settings"),
                List.of(
                        context.column("column.setting"),
                        context.number("column.activities"),
                        context.number("column.participants"),
                        context.number("column.volunteers")),
                cells,
                rows,
                context.charts().bars(bars, context.text("column.activities")));
    }

    /** Activities by month, from the first to the last with one, at most the last 24: even work or campaigns. */
    private void months(List<Block> blocks) {
        TreeMap<YearMonth, Long> counts = new TreeMap<>();
        for (RegisterEntry activity : index.entries(ACTIVITIES)) {
            activity.date("date")
                    .filter(day -> !day.isAfter(today))
                    .ifPresent(day -> counts.merge(YearMonth.from(day), 1L, Long::sum));
        }
        if (counts.size() < 2) {
            return;
        }
        YearMonth last = counts.lastKey();
        YearMonth earliest = last.minusMonths(MOST_MONTHS - 1L);
        YearMonth first = counts.firstKey().isBefore(earliest) ? earliest : counts.firstKey();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            long n = counts.getOrDefault(month, 0L);
            String number = text.count(n);
            boolean hidden = number.equals(ReportContext.WITHHELD);
            String label =
                    String.format(java.util.Locale.ROOT, "%02d/%02d", month.getYear() % 100, month.getMonthValue());
            bars.add(new Charts.Bar(label, hidden ? null : (Double) (double) n, number));
            cells.add(List.of(month.toString(), number));
            rows.add(ResultRow.plain(
                    ResultRow.item("month", month.toString()), ACTIVITIES, hidden ? null : (Object) n, Map.of()));
        }
        blocks.add(new Table(
                "participation-months",
                context.text("participation.months"),
                List.of(context.column("column.month"), context.number("column.activities")),
                cells,
                rows,
                context.charts().columns(bars, context.text("column.activities"))));
    }
}
