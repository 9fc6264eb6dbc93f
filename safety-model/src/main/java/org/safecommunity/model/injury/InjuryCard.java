package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An injury card as filled in: the record and, apart from it, the personal details. Written as JSON it holds the record
 * only. Immutable.
 *
 * @param injury the injury, not null
 * @param person the personal details, or null when they were not given or were left out
 */
@JsonIgnoreProperties(value = "person", allowSetters = true)
public record InjuryCard(InjuryRecord injury, @Nullable PersonalDetails person) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if the injury is null
     */
    public InjuryCard {
        requireNonNull(injury, "injury");
    }

    /** The personal details, where they are held. */
    public Optional<PersonalDetails> personalDetails() {
        return Optional.ofNullable(person);
    }

    /** The card without the personal details. */
    public InjuryCard withoutPerson() {
        return new InjuryCard(injury, null);
    }
}
