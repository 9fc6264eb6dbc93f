package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentGrade;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.accident.GradeScheme;

/** Accidents in the four domains of article 20, by year and grade. */
final class AccidentSection {
    private static final String NOT_GRADED = "not-graded";

    private final Workspace workspace;
    private final ReportContext context;
    private final Map<Key, Tally> tallies = new TreeMap<>();
    private final Set<String> withheld;

    AccidentSection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
        GradeScheme.GradeSchemes schemes = GradeScheme.bundled();
        for (AccidentRecord accident : workspace.accidents()) {
            Optional<AccidentGrade> grade = schemes.of(accident.domain()).flatMap(s -> s.grade(accident));
            int rank = grade.map(AccidentGrade::rank).orElse(-1);
            String id = grade.map(AccidentGrade::id).orElse(NOT_GRADED);
            tallies.computeIfAbsent(
                            new Key(accident.domain(), accident.date().year(), rank, id),
                            k -> new Tally(grade.map(AccidentGrade::title)))
                    .add(accident);
        }
        this.withheld = suppressed();
    }

    /** A line of the table by grade. */
    private record Key(AccidentDomain domain, int year, int rank, String grade) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = domain.compareTo(other.domain);
            order = order != 0 ? order : Integer.compare(year, other.year);
            return order != 0 ? order : Integer.compare(other.rank, rank);
        }

        String cell(String what) {
            return what + "/" + domain.label() + "/" + year + "/" + grade;
        }
    }

    private static final class Tally {
        private final Optional<LocalText> title;
        private long accidents;
        private long deaths;
        private long serious;

        Tally(Optional<LocalText> title) {
            this.title = title;
        }

        void add(AccidentRecord accident) {
            accidents++;
            deaths += accident.deaths();
            serious += accident.seriousInjuries();
        }
    }

    private static String cell(AccidentDomain domain, int year) {
        return "accidents/" + domain.label() + "/" + year;
    }

    private Set<String> suppressed() {
        Suppression suppression = new Suppression(context.suppressBelow());
        Map<String, Long> wholes = new LinkedHashMap<>();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        List<String> dead = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            String whole = cell(key.domain(), key.year());
            suppression.cell(key.cell("accidents"), tally.accidents);
            suppression.cell(key.cell("deaths"), tally.deaths);
            suppression.cell(key.cell("serious"), tally.serious);
            wholes.merge(whole, tally.accidents, Long::sum);
            parts.computeIfAbsent(whole, k -> new ArrayList<>()).add(key.cell("accidents"));
            dead.add(key.cell("deaths"));
        });
        wholes.forEach(suppression::cell);
        parts.forEach(suppression::sum);
        suppression.sum(wholes.keySet());
        suppression.cell("deaths", deaths());
        suppression.sum("deaths", dead);
        return suppression.withheld();
    }

    private long deaths() {
        return tallies.values().stream().mapToLong(t -> t.deaths).sum();
    }

    Section section() {
        String title = context.text("section.accidents");
        if (tallies.isEmpty()) {
            return context.nothing("accidents", title);
        }
        List<Block> blocks = new ArrayList<>();
        byDomain(blocks);
        blocks.add(context.paragraph("accidents.grades"));
        byGrade(blocks);
        return new Section("accidents", title, blocks);
    }

    private void byDomain(List<Block> blocks) {
        TreeMap<Integer, Map<AccidentDomain, Long>> counts = new TreeMap<>();
        tallies.forEach((key, tally) -> counts.computeIfAbsent(key.year(), y -> new EnumMap<>(AccidentDomain.class))
                .merge(key.domain(), tally.accidents, Long::sum));
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        Map<AccidentDomain, List<Charts.Bar>> bars = new EnumMap<>(AccidentDomain.class);
        for (int year : new TreeSet<>(counts.keySet())) {
            String name = Integer.toString(year);
            List<String> line = new ArrayList<>(List.of(name));
            for (AccidentDomain domain : AccidentDomain.values()) {
                long n = counts.getOrDefault(year, Map.of()).getOrDefault(domain, 0L);
                boolean hidden = withheld.contains(cell(domain, year));
                String text = hidden ? ReportContext.WITHHELD : ReportNumbers.count(n);
                ResultRow row = ResultRow.count(
                        ResultRow.item("year", name, "domain", domain.label()), "accidents", n, Map.of());
                line.add(text);
                rows.add(hidden ? Withheld.all(row) : row);
                bars.computeIfAbsent(domain, d -> new ArrayList<>())
                        .add(new Charts.Bar(name, hidden ? null : (double) n, text));
            }
            cells.add(line);
        }
        List<Column> columns = new ArrayList<>(List.of(context.column("column.year")));
        List<String> domains = new ArrayList<>();
        for (AccidentDomain domain : AccidentDomain.values()) {
            domains.add(context.title(domain.title()));
            columns.add(new Column(context.title(domain.title()), true));
        }
        blocks.add(new Table(
                "accidents-domain",
                context.text("accidents.by-domain"),
                columns,
                cells,
                rows,
                context.charts().panels(domains, new ArrayList<>(bars.values()), context.text("column.accidents"))));
    }

    private void byGrade(List<Block> blocks) {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            boolean hidden = withheld.contains(key.cell("accidents"));
            boolean noDeaths = hidden || withheld.contains(key.cell("deaths"));
            boolean noSerious = hidden || withheld.contains(key.cell("serious"));
            cells.add(List.of(
                    context.title(key.domain().title()),
                    Integer.toString(key.year()),
                    tally.title.map(context::title).orElse(context.text("accidents.not-graded")),
                    number(tally.accidents, hidden),
                    number(tally.deaths, noDeaths),
                    number(tally.serious, noSerious)));
            Map<String, Object> details = new LinkedHashMap<>();
            if (!noDeaths) {
                details.put("deaths", tally.deaths);
            }
            if (!noSerious) {
                details.put("seriousInjuries", tally.serious);
            }
            ResultRow row = ResultRow.count(
                    ResultRow.item(
                            "domain", key.domain().label(), "year", Integer.toString(key.year()), "grade", key.grade()),
                    "accidents",
                    tally.accidents,
                    details);
            rows.add(hidden ? Withheld.all(row) : row);
        });
        blocks.add(new Table(
                "accidents-grade",
                context.text("accidents.by-grade"),
                List.of(
                        context.column("column.domain"),
                        context.column("column.year"),
                        context.column("column.grade"),
                        context.number("column.accidents"),
                        context.number("column.deaths"),
                        context.number("column.serious")),
                cells,
                rows,
                null));
    }

    private static String number(long n, boolean hidden) {
        return hidden ? ReportContext.WITHHELD : ReportNumbers.count(n);
    }

    /** The first half of the fourth sentence. */
    String sentence() {
        int all = workspace.accidents().size();
        return all == 0
                ? context.text("summary.no-accidents")
                : context.text(
                        withheld.contains("deaths") ? "summary.accidents-withheld" : "summary.accidents",
                        ReportNumbers.count(all),
                        withheld.contains("deaths") ? "" : ReportNumbers.count(deaths()));
    }
}
