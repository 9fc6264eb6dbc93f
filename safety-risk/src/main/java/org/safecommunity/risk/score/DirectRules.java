package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * Rules of direct judgement (直接判定): where one holds, the risk has at least a given colour, whatever the score. They
 * stand beside a matrix, which may show a possible death as low. Immutable.
 *
 * @param version    version of this data, not blank
 * @param rules      rules, ids unique
 * @param provenance where the rules are stated, not null
 */
public record DirectRules(String version, List<Rule> rules, Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws InvalidDataException     if the id of a rule repeats
     * @throws IllegalArgumentException if the version is blank, or there are no rules
     */
    public DirectRules {
        Checks.text(version, "version");
        rules = Checks.filled(rules, "rules");
        requireNonNull(provenance, "provenance");
        InvalidDataException.throwIfAny(Duplicates.in(rules, "rules", "id", Rule::id));
    }

    /**
     * One rule.
     *
     * @param id     id, e.g. {@code major-hazard-source}, not blank
     * @param title  when it holds, not null
     * @param colour lowest colour the risk then has, not null
     */
    public record Rule(String id, LocalText title, Colour colour) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Rule {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(colour, "colour");
        }
    }

    /**
     * The rules that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static DirectRules bundled() {
        String name = "direct-judgement.json";
        return DataFile.of(DirectRules.class).readBundled(DirectRules.class.getResourceAsStream(name), name);
    }

    /**
     * Reads rules from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static DirectRules read(InputStream stream, String name) {
        return DataFile.of(DirectRules.class).read(stream, name);
    }

    /** The rule of an id. */
    public Optional<Rule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The higher of a computed colour and those of the rules that hold. */
    public static Colour raise(Colour computed, List<Rule> holding) {
        return holding.stream().map(Rule::colour).reduce(computed, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
}
