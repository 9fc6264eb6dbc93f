package org.safecommunity.model.accident;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.BundledJson;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * Grades of accidents by deaths, serious injuries and direct loss, e.g. those of State Council Order 493, article 3. The
 * grade is the highest that any of the three criteria reaches; lower bounds belong to the grade (以上 includes the number).
 *
 * @param id           id, e.g. {@code work_safety_493}, not blank
 * @param title        name, not null
 * @param inForceFrom  first day the scheme applies, ISO date, not blank
 * @param countingDays days after the accident within which deaths count, 0 or more
 * @param provenance   where it is stated, not null
 * @param grades       grades, at least one
 */
public record GradeScheme(
        String id, LocalText title, String inForceFrom, int countingDays, Provenance provenance, List<Grade> grades) {
    public GradeScheme {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        LocalDate.parse(inForceFrom);
        Checks.notNegative(countingDays, "countingDays");
        requireNonNull(provenance, "provenance");
        grades = Checks.list(grades).stream()
                .sorted(Comparator.comparingInt(Grade::rank).reversed())
                .toList();
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("grades must not be empty");
        }
    }

    /**
     * The grade of an accident. The lowest grade of Order 493 has no lower bound, so an accident without death, serious
     * injury or loss formally meets it; such a record is left without grade here.
     *
     * @param accident accident, not null
     * @return the highest grade any criterion reaches; empty when there was no death, serious injury or loss
     */
    public Optional<Grade> grade(AccidentRecord accident) {
        if (accident.deaths() == 0
                && accident.seriousInjuries() == 0
                && accident.directLoss10kYuan().signum() == 0) {
            return Optional.empty();
        }
        return grades.stream().filter(grade -> grade.isReachedBy(accident)).findFirst();
    }

    /** The schemes that are part of the library, with the domain each one serves. */
    public static GradeSchemes bundled() {
        String name = "grade-schemes.json";
        return BundledJson.read(GradeScheme.class.getResourceAsStream(name), name, GradeSchemes.class);
    }

    /**
     * The bundled schemes.
     *
     * @param version version of the data file
     * @param schemes grade schemes
     * @param domains which scheme grades the accidents of a domain
     */
    public record GradeSchemes(String version, List<GradeScheme> schemes, List<DomainScheme> domains) {
        public GradeSchemes {
            schemes = Checks.list(schemes);
            domains = Checks.list(domains);
        }

        /** The scheme for a domain; empty for public security, which has none. */
        public Optional<GradeScheme> of(AccidentDomain domain) {
            return domains.stream()
                    .filter(entry -> entry.id() == domain && entry.scheme() != null)
                    .flatMap(entry -> schemes.stream().filter(s -> s.id().equals(entry.scheme())))
                    .findFirst();
        }
    }

    /**
     * Which scheme grades the accidents of a domain.
     *
     * @param id         domain, not null
     * @param title      name, not null
     * @param scheme     id of the scheme, or null when the domain has none
     * @param provenance where this comes from, not null
     */
    public record DomainScheme(
            AccidentDomain id, LocalText title, @Nullable String scheme, Provenance provenance) {}
}
