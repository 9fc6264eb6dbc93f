package org.safecommunity.model.accident;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.internal.Checks;

/**
 * One accident of one of the four domains. Its grade is a matter of the scheme: see
 * {@link GradeScheme#grade(AccidentRecord)}. Immutable.
 *
 * @param recordId           id of the record in its register, not blank
 * @param domain             production, traffic, fire or public security, not null
 * @param date               date of the accident, not null
 * @param deaths             deaths within the counting period of the grade scheme (Order 493: 30
 *                           days, 7 for road traffic and fire), 0 or more
 * @param seriousInjuries    serious injuries, acute industrial poisoning (急性工业中毒) included, 0 or more
 * @param minorInjuries      minor injuries, 0 or more
 * @param directLoss10kYuan  direct loss in 10,000 yuan, 0 or more
 */
public record AccidentRecord(
        @NotBlank String recordId,
        @NotNull AccidentDomain domain,
        @NotNull EventDate date,
        @PositiveOrZero int deaths,
        @PositiveOrZero int seriousInjuries,
        @PositiveOrZero int minorInjuries,
        @NotNull @PositiveOrZero BigDecimal directLoss10kYuan) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the id is blank, or a number is negative
     */
    public AccidentRecord {
        Checks.text(recordId, "recordId");
        requireNonNull(domain, "domain");
        requireNonNull(date, "date");
        Checks.notNegative(deaths, "deaths");
        Checks.notNegative(seriousInjuries, "seriousInjuries");
        Checks.notNegative(minorInjuries, "minorInjuries");
        Checks.notNegative(directLoss10kYuan, "directLoss10kYuan");
    }
}
