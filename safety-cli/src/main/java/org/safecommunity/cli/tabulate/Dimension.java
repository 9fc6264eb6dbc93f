package org.safecommunity.cli.tabulate;

import java.util.Set;

/**
 * One way in which the register is divided.
 *
 * @param name    name in the output
 * @param source  column of the register
 * @param column  position of that column
 * @param part    what is taken of a cell
 * @param missing codes that mean that the value is missing, as {@link PlainCodes#plain} writes them
 */
record Dimension(String name, String source, int column, Part part, Set<String> missing) {
    Dimension {
        missing = Set.copyOf(missing);
    }

    /** Reads a cell of the register. */
    Reading read(String cell) {
        return isMissing(cell) ? Reading.MISSING : part.read(cell);
    }

    /** Reads a cell of a population table. */
    Reading readPopulation(String cell) {
        return isMissing(cell) ? Reading.MISSING : part.label(cell);
    }

    private boolean isMissing(String cell) {
        return cell.isEmpty()
                || (!missing.isEmpty() && missing.contains(PlainCodes.plain(cell)))
                || (part.takesWordsForMissing() && Words.isMissing(cell));
    }
}
