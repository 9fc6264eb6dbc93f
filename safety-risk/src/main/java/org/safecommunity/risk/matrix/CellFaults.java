package org.safecommunity.risk.matrix;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.matrix.RiskMatrix.Condition;
import org.safecommunity.risk.matrix.RiskMatrix.Level;

/** Faults of the cells of a matrix: every cell must have exactly one known level. */
final class CellFaults {
    private static final LocalText HINT = new LocalText(
            "write one level id for each cell, the row of highest likelihood first", "每个单元格写一个等级代号，可能性最高的一行在前");

    private final List<Level> levels;
    private final MatrixAxis likelihood;
    private final MatrixAxis consequence;
    private final List<Finding> faults = new ArrayList<>();

    CellFaults(List<Level> levels, MatrixAxis likelihood, MatrixAxis consequence) {
        this.levels = levels;
        this.likelihood = likelihood;
        this.consequence = consequence;
    }

    List<Finding> of(List<List<String>> rows, List<Condition> conditions) {
        int height = likelihood.classes().size();
        if (rows.size() != height) {
            incomplete(
                    "rows",
                    "rows must be one for each class of likelihood, " + height + ", was " + rows.size(),
                    "行数须等于可能性的级数 " + height + "，现为 " + rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), "rows[" + i + "]");
        }
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            String path = "conditions[" + i + "]";
            known(condition.level(), path + ".level");
            axis(likelihood, condition.likelihood(), path + ".likelihood");
            axis(consequence, condition.consequence(), path + ".consequence");
        }
        return faults;
    }

    private void row(List<String> row, String path) {
        int width = consequence.classes().size();
        if (row.size() != width) {
            incomplete(
                    path,
                    "row must have one cell for each class of consequence, " + width + ", was " + row.size(),
                    "每行单元格数须等于后果的级数 " + width + "，现为 " + row.size());
        }
        for (int j = 0; j < row.size(); j++) {
            known(row.get(j), path + "[" + j + "]");
        }
    }

    private void known(String level, String path) {
        if (levels.stream().noneMatch(l -> l.id().equals(level))) {
            String ids = String.join(", ", levels.stream().map(Level::id).toList());
            add(
                    "unknown-level",
                    path,
                    "level must be one of " + ids + ", was " + level,
                    "等级须为 " + ids + " 之一，现为 " + level);
        }
    }

    private void axis(MatrixAxis axis, String code, String path) {
        if (axis.classes().stream().noneMatch(c -> c.code().equals(code))) {
            add("unknown-class", path, "class must be on the axis, was " + code, "须为坐标轴上的级别，现为 " + code);
        }
    }

    private void incomplete(String path, String en, String zh) {
        add("incomplete-matrix", path, en, zh);
    }

    private void add(String code, String path, String en, String zh) {
        faults.add(Finding.error(code, path, new LocalText(en, zh), HINT));
    }
}
