package org.safecommunity.cli.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.register.Classification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the codes a register may use. */
@Command(name = "codes")
public final class CodesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "EDITION", descriptionKey = "register-edition")
    @Nullable
    String edition;

    @Override
    public Integer call() {
        List<Classification> all = Classification.bundled();
        List<ResultRow> rows = all.stream()
                .filter(c -> edition == null || c.id().equalsIgnoreCase(edition) || c.id().endsWith("-" + edition))
                .flatMap(c -> c.entries().stream().map(e -> row(c, e, common.locale())))
                .toList();
        if (rows.isEmpty()) {
            throw UserError.usage(
                    "error.choice",
                    "EDITION",
                    String.valueOf(edition),
                    all.stream().map(Classification::id).collect(Collectors.joining(", ")));
        }
        Printer.print(
                new Envelope("risk register codes", rows, List.of(), List.of(), Map.of()), common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow row(Classification classification, Classification.Entry entry, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", entry.title().in(locale));
        details.put("validFrom", classification.validFrom());
        details.put("validTo", classification.validTo());
        details.put("provenance", classification.provenanceOf(entry).status().label());
        details.put(
                "source",
                classification
                        .provenanceOf(entry)
                        .describe(classification.sources())
                        .in(locale));
        return ResultRow.plain(ResultRow.item("edition", classification.id()), "code", entry.code(), details);
    }
}
