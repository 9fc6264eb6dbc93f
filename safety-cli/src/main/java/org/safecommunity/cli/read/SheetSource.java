package org.safecommunity.cli.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;

/**
 * Rows of a sheet of an XLSX workbook, streamed. Dates become ISO dates, numbers their shortest text, formulas the value
 * that was stored with them. Empty rows are passed over as empty lines are; a short row is filled up with empty cells.
 */
final class SheetSource implements RowSource {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int width;

    private SheetSource(String name, ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    /** Names of the sheets, the hidden ones last. */
    static List<String> names(String name, Path path) throws IOException {
        try (ReadableWorkbook workbook = open(name, path)) {
            return workbook.getSheets()
                    .sorted(Comparator.comparing(sheet -> sheet.getVisibility() != SheetVisibility.VISIBLE))
                    .map(Sheet::getName)
                    .toList();
        }
    }

    static SheetSource open(InputFile file, String sheet) throws IOException {
        ReadableWorkbook workbook = open(file.name(), file.path());
        try {
            return new SheetSource(
                    file.name(), workbook, workbook.findSheet(sheet).orElseThrow());
        } catch (RuntimeException e) {
            workbook.close();
            throw UserError.input("error.xlsx", file.name());
        }
    }

    private static ReadableWorkbook open(String name, Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), WITH_FORMATS);
        } catch (RuntimeException e) {
            throw UserError.input("error.xlsx", name);
        }
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> cells = cells(row);
                if (!cells.isEmpty()) {
                    return new RawRow(row.getRowNum(), filledUp(cells), false);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw UserError.input("error.xlsx", name);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /** Cells up to the last that is not empty. */
    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int empty = 0;
        for (Cell cell : row) {
            String text = cell == null ? "" : text(cell);
            cells.add(text);
            empty = text.isBlank() ? empty + 1 : 0;
        }
        return cells.subList(0, cells.size() - empty);
    }

    private List<String> filledUp(List<String> cells) {
        width = width == 0 ? cells.size() : width;
        List<String> filled = new ArrayList<>(cells);
        while (filled.size() < width) {
            filled.add("");
        }
        return filled;
    }

    private String text(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof Number number) {
            return CellDates.text(
                            number.doubleValue(),
                            cell.getDataFormatId(),
                            cell.getDataFormatString(),
                            workbook.isDate1904())
                    .orElseGet(() -> NumberText.shortest(number.doubleValue()));
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        if (value == null) {
            return cell.getType() == CellType.ERROR && cell.getRawValue() != null ? cell.getRawValue() : "";
        }
        return value.toString();
    }
}
