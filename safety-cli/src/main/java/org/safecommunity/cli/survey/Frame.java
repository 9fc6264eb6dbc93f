package org.safecommunity.cli.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.sampling.Allocation;
import org.safecommunity.metrics.sampling.SampleDraw;
import org.safecommunity.metrics.sampling.SampleDraw.Drawn;
import org.safecommunity.metrics.sampling.SplitMix64;

/** The list a sample is drawn from. Strata and clusters are taken in the order of their first row. */
final class Frame {
    static final String PROBABILITY = "selection_probability";
    static final String WEIGHT = "weight";
    private static final String POPULATION = "population_size";
    private static final String CLUSTERS = "clusters_in_frame";
    private static final String MEMBERS = "units_in_cluster";
    private static final String FIRST = "first_probability";
    private static final String SECOND = "second_probability";

    private final SampleOptions options;
    private final List<TableReader.Row> rows = new ArrayList<>();
    private final List<Double> measures = new ArrayList<>();
    private final Map<String, List<Integer>> parts = new LinkedHashMap<>();
    private List<String> header = List.of();
    private long small;

    Frame(SampleOptions options) {
        this.options = options;
    }

    /**
     * A row drawn.
     *
     * @param row         the row
     * @param stages      sizes and probabilities of the stages, by name of their column
     * @param probability probability of selection over all stages
     */
    record Selected(TableReader.Row row, Map<String, Object> stages, double probability) {
        /** The stages under names in camel case. */
        Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            stages.forEach((name, value) -> {
                StringBuilder camel = new StringBuilder();
                for (String word : name.split("_", -1)) {
                    camel.append(
                            camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
                }
                details.put(camel.toString(), value);
            });
            return details;
        }
    }

    /** Takes the rows of the table. */
    RowPass.Sink start(TableReader table) {
        header = table.header();
        for (String name : List.of(PROBABILITY, WEIGHT, POPULATION, CLUSTERS, MEMBERS, FIRST, SECOND)) {
            if (header.contains(name)) {
                throw UserError.usage("error.sample-name", name, table.file().name());
            }
        }
        String partColumn = options.strata != null ? options.strata : options.cluster;
        int part = partColumn == null ? -1 : table.column(partColumn);
        String numberColumn = options.measure != null ? options.measure : options.spread;
        int number = numberColumn == null ? -1 : table.column(numberColumn);
        return row -> {
            if (part >= 0 && row.cell(part).isEmpty()) {
                CellRefusal.refuse("missing-value", table, row, part);
            }
            double value = number < 0 ? 0 : measure(row, number, table);
            if (!table.findings().isRefused(row.line())) {
                parts.computeIfAbsent(part < 0 ? "" : row.cell(part), key -> new ArrayList<>())
                        .add(rows.size());
                rows.add(row);
                measures.add(value);
            }
        };
    }

    private double measure(TableReader.Row row, int column, TableReader table) {
        OptionalDouble value = Cells.number(row.cell(column));
        if (value.isEmpty() || (options.measure != null && value.getAsDouble() < 0)) {
            CellRefusal.refuse(row.cell(column).isEmpty() ? "missing-value" : "not-a-measure", table, row, column);
        }
        return value.orElse(0);
    }

    List<String> header() {
        return header;
    }

    /** Rows in the list. */
    int size() {
        return rows.size();
    }

    /** What there is to say about the draw. */
    List<Remark> remarks(Locale locale) {
        return small == 0
                ? List.of()
                : List.of(
                        new Remark("small-clusters", Texts.get(locale, "remark.small-clusters", small, options.take)));
    }

    /**
     * Draws the sample; rows in the order of the list.
     *
     * @throws IllegalArgumentException if the size does not fit the list
     */
    List<Selected> draw() {
        SplitMix64 random = new SplitMix64(options.seed());
        List<Selected> drawn =
                switch (options.kind()) {
                    case SIMPLE -> whole(SampleDraw.simple(rows.size(), options.size, random));
                    case SYSTEMATIC -> whole(SampleDraw.systematic(rows.size(), options.size, random));
                    case STRATIFIED -> stratified(random);
                    case PPS -> proportional(random);
                    case TWO_STAGE -> clusters(random, options.take, options.first.equals("pps"));
                    case CLUSTER -> clusters(random, Integer.MAX_VALUE, false);
                };
        List<Selected> sorted = new ArrayList<>(drawn);
        sorted.sort(Comparator.comparingInt(one -> one.row().line()));
        return sorted;
    }

    private List<Selected> whole(List<Drawn> drawn) {
        return drawn.stream()
                .map(one ->
                        new Selected(rows.get(one.unit()), Map.of(POPULATION, (long) rows.size()), one.probability()))
                .toList();
    }

    private List<Selected> proportional(SplitMix64 random) {
        double[] sizes = measures.stream().mapToDouble(Double::doubleValue).toArray();
        return SampleDraw.proportionalToSize(sizes, options.size, random).stream()
                .map(one -> new Selected(rows.get(one.unit()), Map.of(), one.probability()))
                .toList();
    }

    private List<Selected> stratified(SplitMix64 random) {
        List<Allocation.Stratum> strata = new ArrayList<>();
        parts.forEach((name, members) -> strata.add(new Allocation.Stratum(name, members.size(), spread(members), 1)));
        List<Integer> sizes = Allocation.of(strata, options.size, options.least, options.rule())
                .units();
        List<Selected> selected = new ArrayList<>();
        int h = 0;
        for (List<Integer> members : parts.values()) {
            int size = sizes.get(h++);
            if (size > 0) {
                for (Drawn one : SampleDraw.simple(members.size(), size, random)) {
                    Map<String, Object> stages = Map.of(POPULATION, (long) members.size());
                    selected.add(new Selected(rows.get(members.get(one.unit())), stages, one.probability()));
                }
            }
        }
        return selected;
    }

    /** Standard deviation of the variable in a stratum; 0 for one unit. */
    private double spread(List<Integer> members) {
        double mean = members.stream().mapToDouble(measures::get).average().orElse(0);
        double squares = members.stream()
                .mapToDouble(i -> (measures.get(i) - mean) * (measures.get(i) - mean))
                .sum();
        return members.size() < 2 ? 0 : Math.sqrt(squares / (members.size() - 1d));
    }

    private List<Selected> clusters(SplitMix64 random, int take, boolean toSize) {
        List<String> names = List.copyOf(parts.keySet());
        double[] sizes =
                names.stream().mapToDouble(name -> members(name).size()).toArray();
        List<Drawn> first = toSize
                ? SampleDraw.proportionalToSize(sizes, options.size, random)
                : SampleDraw.simple(names.size(), options.size, random);
        List<Selected> selected = new ArrayList<>();
        for (Drawn cluster : first) {
            List<Integer> members = members(names.get(cluster.unit()));
            int size = Math.min(take, members.size());
            small += take < Integer.MAX_VALUE && members.size() < take ? 1 : 0;
            for (Drawn one : SampleDraw.simple(members.size(), size, random)) {
                Map<String, Object> stages = new LinkedHashMap<>();
                stages.put(CLUSTERS, (long) names.size());
                stages.put(MEMBERS, (long) members.size());
                stages.put(FIRST, cluster.probability());
                stages.put(SECOND, one.probability());
                selected.add(new Selected(
                        rows.get(members.get(one.unit())), stages, cluster.probability() * one.probability()));
            }
        }
        return selected;
    }

    private List<Integer> members(@Nullable String name) {
        return requireNonNull(parts.get(name), "cluster");
    }
}
