package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.trend.Joinpoint;
import org.safecommunity.metrics.trend.JoinpointSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joinpoints in the rates of a file. */
@Command(name = "joinpoint")
public final class JoinpointCommand implements Callable<Integer> {
    private static final int DEFAULT_PERMUTATIONS = 4499;
    private static final double DEFAULT_ALPHA = 0.05;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
    String file = "";

    @Option(names = "--time", paramLabel = "COL", descriptionKey = "time")
    @Nullable
    String time;

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events-column")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time-column")
    @Nullable
    String personTime;

    @Option(names = "--max-joinpoints", paramLabel = "K", descriptionKey = "max-joinpoints")
    int maxJoinpoints = 3;

    @Option(names = "--model", paramLabel = "poisson|quasi-poisson|log-linear", descriptionKey = "joinpoint-model")
    String model = Joinpoint.Model.POISSON.label();

    @Option(names = "--selection", paramLabel = "bic|weighted-bic|permutation", descriptionKey = "joinpoint-selection")
    String selection = JoinpointSelection.BIC.label();

    @Option(names = "--permutations", paramLabel = "N", descriptionKey = "joinpoint-permutations")
    @Nullable
    Integer permutations;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "joinpoint-seed")
    @Nullable
    Long seed;

    @Option(names = "--alpha", paramLabel = "P", descriptionKey = "joinpoint-alpha")
    @Nullable
    Double alpha;

    @Mixin
    PlotOptions plots = new PlotOptions();

    @Override
    public Integer call() {
        Joinpoint.Model chosen = Arrays.stream(Joinpoint.Model.values())
                .filter(candidate -> candidate.label().equals(model))
                .findFirst()
                .orElseThrow(
                        () -> UserError.usage("error.choice", "--model", model, "poisson, quasi-poisson, log-linear"));
        JoinpointSelection by = selection();
        intervals.methods(new String[] {"wald"}, label -> label);
        GroupedCounts.Columns columns = GroupedCounts.Columns.of(
                List.of(Literals.required(time, "--time", "--time year")),
                Quantity.count(Literals.required(events, "--events", "--events injuries")),
                Quantity.amount(Literals.required(personTime, "--person-time", "--person-time person_years")));
        TimeSeries series = TimeSeries.read(file, columns, files, common);
        plots.requireOne(series);
        List<ResultRow> rows = new ArrayList<>();
        series.groups()
                .forEach((group, points) ->
                        rows.addAll(rows(points, chosen, by, series.counts().groupMap(group))));
        return CountOutput.print("rates joinpoint", rows, series.counts(), options(), common, spec);
    }

    private JoinpointSelection selection() {
        boolean tests = selection.equals("permutation");
        if (!tests && (permutations != null || seed != null || alpha != null)) {
            String option = permutations != null ? "--permutations" : seed != null ? "--seed" : "--alpha";
            throw UserError.usage("error.joinpoint-only-permutation", option);
        }
        try {
            return switch (selection) {
                case "bic" -> JoinpointSelection.BIC;
                case "weighted-bic" -> JoinpointSelection.WEIGHTED_BIC;
                case "permutation" -> permutation();
                default ->
                    throw UserError.usage("error.choice", "--selection", selection, "bic, weighted-bic, permutation");
            };
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private JoinpointSelection.Permutation permutation() {
        return new JoinpointSelection.Permutation(
                permutations == null ? DEFAULT_PERMUTATIONS : permutations,
                seed == null ? 1 : seed,
                alpha == null ? DEFAULT_ALPHA : alpha);
    }

    private List<ResultRow> rows(
            List<Point> points, Joinpoint.Model chosen, JoinpointSelection by, Map<String, String> group) {
        TimeSeries.requireDenominators(
                points,
                file,
                point -> point.sums().amount(1) == 0 && point.sums().count(0) > 0);
        List<Point> used =
                points.stream().filter(point -> point.sums().amount(1) > 0).toList();
        Joinpoint joinpoint = fit(used, chosen, by);
        plots.joinpoint(joinpoint, used, common.locale());
        List<ResultRow> rows = new ArrayList<>();
        for (MetricResult result : joinpoint.results(intervals.confidence())) {
            rows.add(ResultRow.of(result, group, common.locale(), common.explain()));
        }
        for (Note note : joinpoint.locations().isEmpty() ? joinpoint.notes() : List.<Note>of()) {
            rows.set(0, rows.get(0).withWarning(new Remark(note.code(), note.message(common.locale()))));
        }
        if (used.size() < points.size()) {
            List<Point> empty =
                    points.stream().filter(point -> point.sums().amount(1) == 0).toList();
            rows.set(0, rows.get(0).withWarning(TimeSeries.leftOut(empty, common.locale())));
        }
        return rows;
    }

    private Joinpoint fit(List<Point> used, Joinpoint.Model chosen, JoinpointSelection by) {
        try {
            return Joinpoint.of(
                    TimeSeries.series(used, point -> point.time().years(), point -> point.sums()
                            .amount(1)),
                    chosen,
                    maxJoinpoints,
                    by);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", String.valueOf(time));
        options.put("model", model);
        options.put("max-joinpoints", maxJoinpoints);
        options.put("selection", selection);
        if (selection.equals("permutation")) {
            options.put("permutations", permutation().permutations());
            options.put("seed", permutation().seed());
            options.put("alpha", permutation().alpha());
        }
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
