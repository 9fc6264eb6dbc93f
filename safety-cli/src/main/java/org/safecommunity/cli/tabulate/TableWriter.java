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
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;

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
        names.addAll(table.ofPopulation());
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
        numbers(place).forEach(number -> cells.add(CsvText.cell(number.orElse(null), excel)));
        return cells;
    }

    /** Sums, person-time and kept values of a cell. */
    private List<Optional<Number>> numbers(int place) {
        List<Optional<Number>> numbers = new ArrayList<>(table.sums(place));
        numbers.addAll(table.ofPopulation(place));
        return numbers;
    }

    /** The table for a terminal or in Markdown, with a line on how it came about where that is asked for. */
    String grid(Locale locale, boolean markdown, boolean explain) {
        TextGrid grid = new TextGrid();
        table.dimensions().forEach(name -> grid.column(name, false));
        header().stream().skip(table.dimensions().size()).forEach(name -> grid.column(name, true));
        for (int place = 0; place < table.size(); place++) {
            List<String> cells = new ArrayList<>(table.labels(place));
            cells.add(Long.toString(table.events(place)));
            numbers(place)
                    .forEach(number ->
                            cells.add(number.map(n -> Display.value(n, locale)).orElse("")));
            grid.row(cells);
        }
        String text = markdown ? grid.markdown() : grid.text();
        return explain ? text + "\n" + Texts.get(locale, "report.how-count") + "\n" : text;
    }

    /** One row of results for each cell: the labels as group, the count as value, sums and person-time as details. */
    List<ResultRow> rows(Locale locale, boolean explain) {
        List<Step> working = explain
                ? List.of(Step.remark(Texts.get(locale, "report.how"), Texts.get(locale, "report.how-count")))
                : List.of();
        List<ResultRow> rows = new ArrayList<>(table.size());
        for (int place = 0; place < table.size(); place++) {
            rows.add(row(place, working));
        }
        return rows;
    }

    private ResultRow row(int place, List<Step> working) {
        Map<String, String> group = new LinkedHashMap<>();
        List<String> labels = table.labels(place);
        for (int i = 0; i < labels.size(); i++) {
            group.put(table.dimensions().get(i), labels.get(i));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, table.sums(), table.sums(place));
        put(details, table.ofPopulation(), table.ofPopulation(place));
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
                working);
    }

    private static void put(Map<String, Object> details, List<String> names, List<Optional<Number>> numbers) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).equals(CountTable.PERSON_TIME) ? CountTable.PERSON_TIME_IN_JSON : names.get(i);
            details.put(name, numbers.get(i).orElse(null));
        }
    }
}
