package org.safecommunity.cli.worksheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.CsvText;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.worksheet.InspectionList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores filled-in inspection lists; an item not met becomes a draft row of the hidden-danger ledger. */
@Command(name = "inspect")
public final class InspectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "LIST", descriptionKey = "inspect-list-id")
    @Nullable
    String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--list", descriptionKey = "inspect-list")
    boolean list;

    @Option(names = "--template", descriptionKey = "inspect-template")
    boolean template;

    @Option(names = "--list-file", paramLabel = "FILE", descriptionKey = "inspect-list-file")
    @Nullable
    String listFile;

    @Option(names = "--drafts", paramLabel = "FILE", descriptionKey = "inspect-drafts")
    @Nullable
    Path drafts;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        List<InspectionList> known =
                listFile == null ? InspectionList.bundled() : UserData.read(listFile, InspectionList::read);
        InspectionList chosen = name == null ? null : find(known, name);
        if (chosen == null || list) {
            return list(known, chosen);
        }
        if (template) {
            Printer.write(template(chosen), common.output(), spec.commandLine().getOut());
            return ExitCode.OK;
        }
        if (file == null) {
            throw UserError.usage(
                    "error.option-missing", "FILE", "safety risk inspect " + chosen.id() + " inspections.csv");
        }
        InspectionRows rows = new InspectionRows(chosen, common).read(file, where);
        if (drafts != null) {
            AtomicFile.write(drafts, CsvText.table(rows.ledger(), common.excel()));
        }
        Envelope envelope = new Envelope(
                "risk inspect",
                rows.parts().stream().flatMap(List::stream).toList(),
                rows.register().remarks(),
                List.of(rows.register().provenance()),
                Map.of("list", chosen.id()));
        Printer.print(envelope, rows.parts(), common, spec, Format.TABLE);
        boolean faults = !rows.register().findings().findings().isEmpty();
        return common.strict() && faults ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static InspectionList find(List<InspectionList> known, String wanted) {
        return known.stream()
                .filter(l -> l.id().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "LIST",
                        wanted,
                        known.stream().map(InspectionList::id).collect(Collectors.joining(", "))));
    }

    /** The lists, or the kinds and items of one. */
    private int list(List<InspectionList> known, @Nullable InspectionList chosen) {
        Locale locale = common.locale();
        List<ResultRow> kinds = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        if (chosen == null) {
            for (InspectionList one : known) {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("title", one.title().in(locale));
                details.put(
                        "kinds",
                        one.kinds().stream().map(InspectionList.Kind::id).toList());
                details.put("items", (long) one.items().size());
                rows.add(ResultRow.plain(Map.of(), "inspection-list", one.id(), details));
            }
        } else {
            chosen.kinds().forEach(k -> {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("title", k.title().in(locale));
                details.put("limit", k.limit().in(locale));
                details.put("provenance", k.provenance().toString());
                kinds.add(ResultRow.plain(ResultRow.item("list", chosen.id()), "kind", k.id(), details));
            });
            chosen.items().forEach(i -> {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("group", i.group());
                details.put("text", i.text().in(locale));
                details.put("action", i.action().in(locale));
                details.put("topic", i.topic());
                details.put("provenance", i.provenance().toString());
                rows.add(ResultRow.plain(ResultRow.item("list", chosen.id()), "inspection-item", i.code(), details));
            });
        }
        List<List<ResultRow>> parts = kinds.isEmpty() ? List.of(rows) : List.of(kinds, rows);
        List<ResultRow> all = parts.stream().flatMap(List::stream).toList();
        Printer.print(
                new Envelope("risk inspect", all, List.of(), List.of(), Map.of()), parts, common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    /** A file with every item of the list, to be filled in for one place; the last column is for the reader only. */
    private String template(InspectionList chosen) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("place", "kind", "date", "item", "answer", "remark", "text"));
        String kind = chosen.kinds().isEmpty() ? "" : chosen.kinds().get(0).id();
        chosen.items()
                .forEach(i -> lines.add(
                        List.of("", kind, "", i.code(), "", "", i.text().in(common.locale()))));
        return CsvText.table(lines, common.excel());
    }
}
