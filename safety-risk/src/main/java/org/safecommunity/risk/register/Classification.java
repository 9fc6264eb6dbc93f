package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * One edition of a classification: hazard factors of GB/T 13861 or accident types of GB 6441. Editions stand side by side,
 * because a register outlives an edition. Immutable.
 *
 * @param id         id with its edition, e.g. {@code GB 6441-2025}, not blank
 * @param subject    what it classifies, {@link #HAZARD_FACTOR} or {@link #ACCIDENT_TYPE}, not blank
 * @param version    version of this data, not blank
 * @param title      name, not null
 * @param validFrom  first day it is in force as ISO text, or null when not known
 * @param validTo    last day it is in force as ISO text, or null when open
 * @param replacedBy id of the edition that replaces it, or null
 * @param entries    codes, at least one, each once
 * @param provenance where codes and names are stated, not null
 * @param sources    documents that the provenance refers to
 */
public record Classification(
        String id,
        String subject,
        String version,
        LocalText title,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String replacedBy,
        List<Entry> entries,
        Provenance provenance,
        List<SourceDocument> sources) {
    /** Subject of GB/T 13861. */
    public static final String HAZARD_FACTOR = "hazard-factor";
    /** Subject of GB 6441. */
    public static final String ACCIDENT_TYPE = "accident-type";

    private static final DataFile<ClassificationFile> FILE = DataFile.of(ClassificationFile.class);

    /** A data file of classifications. */
    record ClassificationFile(String version, List<Classification> classifications) {
        ClassificationFile {
            Checks.text(version, "version");
            classifications = Checks.filled(classifications, "classifications");
            InvalidDataException.throwIfAny(
                    Duplicates.in(classifications, "classifications", "id", Classification::id));
        }
    }

    /**
     * One code.
     *
     * @param code       code, not blank
     * @param title      name, not null
     * @param provenance where it is stated when that differs from the classification's, or null
     */
    public record Entry(
            String code, LocalText title, @Nullable Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if code or title is null
         * @throws IllegalArgumentException if the code is blank
         */
        public Entry {
            Checks.text(code, "code");
            requireNonNull(title, "title");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the nullable ones is null
     * @throws InvalidDataException     with every fault, if a code repeats or a source is not in the list
     * @throws IllegalArgumentException if a text is blank, a day is no ISO date, or there are no entries
     */
    public Classification {
        Checks.text(id, "id");
        Checks.text(subject, "subject");
        Checks.text(version, "version");
        requireNonNull(title, "title");
        day(validFrom, "validFrom");
        day(validTo, "validTo");
        entries = Checks.filled(entries, "entries");
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(Duplicates.in(entries, "entries", "code", Entry::code));
        faults.addAll(provenance.unresolved("provenance", sources));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The classifications that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<Classification> bundled() {
        String name = "classifications.json";
        return FILE.readBundled(Classification.class.getResourceAsStream(name), name)
                .classifications();
    }

    /**
     * The edition of a subject that is meant: by its id or the year at its end, or the one in force on a day.
     *
     * @param subject what it classifies
     * @param edition id such as {@code GB 6441-1986} or year such as {@code 1986}; blank for the one in force
     * @param day     day that decides which edition is in force, not null
     * @return the edition; empty when there is none of that name
     */
    public static Optional<Classification> find(String subject, String edition, LocalDate day) {
        requireNonNull(day, "day");
        String wanted = edition.strip();
        return bundled().stream()
                .filter(c -> c.subject().equals(subject))
                .filter(c -> wanted.isEmpty()
                        ? c.isInForce(day)
                        : c.id().equalsIgnoreCase(wanted) || c.id().endsWith("-" + wanted))
                .findFirst();
    }

    /**
     * The editions of a subject in force on a date; two when the date is not known to the day and an edition was replaced
     * within it.
     *
     * @param subject what it classifies
     * @param date    date, not null
     * @return editions, the older first; empty when none was in force
     */
    public static List<Classification> inForce(String subject, EventDate date) {
        return Holder.ALL.stream()
                .filter(c -> c.subject().equals(subject))
                .filter(c -> c.isInForce(date.earliest()) || c.isInForce(date.latest()))
                .toList();
    }

    /** Read once, when a register is the first to need it. */
    private static final class Holder {
        static final List<Classification> ALL = bundled();
    }

    /** Whether the edition is in force on a day. */
    public boolean isInForce(LocalDate day) {
        LocalDate from = day(validFrom, "validFrom");
        return (from == null || !day.isBefore(from)) && !isOver(day);
    }

    /** Whether the edition was replaced before a day. */
    public boolean isOver(LocalDate day) {
        LocalDate to = day(validTo, "validTo");
        return to != null && day.isAfter(to);
    }

    /** The entry of a code or of a name in either language; upper and lower case are the same. */
    public Optional<Entry> entry(String codeOrName) {
        String wanted = codeOrName.strip().toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(e -> e.code().equals(wanted)
                        || e.title().zh().equals(wanted)
                        || e.title().en().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** Where an entry is stated: its own provenance, or the classification's. */
    @JsonIgnore
    public Provenance provenanceOf(Entry entry) {
        return entry.provenance() == null ? provenance : entry.provenance();
    }

    private static @Nullable LocalDate day(@Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a date such as 2026-06-30, was " + text, e);
        }
    }
}
