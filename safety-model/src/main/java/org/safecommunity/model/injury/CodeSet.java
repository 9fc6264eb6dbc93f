package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.BundledJson;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;

/**
 * The code lists of one variant of the injury card. The same number means different things in different variants, so a
 * record always names its code set.
 *
 * @param id         identifier, e.g. {@code NISS-B}, not blank
 * @param title      name for a reader, not null
 * @param provenance where the lists come from, not null
 * @param fields     coded fields
 */
public record CodeSet(String id, LocalText title, Provenance provenance, List<CodeField> fields) {
    public CodeSet {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requireNonNull(provenance, "provenance");
        fields = Checks.list(fields);
    }

    /** The code sets that are part of the library: cards A, B and C and one regional dictionary. */
    public static List<CodeSet> bundled() {
        String name = "code-sets.json";
        return BundledJson.read(CodeSet.class.getResourceAsStream(name), name, CodeSetFile.class)
                .codeSets();
    }

    /** The field of a name, where the card has it. */
    public Optional<CodeField> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    record CodeSetFile(String version, List<SourceDocument> sources, List<CodeSet> codeSets) {}
}
