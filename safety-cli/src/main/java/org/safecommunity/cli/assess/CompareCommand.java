package org.safecommunity.cli.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.assessment.Score;
import org.safecommunity.model.scheme.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What assessments of one catalogue and scheme differ in: two dates, or two or more assessors. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Parameters(arity = "2..*", paramLabel = "FILE", descriptionKey = "assess-file")
    @SuppressWarnings("NullAway.Init")
    List<String> files;

    @Override
    public Integer call() {
        List<AssessmentFile> read = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Envelope.InputProvenance> inputs = new ArrayList<>();
        for (String file : files) {
            AssessmentFile assessment = AssessmentFile.read(file, rules, common);
            read.add(assessment);
            assessment.remarks(common.locale()).stream()
                    .filter(remark -> !remarks.contains(remark))
                    .forEach(remarks::add);
            inputs.add(assessment.provenance());
        }
        AssessmentFile first = read.get(0);
        for (AssessmentFile other : read.subList(1, read.size())) {
            if (!other.rules().equals(first.rules())) {
                throw UserError.usage("error.compare-rules", first.name(), other.name());
            }
        }
        List<List<ResultRow>> parts = parts(read);
        List<ResultRow> rows = parts.stream().flatMap(List::stream).toList();
        Printer.print(
                new Envelope("assess compare", rows, remarks, inputs, ScoreCommand.options(first)),
                parts,
                common,
                spec,
                Format.TABLE);
        boolean refused = read.stream().anyMatch(AssessmentFile::hasRefused);
        return common.strict() && refused ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Of two, what changed from the first to the second; of several, each with its decision and where they differ. */
    private List<List<ResultRow>> parts(List<AssessmentFile> read) {
        AssessorRows several = new AssessorRows(read, common.locale(), common.explain());
        List<List<ResultRow>> parts = new ArrayList<>();
        if (read.size() == 2) {
            parts.add(differences(read.get(0), read.get(1)));
        } else {
            parts.add(several.totals());
            parts.add(several.differences());
        }
        parts.add(several.agreement());
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private List<ResultRow> differences(AssessmentFile first, AssessmentFile other) {
        Score before = first.score();
        Score after = other.score();
        boolean whole = before.missing().isEmpty() && after.missing().isEmpty();
        List<ResultRow> rows = new ArrayList<>();
        rows.add(row(
                other,
                "",
                "total-difference",
                whole ? after.total().subtract(before.total()) : null,
                pair(before.total(), after.total())));
        String from = before.decision().map(Decision::label).orElse(null);
        String to = after.decision().map(Decision::label).orElse(null);
        rows.add(row(other, "", "decision", to, pair(from, to)));
        for (int i = 0; i < before.rows().size(); i++) {
            IndicatorScore a = before.rows().get(i);
            IndicatorScore b = after.rows().get(i);
            if (a.grades().equals(b.grades())) {
                continue;
            }
            boolean both = a.grades().isPresent() && b.grades().isPresent();
            Map<String, Object> details = pair(
                    a.grades().map(CompareCommand::text).orElse(null),
                    b.grades().map(CompareCommand::text).orElse(null));
            details.put(
                    "agreement",
                    AssessorRows.agreement(Stream.of(a, b)
                            .flatMap(row -> row.grades().stream())
                            .toList()));
            details.put("title", a.indicator().title().in(common.locale()));
            Object change = both ? b.points().subtract(a.points()) : null;
            rows.add(row(other, a.indicator().id(), "points-difference", change, details));
        }
        return rows;
    }

    static String text(Grades grades) {
        return grades.presence().label()
                + grades.trace().label()
                + grades.effect().label();
    }

    private static Map<String, Object> pair(@Nullable Object from, @Nullable Object to) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", from);
        details.put("to", to);
        return details;
    }

    private static ResultRow row(
            AssessmentFile other,
            String indicator,
            String statistic,
            @Nullable Object value,
            Map<String, Object> details) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("file", other.name());
        if (!indicator.isEmpty()) {
            item.put("indicator", indicator);
        }
        return new ResultRow(
                Map.of(),
                item,
                statistic,
                value,
                value instanceof BigDecimal ? "points" : "",
                null,
                null,
                null,
                null,
                value == null ? "not-assessed" : "",
                Map.of(),
                details,
                List.of(),
                List.of());
    }
}
