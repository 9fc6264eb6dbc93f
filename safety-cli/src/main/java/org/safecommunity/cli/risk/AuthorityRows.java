package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.uncertain.ExpertAuthority;

/** The authority of the experts of a panel, read from a table with the columns {@code ca} and {@code cs}. */
final class AuthorityRows {
    private static final double ROUNDING = 1e-12;

    private final List<ExpertAuthority> panel = new ArrayList<>();
    private final RowPass pass;

    private AuthorityRows(String file, CommonOptions options) {
        this.pass = RowPass.read(file, List.of(), options, table -> {
            int expert = table.findColumn("expert").orElse(0);
            int basis = table.column("ca");
            int familiarity = table.column("cs");
            return row -> add(table, row, expert, basis, familiarity);
        });
    }

    static AuthorityRows read(String file, CommonOptions options) {
        return new AuthorityRows(file, options);
    }

    private void add(TableReader table, TableReader.Row row, int expert, int basis, int familiarity) {
        String name = row.cell(expert);
        if (name.isEmpty()) {
            table.findings().refuse("missing-value", row.line(), table.header().get(expert));
            return;
        }
        OptionalDouble ca = coefficient(table, row, basis);
        OptionalDouble cs = coefficient(table, row, familiarity);
        if (ca.isPresent() && cs.isPresent()) {
            panel.add(new ExpertAuthority(name, ca.getAsDouble(), cs.getAsDouble()));
        }
    }

    private static OptionalDouble coefficient(TableReader table, TableReader.Row row, int column) {
        String cell = row.cell(column);
        OptionalDouble value = Cells.number(cell);
        if (value.isEmpty() || !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
            table.findings()
                    .refuse("not-a-coefficient", row.line(), table.header().get(column), SafeEcho.of(cell));
            return OptionalDouble.empty();
        }
        return value;
    }

    /** The pass over the file. */
    RowPass pass() {
        return pass;
    }

    /** A row an expert, then the mean of the panel. */
    List<ResultRow> rows(double acceptable, CommonOptions options) {
        List<ResultRow> rows = new ArrayList<>();
        for (ExpertAuthority expert : panel) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("ca", expert.basis());
            details.put("cs", expert.familiarity());
            List<Step> working = RiskRows.steps(expert.explain(), options.locale());
            rows.add(row(
                    ResultRow.item("expert", expert.expert()),
                    "authority",
                    expert.coefficient(),
                    details,
                    options.explain() ? working : List.of()));
        }
        double mean = ExpertAuthority.mean(panel);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", mean >= acceptable - ROUNDING ? "acceptable" : "not-acceptable");
        rows.add(row(Map.of(), "authority-mean", mean, details, List.of()));
        return rows;
    }

    private static ResultRow row(
            Map<String, String> item, String statistic, double value, Map<String, Object> details, List<Step> working) {
        return new ResultRow(
                Map.of(), item, statistic, value, "", null, null, null, null, "", Map.of(), details, List.of(),
                working);
    }
}
