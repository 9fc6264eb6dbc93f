package org.safecommunity.cli.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table of a store, or all tables and documents, as files of a workspace. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "STORE", descriptionKey = "store")
    @SuppressWarnings("NullAway.Init")
    Path store;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", descriptionKey = "store-kind")
    @Nullable
    String kind;

    @Option(names = "--all", descriptionKey = "store-all")
    boolean all;

    @Option(names = "--personal", descriptionKey = "store-personal")
    boolean personal;

    @Option(names = "--overwrite", descriptionKey = "store-overwrite")
    boolean overwrite;

    @Override
    public Integer call() {
        if (all == (kind != null)) {
            throw UserError.usage("error.store-all");
        }
        Path folder = common.output();
        if (folder == null) {
            throw UserError.usage(
                    "error.option-missing", "--output", "safety store export records.db --all --output DIR");
        }
        List<ResultRow> rows = new ArrayList<>();
        try (StoreReader reader = new StoreReader(StoreFile.forReading(store.toString(), store))) {
            Exporter exporter = new Exporter(reader, store, folder, personal, common.excel(), overwrite);
            List<String> kinds = kind == null ? reader.tables() : List.of(StoreTables.require(reader, kind));
            exporter.plan(kinds, all);
            exporter.write().forEach(written -> rows.add(row(written)));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("kind", kind);
        options.put("all", all);
        options.put("personal", personal);
        Printer.print(
                new Envelope("store export", rows, List.of(), List.of(), options),
                List.of(rows),
                common.withoutOutput(),
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow row(Exporter.Written written) {
        return ResultRow.count(
                ResultRow.item("file", written.file().toString(), "kind", written.kind()),
                "rows",
                written.rows(),
                Map.of());
    }
}
