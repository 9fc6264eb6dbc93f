package org.safecommunity.cli.priority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.priority.Pareto;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Orders problems of a community: Hanlon, Pareto or observed burden; or lays measures out in Haddon's matrix. */
@Command(name = "prioritise")
public final class PrioritiseCommand implements Callable<Integer> {
    /** Options that belong to some methods only. */
    private static final Map<String, String> METHODS_OF = methodsOf();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--method", required = true, paramLabel = "METHOD", descriptionKey = "priority-method")
    @SuppressWarnings("NullAway.Init")
    String method;

    @Option(names = "--item", paramLabel = "COL", descriptionKey = "priority-item")
    @Nullable
    String item;

    @Option(names = "--size", paramLabel = "COL", descriptionKey = "priority-size")
    String size = "size";

    @Option(names = "--seriousness", paramLabel = "COL", descriptionKey = "priority-seriousness")
    String seriousness = "seriousness";

    @Option(names = "--effectiveness", paramLabel = "COL", descriptionKey = "priority-effectiveness")
    String effectiveness = "effectiveness";

    @Option(names = "--pearl", split = ",", paramLabel = "COL", descriptionKey = "priority-pearl")
    List<String> pearl = new ArrayList<>();

    @Option(names = "--form", paramLabel = "bpr|naccho", descriptionKey = "priority-form")
    String form = "bpr";

    @Option(names = "--count", paramLabel = "COL", descriptionKey = "priority-count")
    @Nullable
    String count;

    @Option(names = "--limit", paramLabel = "P", descriptionKey = "priority-limit")
    double limit = Pareto.LIMIT;

    @Option(names = "--other", paramLabel = "NAME", descriptionKey = "priority-other")
    @Nullable
    String other;

    @Option(names = "--person-years", paramLabel = "N|COL", descriptionKey = "priority-person-years")
    @Nullable
    String personYears;

    @Option(names = "--weights", paramLabel = "CHOICE", descriptionKey = "priority-weights")
    String weights = "ordinal";

    @Option(names = "--weight", split = ",", paramLabel = "NAME=W", descriptionKey = "priority-weight")
    Map<String, Double> weight = new LinkedHashMap<>();

    @Option(names = "--register", paramLabel = "PATH", descriptionKey = "priority-register")
    @Nullable
    String register;

    @Option(names = "--match", paramLabel = "topic|accident-type|place", descriptionKey = "priority-match")
    String match = "topic";

    @Option(names = "--sensitivity", descriptionKey = "priority-sensitivity")
    boolean sensitivity;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        String chosen = method.toLowerCase(java.util.Locale.ROOT);
        if (!List.of("hanlon", "pareto", "burden", "haddon").contains(chosen)) {
            throw UserError.usage("error.choice", "--method", method, "hanlon, pareto, burden, haddon");
        }
        METHODS_OF.forEach((option, methods) -> {
            boolean given = spec.commandLine().getParseResult().hasMatchedOption(option);
            if (given && !List.of(methods.split(" ")).contains(chosen)) {
                throw UserError.usage("error.option-of-method", option, methods.replace(" ", ", "), chosen);
            }
        });
        NamedRows rows = new NamedRows(file, where, common, item);
        Ranking ranking =
                switch (chosen) {
                    case "hanlon" ->
                        new HanlonRanking(size, seriousness, effectiveness, pearl, form).rank(rows, sensitivity);
                    case "pareto" -> new ParetoRanking(count, limit, other).rank(rows);
                    case "burden" ->
                        new BurdenRanking(personYears, weights, weight, limit)
                                .rank(
                                        rows,
                                        register == null ? null : RegisterColours.read(register, match, common),
                                        sensitivity);
                    default -> HaddonRows.of(rows);
                };
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("method", chosen);
        options.putAll(ranking.options());
        Printer.print(
                new Envelope("risk prioritise", ranking.rows(), ranking.remarks(), ranking.inputs(), options),
                common,
                spec,
                Format.TABLE);
        boolean refused = ranking.inputs().stream().anyMatch(input -> input.refused() > 0);
        return common.strict() && refused ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static Map<String, String> methodsOf() {
        Map<String, String> map = new LinkedHashMap<>();
        List.of("--size", "--seriousness", "--effectiveness", "--pearl", "--form")
                .forEach(option -> map.put(option, "hanlon"));
        List.of("--count", "--other").forEach(option -> map.put(option, "pareto"));
        map.put("--limit", "pareto burden");
        List.of("--person-years", "--weights", "--weight", "--register", "--match")
                .forEach(option -> map.put(option, "burden"));
        map.put("--sensitivity", "hanlon burden");
        return map;
    }
}
