package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores one hazard from options, or each row of a file. */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SchemeOptions schemes = new SchemeOptions();

    @Mixin
    FactorOptions factors = new FactorOptions();

    @Mixin
    JudgementOptions judgement = new JudgementOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--likelihood", paramLabel = "CLASS", descriptionKey = "matrix-likelihood")
    @Nullable
    String likelihood;

    @Option(names = "--consequence", paramLabel = "CLASS", descriptionKey = "matrix-consequence")
    @Nullable
    String consequence;

    @Option(names = "--condition-met", descriptionKey = "condition-met")
    boolean conditionMet;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        if (schemes.isMatrix()) {
            return matrix();
        }
        Scheme scheme = schemes.scheme();
        if (file != null) {
            List<ResultRow> rows = new ArrayList<>();
            RowPass pass = RowPass.read(
                    file,
                    where,
                    common,
                    table -> new ScoreRows(table, scheme, (score, item) -> rows.add(row(score, item))));
            return print(rows, pass, SchemeOptions.options(scheme));
        }
        return print(List.of(row(scheme.score(literalRatings(scheme)), Map.of())), null, SchemeOptions.options(scheme));
    }

    private ResultRow row(RiskScore score, Map<String, String> item) {
        ResultRow row = RiskRows.of(score, item, common.locale(), common.explain());
        return judgement.judged(score, row, schemes.isPriority(), common.locale());
    }

    private int matrix() {
        MatrixRating rating = new MatrixRating(schemes.matrix(), conditionMet, common);
        Map<String, Object> options =
                Map.of("method", "matrix", "scheme", rating.matrix().id());
        if (file != null) {
            List<ResultRow> rows = new ArrayList<>();
            RowPass pass = RowPass.read(file, where, common, table -> rating.rows(table, rows::add));
            return print(rows, pass, options);
        }
        return print(List.of(rating.literal(likelihood, consequence)), null, options);
    }

    private int print(List<ResultRow> rows, @Nullable RowPass pass, Map<String, Object> options) {
        Envelope envelope = pass == null
                ? new Envelope("risk score", rows, List.of(), List.of(), options)
                : new Envelope("risk score", rows, pass.remarks(), List.of(pass.provenance()), options);
        Printer.print(envelope, common, spec, Format.TABLE);
        return pass == null ? ExitCode.OK : pass.exitCode(common);
    }

    /** The factors given as options: every one of the scheme and no other, each a value of its scale. */
    private Map<String, BigDecimal> literalRatings(Scheme scheme) {
        Map<String, String> given = factors.given();
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            String option = "--" + factor.name();
            String text = given.remove(factor.name());
            if (text == null) {
                throw UserError.usage("error.option-missing", option, option + " (" + factor.scaleText() + ")");
            }
            ratings.put(factor.name(), text.contains("=") ? highest(factor, text) : onScale(factor, option, text));
        }
        if (!given.isEmpty()) {
            throw UserError.usage(
                    "error.not-a-factor", "--" + given.keySet().iterator().next(), scheme.id(), scheme.formula());
        }
        return ratings;
    }

    private static BigDecimal onScale(Factor factor, String option, String text) {
        BigDecimal value = Cells.decimal(text).orElseThrow(() -> UserError.usage("error.not-a-number", option, text));
        if (factor.value(value).isEmpty()) {
            throw UserError.usage("error.not-on-scale", option, factor.scaleText(), text);
        }
        return value;
    }

    /** Several consequence columns, e.g. {@code law=2,people=5}: the highest counts. */
    private static BigDecimal highest(Factor factor, String text) {
        Map<String, BigDecimal> columns = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String name = part.substring(0, Math.max(0, equals)).strip();
            columns.put(name, onScale(factor, "--" + factor.name() + " " + name, part.substring(equals + 1)));
        }
        try {
            return factor.highest(columns);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }
}
