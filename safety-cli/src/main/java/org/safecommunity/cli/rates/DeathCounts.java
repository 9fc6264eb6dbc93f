package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellParsers;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.burden.AgePoint;
import org.safecommunity.metrics.burden.DeathsAtAge;
import org.safecommunity.metrics.burden.LifeTable.Person;
import org.safecommunity.metrics.rate.AgeBand;
import org.safecommunity.model.Sex;

/**
 * Deaths of a file by group, age and sex. A row is a death, or as many as its count says; an age is a number of years or a
 * band. Memory grows with the number of different ages, not of rows.
 */
final class DeathCounts {
    private static final double OLDEST = 130;
    private static final Set<String> UNKNOWN =
            Set.of("", "-", "—", "/", "NA", "N/A", "unknown", "不详", "未知", "不清楚", "不明", "无");

    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private final AgePoint point;
    private boolean openBand;

    private DeathCounts(AgePoint point) {
        this.point = point;
    }

    /**
     * Where to read.
     *
     * @param age    column of the age
     * @param deaths column of counts, or null when a row is a death
     * @param sex    column of the sex, or null when it is not needed
     */
    record Columns(
            String age, @Nullable String deaths, @Nullable String sex) {}

    /** Deaths and the file they came from. */
    record Read(DeathCounts counts, RowPass pass) {}

    /** Deaths of one group. */
    static final class Group {
        private final Map<String, DeathsAtAge> byAge = new LinkedHashMap<>();
        private long known;
        private long unknown;

        /** Deaths by age, in the order of the file. */
        List<DeathsAtAge> deaths() {
            return new ArrayList<>(byAge.values());
        }

        /** Deaths of unknown age. */
        long unknown() {
            return unknown;
        }
    }

    /** Reads a file. */
    static Read read(String file, Columns columns, AgePoint point, FileOptions files, CommonOptions options) {
        DeathCounts counts = new DeathCounts(point);
        RowPass pass = RowPass.read(file, files.where, options, table -> counts.start(table, columns, files.by));
        return new Read(counts, pass);
    }

    private RowPass.Sink start(TableReader table, Columns columns, List<String> by) {
        int age = table.column(columns.age());
        int deaths = columns.deaths() == null ? -1 : table.column(columns.deaths());
        int sex = columns.sex() == null ? -1 : table.column(columns.sex());
        String counted = columns.deaths() == null ? columns.age() : columns.deaths();
        List<Integer> groupColumns = by.stream().map(table::column).toList();
        return row -> {
            long count = deaths < 0 ? 1 : CellParsers.count(row, deaths, table);
            Person person = sex < 0 ? Person.ANY : person(row, sex, table);
            String cell = Cells.fold(row.cell(age));
            boolean unknown = UNKNOWN.contains(cell);
            OptionalDouble years = unknown ? OptionalDouble.empty() : years(cell);
            if (!unknown && years.isEmpty()) {
                table.findings()
                        .refuse(
                                "not-an-age",
                                row.line(),
                                columns.age(),
                                SafeEcho.of(cell).en());
            }
            if (!table.findings().isRefused(row.line())) {
                Group group = groups.computeIfAbsent(RowPass.cells(row, groupColumns), key -> new Group());
                if (years.isEmpty()) {
                    group.unknown += count;
                } else {
                    add(group, new DeathsAtAge(cell, person, years.getAsDouble(), count), row, table, counted);
                }
            }
        };
    }

    private static void add(Group group, DeathsAtAge deaths, TableReader.Row row, TableReader table, String column) {
        group.byAge.merge(
                deaths.person() + " " + deaths.label(),
                deaths,
                (a, b) -> new DeathsAtAge(a.label(), a.person(), a.age(), a.deaths() + b.deaths()));
        group.known += deaths.deaths();
        if (group.known > CellParsers.MAX_COUNT) {
            throw UserError.input("error.sum-too-large", table.file().name(), row.line(), column);
        }
    }

    /** The age that a cell stands for; empty when it is none. */
    private OptionalDouble years(String cell) {
        OptionalDouble number = Cells.number(cell);
        if (number.isPresent()) {
            return number.getAsDouble() >= 0 && number.getAsDouble() <= OLDEST ? number : OptionalDouble.empty();
        }
        Optional<AgeBand> band = AgeBand.parse(cell);
        openBand |= band.isPresent() && band.get().high().isEmpty();
        return band.filter(one -> one.low() <= OLDEST)
                .map(one -> OptionalDouble.of(point.of(one)))
                .orElse(OptionalDouble.empty());
    }

    private static Person person(TableReader.Row row, int column, TableReader table) {
        Optional<Sex> sex = Sex.parse(row.cell(column));
        if (sex.isEmpty() || sex.get() == Sex.UNKNOWN) {
            table.findings()
                    .refuse(
                            "sex-needed",
                            row.line(),
                            table.header().get(column),
                            SafeEcho.of(row.cell(column)).en());
            return Person.ANY;
        }
        return sex.get() == Sex.MALE ? Person.MALE : Person.FEMALE;
    }

    /** Deaths of each group in the order of the file. */
    Map<List<String>, Group> groups() {
        return groups;
    }

    /** Whether an open age band was met, which has no middle. */
    boolean hasOpenBand() {
        return openBand;
    }
}
