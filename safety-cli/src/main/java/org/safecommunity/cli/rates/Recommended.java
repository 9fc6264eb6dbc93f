package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;

/**
 * With {@code --interval all} the recommended method of each statistic comes first and says in {@code details.recommended}
 * why it is recommended.
 */
final class Recommended {
    private Recommended() {}

    /** The rows with the reason at the first of several rows of one statistic. */
    static List<ResultRow> mark(List<ResultRow> rows, Locale locale) {
        Map<List<Object>, List<Integer>> methods = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ResultRow row = rows.get(i);
            methods.computeIfAbsent(List.of(row.group(), row.item(), row.statistic()), key -> new ArrayList<>())
                    .add(i);
        }
        List<ResultRow> marked = new ArrayList<>(rows);
        for (List<Integer> same : methods.values()) {
            ResultRow first = rows.get(same.get(0));
            String reason = Texts.getOr(locale, "recommended." + first.statistic(), "");
            if (same.size() > 1 && !reason.isEmpty()) {
                marked.set(same.get(0), withDetail(first, "recommended", reason));
            }
        }
        return marked;
    }

    /** The same row with one more detail. */
    static ResultRow withDetail(ResultRow row, String name, Object value) {
        Map<String, Object> details = new LinkedHashMap<>(row.details());
        details.put(name, value);
        return new ResultRow(
                row.group(),
                row.item(),
                row.statistic(),
                row.value(),
                row.unit(),
                row.standardError(),
                row.interval(),
                row.test(),
                row.n(),
                row.status(),
                row.inputs(),
                details,
                row.warnings(),
                row.derivation());
    }
}
