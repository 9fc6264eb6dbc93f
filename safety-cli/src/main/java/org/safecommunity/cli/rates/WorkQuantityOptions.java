package org.safecommunity.cli.rates;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.work.WorkQuantities;
import org.safecommunity.metrics.work.WorkScheme;
import picocli.CommandLine.Option;

/** The quantities of work-accident indicators: the usual ones by options of their own, any other by name. */
final class WorkQuantityOptions {
    @Option(names = "--injuries", paramLabel = "N|COL", descriptionKey = "injuries")
    @Nullable
    String injuries;

    @Option(names = "--deaths", paramLabel = "N|COL", descriptionKey = "work-deaths")
    @Nullable
    String deaths;

    @Option(names = "--serious", paramLabel = "N|COL", descriptionKey = "serious")
    @Nullable
    String serious;

    @Option(names = "--lost-days", paramLabel = "D|COL", descriptionKey = "lost-days")
    @Nullable
    String lostDays;

    @Option(names = "--workers", paramLabel = "P[,P…]|COL", descriptionKey = "workers")
    @Nullable
    String workers;

    @Option(names = "--hours", paramLabel = "H|COL", descriptionKey = "hours")
    @Nullable
    String hours;

    @Option(names = "--quantity", paramLabel = "NAME=N|COL", descriptionKey = "quantity")
    Map<String, String> others = new LinkedHashMap<>();

    /** The texts given, by quantity. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, WorkQuantities.INJURIES, injuries);
        put(given, WorkQuantities.DEATHS, deaths);
        put(given, WorkQuantities.SERIOUS, serious);
        put(given, WorkQuantities.LOST_DAYS, lostDays);
        put(given, WorkQuantities.WORKERS, workers);
        put(given, WorkQuantities.HOURS, hours);
        given.putAll(others);
        return given;
    }

    /** The quantities as numbers; several counts of workers are averaged. */
    WorkQuantities literal(WorkScheme scheme) {
        requireKnown(scheme);
        Map<String, Double> values = new LinkedHashMap<>();
        given().forEach((name, text) -> values.put(name, number(name, text, scheme.counts())));
        return WorkQuantities.of(values);
    }

    /** Stops at a quantity that the scheme does not use, which must be a mistake in its name. */
    void requireKnown(WorkScheme scheme) {
        for (String name : others.keySet()) {
            if (!scheme.quantities().contains(name)) {
                String near = Nearest.of(name, scheme.quantities());
                throw UserError.usage(
                        "error.no-quantity",
                        scheme.id(),
                        name,
                        near.isEmpty() ? String.join(", ", scheme.quantities()) : near);
            }
        }
    }

    private double number(String name, String text, Set<String> counts) {
        String option = others.containsKey(name) ? "--quantity " + name : "--" + name.replace('_', '-');
        if (counts.contains(name)) {
            return Literals.count(text, option);
        }
        if (name.equals(WorkQuantities.WORKERS) && text.contains(",")) {
            List<Double> ends = Arrays.stream(text.split(",", -1))
                    .map(part -> Literals.amount(part, option))
                    .toList();
            return WorkQuantities.meanWorkers(ends);
        }
        return Literals.amount(text, option);
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
