package org.safecommunity.cli.tabulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.print.CsvText;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.print.TextGrid;

/** Writes a table of counts: plain CSV that {@code rates} reads, a table for people, or result rows for JSON. */
final class TableWriter {
    private final CountTable table;

    TableWriter(CountTable table) {
        this.table = table;
    }

    /** Names of the columns in order. */
    private List<String> header() {
        List<String> names = new ArrayList<>(table.dimensions());
        names.add(CountTable.EVENTS);
        names.addAll(table.sums());
        if (table.hasPersonTime()) {
            names.add(CountTable.PERSON_TIME);
        }
        return names;
    }

    /** Writes CSV line by line; with {@code excel} a BOM, CRLF and text that Excel does not take for a formula. */
    void csv(Writer out, boolean excel) {
        try {
            if (excel) {
                out.write('\uFEFF');
            }
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF)
                    .build(out);
            csv.writeRecord(
                    header().stream().map(name -> CsvText.cell(name, excel)).toList());
            for (int place = 0; place < table.size(); place++) {
                csv.writeRecord(line(place, excel));
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CSV as text. */
    String csv(boolean excel) {
        StringWriter text = new StringWriter();
        csv(text, excel);
        return text.toString();
    }

    private List<String> line(int place, boolean excel) {
        List<String> cells = new ArrayList<>();
        table.labels(place).forEach(label -> cells.add(CsvText.cell(label, excel)));
        cells.add(Long.toString(table.events(place)));
        table.sums(place).forEach(sum -> cells.add(CsvText.cell(sum, excel)));
        if (table.hasPersonTime()) {
            cells.add(CsvText.cell(table.personTime(place).orElse(null), excel));
        }
        return cells;
    }

    /** The table for a terminal or in Markdown. */
    String grid(Locale locale, boolean markdown) {
        TextGrid grid = new TextGrid();
        table.dimensions().forEach(name -> grid.column(name, false));
        header().stream().skip(table.dimensions().size()).forEach(name -> grid.column(name, true));
        for (int place = 0; place < table.size(); place++) {
            List<String> cells = new ArrayList<>(table.labels(place));
            cells.add(Long.toString(table.events(place)));
            table.sums(place).forEach(sum -> cells.add(Display.value(sum, locale)));
            if (table.hasPersonTime()) {
                cells.add(table.personTime(place)
                        .map(time -> Display.value(time, locale))
                        .orElse(""));
            }
            grid.row(cells);
        }
        return markdown ? grid.markdown() : grid.text();
    }

    /** One row of results for each cell: the labels as group, the count as value, sums and person-time as details. */
    List<ResultRow> rows() {
        List<ResultRow> rows = new ArrayList<>(table.size());
        for (int place = 0; place < table.size(); place++) {
            rows.add(row(place));
        }
        return rows;
    }

    private ResultRow row(int place) {
        Map<String, String> group = new LinkedHashMap<>();
        List<String> labels = table.labels(place);
        for (int i = 0; i < labels.size(); i++) {
            group.put(table.dimensions().get(i), labels.get(i));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        List<Number> sums = table.sums(place);
        for (int i = 0; i < sums.size(); i++) {
            details.put(table.sums().get(i), sums.get(i));
        }
        if (table.hasPersonTime()) {
            Optional<Number> time = table.personTime(place);
            details.put("personTime", time.isPresent() ? time.get() : null);
        }
        return new ResultRow(
                group,
                Map.of(),
                CountTable.EVENTS,
                table.events(place),
                "",
                null,
                null,
                null,
                null,
                "",
                Map.of(),
                details,
                List.of(),
                List.of());
    }
}
