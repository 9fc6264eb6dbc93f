package org.safecommunity.cli.workspace;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.programme.CommunityDraft;
import org.safecommunity.model.register.ProgrammeCheck;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Reads {@code community.yaml} and the tables it names. */
final class WorkspaceReader {
    private static final int LEAST_THRESHOLD = 2;

    private final Path folder;
    private final CommonOptions options;
    private final LocalDate today;
    private final TableReaders readers;
    private final Standard standard = Standard.aqt9001();
    private final Workspace.Tables content = new Workspace.Tables();
    private final WorkspaceDraft draft;

    private WorkspaceReader(Path folder, CommonOptions options, LocalDate today) {
        this.folder = folder;
        this.options = options;
        this.today = today;
        this.readers = new TableReaders(today);
        InputFile file = InputFile.open(Workspace.FILE, folder.resolve(Workspace.FILE), options.charset());
        this.draft = YamlFile.read(file, WorkspaceDraft.class, content.findings);
        content.inputs.add(new InputProvenance(Workspace.FILE, file.sha256(), 0, 0, 0, 0));
        for (Validation.Violation violation : Validation.instance().of(draft)) {
            content.findings.add(new Finding(
                    "invalid-value",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, violation.path()),
                    violation.message(),
                    Texts.both("finding.invalid-key.hint")));
        }
    }

    static Workspace read(Path folder, CommonOptions options, LocalDate today) {
        requireWorkspace(folder);
        WorkspaceReader reader = new WorkspaceReader(folder, options, today);
        reader.requireThreshold();
        reader.readTables();
        reader.readRegisters();
        CommunityDraft profile = reader.draft.community();
        reader.content.procedure = ProcedureReader.read(
                folder, options.charset(), today, profile == null ? null : profile.started(), reader.content);
        reader.content.findings.addAll(WorkspaceChecks.of(reader.draft, reader.content));
        return new Workspace(folder, reader.draft, reader.content);
    }

    private static void requireWorkspace(Path folder) {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().normalize().getParent();
            String near = near(parent, String.valueOf(folder.getFileName()), true);
            throw near.isEmpty()
                    ? UserError.input("error.no-folder", folder)
                    : UserError.input("error.no-folder-near", folder, near);
        }
        if (!Files.isDirectory(folder)) {
            throw UserError.input("error.not-folder", folder);
        }
        if (!Files.exists(folder.resolve(Workspace.FILE))) {
            String near = near(folder, Workspace.FILE, false);
            throw near.isEmpty()
                    ? UserError.input("error.no-workspace", folder)
                    : UserError.input("error.no-workspace-near", folder, near);
        }
    }

    /** Folders or files whose name is near to the one wanted. */
    private static String near(@Nullable Path folder, String wanted, boolean folders) {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return Nearest.of(
                    wanted,
                    entries.filter(entry -> Files.isDirectory(entry) == folders)
                            .map(entry -> String.valueOf(entry.getFileName()))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            return "";
        }
    }

    /** A threshold that is not there or means nothing must not end in a report that withholds nothing. */
    private void requireThreshold() {
        WorkspaceDraft.PublicationDraft publication = draft.publication();
        if (publication != null
                && (publication.suppressBelow() == null || publication.suppressBelow() < LEAST_THRESHOLD)) {
            throw UserError.input("error.suppress-below");
        }
    }

    private void readRegisters() {
        List<RegisterKind> kinds = RegisterReader.kinds(folder, content.findings);
        content.registers = RegisterReader.read(folder, kinds, options, content);
        CommunityDraft profile = draft.community();
        content.findings.addAll(
                ProgrammeCheck.check(kinds, content.registers, profile == null ? null : profile.type(), today));
    }

    private void readTables() {
        WorkspaceDraft.PopulationDraft people = draft.population();
        if (people != null && people.file() != null) {
            table(DocumentKind.POPULATION, people.file(), people.columns(), (table, f) -> {
                content.population = readers.population(table);
            });
        }
        WorkspaceDraft.InjuriesDraft register = draft.injuries();
        if (register != null && register.file() != null && register.codeSet() != null) {
            findCodeSet(register);
            CodeSet codes = content.codeSet;
            if (codes != null) {
                table(DocumentKind.INJURIES, register.file(), register.columns(), (table, f) -> {
                    InjuryCounts counts = new InjuryCounts();
                    InjuryReader.read(table, codes, today, card -> counts.add(card.injury()));
                    content.injuries = counts;
                });
            }
        }
        plain(DocumentKind.ACCIDENTS, draft.accidents(), (table, f) -> content.accidents = readers.accidents(table));
        plain(DocumentKind.RISKS, draft.risks(), (table, f) -> content.risks = readers.risks(table));
        plain(
                DocumentKind.ELEMENTS,
                draft.elements(),
                (table, f) -> content.elements = readers.elements(table, standard));
        WorkspaceDraft.SurveyDraft questionnaire = draft.survey();
        if (questionnaire != null && questionnaire.file() != null) {
            List<Question> questions = questions(questionnaire);
            table(DocumentKind.SURVEY, questionnaire.file(), null, (table, f) -> {
                content.survey = SurveyReader.read(table, questions, today);
            });
        }
        checkStandardPopulation();
        checkPopulationCoversYears();
    }

    private void plain(
            DocumentKind kind, WorkspaceDraft.@Nullable FileDraft file, BiConsumer<RecordTable, RowFindings> reader) {
        if (file != null && file.file() != null) {
            table(kind, file.file(), file.columns(), reader);
        }
    }

    private void table(
            DocumentKind kind,
            String name,
            @Nullable Map<String, String> columns,
            BiConsumer<RecordTable, RowFindings> reader) {
        Path path = inside(name, kind.label() + ".file");
        if (path == null) {
            return;
        }
        RowFindings rows = new RowFindings(name);
        try {
            InputFile file = InputFile.open(name, path, options.charset());
            if (file.charsetGuessed()) {
                content.findings.add(new Finding(
                        "charset-guessed",
                        Severity.INFO,
                        Location.of(name),
                        Texts.both("finding.charset-guessed", file.charset().name()),
                        Texts.both("finding.charset-guessed.hint")));
            }
            try (RecordTable table = RecordTable.open(file, kind, columns, rows)) {
                if (table.usable()) {
                    reader.accept(table, rows);
                    if (rows.rows() == 0) {
                        content.findings.add(rows.finding("no-rows", Severity.WARNING, 0, ""));
                    }
                }
            }
            content.inputs.add(rows.provenance(file));
        } catch (UserError e) {
            content.findings.add(new Finding("unreadable-file", Severity.ERROR, Location.of(name), e.text(), e.hint()));
        }
        content.rows.add(rows);
    }

    /** The file of a name, or null with a finding when it is not inside the workspace. */
    private @Nullable Path inside(String name, String key) {
        Path root = folder.toAbsolutePath().normalize();
        Path path;
        try {
            path = root.resolve(name).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            path = root;
        }
        boolean inside = path.startsWith(root) && !path.equals(root) && staysInside(root, path);
        if (!inside) {
            content.findings.add(new Finding(
                    "outside-workspace",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, key),
                    Texts.both("finding.outside-workspace", name),
                    Texts.both("finding.outside-workspace.hint")));
            return null;
        }
        return path;
    }

    /** Whether the file is still inside once symbolic links are followed. */
    private static boolean staysInside(Path root, Path path) {
        try {
            return !Files.exists(path) || path.toRealPath().startsWith(root.toRealPath());
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private void findCodeSet(WorkspaceDraft.InjuriesDraft register) {
        List<CodeSet> known = new ArrayList<>(CodeSet.bundled());
        String own = register.codeSetFile();
        if (own != null) {
            Path path = inside(own, "injuries.code-set-file");
            if (path == null) {
                return;
            }
            try {
                InputFile file = InputFile.open(own, path, options.charset());
                known.add(YamlFile.read(file, CodeSet.class, content.findings));
                content.inputs.add(new InputProvenance(own, file.sha256(), 0, 0, 0, 0));
            } catch (UserError e) {
                content.findings.add(
                        new Finding("unreadable-file", Severity.ERROR, Location.of(own), e.text(), e.hint()));
            }
        }
        List<String> ids = known.stream().map(CodeSet::id).toList();
        String wanted = requireNonNull(register.codeSet());
        content.codeSet = known.stream()
                .filter(set -> set.id().equals(wanted))
                .findFirst()
                .orElse(null);
        if (content.codeSet == null) {
            String near = Nearest.of(wanted, ids);
            content.findings.add(new Finding(
                    "unknown-code-set",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, "injuries.code-set"),
                    Texts.both("finding.unknown-code-set", wanted),
                    Texts.both("finding.unknown-code-set.hint", near.isEmpty() ? String.join(", ", ids) : near)));
        }
    }

    private List<Question> questions(WorkspaceDraft.SurveyDraft questionnaire) {
        List<Question> questions = new ArrayList<>();
        List<WorkspaceDraft.QuestionDraft> drafts = questionnaire.questions();
        for (WorkspaceDraft.QuestionDraft q : drafts == null ? List.<WorkspaceDraft.QuestionDraft>of() : drafts) {
            if (q.column() == null
                    || q.text() == null
                    || q.kind() == null
                    || q.positive() == null
                    || q.options() == null) {
                continue; // the validator has said so
            }
            if (!q.kind().equals("knowledge") && !q.kind().equals("satisfaction")) {
                content.findings.add(new Finding(
                        "unknown-question-kind",
                        Severity.ERROR,
                        new Location(Workspace.FILE, 0, "survey.questions"),
                        Texts.both("finding.unknown-question-kind", q.kind()),
                        Texts.both("finding.unknown-question-kind.hint")));
                continue;
            }
            questions.add(new Question(q.column(), q.text(), q.kind(), q.positive(), q.options()));
        }
        return questions;
    }

    private void checkStandardPopulation() {
        WorkspaceDraft.PopulationDraft people = draft.population();
        if (people != null
                && people.standard() != null
                && StandardPopulation.find(people.standard()).isEmpty()) {
            String near = Nearest.of(people.standard(), StandardPopulation.ids());
            content.findings.add(new Finding(
                    "unknown-standard-population",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, "population.standard"),
                    Texts.both("finding.unknown-standard-population", people.standard()),
                    Texts.both(
                            "finding.unknown-standard-population.hint",
                            near.isEmpty() ? String.join(", ", StandardPopulation.ids()) : near)));
        }
    }

    /** A year, sex and age of the register without population is a stratum without person-time: it is named. */
    private void checkPopulationCoversYears() {
        WorkspaceDraft.PopulationDraft people = draft.population();
        InjuryCounts injuries = content.injuries;
        if (injuries == null || content.population.isEmpty() || people == null || people.file() == null) {
            return;
        }
        for (InjuryCounts.Cell cell : injuries.byCell().keySet()) {
            boolean known = cell.ageLow() >= 0 && cell.sex() != Sex.UNKNOWN;
            boolean there = content.population.stream()
                    .anyMatch(p -> p.year() == cell.year()
                            && p.sex() == cell.sex()
                            && p.ageGroup().equals(cell.ageGroup())
                            && p.persons() > 0);
            if (known && !there) {
                content.findings.add(new Finding(
                        "stratum-without-population",
                        Severity.ERROR,
                        Location.of(people.file()),
                        new LocalText(
                                Texts.get(
                                        Locale.ENGLISH,
                                        "finding.stratum-without-population",
                                        cell.year(),
                                        cell.sex().title().en(),
                                        cell.ageGroup()),
                                Texts.get(
                                        Locale.CHINESE,
                                        "finding.stratum-without-population",
                                        cell.year(),
                                        cell.sex().title().zh(),
                                        cell.ageGroup())),
                        Texts.both("finding.stratum-without-population.hint")));
            }
        }
    }
}
