package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The codes of one field of a card. Immutable.
 *
 * @param name  field, e.g. {@code cause}, not blank
 * @param title name for a reader, not null
 * @param codes codes in the order of the card, at least one, unique
 */
public record CodeField(String name, LocalText title, List<Code> codes) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if name or title is null
     * @throws InvalidDataException     with every fault, if a code is used twice
     * @throws IllegalArgumentException if the name is blank, or there are no codes
     */
    public CodeField {
        Checks.text(name, "name");
        requireNonNull(title, "title");
        codes = Checks.filled(codes, "codes");
        InvalidDataException.throwIfAny(Duplicates.in(codes, "codes", "code", Code::code));
    }

    /** The code, where the field has it. */
    public Optional<Code> code(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
