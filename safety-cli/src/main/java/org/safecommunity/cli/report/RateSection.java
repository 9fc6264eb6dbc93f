package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.PublicationRule;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.InjuryCounts;

/** Rates by year and sex where the register covers the population; else counts by year and the reason. */
final class RateSection {
    private static final String DEFAULT_STANDARD = "CHINA_2020";

    private final Workspace workspace;
    private final ReportContext context;
    private final Set<String> withheld;
    private final Section section;
    private String sentence;

    RateSection(Workspace workspace, ReportContext context, Set<String> withheld) {
        this.workspace = workspace;
        this.context = context;
        this.withheld = withheld;
        this.sentence = context.text("summary.no-rate-data");
        this.section = build();
    }

    Section section() {
        return section;
    }

    /** The sentence about rates. */
    String sentence() {
        return sentence;
    }

    private Section build() {
        String title = context.text("section.rates");
        Optional<InjuryCounts> counted = workspace.injuries().filter(counts -> counts.total() > 0);
        if (counted.isEmpty()) {
            return context.nothing("rates", title);
        }
        InjuryCounts counts = counted.get();
        List<Block> blocks = new ArrayList<>();
        String coverage = workspace.coverage().title().in(context.locale());
        blocks.add(context.paragraph("rates.coverage", coverage));
        workspace.coverageNote().ifPresent(note -> blocks.add(new Paragraph(note.in(context.locale()), false)));
        if (!workspace.coverage().carriesRates()) {
            blocks.add(context.warning("rates.no-coverage", coverage));
            byYear(counts, blocks);
            sentence = context.text("summary.no-rate-coverage", coverage, ReportNumbers.count(counts.total()));
        } else if (!workspace.population().isEmpty()) {
            byYearAndSex(counts, blocks);
        } else if (workspace.personYears().isPresent()) {
            total(counts, workspace.personYears().get(), blocks);
        } else {
            blocks.add(context.warning("rates.no-population"));
            byYear(counts, blocks);
            sentence = context.text("summary.no-rate-population", ReportNumbers.count(counts.total()));
        }
        return new Section("rates", title, blocks);
    }

    private void byYear(InjuryCounts counts, List<Block> blocks) {
        TreeMap<Integer, Long> byYear = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> byYear.merge(cell.year(), n, Long::sum));
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Bar> bars = new ArrayList<>();
        byYear.forEach((year, n) -> {
            boolean hidden = withheld.contains(RegisterCells.year(year));
            String text = hidden ? ReportContext.WITHHELD : ReportNumbers.count(n);
            ResultRow row = ResultRow.count(ResultRow.item("year", year.toString()), "events", n, Map.of());
            cells.add(List.of(year.toString(), text));
            rows.add(hidden ? Withheld.all(row) : row);
            bars.add(new Charts.Bar(year.toString(), hidden ? null : (double) n, text));
        });
        blocks.add(new Table(
                "events-by-year",
                context.text("rates.counts-by-year"),
                List.of(context.column("column.year"), context.number("column.count")),
                cells,
                rows,
                context.charts().columns(bars, context.text("column.count"))));
    }

    private void total(InjuryCounts counts, double personYears, List<Block> blocks) {
        CrudeRate rate = CrudeRate.of(
                counts.total(),
                personYears,
                RateScale.PER_100000_PERSON_YEARS,
                PoissonIntervalMethod.GARWOOD,
                context.confidence());
        String years = InjurySection.years(counts);
        blocks.add(context.paragraph("rates.total-only"));
        blocks.add(new Table(
                "rates",
                context.text("rates.total"),
                crudeColumns("column.period"),
                List.of(crudeCells(rate, years, context.text("rates.both-sexes"))),
                List.of(context.row(rate, Map.of(), ResultRow.item("period", years))),
                null));
        sentence = context.text(
                "summary.total-rate",
                workspace.eventName().in(context.locale()),
                context.rate(rate),
                ReportContext.rateInterval(rate),
                ReportNumbers.amount(personYears));
    }

    private void byYearAndSex(InjuryCounts counts, List<Block> blocks) {
        StandardPopulation standard = workspace
                .standardPopulation()
                .orElseGet(() -> StandardPopulation.find(DEFAULT_STANDARD).orElseThrow());
        YearRates rates = new YearRates(counts, workspace.population(), standard, context.confidence());
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Charts.Point> points = new ArrayList<>();
        List<YearRates.Rate> both = new ArrayList<>();
        TreeSet<Integer> years = new TreeSet<>();
        workspace.population().forEach(cell -> years.add(cell.year()));
        for (int year : years) {
            for (@Nullable Sex sex : new @Nullable Sex[] {null, Sex.MALE, Sex.FEMALE}) {
                String name = sex == null ? context.text("rates.both-sexes") : context.title(sex.title());
                Optional<YearRates.Rate> rate = rates.of(year, sex);
                if (rate.isEmpty()) {
                    blocks.add(context.warning("rates.unusable", Integer.toString(year), name));
                    continue;
                }
                boolean hidden = withheld.contains(RegisterCells.stratum(year, sex));
                line(rate.get(), name, hidden, cells, rows);
                if (!hidden) {
                    rate.get().point(name).ifPresent(points::add);
                }
                if (sex == null && !hidden) {
                    both.add(rate.get());
                }
            }
        }
        notes(counts, standard, rows, blocks);
        List<Column> columns = new ArrayList<>(crudeColumns("column.year"));
        columns.add(context.number("column.standardised"));
        columns.add(context.number("column.interval95"));
        String axis = context.text("rates.axis");
        blocks.add(new Table(
                "rates",
                context.text("rates.by-year-and-sex"),
                columns,
                cells,
                rows,
                points.isEmpty() ? null : context.charts().points(points, axis)));
        sentence = both.isEmpty() ? context.text("summary.no-rate-estimate") : trendSentence(both, standard);
    }

    private void line(
            YearRates.Rate rate, String name, boolean hidden, List<List<String>> cells, List<ResultRow> rows) {
        Map<String, String> group = new LinkedHashMap<>();
        group.put("year", Integer.toString(rate.year()));
        group.put("sex", rate.sex() == null ? "both" : rate.sex().label());
        ResultRow crude = context.row(rate.crude(), group, Map.of());
        ResultRow standardised = context.row(rate.standardised(), group, Map.of());
        if (hidden) {
            String star = ReportContext.WITHHELD;
            String time = ReportNumbers.amount(rate.crude().personTime());
            cells.add(List.of(Integer.toString(rate.year()), name, star, time, star, "", star, ""));
            rows.add(Withheld.all(crude));
            rows.add(Withheld.all(standardised));
            return;
        }
        List<String> line = new ArrayList<>(crudeCells(rate.crude(), Integer.toString(rate.year()), name));
        line.add(context.rate(rate.standardised()));
        line.add(ReportContext.rateInterval(rate.standardised()));
        cells.add(line);
        rows.add(crude);
        rows.add(context.suppressBelow() > 0 ? Withheld.strata(standardised) : standardised);
    }

    private void notes(InjuryCounts counts, StandardPopulation standard, List<ResultRow> rows, List<Block> blocks) {
        long unassigned = counts.byCell().entrySet().stream()
                .filter(e -> e.getKey().ageLow() < 0 || e.getKey().sex() == Sex.UNKNOWN)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (unassigned > 0) {
            blocks.add(context.warning("rates.unassigned", ReportNumbers.count(unassigned)));
        }
        blocks.add(context.paragraph("rates.standard", standard.label(context.locale()), standard.id()));
        rows.stream()
                .flatMap(row -> row.warnings().stream())
                .filter(warning -> warning.code().equals("small-count"))
                .findFirst()
                .ifPresent(warning -> blocks.add(context.paragraph("rates.small-count", PublicationRule.MIN_EVENTS)));
    }

    private String trendSentence(List<YearRates.Rate> both, StandardPopulation standard) {
        YearRates.Rate last = both.get(both.size() - 1);
        YearRates.Rate first = both.get(0);
        String year = Integer.toString(last.year());
        String crude = context.rate(last.crude());
        String limits = ReportContext.rateInterval(last.crude());
        String value = context.rate(last.standardised());
        String name = standard.label(context.locale());
        return first.year() == last.year()
                ? context.text("summary.rate-one-year", year, crude, limits, value, name, standard.id())
                : context.text(
                        "summary.rate",
                        year,
                        crude,
                        limits,
                        value,
                        name,
                        context.rate(first.standardised()),
                        Integer.toString(first.year()),
                        standard.id());
    }

    private List<Column> crudeColumns(String first) {
        return List.of(
                context.column(first),
                context.column("column.sex"),
                context.number("column.count"),
                context.number("column.personYears"),
                context.number("column.crude"),
                context.number("column.interval95"));
    }

    private List<String> crudeCells(CrudeRate rate, String year, String sex) {
        String mark = rate.events() < PublicationRule.MIN_EVENTS ? "†" : "";
        return List.of(
                year,
                sex,
                ReportNumbers.count(rate.events()),
                ReportNumbers.amount(rate.personTime()),
                context.rate(rate) + mark,
                ReportContext.rateInterval(rate));
    }
}
