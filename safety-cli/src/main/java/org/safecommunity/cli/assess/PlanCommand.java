package org.safecommunity.cli.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.assessment.Grades;
import org.safecommunity.model.assessment.IndicatorScore;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Orders what an assessment lacks by points to be won: indicators at zero first, because one of them fails the whole. */
@Command(name = "plan")
public final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "assess-file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Override
    public Integer call() {
        AssessmentFile assessment = AssessmentFile.read(file, rules, common);
        boolean zeroFails = assessment.rules().scoring().rule().zeroFails();
        List<ResultRow> rows = WorkspaceAssessment.plan(assessment.score(), zeroFails).stream()
                .map(row -> row(row, zeroFails, common.locale()))
                .toList();
        Printer.print(
                new Envelope(
                        "assess plan",
                        rows,
                        assessment.remarks(common.locale()),
                        List.of(assessment.provenance()),
                        ScoreCommand.options(assessment)),
                common,
                spec,
                Format.TABLE);
        return common.strict() && assessment.hasRefused() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static ResultRow row(IndicatorScore row, boolean zeroFails, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", row.indicator().title().in(locale));
        details.put("points", row.points());
        details.put("maximum", row.max());
        details.put("parts", row.grades().map(PlanCommand::parts).orElse("presence, trace, effect"));
        details.put("mustNotBeZero", zeroFails && row.isZero());
        LocalText evidence = row.indicator().evidence();
        details.put("evidence", evidence == null ? null : evidence.in(locale));
        details.put("requirements", String.join(", ", row.indicator().requirements()));
        return new ResultRow(
                Map.of(),
                ResultRow.item("indicator", row.indicator().id()),
                "points-to-win",
                row.gap(),
                "points",
                null,
                null,
                null,
                null,
                row.grades().isPresent() ? "" : "not-assessed",
                Map.of(),
                details,
                List.of(),
                List.of());
    }

    /** The parts below a, with their grades. */
    private static String parts(Grades grades) {
        List<String> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (grades.of(part) != Grade.A) {
                parts.add(part.label() + " " + grades.of(part).label());
            }
        }
        return String.join(", ", parts);
    }
}
