package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.questionnaire.CronbachAlpha;
import org.safecommunity.metrics.questionnaire.ItemAnswers;
import org.safecommunity.metrics.questionnaire.McDonaldOmega;
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

    @Option(names = "--items", paramLabel = "COL", split = ",", required = true, descriptionKey = "survey-items")
    List<String> items = new ArrayList<>();

    private final List<ItemAnswers> answers = new ArrayList<>();

    @Override
    public Integer call() {
        Confidence confidence = people.confidence();
        requireItems();
        PeopleScan scan = PeopleScan.read(file, items, people, common, this::person);
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
        return output.print("survey reliability", scan, options, spec);
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
            OptionalDouble number = Cells.number(row.cell(places.get(i)));
            if (number.isEmpty()) {
                CellRefusal.refuse("not-a-number", table, row, places.get(i));
            }
            numbers[i] = number.orElse(0);
        }
        if (!table.findings().isRefused(row.line())) {
            answers(group).add(numbers);
        }
    }

    private ItemAnswers answers(int group) {
        while (answers.size() <= group) {
            answers.add(new ItemAnswers(items));
        }
        return answers.get(group);
    }
}
