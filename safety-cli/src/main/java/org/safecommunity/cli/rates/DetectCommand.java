package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.rates.TimeSeries.Point;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.TimeLabel;
import org.safecommunity.cli.read.TimeSequence;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.detection.CountCusum;
import org.safecommunity.metrics.detection.DetectionPoint;
import org.safecommunity.metrics.detection.Ears;
import org.safecommunity.metrics.detection.Farrington;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Detection of a rise in the series of a file. */
@Command(name = "detect")
public final class DetectCommand implements Callable<Integer> {
    private static final List<String> METHODS =
            List.of("ears-c1", "ears-c2", "ears-c3", "farrington", "farrington-flexible", "cusum", "cusum-rossi");

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

    @Option(
            names = "--method",
            paramLabel = "ears-c1|ears-c2|ears-c3|farrington|farrington-flexible|cusum|cusum-rossi",
            descriptionKey = "detect-method")
    String method = "ears-c1";

    @Option(names = "--range", paramLabel = "A..B", descriptionKey = "detect-range")
    @Nullable
    String range;

    @Option(names = "--alpha", paramLabel = "P", descriptionKey = "detect-alpha")
    @Nullable
    Double alpha;

    @Option(names = "--baseline", paramLabel = "N", descriptionKey = "detect-baseline")
    @Nullable
    Integer baseline;

    @Option(names = "--mean", paramLabel = "M", descriptionKey = "detect-mean")
    @Nullable
    Double mean;

    @Option(names = "--ratio", paramLabel = "R", descriptionKey = "detect-ratio")
    double ratio = CountCusum.Settings.POISSON_DEFAULT.ratio();

    @Option(names = "--k", paramLabel = "K", descriptionKey = "detect-k")
    double k = CountCusum.Settings.ROSSI_DEFAULT.k();

    @Option(names = "--h", paramLabel = "H", descriptionKey = "detect-h")
    @Nullable
    Double h;

    @Option(names = "--min-sigma", paramLabel = "S", descriptionKey = "detect-min-sigma")
    double minSigma = Ears.Settings.DEFAULT.minSigma();

    @Option(names = "--frequency", paramLabel = "N", descriptionKey = "detect-frequency")
    @Nullable
    Integer frequency;

    @Option(names = "--years-back", paramLabel = "B", descriptionKey = "detect-years-back")
    int yearsBack = Farrington.Settings.DEFAULT.yearsBack();

    @Option(names = "--half-window", paramLabel = "W", descriptionKey = "detect-half-window")
    int halfWindow = Farrington.Settings.DEFAULT.halfWindow();

    @Option(names = "--season-periods", paramLabel = "N", descriptionKey = "detect-season-periods")
    int seasonPeriods = Farrington.Settings.DEFAULT.seasonPeriods();

    @Option(names = "--weights-threshold", paramLabel = "S", descriptionKey = "detect-weights-threshold")
    double weightsThreshold = Farrington.Settings.DEFAULT.weightsThreshold();

    @Option(names = "--past-excluded", paramLabel = "N", descriptionKey = "detect-past-excluded")
    int pastExcluded = Farrington.Settings.DEFAULT.pastExcluded();

    @Override
    public Integer call() {
        if (!METHODS.contains(method)) {
            throw UserError.usage("error.choice", "--method", method, String.join(", ", METHODS));
        }
        TimeSeries series = TimeSeries.read(
                file,
                GroupedCounts.Columns.of(List.of(columns.time()), Quantity.count(columns.events())),
                files,
                common);
        PointRange asked = range == null ? null : PointRange.parse(range, "--range", series.groups());
        plots.requireOne(series);
        List<ResultRow> rows = new ArrayList<>();
        series.groups().forEach((group, points) -> {
            int[] ends = asked == null ? new int[] {1, points.size()} : asked.positions(points);
            rows.addAll(rows(points, ends, series.counts().groupMap(group)));
        });
        return CountOutput.print("rates detect", rows, series.counts(), options(series), common, spec);
    }

    private List<ResultRow> rows(List<Point> points, int[] ends, Map<String, String> group) {
        double[] counts =
                points.stream().mapToDouble(point -> point.sums().count(0)).toArray();
        List<DetectionPoint> judged;
        try {
            judged = judged(points, counts, ends);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        requireHistory(judged, points, ends);
        plots.detection(judged, points.subList(ends[0] - 1, ends[1]), common.locale());
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            rows.add(ResultRow.of(judged.get(i), group, common.locale(), common.explain())
                    .withItem(Map.of("time", points.get(ends[0] - 1 + i).time().text())));
        }
        SeriesOptions.gaps(points, common.locale())
                .ifPresent(remark -> rows.set(0, rows.get(0).withWarning(remark)));
        return rows;
    }

    private List<DetectionPoint> judged(List<Point> points, double[] counts, int[] ends) {
        if (method.startsWith("ears")) {
            return ears().points(counts, earsSettings(), ends[0], ends[1]);
        }
        return method.startsWith("cusum")
                ? cusum().points(counts, cusumSettings(), ends[0], ends[1])
                : farrington(points, counts, ends);
    }

    private CountCusum cusum() {
        return method.equals("cusum") ? CountCusum.POISSON : CountCusum.ROSSI;
    }

    private CountCusum.Settings cusumSettings() {
        CountCusum.Settings usual =
                method.equals("cusum") ? CountCusum.Settings.POISSON_DEFAULT : CountCusum.Settings.ROSSI_DEFAULT;
        return new CountCusum.Settings(
                baseline == null ? usual.baseline() : baseline,
                mean == null ? usual.mean() : OptionalDouble.of(mean),
                ratio,
                k,
                h == null ? usual.h() : h);
    }

    private Ears ears() {
        return Arrays.stream(Ears.values())
                .filter(candidate -> candidate.label().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private Ears.Settings earsSettings() {
        return new Ears.Settings(baseline == null ? Ears.Settings.DEFAULT.baseline() : baseline, alpha(), minSigma);
    }

    private List<DetectionPoint> farrington(List<Point> points, double[] counts, int[] ends) {
        List<String> missing =
                TimeSequence.of(points.stream().map(Point::time).toList()).missing();
        if (!missing.isEmpty()) {
            throw UserError.input("error.detect-gaps", file, String.join(", ", missing));
        }
        return Farrington.points(counts, farringtonSettings(points), ends[0], ends[1]);
    }

    private Farrington.Settings farringtonSettings(List<Point> points) {
        return new Farrington.Settings(
                method.equals("farrington-flexible"),
                frequency(points),
                yearsBack,
                halfWindow,
                method.equals("farrington-flexible") ? seasonPeriods : 1,
                weightsThreshold,
                method.equals("farrington-flexible") ? pastExcluded : 0,
                alpha());
    }

    /** Points in a year: as asked, else by the kind of the times; numbers are taken as weeks. */
    private int frequency(List<Point> points) {
        if (frequency != null) {
            return frequency;
        }
        TimeLabel.Kind kind = points.get(0).time().kind();
        return switch (kind) {
            case QUARTER -> 4;
            case MONTH -> 12;
            case DAY -> 365;
            case WEEK, NUMBER -> 52;
        };
    }

    private double alpha() {
        if (alpha != null) {
            return alpha;
        }
        return method.startsWith("ears") ? Ears.Settings.DEFAULT.alpha() : Farrington.Settings.DEFAULT.alpha();
    }

    /** Requires that one point at least has enough history. */
    private void requireHistory(List<DetectionPoint> judged, List<Point> points, int[] ends) {
        long needed = history(points);
        if (ends[1] <= needed
                && judged.stream().noneMatch(point -> point.threshold().isPresent())) {
            throw UserError.input(
                    "error.detect-history",
                    file,
                    method,
                    needed,
                    points.get(ends[1] - 1).time().text(),
                    ends[1] - 1,
                    needed - ends[1] + 1);
        }
    }

    private long history(List<Point> points) {
        if (method.startsWith("ears")) {
            return ears().history(earsSettings());
        }
        return method.startsWith("cusum")
                ? cusum().history(cusumSettings())
                : farringtonSettings(points).history();
    }

    private Map<String, Object> options(TimeSeries series) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("time", columns.time());
        options.put("method", method);
        if (method.startsWith("cusum")) {
            CountCusum.Settings used = cusumSettings();
            options.put("baseline", (long) used.baseline());
            used.mean().ifPresent(value -> options.put("mean", value));
            options.put(method.equals("cusum") ? "ratio" : "k", method.equals("cusum") ? used.ratio() : used.k());
            options.put("h", used.h());
        } else if (method.startsWith("ears")) {
            options.put("alpha", alpha());
            options.put("baseline", (long) earsSettings().baseline());
            options.put("minSigma", minSigma);
        } else {
            options.put("alpha", alpha());
            options.put("frequency", (long)
                    frequency(series.groups().values().iterator().next()));
            options.put("yearsBack", (long) yearsBack);
            options.put("halfWindow", (long) halfWindow);
        }
        if (method.equals("farrington-flexible")) {
            options.put("seasonPeriods", (long) seasonPeriods);
            options.put("weightsThreshold", weightsThreshold);
            options.put("pastExcluded", (long) pastExcluded);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
