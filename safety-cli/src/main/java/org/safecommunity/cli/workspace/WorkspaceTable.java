package org.safecommunity.cli.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.standard.Standard;

/**
 * A single table checked outside a workspace; its headings tell its kind.
 *
 * @param findings   what was found
 * @param provenance file with checksum and counts
 */
public record WorkspaceTable(RowFindings findings, InputProvenance provenance) {
    /** Code set assumed for an injury table that stands alone: the later card. */
    private static final String DEFAULT_CODE_SET = "NISS-B";

    /** Checks a table. */
    public static WorkspaceTable check(Path path, CommonOptions options, LocalDate today) {
        InputFile file = InputFile.open(path.toString(), options.charset());
        RowFindings findings = new RowFindings(file.name());
        Optional<RegisterKind> register = RegisterReader.kindOf(path);
        if (register.isPresent()) {
            RegisterReader.read(file, register.get(), findings);
            return new WorkspaceTable(findings, findings.provenance(file));
        }
        DocumentKind kind = kindOf(file);
        TableReaders readers = new TableReaders(today);
        try (RecordTable table = RecordTable.open(file, kind, null, findings)) {
            if (!table.usable()) {
                return new WorkspaceTable(findings, findings.provenance(file));
            }
            switch (kind) {
                case POPULATION -> readers.population(table);
                case ACCIDENTS -> readers.accidents(table);
                case RISKS -> readers.risks(table);
                case ELEMENTS -> readers.elements(table, Standard.aqt9001());
                default -> InjuryReader.read(table, defaultCodeSet(), today, card -> {});
            }
        }
        return new WorkspaceTable(findings, findings.provenance(file));
    }

    /** The kind all of whose required columns are there; with several, the one that knows most of the headings. */
    private static DocumentKind kindOf(InputFile file) {
        List<String> header;
        try (TableReader table = TableReader.open(file, new RowFindings(file.name()))) {
            header = table.header();
        }
        DocumentKind best = null;
        long bestKnown = 0;
        for (DocumentKind kind : DocumentKind.values()) {
            List<DocumentKind.Column> columns = kind.columns();
            boolean complete =
                    columns.stream().filter(DocumentKind.Column::required).allMatch(c -> in(header, c));
            long known = columns.stream().filter(c -> in(header, c)).count();
            if (complete && kind != DocumentKind.SURVEY && known > bestKnown) {
                best = kind;
                bestKnown = known;
            }
        }
        if (best == null) {
            throw UserError.input(
                    "error.unknown-table",
                    file.name(),
                    Arrays.stream(DocumentKind.values())
                            .filter(kind -> kind != DocumentKind.SURVEY)
                            .map(kind -> kind.label() + " ("
                                    + kind.columns().stream()
                                            .filter(DocumentKind.Column::required)
                                            .map(DocumentKind.Column::name)
                                            .collect(Collectors.joining(", "))
                                    + ")")
                            .collect(Collectors.joining("; ")));
        }
        return best;
    }

    private static boolean in(List<String> header, DocumentKind.Column column) {
        return header.contains(column.name()) || column.synonyms().stream().anyMatch(header::contains);
    }

    private static CodeSet defaultCodeSet() {
        return CodeSet.bundled().stream()
                .filter(set -> set.id().equals(DEFAULT_CODE_SET))
                .findFirst()
                .orElseThrow();
    }
}
