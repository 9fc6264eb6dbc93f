package org.safecommunity.cli.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.rates.PCorrection;
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
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Mixin
    WaveOptions waves = new WaveOptions();

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", descriptionKey = "change-file")
    @Nullable
    String second;

    @Option(names = "--before", paramLabel = "COL", descriptionKey = "survey-before")
    @Nullable
    String before;

    @Option(names = "--after", paramLabel = "COL", descriptionKey = "survey-after")
    @Nullable
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

    @Option(names = "--adjust", paramLabel = "METHOD", descriptionKey = "survey-adjust")
    String adjust = "none";

    private @Nullable AnswerCells cells;

    @Override
    public Integer call() {
        check();
        PCorrection.check(adjust);
        waves.second = second;
        return waves.wanted() ? rounds() : pairs();
    }

    /** Two rounds with different people. */
    private int rounds() {
        waves.check();
        if (before != null || after != null) {
            throw UserError.usage("error.change-both");
        }
        WaveChange change = new WaveChange(waves, design, common, scores, cells(), equivalence);
        List<SurveyScan> scans = change.read(file);
        if (value != null && !cells().met()) {
            throw UserError.usage("error.no-answer", value, String.join(", ", waves.variables));
        }
        SurveyOutput output = new SurveyOutput(common);
        change.rows(output, design.confidence(), alpha());
        output.adjust(adjust);
        Map<String, Object> options = design.echo();
        waves.echo(options);
        echo(options);
        return output.print("survey change", scans, options, spec);
    }

    /** The same people twice. */
    private int pairs() {
        String first = need(before, "--before", "--before knows_2023");
        String later = need(after, "--after", "--after knows_2024");
        boolean drawn =
                design.weight != null || design.strata != null || !design.clusters.isEmpty() || !design.fpc.isEmpty();
        if (drawn || design.calibration.given()) {
            return designed(first, later);
        }
        PeopleOptions people = new PeopleOptions();
        people.by = design.by;
        people.where = design.where;
        people.level = design.level;
        people.side = design.side;
        Confidence confidence = people.confidence();
        PeopleScan scan = PeopleScan.read(file, List.of(first, later), people, common, this::person);
        if (value != null && !cells().met()) {
            throw UserError.usage("error.no-value", value, first, later);
        }
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            results(g, confidence, output, groups.get(g));
        }
        output.adjust(adjust);
        Map<String, Object> options = people.echo();
        options.put("before", before);
        options.put("after", after);
        echo(options);
        return output.print("survey change", scan, options, spec);
    }

    /** The same people twice in a sample with a design: the mean of after − before, linearised. */
    private int designed(String first, String later) {
        PairedChange change = new PairedChange(first, later, scores, cells());
        SurveyScan scan = SurveyScan.readRows(file, design, common, change::use);
        if (value != null && !cells().met()) {
            throw UserError.usage("error.no-value", value, first, later);
        }
        SurveyOutput output = new SurveyOutput(common);
        change.rows(output, scan, design, equivalence, alpha());
        output.adjust(adjust);
        Map<String, Object> options = design.echo();
        options.put("before", before);
        options.put("after", after);
        echo(options);
        return output.print("survey change", scan, options, spec);
    }

    private void echo(Map<String, Object> options) {
        options.put("value", value);
        options.put("scores", scores);
        options.put("equivalence", equivalence);
        options.put("adjust", adjust);
    }

    private static String need(@Nullable String column, String option, String example) {
        if (column == null) {
            throw UserError.usage("error.option-missing", option, example);
        }
        return column;
    }

    private double alpha() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(design.level)).doubleValue();
    }

    private void check() {
        if (scores && value != null) {
            throw UserError.usage("error.scores-value");
        }
        if (equivalence != null && !(equivalence > 0 && Double.isFinite(equivalence))) {
            throw UserError.usage("error.equivalence-margin", String.valueOf(equivalence));
        }
        if (equivalence != null && design.level <= 0.5) {
            throw UserError.usage("error.equivalence-level", String.valueOf(design.level));
        }
    }

    private void results(int g, Confidence confidence, SurveyOutput output, Map<String, String> group) {
        double alpha = alpha();
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
            OptionalDouble first = AnswerCells.number(row, places.get(0), table);
            OptionalDouble second = AnswerCells.number(row, places.get(1), table);
            if (first.isPresent() && second.isPresent()) {
                scores(group).add(first.getAsDouble(), second.getAsDouble());
            }
            return;
        }
        Optional<Boolean> first = cells().yes(row, places.get(0), table);
        Optional<Boolean> second = cells().yes(row, places.get(1), table);
        if (first.isPresent() && second.isPresent()) {
            counts(group)[(first.get() ? 0 : 2) + (second.get() ? 0 : 1)]++;
        }
    }

    private AnswerCells cells() {
        AnswerCells known = cells;
        if (known == null) {
            known = new AnswerCells(value);
            cells = known;
        }
        return known;
    }
}
