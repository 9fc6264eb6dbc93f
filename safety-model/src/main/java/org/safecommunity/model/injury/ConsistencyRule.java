package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.BundledJson;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.Severity;

/**
 * A rule between two coded fields of a card, e.g. a vehicle crash happens on a road. Real events break such rules, so
 * most of them warn only.
 *
 * @param id         id, e.g. {@code NC1}, not blank
 * @param codeSets   code sets it applies to
 * @param when       field and codes that call for the rule, not null
 * @param then       field and codes that are expected, not null
 * @param severity   how much it matters, not null
 * @param text       the rule in words, not null
 * @param provenance where it comes from, not null
 */
public record ConsistencyRule(
        String id,
        List<String> codeSets,
        Term when,
        Term then,
        Severity severity,
        LocalText text,
        Provenance provenance) {

    /**
     * A field and a set of its codes.
     *
     * @param field field name as in the code set, not blank
     * @param codes codes, at least one
     */
    public record Term(String field, List<String> codes) {
        public Term {
            Checks.text(field, "field");
            codes = Checks.list(codes);
        }

        private boolean holds(String code) {
            return codes.contains(code);
        }
    }

    public ConsistencyRule {
        Checks.text(id, "id");
        codeSets = Checks.list(codeSets);
        requireNonNull(when, "when");
        requireNonNull(then, "then");
        requireNonNull(severity, "severity");
        requireNonNull(text, "text");
        requireNonNull(provenance, "provenance");
    }

    /** The rules that are part of the library. */
    public static List<ConsistencyRule> bundled() {
        String name = "consistency-rules.json";
        return BundledJson.read(ConsistencyRule.class.getResourceAsStream(name), name, RuleFile.class)
                .rules();
    }

    /** Whether the record breaks the rule; a field that was not filled in breaks nothing. */
    public boolean isBrokenBy(InjuryRecord injury) {
        return codeSets.contains(injury.codeSet())
                && injury.code(field(when)).filter(when::holds).isPresent()
                && injury.code(field(then)).filter(code -> !then.holds(code)).isPresent();
    }

    private static InjuryField field(Term term) {
        return InjuryField.valueOf(term.field().toUpperCase(java.util.Locale.ROOT));
    }

    record RuleFile(String version, List<ConsistencyRule> rules) {}
}
