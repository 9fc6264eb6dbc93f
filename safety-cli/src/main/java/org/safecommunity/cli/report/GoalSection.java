package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.register.GoalProgress;
import org.safecommunity.model.register.GoalProgress.Status;
import org.safecommunity.model.register.RegisterEntry;

/** Goals: base, target, what was measured, and whether that is on the way. */
final class GoalSection {
    private static final String GOALS = "goals";
    private static final String FACTORS = "key-factors";
    private static final int PERCENT = 100;
    private static final Map<Status, String> COLOURS = new EnumMap<>(Map.of(
            Status.REACHED, "#009E73",
            Status.ON_TRACK, "#56B4E9",
            Status.BEHIND, "#E6B800",
            Status.MISSED, "#D55E00",
            Status.FINAL_OPEN, "#CC79A7",
            Status.NOT_MEASURED, "#999999"));

    private final RegisterText text;
    private final ReportContext context;
    private final LocalDate today;
    private final List<List<String>> cells = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();
    private final List<Charts.Bar> bars = new ArrayList<>();
    private final List<String> colours = new ArrayList<>();
    private final Map<Status, Integer> totals = new EnumMap<>(Status.class);

    GoalSection(RegisterText text, ReportContext context, LocalDate today) {
        this.text = text;
        this.context = context;
        this.today = today;
    }

    Section section() {
        List<RegisterEntry> goals = text.index().entries(GOALS);
        if (goals.isEmpty()) {
            return context.nothing(GOALS, context.text("section.goals"));
        }
        goals.forEach(this::goal);
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.paragraph(
                "goals.summary",
                goals.size(),
                total(Status.REACHED),
                total(Status.ON_TRACK),
                total(Status.BEHIND),
                total(Status.MISSED),
                total(Status.NOT_MEASURED),
                total(Status.FINAL_OPEN)));
        blocks.add(new Table(
                "goals-progress",
                context.text("goals.table"),
                List.of(
                        context.column("column.id"),
                        context.column("column.goal-topic"),
                        context.number("column.base"),
                        context.number("column.goal-target"),
                        context.number("column.measured"),
                        context.number("column.goal-expected"),
                        context.number("column.done"),
                        context.column("column.deadline"),
                        context.column("column.progress")),
                cells,
                rows,
                bars.isEmpty() ? null : context.charts().bars(bars, context.text("goals.axis"), colours)));
        return new Section(GOALS, context.text("section.goals"), blocks);
    }

    private int total(Status status) {
        return totals.getOrDefault(status, 0);
    }

    private void goal(RegisterEntry goal) {
        Optional<GoalProgress> progress = GoalProgress.of(goal);
        boolean hidden = List.of("base", "target", "measured").stream()
                .anyMatch(column -> goal.number(column).filter(text::isWithheld).isPresent());
        Status status = progress.map(p -> p.status(today)).orElse(Status.NOT_MEASURED);
        totals.merge(status, 1, Integer::sum);
        Optional<BigDecimal> done = hidden ? Optional.empty() : progress.flatMap(GoalProgress::done);
        Optional<BigDecimal> expected = hidden
                ? Optional.empty()
                : progress.filter(p -> p.measured() != null)
                        .map(p -> p.expected(p.comparedOn(today)).setScale(1, RoundingMode.HALF_EVEN));
        String topic = topic(goal);
        String share = done.map(d -> ReportNumbers.percent(d.doubleValue())).orElse(RegisterText.NONE);
        String state = context.title(status.title());
        cells.add(List.of(
                RegisterText.id(goal),
                topic,
                text.number(goal.number("base")),
                text.number(goal.number("target")),
                text.number(goal.number("measured")),
                hidden ? ReportContext.WITHHELD : text.number(expected),
                hidden ? ReportContext.WITHHELD : share,
                goal.date("deadline").map(LocalDate::toString).orElse(RegisterText.NONE),
                state));
        rows.add(row(goal, status, done, expected));
        if (done.isPresent()) {
            double points = Math.max(0, Math.min(PERCENT, done.get().doubleValue() * PERCENT));
            String name = RegisterText.id(goal) + (topic.equals(RegisterText.NONE) ? "" : " " + topic);
            bars.add(new Charts.Bar(context.text("goals.bar", name, state), points, share));
            colours.add(COLOURS.getOrDefault(status, Charts.BLUE));
        }
    }

    private ResultRow row(RegisterEntry goal, Status status, Optional<BigDecimal> done, Optional<BigDecimal> expected) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", goal.text("kind"));
        details.put("direction", goal.text("direction"));
        details.put(
                "measuredOn", goal.date("measured_on").map(LocalDate::toString).orElse(null));
        details.put("base", text.data(goal.number("base")));
        details.put("target", text.data(goal.number("target")));
        details.put("expected", text.data(expected));
        details.put("done", done.orElse(null));
        details.put("deadline", goal.date("deadline").map(LocalDate::toString).orElse(null));
        details.put("status", status.label());
        return ResultRow.plain(
                ResultRow.item("goal", RegisterText.id(goal)), "measured", text.data(goal.number("measured")), details);
    }

    /** Topic of the key factor behind a goal. */
    private String topic(RegisterEntry goal) {
        RegisterEntry factor = text.index().byId(FACTORS).get(goal.text("key_factor"));
        return factor == null ? RegisterText.NONE : text.labels(FACTORS, "topic", factor);
    }
}
