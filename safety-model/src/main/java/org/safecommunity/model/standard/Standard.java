package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.BundledJson;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;

/**
 * A standard as data: elements with requirements, each with its provenance.
 *
 * @param id         identifier, e.g. {@code AQT-9001-2006}, not blank
 * @param version    version of this data file, not blank
 * @param number     official number, e.g. {@code AQ/T 9001-2006}, not blank
 * @param title      title, not null
 * @param note       what the data are and are not, not null
 * @param provenance where the document itself is named, not null
 * @param sources    documents that the rows refer to
 * @param elements   elements in order, ids unique
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
    public Standard {
        Checks.text(id, "id");
        Checks.text(version, "version");
        Checks.text(number, "number");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        requireNonNull(provenance, "provenance");
        sources = Checks.list(sources);
        elements = Checks.list(elements);
        Set<String> ids = new HashSet<>();
        for (Element element : elements) {
            if (!ids.add(element.id())) {
                throw new IllegalArgumentException("ids must be unique, was twice " + element.id());
            }
            for (Requirement requirement : element.requirements()) {
                if (!ids.add(requirement.id())) {
                    throw new IllegalArgumentException("ids must be unique, was twice " + requirement.id());
                }
            }
        }
    }

    /** AQ/T 9001-2006 as bundled: 12 elements, paraphrased; rows that no document confirmed are marked. */
    public static Standard aqt9001() {
        String name = "aqt-9001-2006.json";
        return BundledJson.read(Standard.class.getResourceAsStream(name), name, Standard.class);
    }

    /** The element of an id; empty when there is none. */
    public Optional<Element> element(String elementId) {
        return elements.stream().filter(e -> e.id().equals(elementId)).findFirst();
    }
}
