package org.safecommunity.metrics.regression;

import java.io.Serial;
import java.util.List;

/** The columns of a design are not independent, so that their coefficients cannot be told apart. */
public final class DependentColumnsException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> columns;

    DependentColumnsException(List<String> columns, String first, List<String> others) {
        super("design must have independent columns, was: "
                + (others.isEmpty()
                        ? first + " is 0 in every row"
                        : first + " is a combination of " + String.join(", ", others))
                + (columns.size() == 1 ? "" : "; dependent in all: " + String.join(", ", columns)));
        this.columns = List.copyOf(columns);
    }

    /** Names of the columns that depend on columns before them. */
    public List<String> columns() {
        return columns;
    }
}
