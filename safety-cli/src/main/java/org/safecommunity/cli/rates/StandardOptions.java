package org.safecommunity.cli.rates;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.GroupedCounts;
import org.safecommunity.cli.read.GroupedCounts.Quantity;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.rate.StandardPopulation;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import picocli.CommandLine.Option;

/** The standard population of a comparison and the interval method of its rates. */
final class StandardOptions {
    @Option(names = "--standard", paramLabel = "NAME", descriptionKey = "standard")
    @Nullable
    String standard;

    @Option(names = "--standard-weight", paramLabel = "COL", descriptionKey = "standard-weight")
    @Nullable
    String standardWeight;

    @Option(names = "--standard-interval", paramLabel = "METHOD", descriptionKey = "standard-interval")
    String interval = "fay-feuer";

    /** Whether standardised rates are asked for. */
    boolean wanted() {
        return standard != null || standardWeight != null;
    }

    /** The columns to read besides the counts. */
    List<Quantity> quantities() {
        if (standard != null && standardWeight != null) {
            throw UserError.usage("error.standard-choice");
        }
        return standardWeight == null ? List.of() : List.of(Quantity.constant(standardWeight));
    }

    /** The interval method of the rates. */
    StandardisedIntervalMethod method() {
        return Arrays.stream(StandardisedIntervalMethod.values())
                .filter(method -> method.label().equals(interval))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--standard-interval",
                        interval,
                        String.join(
                                ", ",
                                Arrays.stream(StandardisedIntervalMethod.values())
                                        .map(StandardisedIntervalMethod::label)
                                        .toList())));
    }

    /** The standard: published, or the weights of the file, which must be the same for a stratum wherever it occurs. */
    StandardPopulation population(GroupedCounts counts, int weightQuantity) {
        if (standard != null) {
            return StandardiseCommand.published(standard);
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        counts.groups()
                .values()
                .forEach(keys -> keys.forEach((key, sums) -> {
                    String stratum = key.get(key.size() - 1);
                    Double earlier = weights.putIfAbsent(stratum, sums.amount(weightQuantity));
                    if (earlier != null && earlier != sums.amount(weightQuantity)) {
                        throw UserError.input("error.standard-differs", stratum);
                    }
                }));
        try {
            return StandardPopulation.given("given", weights);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.stratum", String.valueOf(e.getMessage()));
        }
    }
}
