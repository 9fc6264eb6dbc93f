package org.safecommunity.cli.tabulate;

/** A map from codes to classes, e.g. from ICD-10 external causes to mechanisms. Used as a part of a column. */
interface CodeMap extends Part {
    /** Whether the text is a class of this map. */
    boolean hasClass(String text);

    /** A class of the map, or a code of it. */
    @Override
    default Reading label(String cell) {
        return hasClass(cell) ? Reading.of(cell) : read(cell);
    }
}
