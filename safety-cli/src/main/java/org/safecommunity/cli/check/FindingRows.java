package org.safecommunity.cli.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

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

    /** Findings, files and their counts for people, as {@code check} prints them. */
    public static String report(List<Finding> findings, List<InputProvenance> inputs, Locale locale) {
        StringBuilder text = new StringBuilder();
        lines(findings, f -> f.severity() != Severity.INFO, locale, text);
        for (InputProvenance input : inputs) {
            if (input.rows() > 0) {
                text.append(Texts.get(
                                locale, "check.counts", input.path(), input.rows(), input.used(), input.refused()))
                        .append('\n');
            }
        }
        lines(findings, f -> f.severity() == Severity.INFO, locale, text);
        long errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        long warnings =
                findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
        return text.append(
                        errors + warnings == 0
                                ? Texts.get(locale, "check.clean")
                                : Texts.get(locale, "check.summary", errors, warnings))
                .append('\n')
                .toString();
    }

    private static void lines(List<Finding> findings, Predicate<Finding> which, Locale locale, StringBuilder text) {
        findings.stream().filter(which).forEach(f -> text.append(line(f, locale))
                .append('\n'));
    }

    /** One line for people: {@code file:line:column code message}. */
    public static String line(Finding finding, Locale locale) {
        return finding.location() + " " + finding.code() + " "
                + Texts.sentences(
                        locale, finding.message().in(locale), finding.hint().in(locale));
    }
}
