package org.safecommunity.cli.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.workspace.TableIntake;
import org.safecommunity.model.Sex;

/** What tells the records of a kind apart: the id they carry; year, sex and age group of a population. */
final class RecordKey {
    private final List<Integer> columns;
    private final boolean population;
    private final int fallback;
    private long rows;

    private RecordKey(List<Integer> columns, boolean population, int fallback) {
        this.columns = columns;
        this.population = population;
        this.fallback = fallback;
    }

    static RecordKey of(TableIntake.Source source) {
        Map<String, Integer> known = source.columns();
        if (source.idColumn().isEmpty()) {
            List<Integer> columns =
                    List.of(position(known, "year"), position(known, "sex"), position(known, "age_group"));
            return new RecordKey(columns, true, columns.get(2));
        }
        Integer id = known.get(source.idColumn());
        return new RecordKey(id == null ? List.of() : List.of(id), false, id == null ? 0 : id);
    }

    private static int position(Map<String, Integer> columns, String name) {
        Integer position = columns.get(name);
        if (position == null) {
            throw new IllegalArgumentException("columns must contain " + name);
        }
        return position;
    }

    /** The key of the next row; a row without id is known by its number in the file. */
    String next(TableReader.Row row) {
        rows++;
        if (population) {
            String sex = Cells.fold(row.cell(columns.get(1)));
            return Cells.fold(row.cell(columns.get(0))) + "|"
                    + Sex.parse(sex)
                            .map(known -> known.name().toLowerCase(Locale.ROOT))
                            .orElse(sex) + "|"
                    + Cells.fold(row.cell(columns.get(2))).replace('–', '-');
        }
        String id = columns.isEmpty() ? "" : row.cell(columns.get(0));
        return id.isEmpty() ? "row " + rows : id;
    }

    /** The column to name where a key is used twice. */
    int column() {
        return fallback;
    }
}
