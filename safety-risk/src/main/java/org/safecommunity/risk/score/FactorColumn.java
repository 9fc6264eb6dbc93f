package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.internal.Checks;

/**
 * One reading of a scale, e.g. the severity of an injury, of a loss, of a breach of law. Immutable.
 *
 * @param id     id in options and files, e.g. {@code people}, not blank
 * @param title  name, not null
 * @param labels meaning of each value of the scale, in its order
 */
public record FactorColumn(String id, LocalText title, List<LocalText> labels) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the title is null
     * @throws IllegalArgumentException if the id is blank, or there are no labels
     */
    public FactorColumn {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        labels = Checks.filled(labels, "labels");
    }

    static List<Finding> wrongLength(List<FactorColumn> columns, int values) {
        List<Finding> faults = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int size = columns.get(i).labels().size();
            if (size != values) {
                faults.add(Finding.error(
                        "column-length",
                        "columns[" + i + "].labels",
                        new LocalText(
                                "labels must be one for each value of the scale, " + values + ", was " + size,
                                "每个取值须有一条说明，共 " + values + " 条，现为 " + size + " 条"),
                        new LocalText("add the labels that are missing, in the order of the scale", "请按取值次序补齐说明")));
            }
        }
        return faults;
    }
}
