package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.Sex;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.programme.PopulationCell;

/** Who lives here: profile, population by year and the population pyramid. */
final class ProfileSection {
    private final Workspace workspace;
    private final ReportContext context;

    ProfileSection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        workspace.community().ifPresent(community -> describe(community, blocks));
        workspace
                .populationKind()
                .ifPresent(kind -> blocks.add(context.paragraph(
                        "profile.population",
                        kind.title().in(context.locale()),
                        workspace.populationDate().map(Object::toString).orElse(context.text("profile.no-date")))));
        workspace
                .personYears()
                .ifPresent(total -> blocks.add(context.paragraph(
                        "profile.person-years",
                        ReportNumbers.amount(total),
                        workspace
                                .personYearsSource()
                                .map(source -> source.in(context.locale()))
                                .orElse(""))));
        if (workspace.population().isEmpty()) {
            blocks.add(context.paragraph("profile.no-population"));
        } else {
            totals(blocks);
            pyramid(blocks);
        }
        return new Section("profile", context.text("section.profile"), blocks);
    }

    private void describe(Community community, List<Block> blocks) {
        StringBuilder text = new StringBuilder(context.text(
                "profile.community",
                community.name().in(context.locale()),
                community.type().title().in(context.locale())));
        if (community.started() != null) {
            text.append(context.text("profile.started", community.started()));
        }
        blocks.add(new Paragraph(text.toString(), false));
        if (community.about() != null) {
            blocks.add(new Paragraph(community.about().in(context.locale()), false));
        }
        if (community.source() != null) {
            String licence = community.licence() == null ? "" : " (" + community.licence() + ")";
            blocks.add(new Paragraph(
                    context.text("profile.source", community.source().in(context.locale()) + licence), false));
        }
    }

    private void totals(List<Block> blocks) {
        Map<Integer, Map<Sex, Long>> byYear = new TreeMap<>();
        for (PopulationCell cell : workspace.population()) {
            byYear.computeIfAbsent(cell.year(), year -> new EnumMap<>(Sex.class))
                    .merge(cell.sex(), cell.persons(), Long::sum);
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        byYear.forEach((year, sums) -> {
            long men = sums.getOrDefault(Sex.MALE, 0L);
            long women = sums.getOrDefault(Sex.FEMALE, 0L);
            long total = sums.values().stream().mapToLong(Long::longValue).sum();
            cells.add(List.of(
                    year.toString(), ReportNumbers.count(men), ReportNumbers.count(women), ReportNumbers.count(total)));
            rows.add(ResultRow.count(ResultRow.item("year", year.toString()), "population", total, sexes(men, women)));
        });
        blocks.add(new Table(
                "population",
                context.text("profile.by-year"),
                List.of(
                        context.column("column.year"),
                        new Column(context.title(Sex.MALE.title()), true),
                        new Column(context.title(Sex.FEMALE.title()), true),
                        context.number("column.total")),
                cells,
                rows,
                null));
    }

    private void pyramid(List<Block> blocks) {
        int year = workspace.population().stream()
                .mapToInt(PopulationCell::year)
                .max()
                .orElseThrow();
        Set<String> ages = new LinkedHashSet<>();
        Map<String, Long> male = new TreeMap<>();
        Map<String, Long> female = new TreeMap<>();
        for (PopulationCell cell : workspace.population()) {
            if (cell.year() == year) {
                ages.add(cell.ageGroup());
                (cell.sex() == Sex.MALE ? male : female).merge(cell.ageGroup(), cell.persons(), Long::sum);
            }
        }
        List<String> labels = new ArrayList<>(ages);
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        List<Long> right = new ArrayList<>();
        for (String age : labels) {
            long men = male.getOrDefault(age, 0L);
            long women = female.getOrDefault(age, 0L);
            left.add(men);
            right.add(women);
            cells.add(List.of(age, ReportNumbers.count(men), ReportNumbers.count(women)));
            rows.add(ResultRow.count(
                    ResultRow.item("year", Integer.toString(year), "age_group", age),
                    "population",
                    men + women,
                    sexes(men, women)));
        }
        String maleName = context.title(Sex.MALE.title());
        String femaleName = context.title(Sex.FEMALE.title());
        blocks.add(new Table(
                "pyramid",
                context.text("profile.pyramid", Integer.toString(year)),
                List.of(context.column("column.age_group"), new Column(maleName, true), new Column(femaleName, true)),
                cells,
                rows,
                context.charts().pyramid(labels, left, right, maleName, femaleName)));
    }

    private static Map<String, Object> sexes(long men, long women) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("male", men);
        details.put("female", women);
        return details;
    }
}
