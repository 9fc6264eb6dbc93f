package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
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
                .ifPresent(kind -> blocks.add(new Paragraph(
                        context.text(
                                "profile.population",
                                kind.title().in(context.locale()),
                                workspace.populationDate().map(Object::toString).orElse("?")),
                        false)));
        workspace
                .personYears()
                .ifPresent(total -> blocks.add(new Paragraph(
                        context.text(
                                "profile.person-years",
                                org.safecommunity.metrics.NumberText.shortest(total),
                                workspace
                                        .personYearsSource()
                                        .map(source -> source.in(context.locale()))
                                        .orElse("")),
                        false)));
        if (workspace.population().isEmpty()) {
            blocks.add(new Paragraph(context.text("profile.no-population"), false));
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
            cells.add(List.of(year.toString(), Long.toString(men), Long.toString(women), Long.toString(total)));
            rows.add(ResultRow.count(
                    ResultRow.item("year", year.toString()),
                    "population",
                    total,
                    Map.of("male", men, "female", women)));
        });
        blocks.add(new Table(
                "population",
                context.text("profile.by-year"),
                List.of(
                        context.text("column.year"),
                        Sex.MALE.title().in(context.locale()),
                        Sex.FEMALE.title().in(context.locale()),
                        context.text("column.total")),
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
        Map<String, Double> male = new TreeMap<>();
        Map<String, Double> female = new TreeMap<>();
        for (PopulationCell cell : workspace.population()) {
            if (cell.year() == year) {
                ages.add(cell.ageGroup());
                (cell.sex() == Sex.MALE ? male : female).merge(cell.ageGroup(), (double) cell.persons(), Double::sum);
            }
        }
        List<String> labels = new ArrayList<>(ages);
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (String age : labels) {
            long men = Math.round(male.getOrDefault(age, 0d));
            long women = Math.round(female.getOrDefault(age, 0d));
            cells.add(List.of(age, Long.toString(men), Long.toString(women)));
            rows.add(ResultRow.count(
                    ResultRow.item("year", Integer.toString(year), "age_group", age),
                    "population",
                    men + women,
                    Map.of("male", men, "female", women)));
        }
        String maleName = Sex.MALE.title().in(context.locale());
        String femaleName = Sex.FEMALE.title().in(context.locale());
        blocks.add(new Table(
                "pyramid",
                context.text("profile.pyramid", year),
                List.of(context.text("column.age_group"), maleName, femaleName),
                cells,
                rows,
                context.charts()
                        .pyramid(
                                labels,
                                labels.stream()
                                        .map(a -> male.getOrDefault(a, 0d))
                                        .toList(),
                                labels.stream()
                                        .map(a -> female.getOrDefault(a, 0d))
                                        .toList(),
                                maleName,
                                femaleName)));
    }
}
