package org.safecommunity.cli.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
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

/** Takes files, or all files of a workspace, into a store. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "STORE", descriptionKey = "store")
    @SuppressWarnings("NullAway.Init")
    Path store;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", descriptionKey = "store-path")
    @SuppressWarnings("NullAway.Init")
    List<Path> paths;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "store-kind-option")
    @Nullable
    String kind;

    @Option(names = "--code-set", paramLabel = "ID", descriptionKey = "store-code-set")
    @Nullable
    String codeSet;

    @Option(names = "--complete", descriptionKey = "store-complete")
    boolean complete;

    @Option(names = "--personal-column", paramLabel = "COL", split = ",", descriptionKey = "store-personal-column")
    List<String> personalColumns = new ArrayList<>();

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "store-wait")
    int wait = 60;

    @Override
    public Integer call() {
        if (wait < 0 || wait > 86_400) {
            throw UserError.usage("error.store-wait", wait);
        }
        Path folder = store.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw UserError.usage("error.output-folder", store, String.valueOf(folder));
        }
        paths.forEach(PathImport::requireThere);
        try (StoreFile file = StoreFile.forWriting(store, wait)) {
            StoreIntake intake =
                    new StoreIntake(file, Clock.systemUTC(), complete, new LinkedHashSet<>(personalColumns));
            PathImport run = new PathImport(store, intake, kind, codeSet, common);
            UserError failure = null;
            try {
                paths.forEach(run::take);
            } catch (UserError e) {
                failure = e;
            }
            if (failure != null && intake.outcomes().isEmpty()) {
                throw failure;
            }
            print(intake.outcomes(), run.remarks());
            if (failure != null) {
                throw failure;
            }
            boolean refused =
                    intake.outcomes().stream().anyMatch(done -> done.entry().refused() > 0);
            return run.hasFaults() || (common.strict() && refused) ? ExitCode.FINDINGS : ExitCode.OK;
        }
    }

    private void print(List<ImportOutcome> outcomes, List<Remark> remarks) {
        List<ResultRow> rows = new ArrayList<>();
        List<InputProvenance> inputs = new ArrayList<>();
        for (ImportOutcome outcome : outcomes) {
            rows.add(row(outcome));
            JournalEntry entry = outcome.entry();
            inputs.add(
                    new InputProvenance(entry.file(), entry.sha256(), entry.total(), entry.used(), entry.refused(), 0));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("store", store.toString());
        options.put("kind", kind);
        options.put("codeSet", codeSet);
        options.put("complete", complete);
        options.put("personalColumn", personalColumns);
        Printer.print(new Envelope("store import", rows, remarks, inputs, options), common, spec, Format.TABLE);
    }

    private static ResultRow row(ImportOutcome outcome) {
        JournalEntry entry = outcome.entry();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("used", entry.used());
        details.put("refused", entry.refused());
        details.put("new", outcome.added());
        details.put("changed", outcome.changed());
        details.put("unchanged", outcome.unchanged());
        details.put("withdrawn", outcome.withdrawn());
        if (!entry.codeSet().isEmpty()) {
            details.put("codeSet", entry.codeSet());
        }
        details.put("state", outcome.known() ? "known" : "imported");
        return ResultRow.count(
                ResultRow.item("file", entry.file(), "kind", entry.kind().toLowerCase(Locale.ROOT)),
                "rows",
                entry.total(),
                details);
    }
}
