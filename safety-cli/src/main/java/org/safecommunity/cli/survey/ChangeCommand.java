package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.questionnaire.McNemar;
import org.safecommunity.metrics.questionnaire.McNemarTest;
import org.safecommunity.metrics.questionnaire.PairedAnswers;
import org.safecommunity.metrics.questionnaire.PairedDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Change of a share between two answers of the same people. */
@Command(name = "change")
public final class ChangeCommand implements Callable<Integer> {
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "是", "对", "有");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "否", "错", "无");

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

    @Option(names = "--before", paramLabel = "COL", required = true, descriptionKey = "survey-before")
    @SuppressWarnings("NullAway.Init")
    String before;

    @Option(names = "--after", paramLabel = "COL", required = true, descriptionKey = "survey-after")
    @SuppressWarnings("NullAway.Init")
    String after;

    @Option(names = "--value", paramLabel = "CATEGORY", descriptionKey = "survey-yes")
    @Nullable
    String value;

    /** For each group the people by before and after: yes yes, yes no, no yes, no no. */
    private final List<long[]> counts = new ArrayList<>();

    private boolean met;

    @Override
    public Integer call() {
        Confidence confidence = people.confidence();
        PeopleScan scan = PeopleScan.read(file, List.of(before, after), people, common, this::person);
        if (value != null && !met) {
            throw UserError.usage("error.no-value", value, before, after);
        }
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < counts.size(); g++) {
            long[] n = counts.get(g);
            PairedAnswers answers = new PairedAnswers(n[0], n[1], n[2], n[3]);
            output.add(new McNemar(answers, McNemarTest.MID_P), groups.get(g));
            output.add(new McNemar(answers, McNemarTest.EXACT), groups.get(g));
            output.add(new PairedDifference(answers, confidence), groups.get(g));
        }
        Map<String, Object> options = people.echo();
        options.put("before", before);
        options.put("after", after);
        options.put("value", value);
        return output.print("survey change", scan, options, spec);
    }

    private void person(int group, TableReader.Row row, List<Integer> places, TableReader table) {
        Optional<Boolean> first = yes(row, places.get(0), table);
        Optional<Boolean> second = yes(row, places.get(1), table);
        if (first.isPresent() && second.isPresent()) {
            while (counts.size() <= group) {
                counts.add(new long[4]);
            }
            counts.get(group)[(first.get() ? 0 : 2) + (second.get() ? 0 : 1)]++;
        }
    }

    /** Whether an answer is yes; empty where the row is refused. */
    private Optional<Boolean> yes(TableReader.Row row, int column, TableReader table) {
        String cell = row.cell(column);
        if (value != null) {
            met |= cell.equals(value);
            return Optional.of(cell.equals(value));
        }
        String word = Cells.fold(cell).toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return Optional.of(YES.contains(word));
        }
        CellRefusal.refuse("not-yes-or-no", table, row, column);
        return Optional.empty();
    }
}
