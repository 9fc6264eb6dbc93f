package org.safecommunity.cli.priority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Status;
import org.safecommunity.risk.priority.Pareto;

/** Items by amount, with the vital few. Rows of one name are added up; without a column of amounts, rows are counted. */
record ParetoRanking(
        @Nullable String count, double limit, @Nullable String other) {
    Ranking rank(NamedRows file) {
        if (!(limit > 0 && limit <= 1)) {
            throw UserError.usage("error.limit", limit);
        }
        Map<String, Double> amounts = new LinkedHashMap<>();
        RowPass pass = file.read((table, row) -> {
            String column = count != null ? count : row.has("count") ? "count" : row.has("events") ? "events" : null;
            double amount = column == null ? 1 : row.number(column, Double.MAX_VALUE);
            if (!row.refused()) {
                amounts.merge(row.name(), amount, Double::sum);
            }
        });
        if (other != null && !amounts.containsKey(other)) {
            throw UserError.usage("error.no-item", other, String.join(", ", amounts.keySet()));
        }
        Pareto pareto = Pareto.of(
                amounts.entrySet().stream()
                        .map(e -> new Pareto.Amount(e.getKey(), e.getValue()))
                        .toList(),
                limit,
                other);
        List<ResultRow> rows = pareto.entries().stream()
                .map(entry -> row(pareto, entry, file.rows()))
                .toList();
        return new Ranking(rows, pass.remarks(), List.of(pass.provenance()), Map.of("limit", limit));
    }

    private static ResultRow row(Pareto pareto, Pareto.Entry entry, Ranking.Rows rows) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("share", value(pareto.share(entry)));
        details.put("cumulativeShare", value(pareto.cumulativeShare(entry)));
        details.put("vitalFew", entry.vital());
        return rows.row(
                ResultRow.item("rank", Integer.toString(entry.rank()), "item", entry.name()),
                "count",
                entry.amount(),
                "",
                null,
                pareto.total() == 0 ? Status.ZERO_EVENTS.label() : "",
                Map.of(),
                details,
                List.of(),
                pareto.explain(entry));
    }

    private static @Nullable Object value(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }
}
