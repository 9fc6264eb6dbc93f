package org.safecommunity.cli.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.StoredTable;
import org.safecommunity.cli.read.TableFiles;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.register.ColumnType;
import org.safecommunity.model.register.EntryCheck;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Reads the registers of a workspace: each kind lies in a file of its own name, as CSV or as a YAML or JSON list of entries.
 * A {@code registers.json} or {@code registers.yaml} in the folder adds kinds of the community's own.
 */
public final class RegisterReader {
    private static final List<String> OWN_KINDS = List.of("registers.json", "registers.yaml", "registers.yml");

    private final WorkspaceSource source;
    private final @Nullable TableIntake intake;
    private final Workspace.Tables content;

    RegisterReader(WorkspaceSource source, @Nullable TableIntake intake, Workspace.Tables content) {
        this.source = source;
        this.intake = intake;
        this.content = content;
    }

    /** The kinds that apply: the bundled ones and those of the workspace's own; a fault is a finding. */
    List<RegisterKind> kinds() {
        List<RegisterKind> kinds = new ArrayList<>(RegisterCatalogue.bundled().registers());
        for (String name : OWN_KINDS) {
            if (source.hasDocument(name)) {
                addOwn(name, kinds);
            }
        }
        return kinds;
    }

    private void addOwn(String name, List<RegisterKind> kinds) {
        try {
            InputFile file = source.document(name);
            RegisterCatalogue more = UserData.readOrThrow(file, (in, path) -> RegisterCatalogue.read(in, name));
            more.registers().forEach(kind -> {
                kinds.removeIf(known -> known.id().equals(kind.id()));
                kinds.add(kind);
            });
            if (intake != null) {
                intake.document(file);
            }
        } catch (InvalidDataException e) {
            e.findings().forEach(finding -> content.findings.add(finding.under(name, "")));
        } catch (UserError e) {
            content.findings.add(new Finding("unreadable-file", Severity.ERROR, Location.of(name), e.text(), e.hint()));
        }
    }

    /** The kind a file is by its name; empty when it is the file of no register. */
    static Optional<RegisterKind> kindOf(Path path) {
        String name = String.valueOf(path.getFileName());
        return RegisterCatalogue.bundled().registers().stream()
                .filter(kind -> TableFiles.isOf(name, kind.file()))
                .findFirst();
    }

    /** Reads the registers that are there. */
    List<Register> read(List<RegisterKind> kinds) {
        List<Register> registers = new ArrayList<>();
        for (RegisterKind kind : kinds) {
            List<String> names = source.tables(kind.file(), kind.id());
            if (names.isEmpty()) {
                continue;
            }
            content.findings.addAll(TableFiles.twice(names));
            String name = names.get(0);
            RowFindings rows = new RowFindings(name);
            try {
                InputFile file = source.table(name, kind.id());
                registers.add(read(file, kind, rows, intake));
                StoredTable stored = file.stored();
                if (stored != null) {
                    stored.recall(rows);
                }
                InputProvenance provenance = rows.provenance(file);
                content.inputs.add(provenance);
            } catch (UserError e) {
                content.findings.add(
                        new Finding("unreadable-file", Severity.ERROR, Location.of(name), e.text(), e.hint()));
            }
            content.rows.add(rows);
        }
        return registers;
    }

    /** Reads one register; a faulty entry is refused and named, the others stay. */
    static Register read(InputFile file, RegisterKind kind, RowFindings rows, @Nullable TableIntake intake) {
        List<RegisterEntry> entries = new ArrayList<>();
        try (TableReader table = TableReader.open(file, rows)) {
            Map<String, Integer> positions = positions(table, kind, rows);
            if (positions.isEmpty() && !table.isDocument()) {
                return new Register(kind, file.name(), entries);
            }
            if (intake == null) {
                entries(table, kind, positions, (entry, row) -> entries.add(entry));
            } else {
                take(table, kind, positions, intake);
            }
        }
        if (rows.rows() == 0 && intake == null) {
            rows.add(rows.finding("no-rows", Severity.WARNING, 0, ""));
        }
        return new Register(kind, file.name(), entries);
    }

    private static void take(TableReader table, RegisterKind kind, Map<String, Integer> positions, TableIntake intake) {
        TableIntake.Source source = new TableIntake.Source(
                kind.id(), kind.idColumn(), table.file(), table.header(), Map.copyOf(positions), "", table.findings());
        try (TableIntake.Rows into = intake.begin(source)) {
            if (into != null) {
                entries(table, kind, positions, (entry, row) -> into.row(row));
                into.end();
            }
        }
    }

    /** Checks the entries in turn and passes on those that can be used. */
    private static void entries(
            TableReader table,
            RegisterKind kind,
            Map<String, Integer> positions,
            BiConsumer<RegisterEntry, TableReader.Row> body) {
        RowFindings rows = table.findings();
        EntryCheck check = new EntryCheck(kind, table.file().name());
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            RegisterEntry entry = new RegisterEntry(row.line(), cells(row, kind, positions));
            List<Finding> findings = check.check(entry);
            findings.forEach(rows::refuse);
            if (findings.isEmpty() && !rows.isRefused(row.line())) {
                body.accept(entry, row);
            }
        }
    }

    /** Where each column stands, by its name or its label in either language; empty when a required one is missing. */
    private static Map<String, Integer> positions(TableReader table, RegisterKind kind, RowFindings rows) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        boolean complete = true;
        for (RegisterColumn column : kind.columns()) {
            for (String name :
                    List.of(column.name(), column.label().zh(), column.label().en())) {
                int position = table.header().indexOf(name);
                if (position >= 0 && !positions.containsKey(column.name())) {
                    positions.put(column.name(), position);
                }
            }
            if (column.required() && !positions.containsKey(column.name()) && !table.isDocument()) {
                complete = false;
                rows.add(rows.finding(
                        "missing-column",
                        Severity.ERROR,
                        1,
                        column.name(),
                        column.name(),
                        String.join(", ", table.header())));
            }
        }
        if (complete) {
            others(table, kind, positions, rows);
        }
        return complete ? positions : Map.of();
    }

    /**
     * Remarks on columns that are not used; one near to a column that is not there is probably it. In a document an entry
     * may have both, the wrong and the right key.
     */
    private static void others(TableReader table, RegisterKind kind, Map<String, Integer> positions, RowFindings rows) {
        List<String> candidates = kind.columns().stream()
                .map(RegisterColumn::name)
                .filter(name -> table.isDocument() || !positions.containsKey(name))
                .toList();
        int unused = 0;
        for (int i = 0; i < table.header().size(); i++) {
            if (!positions.containsValue(i)) {
                String near = Nearest.of(table.header().get(i), candidates);
                if (near.isEmpty()) {
                    unused++;
                } else {
                    rows.add(rows.finding("near-column", Severity.WARNING, 1, "", i + 1, near));
                }
            }
        }
        if (unused > 0) {
            rows.add(rows.finding("unused-column", Severity.INFO, 1, "", unused));
        }
    }

    private static Map<String, String> cells(TableReader.Row row, RegisterKind kind, Map<String, Integer> positions) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (RegisterColumn column : kind.columns()) {
            Integer position = positions.get(column.name());
            if (position != null) {
                cells.put(column.name(), plain(row.cell(position), column.type()));
            }
        }
        return cells;
    }

    /** A cell in the form the model reads: days as {@code 2024-06-30}, numbers in half-width digits. */
    private static String plain(String cell, ColumnType type) {
        if (type == ColumnType.DATE) {
            return Cells.date(cell)
                    .filter(date -> date.day() > 0)
                    .map(RegisterReader::iso)
                    .orElse(cell);
        }
        return type == ColumnType.TEXT ? cell : Cells.fold(cell);
    }

    private static String iso(EventDate date) {
        return LocalDate.of(date.year(), date.month(), date.day()).toString();
    }
}
