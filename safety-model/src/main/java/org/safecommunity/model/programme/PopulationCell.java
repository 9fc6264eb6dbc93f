package org.safecommunity.model.programme;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;
import org.safecommunity.model.Sex;
import org.safecommunity.model.internal.Checks;

/**
 * Mean population of one year, sex and age band; counted as person-years of that year. Immutable.
 *
 * @param year     calendar year, from 1900 to 2999
 * @param sex      sex, not null
 * @param ageGroup age band in completed years, e.g. {@code 0-4}, {@code 85+} or the single year {@code 7}
 * @param persons  persons, 0 or more
 */
public record PopulationCell(
        @Min(1900) @Max(2999) int year,
        @NotNull Sex sex,
        @NotNull @Pattern(regexp = PopulationCell.AGE_GROUP) String ageGroup,
        @PositiveOrZero long persons) {
    /** Form of an age band: {@code 0-4}, {@code 85+} or a single year. */
    public static final String AGE_GROUP = "\\d{1,3}(-\\d{1,3}|\\+)?";

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if sex or age band is null
     * @throws IllegalArgumentException if the year is out of its range, the age band has another form or ends before it
     *                                  begins, or the number of persons is negative
     */
    public PopulationCell {
        Checks.between(year, 1900, 2999, "year");
        requireNonNull(sex, "sex");
        if (!requireNonNull(ageGroup, "ageGroup").matches(AGE_GROUP)) {
            throw new IllegalArgumentException("ageGroup must look like 0-4 or 85+, was \"" + ageGroup + "\"");
        }
        if (highest(ageGroup).orElse(Integer.MAX_VALUE) < lowest(ageGroup)) {
            throw new IllegalArgumentException("ageGroup must not end before it begins, was \"" + ageGroup + "\"");
        }
        Checks.notNegative(persons, "persons");
    }

    /** Lowest age of the band in completed years. */
    public int lowestAge() {
        return lowest(ageGroup);
    }

    /** Highest age of the band in completed years; empty when the band is open. */
    public OptionalInt highestAge() {
        return highest(ageGroup);
    }

    /** Whether some person of one cell may be counted in the other too: same year and sex, and an age in both bands. */
    public boolean overlaps(PopulationCell other) {
        return year == other.year
                && sex == other.sex
                && lowestAge() <= other.highestAge().orElse(Integer.MAX_VALUE)
                && other.lowestAge() <= highestAge().orElse(Integer.MAX_VALUE);
    }

    private static int lowest(String ageGroup) {
        return Integer.parseInt(ageGroup.split("[-+]")[0]);
    }

    private static OptionalInt highest(String ageGroup) {
        return ageGroup.endsWith("+")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(ageGroup.substring(ageGroup.indexOf('-') + 1)));
    }
}
