package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.ResultRow;

/**
 * The content of a report, before it is written.
 *
 * @param locale        language of the texts
 * @param title         title
 * @param date          day of the report
 * @param notice        what a reader must know first, e.g. that the data are synthetic; or null
 * @param summary       five sentences
 * @param sections      sections in order
 * @param inputs        files read
 * @param suppressBelow counts from 1 to below this are withheld; 0 means that nothing is
 */
record Report(
        Locale locale,
        String title,
        LocalDate date,
        @Nullable String notice,
        List<String> summary,
        List<Section> sections,
        List<InputProvenance> inputs,
        int suppressBelow) {

    /** A section with its blocks. */
    record Section(String id, String title, List<Block> blocks) {}

    /** Part of a section. */
    sealed interface Block permits Paragraph, Table {}

    /** Text; {@code warning} sets it apart. */
    record Paragraph(String text, boolean warning) implements Block {}

    /**
     * A heading; the cells of a number column are set to the right, those of a colour column stand beside the colour that
     * the row has as detail.
     */
    record Column(String title, boolean number, boolean colour) {
        Column(String title, boolean number) {
            this(title, number, false);
        }
    }

    /**
     * A table of rows with its chart.
     *
     * @param id      id of the table, unique in the report
     * @param title   title
     * @param columns headings
     * @param cells   a cell for each column, a line for each row
     * @param rows    the rows as data, in the order of the lines
     * @param chart   SVG text, or null
     */
    record Table(
            String id,
            String title,
            List<Column> columns,
            List<List<String>> cells,
            List<ResultRow> rows,
            @Nullable String chart)
            implements Block {}
}
