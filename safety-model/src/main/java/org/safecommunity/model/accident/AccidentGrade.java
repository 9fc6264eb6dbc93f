package org.safecommunity.model.accident;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;

/**
 * One grade of a scheme with its lower bounds, each inclusive; reaching any one of them is enough. Immutable.
 *
 * @param id                     id, e.g. {@code major}, not blank
 * @param rank                   order, 1 is the lowest
 * @param title                  name, not null
 * @param deathsFrom             deaths from, 0 or more
 * @param seriousInjuriesFrom    serious injuries (acute industrial poisoning included) from, 0 or more
 * @param directLossFrom10kYuan  direct loss in 10,000 yuan from, 0 or more
 */
public record AccidentGrade(
        String id,
        int rank,
        LocalText title,
        int deathsFrom,
        int seriousInjuriesFrom,
        BigDecimal directLossFrom10kYuan) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the id is blank, the rank is below 1, or a bound is negative
     */
    public AccidentGrade {
        Checks.text(id, "id");
        Checks.between(rank, 1, Integer.MAX_VALUE, "rank");
        requireNonNull(title, "title");
        Checks.notNegative(deathsFrom, "deathsFrom");
        Checks.notNegative(seriousInjuriesFrom, "seriousInjuriesFrom");
        Checks.notNegative(directLossFrom10kYuan, "directLossFrom10kYuan");
    }

    boolean isReachedBy(AccidentRecord accident) {
        return accident.deaths() >= deathsFrom
                || accident.seriousInjuries() >= seriousInjuriesFrom
                || accident.directLoss10kYuan().compareTo(directLossFrom10kYuan) >= 0;
    }

    boolean isAbove(AccidentGrade lower) {
        return deathsFrom > lower.deathsFrom
                && seriousInjuriesFrom > lower.seriousInjuriesFrom
                && directLossFrom10kYuan.compareTo(lower.directLossFrom10kYuan) > 0;
    }
}
