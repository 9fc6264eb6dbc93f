package org.safecommunity.metrics.burden;

import static java.util.Objects.requireNonNull;

import org.safecommunity.metrics.internal.Checks;

/**
 * Deaths at one age.
 *
 * @param label  age or age band as in the data, e.g. {@code 30-34}, not blank
 * @param person whose life expectancy, not null
 * @param age    age in years that stands for it, finite and 0 or more
 * @param deaths deaths, from 0 to 2^53
 */
public record DeathsAtAge(String label, LifeTable.Person person, double age, long deaths) {
    public DeathsAtAge {
        Checks.text(label, "label");
        requireNonNull(person, "person");
        age = Checks.notNegative(age, "age of " + label);
        Checks.count(deaths, "deaths at " + label);
    }
}
