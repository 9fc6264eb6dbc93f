package org.safecommunity.cli.standard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.model.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the elements of the standard. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        Standard standard = Standard.aqt9001();
        Locale locale = common.locale();
        List<ResultRow> rows = standard.elements().stream()
                .map(element -> StandardRows.element(element, locale, common.explain()))
                .toList();
        Printer.print(
                new Envelope(
                        "standard list",
                        rows,
                        List.of(),
                        List.of(),
                        Map.of("standard", standard.id(), "version", standard.version())),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }
}
