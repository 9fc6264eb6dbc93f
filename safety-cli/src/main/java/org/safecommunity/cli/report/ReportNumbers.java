package org.safecommunity.cli.report;

import java.util.Locale;
import java.util.Optional;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;

/** Numbers of the report as a reader sees them: counts with thousands separators, rates and percentages to one decimal. */
final class ReportNumbers {
    private static final int PERCENT = 100;

    private ReportNumbers() {}

    /** A count, e.g. {@code 60,446}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Person-years or another amount: without decimals where it is whole. */
    static String amount(double amount) {
        return amount == Math.rint(amount) ? count((long) amount) : rate(amount);
    }

    /** A rate, e.g. {@code 1,263.9}. */
    static String rate(double rate) {
        return String.format(Locale.ROOT, "%,.1f", rate);
    }

    /** The rate of a result; empty when it has none. */
    static Optional<String> rate(MetricResult result) {
        return result.value().isPresent() ? Optional.of(rate(result.value().getAsDouble())) : Optional.empty();
    }

    /** An interval of rates, e.g. {@code 1,175.9–1,356.8}; an open end is {@code ∞}. */
    static String rates(Interval interval) {
        return limit(interval.lower()) + "–" + limit(interval.upper());
    }

    /** A share, e.g. {@code 46.3%}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * PERCENT);
    }

    /** An interval of shares, e.g. {@code 43.9%–48.7%}. */
    static String percents(Interval interval) {
        return percent(interval.lower()) + "–" + percent(interval.upper());
    }

    private static String limit(double limit) {
        return Double.isInfinite(limit) ? (limit > 0 ? "∞" : "−∞") : rate(limit);
    }
}
