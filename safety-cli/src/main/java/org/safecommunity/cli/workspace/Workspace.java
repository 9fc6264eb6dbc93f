package org.safecommunity.cli.workspace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.programme.CommunityDraft;
import org.safecommunity.model.programme.Coverage;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.programme.PopulationKind;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.register.RiskEntry;

/**
 * The folder of a community, read. Whatever can be read is there; everything that cannot is a finding. Injury records are
 * counted as they pass and not kept.
 */
public final class Workspace {
    /** Name of the file that describes a workspace. */
    public static final String FILE = "community.yaml";

    private final Path folder;
    private final CommonOptions options;
    private final Readers readers;
    private final Standard standard = Standard.aqt9001();
    private final List<Finding> findings = new ArrayList<>();
    private final List<RowFindings> tables = new ArrayList<>();
    private final List<InputProvenance> inputs = new ArrayList<>();
    private final WorkspaceDraft draft;
    private final @Nullable Community community;
    private List<PopulationCell> population = List.of();
    private @Nullable InjuryCounts injuries;
    private @Nullable CodeSet codeSet;
    private List<AccidentRecord> accidents = List.of();
    private List<RiskEntry> risks = List.of();
    private List<ElementState> elements = List.of();
    private List<QuestionCounts> survey = List.of();

    private Workspace(Path folder, CommonOptions options, LocalDate today) {
        this.folder = folder;
        this.options = options;
        this.readers = new Readers(today);
        InputFile file = InputFile.open(FILE, folder.resolve(FILE), options.charset());
        this.draft = YamlFile.read(file, WorkspaceDraft.class, findings);
        inputs.add(new InputProvenance(FILE, file.sha256(), 0, 0, 0, 0));
        for (Validation.Violation violation : Validation.instance().of(draft)) {
            findings.add(new Finding(
                    "invalid-value",
                    Severity.ERROR,
                    new Location(FILE, 0, violation.path()),
                    violation.message(),
                    Texts.both("finding.invalid-key.hint")));
        }
        CommunityDraft profile = draft.community();
        this.community = profile == null || profile.name() == null || profile.type() == null ? null : profile.toModel();
    }

    /**
     * Reads a workspace.
     *
     * @throws UserError (exit 3) if the folder or its {@code community.yaml} cannot be read
     */
    public static Workspace read(Path folder, CommonOptions options, LocalDate today) {
        if (!Files.isDirectory(folder)) {
            throw Files.exists(folder)
                    ? UserError.input("error.not-folder", folder)
                    : UserError.input("error.no-folder", folder);
        }
        if (!Files.exists(folder.resolve(FILE))) {
            throw UserError.input("error.no-workspace", folder);
        }
        Workspace workspace = new Workspace(folder, options, today);
        workspace.readTables();
        return workspace;
    }

    /** The day it is in China, whose time zone the records are in. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private void readTables() {
        WorkspaceDraft.PopulationDraft people = draft.population();
        if (people != null && people.file() != null) {
            table(DocumentKind.POPULATION, people.file(), people.columns(), (table, f) -> {
                population = readers.population(table);
            });
        }
        WorkspaceDraft.InjuriesDraft register = draft.injuries();
        if (register != null && register.file() != null && register.codeSet() != null) {
            findCodeSet(register);
            CodeSet codes = codeSet;
            if (codes != null) {
                table(DocumentKind.INJURIES, register.file(), register.columns(), (table, f) -> {
                    InjuryCounts counts = new InjuryCounts();
                    readers.injuries(table, codes, card -> counts.add(card.injury()));
                    injuries = counts;
                });
            }
        }
        plain(DocumentKind.ACCIDENTS, draft.accidents(), (table, f) -> accidents = readers.accidents(table));
        plain(DocumentKind.RISKS, draft.risks(), (table, f) -> risks = readers.risks(table));
        plain(DocumentKind.ELEMENTS, draft.elements(), (table, f) -> elements = readers.elements(table, standard));
        WorkspaceDraft.SurveyDraft questionnaire = draft.survey();
        if (questionnaire != null && questionnaire.file() != null) {
            List<Question> questions = questions(questionnaire);
            table(DocumentKind.SURVEY, questionnaire.file(), null, (table, f) -> {
                survey = readers.survey(table, questions);
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
                findings.add(new Finding(
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
                        findings.add(rows.finding("no-rows", Severity.WARNING, 0, ""));
                    }
                }
            }
            inputs.add(rows.provenance(file));
        } catch (UserError e) {
            findings.add(new Finding("unreadable-file", Severity.ERROR, Location.of(name), e.text(), e.hint()));
        }
        tables.add(rows);
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
            findings.add(new Finding(
                    "outside-workspace",
                    Severity.ERROR,
                    new Location(FILE, 0, key),
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
                known.add(YamlFile.read(file, CodeSet.class, findings));
                inputs.add(new InputProvenance(own, file.sha256(), 0, 0, 0, 0));
            } catch (UserError e) {
                findings.add(new Finding("unreadable-file", Severity.ERROR, Location.of(own), e.text(), e.hint()));
            }
        }
        List<String> ids = known.stream().map(CodeSet::id).toList();
        String wanted = requireNonNull(register.codeSet());
        codeSet = known.stream()
                .filter(set -> set.id().equals(wanted))
                .findFirst()
                .orElse(null);
        if (codeSet == null) {
            String near = Nearest.of(wanted, ids);
            findings.add(new Finding(
                    "unknown-code-set",
                    Severity.ERROR,
                    new Location(FILE, 0, "injuries.code-set"),
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
                findings.add(new Finding(
                        "unknown-question-kind",
                        Severity.ERROR,
                        new Location(FILE, 0, "survey.questions"),
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
        if (people != null && people.standard() != null && standardPopulation().isEmpty()) {
            String near = Nearest.of(people.standard(), StandardPopulation.ids());
            findings.add(new Finding(
                    "unknown-standard-population",
                    Severity.ERROR,
                    new Location(FILE, 0, "population.standard"),
                    Texts.both("finding.unknown-standard-population", people.standard()),
                    Texts.both(
                            "finding.unknown-standard-population.hint",
                            near.isEmpty() ? String.join(", ", StandardPopulation.ids()) : near)));
        }
    }

    /** A year, sex and age of the register without population is a stratum without person-time: it is named. */
    private void checkPopulationCoversYears() {
        WorkspaceDraft.PopulationDraft people = draft.population();
        if (injuries == null || population.isEmpty() || people == null || people.file() == null) {
            return;
        }
        for (InjuryCounts.Cell cell : injuries.byCell().keySet()) {
            boolean known = cell.ageLow() >= 0 && cell.sex() != org.safecommunity.model.Sex.UNKNOWN;
            boolean there = population.stream()
                    .anyMatch(p -> p.year() == cell.year()
                            && p.sex() == cell.sex()
                            && p.ageGroup().equals(cell.ageGroup())
                            && p.persons() > 0);
            if (known && !there) {
                findings.add(new Finding(
                        "stratum-without-population",
                        Severity.ERROR,
                        Location.of(people.file()),
                        Texts.both(
                                "finding.stratum-without-population",
                                cell.year(),
                                cell.sex().label(),
                                cell.ageGroup()),
                        Texts.both("finding.stratum-without-population.hint")));
            }
        }
    }

    /** Folder of the workspace. */
    public Path folder() {
        return folder;
    }

    /** The community; empty when its description is not complete. */
    public Optional<Community> community() {
        return Optional.ofNullable(community);
    }

    /** Which people the population counts. */
    public Optional<PopulationKind> populationKind() {
        return Optional.ofNullable(draft.population()).map(WorkspaceDraft.PopulationDraft::kind);
    }

    /** Day the population figure refers to. */
    public Optional<LocalDate> populationDate() {
        return Optional.ofNullable(draft.population()).map(WorkspaceDraft.PopulationDraft::date);
    }

    /** Total person-years where only they are known. */
    public Optional<Double> personYears() {
        return Optional.ofNullable(draft.population()).map(WorkspaceDraft.PopulationDraft::personYears);
    }

    /** Where the total person-years come from. */
    public Optional<LocalText> personYearsSource() {
        return Optional.ofNullable(draft.population()).map(WorkspaceDraft.PopulationDraft::personYearsSource);
    }

    /** Standard population the community chose. */
    public Optional<StandardPopulation> standardPopulation() {
        return Optional.ofNullable(draft.population())
                .map(WorkspaceDraft.PopulationDraft::standard)
                .flatMap(StandardPopulation::find);
    }

    /** What the injury register covers. */
    public Coverage coverage() {
        WorkspaceDraft.InjuriesDraft register = draft.injuries();
        return register == null || register.coverage() == null ? Coverage.UNKNOWN : register.coverage();
    }

    /** A remark on the coverage. */
    public Optional<LocalText> coverageNote() {
        return Optional.ofNullable(draft.injuries()).map(WorkspaceDraft.InjuriesDraft::coverageNote);
    }

    /** What one record of the register is called, e.g. "injuries". */
    public LocalText eventName() {
        return Optional.ofNullable(draft.injuries())
                .map(WorkspaceDraft.InjuriesDraft::eventName)
                .orElse(new LocalText("injuries", "伤害"));
    }

    /** Population by year, sex and age band; may be empty. */
    public List<PopulationCell> population() {
        return population;
    }

    /** Counts of the injury register. */
    public Optional<InjuryCounts> injuries() {
        return Optional.ofNullable(injuries);
    }

    /** Code set of the injury register. */
    public Optional<CodeSet> codeSet() {
        return Optional.ofNullable(codeSet);
    }

    /** Accidents; may be empty. */
    public List<AccidentRecord> accidents() {
        return accidents;
    }

    /** Risk register; may be empty. */
    public List<RiskEntry> risks() {
        return risks;
    }

    /** State of the elements; may be empty. */
    public List<ElementState> elements() {
        return elements;
    }

    /** Answers to the survey; may be empty. */
    public List<QuestionCounts> survey() {
        return survey;
    }

    /** How the sample of the survey was drawn, as the workspace says. */
    public String surveyDesign() {
        return Optional.ofNullable(draft.survey())
                .map(WorkspaceDraft.SurveyDraft::design)
                .orElse("");
    }

    /** A sentence about the survey. */
    public Optional<LocalText> surveyAbout() {
        return Optional.ofNullable(draft.survey()).map(WorkspaceDraft.SurveyDraft::about);
    }

    /** The standard the community works by. */
    public Standard standard() {
        return standard;
    }

    /** All findings, in order of place. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        tables.forEach(table -> all.addAll(table.findings()));
        Collections.sort(all);
        return all;
    }

    /** Findings per file and code beyond those kept, for the count in messages. */
    public List<RowFindings> tables() {
        return Collections.unmodifiableList(tables);
    }

    /** Files read, with checksum and counts. */
    public List<InputProvenance> inputs() {
        return Collections.unmodifiableList(inputs);
    }
}
