package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.metrics.survey.SurveyEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import org.safecommunity.metrics.survey.SurveySums;

/** Sums of shares or scores by round: the rounds of one file, or the one round of a file. */
final class WaveSums {
    private static final String[] ROUNDS = {"before", "after"};

    private final WaveOptions options;
    private final boolean scores;
    private final AnswerCells cells;
    private final List<LevelSums> shares = new ArrayList<>();
    private final List<SurveySums> numbers = new ArrayList<>();
    private final List<Set<String>> clusters = List.of(new HashSet<>(), new HashSet<>());

    WaveSums(WaveOptions options, boolean scores, AnswerCells cells) {
        this.options = options;
        this.scores = scores;
        this.cells = cells;
        options.variables.forEach(variable -> {
            shares.add(new LevelSums());
            numbers.add(new SurveySums());
        });
    }

    /** Takes the rows of a table; the round is that of the column, or the one given. */
    SurveyScan.RowUse use(TableReader table, DesignOptions design, int round) {
        int wave = options.wave == null ? -1 : table.column(options.wave);
        int cluster = design.clusters.isEmpty() ? -1 : table.column(design.clusters.get(0));
        int stratum = design.strata == null ? -1 : table.column(design.strata);
        List<Integer> places = options.variables.stream().map(table::column).toList();
        return new SurveyScan.RowUse() {
            @Override
            public boolean admits(TableReader.Row row) {
                boolean other = wave >= 0 && roundOf(row.cell(wave)) < 0;
                if (other) {
                    table.findings().leaveOut();
                }
                return !other;
            }

            @Override
            public void accept(IntSupplier group, int leaf, double weight, TableReader.Row row) {
                int at = wave < 0 ? round : roundOf(row.cell(wave));
                if (cluster >= 0) {
                    clusters.get(at).add((stratum < 0 ? "" : row.cell(stratum)) + "\u0000" + row.cell(cluster));
                }
                int number = group.getAsInt();
                for (int i = 0; i < places.size(); i++) {
                    if (!AnswerCells.missing(row.cell(places.get(i)))) {
                        add(i, number, at, leaf, weight, row, places.get(i), table);
                    }
                }
            }
        };
    }

    private void add(
            int variable,
            int group,
            int round,
            int leaf,
            double weight,
            TableReader.Row row,
            int place,
            TableReader table) {
        if (scores) {
            AnswerCells.number(row, place, table)
                    .ifPresent(y -> numbers.get(variable).add(2 * group + round, leaf, weight, y));
        } else {
            cells.yes(row, place, table)
                    .ifPresent(yes -> shares.get(variable).add(group, leaf, weight, level(round, yes)));
        }
    }

    private int roundOf(String cell) {
        return cell.equals(options.from) ? 0 : cell.equals(options.to) ? 1 : -1;
    }

    private static String level(int round, boolean yes) {
        return ROUNDS[round] + (yes ? " yes" : " no");
    }

    /** Clusters that both rounds have. */
    long clustersOfBoth() {
        return clusters.get(0).stream().filter(clusters.get(1)::contains).count();
    }

    /** The share or mean of a round. */
    SurveyEstimate estimate(SurveyEstimates estimates, int variable, int group, int round) {
        if (scores) {
            return estimates.mean(numbers.get(variable), 2 * group + round);
        }
        LevelSums sums = shares.get(variable);
        int[] both = both(sums, group, round);
        return estimates.proportion(sums.sums(), both, both[0], SurveyProportionInterval.BETA);
    }

    /** The difference after − before inside one design. */
    SurveyEstimate difference(SurveyEstimates estimates, int variable, int group) {
        if (scores) {
            return estimates.difference(numbers.get(variable), 2 * group + 1, 2 * group);
        }
        LevelSums sums = shares.get(variable);
        int[] after = both(sums, group, 1);
        int[] before = both(sums, group, 0);
        return estimates.differenceOfProportions(sums.sums(), after, after[0], before, before[0]);
    }

    private static int[] both(LevelSums sums, int group, int round) {
        return new int[] {sums.cell(group, level(round, true)), sums.cell(group, level(round, false))};
    }

    /** Name of a round in a row. */
    String name(int round) {
        String named = round == 0 ? options.from : options.to;
        return named == null ? ROUNDS[round] : named;
    }
}
