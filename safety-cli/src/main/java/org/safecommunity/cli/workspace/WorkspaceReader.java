package org.safecommunity.cli.workspace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.StoredTable;
import org.safecommunity.cli.read.TableFiles;
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
import org.safecommunity.risk.register.RegisterForm;

/** Reads {@code community.yaml} and the tables it names. */
final class WorkspaceReader {
    private static final int LEAST_THRESHOLD = 2;
    /** Documents of a workspace that are read by others, beside the registers of the risk commands. */
    private static final List<String> FURTHER_DOCUMENTS =
            List.of(Procedure.FILE, "assessment.yaml", "assessment.yml", "assessment.json", "assessment.csv");

    private final WorkspaceSource source;
    private final @Nullable TableIntake intake;
    private final LocalDate today;
    private final TableReaders readers;
    private final Standard standard = Standard.aqt9001();
    private final Workspace.Tables content = new Workspace.Tables();
    private final WorkspaceDraft draft;

    private WorkspaceReader(WorkspaceSource source, @Nullable TableIntake intake, LocalDate today) {
        this.source = source;
        this.intake = intake;
        this.today = today;
        this.readers = new TableReaders(today);
        InputFile file = source.document(Workspace.FILE);
        this.draft = YamlFile.read(file, WorkspaceDraft.class, content.findings);
        content.inputs.add(new InputProvenance(Workspace.FILE, file.sha256(), 0, 0, 0, 0));
        take(file);
        for (Validation.Violation violation : Validation.instance().of(draft)) {
            content.findings.add(new Finding(
                    "invalid-value",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, violation.path()),
                    violation.message(),
                    Texts.both("finding.invalid-key.hint")));
        }
    }

    static Workspace read(Path path, CommonOptions options, LocalDate today) {
        try (WorkspaceSource source = WorkspaceSource.of(path, options.charset())) {
            source.requireWorkspace();
            WorkspaceReader reader = new WorkspaceReader(source, null, today);
            reader.requireThreshold();
            reader.readTables();
            reader.checkPopulationCoversYears();
            reader.checkProgramme(reader.readRegisters());
            reader.readProcedure();
            reader.content.findings.addAll(WorkspaceChecks.of(reader.draft, reader.content));
            return new Workspace(path, reader.draft, reader.content);
        }
    }

    /** Reads a folder for the intake; what one table says of another is not looked at. */
    static Workspace take(Path folder, CommonOptions options, LocalDate today, TableIntake intake) {
        WorkspaceSource source = new FolderSource(folder, options.charset());
        source.requireWorkspace();
        WorkspaceReader reader = new WorkspaceReader(source, intake, today);
        for (String name : FURTHER_DOCUMENTS) {
            if (source.hasDocument(name)) {
                reader.take(source.document(name));
            }
        }
        for (RegisterForm form : RegisterForm.bundled()) {
            TableFiles.of(folder, form.file()).stream().limit(1).forEach(name -> reader.take(source.document(name)));
        }
        reader.readTables();
        reader.readRegisters();
        return new Workspace(folder, reader.draft, reader.content);
    }

    private void take(InputFile document) {
        if (intake != null) {
            intake.document(document);
        }
    }

    /** The id of the code set of a table; empty where its kind has no codes. */
    private String codeSetOf(DocumentKind kind) {
        return kind == DocumentKind.INJURIES && content.codeSet != null ? content.codeSet.id() : "";
    }

    /** A threshold that is not there or means nothing must not end in a report that withholds nothing. */
    private void requireThreshold() {
        WorkspaceDraft.PublicationDraft publication = draft.publication();
        if (publication != null
                && (publication.suppressBelow() == null || publication.suppressBelow() < LEAST_THRESHOLD)) {
            throw UserError.input("error.suppress-below");
        }
    }

    private List<RegisterKind> readRegisters() {
        RegisterReader registers = new RegisterReader(source, intake, content);
        List<RegisterKind> kinds = registers.kinds();
        content.registers = registers.read(kinds);
        return kinds;
    }

    private void readProcedure() {
        CommunityDraft profile = draft.community();
        content.procedure = ProcedureReader.read(source, today, profile == null ? null : profile.started(), content);
    }

    private void checkProgramme(List<RegisterKind> kinds) {
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
                    CodedCounts counts = new CodedCounts(codes);
                    InjuryReader.read(table, codes, today, intake == null, card -> counts.add(card.injury()));
                    counts.finding(f).ifPresent(content.findings::add);
                    content.injuries = counts.counts();
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
        if (!inside(name, kind.label() + ".file")) {
            return;
        }
        RowFindings rows = new RowFindings(name);
        try {
            InputFile file = source.table(name, kind.label());
            if (file.charsetGuessed()) {
                content.findings.add(new Finding(
                        "charset-guessed",
                        Severity.INFO,
                        Location.of(name),
                        Texts.both("finding.charset-guessed", file.charset().name()),
                        Texts.both("finding.charset-guessed.hint")));
            }
            StoredTable stored = file.stored();
            try (RecordTable table = RecordTable.open(file, kind, stored == null ? columns : null, rows)) {
                if (table.usable() && table.passTo(intake, codeSetOf(kind), () -> reader.accept(table, rows))) {
                    if (stored != null) {
                        stored.recall(rows);
                    }
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

    /** Whether the file of a name is inside the workspace; a finding says when it is not. */
    private boolean inside(String name, String key) {
        if (!source.contains(name)) {
            content.findings.add(new Finding(
                    "outside-workspace",
                    Severity.ERROR,
                    new Location(Workspace.FILE, 0, key),
                    Texts.both("finding.outside-workspace", name),
                    Texts.both("finding.outside-workspace.hint")));
            return false;
        }
        return true;
    }

    private void findCodeSet(WorkspaceDraft.InjuriesDraft register) {
        List<CodeSet> known = new ArrayList<>(CodeSet.bundled());
        String own = register.codeSetFile();
        if (own != null) {
            if (!inside(own, "injuries.code-set-file")) {
                return;
            }
            try {
                InputFile file = source.document(own);
                known.add(YamlFile.read(file, CodeSet.class, content.findings));
                take(file);
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
