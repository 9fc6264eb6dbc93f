package org.safecommunity.cli.rates;

import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.rate.RateScale;
import picocli.CommandLine.Option;

/** Multiplier and exposure unit of a rate. */
public final class ScaleOptions {
    @Option(names = "--per", paramLabel = "N", descriptionKey = "per")
    double per = 100_000;

    @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "unit")
    String unit = "person-years";

    /**
     * The scale asked for.
     *
     * @throws UserError (exit 2) if the multiplier is not finite and positive, or the unit is blank
     */
    public RateScale scale() {
        if (!(per > 0 && per < Double.POSITIVE_INFINITY)) {
            throw UserError.usage("error.per", NumberText.shortest(per));
        }
        try {
            return new RateScale(per, unit);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    /** The multiplier. */
    public double per() {
        return per;
    }

    /** Name of the exposure. */
    public String unit() {
        return unit;
    }
}
