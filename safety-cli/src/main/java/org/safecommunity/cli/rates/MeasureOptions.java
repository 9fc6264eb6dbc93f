package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.read.GroupedCounts.Sums;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Option;

/** Who had a measure and when it began, in the columns of a file: the same for all evaluations before and after. */
final class MeasureOptions {
    @Option(names = "--events", paramLabel = "COL", descriptionKey = "events-column")
    @Nullable
    String events;

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "person-time-column")
    @Nullable
    String personTime;

    @Option(names = "--group", paramLabel = "COL", descriptionKey = "did-group")
    @Nullable
    String group;

    @Option(names = "--treated", paramLabel = "CATEGORY", descriptionKey = "did-treated")
    @Nullable
    String treated;

    @Option(names = "--period", paramLabel = "COL", descriptionKey = "did-period")
    @Nullable
    String period;

    @Option(names = "--post", paramLabel = "CATEGORY", descriptionKey = "did-post")
    @Nullable
    String post;

    /** The category with the measure. */
    String treated() {
        return Literals.required(treated, "--treated", "--treated north");
    }

    /** The category of the time with it. */
    String post() {
        return Literals.required(post, "--post", "--post 2024");
    }

    /**
     * Reads the counts of a file by group, period and, where it is given, a third column.
     *
     * @throws UserError (exit 2) if an option is missing or names no category
     */
    GroupedCounts read(String file, @Nullable String third, FileOptions files, CommonOptions common) {
        String withMeasure = treated();
        String after = post();
        List<String> keys = new ArrayList<>(List.of(
                Literals.required(group, "--group", "--group district"),
                Literals.required(period, "--period", "--period year")));
        if (third != null) {
            keys.add(third);
        }
        GroupedCounts counts = GroupedCounts.read(
                file,
                GroupedCounts.Columns.of(
                        keys,
                        Quantity.count(Literals.required(events, "--events", "--events injuries")),
                        Quantity.amount(Literals.required(personTime, "--person-time", "--person-time person_years"))),
                files.by,
                files.where,
                common);
        requireCategory(counts, file, 0, "--treated", withMeasure, keys.get(0));
        requireCategory(counts, file, 1, "--post", after, keys.get(1));
        return counts;
    }

    /** Requires that a column holds a category and another one beside it. */
    private static void requireCategory(
            GroupedCounts counts, String file, int key, String option, String category, String column) {
        Set<String> categories = new LinkedHashSet<>();
        counts.groups().values().forEach(cells -> cells.keySet().forEach(values -> categories.add(values.get(key))));
        if (!categories.contains(category)) {
            String near = Nearest.of(category, categories);
            String named = categories.stream().limit(10).collect(Collectors.joining(", "));
            throw UserError.usage("error.did-category", file, column, category, option, near.isEmpty() ? named : near);
        }
        if (categories.size() == 1) {
            throw UserError.usage("error.did-one-category", file, column, category);
        }
    }

    /**
     * Refuses events without person-time.
     *
     * @throws UserError (exit 3) naming the line
     */
    static void requireTime(String file, List<String> key, Sums sums) {
        if (sums.amount(1) == 0 && sums.count(0) > 0) {
            throw UserError.input("error.time-without-denominator", file, sums.line(), key.get(0) + ", " + key.get(1));
        }
    }

    /** Puts the options into the provenance. */
    void echo(Map<String, Object> options) {
        options.put("group", String.valueOf(group));
        options.put("treated", String.valueOf(treated));
        options.put("period", String.valueOf(period));
        options.put("post", String.valueOf(post));
    }
}
