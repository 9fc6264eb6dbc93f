package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterIndex;

/** The chain from key factor over goal and project to effect and review, and the projects with their effects. */
final class ChainSection {
    private static final String FACTORS = "key-factors";
    private static final String PROJECTS = "projects";
    private static final String REVIEWS = "reviews";

    private final RegisterText text;
    private final RegisterIndex index;
    private final ReportContext context;

    ChainSection(RegisterText text, ReportContext context) {
        this.text = text;
        this.index = text.index();
        this.context = context;
    }

    Section section() {
        String title = context.text("section.chain");
        if (index.entries(FACTORS).isEmpty() && index.entries(PROJECTS).isEmpty()) {
            return context.nothing("chain", title);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.paragraph("chain.about"));
        if (!index.entries(FACTORS).isEmpty()) {
            blocks.add(chain());
        }
        if (!index.entries(PROJECTS).isEmpty()) {
            blocks.add(projects());
        }
        return new Section("chain", title, blocks);
    }

    private Table chain() {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (RegisterEntry factor : index.entries(FACTORS)) {
            List<RegisterEntry> goals = index.naming("goals", "key_factor", factor.text("id"));
            List<RegisterEntry> projects = projects(goals);
            List<RegisterEntry> measured =
                    projects.stream().filter(p -> p.has("after")).toList();
            long reviewed = measured.stream().filter(this::isReviewed).count();
            String ends = end(factor, goals, projects, measured, reviewed);
            cells.add(List.of(
                    RegisterText.id(factor),
                    text.labels(FACTORS, "kind", factor),
                    text.labels(FACTORS, "topic", factor),
                    text.ids(goals),
                    text.ids(projects),
                    text.ids(measured),
                    context.text("chain." + ends)));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("kind", factor.text("kind"));
            details.put("topic", factor.text("topic"));
            details.put("goals", text.ids(goals));
            details.put("projects", text.ids(projects));
            details.put("measured", (long) measured.size());
            details.put("reviewed", reviewed);
            rows.add(ResultRow.plain(ResultRow.item("keyFactor", RegisterText.id(factor)), "chain", ends, details));
        }
        return new Table(
                "chain-factors",
                context.text("chain.table"),
                List.of(
                        context.column("column.key-factor"),
                        context.column("column.kind"),
                        context.column("column.goal-topic"),
                        context.column("column.goals"),
                        context.column("column.projects"),
                        context.column("column.projects-measured"),
                        context.column("column.chain")),
                cells,
                rows,
                null);
    }

    private String end(
            RegisterEntry factor,
            List<RegisterEntry> goals,
            List<RegisterEntry> projects,
            List<RegisterEntry> measured,
            long reviewed) {
        if (projects.isEmpty() && factor.has("no_project_reason")) {
            return "reason";
        }
        if (goals.isEmpty()) {
            return "no-goal";
        }
        if (projects.isEmpty()) {
            return "no-project";
        }
        if (measured.isEmpty()) {
            return "no-effect";
        }
        return reviewed < measured.size() ? "no-review" : "closed";
    }

    private List<RegisterEntry> projects(List<RegisterEntry> goals) {
        Set<RegisterEntry> projects = new LinkedHashSet<>();
        for (RegisterEntry goal : goals) {
            for (RegisterEntry project : index.naming(PROJECTS, "goal", goal.text("id"))) {
                projects.add(project);
                projects.addAll(index.naming(PROJECTS, "parent", project.text("id")));
            }
        }
        return new ArrayList<>(projects);
    }

    private boolean isReviewed(RegisterEntry project) {
        return !index.naming(REVIEWS, "projects", project.text("id")).isEmpty();
    }

    private Table projects() {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (RegisterEntry project : index.entries(PROJECTS)) {
            Optional<BigDecimal> before = project.number("before");
            Optional<BigDecimal> after = project.number("after");
            boolean hidden = before.filter(text::isWithheld).isPresent()
                    || after.filter(text::isWithheld).isPresent();
            Optional<Double> change = hidden
                            || before.isEmpty()
                            || after.isEmpty()
                            || before.get().signum() == 0
                    ? Optional.empty()
                    : Optional.of(after.get().doubleValue() / before.get().doubleValue() - 1);
            cells.add(List.of(
                    RegisterText.id(project),
                    text.labels(PROJECTS, "topic", project),
                    text.labels(PROJECTS, "means", project),
                    day(project, "start") + "–" + day(project, "end"),
                    text.number(before),
                    text.number(after),
                    hidden
                            ? ReportContext.WITHHELD
                            : change.map(ChainSection::signed).orElse(RegisterText.NONE),
                    context.text(isReviewed(project) ? "report.yes" : "report.no")));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("topic", project.text("topic"));
            details.put("means", project.text("means"));
            details.put("start", day(project, "start"));
            details.put("end", day(project, "end"));
            details.put("before", text.data(before));
            details.put("after", text.data(after));
            details.put("reviewed", isReviewed(project));
            rows.add(ResultRow.plain(
                    ResultRow.item("project", RegisterText.id(project)), "change", change.orElse(null), details));
        }
        return new Table(
                "chain-projects",
                context.text("chain.projects"),
                List.of(
                        context.column("column.project"),
                        context.column("column.goal-topic"),
                        context.column("column.means"),
                        context.column("column.period-of"),
                        context.number("column.effect-before"),
                        context.number("column.effect-after"),
                        context.number("column.change-of"),
                        context.column("column.reviewed")),
                cells,
                rows,
                null);
    }

    private static String day(RegisterEntry project, String column) {
        return project.date(column).map(LocalDate::toString).orElse("");
    }

    private static String signed(double change) {
        String percent = ReportNumbers.percent(Math.abs(change));
        return change < 0 ? "−" + percent : change > 0 ? "+" + percent : percent;
    }
}
