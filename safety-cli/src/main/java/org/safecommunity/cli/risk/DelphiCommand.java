package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.uncertain.DelphiItem;
import org.safecommunity.risk.uncertain.ExpertAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sums up the ratings of a panel, item by item, and says which items are kept. */
@Command(name = "delphi")
public final class DelphiCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--item", paramLabel = "COL", descriptionKey = "delphi-item")
    @Nullable
    String item;

    @Option(names = "--round", paramLabel = "COL", descriptionKey = "delphi-round")
    @Nullable
    String round;

    @Option(names = "--min-mean", paramLabel = "X", descriptionKey = "delphi-min-mean")
    @Nullable
    Double minMean;

    @Option(names = "--max-cv", paramLabel = "X", descriptionKey = "delphi-max-cv")
    @Nullable
    Double maxCv;

    @Option(names = "--max-iqr", paramLabel = "X", descriptionKey = "delphi-max-iqr")
    @Nullable
    Double maxIqr;

    @Option(names = "--min-top-share", paramLabel = "X", descriptionKey = "delphi-min-top-share")
    @Nullable
    Double minTopShare;

    @Option(names = "--top", paramLabel = "X", descriptionKey = "delphi-top")
    double top = 4;

    @Option(names = "--full", paramLabel = "X", descriptionKey = "delphi-full")
    double full = 5;

    @Option(names = "--authority", paramLabel = "FILE", descriptionKey = "delphi-authority")
    @Nullable
    String authority;

    @Option(names = "--min-cr", paramLabel = "X", descriptionKey = "delphi-min-cr")
    double minCr = ExpertAuthority.ACCEPTABLE;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        if (file == null) {
            throw UserError.usage("error.option-missing", "FILE", "examples/tables/ratings.csv");
        }
        if (!(minCr >= 0 && minCr <= 1)) {
            throw UserError.usage("error.delphi-min-cr", String.valueOf(minCr));
        }
        DelphiItem.Rules rules = rules();
        List<ResultRow> rows = new ArrayList<>();
        RowPass pass = RowPass.read(file, where, common, table -> new Reading(table, rules, rows));
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        List<InputProvenance> inputs = new ArrayList<>(List.of(pass.provenance()));
        Map<String, Object> options = new LinkedHashMap<>();
        int exitCode = pass.exitCode(common);
        if (authority != null) {
            AuthorityRows experts = AuthorityRows.read(authority, common);
            rows.addAll(experts.rows(minCr, common));
            remarks.addAll(experts.pass().remarks());
            inputs.add(experts.pass().provenance());
            options.put("min-cr", minCr);
            exitCode = Math.max(exitCode, experts.pass().exitCode(common));
        }
        rules.minMean().ifPresent(x -> options.put("min-mean", x));
        rules.maxCv().ifPresent(x -> options.put("max-cv", x));
        rules.maxIqr().ifPresent(x -> options.put("max-iqr", x));
        rules.minTopShare().ifPresent(x -> options.put("min-top-share", x));
        options.put("top", top);
        options.put("full", full);
        Printer.print(new Envelope("risk delphi", rows, remarks, inputs, options), common, spec, Format.TABLE);
        return exitCode;
    }

    private DelphiItem.Rules rules() {
        boolean none = minMean == null && maxCv == null && maxIqr == null && minTopShare == null;
        DelphiItem.Rules usual = DelphiItem.Rules.USUAL;
        return new DelphiItem.Rules(
                none ? usual.minMean() : optional(minMean),
                none ? usual.maxCv() : optional(maxCv),
                optional(maxIqr),
                optional(minTopShare),
                top,
                full);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** One item a row: the first column (or the one named) is its name, the others are ratings, empty where none came. */
    private final class Reading implements RowPass.Sink {
        private final TableReader table;
        private final DelphiItem.Rules rules;
        private final List<ResultRow> rows;
        private final int name;
        private final int roundColumn;

        private Reading(TableReader table, DelphiItem.Rules rules, List<ResultRow> rows) {
            this.table = table;
            this.rules = rules;
            this.rows = rows;
            this.name = item == null ? 0 : table.column(Objects.requireNonNull(item));
            this.roundColumn = round == null ? -1 : table.column(Objects.requireNonNull(round));
        }

        @Override
        public void add(TableReader.Row row) {
            List<Double> ratings = new ArrayList<>();
            int asked = 0;
            for (int column = 0; column < table.header().size(); column++) {
                if (column == name || column == roundColumn) {
                    continue;
                }
                asked++;
                String cell = Cells.fold(row.cell(column));
                if (cell.isEmpty()) {
                    continue;
                }
                OptionalDouble rating = Cells.number(cell);
                if (rating.isEmpty()) {
                    String header = table.header().get(column);
                    table.findings().refuse("not-a-rating", row.line(), header, SafeEcho.of(cell), "");
                    return;
                }
                ratings.add(rating.getAsDouble());
            }
            if (ratings.isEmpty()) {
                table.findings()
                        .refuse("not-a-rating", row.line(), table.header().get(name), SafeEcho.of(""), "");
                return;
            }
            rows.add(row(row, new DelphiItem(ratings, asked)));
        }

        private ResultRow row(TableReader.Row row, DelphiItem panel) {
            Map<String, Object> details = new LinkedHashMap<>();
            List<String> broken = panel.broken(rules);
            details.put("decision", broken.isEmpty() ? "keep" : "drop");
            details.put("broken", String.join(" ", broken));
            details.put("standardDeviation", number(panel.sd()));
            details.put("cv", number(panel.cv()));
            details.put("median", panel.median());
            details.put("q1", panel.quantile(0.25));
            details.put("q3", panel.quantile(0.75));
            details.put("topShare", panel.shareFrom(top));
            details.put("fullShare", panel.shareFrom(full));
            details.put("responseRate", panel.responseRate());
            details.put("geometricMean", number(panel.geometricMean()));
            Map<String, String> about = new LinkedHashMap<>();
            about.put("item", row.cell(name));
            if (roundColumn >= 0) {
                about.put("round", row.cell(roundColumn));
            }
            return ResultRow.plain(about, "mean", panel.mean(), details);
        }
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
