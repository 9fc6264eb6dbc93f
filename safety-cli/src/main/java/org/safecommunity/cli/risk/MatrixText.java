package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.print.TextGrid;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.risk.matrix.MatrixAxis;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.matrix.RiskMatrix;

/** A matrix as an aligned grid: each cell names its level, the legend says which colour a level has. */
final class MatrixText {
    private MatrixText() {}

    static String of(RiskMatrix matrix, Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append(matrix.title().in(locale)).append("  [").append(matrix.id()).append("]\n");
        text.append(matrix.edition()).append("; ");
        text.append(matrix.provenance().describe(matrix.sources()).in(locale)).append("\n\n");
        text.append(grid(matrix).text()).append('\n');
        text.append(levels(matrix, locale).text()).append('\n');
        axis(text, matrix.likelihood(), locale);
        axis(text, matrix.consequence(), locale);
        matrix.conditions().forEach(condition -> text.append("* (")
                .append(condition.likelihood())
                .append(", ")
                .append(condition.consequence())
                .append(") ")
                .append(Texts.get(
                        locale,
                        "matrix.condition",
                        condition.level(),
                        condition.when().in(locale)))
                .append('\n'));
        if (matrix.note() != null) {
            text.append(matrix.note().in(locale)).append('\n');
        }
        return text.append('\n').toString();
    }

    private static TextGrid grid(RiskMatrix matrix) {
        TextGrid grid = new TextGrid().column("", false);
        matrix.consequence().classes().forEach(column -> grid.column(column.code(), false));
        List<AxisClass> likelihood = matrix.likelihood().classes();
        for (int i = likelihood.size() - 1; i >= 0; i--) {
            String code = likelihood.get(i).code();
            List<String> cells = new ArrayList<>(List.of(code));
            matrix.consequence().classes().forEach(column -> cells.add(cell(matrix, code, column.code())));
            grid.row(cells);
        }
        return grid;
    }

    private static String cell(RiskMatrix matrix, String likelihood, String consequence) {
        String level = matrix.level(likelihood, consequence).id();
        String score = matrix.score(likelihood, consequence)
                .map(number -> number.toPlainString() + " ")
                .orElse("");
        return score + level + (matrix.condition(likelihood, consequence).isPresent() ? "*" : "");
    }

    private static TextGrid levels(RiskMatrix matrix, Locale locale) {
        TextGrid grid = new TextGrid()
                .column(Texts.get(locale, "column.level"), false)
                .column("", false)
                .column(Texts.get(locale, "column.colour"), false)
                .column(Texts.get(locale, "column.cells"), true);
        for (RiskMatrix.Level level : matrix.levels()) {
            long cells = matrix.rows().stream()
                    .flatMap(List::stream)
                    .filter(level.id()::equals)
                    .count();
            grid.row(List.of(
                    level.id(), level.title().in(locale), level.colour().title().in(locale), Long.toString(cells)));
        }
        return grid;
    }

    private static void axis(StringBuilder text, MatrixAxis axis, Locale locale) {
        List<String> classes = axis.classes().stream()
                .map(c -> c.code() + " " + c.label().in(locale))
                .toList();
        text.append(axis.title().in(locale))
                .append(": ")
                .append(String.join("; ", classes))
                .append('\n');
    }
}
