package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An injury card as filled in: the record and, apart from it, the personal details.
 *
 * @param injury the injury, not null
 * @param person the personal details, or null when they were not given or were left out
 */
public record InjuryCard(InjuryRecord injury, @Nullable PersonalDetails person) {
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
