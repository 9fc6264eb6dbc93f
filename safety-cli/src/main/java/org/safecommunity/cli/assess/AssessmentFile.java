package org.safecommunity.cli.assess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.YamlFile;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.catalogue.Indicator;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * An assessment that was read and scored: a document (YAML, JSON) or a table with the columns indicator, presence, trace
 * and effect. Unknown indicators and grades are findings. Of an indicator that is graded twice the first row counts if
 * the grades agree; if they differ none counts.
 */
final class AssessmentFile {
    private final InputFile input;
    private final RuleOptions.Rules rules;
    private final RowFindings findings;
    private final Map<String, Grades> grades = new LinkedHashMap<>();
    private final Map<String, List<String>> evidence = new LinkedHashMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private final AssessmentDraft draft;
    private long rows;
    private long refused;

    private AssessmentFile(InputFile input, RuleOptions options, AssessmentDraft draft, List<Finding> form) {
        this.input = input;
        this.draft = draft;
        Path folder = input.path().toAbsolutePath().getParent();
        this.rules = options.rules(draft, folder == null ? input.path() : folder);
        this.findings = new RowFindings(input.name());
        form.forEach(findings::add);
    }

    static AssessmentFile read(String path, RuleOptions options, CommonOptions common) {
        return read(InputFile.open(path, common.charset()), options, common);
    }

    static AssessmentFile read(InputFile input, RuleOptions options, CommonOptions common) {
        String name = input.name().toLowerCase(Locale.ROOT);
        boolean document = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        AssessmentFile file;
        if (document) {
            List<Finding> form = new ArrayList<>();
            file = new AssessmentFile(input, options, YamlFile.read(input, AssessmentDraft.class, form), form);
            file.readDocument();
        } else {
            AssessmentDraft empty = new AssessmentDraft(null, null, null, null, null, null);
            file = new AssessmentFile(input, options, empty, List.of());
            file.readTable();
        }
        file.contradicted.forEach(file.grades::remove);
        if (file.grades.isEmpty()) {
            String first = file.findings.remarks(common.locale()).stream()
                    .findFirst()
                    .map(remark -> " " + remark.message())
                    .orElse("");
            throw UserError.input("error.no-row", input.name(), file.rows, file.refused, first);
        }
        return file;
    }

    RuleOptions.Rules rules() {
        return rules;
    }

    AssessmentDraft draft() {
        return draft;
    }

    String name() {
        return input.name();
    }

    Score score() {
        return rules.scoring().score(grades);
    }

    List<String> evidence(String indicator) {
        return evidence.getOrDefault(indicator, List.of());
    }

    /** Findings about the rows of the file. */
    List<Finding> findings() {
        return findings.findings();
    }

    boolean hasRefused() {
        return refused > 0;
    }

    InputProvenance provenance() {
        return new InputProvenance(input.name(), input.sha256(), rows, rows - refused, refused, 0);
    }

    /** What was found in the file, and what about its rules is not confirmed. */
    List<Remark> remarks(Locale locale) {
        List<Remark> remarks = new ArrayList<>(input.remarks(locale));
        remarks.addAll(findings.remarks(locale));
        remarks.addAll(Unconfirmed.remarks(rules, locale));
        return remarks;
    }

    private void readDocument() {
        List<AssessmentDraft.Row> list = draft.indicators() == null ? List.of() : draft.indicators();
        for (int i = 0; i < list.size(); i++) {
            AssessmentDraft.Row row = list.get(i) == null ? AssessmentDraft.Row.EMPTY : list.get(i);
            String path = "indicators[" + i + "].";
            accept(0, path, "id", text(row.id()), text(row.presence()), text(row.trace()), text(row.effect()));
            if (row.evidence() != null) {
                evidence.put(
                        text(row.id()),
                        row.evidence().stream().filter(Objects::nonNull).toList());
            }
        }
    }

    private void readTable() {
        try (TableReader table = TableReader.open(input, findings)) {
            int id = table.column("indicator");
            int presence = table.column("presence");
            int trace = table.column("trace");
            int effect = table.column("effect");
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                accept(
                        row.line(),
                        "",
                        "indicator",
                        row.cell(id),
                        row.cell(presence),
                        row.cell(trace),
                        row.cell(effect));
            }
        }
        long broken = findings.rows() - rows;
        rows += broken;
        refused += broken;
    }

    private void accept(int line, String path, String idColumn, String idText, String... texts) {
        rows++;
        String id = idText.strip();
        List<Finding> faults = new ArrayList<>();
        if (rules.catalogue().indicator(id).isEmpty()) {
            List<String> known =
                    rules.catalogue().indicators().stream().map(Indicator::id).toList();
            String near = Nearest.of(id, known);
            String offer = near.isEmpty() ? known.get(0) + " … " + known.get(known.size() - 1) : near;
            Object shown = id.matches("[A-Za-z]{1,8}[-A-Za-z0-9.]{0,8}") ? "\"" + id + "\"" : SafeEcho.of(id);
            faults.add(finding(
                    "unknown-indicator",
                    line,
                    path + idColumn,
                    shown,
                    rules.catalogue().id(),
                    offer));
        }
        String[] names = {"presence", "trace", "effect"};
        List<Grade> read = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String cell = texts[i];
            String column = path + names[i];
            Grade.of(cell)
                    .ifPresentOrElse(
                            read::add, () -> faults.add(finding("unknown-grade", line, column, SafeEcho.of(cell))));
        }
        if (faults.isEmpty()) {
            faults.addAll(repeated(line, path + idColumn, id, new Grades(read.get(0), read.get(1), read.get(2))));
        }
        refused += faults.isEmpty() ? 0 : 1;
        faults.forEach(findings::add);
    }

    private List<Finding> repeated(int line, String column, String id, Grades given) {
        Grades before = grades.putIfAbsent(id, given);
        if (before == null) {
            return List.of();
        }
        if (!before.equals(given)) {
            contradicted.add(id);
        }
        String code = before.equals(given) ? "indicator-twice" : "indicator-contradicted";
        return List.of(finding(code, line, column, id));
    }

    private Finding finding(String code, int line, String column, Object... arguments) {
        return new Finding(
                code,
                Severity.ERROR,
                new Location(input.name(), line, column),
                Texts.both("finding." + code, arguments),
                Texts.both("finding." + code + ".hint", arguments));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
