package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;

/**
 * A band of scores. Which of its two bounds belongs to it is the scheme's {@link BoundaryPolicy}. Immutable.
 *
 * @param id     id, e.g. {@code high}, not blank
 * @param from   lower bound, not null
 * @param to     upper bound, not below the lower one, or null when the band is open to the top
 * @param title  name of the level, not null
 * @param colour colour, not null
 * @param action what to do, not null
 */
public record Band(
        String id, BigDecimal from, @Nullable BigDecimal to, LocalText title, Colour colour, LocalText action) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the upper bound is null
     * @throws IllegalArgumentException if the id is blank, or the upper bound is below the lower one
     */
    public Band {
        Checks.text(id, "id");
        from = Checks.plain(requireNonNull(from, "from"));
        if (to != null) {
            if (to.compareTo(from) < 0) {
                throw new IllegalArgumentException("to must not be below from, " + from.toPlainString() + ", was "
                        + Checks.plain(to).toPlainString());
            }
            to = Checks.plain(to);
        }
        requireNonNull(title, "title");
        requireNonNull(colour, "colour");
        requireNonNull(action, "action");
    }

    /** Whether a text is the id or, in either language, the name of the band; upper and lower case are the same. */
    public boolean isNamed(String text) {
        return id.equalsIgnoreCase(text)
                || title.en().equalsIgnoreCase(text)
                || title.zh().equalsIgnoreCase(text);
    }
}
