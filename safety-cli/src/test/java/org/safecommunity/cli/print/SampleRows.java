package org.safecommunity.cli.print;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Step;

/** Results of every awkward kind, invented, to be written in every format. */
enum SampleRows {
    /** Means of two domains of a complex survey with design effect; a third domain is empty. */
    SURVEY {
        @Override
        List<ResultRow> rows(Locale locale) {
            return List.of(
                    survey("城东街道", 61.25, 1.75, 57.5, 65, 214L, 1.84, 14),
                    survey("城西街道", 58.04, 0.000049, 58.0399, 58.0401, 95L, 2.0, 6),
                    new ResultRow(
                            map("district", "north, \"old\" town"),
                            map("variable", "age"),
                            "mean",
                            null,
                            "years",
                            null,
                            null,
                            null,
                            0L,
                            "empty-domain",
                            Map.of(),
                            Map.of(),
                            List.of(),
                            List.of()));
        }

        private ResultRow survey(
                String district,
                double mean,
                double error,
                double lower,
                double upper,
                long n,
                double effect,
                long df) {
            return new ResultRow(
                    map("district", district),
                    map("variable", "age"),
                    "mean",
                    mean,
                    "years",
                    error,
                    new Interval("t", 0.95, lower, upper),
                    null,
                    n,
                    "",
                    map("weightedN", 20_411.5),
                    map("designEffect", effect, "df", df),
                    List.of(),
                    List.of());
        }
    },
    /** An interrupted time series: two rate ratios, a table of coefficients, warnings, the working. */
    INTERRUPT {
        @Override
        List<ResultRow> rows(Locale locale) {
            Map<String, Object> details = map(
                    "dispersion",
                    1.62,
                    "df",
                    44L,
                    "coefficients",
                    List.of(
                            map("term", "intercept", "estimate", -7.1, "standardError", 0.08, "pValue", 1e-12),
                            map("term", "level", "estimate", -0.21, "standardError", 0.0907, "pValue", 0.0251)));
            Remark small = new Remark(
                    "autocorrelation",
                    Texts.isChinese(locale) ? "残差自相关（p = 0.012）。" : "Residuals are autocorrelated (p = 0.012).");
            return List.of(
                    ratio("level-change", 0.81, 0.68, 0.97, -2.31, 0.0251, details, List.of(small), steps()),
                    ratio(
                            "slope-change",
                            1.0,
                            0.9999,
                            1.0002,
                            1e-5,
                            0.99999,
                            map("dispersion", 1.62, "df", 44L),
                            List.of(small),
                            List.of()));
        }

        private ResultRow ratio(
                String statistic,
                double value,
                double lower,
                double upper,
                double t,
                double p,
                Map<String, Object> details,
                List<Remark> warnings,
                List<Step> steps) {
            return new ResultRow(
                    Map.of(),
                    Map.of(),
                    statistic,
                    value,
                    "",
                    null,
                    new Interval("wald-t", 0.95, lower, upper),
                    new HypothesisTest("wald", t, List.of(44.0), p),
                    48L,
                    "",
                    map("at", "2021-03", "season", List.of()),
                    details,
                    warnings,
                    steps);
        }

        private List<Step> steps() {
            return List.of(
                    Step.calculation("b2", "log E[y] = b0 + b1·t + b2·[t ≥ T] + …", "48 points", -0.21, ""),
                    Step.calculation("Level change", "exp b2", "exp(−0.21)", 0.8105842459701871, ""),
                    Step.remark("Source", "Bernal, Cummins & Gasparrini 2017, IJE 46:348–355"));
        }
    },
    /** Findings on a risk matrix. */
    MATRIX {
        @Override
        List<ResultRow> rows(Locale locale) {
            boolean chinese = Texts.isChinese(locale);
            return List.of(
                    finding("5,1", "gap", chinese ? "该格没有等级。" : "The cell has no band.", "error"),
                    finding(
                            "2,4",
                            "not-monotone",
                            chinese
                                    ? "可能性升高时等级反而降低：与左边一格相比，低了一级；请核对这两格的等级，并说明理由。"
                                    : "The band falls while the likelihood rises: it is one band lower than the cell to"
                                            + " its left; check both cells and give the reason.",
                            "warning"));
        }

        private ResultRow finding(String cell, String code, String message, String severity) {
            return ResultRow.plain(
                    ResultRow.item("row", cell.substring(0, 1), "column", cell.substring(2)),
                    "finding",
                    code,
                    map("severity", severity, "message", message));
        }
    },
    /** A standardised rate that cannot be estimated, beside one that can. */
    NOT_ESTIMABLE {
        @Override
        List<ResultRow> rows(Locale locale) {
            return List.of(
                    rate("2023", 31.5, new Interval("fay-feuer", 0.95, 25.1, 39.2), "", Map.of()),
                    rate("2024", null, null, "no-person-time", map("strata", List.of("80-84", "85+"))));
        }

        private ResultRow rate(
                String year,
                @Nullable Double value,
                @Nullable Interval interval,
                String status,
                Map<String, Object> details) {
            return new ResultRow(
                    map("year", year),
                    Map.of(),
                    "standardised-rate",
                    value,
                    "per 100000 person-years",
                    null,
                    interval,
                    null,
                    null,
                    status,
                    Map.of(),
                    details,
                    List.of(),
                    List.of());
        }
    },
    /** Intervals without an end, zero events, and the sizes of numbers. */
    UNBOUNDED {
        @Override
        List<ResultRow> rows(Locale locale) {
            double none = Double.POSITIVE_INFINITY;
            return List.of(
                    rate("lower", 4.2, new Interval("garwood", 0.9999, 1.1, none), ""),
                    rate("none", 0.0, new Interval("exact", 0.9999, -none, none), "zero-events"),
                    rate("upper", 1e-7, new Interval("garwood", 0.9999, -none, 123_456_789.125), ""),
                    rate("large", 3e17, null, ""));
        }

        private ResultRow rate(String side, double value, @Nullable Interval interval, String status) {
            return new ResultRow(
                    Map.of(),
                    map("side", side),
                    "crude-rate",
                    value,
                    "per 1000 person-years",
                    null,
                    interval,
                    null,
                    null,
                    status,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of());
        }
    },
    /** Groups, items and details that share the names of the fixed columns, and text that looks like a formula. */
    NAMES {
        @Override
        List<ResultRow> rows(Locale locale) {
            return List.of(new ResultRow(
                    map("value", "=1+1", "item.time", "-5", "year", "@home", "group.value", " x "),
                    map("time", "2024-W05"),
                    "decision",
                    "pass",
                    "",
                    null,
                    null,
                    null,
                    null,
                    "",
                    map("nested", map("a", 1L, "b", Arrays.asList(1.5, null))),
                    map(
                            "total",
                            new BigDecimal("1E+3"),
                            "flag",
                            true,
                            "signals",
                            List.of("beyond-limits", "run-of-8"),
                            "nothing",
                            null,
                            "many",
                            List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)),
                    List.of(),
                    List.of()));
        }
    };

    abstract List<ResultRow> rows(Locale locale);

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(@Nullable Object... keysAndValues) {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], (V) keysAndValues[i + 1]);
        }
        return map;
    }
}
