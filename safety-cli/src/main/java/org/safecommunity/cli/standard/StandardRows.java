package org.safecommunity.cli.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.standard.Element;
import org.safecommunity.model.standard.Requirement;

/** Rows of the standard; what no document confirmed is shown as unconfirmed. */
final class StandardRows {
    private StandardRows() {}

    static ResultRow element(Element element, Locale locale, boolean explain) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("phase", element.phase().label());
        details.put("requirements", (long) element.requirements().size());
        details.putAll(details(element.provenance()));
        return row("element", element.id(), element.title().in(locale), details, element.provenance(), locale, explain);
    }

    static ResultRow requirement(Requirement requirement, Locale locale, boolean explain) {
        return row(
                "requirement",
                requirement.id(),
                requirement.text().in(locale),
                details(requirement.provenance()),
                requirement.provenance(),
                locale,
                explain);
    }

    private static ResultRow row(
            String statistic,
            String id,
            String text,
            Map<String, Object> details,
            Provenance provenance,
            Locale locale,
            boolean explain) {
        ResultRow plain = ResultRow.plain(ResultRow.item("id", id), statistic, text, details);
        return explain
                ? new ResultRow(
                        plain.group(),
                        plain.item(),
                        plain.statistic(),
                        plain.value(),
                        "",
                        null,
                        null,
                        null,
                        null,
                        "",
                        plain.inputs(),
                        plain.details(),
                        plain.warnings(),
                        List.of(Step.remark(Texts.get(locale, "column.provenance"), provenance.toString())))
                : plain;
    }

    private static Map<String, Object> details(Provenance provenance) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("confirmed", provenance.isConfirmed());
        details.put("provenance", provenance.toString());
        return details;
    }
}
