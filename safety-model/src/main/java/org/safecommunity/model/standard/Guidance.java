package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * The 2009 guidance as data: its articles with what answers each. Immutable.
 *
 * @param id       id, not blank
 * @param version  version of the data, not blank
 * @param number   number of the document, not blank
 * @param title    title, not null
 * @param note     what readers must know, not null
 * @param sources  documents that provenances name
 * @param articles articles in order
 */
public record Guidance(
        String id,
        String version,
        String number,
        LocalText title,
        LocalText note,
        List<SourceDocument> sources,
        List<Article> articles) {
    private static final DataFile<Guidance> FILE =
            DataFile.of(Guidance.class).whenBroken(Guidance.class, file -> file.unique("articles", "number"));

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than a list is null
     * @throws InvalidDataException     with every fault: a number used twice, a requirement the standard does not have, a
     *                                  source that is not listed
     * @throws IllegalArgumentException if a text is blank or there are no articles
     */
    public Guidance {
        Checks.text(id, "id");
        Checks.text(version, "version");
        Checks.text(number, "number");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        sources = Checks.list(sources);
        articles = Checks.filled(articles, "articles");
        Standard standard = Standard.aqt9001();
        List<Finding> faults =
                new ArrayList<>(Duplicates.in(articles, "articles", "number", a -> Integer.toString(a.number())));
        for (int i = 0; i < articles.size(); i++) {
            String path = "articles[" + i + "]";
            faults.addAll(articles.get(i).provenance().unresolved(path + ".provenance", sources));
            for (String requirement : articles.get(i).requirements()) {
                if (!standard.has(requirement)) {
                    faults.add(Finding.error(
                            "unknown-requirement",
                            path + ".requirements",
                            new LocalText(
                                    "must be a requirement of AQ/T 9001-2006, was " + requirement,
                                    "须为 AQ/T 9001-2006 的条款，现为 " + requirement),
                            new LocalText("correct the id", "请改正编号")));
                }
            }
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The guidance as bundled: 25 articles.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Guidance bundled() {
        String name = "guidance-2009.json";
        return FILE.readBundled(Guidance.class.getResourceAsStream(name), name);
    }

    /**
     * Reads a guidance from a data file of the same form.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Guidance read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The article of a number; empty when there is none. */
    public Optional<Article> article(int articleNumber) {
        return articles.stream().filter(a -> a.number() == articleNumber).findFirst();
    }
}
