package org.safecommunity.cli.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;

/** Findings as rows of results. */
public final class FindingRows {
    private FindingRows() {}

    /** The row of a finding. */
    public static ResultRow of(Finding finding, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("severity", finding.severity().label());
        details.put("file", finding.location().file());
        details.put(
                "line",
                finding.location().line() == 0
                        ? null
                        : (Object) (long) finding.location().line());
        details.put("column", finding.location().column());
        details.put("message", finding.message().in(locale));
        details.put("hint", finding.hint().in(locale));
        return ResultRow.plain(
                ResultRow.item("location", finding.location().toString()), "finding", finding.code(), details);
    }

    /** One line for people: {@code file:line:column code message}. */
    public static String line(Finding finding, Locale locale) {
        return finding.location() + " " + finding.code() + " "
                + Texts.sentences(
                        locale, finding.message().in(locale), finding.hint().in(locale));
    }
}
