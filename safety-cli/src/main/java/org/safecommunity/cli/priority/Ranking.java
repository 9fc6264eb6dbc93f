package org.safecommunity.cli.priority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;
import org.safecommunity.risk.priority.RankSensitivity;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * What a method has to say.
 *
 * @param rows    rows in order
 * @param remarks warnings
 * @param inputs  files read
 * @param options options in force
 */
record Ranking(List<ResultRow> rows, List<Remark> remarks, List<InputProvenance> inputs, Map<String, Object> options) {

    /** Makes rows in one language, with the working or without. */
    record Rows(Locale locale, boolean explain) {
        ResultRow row(
                Map<String, String> item,
                String statistic,
                @Nullable Object value,
                Map<String, Object> details,
                List<Step> working) {
            return row(item, statistic, value, "", null, "", Map.of(), details, List.of(), working);
        }

        ResultRow row(
                Map<String, String> item,
                String statistic,
                @Nullable Object value,
                String unit,
                @Nullable Interval interval,
                String status,
                Map<String, Object> inputs,
                Map<String, Object> details,
                List<Remark> warnings,
                List<Step> working) {
            return new ResultRow(
                    Map.of(),
                    item,
                    statistic,
                    value,
                    unit,
                    null,
                    interval,
                    null,
                    null,
                    status,
                    inputs,
                    details,
                    warnings,
                    explain ? RiskRows.steps(working, locale) : List.of());
        }

        /** What changes if a weight changes: a row for the first change of each weight in each direction. */
        List<ResultRow> changes(List<RankSensitivity.Change> changes, List<String> weights) {
            List<ResultRow> rows = new ArrayList<>();
            for (RankSensitivity.Change change : changes) {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("chosen", change.chosen());
                details.put("rises", change.rises());
                details.put("falls", change.falls());
                details.put(
                        ResultRow.SUMMARY,
                        Texts.get(
                                locale,
                                change.up() ? "priority.change-up" : "priority.change-down",
                                weights.get(change.weight()),
                                Display.number(change.chosen()),
                                Display.number(change.at()),
                                change.rises(),
                                change.falls()));
                rows.add(row(
                        ResultRow.item(
                                "weight", weights.get(change.weight()), "direction", change.up() ? "up" : "down"),
                        "rank-change",
                        change.at(),
                        details,
                        change.explain()));
            }
            return rows;
        }
    }
}
