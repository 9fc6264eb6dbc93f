package org.safecommunity.model.standard;

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
 * A standard as data: elements with requirements, each with its provenance. Immutable.
 *
 * @param id         identifier, e.g. {@code AQT-9001-2006}, not blank
 * @param version    version of this data file, not blank
 * @param number     official number, e.g. {@code AQ/T 9001-2006}, not blank
 * @param title      title, not null
 * @param note       what the data are and are not, not null
 * @param provenance where the document itself is named, not null
 * @param sources    documents that the rows refer to
 * @param elements   elements in order, at least one; ids of elements and requirements are unique
 */
public record Standard(
        String id,
        String version,
        String number,
        LocalText title,
        LocalText note,
        Provenance provenance,
        List<SourceDocument> sources,
        List<Element> elements) {
    private static final DataFile<Standard> FILE = DataFile.of(Standard.class)
            .whenBroken(Element.class, element -> element.unique("requirements", "id"))
            .whenBroken(Standard.class, standard -> {
                standard.unique("elements", "id");
                standard.unique("sources", "key");
            });

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than a list is null
     * @throws InvalidDataException     with every fault, if an id is used twice, or a source is not in the list of
     *                                  documents
     * @throws IllegalArgumentException if a text is blank, or there are no elements
     */
    public Standard {
        Checks.text(id, "id");
        Checks.text(version, "version");
        Checks.text(number, "number");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        requireNonNull(provenance, "provenance");
        sources = Checks.list(sources);
        elements = Checks.filled(elements, "elements");
        InvalidDataException.throwIfAny(faults(provenance, sources, elements));
    }

    /**
     * AQ/T 9001-2006 as bundled: 12 elements, paraphrased; rows that no document confirmed are marked.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Standard aqt9001() {
        String name = "aqt-9001-2006.json";
        return FILE.readBundled(Standard.class.getResourceAsStream(name), name);
    }

    /**
     * Reads a standard from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Standard read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /**
     * Looks a data file through without reading it into a value.
     *
     * @return all faults, sorted by path; empty when the file is sound
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static List<Finding> check(InputStream stream, String name) {
        return FILE.check(stream, name);
    }

    /** The element of an id; empty when there is none. */
    public Optional<Element> element(String elementId) {
        return elements.stream().filter(e -> e.id().equals(elementId)).findFirst();
    }

    /** Whether an id is that of an element or of a requirement. */
    public boolean has(String elementOrRequirementId) {
        return elements.stream()
                .anyMatch(element -> element.id().equals(elementOrRequirementId)
                        || element.requirements().stream().anyMatch(r -> r.id().equals(elementOrRequirementId)));
    }

    private static List<Finding> faults(Provenance own, List<SourceDocument> documents, List<Element> elements) {
        List<Finding> faults = new ArrayList<>(own.unresolved("provenance", documents));
        Duplicates ids = new Duplicates();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            String at = "elements[" + i + "]";
            ids.add(element.id(), at, "id");
            faults.addAll(element.provenance().unresolved(at + ".provenance", documents));
            for (int j = 0; j < element.requirements().size(); j++) {
                Requirement requirement = element.requirements().get(j);
                String path = at + ".requirements[" + j + "]";
                ids.add(requirement.id(), path, "id");
                faults.addAll(requirement.provenance().unresolved(path + ".provenance", documents));
            }
        }
        faults.addAll(ids.findings());
        return faults;
    }
}
