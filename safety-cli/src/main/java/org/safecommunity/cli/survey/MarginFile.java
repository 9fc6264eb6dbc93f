package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

/** A file of known totals with the columns variable, level and total. */
final class MarginFile {
    private final Map<String, Map<String, Double>> totals = new LinkedHashMap<>();
    private final RowPass pass;

    private MarginFile(String file, CommonOptions common) {
        pass = RowPass.over(file, common, table -> RowFilter.of(List.of(), table), this::start);
        pass.requireRows();
        if (pass.provenance().refused() > 0) {
            throw UserError.input("error.margins-row", pass.remarks().get(0).message());
        }
    }

    /** Reads a file; every row of it is needed. */
    static MarginFile read(String file, CommonOptions common) {
        return new MarginFile(file, common);
    }

    private RowPass.Sink start(TableReader table) {
        int variable = table.column("variable");
        int level = table.column("level");
        int total = table.column("total");
        return row -> {
            OptionalDouble number = Cells.number(row.cell(total));
            if (number.isEmpty() || number.getAsDouble() < 0) {
                CellRefusal.refuse("not-an-amount", table, row, total);
                return;
            }
            Double before = totals.computeIfAbsent(row.cell(variable), key -> new LinkedHashMap<>())
                    .put(row.cell(level), number.getAsDouble());
            if (before != null) {
                CellRefusal.refuse("margin-twice", table, row, level);
            }
        };
    }

    /** The margins in the order of the file. */
    List<Margin> margins() {
        List<Margin> margins = new ArrayList<>();
        totals.forEach((variable, levels) -> margins.add(new Margin(variable, levels)));
        return margins;
    }

    InputProvenance provenance() {
        return pass.provenance();
    }
}
