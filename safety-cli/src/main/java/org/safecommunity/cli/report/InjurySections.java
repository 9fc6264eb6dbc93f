package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.Code;
import org.safecommunity.model.injury.CodeField;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.programme.PopulationCell;

/** The injury register: counts and shares, and rates where the register covers the population. */
final class InjurySections {
    private static final String DEFAULT_STANDARD = "CHINA_2020";

    private final Workspace workspace;
    private final ReportContext context;
    private @Nullable String rateSentence;

    InjurySections(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section counts() {
        List<Block> blocks = new ArrayList<>();
        Optional<InjuryCounts> counted = workspace.injuries();
        if (counted.isEmpty() || counted.get().total() == 0) {
            blocks.add(new Paragraph(context.text("report.nothing"), false));
            return new Section("injuries", context.text("section.injuries", eventName()), blocks);
        }
        InjuryCounts counts = counted.get();
        blocks.add(new Paragraph(context.text("injuries.total", counts.total(), eventName(), years(counts)), false));
        if (counts.withoutAge() > 0) {
            blocks.add(new Paragraph(context.text("injuries.without-age", counts.withoutAge()), false));
        }
        for (InjuryField field :
                new InjuryField[] {InjuryField.CAUSE, InjuryField.PLACE, InjuryField.INTENT, InjuryField.OUTCOME}) {
            byField(counts, field, blocks);
        }
        byAge(counts, blocks);
        byMonth(counts, blocks);
        outcomeByCause(counts, blocks);
        return new Section("injuries", context.text("section.injuries", eventName()), blocks);
    }

    private void byField(InjuryCounts counts, InjuryField field, List<Block> blocks) {
        Map<String, Long> byCode = counts.byField(field);
        Optional<CodeField> codes = workspace.codeSet().flatMap(set -> set.field(field.label()));
        if (byCode.isEmpty() || codes.isEmpty()) {
            return;
        }
        long filled = byCode.values().stream().mapToLong(Long::longValue).sum();
        List<Code> present = codes.get().codes().stream()
                .filter(code -> byCode.containsKey(code.code()))
                .sorted(Comparator.comparing(Code::missing)
                        .thenComparing(code -> -byCode.getOrDefault(code.code(), 0L)))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Code code : present) {
            long n = byCode.getOrDefault(code.code(), 0L);
            Proportion share = context.share(n, filled);
            String label = code.label().in(context.locale());
            labels.add(label);
            values.add((double) n);
            cells.add(List.of(label, Long.toString(n), context.percent(share), context.percentInterval(share)));
            rows.add(context.row(
                    share,
                    Map.of(),
                    ResultRow.item(
                            field.label(), code.code(), "label", code.label().en())));
        }
        if (filled < counts.total()) {
            blocks.add(new Paragraph(
                    context.text(
                            "injuries.field-missing",
                            codes.get().title().in(context.locale()),
                            counts.total() - filled),
                    false));
        }
        blocks.add(new Table(
                "injuries-" + field.label(),
                context.text("injuries.by", codes.get().title().in(context.locale())),
                context.texts("column." + field.label(), "column.count", "column.share", "column.interval95"),
                cells,
                rows,
                context.charts().bars(labels, values, context.text("column.count"))));
    }

    private void byAge(InjuryCounts counts, List<Block> blocks) {
        TreeMap<Integer, Long> byAge = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> byAge.merge(cell.ageLow(), n, Long::sum));
        byAge.remove(-1);
        if (byAge.isEmpty()) {
            return;
        }
        long known = byAge.values().stream().mapToLong(Long::longValue).sum();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int low = byAge.firstKey(); low <= byAge.lastKey(); low += 5) {
            long n = byAge.getOrDefault(low, 0L);
            String label = InjuryCounts.ageGroup(low);
            Proportion share = context.share(n, known);
            labels.add(label);
            values.add((double) n);
            cells.add(List.of(label, Long.toString(n), context.percent(share), context.percentInterval(share)));
            rows.add(context.row(share, Map.of(), ResultRow.item("age_group", label)));
        }
        blocks.add(new Table(
                "injuries-age",
                context.text("injuries.by-age"),
                context.texts("column.age_group", "column.count", "column.share", "column.interval95"),
                cells,
                rows,
                context.charts().columns(labels, values, context.text("column.count"))));
    }

    private void byMonth(InjuryCounts counts, List<Block> blocks) {
        if (counts.byMonth().isEmpty()) {
            return;
        }
        long known =
                counts.byMonth().values().stream().mapToLong(Long::longValue).sum();
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            long n = counts.byMonth().getOrDefault(month, 0L);
            Proportion share = context.share(n, known);
            labels.add(Integer.toString(month));
            values.add((double) n);
            cells.add(List.of(
                    Integer.toString(month), Long.toString(n), context.percent(share), context.percentInterval(share)));
            rows.add(context.row(share, Map.of(), ResultRow.item("month", Integer.toString(month))));
        }
        if (counts.withoutMonth() > 0) {
            blocks.add(new Paragraph(context.text("injuries.without-month", counts.withoutMonth()), false));
        }
        blocks.add(new Table(
                "injuries-month",
                context.text("injuries.by-month"),
                context.texts("column.month", "column.count", "column.share", "column.interval95"),
                cells,
                rows,
                context.charts().columns(labels, values, context.text("column.count"))));
    }

    /** Case fatality by cause, where the outcomes of the code set say who died. */
    private void outcomeByCause(InjuryCounts counts, List<Block> blocks) {
        Optional<CodeField> causes = workspace.codeSet().flatMap(set -> set.field("cause"));
        List<String> deadly = workspace.codeSet().flatMap(set -> set.field("outcome")).stream()
                .flatMap(field -> field.codes().stream())
                .filter(Code::isFatal)
                .map(Code::code)
                .toList();
        if (causes.isEmpty() || deadly.isEmpty() || counts.outcomeByCause().isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        counts.outcomeByCause().forEach((cause, outcomes) -> {
            long n = outcomes.values().stream().mapToLong(Long::longValue).sum();
            long died = deadly.stream()
                    .mapToLong(code -> outcomes.getOrDefault(code, 0L))
                    .sum();
            Proportion share = context.share(died, n);
            Optional<Code> code = causes.get().code(cause);
            cells.add(List.of(
                    code.map(c -> c.label().in(context.locale())).orElse(cause),
                    Long.toString(n),
                    Long.toString(died),
                    context.percent(share),
                    context.percentInterval(share)));
            rows.add(context.row(
                    share,
                    Map.of(),
                    ResultRow.item(
                            "cause",
                            cause,
                            "label",
                            code.map(c -> c.label().en()).orElse(cause))));
        });
        blocks.add(new Table(
                "case-fatality",
                context.text("injuries.case-fatality"),
                context.texts("column.cause", "column.count", "column.died", "column.fatality", "column.interval95"),
                cells,
                rows,
                null));
    }

    Section rates() {
        List<Block> blocks = new ArrayList<>();
        Optional<InjuryCounts> counted = workspace.injuries();
        String title = context.text("section.rates");
        if (counted.isEmpty() || counted.get().total() == 0) {
            blocks.add(new Paragraph(context.text("report.nothing"), false));
            rateSentence = context.text("summary.no-rate-data");
            return new Section("rates", title, blocks);
        }
        workspace.coverageNote().ifPresent(note -> blocks.add(new Paragraph(note.in(context.locale()), false)));
        if (!workspace.coverage().carriesRates()) {
            String coverage = workspace.coverage().title().in(context.locale());
            blocks.add(new Paragraph(context.text("rates.no-coverage", coverage), true));
            trend(counted.get(), blocks);
            rateSentence = context.text(
                    "summary.no-rate-coverage", coverage, counted.get().total());
        } else if (!workspace.population().isEmpty()) {
            byYearAndSex(counted.get(), blocks);
        } else if (workspace.personYears().isPresent()) {
            total(counted.get(), workspace.personYears().get(), blocks);
        } else {
            blocks.add(new Paragraph(context.text("rates.no-population"), true));
            trend(counted.get(), blocks);
            rateSentence =
                    context.text("summary.no-rate-population", counted.get().total());
        }
        return new Section("rates", title, blocks);
    }

    private void trend(InjuryCounts counts, List<Block> blocks) {
        TreeMap<Integer, Long> byYear = new TreeMap<>();
        counts.byCell().forEach((cell, n) -> byYear.merge(cell.year(), n, Long::sum));
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        byYear.forEach((year, n) -> {
            cells.add(List.of(year.toString(), Long.toString(n)));
            rows.add(ResultRow.count(ResultRow.item("year", year.toString()), "events", n, Map.of()));
        });
        blocks.add(new Table(
                "events-by-year",
                context.text("rates.counts-by-year"),
                context.texts("column.year", "column.count"),
                cells,
                rows,
                context.charts()
                        .columns(
                                byYear.keySet().stream().map(Object::toString).toList(),
                                byYear.values().stream().map(n -> (double) n).toList(),
                                context.text("column.count"))));
    }

    private void total(InjuryCounts counts, double personYears, List<Block> blocks) {
        CrudeRate rate = crude(counts.total(), personYears);
        blocks.add(new Paragraph(context.text("rates.total-only"), false));
        blocks.add(new Table(
                "rates",
                context.text("rates.total"),
                rateColumns(),
                List.of(cells(rate, years(counts), context.text("rates.both-sexes"))),
                List.of(context.row(rate, Map.of(), ResultRow.item("period", years(counts)))),
                null));
        rateSentence = context.text(
                "summary.total-rate",
                eventName(),
                Display.number(rate.value().orElse(0)),
                Display.interval(rate.interval().orElse(null)),
                Display.number(personYears));
    }

    private void byYearAndSex(InjuryCounts counts, List<Block> blocks) {
        StandardPopulation standard = workspace
                .standardPopulation()
                .orElseGet(() -> StandardPopulation.find(DEFAULT_STANDARD).orElseThrow());
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<StandardisedRate> chartRates = new ArrayList<>();
        List<String> series = new ArrayList<>();
        List<Double> chartYears = new ArrayList<>();
        StandardisedRate first = null;
        StandardisedRate last = null;
        TreeSet<Integer> years = new TreeSet<>();
        workspace.population().forEach(cell -> years.add(cell.year()));
        for (int year : years) {
            for (@Nullable Sex sex : new @Nullable Sex[] {null, Sex.MALE, Sex.FEMALE}) {
                String name = sex == null
                        ? context.text("rates.both-sexes")
                        : sex.title().in(context.locale());
                Map<String, String> group = new LinkedHashMap<>();
                group.put("year", Integer.toString(year));
                group.put("sex", sex == null ? "both" : sex.label());
                Optional<StandardisedRate> standardised = standardised(counts, year, sex, standard);
                if (standardised.isEmpty()) {
                    blocks.add(new Paragraph(context.text("rates.unusable", year, name), true));
                    continue;
                }
                StandardisedRate rate = standardised.get();
                CrudeRate crude = rate.crude();
                List<String> line = new ArrayList<>(cells(crude, Integer.toString(year), name));
                line.add(Display.value(rate.value().isPresent() ? rate.value().getAsDouble() : null, context.locale()));
                line.add(Display.interval(rate.interval().orElse(null)));
                cells.add(line);
                rows.add(context.row(crude, group, Map.of()));
                rows.add(context.row(rate, group, Map.of()));
                if (rate.interval().isPresent()) {
                    chartRates.add(rate);
                    series.add(name);
                    chartYears.add((double) year);
                }
                if (sex == null) {
                    first = first == null ? rate : first;
                    last = rate;
                }
            }
        }
        long unassigned = counts.byCell().entrySet().stream()
                .filter(e -> e.getKey().ageLow() < 0 || e.getKey().sex() == Sex.UNKNOWN)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (unassigned > 0) {
            blocks.add(new Paragraph(context.text("rates.unassigned", unassigned), true));
        }
        blocks.add(
                new Paragraph(context.text("rates.standard", standard.label(context.locale()), standard.id()), false));
        List<String> columns = new ArrayList<>(rateColumns());
        columns.addAll(context.texts("column.standardised", "column.interval95"));
        blocks.add(new Table(
                "rates",
                context.text("rates.by-year-and-sex"),
                columns,
                cells,
                rows,
                chartRates.isEmpty()
                        ? null
                        : context.charts()
                                .points(
                                        series,
                                        chartYears,
                                        chartRates.stream()
                                                .map(r -> r.value().orElse(0))
                                                .toList(),
                                        chartRates.stream()
                                                .map(r -> r.interval()
                                                        .orElseThrow()
                                                        .lower())
                                                .toList(),
                                        chartRates.stream()
                                                .map(r -> r.interval()
                                                        .orElseThrow()
                                                        .upper())
                                                .toList(),
                                        context.text("rates.axis"))));
        rateSentence = first == null || last == null
                ? context.text("summary.no-rate-data")
                : trendSentence(first, last, years.first(), years.last(), standard);
    }

    private String trendSentence(
            StandardisedRate first, StandardisedRate last, int firstYear, int lastYear, StandardPopulation standard) {
        CrudeRate crude = last.crude();
        return context.text(
                "summary.rate",
                lastYear,
                Display.number(crude.value().orElse(0)),
                Display.interval(crude.interval().orElse(null)),
                Display.value(last.value().isPresent() ? last.value().getAsDouble() : null, context.locale()),
                standard.id(),
                Display.value(first.value().isPresent() ? first.value().getAsDouble() : null, context.locale()),
                firstYear);
    }

    private Optional<StandardisedRate> standardised(
            InjuryCounts counts, int year, @Nullable Sex sex, StandardPopulation standard) {
        Map<String, Long> events = new LinkedHashMap<>();
        counts.byCell().forEach((cell, n) -> {
            boolean wanted = sex == null ? cell.sex() != Sex.UNKNOWN : cell.sex() == sex;
            if (cell.year() == year && wanted && cell.ageLow() >= 0) {
                events.merge(cell.ageGroup(), n, Long::sum);
            }
        });
        Map<String, Double> persons = new LinkedHashMap<>();
        for (PopulationCell cell : workspace.population()) {
            boolean wanted = sex == null ? cell.sex() != Sex.UNKNOWN : cell.sex() == sex;
            if (cell.year() == year && wanted) {
                persons.merge(cell.ageGroup(), (double) cell.persons(), Double::sum);
            }
        }
        List<Stratum> strata = new ArrayList<>();
        persons.forEach((age, n) -> strata.add(new Stratum(age, events.getOrDefault(age, 0L), n)));
        events.forEach((age, n) -> {
            if (!persons.containsKey(age)) {
                strata.add(new Stratum(age, n, 0));
            }
        });
        try {
            return Optional.of(StandardisedRate.of(
                    strata,
                    standard,
                    RateScale.PER_100000_PERSON_YEARS,
                    StandardisedIntervalMethod.FAY_FEUER,
                    context.confidence()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the finding stratum-without-population names the stratum
        }
    }

    private CrudeRate crude(long events, double personYears) {
        return CrudeRate.of(
                events,
                personYears,
                RateScale.PER_100000_PERSON_YEARS,
                PoissonIntervalMethod.GARWOOD,
                context.confidence());
    }

    private List<String> rateColumns() {
        return context.texts(
                "column.year", "column.sex", "column.count", "column.personYears", "column.crude", "column.interval95");
    }

    private List<String> cells(CrudeRate rate, String year, String sex) {
        return List.of(
                year,
                sex,
                Long.toString(rate.events()),
                Display.number(rate.personTime()),
                Display.value(rate.value().isPresent() ? rate.value().getAsDouble() : null, context.locale()),
                Display.interval(rate.interval().orElse(null)));
    }

    /** The sentence about rates; {@link #rates()} must have been called. */
    String rateSentence() {
        return rateSentence == null ? context.text("summary.no-rate-data") : rateSentence;
    }

    String causeSentence() {
        Optional<InjuryCounts> counts = workspace.injuries();
        Optional<CodeField> causes = workspace.codeSet().flatMap(set -> set.field("cause"));
        if (counts.isEmpty() || causes.isEmpty()) {
            return context.text("summary.no-cause");
        }
        Map<String, Long> byCode = counts.get().byField(InjuryField.CAUSE);
        long filled = byCode.values().stream().mapToLong(Long::longValue).sum();
        return causes.get().codes().stream()
                .filter(code -> !code.missing() && byCode.containsKey(code.code()))
                .max(Comparator.comparing(code -> byCode.getOrDefault(code.code(), 0L)))
                .map(code -> context.text(
                        "summary.cause",
                        code.label().in(context.locale()),
                        byCode.getOrDefault(code.code(), 0L),
                        filled,
                        context.percent(context.share(byCode.getOrDefault(code.code(), 0L), filled))))
                .orElse(context.text("summary.no-cause"));
    }

    private String eventName() {
        return workspace.eventName().in(context.locale());
    }

    private static String years(InjuryCounts counts) {
        int first = counts.byCell().keySet().stream()
                .mapToInt(InjuryCounts.Cell::year)
                .min()
                .orElse(0);
        int last = counts.byCell().keySet().stream()
                .mapToInt(InjuryCounts.Cell::year)
                .max()
                .orElse(0);
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
