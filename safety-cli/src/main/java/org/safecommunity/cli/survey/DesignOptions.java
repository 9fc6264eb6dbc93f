package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.survey.LonelyPsu;
import org.safecommunity.metrics.survey.ReplicateCentre;
import org.safecommunity.metrics.survey.ReplicateMethod;
import org.safecommunity.metrics.survey.ReplicateWeights;
import org.safecommunity.metrics.survey.SurveyDesign;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyVariance;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The sampling design, the domains and the kind of variance: the same options on every survey estimate. */
final class DesignOptions {
    private static final String TAYLOR = "taylor";

    /** Headings that look like parts of a design; a warning names those that are not used. */
    private static final List<String> DESIGN_NAMES = List.of(
            "weight", "weights", "wt", "pw", "psu", "cluster", "strata", "stratum", "fpc", "权重", "抽样权重", "权数", "层",
            "层号", "分层", "群", "群号", "初级抽样单元", "有限总体校正");

    @Option(names = "--weight", paramLabel = "COL", descriptionKey = "survey-weight")
    @Nullable
    String weight;

    @Option(names = "--strata", paramLabel = "COL", descriptionKey = "survey-strata")
    @Nullable
    String strata;

    @Option(names = "--cluster", paramLabel = "COL", split = ",", descriptionKey = "survey-cluster")
    List<String> clusters = new ArrayList<>();

    @Option(names = "--fpc", paramLabel = "COL", split = ",", descriptionKey = "survey-fpc")
    List<String> fpc = new ArrayList<>();

    @Option(names = "--nest", descriptionKey = "survey-nest")
    boolean nest;

    @Option(names = "--lonely-psu", paramLabel = "POLICY", descriptionKey = "survey-lonely-psu")
    String lonelyPsu = "fail";

    @Option(names = "--variance", paramLabel = "METHOD", descriptionKey = "survey-variance")
    String variance = TAYLOR;

    @Option(names = "--replicates", paramLabel = "N", descriptionKey = "survey-replicates")
    int replicates = 500;

    @Option(names = "--replicate-centre", paramLabel = "mean|estimate", descriptionKey = "survey-replicate-centre")
    String centre = "mean";

    @Mixin
    ReplicateOptions given = new ReplicateOptions();

    @Mixin
    CalibrationOptions calibration = new CalibrationOptions();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "survey-seed")
    long seed = 1;

    @Option(names = "--by", paramLabel = "COL", split = ",", descriptionKey = "survey-by")
    List<String> by = new ArrayList<>();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "survey-where")
    List<String> where = new ArrayList<>();

    @Option(names = "--missing", paramLabel = "domain|fail", descriptionKey = "survey-missing")
    String missing = "domain";

    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Option(names = "--side", paramLabel = "both|lower|upper", descriptionKey = "side")
    String side = "both";

    /** A column whose values are rounds drawn independently: each stratum is one in each round. Set by a command. */
    @Nullable
    String crossed;

    /** Whether domains that a filter leaves nobody of are known all the same. Set by a command. */
    boolean everyDomain;

    /** Whether a missing value of the variable ends the command. */
    boolean failOnMissing() {
        return choice("--missing", missing, "domain", "fail").equals("fail");
    }

    /**
     * Looks at the options before the file is read.
     *
     * @throws UserError (exit 2) if one has a value it does not take
     */
    void check() {
        failOnMissing();
        policy();
        confidence();
        if (!variance.equals(TAYLOR)) {
            choice("--variance", variance, ReplicateMethod.values());
        }
        choice("--replicate-centre", centre, ReplicateCentre.values());
        calibration.method();
        given.check(method());
        if (!given.given() && variance.equals("other")) {
            throw UserError.usage("error.replicates-needed");
        }
    }

    /** How replicate weights are made, or were made by their owner. */
    ReplicateMethod method() {
        return variance.equals(TAYLOR)
                ? ReplicateMethod.OTHER
                : choice("--variance", variance, ReplicateMethod.values());
    }

    LonelyPsu policy() {
        return choice("--lonely-psu", lonelyPsu, LonelyPsu.values());
    }

    Confidence confidence() {
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        return new Confidence(level, choice("--side", side, Side.values()));
    }

    /**
     * Variances of the design of a file, as asked for.
     *
     * @throws UserError (exit 3) if a replicate cannot be calibrated
     */
    SurveyVariance variance(SurveyScan scan) {
        return scan.variance(() -> {
            CalibratedUnits units = scan.calibratedUnits();
            SurveyVariance before = uncalibrated(scan);
            return units == null ? before : units.variance(before);
        });
    }

    private SurveyVariance uncalibrated(SurveyScan scan) {
        SurveyDesign design = scan.design();
        ReplicateWeights weights = scan.replicateWeights();
        if (weights != null) {
            return weights.variance(design, choice("--replicate-centre", centre, ReplicateCentre.values()));
        }
        if (variance.equals(TAYLOR)) {
            return SurveyVariance.taylor(design);
        }
        ReplicateMethod method = choice("--variance", variance, ReplicateMethod.values());
        ReplicateCentre from = choice("--replicate-centre", centre, ReplicateCentre.values());
        try {
            return SurveyVariance.replicates(design, method, replicates, seed, from);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    /** Estimates on the design of a file, as asked for. */
    SurveyEstimates estimates(SurveyScan scan) {
        return SurveyEstimates.with(variance(scan), confidence());
    }

    /** Warnings about the design: columns that look like a part of it and are not used, corrections that are not whole. */
    List<Remark> remarks(List<String> header, Locale locale) {
        List<String> used = new ArrayList<>(clusters);
        used.addAll(fpc);
        used.addAll(by);
        used.add(String.valueOf(weight));
        used.add(String.valueOf(strata));
        List<Remark> remarks = new ArrayList<>();
        if (weight == null || !given.given()) {
            remarks.addAll(unused(header, used, locale));
        }
        if (given.given() && !(strata == null && clusters.isEmpty() && fpc.isEmpty())) {
            remarks.add(new Remark("design-in-replicates", Texts.get(locale, "remark.design-in-replicates")));
        }
        if (fpc.size() == 1 && clusters.size() > 1) {
            remarks.add(new Remark("fpc-first-stage", Texts.get(locale, "remark.fpc-first-stage")));
        }
        return remarks;
    }

    /** The warning about columns that look like a part of a design and are not used. */
    static List<Remark> unused(List<String> header, List<String> used, Locale locale) {
        List<String> unused = header.stream()
                .filter(name -> DESIGN_NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !used.contains(name))
                .toList();
        return unused.isEmpty()
                ? List.of()
                : List.of(new Remark(
                        "design-not-used", Texts.get(locale, "remark.design-not-used", String.join(", ", unused))));
    }

    /** The options in force, for the provenance. */
    Map<String, Object> echo() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("weight", weight);
        options.put("strata", strata);
        options.put("cluster", clusters);
        options.put("fpc", fpc);
        options.put("nest", nest);
        options.put("lonelyPsu", lonelyPsu);
        options.put("variance", given.given() ? method().label() : variance);
        given.echo(options);
        calibration.echo(options);
        if (variance.equals("bootstrap")) {
            options.put("replicates", replicates);
            options.put("seed", seed);
        }
        if (given.given() || !variance.equals(TAYLOR)) {
            options.put("replicateCentre", centre);
        }
        options.put("level", level);
        options.put("side", side);
        options.put("missing", missing);
        options.put("by", by);
        options.put("where", where);
        return options;
    }

    /** The enum constant of an option's value. */
    static <E extends Enum<E>> E choice(String option, String value, E[] constants) {
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(value)) {
                return constant;
            }
            names.add(name);
        }
        if (option.equals("--variance")) {
            names.add(0, TAYLOR);
        }
        throw UserError.usage("error.choice", option, value, String.join(", ", names));
    }

    static String choice(String option, String value, String... known) {
        if (!List.of(known).contains(value)) {
            throw UserError.usage("error.choice", option, value, String.join(", ", known));
        }
        return value;
    }
}
