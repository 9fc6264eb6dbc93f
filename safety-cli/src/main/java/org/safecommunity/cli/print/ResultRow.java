package org.safecommunity.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

/**
 * One row of results, whatever module it comes from: the unit of every output format.
 *
 * @param group         values of the {@code --by} columns
 * @param item          what else the row is about
 * @param statistic     kebab-case name
 * @param value         Double, Long, BigDecimal or String; null when not estimable
 * @param unit          unit of the value, or empty
 * @param standardError standard error, or null
 * @param interval      interval, or null
 * @param test          test, or null
 * @param n             sample size, or null
 * @param status        status label, or empty when all is well
 * @param inputs        inputs echoed
 * @param details       further numbers
 * @param warnings      warnings of this row
 * @param derivation    the working; empty unless asked for
 */
public record ResultRow(
        Map<String, String> group,
        Map<String, String> item,
        String statistic,
        @Nullable Object value,
        String unit,
        @Nullable Double standardError,
        @Nullable Interval interval,
        @Nullable HypothesisTest test,
        @Nullable Long n,
        String status,
        Map<String, Object> inputs,
        Map<String, Object> details,
        List<Remark> warnings,
        List<Step> derivation) {
    /** Name of the detail that says a result in plain words; a table shows it below, not in a column. */
    public static final String SUMMARY = "summary";

    /** The row of a statistic. */
    public static ResultRow of(MetricResult result, Map<String, String> group, Locale locale, boolean explain) {
        return new ResultRow(
                group,
                result.item(),
                result.statistic(),
                result.value().isPresent() ? (Object) result.value().getAsDouble() : null,
                result.unit(),
                result.standardError().isPresent() ? result.standardError().getAsDouble() : null,
                result.interval().orElse(null),
                result.test().orElse(null),
                result.n().isPresent() ? result.n().getAsLong() : null,
                result.status() == Status.OK ? "" : result.status().label(),
                result.inputs(),
                result.details(),
                result.warnings().stream()
                        .map(note -> new Remark(note.code(), note.message(locale)))
                        .toList(),
                explain ? result.explain(locale) : List.of());
    }

    /** The same row about something more. */
    public ResultRow withItem(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(item);
        all.putAll(more);
        return new ResultRow(
                group,
                all,
                statistic,
                value,
                unit,
                standardError,
                interval,
                test,
                n,
                status,
                inputs,
                details,
                warnings,
                derivation);
    }

    /** The same row under another name of its statistic. */
    public ResultRow named(String name) {
        return new ResultRow(
                group,
                item,
                name,
                value,
                unit,
                standardError,
                interval,
                test,
                n,
                status,
                inputs,
                details,
                warnings,
                derivation);
    }

    /** The same row with a warning more. */
    public ResultRow withWarning(Remark more) {
        List<Remark> all = new ArrayList<>(warnings);
        all.add(more);
        return with(details, all);
    }

    /** The same row with further details after its own. */
    public ResultRow withDetails(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.putAll(more);
        return with(all, warnings);
    }

    private ResultRow with(Map<String, Object> newDetails, List<Remark> newWarnings) {
        return new ResultRow(
                group,
                item,
                statistic,
                value,
                unit,
                standardError,
                interval,
                test,
                n,
                status,
                inputs,
                newDetails,
                newWarnings,
                derivation);
    }

    /** The same row without interval, standard error and working, where the sampling design does not allow them. */
    public ResultRow withoutInterval() {
        return new ResultRow(
                group, item, statistic, value, unit, null, null, test, n, status, inputs, details, warnings, List.of());
    }

    /** A plain row without statistics: a label, a decision, an entry of a list. */
    public static ResultRow plain(
            Map<String, String> item, String statistic, @Nullable Object value, Map<String, Object> details) {
        return new ResultRow(
                Map.of(), item, statistic, value, "", null, null, null, null, "", Map.of(), details, List.of(),
                List.of());
    }

    /** A count. */
    public static ResultRow count(Map<String, String> item, String statistic, long value, Map<String, Object> details) {
        return plain(item, statistic, value, details);
    }

    /** Keys and values in turn as an ordered map. */
    public static Map<String, String> item(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
