package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.FactorColumn;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/**
 * Scores the rows of a file. A factor is a column of its name, or several columns such as {@code s.people} and
 * {@code s.law}, of which the highest counts; empty cells of these do not apply.
 */
final class ScoreRows implements RowPass.Sink {
    private final TableReader table;
    private final Scheme scheme;
    private final BiConsumer<RiskScore, Map<String, String>> scored;
    private final Map<Factor, Map<String, Integer>> columns = new LinkedHashMap<>();

    ScoreRows(TableReader table, Scheme scheme, BiConsumer<RiskScore, Map<String, String>> scored) {
        this.table = table;
        this.scheme = scheme;
        this.scored = scored;
        scheme.factors().forEach(factor -> columns.put(factor, columns(factor)));
    }

    private Map<String, Integer> columns(Factor factor) {
        Map<String, Integer> found = new LinkedHashMap<>();
        if (table.findColumn(factor.name()).isEmpty()) {
            for (FactorColumn column : factor.columns()) {
                String name = factor.name() + "." + column.id();
                table.findColumn(name).ifPresent(index -> found.put(name, index));
            }
        }
        if (found.isEmpty()) {
            found.put(factor.name(), table.column(factor.name()));
        }
        return found;
    }

    @Override
    public void add(TableReader.Row row) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        columns.forEach(
                (factor, indices) -> rating(row, factor, indices).ifPresent(r -> ratings.put(factor.name(), r)));
        if (!table.findings().isRefused(row.line())) {
            scored.accept(scheme.score(ratings), item(table, row));
        }
    }

    private Optional<BigDecimal> rating(TableReader.Row row, Factor factor, Map<String, Integer> indices) {
        Optional<BigDecimal> highest = Optional.empty();
        boolean several = indices.size() > 1;
        for (Map.Entry<String, Integer> column : indices.entrySet()) {
            String cell = row.cell(column.getValue());
            if (several && cell.isBlank()) {
                continue;
            }
            Optional<BigDecimal> value =
                    Cells.decimal(cell).filter(number -> factor.value(number).isPresent());
            if (value.isEmpty()) {
                refuse(row, factor, column.getKey(), cell);
                return value;
            }
            highest = highest.map(h -> h.max(value.get())).or(() -> value);
        }
        if (highest.isEmpty()) {
            refuse(row, factor, String.join(", ", indices.keySet()), "");
        }
        return highest;
    }

    private void refuse(TableReader.Row row, Factor factor, String column, String cell) {
        table.findings().refuse("not-on-scale", row.line(), column, SafeEcho.of(cell), factor.scaleText());
    }

    /** What a row is about: its line, and its id where there is one. */
    static Map<String, String> item(TableReader table, TableReader.Row row) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("line", Integer.toString(row.line()));
        table.findColumn("id").ifPresent(column -> item.put("id", row.cell(column)));
        return item;
    }
}
