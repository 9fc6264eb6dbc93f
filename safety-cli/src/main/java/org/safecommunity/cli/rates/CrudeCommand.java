package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.RateScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Crude rate of literal numbers or of a file. */
@Command(name = "crude")
public final class CrudeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Mixin
    ScaleOptions scales = new ScaleOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--events", paramLabel = "N|COL", descriptionKey = "events")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "T|COL", descriptionKey = "person-time")
    @Nullable
    String personTime;

    @Option(names = "--frequency", paramLabel = "COL", descriptionKey = "frequency")
    @Nullable
    String frequency;

    @Override
    public Integer call() {
        String eventsText = Literals.required(events, "--events", "--events 12");
        String personTimeText = Literals.required(personTime, "--person-time", "--person-time 52720");
        return file == null ? literal(eventsText, personTimeText) : fromFile(file, eventsText, personTimeText);
    }

    private int literal(String eventsText, String personTimeText) {
        if (frequency != null) {
            RepeatedEvents data = RepeatedEvents.of(frequency, eventsText, personTimeText);
            List<ResultRow> repeated = new ArrayList<>();
            addRows(data, Map.of(), repeated);
            return CountOutput.print("rates crude", repeated, options(), common, spec);
        }
        long x = Literals.count(eventsText, "--events");
        double t = Literals.amount(personTimeText, "--person-time");
        if (t == 0 && x > 0) {
            throw UserError.usage("error.events-without-person-time", x);
        }
        List<ResultRow> rows = rows(x, t, Map.of());
        return CountOutput.print("rates crude", rows, options(), common, spec);
    }

    private int fromFile(String path, String eventsColumn, String personTimeColumn) {
        if (frequency != null) {
            return repeatedEvents(path, eventsColumn, personTimeColumn, frequency);
        }
        GroupedCounts counts = GroupedCounts.read(
                path,
                GroupedCounts.Columns.of(List.of(), Quantity.count(eventsColumn), Quantity.amount(personTimeColumn)),
                files.by,
                files.where,
                common);
        List<ResultRow> rows = new ArrayList<>();
        counts.groups().forEach((group, strata) -> strata.values()
                .forEach(sums -> rows.addAll(rows(sums.count(0), sums.amount(1), counts.groupMap(group)))));
        return CountOutput.print("rates crude", rows, counts, options(), common, spec);
    }

    private int repeatedEvents(String path, String personsColumn, String personTimeColumn, String frequencyColumn) {
        GroupedCounts counts = GroupedCounts.read(
                path,
                RepeatedEvents.columns(personsColumn, personTimeColumn, frequencyColumn),
                files.by,
                files.where,
                common);
        List<ResultRow> rows = new ArrayList<>();
        counts.groups().forEach((group, keys) -> addRows(RepeatedEvents.of(keys, group), counts.groupMap(group), rows));
        return CountOutput.print("rates crude", rows, counts, options(), common, spec);
    }

    private void addRows(RepeatedEvents data, Map<String, String> group, List<ResultRow> rows) {
        RateScale scale = scales.scale();
        intervals
                .methods(PoissonIntervalMethod.values(), PoissonIntervalMethod::label)
                .forEach(method -> rows.add(ResultRow.of(
                        data.rate(scale, method, intervals.confidence()), group, common.locale(), common.explain())));
    }

    private List<ResultRow> rows(long x, double t, Map<String, String> group) {
        RateScale scale = scales.scale();
        return intervals.methods(PoissonIntervalMethod.values(), PoissonIntervalMethod::label).stream()
                .map(method -> ResultRow.of(
                        CrudeRate.of(x, t, scale, method, intervals.confidence()),
                        group,
                        common.locale(),
                        common.explain()))
                .toList();
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "garwood" : intervals.interval);
        options.put("per", scales.per);
        options.put("unit", scales.unit);
        if (frequency != null) {
            options.put("frequency", frequency);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
