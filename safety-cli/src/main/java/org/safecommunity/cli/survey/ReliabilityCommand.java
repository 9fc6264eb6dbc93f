package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.questionnaire.CronbachAlpha;
import org.safecommunity.metrics.questionnaire.ItemAnswers;
import org.safecommunity.metrics.questionnaire.McDonaldOmega;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.metrics.questionnaire.QuestionScale;
import org.safecommunity.metrics.questionnaire.QuestionnaireScoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reliability of a scale of items. */
@Command(name = "reliability")
public final class ReliabilityCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PeopleOptions people = new PeopleOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--items", paramLabel = "COL", split = ",", descriptionKey = "survey-items")
    List<String> items = new ArrayList<>();

    @Option(names = "--questionnaire", paramLabel = "NAME|FILE", descriptionKey = "survey-questionnaire")
    @Nullable
    String questionnaire;

    @Option(names = "--scale", paramLabel = "ID", descriptionKey = "reliability-scale")
    @Nullable
    String scale;

    /** The items of the scale of a questionnaire; empty where columns of numbers were named. */
    private List<QuestionItem> rated = List.of();

    private final List<ItemAnswers> answers = new ArrayList<>();

    @Override
    public Integer call() {
        Confidence confidence = people.confidence();
        chooseItems();
        requireItems();
        PeopleScan scan = PeopleScan.read(file, items, people, common, this::missing, this::person);
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            Map<String, String> group = groups.get(g);
            CronbachAlpha alpha = CronbachAlpha.of(answers(g), confidence);
            output.add(alpha, group);
            output.add(McDonaldOmega.of(answers(g), confidence), group);
            alpha.items().forEach(item -> output.add(item, group));
        }
        Map<String, Object> options = people.echo();
        options.put("items", items);
        options.put("questionnaire", questionnaire);
        options.put("scale", scale);
        return output.print("survey reliability", scan, options, spec);
    }

    /** The columns: those named, or the items of a rated scale, whose reversed items are turned round. */
    private void chooseItems() {
        String form = questionnaire;
        if ((form == null) == items.isEmpty() || (form == null) != (scale == null)) {
            throw UserError.usage("error.reliability-items");
        }
        if (form == null) {
            return;
        }
        QuestionnaireScoring scoring = QuestionnaireFile.read(form).scoring();
        List<QuestionScale> known = scoring.scales().stream()
                .filter(one -> !scoring.keyed(one) && one.items().size() > 1)
                .toList();
        QuestionScale chosen = known.stream()
                .filter(one -> one.id().equals(scale))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.reliability-scale",
                        String.valueOf(scale),
                        form,
                        known.stream().map(QuestionScale::id).collect(Collectors.joining(", "))));
        items = chosen.items();
        rated = scoring.items().stream()
                .filter(item -> items.contains(item.id()))
                .sorted(Comparator.comparingInt(item -> items.indexOf(item.id())))
                .toList();
    }

    private void requireItems() {
        try {
            answers(0);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private void person(int group, TableReader.Row row, List<Integer> places, TableReader table) {
        double[] numbers = new double[places.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rated.isEmpty()
                    ? AnswerCells.number(row, places.get(i), table).orElse(0)
                    : value(rated.get(i), row, places.get(i), table);
        }
        if (!table.findings().isRefused(row.line())) {
            answers(group).add(numbers);
        }
    }

    private static double value(QuestionItem item, TableReader.Row row, int column, TableReader table) {
        String code = Cells.fold(row.cell(column));
        boolean answer = item.codes().contains(code) && !item.noAnswer().contains(code);
        if (!answer) {
            CellRefusal.refuse("answer-not-rated", table, row, column, String.join(", ", item.codes()));
        }
        return answer ? item.valueOf(code) : 0;
    }

    /** Whether a cell of an item is no answer, so that the person is left out. */
    private boolean missing(int item, String cell) {
        return !rated.isEmpty() && rated.get(item).noAnswer().contains(Cells.fold(cell));
    }

    private ItemAnswers answers(int group) {
        while (answers.size() <= group) {
            answers.add(new ItemAnswers(items));
        }
        return answers.get(group);
    }
}
