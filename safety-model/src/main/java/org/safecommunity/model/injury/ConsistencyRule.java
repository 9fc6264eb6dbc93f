package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.model.validation.Severity;

/**
 * A rule between two coded fields of a card, e.g. a vehicle crash happens on a road. Real events break such rules, so
 * they warn only. Immutable.
 *
 * @param id         id, e.g. {@code NC1}, not blank
 * @param codeSets   code sets it applies to, at least one
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
    private static final DataFile<RuleFile> FILE =
            DataFile.of(RuleFile.class).whenBroken(RuleFile.class, file -> file.unique("rules", "id"));

    /**
     * A field and a set of its codes. Immutable.
     *
     * @param field label of a coded field, e.g. {@code body_part}, not null
     * @param codes codes, at least one
     */
    public record Term(String field, List<String> codes) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if the field is null
         * @throws IllegalArgumentException if no coded field has the label, or there are no codes
         */
        public Term {
            injuryField(field);
            codes = Checks.filled(codes, "codes");
        }

        private InjuryField injuryField() {
            return injuryField(field);
        }

        private static InjuryField injuryField(String label) {
            return InjuryField.ofLabel(requireNonNull(label, "field"))
                    .orElseThrow(() -> new IllegalArgumentException("field must be one of "
                            + Arrays.stream(InjuryField.values())
                                    .map(InjuryField::label)
                                    .collect(Collectors.joining(", "))
                            + ", was \"" + label + "\""));
        }

        private boolean holds(String code) {
            return codes.contains(code);
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the list is null
     * @throws IllegalArgumentException if the id is blank, or no code set is named
     */
    public ConsistencyRule {
        Checks.text(id, "id");
        codeSets = Checks.filled(codeSets, "codeSets");
        requireNonNull(when, "when");
        requireNonNull(then, "then");
        requireNonNull(severity, "severity");
        requireNonNull(text, "text");
        requireNonNull(provenance, "provenance");
    }

    /**
     * The rules that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<ConsistencyRule> bundled() {
        String name = "consistency-rules.json";
        return FILE.readBundled(ConsistencyRule.class.getResourceAsStream(name), name)
                .rules();
    }

    /** Whether the record breaks the rule; a field that was not filled in breaks nothing. */
    public boolean isBrokenBy(InjuryRecord injury) {
        return codeSets.contains(injury.codeSet())
                && injury.code(when.injuryField()).filter(when::holds).isPresent()
                && injury.code(then.injuryField())
                        .filter(code -> !then.holds(code))
                        .isPresent();
    }

    record RuleFile(String version, List<SourceDocument> sources, List<ConsistencyRule> rules) {
        RuleFile {
            Checks.text(version, "version");
            sources = Checks.list(sources);
            rules = Checks.filled(rules, "rules");
            List<Finding> faults = new ArrayList<>(Duplicates.in(rules, "rules", "id", ConsistencyRule::id));
            for (int i = 0; i < rules.size(); i++) {
                String path = "rules[" + i + "]";
                faults.addAll(rules.get(i).provenance().unresolved(path + ".provenance", sources));
            }
            InvalidDataException.throwIfAny(faults);
        }
    }
}
