package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.comparison.ReferenceRates;
import org.safecommunity.metrics.comparison.Smr;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.Stratum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Standardised mortality ratio of two numbers, or of the groups of a file against reference rates. */
@Command(name = "smr")
public final class SmrCommand implements Callable<Integer> {
    private static final PoissonIntervalMethod[] METHODS = {
        PoissonIntervalMethod.GARWOOD,
        PoissonIntervalMethod.BYAR,
        PoissonIntervalMethod.MID_P,
        PoissonIntervalMethod.LOG_WALD
    };

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

    @Option(names = "--events", paramLabel = "N|COL", descriptionKey = "events")
    @Nullable
    String events;

    @Option(names = "--expected", paramLabel = "E", descriptionKey = "expected")
    @Nullable
    String expected;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time")
    @Nullable
    String personTime;

    @Option(names = "--stratum", paramLabel = "COL", descriptionKey = "stratum")
    @Nullable
    String stratum;

    @Option(names = "--reference-rate", paramLabel = "COL", descriptionKey = "reference-rate")
    @Nullable
    String referenceRate;

    @Option(names = "--reference-per", paramLabel = "N", descriptionKey = "reference-per")
    double referencePer = 1;

    @Option(names = "--reference-events", paramLabel = "COL", descriptionKey = "reference-events")
    @Nullable
    String referenceEvents;

    @Option(names = "--reference-person-time", paramLabel = "COL", descriptionKey = "reference-person-time")
    @Nullable
    String referencePersonTime;

    @Override
    public Integer call() {
        String eventsText = Literals.required(events, "--events", "--events 12");
        if (file == null) {
            long observed = Literals.count(eventsText, "--events");
            double mean = Literals.amount(Literals.required(expected, "--expected", "--expected 7.5"), "--expected");
            List<ResultRow> rows = rows(method -> Smr.of(observed, mean, method, intervals.confidence()), Map.of());
            return CountOutput.print("rates smr", rows, options(), common, spec);
        }
        return fromFile(file, eventsText);
    }

    private int fromFile(String path, String eventsColumn) {
        String personTimeColumn = Literals.required(personTime, "--person-time", "--person-time person_years");
        String stratumColumn = Literals.required(stratum, "--stratum", "--stratum age_group");
        boolean byCounts = referenceEvents != null || referencePersonTime != null;
        if (byCounts == (referenceRate != null) || (referenceEvents == null) != (referencePersonTime == null)) {
            throw UserError.usage("error.reference-choice");
        }
        if (!(referencePer > 0) || Double.isInfinite(referencePer)) {
            throw UserError.usage("error.reference-per", referencePer);
        }
        List<Quantity> quantities =
                new ArrayList<>(List.of(Quantity.count(eventsColumn), Quantity.amount(personTimeColumn)));
        if (referenceRate != null) {
            quantities.add(Quantity.constant(referenceRate));
        } else if (referenceEvents != null && referencePersonTime != null) {
            quantities.add(Quantity.constant(referenceEvents));
            quantities.add(Quantity.constant(referencePersonTime));
        }
        GroupedCounts counts = GroupedCounts.read(
                path,
                new GroupedCounts.Columns(List.of(stratumColumn), quantities, false),
                files.by,
                files.where,
                common);
        for (Map<List<String>, GroupedCounts.Sums> strata : counts.groups().values()) {
            StrataOverlap.refuse(strata.keySet().stream().map(key -> key.get(0)).toList(), path, stratumColumn);
        }
        warn(counts);
        List<ResultRow> rows = new ArrayList<>();
        Map<String, Double> ofFile = new LinkedHashMap<>();
        counts.groups().values().forEach(strata -> rates(strata).forEach(ofFile::putIfAbsent));
        counts.groups().forEach((group, strata) -> rows.addAll(rowsOfGroup(strata, ofFile, counts.groupMap(group))));
        return CountOutput.print("rates smr", rows, counts, options(), common, spec);
    }

    private List<ResultRow> rowsOfGroup(
            Map<List<String>, GroupedCounts.Sums> sums, Map<String, Double> ofFile, Map<String, String> group) {
        List<Stratum> strata = new ArrayList<>();
        sums.forEach((key, s) -> strata.add(new Stratum(key.get(0), s.count(0), s.amount(1))));
        // a group is compared with the reference of its own rows; the other groups tell which strata it lacks
        Map<String, Double> rates = new LinkedHashMap<>(ofFile);
        sums.keySet().forEach(key -> rates.remove(key.get(0)));
        rates.putAll(rates(sums));
        List<String> withoutRate = sums.keySet().stream()
                .map(key -> key.get(0))
                .filter(label -> !rates.containsKey(label))
                .toList();
        ReferenceRates reference = new ReferenceRates(rates, withoutRate);
        try {
            return rows(method -> Smr.of(strata, reference, method, intervals.confidence()), group);
        } catch (IllegalArgumentException e) {
            String where = group.isEmpty() ? "" : " (" + String.join(", ", group.values()) + ")";
            throw UserError.input("error.stratum", e.getMessage() + where);
        }
    }

    /** Reference rates per one unit of person-time; a stratum whose reference has no person-time is left out. */
    private Map<String, Double> rates(Map<List<String>, GroupedCounts.Sums> strata) {
        Map<String, Double> rates = new LinkedHashMap<>();
        strata.forEach((key, sums) -> {
            if (referenceRate != null) {
                rates.put(key.get(0), sums.amount(2) / referencePer);
            } else if (sums.amount(3) > 0) {
                rates.put(key.get(0), sums.amount(2) / sums.amount(3));
            } else if (sums.amount(2) > 0) {
                throw UserError.input("error.reference-without-person-time", key.get(0));
            }
        });
        return rates;
    }

    private void warn(GroupedCounts counts) {
        boolean large = referenceRate != null
                && counts.groups().values().stream()
                        .flatMap(strata -> strata.values().stream())
                        .anyMatch(sums -> sums.amount(2) / referencePer > 1);
        if (large) {
            counts.remarks()
                    .add(new Remark(
                            "reference-rate-above-one", Texts.get(common.locale(), "remark.reference-rate-above-one")));
        }
        if (counts.groups().size() > 1) {
            counts.remarks()
                    .add(new Remark("smr-not-comparable", Texts.get(common.locale(), "remark.smr-not-comparable")));
        }
    }

    private List<ResultRow> rows(
            java.util.function.Function<PoissonIntervalMethod, Smr> smr, Map<String, String> group) {
        return intervals.methods(METHODS, PoissonIntervalMethod::label).stream()
                .map(method -> ResultRow.of(smr.apply(method), group, common.locale(), common.explain()))
                .toList();
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "garwood" : intervals.interval);
        options.put("referencePer", referencePer);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
