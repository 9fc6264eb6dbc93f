package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.metrics.rate.Proportion;

/** A table of counts with their shares of one whole and a bar for each. */
final class ShareTable {
    private final ReportContext context;
    private final Set<String> withheld;
    private final List<List<String>> cells = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();
    private final List<Charts.Bar> bars = new ArrayList<>();
    private final long whole;

    /** Shares of {@code whole}; the cells whose ids are withheld are not shown. */
    ShareTable(ReportContext context, long whole, Set<String> withheld) {
        this.context = context;
        this.whole = whole;
        this.withheld = withheld;
    }

    /** Adds a line; {@code id} names its cell for the publication rule. */
    void add(String id, String label, Map<String, String> item, long count) {
        Proportion share = context.share(count, whole);
        ResultRow row = context.row(share, Map.of(), item);
        if (withheld.contains(id)) {
            cells.add(List.of(label, ReportContext.WITHHELD, ReportContext.WITHHELD, ""));
            rows.add(Withheld.all(row));
            bars.add(new Charts.Bar(label, null, ReportContext.WITHHELD));
        } else {
            String n = ReportNumbers.count(count);
            cells.add(List.of(label, n, context.percent(share), context.percentInterval(share)));
            rows.add(row);
            bars.add(new Charts.Bar(label, (double) count, n));
        }
    }

    /** The table; {@code upright} draws columns in order instead of bars from the top. */
    Table table(String id, String title, String heading, boolean upright) {
        String axis = context.text("column.count");
        return new Table(
                id,
                title,
                List.of(
                        new Column(heading, false),
                        context.number("column.count"),
                        context.number("column.share"),
                        context.number("column.interval95")),
                cells,
                rows,
                upright
                        ? context.charts().columns(bars, axis)
                        : context.charts().bars(bars, axis));
    }
}
