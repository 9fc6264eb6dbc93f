package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.Proportion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proportion of literal numbers or of a file. */
@Command(name = "proportion")
public final class ProportionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--events", paramLabel = "X|COL", descriptionKey = "events")
    @Nullable
    String events;

    @Option(names = "--trials", paramLabel = "N|COL", descriptionKey = "trials")
    @Nullable
    String trials;

    @Override
    public Integer call() {
        String eventsText = Literals.required(events, "--events", "--events 81");
        String trialsText = Literals.required(trials, "--trials", "--trials 263");
        List<ResultRow> rows = new ArrayList<>();
        if (file == null) {
            long x = Literals.count(eventsText, "--events");
            long n = Literals.count(trialsText, "--trials");
            if (x > n) {
                throw UserError.usage("error.events-exceed-trials", x, n);
            }
            rows.addAll(rows(x, n, Map.of()));
            return CountOutput.print("rates proportion", rows, options(), common, spec);
        }
        GroupedCounts counts = GroupedCounts.read(
                file,
                GroupedCounts.Columns.eventsOfTrials(List.of(), eventsText, trialsText),
                files.by,
                files.where,
                common);
        counts.groups().forEach((group, strata) -> strata.values()
                .forEach(sums -> rows.addAll(rows(sums.count(0), sums.count(1), counts.groupMap(group)))));
        return CountOutput.print("rates proportion", rows, counts, options(), common, spec);
    }

    private List<ResultRow> rows(long x, long n, Map<String, String> group) {
        return intervals.methods(ProportionIntervalMethod.values(), ProportionIntervalMethod::label).stream()
                .map(method -> ResultRow.of(
                        Proportion.of(x, n, method, intervals.confidence()), group, common.locale(), common.explain()))
                .toList();
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "wilson" : intervals.interval);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
