package org.safecommunity.cli.worksheet;

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
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.worksheet.Worksheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a worksheet of risk analysis and scores its rows; lists the worksheets; prints a template. */
@Command(name = "worksheet")
public final class WorksheetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", descriptionKey = "worksheet-kind")
    @Nullable
    String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--list", descriptionKey = "worksheet-list")
    boolean list;

    @Option(names = "--template", descriptionKey = "worksheet-template")
    boolean template;

    @Option(names = "--scheme", paramLabel = "NAME", descriptionKey = "worksheet-scheme")
    @Nullable
    String scheme;

    @Option(names = "--scheme-file", paramLabel = "FILE", descriptionKey = "risk-scheme-file")
    @Nullable
    String schemeFile;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        if (list || kind == null) {
            return list();
        }
        Worksheet worksheet = Worksheet.find(kind)
                .orElseThrow(() -> UserError.usage("error.choice", "KIND", String.valueOf(kind), kinds()));
        List<Scheme> schemes = schemeFile == null ? Scheme.bundled() : UserData.read(schemeFile, Scheme::read);
        Schemes known = new Schemes(schemes);
        Scheme usual = known.usual(scheme, worksheet.scheme());
        if (template) {
            Printer.write(
                    template(worksheet, usual),
                    common.output(),
                    spec.commandLine().getOut());
            return ExitCode.OK;
        }
        if (file == null) {
            throw UserError.usage(
                    "error.option-missing", "FILE", "safety risk worksheet " + worksheet.id() + " sheet.csv");
        }
        return print(new WorksheetRows(worksheet, known, usual, common).read(file, where), worksheet, usual);
    }

    private int print(WorksheetRows rows, Worksheet worksheet, Scheme usual) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("worksheet", worksheet.id());
        options.put("scheme", usual.id());
        Envelope envelope = new Envelope(
                "risk worksheet",
                rows.all(),
                rows.register().remarks(),
                List.of(rows.register().provenance()),
                options);
        Printer.print(envelope, rows.parts(), common, spec, Format.TABLE);
        boolean faults = !rows.register().findings().findings().isEmpty();
        return common.strict() && faults ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private int list() {
        Locale locale = common.locale();
        List<ResultRow> rows = new ArrayList<>();
        List<Worksheet> shown = kind == null
                ? Worksheet.bundled()
                : Worksheet.find(kind).stream().toList();
        if (shown.isEmpty()) {
            throw UserError.usage("error.choice", "KIND", String.valueOf(kind), kinds());
        }
        for (Worksheet worksheet : shown) {
            if (kind == null) {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("title", worksheet.title().in(locale));
                details.put("purpose", worksheet.purpose().in(locale));
                details.put("scheme", worksheet.scheme());
                details.put("columns", (long) worksheet.fields().size());
                rows.add(ResultRow.plain(Map.of(), "worksheet", worksheet.id(), details));
            } else {
                worksheet.fields().forEach(f -> rows.add(field(worksheet, f, locale)));
            }
        }
        Printer.print(new Envelope("risk worksheet", rows, List.of(), List.of(), Map.of()), common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow field(Worksheet worksheet, Worksheet.Field field, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("role", field.role().label());
        details.put("type", field.column().type().label());
        details.put("required", field.column().required());
        details.put("label", field.column().label().in(locale));
        details.put("meaning", field.column().meaning().in(locale));
        details.put("values", field.column().values());
        details.put("provenance", field.provenance().toString());
        return ResultRow.plain(ResultRow.item("worksheet", worksheet.id()), "column", field.id(), details);
    }

    /** A file with headings and an example row; the factors of the scheme come after its column. */
    private String template(Worksheet worksheet, Scheme usual) {
        List<String> header = new ArrayList<>();
        List<String> example = new ArrayList<>();
        for (Worksheet.Field field : worksheet.fields()) {
            header.add(field.id());
            boolean names = field.role() == Worksheet.Role.RATING;
            example.add(names ? usual.id() : example(field));
            if (names) {
                for (Factor factor : usual.factors()) {
                    header.add(factor.name());
                    int middle = factor.values().size() / 2;
                    example.add(factor.values().get(middle).value().toPlainString());
                }
            }
        }
        return CsvText.table(List.of(header, example), common.excel());
    }

    private String example(Worksheet.Field field) {
        LocalText text = field.example();
        return text == null ? "" : text.in(common.locale());
    }

    private static String kinds() {
        return Worksheet.bundled().stream().map(Worksheet::id).collect(Collectors.joining(", "));
    }
}
