package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One article of the 2009 guidance and what answers it here. Immutable.
 *
 * @param number       number of the article, 1 to 25
 * @param demand       what it asks for, paraphrased, not null
 * @param requirements requirements of AQ/T 9001-2006 it belongs to, at least one
 * @param documents    kinds of documents that answer it, at least one; a choice of this project
 * @param checks       what is checked, at least one; a choice of this project
 * @param commands     commands that answer it, at least one; a choice of this project
 * @param provenance   where the demand is stated, not null
 */
public record Article(
        int number,
        LocalText demand,
        List<String> requirements,
        List<String> documents,
        List<LocalText> checks,
        List<String> commands,
        Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if demand or provenance is null
     * @throws IllegalArgumentException if the number is out of range or a list is empty
     */
    public Article {
        Checks.between(number, 1, 25, "number");
        requireNonNull(demand, "demand");
        requirements = Checks.filled(requirements, "requirements");
        documents = Checks.filled(documents, "documents");
        checks = Checks.filled(checks, "checks");
        commands = Checks.filled(commands, "commands");
        requireNonNull(provenance, "provenance");
    }
}
