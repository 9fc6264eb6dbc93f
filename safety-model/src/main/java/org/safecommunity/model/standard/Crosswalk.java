package org.safecommunity.model.standard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * Which clauses of another standard the elements of AQ/T 9001-2006 correspond to. Immutable.
 *
 * @param id         id, not blank
 * @param version    version of the data, not blank
 * @param title      title, not null
 * @param rows       one row an element
 * @param provenance where the table comes from, not null
 */
public record Crosswalk(String id, String version, LocalText title, List<Row> rows, Provenance provenance) {
    private static final DataFile<Crosswalk> FILE = DataFile.of(Crosswalk.class);

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the list is null
     * @throws InvalidDataException     with every fault: an element twice, or one the standard does not have
     * @throws IllegalArgumentException if a text is blank or there are no rows
     */
    public Crosswalk {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(title, "title");
        rows = Checks.filled(rows, "rows");
        requireNonNull(provenance, "provenance");
        Standard standard = Standard.aqt9001();
        List<Finding> faults = new ArrayList<>(Duplicates.in(rows, "rows", "element", Row::element));
        for (int i = 0; i < rows.size(); i++) {
            if (!standard.has(rows.get(i).element())) {
                faults.add(Finding.error(
                        "unknown-element",
                        "rows[" + i + "].element",
                        new LocalText("must be an element of AQ/T 9001-2006", "须为 AQ/T 9001-2006 的要素"),
                        new LocalText("correct the id", "请改正编号")));
            }
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The crosswalk to ISO 45001:2018.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Crosswalk iso45001() {
        String name = "crosswalk-iso45001.json";
        return FILE.readBundled(Crosswalk.class.getResourceAsStream(name), name);
    }

    /**
     * The clauses of one element.
     *
     * @param element id of the element, not blank
     * @param clauses clauses of the other standard, at least one
     */
    public record Row(String element, List<String> clauses) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if the element is null
         * @throws IllegalArgumentException if the element is blank or there is no clause
         */
        public Row {
            Checks.text(element, "element");
            clauses = Checks.filled(clauses, "clauses");
        }
    }
}
