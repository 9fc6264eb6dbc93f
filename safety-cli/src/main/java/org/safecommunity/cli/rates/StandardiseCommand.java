package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.rate.CumulativeRate;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import org.safecommunity.metrics.rate.StandardisedRate;
import org.safecommunity.metrics.rate.Stratum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Directly standardised rate of a file. */
@Command(name = "standardise")
public final class StandardiseCommand implements Callable<Integer> {
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

    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time")
    @Nullable
    String personTime;

    @Option(names = "--stratum", paramLabel = "COL", descriptionKey = "stratum")
    @Nullable
    String stratum;

    @Option(names = "--standard", paramLabel = "NAME", descriptionKey = "standard")
    @Nullable
    String standard;

    @Option(names = "--standard-weight", paramLabel = "COL", descriptionKey = "standard-weight")
    @Nullable
    String standardWeight;

    @Option(names = "--collapse", descriptionKey = "collapse")
    boolean collapse;

    @Option(names = "--cumulative", descriptionKey = "cumulative")
    boolean cumulative;

    @Override
    public Integer call() {
        String path = Literals.required(file, "FILE", "rates.csv");
        if ((standard == null) == (standardWeight == null)) {
            throw UserError.usage("error.standard-choice");
        }
        StandardPopulation published = standard == null ? null : published(standard);
        List<Quantity> quantities = new ArrayList<>(List.of(
                Quantity.count(Literals.required(events, "--events", "--events injuries")),
                Quantity.amount(Literals.required(personTime, "--person-time", "--person-time person_years"))));
        if (standardWeight != null) {
            quantities.add(Quantity.constant(standardWeight));
        }
        GroupedCounts counts = GroupedCounts.read(
                path,
                new GroupedCounts.Columns(
                        List.of(Literals.required(stratum, "--stratum", "--stratum age_group")), quantities, false),
                files.by,
                files.where,
                common);
        refuseOverlap(counts, path);
        if (published != null && collapse) {
            published = collapsed(published, counts);
        }
        requireSomethingInCommon(counts, published, path);
        StandardPopulation ofAll = published;
        Map<String, Double> weights = weights(counts);
        List<ResultRow> rows = new ArrayList<>();
        counts.groups().forEach((group, strata) -> {
            StandardPopulation population = ofAll == null ? given(weights, strata, group) : ofAll;
            rows.addAll(rows(strata, population, counts.groupMap(group)));
        });
        return CountOutput.print("rates standardise", rows, counts, options(), common, spec);
    }

    /** Strata of a group must not overlap; with weights of the file, those of all groups together must not. */
    private void refuseOverlap(GroupedCounts counts, String path) {
        String column = Literals.required(stratum, "--stratum", "--stratum age_group");
        Set<String> all = new LinkedHashSet<>();
        for (Map<List<String>, GroupedCounts.Sums> strata : counts.groups().values()) {
            List<String> labels =
                    strata.keySet().stream().map(key -> key.get(0)).toList();
            StrataOverlap.refuse(labels, path, column);
            all.addAll(labels);
        }
        if (standardWeight != null) {
            StrataOverlap.refuse(all, path, column);
        }
    }

    private List<ResultRow> rows(
            Map<List<String>, GroupedCounts.Sums> sums, StandardPopulation population, Map<String, String> group) {
        List<Stratum> strata = new ArrayList<>();
        sums.forEach((key, s) -> strata.add(new Stratum(key.get(0), s.count(0), s.amount(1))));
        List<ResultRow> rows = new ArrayList<>();
        List<ResultRow> cumulativeRows = new ArrayList<>();
        StandardisedRate last = null;
        for (StandardisedIntervalMethod method :
                intervals.methods(StandardisedIntervalMethod.values(), StandardisedIntervalMethod::label)) {
            try {
                last = StandardisedRate.of(strata, population, scales.scale(), method, intervals.confidence());
                if (cumulative) {
                    CumulativeRate rate =
                            CumulativeRate.of(strata, CumulativeRate.USUAL_AGE, method, intervals.confidence());
                    cumulativeRows.add(ResultRow.of(rate, group, common.locale(), common.explain()));
                }
            } catch (IllegalArgumentException e) {
                String where = group.isEmpty() ? "" : " (" + String.join(", ", group.values()) + ")";
                throw UserError.input("error.stratum", e.getMessage() + where);
            }
            rows.add(ResultRow.of(last, group, common.locale(), common.explain()));
        }
        if (last != null) {
            rows.add(ResultRow.of(last.crude(), group, common.locale(), common.explain()));
        }
        rows.addAll(cumulativeRows);
        return rows;
    }

    /** The standard with its bands put together to those of the file, which the run says. */
    private StandardPopulation collapsed(StandardPopulation published, GroupedCounts counts) {
        Set<String> labels = new LinkedHashSet<>();
        counts.groups().values().forEach(strata -> strata.keySet().forEach(key -> labels.add(key.get(0))));
        try {
            StandardPopulation collapsed = published.collapsedTo(labels);
            counts.remarks()
                    .add(new Remark(
                            "standard-collapsed",
                            Texts.get(
                                    common.locale(),
                                    "remark.standard-collapsed",
                                    published.id(),
                                    String.join(", ", collapsed.weights().keySet()))));
            return collapsed;
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.stratum", String.valueOf(e.getMessage()));
        }
    }

    static StandardPopulation published(String id) {
        return StandardPopulation.find(id).orElseThrow(() -> {
            String near = Nearest.of(id, StandardPopulation.ids());
            return near.isEmpty()
                    ? UserError.usage("error.no-standard", id, String.join(", ", StandardPopulation.ids()))
                    : UserError.usage("error.no-standard-near", id, near);
        });
    }

    /** The weight of each stratum of the file, as first seen: a group that lacks a stratum is found out by it. */
    private Map<String, Double> weights(GroupedCounts counts) {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (standardWeight != null) {
            counts.groups()
                    .values()
                    .forEach(strata -> strata.forEach((key, sums) -> weights.putIfAbsent(key.get(0), sums.amount(2))));
        }
        return weights;
    }

    private static StandardPopulation given(
            Map<String, Double> ofFile, Map<List<String>, GroupedCounts.Sums> strata, List<String> group) {
        Map<String, Double> weights = new LinkedHashMap<>(ofFile);
        strata.forEach((key, sums) -> weights.put(key.get(0), sums.amount(2)));
        try {
            return StandardPopulation.given("given", weights);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.stratum", e.getMessage() + " " + String.join(", ", group));
        }
    }

    private static void requireSomethingInCommon(
            GroupedCounts counts, @Nullable StandardPopulation published, String path) {
        if (published == null) {
            return;
        }
        boolean common = counts.groups().values().stream()
                .flatMap(strata -> strata.keySet().stream())
                .anyMatch(key -> published.stratumOf(key.get(0)).isPresent());
        if (!common) {
            throw UserError.input(
                    "error.nothing-in-common",
                    path,
                    published.id(),
                    String.join(", ", published.weights().keySet()));
        }
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("standard", standard == null ? "given" : standard);
        options.put("collapse", collapse);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "fay-feuer" : intervals.interval);
        options.put("per", scales.per);
        options.put("unit", scales.unit);
        if (cumulative) {
            options.put("cumulative", true);
        }
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
