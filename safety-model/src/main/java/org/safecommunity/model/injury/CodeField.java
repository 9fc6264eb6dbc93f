package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * The codes of one field of a card.
 *
 * @param name  field, e.g. {@code cause}, not blank
 * @param title name for a reader, not null
 * @param codes codes in the order of the card, unique
 */
public record CodeField(String name, LocalText title, List<Code> codes) {
    public CodeField {
        Checks.text(name, "name");
        requireNonNull(title, "title");
        codes = Checks.list(codes);
        Set<String> seen = new HashSet<>();
        for (Code code : codes) {
            if (!seen.add(code.code())) {
                throw new IllegalArgumentException("codes of " + name + " must be unique, was twice " + code.code());
            }
        }
    }

    /** The code, where the field has it. */
    public Optional<Code> code(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
