package org.safecommunity.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.Proportion;

/** What every section needs: language, confidence level and the charts. */
record ReportContext(Locale locale, Confidence confidence, Charts charts) {

    String text(String key, Object... arguments) {
        return Texts.get(locale, key, arguments);
    }

    List<String> texts(String... keys) {
        return Arrays.stream(keys).map(key -> Texts.get(locale, key)).toList();
    }

    /** The row of a statistic, with its working. */
    ResultRow row(MetricResult result, Map<String, String> group, Map<String, String> item) {
        ResultRow row = ResultRow.of(result, group, locale, true);
        return item.isEmpty() ? row : row.withItem(item);
    }

    /** A share with Wilson's interval. */
    Proportion share(long events, long trials) {
        return Proportion.of(events, trials, ProportionIntervalMethod.WILSON, confidence);
    }

    /** A share as percent, or the text for "not estimable". */
    String percent(Proportion share) {
        return share.value().isPresent() ? Display.percent(share.value().getAsDouble()) : text("table.not-estimable");
    }

    /** The interval of a share as percent. */
    String percentInterval(Proportion share) {
        return share.interval()
                .map(i -> Display.percent(i.lower()) + " – " + Display.percent(i.upper()))
                .orElse("");
    }
}
