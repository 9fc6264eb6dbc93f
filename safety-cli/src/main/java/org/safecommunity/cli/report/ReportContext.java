package org.safecommunity.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Paragraph;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.model.LocalText;

/**
 * What every section needs: language, confidence level, the charts and the publication rule.
 *
 * @param suppressBelow counts from 1 to below this are withheld; 0 means that nothing is
 */
record ReportContext(Locale locale, Confidence confidence, Charts charts, int suppressBelow) {
    /** What a table shows in place of a number that is withheld. */
    static final String WITHHELD = "*";

    String text(String key, Object... arguments) {
        return Texts.get(locale, key, arguments);
    }

    /** A name of the model as the content of a cell: English ones start with a capital. */
    String title(LocalText name) {
        String text = name.in(locale);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    Paragraph paragraph(String key, Object... arguments) {
        return new Paragraph(text(key, arguments), false);
    }

    Paragraph warning(String key, Object... arguments) {
        return new Paragraph(text(key, arguments), true);
    }

    /** A column of text under the heading of a key. */
    Column column(String key) {
        return new Column(text(key), false);
    }

    /** A column of numbers under the heading of a key. */
    Column number(String key) {
        return new Column(text(key), true);
    }

    /** A column of texts beside a colour under the heading of a key. */
    Column colour(String key) {
        return new Column(text(key), false, true);
    }

    /** A section for which the workspace names no data. */
    Section nothing(String id, String title) {
        return new Section(id, title, List.of(paragraph("report.nothing")));
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
        return share.value().isPresent()
                ? ReportNumbers.percent(share.value().getAsDouble())
                : text("table.not-estimable");
    }

    /** The interval of a share as percent. */
    String percentInterval(Proportion share) {
        return share.interval().map(ReportNumbers::percents).orElse("");
    }

    /** The value of a rate, or the text for "not estimable". */
    String rate(MetricResult rate) {
        return ReportNumbers.rate(rate).orElse(text("table.not-estimable"));
    }

    /** The interval of a rate. */
    static String rateInterval(MetricResult rate) {
        return rate.interval().map(ReportNumbers::rates).orElse("");
    }
}
