package org.safecommunity.cli.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.sampling.Allocation;
import picocli.CommandLine.Option;

/** How a sample is drawn. */
final class SampleOptions {
    @Option(names = "--design", paramLabel = "DESIGN", required = true, descriptionKey = "sample-design")
    @SuppressWarnings("NullAway.Init")
    String design;

    @Option(names = "--size", paramLabel = "N", required = true, descriptionKey = "sample-size")
    int size;

    @Option(names = "--seed", paramLabel = "S", required = true, descriptionKey = "sample-seed")
    @SuppressWarnings("NullAway.Init")
    Long seed;

    @Option(names = "--strata", paramLabel = "COL", descriptionKey = "sample-strata")
    @Nullable
    String strata;

    @Option(names = "--allocation", paramLabel = "RULE", descriptionKey = "allocation-rule")
    String allocation = "proportional";

    @Option(names = "--spread", paramLabel = "COL", descriptionKey = "sample-spread")
    @Nullable
    String spread;

    @Option(names = "--least", paramLabel = "K", descriptionKey = "allocation-least")
    int least = 2;

    @Option(names = "--measure", paramLabel = "COL", descriptionKey = "sample-measure")
    @Nullable
    String measure;

    @Option(names = "--cluster", paramLabel = "COL", descriptionKey = "sample-cluster")
    @Nullable
    String cluster;

    @Option(names = "--take", paramLabel = "M", descriptionKey = "sample-take")
    int take;

    @Option(names = "--first", paramLabel = "pps|simple", descriptionKey = "sample-first")
    String first = "pps";

    /** A design and the column it needs. */
    enum Design {
        SIMPLE,
        SYSTEMATIC,
        STRATIFIED,
        PPS,
        TWO_STAGE,
        CLUSTER
    }

    Design kind() {
        return DesignOptions.choice("--design", design, Design.values());
    }

    Allocation.Rule rule() {
        return DesignOptions.choice("--allocation", allocation, Allocation.Rule.values());
    }

    long seed() {
        return seed;
    }

    /**
     * Looks at the options before the list is read.
     *
     * @throws UserError (exit 2) if they do not fit together
     */
    void check() {
        Design kind = kind();
        rule();
        DesignOptions.choice("--first", first, "pps", "simple");
        boolean clusters = kind == Design.TWO_STAGE || kind == Design.CLUSTER;
        need(kind == Design.STRATIFIED, strata, "--strata", "--strata village");
        need(kind == Design.PPS, measure, "--measure", "--measure residents");
        need(clusters, cluster, "--cluster", "--cluster village");
        need(kind == Design.TWO_STAGE, take > 0 ? "" : null, "--take", "--take 20");
        need(rule() == Allocation.Rule.NEYMAN, spread, "--spread", "--spread injuries");
        refuse(kind != Design.STRATIFIED, strata, "--strata");
        refuse(kind != Design.PPS, measure, "--measure");
        refuse(!clusters, cluster, "--cluster");
        refuse(kind != Design.TWO_STAGE, take == 0 ? null : "", "--take");
    }

    private static void need(boolean needed, @Nullable String value, String option, String example) {
        if (needed && value == null) {
            throw UserError.usage("error.option-missing", option, example);
        }
    }

    private void refuse(boolean foreign, @Nullable String value, String option) {
        if (foreign && value != null) {
            throw UserError.usage("error.sample-option", option, design);
        }
    }

    /** The options in force, for the provenance. */
    Map<String, Object> echo() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("design", design);
        options.put("size", (long) size);
        options.put("seed", seed);
        options.put("strata", strata);
        if (strata != null) {
            options.put("allocation", allocation);
            options.put("spread", spread);
            options.put("least", (long) least);
        }
        options.put("measure", measure);
        options.put("cluster", cluster);
        if (take > 0) {
            options.put("take", (long) take);
            options.put("first", first);
        }
        return options;
    }
}
