package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.safecommunity.model.LocalText;

/**
 * A band of scores.
 *
 * @param id     id, e.g. {@code high}, not blank
 * @param from   lower bound; whether it belongs to the band is the scheme's policy
 * @param title  name of the level, not null
 * @param colour colour, not null
 * @param action what to do, not null
 */
public record Band(String id, BigDecimal from, LocalText title, Colour colour, LocalText action) {
    public Band {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        requireNonNull(from, "from");
        requireNonNull(title, "title");
        requireNonNull(colour, "colour");
        requireNonNull(action, "action");
    }
}
