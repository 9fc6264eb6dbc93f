package org.safecommunity.model.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.validation.Finding;

/**
 * Where a fact comes from. Immutable.
 *
 * @param status         found, recalled or derived, not null
 * @param confidence     how sure a recalled fact is, or null; null for every other fact
 * @param sources        keys of the documents that state it, with a locator where known, e.g. {@code GUID art. 21}
 * @param consistentWith documents that fit the fact without stating it
 * @param note           a remark for readers, or null
 */
public record Provenance(
        ProvenanceStatus status,
        @Nullable Confidence confidence,
        List<String> sources,
        List<String> consistentWith,
        @Nullable LocalText note) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the status is null
     * @throws IllegalArgumentException if a found fact has no source, a recalled fact has one, or a fact that is not
     *                                  recalled has a confidence
     */
    public Provenance {
        requireNonNull(status, "status");
        sources = Checks.list(sources);
        consistentWith = Checks.list(consistentWith);
        if (status == ProvenanceStatus.FOUND && sources.isEmpty()) {
            throw new IllegalArgumentException("sources must name a document for a found fact");
        }
        if (status == ProvenanceStatus.RECALLED && !sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "sources must be empty for a recalled fact, was " + String.join(", ", sources));
        }
        if (status != ProvenanceStatus.RECALLED && confidence != null) {
            throw new IllegalArgumentException(
                    "confidence must be left out unless the fact is recalled, was " + confidence.label());
        }
    }

    /** A fact that documents state. */
    public static Provenance found(String... sources) {
        return new Provenance(ProvenanceStatus.FOUND, null, List.of(sources), List.of(), null);
    }

    /** Whether a document that was read states the fact. Everything else is shown as unconfirmed. */
    @JsonIgnore
    public boolean isConfirmed() {
        return status == ProvenanceStatus.FOUND;
    }

    /** A finding for each source that no document has as its key. */
    public List<Finding> unresolved(String path, Collection<SourceDocument> documents) {
        List<Finding> findings = new ArrayList<>();
        Stream.concat(sources.stream(), consistentWith.stream())
                .filter(source -> documents.stream().noneMatch(document -> document.isNamedBy(source)))
                .forEach(source -> findings.add(Finding.error(
                        "unknown-source",
                        path,
                        new LocalText(
                                "source must name a document of the file, was " + source, "来源须为文件中列出的文献，现为 " + source),
                        new LocalText("add the document to the sources, or correct its key", "请将文献加入来源列表，或改正代号"))));
        return findings;
    }

    /** In words for a reader, documents by their titles; says so where the fact is unconfirmed. */
    public LocalText describe(Collection<SourceDocument> documents) {
        String en = status.title().en();
        String zh = status.title().zh();
        if (confidence != null) {
            en += " (" + confidence.title().en() + ")";
            zh += "（" + confidence.title().zh() + "）";
        }
        if (!sources.isEmpty()) {
            en += ": " + names(sources, documents, "; ").en();
            zh += "：" + names(sources, documents, "；").zh();
        }
        if (!consistentWith.isEmpty()) {
            en += "; consistent with " + names(consistentWith, documents, "; ").en();
            zh += "；与之相符：" + names(consistentWith, documents, "；").zh();
        }
        return note == null ? new LocalText(en, zh) : new LocalText(en + ". " + note.en(), zh + "。" + note.zh());
    }

    private static LocalText names(List<String> keys, Collection<SourceDocument> documents, String separator) {
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        for (String key : keys) {
            SourceDocument document =
                    documents.stream().filter(d -> d.isNamedBy(key)).findFirst().orElse(null);
            en.add(document == null ? key : key + ", " + document.title().en());
            zh.add(document == null ? key : key + "，" + document.title().zh());
        }
        return new LocalText(String.join(separator, en), String.join(separator, zh));
    }

    /** Short text such as {@code found: STD, FORM} or {@code recalled (high), fits GUID art. 21}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status.label());
        if (confidence != null) {
            text.append(" (").append(confidence.label()).append(')');
        }
        if (!sources.isEmpty()) {
            text.append(": ").append(String.join(", ", sources));
        }
        if (!consistentWith.isEmpty()) {
            text.append(", fits ").append(String.join(", ", consistentWith));
        }
        return text.toString();
    }
}
