package org.safecommunity.cli.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.model.scheme.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores an assessment: total, decision, points of each indicator. Exit 1 unless it passes. */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {
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
        AssessRows rows = new AssessRows(assessment, common.locale(), common.explain());
        Printer.print(
                new Envelope(
                        "assess score",
                        rows.all(),
                        assessment.remarks(common.locale()),
                        List.of(assessment.provenance()),
                        options(assessment)),
                common,
                spec,
                Format.TABLE);
        boolean passed = assessment.score().decision().equals(Optional.of(Decision.PASS));
        return passed && !(common.strict() && assessment.hasRefused()) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    static Map<String, Object> options(AssessmentFile file) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("scheme", file.rules().scheme().id());
        options.put("schemeVersion", file.rules().scheme().version());
        options.put("catalogue", file.rules().catalogue().id());
        options.put("catalogueVersion", file.rules().catalogue().version());
        return options;
    }
}
