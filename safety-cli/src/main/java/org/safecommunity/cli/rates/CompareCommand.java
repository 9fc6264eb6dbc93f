package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.comparison.PValueAdjustment;
import org.safecommunity.metrics.comparison.TwoProportions;
import org.safecommunity.metrics.comparison.TwoRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two rates or two risks given as numbers, or the categories of a file with one of them. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {
    private static final String COMMAND = "rates compare";

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

    @Option(names = "--events", paramLabel = "A,B|COL", descriptionKey = "compare-events")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "TA,TB|COL", descriptionKey = "compare-person-time")
    @Nullable
    String personTime;

    @Option(names = "--trials", paramLabel = "NA,NB|COL", descriptionKey = "compare-trials")
    @Nullable
    String trials;

    @Option(names = "--group", paramLabel = "COL", descriptionKey = "group")
    @Nullable
    String group;

    @Option(names = "--reference", paramLabel = "CATEGORY", descriptionKey = "reference")
    @Nullable
    String reference;

    @Option(names = "--stratum", paramLabel = "COL", descriptionKey = "stratum")
    @Nullable
    String stratum;

    @Option(names = "--correction", paramLabel = "METHOD", descriptionKey = "correction")
    @Nullable
    String correction;

    @Mixin
    StandardOptions standards = new StandardOptions();

    @Override
    public Integer call() {
        String eventsText = Literals.required(events, "--events", "--events 41,15");
        if (trials != null && (personTime != null || standards.wanted())) {
            throw UserError.usage("error.trials-alone");
        }
        return file == null ? literal(eventsText) : fromFile(file, eventsText);
    }

    private String personTime() {
        return Literals.required(personTime, "--person-time", "--person-time 28010,19017");
    }

    private int literal(String eventsText) {
        if (group != null || stratum != null || correction != null || standards.wanted()) {
            throw UserError.usage("error.needs-file");
        }
        List<String> x = Literals.pair(eventsText, "--events", "41,15");
        long first = Literals.count(x.get(0), "--events");
        long second = Literals.count(x.get(1), "--events");
        List<ResultRow> rows = new ArrayList<>();
        List<MetricResult> results = trials == null
                ? rates(first, second, Literals.pair(personTime(), "--person-time", "28010,19017"))
                : risks(first, second, Literals.pair(trials, "--trials", "70,80"));
        print(results, Map.of(), Map.of(), rows);
        return CountOutput.print(COMMAND, rows, options(), common, spec);
    }

    private List<MetricResult> rates(long first, long second, List<String> t) {
        double time = Literals.amount(t.get(0), "--person-time");
        double referenceTime = Literals.amount(t.get(1), "--person-time");
        TwoRates counts;
        try {
            counts = new TwoRates(first, time, second, referenceTime);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        if (counts.personTime() == 0 && first > 0) {
            throw UserError.usage("error.events-without-person-time", first);
        }
        if (counts.referencePersonTime() == 0 && second > 0) {
            throw UserError.usage("error.events-without-person-time", second);
        }
        return new RateRows(intervals, scales.scale()).of(counts, null);
    }

    private List<MetricResult> risks(long first, long second, List<String> n) {
        long[] x = {first, second};
        long[] all = new long[2];
        for (int i = 0; i < 2; i++) {
            all[i] = Literals.count(n.get(i), "--trials");
            if (x[i] > all[i]) {
                throw UserError.usage("error.events-exceed-trials", x[i], all[i]);
            }
        }
        TwoProportions counts;
        try {
            counts = new TwoProportions(first, all[0], second, all[1]);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        return new RiskRows(intervals).of(counts, null);
    }

    private int fromFile(String path, String eventsColumn) {
        String groupColumn = Literals.required(group, "--group", "--group sex");
        String referenceCategory = Literals.required(reference, "--reference", "--reference female");
        PValueAdjustment adjustment = correction == null ? null : PCorrection.named(correction);
        if (standards.wanted() && stratum == null) {
            throw UserError.usage("error.option-missing", "--stratum", "--stratum age_group");
        }
        List<Quantity> quantities = new ArrayList<>(List.of(
                Quantity.count(eventsColumn), trials == null ? Quantity.amount(personTime()) : Quantity.count(trials)));
        quantities.addAll(standards.quantities());
        Function<ComparedCounts.Pair, List<MetricResult>> results;
        GroupedCounts counts;
        if (trials == null) {
            RateRows rates = new RateRows(intervals, scales.scale());
            counts = read(path, groupColumn, quantities);
            if (standards.wanted()) {
                rates.standardise(standards.population(counts, 2), standards.method());
            }
            results = pair -> rates(rates, pair);
        } else {
            RiskRows risks = new RiskRows(intervals);
            counts = read(path, groupColumn, quantities);
            results = pair -> risks.of(RiskRows.counts(pair), stratum == null ? null : RiskRows.strata(pair));
        }
        List<ResultRow> rows = new ArrayList<>();
        for (ComparedCounts.Pair pair :
                ComparedCounts.of(counts, groupColumn, referenceCategory).pairs()) {
            refuseOverlap(pair, path);
            print(results(results, pair), pair.group(), pair.item(), rows);
        }
        List<ResultRow> shown = adjustment == null ? rows : PCorrection.apply(adjustment, rows);
        return CountOutput.print(COMMAND, shown, counts, options(), common, spec);
    }

    private GroupedCounts read(String path, String groupColumn, List<Quantity> quantities) {
        return GroupedCounts.read(
                path,
                new GroupedCounts.Columns(
                        stratum == null ? List.of(groupColumn) : List.of(groupColumn, stratum),
                        quantities,
                        trials != null),
                files.by,
                files.where,
                common);
    }

    private static TwoRates twoRates(ComparedCounts.Pair pair) {
        return new TwoRates(
                ComparedCounts.Pair.count(pair.sums(), 0),
                ComparedCounts.Pair.amount(pair.sums(), 1),
                ComparedCounts.Pair.count(pair.reference(), 0),
                ComparedCounts.Pair.amount(pair.reference(), 1));
    }

    private List<MetricResult> rates(RateRows results, ComparedCounts.Pair pair) {
        boolean strata = stratum != null && !pair.reference().isEmpty();
        return results.of(
                twoRates(pair),
                strata ? new RateRows.Strata(RateRows.strata(pair.sums()), RateRows.strata(pair.reference())) : null);
    }

    /** The results of a pair; what the library refuses is an error that names the pair. */
    private static List<MetricResult> results(
            Function<ComparedCounts.Pair, List<MetricResult>> comparison, ComparedCounts.Pair pair) {
        try {
            return comparison.apply(pair);
        } catch (IllegalArgumentException e) {
            List<String> where = new ArrayList<>(pair.group().values());
            where.addAll(pair.item().values());
            throw UserError.input("error.stratum", e.getMessage() + " (" + String.join(", ", where) + ")");
        }
    }

    private void refuseOverlap(ComparedCounts.Pair pair, String path) {
        if (stratum != null) {
            Set<String> labels = new LinkedHashSet<>(pair.sums().keySet());
            labels.addAll(pair.reference().keySet());
            StrataOverlap.refuse(labels, path, stratum);
        }
    }

    private void print(
            List<MetricResult> results, Map<String, String> ofGroup, Map<String, String> item, List<ResultRow> rows) {
        results.forEach(result -> rows.add(
                ResultRow.of(result, ofGroup, common.locale(), common.explain()).withItem(item)));
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        if (file != null) {
            options.put("group", String.valueOf(group));
            options.put("reference", String.valueOf(reference));
        }
        if (stratum != null) {
            options.put("stratum", stratum);
        }
        if (standards.wanted()) {
            options.put("standard", standards.standard == null ? "given" : standards.standard);
            options.put("standardInterval", standards.interval);
        }
        if (correction != null) {
            options.put("correction", correction);
        }
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        String usual = trials == null ? "mid-p" : "score";
        options.put("interval", intervals.interval.isEmpty() ? usual : intervals.interval);
        if (trials == null) {
            options.put("per", scales.per);
            options.put("unit", scales.unit);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
