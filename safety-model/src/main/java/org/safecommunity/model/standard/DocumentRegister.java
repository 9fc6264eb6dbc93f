package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The official documents of the programme as data: number, title, date, what replaced them. Immutable.
 *
 * @param id        id of the list, not blank
 * @param version   version of the data, not blank
 * @param note      what readers must know, not null
 * @param sources   documents that provenances name
 * @param documents documents in order, at least one; ids and numbers are unique
 */
public record DocumentRegister(
        String id, String version, LocalText note, List<SourceDocument> sources, List<OfficialDocument> documents) {
    private static final DataFile<DocumentRegister> FILE = DataFile.of(DocumentRegister.class)
            .whenBroken(DocumentRegister.class, file -> {
                file.unique("documents", "id");
                file.unique("sources", "key");
            });

    /**
     * An official document.
     *
     * @param id         id, e.g. {@code DOC-STD}, not blank
     * @param number     official number, or null when it is not known
     * @param title      title, not null
     * @param issued     day, month or year of issue as ISO text, or null when not known
     * @param replacedBy id of the document that replaced it, or null
     * @param note       a remark for readers, or null
     * @param provenance where the document is named, not null
     */
    public record OfficialDocument(
            String id,
            @Nullable String number,
            LocalText title,
            @Nullable String issued,
            @Nullable String replacedBy,
            @Nullable LocalText note,
            Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if id, title or provenance is null
         * @throws IllegalArgumentException if a text is blank or issued is no date
         */
        public OfficialDocument {
            Checks.text(id, "id");
            if (number != null) {
                Checks.text(number, "number");
            }
            requireNonNull(title, "title");
            if (issued != null) {
                EventDate.parse(issued);
            }
            requireNonNull(provenance, "provenance");
        }

        /** Whether a text is the id, the id without its {@code DOC-}, or the number, in any case. */
        public boolean isNamed(String text) {
            String wanted = text.strip();
            return id.equalsIgnoreCase(wanted)
                    || id.equalsIgnoreCase("DOC-" + wanted)
                    || (number != null && number.equalsIgnoreCase(wanted));
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if id, version or note is null
     * @throws InvalidDataException     with every fault, if an id or number is used twice, a document is replaced by one
     *                                  that is not there, or a source is not listed
     * @throws IllegalArgumentException if a text is blank, or there are no documents
     */
    public DocumentRegister {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(note, "note");
        sources = Checks.list(sources);
        documents = Checks.filled(documents, "documents");
        InvalidDataException.throwIfAny(faults(sources, documents));
    }

    /**
     * The documents as bundled.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static DocumentRegister bundled() {
        String name = "documents.json";
        return FILE.readBundled(DocumentRegister.class.getResourceAsStream(name), name);
    }

    /**
     * Reads documents from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static DocumentRegister read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The document of an id or number; empty when there is none. */
    public Optional<OfficialDocument> document(String idOrNumber) {
        return documents.stream()
                .filter(document -> document.isNamed(idOrNumber))
                .findFirst();
    }

    private static List<Finding> faults(List<SourceDocument> sources, List<OfficialDocument> documents) {
        List<Finding> faults = new ArrayList<>(Duplicates.in(documents, "documents", "id", OfficialDocument::id));
        Duplicates numbers = new Duplicates();
        List<String> ids = documents.stream().map(OfficialDocument::id).toList();
        for (int i = 0; i < documents.size(); i++) {
            OfficialDocument document = documents.get(i);
            String at = "documents[" + i + "]";
            faults.addAll(document.provenance().unresolved(at + ".provenance", sources));
            if (document.number() != null) {
                numbers.add(document.number(), at, "number");
            }
            String next = document.replacedBy();
            if (next != null && !ids.contains(next)) {
                faults.add(Finding.error(
                        "unknown-id",
                        at + ".replacedBy",
                        new LocalText("must name a document of the list, was " + next, "须为表中的文件，现为 " + next),
                        new LocalText("correct the id or add the document", "请改正编号或补上该文件")));
            }
        }
        faults.addAll(numbers.findings());
        return faults;
    }
}
