package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.GradeScheme;
import org.safecommunity.risk.register.Classification;

/** Cells of an accident whose meaning depends on its date: the category, and the days of the deaths. */
final class AccidentCells {
    private static final GradeScheme.GradeSchemes GRADES = GradeScheme.bundled();

    private AccidentCells() {}

    /**
     * Looks at the category: a code or name of the edition of GB 6441 in force on the date of the accident. {@code 010}, {@code
     * 10} and the name are the same; {@code 01} and {@code 1} too.
     */
    static void category(RowCells row, EventDate date) {
        String text = row.folded("category");
        if (text.isEmpty()) {
            return;
        }
        List<Classification> editions = Classification.inForce(Classification.ACCIDENT_TYPE, date);
        if (editions.isEmpty()) {
            row.warn("category", "no-category-edition", date);
            return;
        }
        if (editions.stream().noneMatch(edition -> entry(edition, text).isPresent())) {
            Classification edition = editions.get(0);
            List<String> known = new ArrayList<>();
            edition.entries().forEach(e -> known.add(e.code() + " " + e.title().zh()));
            String near = Nearest.of(
                    text, edition.entries().stream().map(e -> e.title().zh()).toList());
            row.refuse(
                    "category",
                    "unknown-accident-category",
                    edition.id(),
                    near.isEmpty() ? String.join(", ", known) : near);
        }
    }

    private static Optional<Classification.Entry> entry(Classification edition, String text) {
        String number = text.replaceFirst("^0+(?=\\d)", "");
        return edition.entry(text)
                .or(() -> edition.entry(number))
                .or(() -> number.matches("\\d") ? edition.entry("0" + number) : Optional.empty());
    }

    /** The deaths that count for the grade: from the days of the deaths where they are given, else as entered. */
    static int deaths(RowCells row, AccidentDomain domain, EventDate date, int entered) {
        if (row.text("death_dates").isEmpty()) {
            return entered;
        }
        List<LocalDate> days = new ArrayList<>();
        for (String part : row.folded("death_dates").split(";", -1)) {
            Optional<LocalDate> day =
                    Cells.date(part.strip()).filter(found -> found.day() > 0).map(EventDate::earliest);
            if (day.isEmpty()) {
                row.refuse("death_dates", "not-a-date");
                return entered;
            }
            if (day.get().isBefore(date.earliest())) {
                row.refuse("death_dates", "death-before-accident", date);
                return entered;
            }
            days.add(day.get());
        }
        OptionalInt counted = GRADES.countedDeaths(domain, date, days);
        if (counted.isPresent() && counted.getAsInt() != entered) {
            row.warn(
                    "deaths",
                    "deaths-differ",
                    entered,
                    counted.getAsInt(),
                    GRADES.countingDays(domain).map(Object::toString).orElse("–"));
        }
        return counted.orElse(entered);
    }
}
