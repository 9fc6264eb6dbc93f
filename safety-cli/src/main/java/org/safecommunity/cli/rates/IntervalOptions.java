package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Side;
import picocli.CommandLine.Option;

/** Level, side and method of the intervals of a command. */
final class IntervalOptions {
    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Option(names = "--side", paramLabel = "both|lower|upper", descriptionKey = "side")
    String side = "both";

    @Option(names = "--interval", paramLabel = "METHOD", descriptionKey = "interval")
    String interval = "";

    /** The confidence asked for. */
    Confidence confidence() {
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        for (Side candidate : Side.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(side)) {
                return new Confidence(level, candidate);
            }
        }
        throw UserError.usage("error.choice", "--side", side, "both, lower, upper");
    }

    /** The methods asked for: one, or every one for {@code all}; the first of the list when none is named. */
    <M> List<M> methods(M[] known, Function<M, String> label) {
        if (interval.isEmpty()) {
            return List.of(known[0]);
        }
        if (interval.equals("all")) {
            return List.of(known);
        }
        List<String> labels = new ArrayList<>();
        for (M method : known) {
            if (label.apply(method).equals(interval)) {
                return List.of(method);
            }
            labels.add(label.apply(method));
        }
        labels.add("all");
        throw UserError.usage("error.choice", "--interval", interval, String.join(", ", labels));
    }
}
