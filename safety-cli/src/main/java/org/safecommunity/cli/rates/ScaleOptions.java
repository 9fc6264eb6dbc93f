package org.safecommunity.cli.rates;

import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.rate.RateScale;
import picocli.CommandLine.Option;

/** Multiplier and exposure unit of a rate. */
final class ScaleOptions {
    @Option(names = "--per", paramLabel = "N", descriptionKey = "per")
    double per = 100_000;

    @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "unit")
    String unit = "person-years";

    RateScale scale() {
        if (!(per > 0 && per < Double.POSITIVE_INFINITY)) {
            throw UserError.usage("error.per", NumberText.shortest(per));
        }
        try {
            return new RateScale(per, unit);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }
}
