package org.safecommunity.cli.assess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.DataStore;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.assessment.EffectCheck;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.register.FormalismCheck;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.ScoringRule;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * The assessment that lies in a workspace: {@code assessment.yaml}, {@code .yml}, {@code .json} or {@code .csv}, the first
 * that is there. One that cannot be read is a finding and no end of the check.
 */
public final class WorkspaceAssessment {
    private static final List<String> FILES =
            List.of("assessment.yaml", "assessment.yml", "assessment.json", "assessment.csv");

    private final @Nullable AssessmentFile file;
    private final List<Finding> findings = new ArrayList<>();

    private WorkspaceAssessment(@Nullable AssessmentFile file) {
        this.file = file;
    }

    /**
     * Reads the assessment of a folder and looks at it.
     *
     * @param folder    folder of the workspace, or a store that holds it
     * @param options   charset
     * @param registers registers of the workspace
     */
    public static WorkspaceAssessment read(Path folder, CommonOptions options, List<Register> registers) {
        if (DataStore.isStore(folder)) {
            return ofStore(folder, options, registers);
        }
        for (String name : FILES) {
            Path path = folder.resolve(name);
            if (Files.isRegularFile(path)) {
                return read(() -> InputFile.open(name, path, options.charset()), name, options, registers);
            }
        }
        return new WorkspaceAssessment(null);
    }

    private static WorkspaceAssessment ofStore(Path path, CommonOptions options, List<Register> registers) {
        try (DataStore store = DataStore.open(path.toString(), path)) {
            for (String name : FILES) {
                Optional<byte[]> content = store.document(name);
                if (content.isPresent()) {
                    byte[] bytes = content.get();
                    return read(
                            () -> InputFile.ofDocument(name, path, bytes, options.charset()), name, options, registers);
                }
            }
        }
        return new WorkspaceAssessment(null);
    }

    private static WorkspaceAssessment read(
            Supplier<InputFile> input, String name, CommonOptions options, List<Register> registers) {
        try {
            AssessmentFile file = AssessmentFile.read(input.get(), new RuleOptions(), options);
            WorkspaceAssessment read = new WorkspaceAssessment(file);
            read.findings.addAll(file.findings());
            read.findings.addAll(
                    EffectCheck.check(file.score(), file.rules().scoring().rule(), name));
            LocalDate day = file.draft().date();
            if (day != null) {
                read.findings.addAll(FormalismCheck.beforeAssessment(registers, day));
            }
            return read;
        } catch (UserError e) {
            WorkspaceAssessment none = new WorkspaceAssessment(null);
            none.findings.add(new Finding("unreadable-file", Severity.ERROR, Location.of(name), e.text(), e.hint()));
            return none;
        }
    }

    /** What was found in the file, and the signs of formalism. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The file that was read. */
    public Optional<InputProvenance> input() {
        return Optional.ofNullable(file).map(AssessmentFile::provenance);
    }

    /** The score; empty without a file that can be read. */
    public Optional<Score> score() {
        return Optional.ofNullable(file).map(AssessmentFile::score);
    }

    /** Day of the assessment. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(file).map(f -> f.draft().date());
    }

    /** Rule of the scores. */
    public Optional<ScoringRule> rule() {
        return Optional.ofNullable(file).map(f -> f.rules().scoring().rule());
    }

    /** Scheme of the scores. */
    public Optional<Scheme> scheme() {
        return Optional.ofNullable(file).map(f -> f.rules().scheme());
    }

    /** What about the rules is not confirmed. */
    public List<Remark> remarks(Locale locale) {
        return file == null ? List.of() : Unconfirmed.remarks(file.rules(), locale);
    }

    /** Indicators that lack points: those at zero first where one of them fails the whole, then by points to be won. */
    public static List<IndicatorScore> plan(Score score, boolean zeroFails) {
        Comparator<IndicatorScore> order = Comparator.comparing((IndicatorScore row) -> !(zeroFails && row.isZero()))
                .thenComparing(IndicatorScore::gap, Comparator.reverseOrder());
        return score.rows().stream()
                .filter(row -> row.gap().signum() > 0)
                .sorted(order)
                .toList();
    }
}
