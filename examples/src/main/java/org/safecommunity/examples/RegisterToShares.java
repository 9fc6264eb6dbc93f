package org.safecommunity.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.model.injury.InjuryField;

/**
 * From records to statistics: the model counts, the metrics take the counts. Neither module knows the other.
 *
 * <p>Source: the register of Sun et al. (2015), doi:10.5061/dryad.r0v35 (CC0-1.0), see {@code examples/shandong/README.md}.
 */
public final class RegisterToShares {
    private RegisterToShares() {}

    /** Shares by outcome of the register named, e.g. {@code examples/shandong/register.csv}. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Long> counts = CountRegister.count(Path.of(arguments[0])).byField(InjuryField.OUTCOME);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        counts.forEach((outcome, n) -> {
            Proportion share = Proportion.of(n, all, ProportionIntervalMethod.WILSON, Confidence.DEFAULT);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d, %.1f%% (95%% interval %.1f%% to %.1f%%)%n",
                    outcome,
                    n,
                    all,
                    100 * share.value().orElseThrow(),
                    100 * share.interval().orElseThrow().lower(),
                    100 * share.interval().orElseThrow().upper());
        });
    }
}
