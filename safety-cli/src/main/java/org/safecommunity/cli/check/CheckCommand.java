package org.safecommunity.cli.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.cli.workspace.WorkspaceTable;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks workspaces, or single tables whose kind is told by their headings. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    @SuppressWarnings("NullAway.Init")
    List<Path> paths;

    @Override
    public Integer call() {
        Locale locale = common.locale();
        List<Finding> findings = new ArrayList<>();
        List<Envelope.InputProvenance> inputs = new ArrayList<>();
        List<RowFindings> tables = new ArrayList<>();
        for (Path path : paths) {
            Path folder = folderOf(path);
            if (folder == null) {
                WorkspaceTable table = WorkspaceTable.check(path, common, Workspace.today());
                findings.addAll(table.findings().findings());
                tables.add(table.findings());
                inputs.add(table.provenance());
            } else {
                CheckedWorkspace checked = CheckedWorkspace.read(folder, common, Workspace.today());
                findings.addAll(checked.findings());
                tables.addAll(checked.workspace().tables());
                inputs.addAll(checked.inputs());
            }
        }
        List<ResultRow> rows =
                findings.stream().map(f -> FindingRows.of(f, locale)).toList();
        if (common.format(Format.TABLE) == Format.TABLE) {
            Printer.write(
                    FindingRows.report(findings, inputs, locale),
                    common.output(),
                    spec.commandLine().getOut());
        } else {
            Printer.print(
                    new Envelope("check", rows, beyondKept(tables, locale), inputs, Map.of()),
                    common,
                    spec,
                    Format.TABLE);
        }
        return findings.stream().anyMatch(f -> f.severity() != Severity.INFO) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static List<Remark> beyondKept(List<RowFindings> tables, Locale locale) {
        List<Remark> remarks = new ArrayList<>();
        tables.forEach(table -> remarks.addAll(table.notKept(locale)));
        return remarks;
    }

    /** The workspace a path means: a folder, a store, or a {@code community.yaml}; null for another file. */
    private static @org.jspecify.annotations.Nullable Path folderOf(Path path) {
        if (Files.isDirectory(path) || DataStore.isStore(path)) {
            return path;
        }
        Path name = path.getFileName();
        if (name != null && name.toString().equals(Workspace.FILE)) {
            Path parent = path.toAbsolutePath().getParent();
            if (parent == null) {
                throw UserError.input("error.no-file", path);
            }
            return parent;
        }
        return null;
    }
}
