package org.safecommunity.cli.tabulate;

/** What is taken of a column: the cell as it is, an age band, a part of a date, the class of a code. */
interface Part {
    /** The cell as it is written. */
    Part WHOLE = new Part() {
        @Override
        public Reading read(String cell) {
            return Reading.of(cell);
        }

        @Override
        public boolean takesWordsForMissing() {
            return false;
        }
    };

    /** Reads a cell that is not empty. */
    Reading read(String cell);

    /** Reads a cell of a population table: a label of this part, or what {@link #read} takes. */
    default Reading label(String cell) {
        return read(cell);
    }

    /** Whether words such as {@code 不详} or {@code N/A} mean that the value is missing. */
    default boolean takesWordsForMissing() {
        return true;
    }
}
