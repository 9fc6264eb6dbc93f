package org.safecommunity.model.programme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * A community that works by the standard. Immutable.
 *
 * @param name      name, not null
 * @param type      kind of community, not null
 * @param started   day the work started, or null
 * @param synthetic whether the data are invented
 * @param about     a sentence about the community or the data, or null
 * @param source    where the data come from, or null
 * @param licence   terms of the data, or null
 * @param unit      level of the unit, or null
 * @param staffAndFamilies residents who are staff of the enterprise or their families, 0 or more, or null
 */
public record Community(
        @NotNull LocalText name,
        @NotNull CommunityType type,
        @Nullable LocalDate started,
        boolean synthetic,
        @Nullable LocalText about,
        @Nullable LocalText source,
        @Nullable String licence,
        @Nullable UnitLevel unit,
        @JsonProperty("staff-and-families") @Nullable Long staffAndFamilies) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if name or type is null
     * @throws IllegalArgumentException if there are fewer than 0 staff and families
     */
    public Community {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        if (staffAndFamilies != null) {
            Checks.notNegative(staffAndFamilies, "staffAndFamilies");
        }
    }
}
