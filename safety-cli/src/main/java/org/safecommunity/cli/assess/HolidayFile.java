package org.safecommunity.cli.assess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.model.procedure.WorkCalendar;

/**
 * The holidays of a calendar: a file with the columns date and kind, where kind is {@code holiday} for a day off and
 * {@code workday} for a weekend day that is worked instead.
 */
final class HolidayFile {
    private static final String HOLIDAY = "holiday";
    private static final String WORKDAY = "workday";

    private final Map<LocalDate, String> kinds = new LinkedHashMap<>();
    private final RowPass pass;

    private HolidayFile(String file, CommonOptions common) {
        pass = RowPass.read(file, List.of(), common, this::start);
    }

    /** Reads a file; a row that cannot be used is a warning. */
    static HolidayFile read(String file, CommonOptions common) {
        return new HolidayFile(file, common);
    }

    private RowPass.Sink start(TableReader table) {
        int date = table.column("date");
        int kind = table.column("kind");
        return row -> {
            LocalDate day;
            try {
                day = LocalDate.parse(row.cell(date).strip());
            } catch (DateTimeException e) {
                CellRefusal.refuse("not-a-date", table, row, date);
                return;
            }
            String what = row.cell(kind).strip();
            if (!what.equals(HOLIDAY) && !what.equals(WORKDAY)) {
                CellRefusal.refuse("not-a-day-kind", table, row, kind);
            } else if (kinds.putIfAbsent(day, what) != null) {
                CellRefusal.refuse("day-twice", table, row, date);
            }
        };
    }

    WorkCalendar calendar() {
        return new WorkCalendar(days(HOLIDAY), days(WORKDAY));
    }

    private Set<LocalDate> days(String kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Years of which the file has a day. */
    Set<Integer> years() {
        return kinds.keySet().stream().map(LocalDate::getYear).collect(Collectors.toCollection(TreeSet::new));
    }

    RowPass pass() {
        return pass;
    }
}
