package org.safecommunity.cli.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.metrics.questionnaire.ItemAnswer;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.metrics.questionnaire.QuestionScale;
import org.safecommunity.metrics.questionnaire.QuestionnaireScoring;
import org.safecommunity.metrics.questionnaire.ScaleScore;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Scores of a questionnaire: per person as CSV on request, and per scale as design-based estimates. The identifiers are kept in
 * memory, and the scores where they are written.
 */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(
            names = "--questionnaire",
            paramLabel = "NAME|FILE",
            required = true,
            descriptionKey = "survey-questionnaire")
    @SuppressWarnings("NullAway.Init")
    String questionnaire;

    @Option(names = "--id", paramLabel = "COL", descriptionKey = "survey-id")
    @Nullable
    String id;

    @Option(names = "--scores", paramLabel = "FILE.csv", descriptionKey = "survey-score-file")
    @Nullable
    Path scoreFile;

    @Option(names = "--interval", paramLabel = "METHOD", descriptionKey = "survey-interval")
    String interval = "beta";

    private final List<ScaleSums> sums = new ArrayList<>();
    private final ItemCounts items = new ItemCounts();
    private final List<List<@Nullable Object>> scores = new ArrayList<>();
    private @Nullable AnswerReader reader;

    @Override
    public Integer call() {
        SurveyProportionInterval method =
                DesignOptions.choice("--interval", interval, SurveyProportionInterval.values());
        QuestionnaireScoring scoring = QuestionnaireFile.read(questionnaire).scoring();
        scoring.scales().forEach(scale -> sums.add(new ScaleSums(scale, scoring.keyed(scale))));
        SurveyScan scan = SurveyScan.readRows(file, design, common, table -> use(scoring, table));
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        ScaleSums.Style style = new ScaleSums.Style(common.locale(), common.explain());
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (ScaleSums scale : sums) {
                scale.rows(estimates, method, g, groups.get(g), style).forEach(output::add);
            }
            items.rows(g, groups.get(g)).forEach(output::add);
        }
        if (scoreFile != null) {
            AtomicFile.write(scoreFile, CsvTable.csv(header(scoring), scores, common.excel()));
        }
        int exit = output.print("survey score", scan, options(), spec);
        boolean faults = reader != null && reader.faults() > 0;
        return common.strict() && faults ? ExitCode.FINDINGS : exit;
    }

    private SurveyScan.RowUse use(QuestionnaireScoring scoring, TableReader table) {
        AnswerReader answers = new AnswerReader(scoring, table, id);
        reader = answers;
        List<Integer> kept = kept().stream().map(table::column).toList();
        return new SurveyScan.RowUse() {
            @Override
            public boolean admits(TableReader.Row row) {
                return answers.admits(row);
            }

            @Override
            public void accept(IntSupplier group, int leaf, double weight, TableReader.Row row) {
                QuestionnaireScoring.Person person = answers.read(row);
                int number = group.getAsInt();
                items.add(number, scored(scoring, person.answers()));
                for (int s = 0; s < sums.size(); s++) {
                    sums.get(s).add(number, leaf, weight, person.scores().get(s));
                }
                if (scoreFile != null) {
                    scores.add(line(answers.identifier(row), kept, row, person.scores()));
                }
            }
        };
    }

    /** The answers to items with options: leaving a remark empty is no item non-response. */
    private static Map<String, ItemAnswer> scored(QuestionnaireScoring scoring, Map<String, ItemAnswer> answers) {
        Map<String, ItemAnswer> scored = new LinkedHashMap<>(answers);
        scoring.items().stream()
                .filter(QuestionItem::free)
                .map(QuestionItem::id)
                .forEach(scored::remove);
        return scored;
    }

    /** Columns of design and domains that go with the scores, so that these can be analysed alone. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        if (design.weight != null) {
            kept.add(design.weight);
        }
        if (design.strata != null) {
            kept.add(design.strata);
        }
        kept.addAll(design.clusters);
        kept.addAll(design.fpc);
        kept.addAll(design.by);
        return kept.stream().distinct().filter(name -> !name.equals(id)).toList();
    }

    private List<String> header(QuestionnaireScoring scoring) {
        List<String> header = new ArrayList<>();
        header.add(id == null ? "line" : id);
        header.addAll(kept());
        for (QuestionScale scale : scoring.scales()) {
            for (String part : List.of("score", "index", "counted", "answered", "due")) {
                header.add(scale.id() + "_" + part);
            }
            if (scale.pass().isPresent()) {
                header.add(scale.id() + "_passed");
            }
        }
        return header;
    }

    private List<@Nullable Object> line(
            String identifier, List<Integer> kept, TableReader.Row row, List<ScaleScore> results) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(identifier);
        kept.forEach(column -> cells.add(row.cell(column)));
        for (int s = 0; s < results.size(); s++) {
            ScaleScore score = results.get(s);
            cells.add(number(score.score()));
            cells.add(number(score.index()));
            cells.add((long) score.counted());
            cells.add((long) score.answered());
            cells.add((long) score.due());
            if (sums.get(s).hasPass()) {
                cells.add(score.score().isEmpty() ? null : score.passed() ? 1L : 0L);
            }
        }
        return cells;
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>(design.echo());
        options.put("questionnaire", questionnaire);
        options.put("id", id);
        options.put("interval", interval);
        return options;
    }
}
