package org.safecommunity.cli.priority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.risk.priority.HaddonMatrix;

/** Measures of a file (columns measure, phase and factor) in the twelve cells of Haddon's matrix. */
final class HaddonRows {
    private HaddonRows() {}

    static Ranking of(NamedRows file) {
        NamedRows named =
                file.item() == null ? new NamedRows(file.file(), file.where(), file.options(), "measure") : file;
        List<HaddonMatrix.Measure> measures = new ArrayList<>();
        RowPass pass = named.read((table, row) -> {
            Optional<HaddonMatrix.Phase> phase = HaddonMatrix.Phase.parse(row.text("phase"));
            Optional<HaddonMatrix.Factor> factor = HaddonMatrix.Factor.parse(row.text("factor"));
            if (phase.isEmpty()) {
                row.refuse("not-of-list", "phase", "pre, event, post");
            }
            if (factor.isEmpty()) {
                row.refuse("not-of-list", "factor", "host, vehicle, physical, social");
            }
            if (!row.refused()) {
                measures.add(new HaddonMatrix.Measure(phase.orElseThrow(), factor.orElseThrow(), row.name()));
            }
        });
        HaddonMatrix matrix = new HaddonMatrix(measures);
        List<ResultRow> rows = new ArrayList<>();
        for (HaddonMatrix.Phase phase : HaddonMatrix.Phase.values()) {
            for (HaddonMatrix.Factor factor : HaddonMatrix.Factor.values()) {
                List<String> cell = matrix.cell(phase, factor);
                Map<String, Object> details = new LinkedHashMap<>();
                details.put(
                        "cell",
                        phase.title().in(file.options().locale()) + " × "
                                + factor.title().in(file.options().locale()));
                details.put("measures", cell);
                rows.add(ResultRow.count(
                        ResultRow.item("phase", phase.label(), "haddon_factor", factor.label()),
                        "measures",
                        cell.size(),
                        details));
            }
        }
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        matrix.warnings()
                .forEach(w -> remarks.add(
                        new Remark(w.code(), w.text().in(file.options().locale()))));
        return new Ranking(rows, remarks, List.of(pass.provenance()), Map.of());
    }
}
