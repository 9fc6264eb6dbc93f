package org.safecommunity.cli.workspace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableFiles;
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
        Optional<RegisterKind> register = RegisterReader.kindOf(path);
        RowFindings findings = new RowFindings(file.name());
        if (register.isPresent()) {
            RegisterReader.read(file, register.get(), findings, null);
            return new WorkspaceTable(findings, findings.provenance(file));
        }
        return read(file, kindOf(file), defaultCodeSet(), today, null);
    }

    /**
     * Reads a table for the intake.
     *
     * @param path    the file
     * @param kind    kind of the table; null to tell it by file name and headings
     * @param codeSet id of the code set of injuries; null for the one the profile names
     * @param profile what the store says of its tables
     * @param options charset
     * @param today   no event may be after this day
     * @param intake  what takes the rows
     * @throws UserError (exit 2) if the kind or the code set is not known; (exit 3) if the file cannot be read
     */
    public static WorkspaceTable take(
            Path path,
            @Nullable String kind,
            @Nullable String codeSet,
            StoredProfile profile,
            CommonOptions options,
            LocalDate today,
            TableIntake intake) {
        InputFile file = InputFile.open(path.toString(), options.charset());
        String name = String.valueOf(path.getFileName());
        Optional<RegisterKind> register = profile.registers().stream()
                .filter(known -> kind == null
                        ? TableFiles.isOf(name, known.file())
                        : known.id().equals(kind))
                .findFirst();
        if (register.isPresent()) {
            RowFindings findings = new RowFindings(file.name());
            RegisterReader.read(file, register.get(), findings, intake);
            return new WorkspaceTable(findings, findings.provenance(file));
        }
        DocumentKind known = kind == null ? kindOf(file) : kind(kind, profile);
        return read(file, known, known == DocumentKind.INJURIES ? codeSet(codeSet, profile) : null, today, intake);
    }

    private static WorkspaceTable read(
            InputFile file, DocumentKind kind, @Nullable CodeSet codes, LocalDate today, @Nullable TableIntake intake) {
        RowFindings findings = new RowFindings(file.name());
        TableReaders readers = new TableReaders(today);
        try (RecordTable table = RecordTable.open(file, kind, null, findings)) {
            if (table.usable()) {
                table.passTo(intake, codes == null ? "" : codes.id(), () -> {
                    switch (kind) {
                        case POPULATION -> readers.population(table);
                        case ACCIDENTS -> readers.accidents(table);
                        case RISKS -> readers.risks(table);
                        case ELEMENTS -> readers.elements(table, Standard.aqt9001());
                        case SURVEY -> SurveyReader.read(table, List.of(), today);
                        case INJURIES ->
                            InjuryReader.read(table, requireNonNull(codes), today, intake == null, card -> {});
                    }
                });
            }
        }
        return new WorkspaceTable(findings, findings.provenance(file));
    }

    private static DocumentKind kind(String wanted, StoredProfile profile) {
        List<String> labels = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.label().equals(wanted)) {
                return kind;
            }
            labels.add(kind.label());
        }
        profile.registers().forEach(register -> labels.add(register.id()));
        String near = Nearest.of(wanted, labels);
        throw UserError.usage("error.store-kind", wanted, near.isEmpty() ? String.join(", ", labels) : near);
    }

    private static CodeSet codeSet(@Nullable String wanted, StoredProfile profile) {
        String ids = profile.codeSets().stream().map(CodeSet::id).collect(Collectors.joining(", "));
        String id = wanted == null ? profile.codeSet().orElse(null) : wanted;
        if (id == null) {
            throw UserError.usage("error.code-set-missing", ids);
        }
        return profile.codeSets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(() -> UserError.usage("error.code-set-unknown", id, ids));
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
