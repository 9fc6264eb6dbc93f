package org.safecommunity.cli.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.questionnaire.Equivalence;
import org.safecommunity.metrics.questionnaire.McNemar;
import org.safecommunity.metrics.questionnaire.McNemarTest;
import org.safecommunity.metrics.questionnaire.MeanChange;
import org.safecommunity.metrics.questionnaire.PairedAnswers;
import org.safecommunity.metrics.questionnaire.PairedDifference;
import org.safecommunity.metrics.questionnaire.PairedScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Change of a share or a score between two answers of the same people. */
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

    @Option(names = "--scores", descriptionKey = "survey-scores")
    boolean scores;

    @Option(names = "--equivalence", paramLabel = "MARGIN", descriptionKey = "survey-equivalence")
    @Nullable
    Double equivalence;

    private final List<PairedScores> sums = new ArrayList<>();

    /** For each group the people by before and after: yes yes, yes no, no yes, no no. */
    private final List<long[]> counts = new ArrayList<>();

    private boolean met;

    @Override
    public Integer call() {
        Confidence confidence = people.confidence();
        check();
        PeopleScan scan = PeopleScan.read(file, List.of(before, after), people, common, this::person);
        if (value != null && !met) {
            throw UserError.usage("error.no-value", value, before, after);
        }
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            results(g, confidence, output, groups.get(g));
        }
        Map<String, Object> options = people.echo();
        options.put("before", before);
        options.put("after", after);
        options.put("value", value);
        options.put("scores", scores);
        options.put("equivalence", equivalence);
        return output.print("survey change", scan, options, spec);
    }

    private void check() {
        if (scores && value != null) {
            throw UserError.usage("error.scores-value");
        }
        if (equivalence != null && !(equivalence > 0 && Double.isFinite(equivalence))) {
            throw UserError.usage("error.equivalence-margin", String.valueOf(equivalence));
        }
        if (equivalence != null && people.level <= 0.5) {
            throw UserError.usage("error.equivalence-level", String.valueOf(people.level));
        }
    }

    private void results(int g, Confidence confidence, SurveyOutput output, Map<String, String> group) {
        double alpha = BigDecimal.ONE.subtract(BigDecimal.valueOf(people.level)).doubleValue();
        if (scores) {
            PairedScores both = scores(g);
            output.add(MeanChange.of(both, confidence), group);
            if (equivalence != null) {
                output.add(Equivalence.of(both, equivalence, alpha), group);
            }
            return;
        }
        long[] n = counts(g);
        PairedAnswers answers = new PairedAnswers(n[0], n[1], n[2], n[3]);
        output.add(new McNemar(answers, McNemarTest.MID_P), group);
        output.add(new McNemar(answers, McNemarTest.EXACT), group);
        output.add(new PairedDifference(answers, confidence), group);
        if (equivalence != null) {
            output.add(Equivalence.of(answers, equivalence, alpha), group);
        }
    }

    private PairedScores scores(int group) {
        while (sums.size() <= group) {
            sums.add(new PairedScores());
        }
        return sums.get(group);
    }

    private long[] counts(int group) {
        while (counts.size() <= group) {
            counts.add(new long[4]);
        }
        return counts.get(group);
    }

    private void person(int group, TableReader.Row row, List<Integer> places, TableReader table) {
        if (scores) {
            OptionalDouble first = number(row, places.get(0), table);
            OptionalDouble second = number(row, places.get(1), table);
            if (first.isPresent() && second.isPresent()) {
                scores(group).add(first.getAsDouble(), second.getAsDouble());
            }
            return;
        }
        Optional<Boolean> first = yes(row, places.get(0), table);
        Optional<Boolean> second = yes(row, places.get(1), table);
        if (first.isPresent() && second.isPresent()) {
            counts(group)[(first.get() ? 0 : 2) + (second.get() ? 0 : 1)]++;
        }
    }

    /** The score in a cell; empty where the row is refused. */
    private static OptionalDouble number(TableReader.Row row, int column, TableReader table) {
        OptionalDouble number = Cells.number(row.cell(column));
        if (number.isEmpty()) {
            CellRefusal.refuse("not-a-number", table, row, column);
        }
        return number;
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
