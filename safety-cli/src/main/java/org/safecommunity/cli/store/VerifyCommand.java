package org.safecommunity.cli.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.check.FindingRows;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.print.TextGrid;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether a store is whole and says what its journal says. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "STORE", descriptionKey = "store")
    @SuppressWarnings("NullAway.Init")
    Path store;

    @Override
    public Integer call() {
        Locale locale = common.locale();
        try (StoreFile file = StoreFile.forReading(store.toString(), store)) {
            Verifier verifier = new Verifier(file);
            List<Finding> findings = verifier.findings();
            if (common.format(Format.TABLE) == Format.TABLE) {
                String text = grid(verifier.counts(), locale) + FindingRows.report(findings, List.of(), locale);
                Printer.write(text, common.output(), spec.commandLine().getOut());
            } else {
                List<ResultRow> rows = new ArrayList<>();
                verifier.counts().forEach(count -> rows.add(row(count)));
                findings.forEach(finding -> rows.add(FindingRows.of(finding, locale)));
                Printer.print(
                        new Envelope("store verify", rows, List.of(), List.of(), Map.of()), common, spec, Format.TABLE);
            }
            return findings.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private static String grid(List<Verifier.KindCount> counts, Locale locale) {
        if (counts.isEmpty()) {
            return "";
        }
        TextGrid grid = new TextGrid().column(Texts.get(locale, "column.kind"), false);
        for (String name : new String[] {"statistic.records", "column.current", "column.versions", "column.imports"}) {
            grid.column(Texts.get(locale, name), true);
        }
        grid.column(Texts.get(locale, "column.refused"), true);
        for (Verifier.KindCount count : counts) {
            grid.row(List.of(
                    count.kind(),
                    Long.toString(count.records()),
                    Long.toString(count.current()),
                    Long.toString(count.versions()),
                    Long.toString(count.imports()),
                    Long.toString(count.refused())));
        }
        return grid.text() + "\n";
    }

    private static ResultRow row(Verifier.KindCount count) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("current", count.current());
        details.put("versions", count.versions());
        details.put("imports", count.imports());
        details.put("refused", count.refused());
        return ResultRow.count(ResultRow.item("kind", count.kind()), "records", count.records(), details);
    }
}
