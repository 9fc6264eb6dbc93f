package org.safecommunity.risk.worksheet;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.register.RegisterForm;

/**
 * An inspection list as data: items that are met, not met or do not apply. Which premises count as small is set by each
 * city, so the kinds say the limit of a source in words. Immutable.
 *
 * @param id      id, e.g. {@code nine-small}, not blank
 * @param title   name, not null
 * @param kinds   kinds of premises; empty where the list is not about premises
 * @param groups  groups of items, at least one
 * @param items   items in order, at least one, codes unique
 * @param sources documents that the provenance refers to
 */
public record InspectionList(
        String id,
        LocalText title,
        List<Kind> kinds,
        List<Group> groups,
        List<Item> items,
        List<SourceDocument> sources) {
    private static final DataFile<ListFile> FILE = DataFile.of(ListFile.class);

    private static final String NAME = "inspections.json";

    /** A data file of lists; the columns of a file of answers may be left out. */
    record ListFile(String version, List<RegisterForm.Column> columns, List<InspectionList> lists) {
        ListFile {
            Checks.text(version, "version");
            columns = columns == null ? List.of() : List.copyOf(columns);
            lists = Checks.filled(lists, "lists");
            InvalidDataException.throwIfAny(Duplicates.in(lists, "lists", "id", InspectionList::id));
        }
    }

    /**
     * A kind of premises.
     *
     * @param id         id, not blank
     * @param title      name, not null
     * @param limit      up to which size it is small, in words, not null
     * @param provenance where that is stated, not null
     */
    public record Kind(String id, LocalText title, LocalText limit, Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Kind {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(limit, "limit");
            requireNonNull(provenance, "provenance");
        }
    }

    /**
     * A group of items.
     *
     * @param id    id, not blank
     * @param title name, not null
     */
    public record Group(String id, LocalText title) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Group {
            Checks.text(id, "id");
            requireNonNull(title, "title");
        }
    }

    /**
     * An item.
     *
     * @param code       code, not blank
     * @param group      id of its group, not blank
     * @param text       what must be so, not null
     * @param action     what to do where it is not, not null
     * @param topic      topic of the standard, e.g. {@code 4.5.1.b}, or empty
     * @param provenance where it is stated, not null
     */
    public record Item(
            String code, String group, LocalText text, LocalText action, String topic, Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if code or group is blank
         */
        public Item {
            Checks.text(code, "code");
            Checks.text(group, "group");
            requireNonNull(text, "text");
            requireNonNull(action, "action");
            requireNonNull(topic, "topic");
            requireNonNull(provenance, "provenance");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the title is null
     * @throws InvalidDataException     with every fault, if an id or code repeats, an item is in no group, or a source is not
     *                                  in the list
     * @throws IllegalArgumentException if the id is blank, or there are no groups or items
     */
    public InspectionList {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        groups = Checks.filled(groups, "groups");
        items = Checks.filled(items, "items");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(Duplicates.in(kinds, "kinds", "id", Kind::id));
        faults.addAll(Duplicates.in(groups, "groups", "id", Group::id));
        faults.addAll(Duplicates.in(items, "items", "code", Item::code));
        for (Kind kind : kinds) {
            faults.addAll(kind.provenance().unresolved("kinds." + kind.id() + ".provenance", sources));
        }
        for (Item item : items) {
            faults.addAll(item.provenance().unresolved("items." + item.code() + ".provenance", sources));
            if (groups.stream().noneMatch(g -> g.id().equals(item.group()))) {
                faults.add(Finding.error(
                        "unknown-group",
                        "items." + item.code() + ".group",
                        new LocalText(
                                "group must be one of the list, was " + item.group(), "分组须在列表中，现为 " + item.group()),
                        new LocalText("add the group, or correct its id", "请添加该分组，或改正其代号")));
            }
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The lists that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<InspectionList> bundled() {
        return file().lists();
    }

    /** The columns of a file of answers: one row for each item at each visit. */
    public static RegisterForm form() {
        return new RegisterForm(
                "inspections", "inspections.csv", new LocalText("Inspections", "检查记录"), file().columns());
    }

    private static ListFile file() {
        return FILE.readBundled(InspectionList.class.getResourceAsStream(NAME), NAME);
    }

    /**
     * Reads lists from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static List<InspectionList> read(InputStream stream, String name) {
        return FILE.read(stream, name).lists();
    }

    /** The item of a code; upper and lower case are the same. */
    public Optional<Item> item(String code) {
        String wanted = code.toLowerCase(Locale.ROOT);
        return items.stream()
                .filter(i -> i.code().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** The kind of an id or name. */
    public Optional<Kind> kind(String text) {
        return kinds.stream()
                .filter(k -> k.id().equalsIgnoreCase(text)
                        || k.title().zh().equals(text)
                        || k.title().en().equalsIgnoreCase(text))
                .findFirst();
    }
}
