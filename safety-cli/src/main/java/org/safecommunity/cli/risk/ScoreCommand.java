package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.score.BoundaryPolicy;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores one hazard from options, or each row of a file. */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--method", paramLabel = "lec|ls", descriptionKey = "risk-method")
    @Nullable
    String method;

    @Option(names = "--scheme", paramLabel = "NAME", descriptionKey = "scheme")
    @Nullable
    String schemeName;

    @Option(
            names = "--policy",
            paramLabel = "lower-inclusive|upper-inclusive|both-inclusive",
            descriptionKey = "policy")
    @Nullable
    String policy;

    @Option(names = "--l", paramLabel = "N", descriptionKey = "factor-l")
    @Nullable
    String l;

    @Option(names = "--e", paramLabel = "N", descriptionKey = "factor-e")
    @Nullable
    String e;

    @Option(names = "--c", paramLabel = "N", descriptionKey = "factor-c")
    @Nullable
    String c;

    @Option(names = "--s", paramLabel = "N", descriptionKey = "factor-s")
    @Nullable
    String s;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        Scheme scheme = scheme();
        if (file != null) {
            return fromFile(file, scheme);
        }
        ResultRow row = RiskRows.of(scheme.score(literalRatings(scheme)), Map.of(), common.locale(), common.explain());
        Printer.print(
                new Envelope("risk score", List.of(row), List.of(), List.of(), options(scheme)),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    /** The factors given as options: every one of the scheme and no other, each a value of its scale. */
    private Map<String, BigDecimal> literalRatings(Scheme scheme) {
        Map<String, String> given = given();
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            String option = "--" + factor.name();
            String text = given.remove(factor.name());
            if (text == null) {
                throw UserError.usage("error.option-missing", option, option + " (" + factor.scaleText() + ")");
            }
            BigDecimal value =
                    Cells.decimal(text).orElseThrow(() -> UserError.usage("error.not-a-number", option, text));
            if (factor.value(value).isEmpty()) {
                throw UserError.usage("error.not-on-scale", option, factor.scaleText(), text);
            }
            ratings.put(factor.name(), value);
        }
        if (!given.isEmpty()) {
            throw UserError.usage(
                    "error.not-a-factor", "--" + given.keySet().iterator().next(), scheme.id(), scheme.formula());
        }
        return ratings;
    }

    private int fromFile(String path, Scheme scheme) {
        InputFile input = InputFile.open(path, common.charset());
        RowFindings findings = new RowFindings(input.name());
        List<ResultRow> rows = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Locale locale = common.locale();
        try (TableReader table = TableReader.open(input, findings)) {
            RowFilter filter = RowFilter.of(where, table);
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (Factor factor : scheme.factors()) {
                columns.put(factor.name(), table.column(factor.name()));
            }
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                if (!filter.selects(row)) {
                    findings.leaveOut();
                    continue;
                }
                Map<String, BigDecimal> ratings = ratings(row, scheme, columns, findings);
                if (!findings.isRefused(row.line())) {
                    rows.add(RiskRows.of(scheme.score(ratings), item(table, row), locale, common.explain()));
                }
            }
            remarks.addAll(input.remarks(locale));
            remarks.addAll(findings.remarks(locale));
            remarks.addAll(filter.remarks(locale));
        }
        if (rows.isEmpty()) {
            String first = remarks.isEmpty() ? "" : " " + remarks.get(0).message();
            throw UserError.input("error.no-row", input.name(), findings.rows(), findings.refused(), first);
        }
        Printer.print(
                new Envelope("risk score", rows, remarks, List.of(findings.provenance(input)), options(scheme)),
                common,
                spec,
                Format.TABLE);
        return common.strict() && findings.refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static Map<String, BigDecimal> ratings(
            TableReader.Row row, Scheme scheme, Map<String, Integer> columns, RowFindings findings) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            int column = java.util.Objects.requireNonNull(columns.get(factor.name()));
            String cell = row.cell(column);
            Cells.decimal(cell)
                    .filter(value -> factor.value(value).isPresent())
                    .ifPresentOrElse(
                            value -> ratings.put(factor.name(), value),
                            () -> findings.refuse(
                                    "not-on-scale", row.line(), factor.name(), SafeEcho.of(cell), factor.scaleText()));
        }
        return ratings;
    }

    private static Map<String, String> item(TableReader table, TableReader.Row row) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("line", Integer.toString(row.line()));
        table.findColumn("id").ifPresent(column -> item.put("id", row.cell(column)));
        return item;
    }

    private Scheme scheme() {
        String name = schemeName != null ? schemeName : method;
        if (name == null) {
            throw UserError.usage("error.option-missing", "--method", "--method lec");
        }
        Scheme scheme = Scheme.find(name)
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        schemeName != null ? "--scheme" : "--method",
                        name,
                        String.join(
                                ", ", Scheme.bundled().stream().map(Scheme::id).toList())));
        if (method != null && !scheme.method().equals(method.toLowerCase(Locale.ROOT))) {
            throw UserError.usage("error.scheme-method", scheme.id(), scheme.method(), method);
        }
        if (policy == null) {
            return scheme;
        }
        BoundaryPolicy wanted = policy(policy);
        try {
            return scheme.with(wanted);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private static BoundaryPolicy policy(String label) {
        List<String> known = new ArrayList<>();
        for (BoundaryPolicy candidate : BoundaryPolicy.values()) {
            if (candidate.label().equals(label)) {
                return candidate;
            }
            known.add(candidate.label());
        }
        throw UserError.usage("error.choice", "--policy", label, String.join(", ", known));
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "l", l);
        put(given, "e", e);
        put(given, "c", c);
        put(given, "s", s);
        return given;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static Map<String, Object> options(Scheme scheme) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("method", scheme.method());
        options.put("scheme", scheme.id());
        options.put("policy", scheme.policy().label());
        return options;
    }
}
