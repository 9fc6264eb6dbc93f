package org.safecommunity.cli.tabulate;

import java.util.List;

/**
 * What a cell of the register means in a dimension.
 *
 * @param label   value of the dimension; empty where the value is missing
 * @param problem code of the finding that refuses the row; empty where there is none
 * @param more    further arguments of the text of the finding
 * @param assumed whether the label rests on an assumption that is worth a warning
 */
record Reading(String label, String problem, List<String> more, boolean assumed) {
    /** The value is missing. */
    static final Reading MISSING = new Reading("", "", List.of(), false);

    Reading {
        more = List.copyOf(more);
    }

    /** A value. */
    static Reading of(String label) {
        return label.isEmpty() ? MISSING : new Reading(label, "", List.of(), false);
    }

    /** A cell that refuses its row. */
    static Reading refused(String problem, String... more) {
        return new Reading("", problem, List.of(more), false);
    }

    /** The same value, marked as an assumption. */
    Reading asAssumption() {
        return new Reading(label, problem, more, true);
    }

    /** Whether the cell refuses its row. */
    boolean isRefused() {
        return !problem.isEmpty();
    }

    /** Whether the value is missing. */
    boolean isMissing() {
        return label.isEmpty() && problem.isEmpty();
    }
}
