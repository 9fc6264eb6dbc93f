package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.internal.Checks;

/**
 * One injury event of one person, without anything that names the person (see {@link PersonalDetails}). Immutable.
 *
 * @param recordId id of the record in its register, not blank
 * @param codeSet  id of the code set its codes belong to, e.g. {@code NISS-B}, not blank
 * @param sex      sex, not null
 * @param age      age in completed years, from 0 to 130, or null when not known
 * @param date     date of the injury, not null
 * @param hour     hour of the injury, from 0 to 23, or null when not known
 * @param codes    code of each field that was filled in, not null; a field left blank has no entry
 */
public record InjuryRecord(
        @NotBlank String recordId,
        @NotBlank String codeSet,
        @NotNull Sex sex,
        @Min(0) @Max(130) @Nullable Integer age,
        @NotNull EventDate date,
        @Min(0) @Max(23) @Nullable Integer hour,
        @NotNull Map<InjuryField, String> codes) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than age and hour is null
     * @throws IllegalArgumentException if an id or code is blank, or age or hour is out of its range
     */
    public InjuryRecord {
        Checks.text(recordId, "recordId");
        Checks.text(codeSet, "codeSet");
        requireNonNull(sex, "sex");
        if (age != null) {
            Checks.between(age, 0, 130, "age");
        }
        requireNonNull(date, "date");
        if (hour != null) {
            Checks.between(hour, 0, 23, "hour");
        }
        codes = Checks.map(requireNonNull(codes, "codes"));
        codes.forEach((field, code) ->
                Checks.text(code, "codes[" + requireNonNull(field, "codes key").label() + "]"));
    }

    /** The code of a field, where it was filled in. */
    public Optional<String> code(InjuryField field) {
        return Optional.ofNullable(codes.get(field));
    }
}
