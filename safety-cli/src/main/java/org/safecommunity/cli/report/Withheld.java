package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.Interval;

/** Rows of a report that is published: what is withheld from them. */
final class Withheld {
    private static final String STATUS = "suppressed";
    private static final Set<String> SHOWN_INPUTS = Set.of("events", "personTime", "standard", "multiplier");

    private Withheld() {}

    /** The row without anything that tells its count. */
    static ResultRow all(ResultRow row) {
        return new ResultRow(
                row.group(),
                row.item(),
                row.statistic(),
                null,
                row.unit(),
                null,
                null,
                null,
                null,
                STATUS,
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    /**
     * A standardised rate without the counts of its strata, to one decimal: with all digits the counts could be worked
     * out from it.
     */
    static ResultRow strata(ResultRow row) {
        Map<String, Object> inputs = new LinkedHashMap<>(row.inputs());
        inputs.keySet().retainAll(SHOWN_INPUTS);
        Interval interval = row.interval();
        return new ResultRow(
                row.group(),
                row.item(),
                row.statistic(),
                row.value() instanceof Double value ? (Object) oneDecimal(value) : row.value(),
                row.unit(),
                null,
                interval == null
                        ? null
                        : new Interval(
                                interval.method(),
                                interval.level(),
                                oneDecimal(interval.lower()),
                                oneDecimal(interval.upper())),
                null,
                null,
                row.status(),
                inputs,
                row.details(),
                row.warnings(),
                row.derivation().stream()
                        .filter(step -> isEmpty(step.numbers()) && step.value() == null)
                        .toList());
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static double oneDecimal(double value) {
        return Double.isInfinite(value)
                ? value
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
