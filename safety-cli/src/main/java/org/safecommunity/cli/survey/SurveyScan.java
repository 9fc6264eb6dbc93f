package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyDesign;

/**
 * One pass over the respondents of a file. Every row with a usable design and usable values belongs to the design; rows a
 * filter leaves out stay in the design and only leave the domain, and so do rows whose variable is missing.
 */
final class SurveyScan {
    /** Headings that look like parts of a design; a warning names those that are not used. */
    private static final List<String> DESIGN_NAMES =
            List.of("weight", "weights", "wt", "pw", "psu", "cluster", "strata", "stratum", "fpc");

    private final DesignOptions options;
    private final CommonOptions common;
    private final SurveyDesign.Builder builder;
    private final Map<List<String>, Integer> groups = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private @Nullable InputProvenance provenance;
    private @Nullable SurveyDesign design;

    private SurveyScan(DesignOptions options, CommonOptions common) {
        this.options = options;
        this.common = common;
        this.builder = SurveyDesign.builder().nest(options.nest).lonelyPsu(options.policy());
    }

    /** What a command does with a respondent of the domain; values are those of its columns, null where missing. */
    interface Respondent {
        void accept(int group, int leaf, double weight, List<@Nullable Value> values);
    }

    /** Reads a column as numbers or as categories. */
    enum Kind {
        NUMBER,
        CATEGORY
    }

    /** A cell of a variable. */
    record Value(String text, double number) {}

    /** Reads a file; {@code variables} are the columns a command wants of each respondent. */
    static SurveyScan read(
            String file,
            List<String> variables,
            Kind kind,
            DesignOptions options,
            CommonOptions common,
            Respondent respondent) {
        SurveyScan scan = new SurveyScan(options, common);
        InputFile input = InputFile.open(file, common.charset());
        RowFindings findings = new RowFindings(input.name());
        try (TableReader table = TableReader.open(input, findings)) {
            RowFilter filter = RowFilter.of(options.where, table);
            Columns columns = Columns.of(options, variables, table);
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                scan.row(row, table, filter, columns, kind, respondent);
            }
            scan.finish(input, findings, filter, table);
        }
        return scan;
    }

    /** Where the columns are. */
    private record Columns(
            int weight,
            int strata,
            List<Integer> clusters,
            List<Integer> fpc,
            List<Integer> by,
            List<Integer> variables,
            List<String> names) {
        static Columns of(DesignOptions options, List<String> variables, TableReader table) {
            return new Columns(
                    options.weight == null ? -1 : table.column(options.weight),
                    options.strata == null ? -1 : table.column(options.strata),
                    options.clusters.stream().map(table::column).toList(),
                    options.fpc.stream().map(table::column).toList(),
                    options.by.stream().map(table::column).toList(),
                    variables.stream().map(table::column).toList(),
                    variables);
        }
    }

    private void row(
            TableReader.Row row,
            TableReader table,
            RowFilter filter,
            Columns columns,
            Kind kind,
            Respondent respondent) {
        RowFindings findings = table.findings();
        boolean selected = filter.selects(row);
        double weight = columns.weight() < 0 ? 1 : weight(row, columns.weight(), table);
        double[] fpc = new double[columns.fpc().size()];
        for (int i = 0; i < fpc.length; i++) {
            fpc[i] = positive(row, columns.fpc().get(i), table);
        }
        requireText(row, columns.strata(), table);
        columns.clusters().forEach(column -> requireText(row, column, table));
        List<@Nullable Value> values = selected ? values(row, columns, kind, table) : List.of();
        if (findings.isRefused(row.line())) {
            return;
        }
        int leaf = unit(row, columns, fpc, weight, table);
        if (!selected) {
            findings.leaveOut();
            return;
        }
        List<String> group = new ArrayList<>();
        columns.by().forEach(column -> group.add(row.cell(column)));
        int number = groups.computeIfAbsent(group, key -> groups.size());
        respondent.accept(number, leaf, weight, values);
    }

    private int unit(TableReader.Row row, Columns columns, double[] fpc, double weight, TableReader table) {
        List<String> clusters = columns.clusters().stream().map(row::cell).toList();
        try {
            return builder.unit(columns.strata() < 0 ? "" : row.cell(columns.strata()), clusters, fpc, weight);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.design-row", table.file().name(), row.line(), String.valueOf(e.getMessage()));
        }
    }

    private List<@Nullable Value> values(TableReader.Row row, Columns columns, Kind kind, TableReader table) {
        List<@Nullable Value> values = new ArrayList<>();
        for (int i = 0; i < columns.variables().size(); i++) {
            String cell = row.cell(columns.variables().get(i));
            if (cell.isEmpty() || cell.equals("NA")) {
                values.add(missing(row, columns.names().get(i), table));
            } else if (kind == Kind.CATEGORY) {
                values.add(new Value(cell, 0));
            } else {
                OptionalDouble number = Cells.number(cell);
                if (number.isEmpty()) {
                    refuse("not-a-number", row, columns.variables().get(i), table);
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

    private static double weight(TableReader.Row row, int column, TableReader table) {
        OptionalDouble number = Cells.number(row.cell(column));
        if (number.isPresent() && number.getAsDouble() == 0) {
            refuse("zero-weight", row, column, table);
            return 1;
        }
        return positive(row, column, table);
    }

    private static double positive(TableReader.Row row, int column, TableReader table) {
        OptionalDouble number = Cells.number(row.cell(column));
        if (number.isEmpty() || number.getAsDouble() <= 0) {
            refuse(row.cell(column).isEmpty() ? "missing-value" : "not-positive", row, column, table);
            return 1;
        }
        return number.getAsDouble();
    }

    private static void requireText(TableReader.Row row, int column, TableReader table) {
        if (column >= 0 && row.cell(column).isEmpty()) {
            refuse("missing-value", row, column, table);
        }
    }

    private static void refuse(String code, TableReader.Row row, int column, TableReader table) {
        table.findings()
                .refuse(
                        code,
                        row.line(),
                        table.header().get(column),
                        SafeEcho.of(row.cell(column)));
    }

    private void finish(InputFile input, RowFindings findings, RowFilter filter, TableReader table) {
        Locale locale = common.locale();
        remarks.addAll(findings.remarks(locale));
        remarks.addAll(filter.remarks(locale));
        missing.forEach((variable, count) -> remarks.add(
                new Remark("missing-values", Texts.get(locale, "remark.survey-missing", count, variable))));
        List<String> unused = unusedDesign(table.header());
        if (!unused.isEmpty()) {
            remarks.add(new Remark(
                    "design-not-used", Texts.get(locale, "remark.design-not-used", String.join(", ", unused))));
        }
        if (options.fpc.size() == 1 && options.clusters.size() > 1) {
            remarks.add(new Remark("fpc-first-stage", Texts.get(locale, "remark.fpc-first-stage")));
        }
        provenance = findings.provenance(input);
        try {
            design = builder.build();
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.design", input.name(), String.valueOf(e.getMessage()));
        }
    }

    private List<String> unusedDesign(List<String> header) {
        List<String> used = new ArrayList<>(options.clusters);
        used.addAll(options.fpc);
        used.addAll(options.by);
        if (options.weight != null) {
            used.add(options.weight);
        }
        if (options.strata != null) {
            used.add(options.strata);
        }
        return header.stream()
                .filter(name -> DESIGN_NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !used.contains(name))
                .toList();
    }

    /** The design. */
    SurveyDesign design() {
        return java.util.Objects.requireNonNull(design, "design");
    }

    /** Values of the {@code --by} columns of each domain, in order of first appearance. */
    List<Map<String, String>> groups() {
        List<Map<String, String>> list = new ArrayList<>();
        if (groups.isEmpty() && options.by.isEmpty()) {
            return List.of(Map.of());
        }
        groups.keySet().forEach(values -> {
            Map<String, String> group = new LinkedHashMap<>();
            for (int i = 0; i < options.by.size(); i++) {
                group.put(options.by.get(i), values.get(i));
            }
            list.add(group);
        });
        return list;
    }

    /** Warnings of the reading. */
    List<Remark> remarks() {
        return remarks;
    }

    /** The file in the provenance of the results. */
    InputProvenance provenance() {
        return java.util.Objects.requireNonNull(provenance, "provenance");
    }
}
