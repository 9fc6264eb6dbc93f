package org.safecommunity.cli.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.danger.DangerRate;
import org.safecommunity.risk.danger.DangerStatistics;
import org.safecommunity.risk.danger.PeriodStatistics;

/** Statistics of hidden dangers as rows of results. */
public final class DangerRows {
    private final Locale locale;
    private final boolean explain;

    /** Rows in a language, with the working or without. */
    public DangerRows(Locale locale, boolean explain) {
        this.locale = locale;
        this.explain = explain;
    }

    /** The ledger as a whole: four shares, those overdue, the median age of the open ones and their classes of age. */
    public List<ResultRow> whole(DangerStatistics statistics) {
        List<ResultRow> rows = new ArrayList<>();
        statistics.rates().forEach(rate -> rows.add(rate(rate, Map.of(), Map.of(), rate.explain(locale))));
        rows.add(row(
                Map.of(),
                "overdue",
                statistics.overdue(),
                "",
                Map.of("open", statistics.found() - statistics.closed()),
                counted(
                        "statistic.overdue",
                        "formula.overdue",
                        statistics.asOf().toString(),
                        statistics.overdue())));
        OptionalDouble median = statistics.medianOpenAge();
        Object age = median.isPresent() ? (Object) median.getAsDouble() : null;
        rows.add(row(
                Map.of(),
                "median-open-age",
                age,
                "days",
                Map.of("open", (long) statistics.openAges().size()),
                median.isEmpty()
                        ? List.of()
                        : counted(
                                "statistic.median-open-age",
                                "formula.median-open-age",
                                statistics.openAges().toString(),
                                median.getAsDouble())));
        statistics
                .ageing()
                .forEach(c -> rows.add(row(
                        ResultRow.item("age_days", c.days()),
                        "open-hidden-dangers",
                        c.count(),
                        "",
                        Map.of(),
                        List.of())));
        return rows;
    }

    /** A quarter or year of a grade. */
    public ResultRow period(PeriodStatistics period) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("found", period.found());
        details.put("closed", period.closed());
        details.put("closedOfFound", period.closedOfFound());
        details.put("openAtStart", period.openAtStart());
        details.put("openAtEnd", period.openAtEnd());
        details.put("overdue", period.overdue());
        details.put("reportBefore", period.period().reportBefore().toString());
        details.put("complete", period.isComplete());
        Map<String, String> item = ResultRow.item(
                "period",
                period.period().label(),
                "grade",
                period.grade() == null ? "all" : period.grade().label());
        return rate(period.closureRate(), item, details, period.explain(locale));
    }

    private ResultRow rate(
            DangerRate rate,
            Map<String, String> item,
            Map<String, Object> more,
            List<org.safecommunity.risk.score.RiskScore.Step> working) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (more.isEmpty()) {
            details.put(part(rate.kind()), rate.part());
            details.put(whole(rate.kind()), rate.whole());
        }
        details.putAll(more);
        OptionalDouble percent = rate.percent();
        Object value = percent.isPresent() ? (Object) percent.getAsDouble() : null;
        return row(item, rate.kind().statistic(), value, "%", details, RiskRows.steps(working, locale));
    }

    private static String part(DangerRate.Kind kind) {
        return switch (kind) {
            case CLOSURE -> "closed";
            case ON_TIME -> "closedInTime";
            case RECURRENCE -> "repeated";
            case REOPEN -> "sentBack";
        };
    }

    private static String whole(DangerRate.Kind kind) {
        return switch (kind) {
            case CLOSURE, RECURRENCE -> "found";
            case ON_TIME -> "closed";
            case REOPEN -> "submitted";
        };
    }

    private List<Step> counted(String label, String formula, String numbers, double value) {
        return List.of(Step.calculation(Texts.get(locale, label), Texts.get(locale, formula), numbers, value, ""));
    }

    private ResultRow row(
            Map<String, String> item,
            String statistic,
            @org.jspecify.annotations.Nullable Object value,
            String unit,
            Map<String, Object> details,
            List<Step> working) {
        return new ResultRow(
                Map.of(),
                item,
                statistic,
                value,
                unit,
                null,
                null,
                null,
                null,
                value == null ? Status.EMPTY_DOMAIN.label() : "",
                Map.of(),
                details,
                List.of(),
                explain ? working : List.of());
    }
}
