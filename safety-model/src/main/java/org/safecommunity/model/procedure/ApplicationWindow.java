package org.safecommunity.model.procedure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.Scheme.Parameter;
import org.safecommunity.model.scheme.Scheme.ParameterId;

/**
 * The months of a year in which applications are taken. It may reach over the end of the year, e.g. from 11 to 2.
 * Immutable.
 *
 * @param from first month, 1 to 12
 * @param to   last month, 1 to 12
 */
public record ApplicationWindow(int from, int to) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a month is out of range
     */
    public ApplicationWindow {
        Checks.between(from, 1, 12, "from");
        Checks.between(to, 1, 12, "to");
    }

    /** The window of a scheme; empty where applications are taken all year, or it is not known. */
    public static Optional<ApplicationWindow> of(Scheme scheme) {
        Optional<Parameter> from = scheme.parameter(ParameterId.APPLICATION_FROM_MONTH);
        Optional<Parameter> to = scheme.parameter(ParameterId.APPLICATION_TO_MONTH);
        return from.isPresent() && to.isPresent()
                ? Optional.of(new ApplicationWindow(from.get().value(), to.get().value()))
                : Optional.empty();
    }

    /** Whether applications are taken on the day. */
    public boolean isOpen(LocalDate day) {
        int month = day.getMonthValue();
        return from <= to ? month >= from && month <= to : month >= from || month <= to;
    }

    /** The first day, from the given one on, on which applications are taken. */
    public LocalDate openFrom(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = YearMonth.from(open).plusMonths(1).atDay(1);
        }
        return open;
    }

    /** The last day of the window that is open on the day. */
    public LocalDate lastDay(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        while (month.getMonthValue() != to) {
            month = month.plusMonths(1);
        }
        return month.atEndOfMonth();
    }
}
