package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.agreement.Agreement;
import org.safecommunity.metrics.agreement.AlphaMetric;
import org.safecommunity.metrics.agreement.Bootstrap;
import org.safecommunity.metrics.agreement.Categories;
import org.safecommunity.metrics.agreement.CategoryCounts;
import org.safecommunity.metrics.agreement.CohenKappa;
import org.safecommunity.metrics.agreement.FleissKappa;
import org.safecommunity.metrics.agreement.IccForm;
import org.safecommunity.metrics.agreement.IntraclassCorrelation;
import org.safecommunity.metrics.agreement.KappaWeights;
import org.safecommunity.metrics.agreement.KendallW;
import org.safecommunity.metrics.agreement.KrippendorffAlpha;
import org.safecommunity.metrics.agreement.RatingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Agreement of the raters of a file. */
@Command(name = "agreement")
public final class AgreementCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "agreement-method")
    String method = "cohen";

    @Option(names = "--layout", paramLabel = "ratings|counts", descriptionKey = "layout")
    String layout = "ratings";

    @Option(names = "--weights", paramLabel = "linear|quadratic", descriptionKey = "weights")
    String weights = "linear";

    @Option(names = "--metric", paramLabel = "METRIC", descriptionKey = "metric")
    String metric = "nominal";

    @Option(names = "--form", paramLabel = "FORM", descriptionKey = "icc-form")
    String form = "icc2-1";

    @Option(names = "--item", paramLabel = "COL", descriptionKey = "item")
    @Nullable
    String item;

    @Option(names = "--raters", paramLabel = "COL", split = ",", descriptionKey = "raters")
    List<String> raters = new ArrayList<>();

    @Option(names = "--categories", paramLabel = "VALUE", split = ",", descriptionKey = "categories")
    List<String> categories = new ArrayList<>();

    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Option(names = "--resamples", paramLabel = "N", descriptionKey = "resamples")
    int resamples = Bootstrap.DEFAULT.resamples();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
    long seed = Bootstrap.DEFAULT.seed();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        if (file == null) {
            throw UserError.usage("error.option-missing", "FILE", "examples/tables/ratings.csv");
        }
        AgreementMethod chosen = choose("--method", method, AgreementMethod.values(), AgreementMethod::label);
        boolean counts = layout.equals("counts");
        if (!counts && !layout.equals("ratings")) {
            throw UserError.usage("error.choice", "--layout", layout, "ratings, counts");
        }
        if (counts && !chosen.takesCounts()) {
            throw UserError.usage("error.needs-ratings", chosen.label());
        }
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        RatingFile ratings = RatingFile.read(file, wanted(chosen, counts), where, common);
        Agreement agreement = agreement(chosen, counts, ratings);
        ResultRow row = ResultRow.of(agreement, Map.of(), common.locale(), common.explain());
        Envelope envelope = new Envelope(
                "risk agreement",
                List.of(row),
                remarks(ratings, counts),
                List.of(ratings.pass().provenance()),
                options(chosen, ratings));
        Printer.print(envelope, common, spec, Format.TABLE);
        return ratings.pass().exitCode(common);
    }

    private RatingFile.Wanted wanted(AgreementMethod chosen, boolean counts) {
        boolean scale = chosen == AgreementMethod.KRIPPENDORFF && (metric.equals("interval") || metric.equals("ratio"));
        if (counts) {
            return new RatingFile.Wanted(
                    item,
                    raters,
                    cell -> Cells.whole(cell).isPresent() && Cells.whole(cell).getAsLong() >= 0,
                    "not-a-count",
                    "");
        }
        if (!categories.isEmpty()) {
            Categories known = given();
            return new RatingFile.Wanted(
                    item, raters, known::holds, "unknown-category", String.join(", ", known.labels()));
        }
        return chosen.needsNumbers() || scale
                ? new RatingFile.Wanted(item, raters, cell -> Cells.number(cell).isPresent(), "not-a-rating", "")
                : new RatingFile.Wanted(item, raters, cell -> true, "", "");
    }

    private Agreement agreement(AgreementMethod chosen, boolean counts, RatingFile ratings) {
        try {
            Confidence confidence = Confidence.of(level);
            if (counts) {
                CategoryCounts table = counts(ratings);
                return chosen == AgreementMethod.FLEISS ? FleissKappa.of(table) : alpha(table, confidence);
            }
            boolean pair = chosen == AgreementMethod.COHEN || chosen == AgreementMethod.WEIGHTED_KAPPA;
            if (pair && ratings.columns().size() != 2) {
                throw UserError.usage(
                        "error.two-raters", chosen.label(), ratings.columns().size(), ratings.columns());
            }
            RatingTable table = new RatingTable(ratings.columns(), ratings.rows());
            return switch (chosen) {
                case COHEN -> CohenKappa.of(table, categories(table), KappaWeights.NONE, confidence);
                case WEIGHTED_KAPPA -> CohenKappa.of(table, ordered(table), weights(), confidence);
                case FLEISS -> FleissKappa.of(CategoryCounts.of(table, categories(table)));
                case KRIPPENDORFF -> alpha(CategoryCounts.of(table, categories(table)), confidence);
                case KENDALL_W -> KendallW.of(table);
                case ICC ->
                    IntraclassCorrelation.of(
                            table, choose("--form", form, IccForm.values(), IccForm::label), confidence);
            };
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private Agreement alpha(CategoryCounts table, Confidence confidence) {
        AlphaMetric chosen = choose("--metric", metric, AlphaMetric.values(), AlphaMetric::label);
        if (chosen == AlphaMetric.ORDINAL && !table.categories().ordered()) {
            throw UserError.usage("error.categories-order", "--metric ordinal");
        }
        return KrippendorffAlpha.of(table, chosen, new Bootstrap(resamples, seed), confidence);
    }

    private CategoryCounts counts(RatingFile ratings) {
        List<List<Long>> rows = ratings.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.isEmpty() ? 0L : Cells.whole(cell).getAsLong())
                        .toList())
                .toList();
        return new CategoryCounts(Categories.inOrder(ratings.columns()), rows);
    }

    private Categories categories(RatingTable table) {
        if (!categories.isEmpty()) {
            return given();
        }
        if (table.ratings().isEmpty()) {
            throw UserError.input("error.no-ratings", String.valueOf(file));
        }
        return Categories.of(table.ratings());
    }

    private Categories ordered(RatingTable table) {
        Categories found = categories(table);
        if (!found.ordered()) {
            throw UserError.usage("error.categories-order", "--method weighted-kappa");
        }
        return found;
    }

    private Categories given() {
        try {
            return Categories.inOrder(categories.stream().map(Cells::fold).toList());
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private KappaWeights weights() {
        return choose(
                "--weights",
                weights,
                new KappaWeights[] {KappaWeights.LINEAR, KappaWeights.QUADRATIC},
                KappaWeights::label);
    }

    private List<Remark> remarks(RatingFile ratings, boolean counts) {
        List<Remark> remarks = new ArrayList<>(ratings.pass().remarks());
        if (ratings.missing() > 0 && !counts) {
            remarks.add(new Remark(
                    "missing-ratings", Texts.get(common.locale(), "remark.missing-ratings", ratings.missing())));
        }
        return remarks;
    }

    private static <M> M choose(String option, String wanted, M[] known, Function<M, String> label) {
        List<String> labels = new ArrayList<>();
        for (M candidate : known) {
            if (label.apply(candidate).equals(wanted)) {
                return candidate;
            }
            labels.add(label.apply(candidate));
        }
        throw UserError.usage("error.choice", option, wanted, String.join(", ", labels));
    }

    private Map<String, Object> options(AgreementMethod chosen, RatingFile ratings) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("method", chosen.label());
        options.put("layout", layout);
        options.put("columns", ratings.columns());
        options.put("level", level);
        options.put("where", where);
        return options;
    }
}
