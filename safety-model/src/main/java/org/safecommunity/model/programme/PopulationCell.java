package org.safecommunity.model.programme;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.safecommunity.model.Sex;
import org.safecommunity.model.internal.Checks;

/**
 * Mean population of one year, sex and age band; counted as person-years of that year.
 *
 * @param year     calendar year, from 1900 to 2999
 * @param sex      sex, not null
 * @param ageGroup age band in completed years, e.g. {@code 0-4} or {@code 85+}
 * @param persons  persons, 0 or more
 */
public record PopulationCell(
        @Min(1900) @Max(2999) int year,
        @NotNull Sex sex,
        @NotNull @Pattern(regexp = PopulationCell.AGE_GROUP) String ageGroup,
        @PositiveOrZero long persons) {
    /** Form of an age band: {@code 0-4}, {@code 85+} or a single year. */
    public static final String AGE_GROUP = "\\d{1,3}(-\\d{1,3}|\\+)?";

    public PopulationCell {
        Checks.between(year, 1900, 2999, "year");
        requireNonNull(sex, "sex");
        if (!ageGroup.matches(AGE_GROUP)) {
            throw new IllegalArgumentException("ageGroup must look like 0-4 or 85+, was \"" + ageGroup + "\"");
        }
        Checks.notNegative(persons, "persons");
    }
}
