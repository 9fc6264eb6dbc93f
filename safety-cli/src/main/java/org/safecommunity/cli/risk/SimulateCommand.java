package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.uncertain.ScoreDistribution;
import org.safecommunity.risk.uncertain.Simulation;
import org.safecommunity.risk.uncertain.UncertainRating;
import org.safecommunity.risk.uncertain.UncertainRating.Range;
import org.safecommunity.risk.uncertain.UncertainRating.Triple;
import org.safecommunity.risk.uncertain.UncertainScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The score of uncertain factors. */
@Command(name = "simulate")
public final class SimulateCommand implements Callable<Integer> {
    private static final List<String> MODES = List.of("auto", "interval", "exact", "fuzzy", "monte-carlo");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SchemeOptions schemes = new SchemeOptions();

    @Mixin
    FactorOptions factors = new FactorOptions();

    @Option(names = "--mode", paramLabel = "MODE", descriptionKey = "simulate-mode")
    String mode = "auto";

    @Option(names = "--shape", paramLabel = "pert|triangular", descriptionKey = "simulate-shape")
    String shape = "pert";

    @Option(names = "--alpha", paramLabel = "A", split = ",", descriptionKey = "simulate-alpha")
    List<BigDecimal> alphas = List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE);

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "simulate-draws")
    int draws = 100_000;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "simulate-seed")
    long seed = 1;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "simulate-threads")
    int threads = 1;

    @Override
    public Integer call() {
        if (!MODES.contains(mode)) {
            throw UserError.usage("error.choice", "--mode", mode, String.join(", ", MODES));
        }
        if (schemes.isMatrix() || schemes.isPriority()) {
            throw UserError.usage("error.simulate-product");
        }
        Scheme scheme = schemes.scheme();
        UncertainScore score = score(scheme);
        String chosen = mode.equals("auto") ? fitting(score) : mode;
        List<ResultRow> rows = rows(score, chosen);
        Map<String, Object> options = SchemeOptions.options(scheme);
        options.put("mode", chosen);
        options.put("factors", factors.given());
        if (chosen.equals("monte-carlo")) {
            options.put("shape", shape);
            options.put("draws", draws);
            options.put("seed", seed);
        }
        Printer.print(new Envelope("risk simulate", rows, List.of(), List.of(), options), common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    /** Exact where all factors are numbers or distributions, cuts where one is a triple, else the bands of the interval. */
    private static String fitting(UncertainScore score) {
        if (score.isDiscrete()) {
            return "exact";
        }
        boolean distribution =
                score.factors().values().stream().anyMatch(UncertainRating.Distribution.class::isInstance);
        if (distribution) {
            return "monte-carlo";
        }
        return score.factors().values().stream().anyMatch(Triple.class::isInstance) ? "fuzzy" : "interval";
    }

    private UncertainScore score(Scheme scheme) {
        Map<String, String> given = factors.given();
        Map<String, UncertainRating> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            String option = "--" + factor.name();
            String text = given.remove(factor.name());
            if (text == null) {
                throw UserError.usage("error.option-missing", option, option + " 1..3");
            }
            ratings.put(factor.name(), RatingText.parse(option, text));
        }
        if (!given.isEmpty()) {
            throw UserError.usage(
                    "error.not-a-factor", "--" + given.keySet().iterator().next(), scheme.id(), scheme.formula());
        }
        return new UncertainScore(scheme, ratings);
    }

    private List<ResultRow> rows(UncertainScore score, String chosen) {
        try {
            return switch (chosen) {
                case "interval" -> interval(score, score.range(), Map.of());
                case "fuzzy" -> fuzzy(score);
                case "exact" -> distribution(score, score.exact(), chosen);
                default -> distribution(score, simulation().of(score), chosen);
            };
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private Simulation simulation() {
        for (Simulation.Shape candidate : Simulation.Shape.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(shape)) {
                return new Simulation(candidate, draws, seed, threads);
            }
        }
        throw UserError.usage("error.choice", "--shape", shape, "pert, triangular");
    }

    private List<ResultRow> interval(UncertainScore score, Range range, Map<String, String> item) {
        List<Band> hit = score.bandsHit(range);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("least", range.least());
        details.put("greatest", range.greatest());
        details.put(
                "colours", hit.stream().map(b -> b.colour().label()).distinct().toList());
        details.put("scheme", score.scheme().id());
        details.put("policy", score.scheme().policy().label());
        String bands = String.join(" ", hit.stream().map(Band::id).toList());
        return List.of(ResultRow.plain(item, "bands-hit", bands, details));
    }

    private List<ResultRow> fuzzy(UncertainScore score) {
        Triple product = score.triangle();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("least", product.least());
        details.put("mode", product.mode());
        details.put("greatest", product.greatest());
        List<ResultRow> rows = new ArrayList<>();
        rows.add(statistic("centroid", product.centroid(), details));
        rows.add(statistic("graded-mean", product.pertMean(), details));
        for (BigDecimal alpha : alphas) {
            rows.addAll(interval(score, score.cut(alpha), ResultRow.item("alpha", alpha.toPlainString())));
        }
        return rows;
    }

    private List<ResultRow> distribution(UncertainScore score, ScoreDistribution result, String method) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("method", method);
        details.put("variance", result.variance());
        details.put("standardDeviation", result.standardDeviation());
        details.put("scheme", score.scheme().id());
        details.put("policy", score.scheme().policy().label());
        if (result.draws() > 0) {
            details.put("draws", result.draws());
        }
        List<ResultRow> rows = new ArrayList<>();
        rows.add(statistic("mean", result.mean(), details));
        rows.add(percentile("0.05", result.p5()));
        rows.add(percentile("0.5", result.p50()));
        rows.add(percentile("0.95", result.p95()));
        result.bands().forEach((band, share) -> rows.add(share(band, share)));
        return rows;
    }

    private ResultRow share(Band band, double share) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("colour", band.colour().label());
        details.put("level", band.title().in(common.locale()));
        return ResultRow.plain(ResultRow.item("band", band.id()), "band-share", share, details);
    }

    private static ResultRow percentile(String probability, double value) {
        return ResultRow.plain(ResultRow.item("probability", probability), "percentile", value, Map.of());
    }

    private static ResultRow statistic(String name, @Nullable Object value, Map<String, Object> details) {
        return ResultRow.plain(Map.of(), name, value, details);
    }
}
