package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The code lists of one variant of the injury card. The same number means different things in different variants, so a
 * record always names its code set. Immutable.
 *
 * @param id         identifier, e.g. {@code NISS-B}, not blank
 * @param title      name for a reader, not null
 * @param provenance where the lists come from, not null
 * @param fields     coded fields, at least one, names unique
 */
public record CodeSet(String id, LocalText title, Provenance provenance, List<CodeField> fields) {
    private static final DataFile<CodeSet> FILE = DataFile.of(CodeSet.class)
            .whenBroken(CodeField.class, field -> field.unique("codes", "code"))
            .whenBroken(CodeSet.class, set -> set.unique("fields", "name"));
    private static final DataFile<CodeSetFile> BUNDLED =
            DataFile.of(CodeSetFile.class).whenBroken(CodeSetFile.class, file -> file.unique("codeSets", "id"));

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if id, title or provenance is null
     * @throws InvalidDataException     with every fault, if a field is there twice
     * @throws IllegalArgumentException if the id is blank, or there are no fields
     */
    public CodeSet {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requireNonNull(provenance, "provenance");
        fields = Checks.filled(fields, "fields");
        InvalidDataException.throwIfAny(Duplicates.in(fields, "fields", "name", CodeField::name));
    }

    /**
     * The code sets that are part of the library: cards A, B and C and one regional dictionary.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<CodeSet> bundled() {
        String name = "code-sets.json";
        return BUNDLED.readBundled(CodeSet.class.getResourceAsStream(name), name)
                .codeSets();
    }

    /**
     * The bundled code set of an id; empty when there is none.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Optional<CodeSet> find(String id) {
        return bundled().stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /**
     * Reads a local code set.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static CodeSet read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The field of a name, where the card has it. */
    public Optional<CodeField> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    record CodeSetFile(String version, List<SourceDocument> sources, List<CodeSet> codeSets) {
        CodeSetFile {
            Checks.text(version, "version");
            sources = Checks.list(sources);
            codeSets = Checks.filled(codeSets, "codeSets");
            InvalidDataException.throwIfAny(faults(sources, codeSets));
        }

        private static List<Finding> faults(List<SourceDocument> sources, List<CodeSet> codeSets) {
            List<Finding> faults = new ArrayList<>(Duplicates.in(codeSets, "codeSets", "id", CodeSet::id));
            for (int i = 0; i < codeSets.size(); i++) {
                CodeSet set = codeSets.get(i);
                String path = "codeSets[" + i + "]";
                faults.addAll(set.provenance().unresolved(path + ".provenance", sources));
                for (CodeField field : set.fields()) {
                    for (Code code : field.codes()) {
                        if (code.provenance() != null) {
                            faults.addAll(code.provenance()
                                    .unresolved(path + "." + field.name() + "." + code.code(), sources));
                        }
                    }
                }
            }
            return faults;
        }
    }
}
