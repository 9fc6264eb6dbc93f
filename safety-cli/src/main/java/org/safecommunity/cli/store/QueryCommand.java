package org.safecommunity.cli.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.StoredTable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records of a store, or how many there are by group. Personal columns only when they are asked for. */
@Command(name = "query")
public final class QueryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "STORE", descriptionKey = "store")
    @SuppressWarnings("NullAway.Init")
    Path store;

    @Parameters(index = "1", paramLabel = "KIND", descriptionKey = "store-kind")
    @SuppressWarnings("NullAway.Init")
    String kind;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Option(names = "--by", paramLabel = "COL", split = ",", descriptionKey = "store-by")
    List<String> by = new ArrayList<>();

    @Option(names = "--history", descriptionKey = "store-history")
    boolean history;

    @Option(names = "--personal", descriptionKey = "store-personal")
    boolean personal;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "store-limit")
    long limit = Long.MAX_VALUE;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw UserError.usage("error.store-limit", limit);
        }
        try (StoreReader reader = new StoreReader(StoreFile.forReading(store.toString(), store))) {
            StoreTables.require(reader, kind);
            StoredTable table = StoreFault.guard(
                    store.toString(),
                    () -> history
                            ? new HistoryTable(reader.store(), kind, personal)
                            : reader.table(kind, personal ? Shown.WITH_PERSONAL : Shown.AS_FILE));
            InputFile input = InputFile.ofTable(store + "#" + kind, store, table);
            RecordOutput output = new RecordOutput(input, where, options(), common, spec);
            if (by.isEmpty()) {
                output.records(kind, limit);
            } else {
                output.counts(by, limit);
            }
            return ExitCode.OK;
        } catch (OutOfMemoryError e) {
            throw UserError.usage("error.store-memory", store, kind);
        }
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("kind", kind);
        options.put("where", where);
        options.put("by", by);
        options.put("history", history);
        options.put("personal", personal);
        options.put("limit", limit == Long.MAX_VALUE ? null : limit);
        return options;
    }
}
