package org.safecommunity.cli.procedure;

import java.time.LocalDate;
import java.util.List;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.accident.GradeScheme;

/**
 * Accidents that count as serious: of grade major (重大) or above. The rule that names "serious responsible accidents" was
 * not read; this reading is the project's, and the register does not tell whether somebody was responsible.
 */
final class SeriousAccidents {
    private static final int MAJOR = 3;

    private SeriousAccidents() {}

    /** Ids of the serious accidents from one day to another, both included. */
    static List<String> between(List<AccidentRecord> accidents, LocalDate from, LocalDate to) {
        GradeScheme.GradeSchemes schemes = GradeScheme.bundled();
        return accidents.stream()
                .filter(a -> !a.date().latest().isBefore(from)
                        && !a.date().earliest().isAfter(to))
                .filter(a -> schemes.of(a.domain())
                        .flatMap(scheme -> scheme.grade(a))
                        .map(grade -> grade.rank() >= MAJOR)
                        .orElse(false))
                .map(AccidentRecord::recordId)
                .toList();
    }
}
