package org.safecommunity.cli.standard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.standard.Article;
import org.safecommunity.model.standard.Crosswalk;

/** Rows of the guidance, of crosswalks and of indicators. */
final class TraceRows {
    private TraceRows() {}

    /** An article with what answers it; a command that is not built is marked so. */
    static ResultRow article(Article article, Predicate<String> isBuilt, @Nullable Path workspace, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("documents", String.join(", ", article.documents()));
        details.put("checks", article.checks().stream().map(c -> c.in(locale)).collect(Collectors.joining("; ")));
        details.put(
                "commands",
                article.commands().stream()
                        .map(c -> isBuilt.test(c) ? c : c + " (" + Texts.get(locale, "trace.not-built") + ")")
                        .collect(Collectors.joining(", ")));
        details.put("requirements", String.join(", ", article.requirements()));
        if (workspace != null) {
            details.put("files", String.join(", ", WorkspaceFiles.of(workspace, article.documents())));
        }
        return ResultRow.plain(
                ResultRow.item("article", Integer.toString(article.number())),
                "demand",
                article.demand().in(locale),
                details);
    }

    /** The parts of one article below each other, for people: each would be cut off beside the others. */
    static List<ResultRow> parts(ResultRow article) {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(part("demand", String.valueOf(article.value())));
        article.details().forEach((name, text) -> {
            if (!String.valueOf(text).isEmpty()) {
                rows.add(part(name, String.valueOf(text)));
            }
        });
        return rows;
    }

    private static ResultRow part(String name, String text) {
        return ResultRow.plain(ResultRow.item("part", name), "content", text, Map.of());
    }

    /** An element and the clauses of another standard. */
    static ResultRow clause(Crosswalk.Row row, Crosswalk crosswalk) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("confirmed", crosswalk.provenance().isConfirmed());
        return ResultRow.plain(
                ResultRow.item("id", row.element()), "clauses", String.join(", ", row.clauses()), details);
    }

    /** The indicators of a catalogue with the requirements they look at. */
    static List<ResultRow> indicators(Catalogue catalogue, Predicate<String> wanted, Locale locale) {
        return catalogue.indicators().stream()
                .filter(indicator -> wanted.test(indicator.id()))
                .map(indicator -> {
                    Map<String, Object> details = new LinkedHashMap<>();
                    details.put("catalogue", catalogue.id());
                    details.put("requirements", String.join(", ", indicator.requirements()));
                    details.put("maximum", indicator.max());
                    details.put(
                            "evidence",
                            indicator.evidence() == null
                                    ? null
                                    : indicator.evidence().in(locale));
                    details.put("confirmed", indicator.provenance().isConfirmed());
                    details.put("provenance", indicator.provenance().toString());
                    return ResultRow.plain(
                            ResultRow.item("id", indicator.id()),
                            "indicator",
                            indicator.title().in(locale),
                            details);
                })
                .toList();
    }
}
