package org.safecommunity.cli.rates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Status;

/** An interrupted time series in plain words. */
final class InterruptSummary {
    private InterruptSummary() {}

    /**
     * What the level change and the events averted say, and whether the data break an assumption.
     *
     * @param results the level change first, the events averted last
     * @param from    first time with the measure
     * @param last    last time of the series
     * @param doubt   whether there is a warning
     * @return empty where there is no estimate or no two-sided interval
     */
    static String of(List<MetricResult> results, String from, String last, boolean doubt, Locale locale) {
        MetricResult level = results.get(0);
        MetricResult averted = results.get(results.size() - 1);
        Optional<Interval> limits = level.interval().filter(InterruptSummary::isClosed);
        Optional<Interval> events = averted.interval().filter(InterruptSummary::isClosed);
        if (level.value().isEmpty() || limits.isEmpty() || averted.value().isEmpty() || events.isEmpty()) {
            return "";
        }
        double ratio = level.value().getAsDouble();
        double lower = limits.get().lower();
        double upper = limits.get().upper();
        String key = upper < 1 ? "below" : lower > 1 ? "above" : "unclear";
        String first = Texts.get(
                locale,
                "interrupt.level." + key,
                from,
                tenth(key.equals("unclear") ? percent(ratio) : Math.abs(percent(ratio))),
                tenth(100 * limits.get().level()),
                tenth(percent(lower)),
                tenth(percent(upper)));
        double saved = averted.value().getAsDouble();
        String second = averted.status() == Status.UNRELIABLE
                ? Texts.get(locale, "interrupt.edge", last)
                : Texts.get(
                        locale,
                        saved >= 0 ? "interrupt.averted" : "interrupt.added",
                        last,
                        tenth(Math.abs(saved)),
                        tenth(saved >= 0 ? events.get().lower() : -events.get().upper()),
                        tenth(saved >= 0 ? events.get().upper() : -events.get().lower()));
        String third = Texts.get(locale, doubt ? "interrupt.doubt" : "interrupt.sound");
        return String.join(Texts.isChinese(locale) ? "" : " ", first, second, third);
    }

    private static boolean isClosed(Interval interval) {
        return Double.isFinite(interval.lower()) && Double.isFinite(interval.upper());
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }

    private static String tenth(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace("-", "−");
    }
}
