package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The kinds of registers as a data file. Immutable.
 *
 * @param id         identifier, not blank
 * @param version    version of the data file, not blank
 * @param note       what the data are and are not, not null
 * @param provenance where the forms come from, not null
 * @param sources    documents that the provenance refers to
 * @param registers  kinds in the order they are shown, at least one
 */
public record RegisterCatalogue(
        String id,
        String version,
        LocalText note,
        Provenance provenance,
        List<SourceDocument> sources,
        List<RegisterKind> registers) {
    private static final DataFile<RegisterCatalogue> FILE = DataFile.of(RegisterCatalogue.class)
            .whenBroken(RegisterKind.class, kind -> kind.unique("columns", "name"))
            .whenBroken(RegisterCatalogue.class, catalogue -> catalogue.unique("registers", "id"));

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than a list is null
     * @throws IllegalArgumentException if a text is blank, or there are no registers
     * @throws InvalidDataException     with every fault, if an id or file is used twice, or a reference, requirement or
     *                                  source is not known
     */
    public RegisterCatalogue {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(note, "note");
        requireNonNull(provenance, "provenance");
        sources = Checks.list(sources);
        registers = Checks.filled(registers, "registers");
        List<Finding> faults = new ArrayList<>(provenance.unresolved("provenance", sources));
        faults.addAll(Duplicates.in(registers, "registers", "id", RegisterKind::id));
        faults.addAll(Duplicates.in(registers, "registers", "file", RegisterKind::file));
        faults.addAll(unresolved(registers));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The registers as bundled.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static RegisterCatalogue bundled() {
        String name = "registers.json";
        return FILE.readBundled(RegisterCatalogue.class.getResourceAsStream(name), name);
    }

    /**
     * Reads kinds of registers from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static RegisterCatalogue read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The kind of an id; empty when there is none. */
    public Optional<RegisterKind> kind(String kindId) {
        return registers.stream().filter(kind -> kind.id().equals(kindId)).findFirst();
    }

    private static List<Finding> unresolved(List<RegisterKind> kinds) {
        List<Finding> faults = new ArrayList<>();
        List<String> ids = kinds.stream().map(RegisterKind::id).toList();
        Standard standard = Standard.aqt9001();
        for (int i = 0; i < kinds.size(); i++) {
            String at = "registers[" + i + "]";
            for (RegisterColumn column : kinds.get(i).columns()) {
                if (column.refers() != null && !ids.contains(column.refers())) {
                    faults.add(unknown(at + ".columns", column.refers(), "register", "台账"));
                }
            }
            for (String requirement : kinds.get(i).requirements()) {
                if (!standard.has(requirement)) {
                    faults.add(unknown(at + ".requirements", requirement, "requirement of the standard", "标准条款"));
                }
            }
        }
        return faults;
    }

    private static Finding unknown(String path, String value, String en, String zh) {
        return Finding.error(
                "unknown-id",
                path,
                new LocalText("must name a known " + en + ", was " + value, "须为已知的" + zh + "，现为 " + value),
                new LocalText("correct the id", "请改正编号"));
    }
}
