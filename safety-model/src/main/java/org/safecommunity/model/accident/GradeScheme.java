package org.safecommunity.model.accident;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * Grades of accidents by deaths, serious injuries and direct loss, e.g. those of State Council Order 493, article 3. The
 * grade is the highest that any of the three criteria reaches; lower bounds belong to the grade (以上 includes the
 * number). Immutable.
 *
 * @param id           id, e.g. {@code work_safety_493}, not blank
 * @param title        name, not null
 * @param inForceFrom  first day the scheme applies, ISO date such as {@code 2007-06-01}
 * @param countingDays days after the accident within which deaths count, 0 or more; a domain may have its own
 * @param provenance   where it is stated, not null
 * @param grades       grades, at least one, in any order; each bound rises with the rank, all bounds of the lowest are 0
 */
public record GradeScheme(
        String id,
        LocalText title,
        String inForceFrom,
        int countingDays,
        Provenance provenance,
        List<AccidentGrade> grades) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the list is null
     * @throws InvalidDataException     with every fault, if ids or ranks repeat, a bound does not rise with the rank, or
     *                                  the lowest grade does not begin at 0
     * @throws IllegalArgumentException if the id is blank, the date is no ISO date, countingDays is negative, or there
     *                                  are no grades
     */
    public GradeScheme {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        date(requireNonNull(inForceFrom, "inForceFrom"));
        Checks.notNegative(countingDays, "countingDays");
        requireNonNull(provenance, "provenance");
        InvalidDataException.throwIfAny(GradeRules.ofGrades(Checks.filled(grades, "grades")));
        grades = grades.stream()
                .sorted(Comparator.comparingInt(AccidentGrade::rank).reversed())
                .toList();
    }

    /**
     * The grade of an accident. The lowest grade of Order 493 has no lower bound, so an accident without death, serious
     * injury or loss formally meets it; such a record is left without grade here (a rule of this project). An accident
     * that is certainly older than the scheme is not graded either: other bounds applied then.
     *
     * @param accident accident, not null
     * @return the highest grade any criterion reaches; empty when there was no death, serious injury or loss, or the
     *     scheme was not yet in force
     * @throws NullPointerException if the accident is null
     */
    public Optional<AccidentGrade> grade(AccidentRecord accident) {
        boolean nothing = accident.deaths() == 0
                && accident.seriousInjuries() == 0
                && accident.directLoss10kYuan().signum() == 0;
        if (nothing || !mayApplyOn(accident.date())) {
            return Optional.empty();
        }
        return grades.stream().filter(grade -> grade.isReachedBy(accident)).findFirst();
    }

    /** Whether the scheme was in force on the date, or on some day that a date known to the month or year allows. */
    public boolean mayApplyOn(EventDate date) {
        return !date.latest().isBefore(date(inForceFrom));
    }

    /**
     * The schemes that are part of the library, with the domain each one serves.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static GradeSchemes bundled() {
        String name = "grade-schemes.json";
        return GradeSchemes.FILE.readBundled(GradeScheme.class.getResourceAsStream(name), name);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "inForceFrom must be an ISO date such as 2007-06-01, was \"" + text + "\"", e);
        }
    }

    /**
     * Grade schemes and the domain each one serves. Immutable.
     *
     * @param version version of the data file, not blank
     * @param sources documents that the schemes refer to
     * @param schemes grade schemes, ids unique
     * @param domains which scheme grades the accidents of a domain, each domain at most once
     */
    public record GradeSchemes(
            String version, List<SourceDocument> sources, List<GradeScheme> schemes, List<DomainScheme> domains) {
        static final DataFile<GradeSchemes> FILE = DataFile.of(GradeSchemes.class)
                .whenBroken(GradeSchemes.class, file -> {
                    file.unique("schemes", "id");
                    file.unique("domains", "id");
                });

        /**
         * Checks the components.
         *
         * @throws NullPointerException     if the version is null
         * @throws InvalidDataException     with every fault, if an id repeats, a domain names an unknown scheme, or a
         *                                  source is not in the list of documents
         * @throws IllegalArgumentException if the version is blank
         */
        public GradeSchemes {
            Checks.text(version, "version");
            sources = Checks.list(sources);
            schemes = Checks.list(schemes);
            domains = Checks.list(domains);
            InvalidDataException.throwIfAny(GradeRules.ofFile(sources, schemes, domains));
        }

        /** The scheme for a domain; empty for public security, which has none. */
        public Optional<GradeScheme> of(AccidentDomain domain) {
            return domain(domain).flatMap(entry -> schemes.stream()
                    .filter(scheme -> scheme.id().equals(entry.scheme()))
                    .findFirst());
        }

        /** How accidents of a domain are graded, with the provenance of that choice. */
        public Optional<DomainScheme> domain(AccidentDomain domain) {
            return domains.stream().filter(entry -> entry.id() == domain).findFirst();
        }

        /**
         * The deaths of an accident that count for its grade: those within the counting days of its domain, the day of the
         * accident not counted; every death where the domain has no scheme. Source: State Council
         * Order 493, article 13.
         *
         * @param domain   domain of the accident, not null
         * @param accident date of the accident, not null
         * @param deaths   day of each death, not null
         * @return the number; empty when the day of the accident is not known and it matters
         * @throws NullPointerException if an argument is null
         */
        public OptionalInt countedDeaths(AccidentDomain domain, EventDate accident, List<LocalDate> deaths) {
            Optional<Integer> days = countingDays(domain);
            if (days.isEmpty()) {
                return OptionalInt.of(deaths.size());
            }
            long early = within(accident.earliest(), days.get(), deaths);
            long late = within(accident.latest(), days.get(), deaths);
            return early == late ? OptionalInt.of((int) early) : OptionalInt.empty();
        }

        private static long within(LocalDate accident, int days, List<LocalDate> deaths) {
            LocalDate last = accident.plusDays(days);
            return deaths.stream().filter(day -> !day.isAfter(last)).count();
        }

        /** Days after an accident of the domain within which deaths count; empty where the domain has no scheme. */
        public Optional<Integer> countingDays(AccidentDomain domain) {
            Optional<Integer> own = domain(domain).map(DomainScheme::countingDays);
            return own.isPresent() ? own : of(domain).map(GradeScheme::countingDays);
        }
    }

    /**
     * Which scheme grades the accidents of a domain. Immutable.
     *
     * @param id           domain, not null
     * @param title        name, not null
     * @param scheme       id of the scheme, or null when the domain has none
     * @param countingDays days within which deaths count in this domain, 0 or more, or null for those of the scheme
     * @param provenance   where this comes from, not null
     */
    public record DomainScheme(
            AccidentDomain id,
            LocalText title,
            @Nullable String scheme,
            @Nullable Integer countingDays,
            Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if domain, title or provenance is null
         * @throws IllegalArgumentException if countingDays is negative
         */
        public DomainScheme {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            if (countingDays != null) {
                Checks.notNegative(countingDays, "countingDays");
            }
            requireNonNull(provenance, "provenance");
        }
    }
}
