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
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.comparison.PValueAdjustment;
import org.safecommunity.metrics.comparison.TwoRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two rates given as numbers, or the categories of a file with one of them. */
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
        String personTimeText = Literals.required(personTime, "--person-time", "--person-time 28010,19017");
        return file == null ? literal(eventsText, personTimeText) : fromFile(file, eventsText, personTimeText);
    }

    private int literal(String eventsText, String personTimeText) {
        if (group != null || stratum != null || correction != null || standards.wanted()) {
            throw UserError.usage("error.needs-file");
        }
        List<String> x = Literals.pair(eventsText, "--events", "41,15");
        List<String> t = Literals.pair(personTimeText, "--person-time", "28010,19017");
        TwoRates counts = new TwoRates(
                Literals.count(x.get(0), "--events"),
                Literals.amount(t.get(0), "--person-time"),
                Literals.count(x.get(1), "--events"),
                Literals.amount(t.get(1), "--person-time"));
        if ((counts.personTime() == 0 && counts.events() > 0)
                || (counts.referencePersonTime() == 0 && counts.referenceEvents() > 0)) {
            throw UserError.usage("error.events-without-person-time", eventsText);
        }
        List<ResultRow> rows = new ArrayList<>();
        print(new RateRows(intervals, scales.scale()).of(counts, null), Map.of(), Map.of(), rows);
        return CountOutput.print(COMMAND, rows, options(), common, spec);
    }

    private int fromFile(String path, String eventsColumn, String personTimeColumn) {
        String groupColumn = Literals.required(group, "--group", "--group sex");
        String referenceCategory = Literals.required(reference, "--reference", "--reference female");
        PValueAdjustment adjustment = correction == null ? null : PCorrection.named(correction);
        if (standards.wanted() && stratum == null) {
            throw UserError.usage("error.option-missing", "--stratum", "--stratum age_group");
        }
        List<Quantity> quantities =
                new ArrayList<>(List.of(Quantity.count(eventsColumn), Quantity.amount(personTimeColumn)));
        quantities.addAll(standards.quantities());
        RateRows results = new RateRows(intervals, scales.scale());
        GroupedCounts counts = GroupedCounts.read(
                path,
                new GroupedCounts.Columns(
                        stratum == null ? List.of(groupColumn) : List.of(groupColumn, stratum), quantities, false),
                files.by,
                files.where,
                common);
        if (standards.wanted()) {
            results.standardise(standards.population(counts, 2), standards.method());
        }
        List<ResultRow> rows = new ArrayList<>();
        for (ComparedCounts.Pair pair :
                ComparedCounts.of(counts, groupColumn, referenceCategory).pairs()) {
            print(results(results, pair), pair.group(), pair.item(), rows);
        }
        List<ResultRow> shown = adjustment == null ? rows : PCorrection.apply(adjustment, rows);
        return CountOutput.print(COMMAND, shown, counts, options(), common, spec);
    }

    private static TwoRates twoRates(ComparedCounts.Pair pair) {
        return new TwoRates(
                ComparedCounts.Pair.count(pair.sums(), 0),
                ComparedCounts.Pair.amount(pair.sums(), 1),
                ComparedCounts.Pair.count(pair.reference(), 0),
                ComparedCounts.Pair.amount(pair.reference(), 1));
    }

    private List<MetricResult> results(RateRows results, ComparedCounts.Pair pair) {
        if (stratum == null || pair.reference().isEmpty()) {
            return results.of(twoRates(pair), null);
        }
        try {
            return results.of(
                    twoRates(pair),
                    new RateRows.Strata(RateRows.strata(pair.sums()), RateRows.strata(pair.reference())));
        } catch (IllegalArgumentException e) {
            List<String> where = new ArrayList<>(pair.group().values());
            where.addAll(pair.item().values());
            throw UserError.input("error.stratum", e.getMessage() + " (" + String.join(", ", where) + ")");
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
        options.put("interval", intervals.interval.isEmpty() ? "mid-p" : intervals.interval);
        options.put("per", scales.per);
        options.put("unit", scales.unit);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
