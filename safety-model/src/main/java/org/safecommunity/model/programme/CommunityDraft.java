package org.safecommunity.model.programme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * A {@link Community} as written by hand, before it is checked: anything may be missing.
 *
 * @param name      name
 * @param type      kind of community
 * @param started   day the work started
 * @param synthetic whether the data are invented; missing means no
 * @param about     a sentence about the community or the data
 * @param source    where the data come from
 * @param licence   terms of the data
 * @param unit      level of the unit
 * @param staffAndFamilies residents who are staff of the enterprise or their families
 */
public record CommunityDraft(
        @NotNull @Nullable LocalText name,
        @NotNull @Nullable CommunityType type,
        @Nullable LocalDate started,
        @Nullable Boolean synthetic,
        @Nullable LocalText about,
        @Nullable LocalText source,
        @Nullable String licence,
        @Nullable UnitLevel unit,

        @JsonProperty("staff-and-families") @PositiveOrZero @Nullable
        Long staffAndFamilies) {

    /**
     * The checked value.
     *
     * @throws NullPointerException if name or type is missing; validate first
     */
    public Community toModel() {
        return new Community(
                requireNonNull(name, "name"),
                requireNonNull(type, "type"),
                started,
                Boolean.TRUE.equals(synthetic),
                about,
                source,
                licence,
                unit,
                staffAndFamilies);
    }
}
