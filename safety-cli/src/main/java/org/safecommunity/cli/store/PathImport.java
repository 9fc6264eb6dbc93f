package org.safecommunity.cli.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.check.FindingRows;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableFiles;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.StoredProfile;
import org.safecommunity.cli.workspace.TableIntake;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.cli.workspace.WorkspaceTable;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

/** Gives the files behind a path to an intake: a workspace with all it names, a document or one table. */
final class PathImport {
    private static final Pattern DOCUMENT = Pattern.compile("(?i).+\\.(ya?ml|json)");

    private final Path store;
    private final StoreIntake intake;
    private final @Nullable String kind;
    private final @Nullable String codeSet;
    private final CommonOptions common;
    private final Locale locale;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean faults;

    PathImport(Path store, StoreIntake intake, @Nullable String kind, @Nullable String codeSet, CommonOptions common) {
        this.store = store;
        this.intake = intake;
        this.kind = kind;
        this.codeSet = codeSet;
        this.common = common;
        this.locale = common.locale();
    }

    /** Refuses a path that is not there before anything is written. */
    static void requireThere(Path path) {
        String name = path.toString();
        if (!Files.exists(path) && name.indexOf('#') < 0 && !name.equals("-")) {
            InputFile.open(name, path, null);
        }
    }

    /**
     * Takes what is at a path.
     *
     * @throws UserError (exit 2 or 3) if it cannot be taken
     */
    void take(Path path) {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            workspace(path);
        } else if (name.equals(Workspace.FILE)) {
            Path parent = path.toAbsolutePath().getParent();
            workspace(parent == null ? path : parent);
        } else if (kind == null && DOCUMENT.matcher(name).matches() && !isRegister(name)) {
            intake.document(InputFile.open(name, path, common.charset()));
        } else {
            table(path);
        }
    }

    /** Whether a document is a register written as a list of entries. */
    private static boolean isRegister(String name) {
        return RegisterCatalogue.bundled().registers().stream().anyMatch(kind -> TableFiles.isOf(name, kind.file()));
    }

    private void workspace(Path folder) {
        Workspace workspace = Workspace.take(folder, common, Workspace.today(), intake);
        workspace.tables().forEach(this::tell);
        List<Finding> ofRows =
                workspace.tables().stream().flatMap(t -> t.findings().stream()).toList();
        for (Finding finding : workspace.findings()) {
            if (!ofRows.contains(finding) && finding.severity() != Severity.INFO) {
                remarks.add(new Remark(finding.code(), FindingRows.line(finding, locale)));
                faults |= finding.severity() == Severity.ERROR;
            }
        }
    }

    private void table(Path path) {
        int before = intake.outcomes().size();
        StoredProfile profile;
        try (StoreReader reader = new StoreReader(StoreFile.forReading(store.toString(), store))) {
            profile = StoredProfile.of(reader, store);
        }
        WorkspaceTable table =
                WorkspaceTable.take(path, kind, codeSet, profile, common, Workspace.today(), new WithRows(intake));
        tell(table.findings());
        if (intake.outcomes().size() == before) {
            String first = remarks.isEmpty() ? "" : " " + remarks.get(0).message();
            throw UserError.input(
                    "error.no-row",
                    path,
                    table.findings().rows(),
                    table.findings().refused(),
                    first);
        }
    }

    /** A table of which no row can be used is not taken, so that it ends as an error and leaves nothing behind. */
    private record WithRows(StoreIntake intake) implements TableIntake {
        @Override
        public void document(InputFile file) {
            intake.document(file);
        }

        @Override
        public @Nullable Rows begin(Source source) {
            Rows rows = intake.begin(source);
            if (rows == null) {
                return null;
            }
            return new Rows() {
                @Override
                public void row(org.safecommunity.cli.read.TableReader.Row row) {
                    rows.row(row);
                }

                @Override
                public void end() {
                    if (source.findings().used() > 0) {
                        rows.end();
                    }
                }

                @Override
                public void close() {
                    rows.close();
                }
            };
        }
    }

    private void tell(RowFindings findings) {
        remarks.addAll(findings.remarks(locale));
        faults |= findings.used() == 0
                && findings.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** What a user should know: refused rows, files that could not be read. */
    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether a file could not be taken at all. */
    boolean hasFaults() {
        return faults;
    }
}
