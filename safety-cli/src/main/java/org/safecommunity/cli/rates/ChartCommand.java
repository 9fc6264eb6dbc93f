package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.chart.ChartData;
import org.safecommunity.metrics.chart.ChartPoint;
import org.safecommunity.metrics.chart.ChartRule;
import org.safecommunity.metrics.chart.ChartSettings;
import org.safecommunity.metrics.chart.ChartType;
import org.safecommunity.metrics.chart.ControlChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Control chart of the series of a file. */
@Command(name = "chart")
public final class ChartCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    SeriesOptions columns = new SeriesOptions();

    @Mixin
    PlotOptions plots = new PlotOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
    String file = "";

    @Option(names = "--denominator", paramLabel = "COL", descriptionKey = "chart-denominator")
    @Nullable
    String denominator;

    @Option(
            names = "--type",
            paramLabel = "c|u|np|p|laney-u|laney-p|g|t|i-mr|ewma|cusum",
            descriptionKey = "chart-type")
    String type = ChartType.C.label();

    @Option(names = "--baseline", paramLabel = "N|A..B", descriptionKey = "chart-baseline")
    @Nullable
    String baseline;

    @Option(names = "--sigma", paramLabel = "K", descriptionKey = "chart-sigma")
    @Nullable
    Double sigma;

    @Option(names = "--probability", paramLabel = "P", descriptionKey = "chart-probability")
    @Nullable
    Double probability;

    @Option(names = "--rules", paramLabel = "RULE,…|all|none", split = ",", descriptionKey = "chart-rules")
    List<String> rules = new ArrayList<>();

    @Option(names = "--lambda", paramLabel = "λ", descriptionKey = "chart-lambda")
    double lambda = ChartSettings.DEFAULT.weighted().lambda();

    @Option(names = "--k", paramLabel = "K", descriptionKey = "chart-k")
    double k = ChartSettings.DEFAULT.weighted().k();

    @Option(names = "--h", paramLabel = "H", descriptionKey = "chart-h")
    double h = ChartSettings.DEFAULT.weighted().h();

    @Option(names = "--centre", paramLabel = "M", descriptionKey = "chart-centre")
    @Nullable
    Double centre;

    @Option(names = "--sigma-value", paramLabel = "S", descriptionKey = "chart-sigma-value")
    @Nullable
    Double sigmaValue;

    @Override
    public Integer call() {
        ChartType kind = kind();
        ChartSettings settings = settings();
        if (kind.needsSizes() && denominator == null) {
            throw UserError.usage("error.chart-needs-denominator", type);
        }
        if ((kind == ChartType.C || kind == ChartType.G || kind == ChartType.T) && denominator != null) {
            throw UserError.usage("error.chart-no-denominator", type);
        }
        TimeSeries series = TimeSeries.read(file, columns(kind), files, common);
        PointRange range = baseline == null ? null : PointRange.parse(baseline, "--baseline", series.groups());
        plots.requireOne(series);
        List<ResultRow> rows = new ArrayList<>();
        series.groups().forEach((group, points) -> {
            ControlChart chart = chart(kind, points, range == null ? settings : based(settings, range, points));
            plots.control(chart, points, common.locale());
            rows.addAll(rows(chart, points, series.counts().groupMap(group)));
        });
        return CountOutput.print("rates chart", rows, series.counts(), options(), common, spec);
    }

    private ChartType kind() {
        return Arrays.stream(ChartType.values())
                .filter(candidate -> candidate.label().equals(type))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--type",
                        type,
                        String.join(
                                ", ",
                                Arrays.stream(ChartType.values())
                                        .map(ChartType::label)
                                        .toList())));
    }

    private ChartSettings settings() {
        if (sigma != null && probability != null) {
            throw UserError.usage("error.chart-two-limits");
        }
        try {
            ChartSettings.Limits limits = probability != null
                    ? new ChartSettings.Probability(probability)
                    : new ChartSettings.Sigma(sigma == null ? 3 : sigma);
            return ChartSettings.DEFAULT
                    .with(limits)
                    .with(chosenRules())
                    .with(new ChartSettings.Weighted(lambda, k, h, optional(centre), optional(sigmaValue)));
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Set<ChartRule> chosenRules() {
        if (rules.isEmpty()) {
            return ChartSettings.DEFAULT.rules();
        }
        Set<ChartRule> chosen = EnumSet.noneOf(ChartRule.class);
        for (String rule : rules) {
            List<ChartRule> named = Arrays.stream(ChartRule.values())
                    .filter(candidate -> candidate.label().equals(rule) || rule.equals("all"))
                    .toList();
            if (named.isEmpty() && !rule.equals("none")) {
                String known = String.join(
                        ", ",
                        Arrays.stream(ChartRule.values()).map(ChartRule::label).toList());
                throw UserError.usage("error.choice", "--rules", rule, known + ", all, none");
            }
            chosen.addAll(named);
        }
        return chosen;
    }

    private GroupedCounts.Columns columns(ChartType kind) {
        String value = columns.events();
        List<Quantity> quantities = new ArrayList<>();
        boolean plain = !kind.whole();
        quantities.add(plain && denominator == null ? Quantity.number(value) : Quantity.count(value));
        if (denominator != null) {
            quantities.add(kind.counted() ? Quantity.count(denominator) : Quantity.amount(denominator));
        }
        return new GroupedCounts.Columns(List.of(columns.time()), quantities, kind.counted());
    }

    private static ChartSettings based(ChartSettings settings, PointRange range, List<Point> points) {
        int[] ends = range.positions(points);
        return settings.with(new ChartSettings.Baseline(ends[0], ends[1]));
    }

    private ControlChart chart(ChartType kind, List<Point> points, ChartSettings settings) {
        TimeSeries.requireDenominators(
                points,
                file,
                point -> denominator != null
                        && size(kind, point) == 0
                        && point.sums().count(0) > 0);
        boolean counts = denominator != null || kind.whole();
        double[] events = points.stream()
                .mapToDouble(
                        point -> counts ? point.sums().count(0) : point.sums().amount(0))
                .toArray();
        try {
            ChartData data = denominator == null
                    ? ChartData.of(events)
                    : ChartData.of(
                            events,
                            points.stream()
                                    .mapToDouble(point -> size(kind, point))
                                    .toArray());
            return ControlChart.of(kind, data, settings);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private static double size(ChartType kind, Point point) {
        return kind.counted() ? point.sums().count(1) : point.sums().amount(1);
    }

    private List<ResultRow> rows(ControlChart chart, List<Point> points, Map<String, String> group) {
        List<ResultRow> rows = new ArrayList<>();
        List<ChartPoint> drawn = chart.points();
        for (int i = 0; i < drawn.size(); i++) {
            rows.add(ResultRow.of(drawn.get(i), group, common.locale(), common.explain())
                    .withItem(Map.of("time", points.get(i).time().text())));
        }
        SeriesOptions.gaps(points, common.locale())
                .ifPresent(remark -> rows.set(0, rows.get(0).withWarning(remark)));
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", columns.time());
        options.put("type", type);
        if (baseline != null) {
            options.put("baseline", baseline);
        }
        if (probability != null) {
            options.put("probability", probability);
        } else {
            options.put("sigma", sigma == null ? 3 : sigma);
        }
        options.put(
                "rules", chosenRules().stream().map(ChartRule::label).sorted().toList());
        if (type.equals("ewma")) {
            options.put("lambda", lambda);
        }
        if (type.equals("cusum")) {
            options.put("k", k);
            options.put("h", h);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
