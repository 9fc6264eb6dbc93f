package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.matrix.MatrixAxis;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.matrix.RiskMatrix;

/**
 * Rates by a matrix.
 *
 * @param matrix       matrix
 * @param conditionMet whether the condition of a cell is met, where it has one
 * @param common       language and working
 */
record MatrixRating(RiskMatrix matrix, boolean conditionMet, CommonOptions common) {
    /** The row of one hazard given by options. */
    ResultRow literal(@Nullable String likelihood, @Nullable String consequence) {
        return row(
                code(matrix.likelihood(), "--likelihood", likelihood),
                code(matrix.consequence(), "--consequence", consequence),
                Map.of());
    }

    /** Rates each row of a file with the columns likelihood and consequence. */
    RowPass.Sink rows(TableReader table, Consumer<ResultRow> sink) {
        int likelihood = table.column("likelihood");
        int consequence = table.column("consequence");
        return row -> {
            Optional<String> l = cell(table, row, likelihood, matrix.likelihood());
            Optional<String> c = cell(table, row, consequence, matrix.consequence());
            if (l.isPresent() && c.isPresent()) {
                sink.accept(row(l.get(), c.get(), ScoreRows.item(table, row)));
            }
        };
    }

    private static Optional<String> cell(TableReader table, TableReader.Row row, int column, MatrixAxis axis) {
        String cell = row.cell(column);
        Optional<String> code = find(axis, cell);
        if (code.isEmpty()) {
            String name = table.header().get(column);
            table.findings().refuse("not-on-scale", row.line(), name, SafeEcho.of(cell), codes(axis));
        }
        return code;
    }

    private static String code(MatrixAxis axis, String option, @Nullable String text) {
        if (text == null) {
            throw UserError.usage("error.option-missing", option, option + " (" + codes(axis) + ")");
        }
        return find(axis, text).orElseThrow(() -> UserError.usage("error.choice", option, text, codes(axis)));
    }

    private static Optional<String> find(MatrixAxis axis, String text) {
        String wanted = Cells.fold(text);
        return axis.classes().stream()
                .map(AxisClass::code)
                .filter(wanted::equalsIgnoreCase)
                .findFirst();
    }

    private static String codes(MatrixAxis axis) {
        return String.join(", ", axis.classes().stream().map(AxisClass::code).toList());
    }

    private ResultRow row(String likelihood, String consequence, Map<String, String> item) {
        RiskMatrix.Level plain = matrix.level(likelihood, consequence);
        RiskMatrix.Level level =
                conditionMet ? matrix.conditionalLevel(likelihood, consequence).orElse(plain) : plain;
        Optional<BigDecimal> score = matrix.score(likelihood, consequence);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("band", level.id());
        details.put("colour", level.colour().label());
        details.put("level", level.title().in(common.locale()));
        matrix.condition(likelihood, consequence).ifPresent(condition -> {
            details.put("condition", condition.when().in(common.locale()));
            details.put("conditionMet", conditionMet);
        });
        details.put("scheme", matrix.id());
        details.put("version", matrix.version());
        details.put("edition", matrix.edition());
        details.put("provenance", matrix.provenance().status().label());
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("likelihood", likelihood);
        inputs.put("consequence", consequence);
        return new ResultRow(
                Map.of(),
                item,
                "score",
                score.isPresent() ? (Object) score.get() : level.id(),
                "",
                null,
                null,
                null,
                null,
                "",
                inputs,
                details,
                List.of(),
                common.explain() ? working(likelihood, consequence, level) : List.of());
    }

    private List<Step> working(String likelihood, String consequence, RiskMatrix.Level level) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(matrix.likelihood(), likelihood));
        steps.add(step(matrix.consequence(), consequence));
        steps.add(text(matrix.title().in(common.locale()), level.title().in(common.locale())));
        steps.add(
                text(matrix.id(), matrix.provenance().describe(matrix.sources()).in(common.locale())));
        if (matrix.note() != null) {
            steps.add(text(matrix.edition(), matrix.note().in(common.locale())));
        }
        return steps;
    }

    private Step step(MatrixAxis axis, String code) {
        String label = axis.classes().stream()
                .filter(c -> c.code().equals(code))
                .map(c -> c.label().in(common.locale()))
                .findFirst()
                .orElse(code);
        return text(axis.title().in(common.locale()), code + ": " + label);
    }

    private static Step text(String label, String text) {
        return new Step(label, null, null, null, null, text);
    }
}
