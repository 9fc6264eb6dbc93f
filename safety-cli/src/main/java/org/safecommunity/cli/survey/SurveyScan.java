package org.safecommunity.cli.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.LonelyPsuException;
import org.safecommunity.metrics.survey.ReplicateWeights;
import org.safecommunity.metrics.survey.SurveyDesign;
import org.safecommunity.metrics.survey.SurveyVariance;

/**
 * One pass over the respondents of a file. Every row whose sampling is known belongs to the design. Rows that a filter
 * leaves out, or whose variable is missing or no number, stay in the design and leave the domain only; a row of weight 0 is
 * left out altogether.
 */
final class SurveyScan implements SurveyOutput.Reading {
    private final DesignOptions options;
    private final CommonOptions common;
    private final SurveyDesign.Builder builder;
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<List<String>> groupValues = new ArrayList<>();
    private final Set<List<String>> emptied = new LinkedHashSet<>();
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private long zeroWeights;
    private long rowsSeen;
    private ReplicateOptions.@Nullable Source replicateSource;
    private @Nullable RowFilter filter;
    private @Nullable List<String> header;
    private @Nullable InputProvenance provenance;
    private @Nullable SurveyDesign design;
    private @Nullable ReplicateWeights replicates;
    private @Nullable CalibratedUnits units;
    private final List<Waiting> waiting = new ArrayList<>();

    private @Nullable SurveyVariance variance;

    /** A row whose weight is known only when all rows were read. */
    private record Waiting(TableReader.Row row, int unit, double weight) {}

    /** What the columns of a table are for. */
    private record Roles(DesignColumns columns, List<Integer> by, RowUse use) {}

    private SurveyScan(DesignOptions options, CommonOptions common) {
        this.options = options;
        this.common = common;
        this.builder = SurveyDesign.builder().nest(options.nest).lonelyPsu(options.policy());
    }

    /** What a command does with a respondent of the domain; values are those of its variables, null where missing. */
    interface Respondent {
        void accept(int group, int leaf, double weight, List<@Nullable Value> values);
    }

    /** What a command does with a whole row; a row it does not admit must be refused or left out and is no part of the design. */
    interface RowUse {
        default boolean admits(TableReader.Row row) {
            return true;
        }

        /** Takes a row of the domain. The group is numbered only when it is asked for. */
        void accept(IntSupplier group, int leaf, double weight, TableReader.Row row);
    }

    /** A cell of a variable; the number is 0 for a category. */
    record Value(String text, double number) {}

    /**
     * Reads a file.
     *
     * @throws UserError (exit 3) if no row can be used or the rows make no design
     */
    static SurveyScan read(
            String file, List<Variable> variables, DesignOptions options, CommonOptions common, Respondent respondent) {
        SurveyScan scan = new SurveyScan(options, common);
        return scan.read(file, table -> scan.values(table, variables, respondent));
    }

    /**
     * Reads a file whose rows the command takes whole.
     *
     * @param use makes what is done with the rows once the header is known
     * @throws UserError (exit 3) if no row can be used or the rows make no design
     */
    static SurveyScan readRows(
            String file, DesignOptions options, CommonOptions common, Function<TableReader, RowUse> use) {
        return new SurveyScan(options, common).read(file, use);
    }

    private SurveyScan read(String file, Function<TableReader, RowUse> use) {
        options.check();
        RowPass pass = RowPass.over(
                file, common, table -> RowFilter.of(List.of(), table), table -> start(table, use.apply(table)));
        pass.requireRows();
        finish(pass);
        return this;
    }

    private RowUse values(TableReader table, List<Variable> variables, Respondent respondent) {
        List<Integer> places = variables.stream()
                .map(variable -> table.column(variable.name()))
                .toList();
        return (group, leaf, weight, row) -> {
            List<@Nullable Value> values = values(row, variables, places, table);
            if (table.findings().isRefused(row.line())) {
                return;
            }
            respondent.accept(group.getAsInt(), leaf, weight, values);
        };
    }

    private RowPass.Sink start(TableReader table, RowUse use) {
        RowFilter selection = RowFilter.of(options.where, table);
        filter = selection;
        header = table.header();
        DesignColumns columns = new DesignColumns(options, table);
        List<Integer> by = options.by.stream().map(table::column).toList();
        ReplicateOptions.Source source = options.given.given() ? options.given.source(table, common) : null;
        ReplicateWeights given = source == null ? null : options.given.start(options.method(), source.size());
        replicates = given;
        replicateSource = source;
        String margins = options.calibration.margins;
        CalibratedUnits calibrated = margins == null
                ? null
                : new CalibratedUnits(MarginFile.read(margins, common).margins(), table);
        units = calibrated;
        Roles roles = new Roles(columns, by, use);
        return new RowPass.Sink() {
            @Override
            public void add(TableReader.Row row) {
                take(row, table, roles);
            }

            @Override
            public void end() {
                deliver(by, use);
            }
        };
    }

    private void take(TableReader.Row row, TableReader table, Roles roles) {
        DesignColumns columns = roles.columns();
        RowUse use = roles.use();
        rowsSeen++;
        CalibratedUnits calibrated = units;
        double[] replicate = replicateSource == null ? null : replicateSource.next(row);
        double weight = columns.weight(row);
        columns.check(row);
        if (calibrated != null) {
            calibrated.check(row);
        }
        if (replicateSource != null && replicate == null) {
            throw UserError.input("error.replicate-cell", table.file().name(), row.line());
        }
        if (table.findings().isRefused(row.line()) || !use.admits(row)) {
            return;
        }
        if (weight == 0) {
            zeroWeights++;
            table.findings().leaveOut();
            return;
        }
        int leaf = columns.unit(row, weight, builder);
        int unit = calibrated == null ? leaf : calibrated.add(row, weight, leaf);
        if (replicates != null && replicate != null) {
            replicates.add(weight, replicate);
        }
        if (!requireNonNull(filter, "filter").selects(row)) {
            if (options.everyDomain) {
                emptied.add(RowPass.cells(row, roles.by()));
            }
            table.findings().leaveOut();
        } else if (calibrated == null) {
            use.accept(() -> group(row, roles.by()), unit, weight, row);
        } else {
            waiting.add(new Waiting(row, unit, weight));
        }
    }

    /** The number of a row's group. Its values as one text make a faster key than a list; no cell holds a NUL. */
    private int group(TableReader.Row row, List<Integer> by) {
        String key =
                by.size() == 1 ? row.cell(by.get(0)) : by.isEmpty() ? "" : String.join("\0", RowPass.cells(row, by));
        Integer known = groups.get(key);
        if (known != null) {
            return known;
        }
        groups.put(key, groupValues.size());
        groupValues.add(RowPass.cells(row, by));
        return groupValues.size() - 1;
    }

    /** Hands on the rows of a calibrated sample with their new weights. */
    private void deliver(List<Integer> by, RowUse use) {
        CalibratedUnits calibrated = units;
        if (calibrated != null && !calibrated.leaves().isEmpty()) {
            calibrated.solve(options.calibration.method(), options.calibration.bounds);
            for (Waiting one : waiting) {
                double weight = one.weight() * calibrated.factor(one.unit());
                use.accept(() -> group(one.row(), by), one.unit(), weight, one.row());
            }
            waiting.clear();
        }
    }

    /** The variance of the design; made once. */
    SurveyVariance variance(Supplier<SurveyVariance> made) {
        SurveyVariance known = variance == null ? made.get() : variance;
        variance = known;
        return known;
    }

    /** The units of a calibrated sample; null where weights are as they are. */
    @Nullable
    CalibratedUnits calibratedUnits() {
        return units;
    }

    private List<@Nullable Value> values(
            TableReader.Row row, List<Variable> variables, List<Integer> places, TableReader table) {
        List<@Nullable Value> values = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            int place = places.get(i);
            String cell = row.cell(place);
            if (cell.isEmpty() || cell.equals("NA")) {
                values.add(missing(row, variables.get(i).name(), table));
            } else if (!variables.get(i).numeric()) {
                values.add(new Value(cell, 0));
            } else {
                OptionalDouble number = Cells.number(cell);
                if (number.isEmpty()) {
                    CellRefusal.refuse("not-a-number", table, row, place);
                }
                values.add(new Value(cell, number.orElse(0)));
            }
        }
        return values;
    }

    private @Nullable Value missing(TableReader.Row row, String variable, TableReader table) {
        if (options.failOnMissing()) {
            throw UserError.input("error.survey-missing", table.file().name(), row.line(), variable);
        }
        missing.merge(variable, 1L, Long::sum);
        return null;
    }

    private void finish(RowPass pass) {
        Locale locale = common.locale();
        remarks.addAll(pass.remarks());
        remarks.addAll(requireNonNull(filter, "filter").remarks(locale));
        if (zeroWeights > 0) {
            remarks.add(new Remark("zero-weight", Texts.get(locale, "remark.zero-weight", zeroWeights)));
        }
        if (units != null) {
            remarks.add(units.report(common));
        }
        missing.forEach((variable, count) ->
                remarks.add(new Remark("missing-values", Texts.get(locale, "remark.survey-missing", count, variable))));
        remarks.addAll(options.remarks(requireNonNull(header, "header"), locale));
        provenance = pass.provenance();
        if (replicateSource != null) {
            replicateSource.end(rowsSeen);
        }
        try {
            design = builder.build();
        } catch (LonelyPsuException e) {
            throw lonely(e, pass.provenance().path());
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.design", pass.provenance().path(), String.valueOf(e.getMessage()));
        }
    }

    private static UserError lonely(LonelyPsuException e, String file) {
        return e.strata().equals(List.of(""))
                ? UserError.input("error.one-psu", file)
                : UserError.input("error.lonely-psu", file, e.strata().size(), SurveyOutput.names(e.strata()));
    }

    /** The design. */
    SurveyDesign design() {
        return requireNonNull(design, "design");
    }

    /** The replicate weights that came with the data; null where there are none. */
    @Nullable
    ReplicateWeights replicateWeights() {
        return replicates;
    }

    /** Values of the {@code --by} columns of each domain, in order of first appearance. */
    List<Map<String, String>> groups() {
        return groupValues.stream()
                .map(values -> RowPass.group(options.by, values))
                .toList();
    }

    /** As {@link #groups()}; after them those that a filter leaves nobody of, where a command asks for every domain. */
    List<Map<String, String>> everyDomain() {
        List<Map<String, String>> domains = new ArrayList<>(groups());
        emptied.stream()
                .filter(values -> !groupValues.contains(values))
                .forEach(values -> domains.add(RowPass.group(options.by, values)));
        return domains;
    }

    /** Adds a warning with a text of the bundle. */
    void remark(String code, String key, Object... arguments) {
        remarks.add(new Remark(code, Texts.get(common.locale(), key, arguments)));
    }

    /** Warnings of the reading. */
    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    /** The file in the provenance of the results. */
    @Override
    public InputProvenance provenance() {
        return requireNonNull(provenance, "provenance");
    }
}
