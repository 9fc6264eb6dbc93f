package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The terms of the programme as data, each with its provenance. Immutable.
 *
 * @param id      id of the list, not blank
 * @param version version of the data, not blank
 * @param note    what readers must know, not null
 * @param sources documents that provenances name
 * @param terms   terms in order, at least one; ids are unique
 */
public record Glossary(String id, String version, LocalText note, List<SourceDocument> sources, List<Term> terms) {
    private static final DataFile<Glossary> FILE = DataFile.of(Glossary.class).whenBroken(Glossary.class, file -> {
        file.unique("terms", "id");
        file.unique("sources", "key");
    });

    /**
     * A term and what it means.
     *
     * @param id         id, e.g. {@code T.hazard}, not blank
     * @param title      the term, not null
     * @param synonyms   other words for it in either language
     * @param meaning    what it means, paraphrased, not null
     * @param note       a remark for readers, or null
     * @param provenance where the meaning is stated, not null
     */
    public record Term(
            String id,
            LocalText title,
            List<String> synonyms,
            LocalText meaning,
            @Nullable LocalText note,
            Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component other than synonyms and note is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Term {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            synonyms = Checks.list(synonyms);
            requireNonNull(meaning, "meaning");
            requireNonNull(provenance, "provenance");
        }

        /** Whether a word is the id, the id without its {@code T.}, the term or a synonym, in any case. */
        public boolean isNamed(String word) {
            return Stream.concat(
                            Stream.of(id, id.startsWith("T.") ? id.substring(2) : id, title.en(), title.zh()),
                            synonyms.stream())
                    .anyMatch(name -> name.equalsIgnoreCase(word.strip()));
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if id, version or note is null
     * @throws InvalidDataException     with every fault, if an id is used twice or a source is not listed
     * @throws IllegalArgumentException if a text is blank, or there are no terms
     */
    public Glossary {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(note, "note");
        sources = Checks.list(sources);
        terms = Checks.filled(terms, "terms");
        List<Finding> faults = new ArrayList<>(
                Duplicates.in(terms, "terms", "id", term -> term.id().toLowerCase(Locale.ROOT)));
        for (int i = 0; i < terms.size(); i++) {
            faults.addAll(terms.get(i).provenance().unresolved("terms[" + i + "].provenance", sources));
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The terms as bundled: those of section 3 of AQ/T 9001-2006 as far as they are known, and two slogans of practice.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Glossary bundled() {
        String name = "terms.json";
        return FILE.readBundled(Glossary.class.getResourceAsStream(name), name);
    }

    /**
     * Reads terms from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Glossary read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The term that a word names; empty when there is none. */
    public Optional<Term> term(String word) {
        return terms.stream().filter(term -> term.isNamed(word)).findFirst();
    }
}
