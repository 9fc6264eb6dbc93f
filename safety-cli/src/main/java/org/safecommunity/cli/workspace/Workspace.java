package org.safecommunity.cli.workspace;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableFiles;
import org.safecommunity.cli.shell.CommonOptions;
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
import org.safecommunity.model.register.Register;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.register.RiskEntry;

/**
 * The folder of a community, read. Whatever can be read is there; everything that cannot is a finding. Injury records are
 * counted as they pass and not kept.
 */
public final class Workspace {
    /** Name of the file that describes a workspace. */
    public static final String FILE = "community.yaml";

    private final Path folder;
    private final WorkspaceDraft draft;
    private final Tables content;

    Workspace(Path folder, WorkspaceDraft draft, Tables content) {
        this.folder = folder;
        this.draft = draft;
        this.content = content;
    }

    /** What the tables of a workspace hold; filled by {@link WorkspaceReader}. */
    static final class Tables {
        final List<Finding> findings = new ArrayList<>();
        final List<RowFindings> rows = new ArrayList<>();
        final List<InputProvenance> inputs = new ArrayList<>();
        List<PopulationCell> population = List.of();

        @Nullable
        InjuryCounts injuries;

        @Nullable
        CodeSet codeSet;

        List<AccidentRecord> accidents = List.of();
        List<RiskEntry> risks = List.of();
        List<ElementState> elements = List.of();
        List<QuestionCounts> survey = List.of();
        List<Register> registers = List.of();
        Procedure procedure = Procedure.none();
    }

    /**
     * Reads a workspace.
     *
     * @param folder  folder with a {@code community.yaml}, or a store that holds one
     * @param options charset of the tables
     * @param today   day of the reading; an event after it is refused
     * @throws UserError (exit 3) if the folder or its {@code community.yaml} cannot be read
     */
    public static Workspace read(Path folder, CommonOptions options, LocalDate today) {
        return WorkspaceReader.read(folder, options, today);
    }

    /** The record that {@code community.yaml} is read into before it is checked; its schema follows from it. */
    public static Class<? extends Record> documentType() {
        return WorkspaceDraft.class;
    }

    /**
     * Reads the folder of a workspace for an intake, which gets its documents and the rows that are used. What one table
     * says of another is not looked at.
     *
     * @param folder  folder with a {@code community.yaml}
     * @param options charset of the tables
     * @param today   day of the reading; an event after it is refused
     * @param intake  what takes documents and rows
     * @throws UserError (exit 3) if the folder or its {@code community.yaml} cannot be read
     */
    public static Workspace take(Path folder, CommonOptions options, LocalDate today, TableIntake intake) {
        return WorkspaceReader.take(folder, options, today, intake);
    }

    /**
     * Names of the files of a risk register.
     *
     * @param path  folder or store of a workspace
     * @param usual usual name of the register's file
     */
    public static List<String> documents(Path path, String usual) {
        if (!DataStore.isStore(path)) {
            return TableFiles.of(path, usual);
        }
        try (WorkspaceSource source = WorkspaceSource.of(path, null)) {
            return TableFiles.names(usual).stream().filter(source::hasDocument).toList();
        }
    }

    /**
     * Opens a document.
     *
     * @param path    folder or store of a workspace
     * @param name    name of the document
     * @param charset charset of the file, null to find out
     * @throws UserError (exit 3) if it cannot be read
     */
    public static InputFile document(Path path, String name, @Nullable Charset charset) {
        try (WorkspaceSource source = WorkspaceSource.of(path, charset)) {
            return source.document(name);
        }
    }

    /** The day it is in China, whose time zone the records are in. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** Folder of the workspace. */
    public Path folder() {
        return folder;
    }

    /** The community; empty when its description is not complete. */
    public Optional<Community> community() {
        CommunityDraft profile = draft.community();
        return profile == null || profile.name() == null || profile.type() == null
                ? Optional.empty()
                : Optional.of(profile.toModel());
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
        return content.population;
    }

    /** Counts of the injury register. */
    public Optional<InjuryCounts> injuries() {
        return Optional.ofNullable(content.injuries);
    }

    /** Code set of the injury register. */
    public Optional<CodeSet> codeSet() {
        return Optional.ofNullable(content.codeSet);
    }

    /** Accidents; may be empty. */
    public List<AccidentRecord> accidents() {
        return content.accidents;
    }

    /** Risk register; may be empty. */
    public List<RiskEntry> risks() {
        return content.risks;
    }

    /** State of the elements; may be empty. */
    public List<ElementState> elements() {
        return content.elements;
    }

    /** Answers to the survey; may be empty. */
    public List<QuestionCounts> survey() {
        return content.survey;
    }

    /** Registers of the programme, such as goals and projects; may be empty. */
    public List<Register> registers() {
        return content.registers;
    }

    /** The certification procedure; without events where there is no {@code procedure.yaml} that can be read. */
    public Procedure procedure() {
        return content.procedure;
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

    /** Counts from 1 to below this are withheld from a report; 0 means that every count is shown. */
    public int suppressBelow() {
        WorkspaceDraft.PublicationDraft publication = draft.publication();
        return publication == null || publication.suppressBelow() == null ? 0 : publication.suppressBelow();
    }

    /** The standard the community works by. */
    public Standard standard() {
        return Standard.aqt9001();
    }

    /** All findings, in order of place. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(content.findings);
        content.rows.forEach(table -> all.addAll(table.findings()));
        Collections.sort(all);
        return all;
    }

    /** Findings per file and code beyond those kept, for the count in messages. */
    public List<RowFindings> tables() {
        return Collections.unmodifiableList(content.rows);
    }

    /** Files read, with checksum and counts. */
    public List<InputProvenance> inputs() {
        return Collections.unmodifiableList(content.inputs);
    }
}
