package org.safecommunity.risk.worksheet;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * A worksheet of risk analysis as data: which fields it has and where each is stated. Ratings are those of any scheme, so
 * their columns are not fields of the worksheet. Immutable.
 *
 * @param id      id, e.g. {@code jha}, not blank
 * @param title   name, not null
 * @param purpose what it is for, not null
 * @param scheme  id of the scheme that rates where no other is chosen, not blank
 * @param fields  fields in order, at least one, ids unique
 * @param sources documents that the provenance of the fields refers to
 * @param note    what a user must know, or null
 */
public record Worksheet(
        String id,
        LocalText title,
        LocalText purpose,
        String scheme,
        List<Field> fields,
        List<SourceDocument> sources,
        @Nullable LocalText note) {
    private static final DataFile<WorksheetFile> FILE = DataFile.of(WorksheetFile.class);

    /** A data file of worksheets. */
    record WorksheetFile(String version, List<Worksheet> worksheets) {
        WorksheetFile {
            Checks.text(version, "version");
            worksheets = Checks.filled(worksheets, "worksheets");
            InvalidDataException.throwIfAny(Duplicates.in(worksheets, "worksheets", "id", Worksheet::id));
        }
    }

    /** What a field is for. */
    public enum Role {
        /** Says what the worksheet is about. */
        HEADER,
        /** What a row finds. */
        ROW,
        /** Controls there are. */
        CONTROL,
        /** Chooses the rating. */
        RATING,
        /** Controls to be added. */
        PROPOSED,
        /** Who answers for the analysis. */
        SIGN_OFF;

        /** Kebab-case name as in the data file. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A field.
     *
     * @param role       what it is for, not null
     * @param column     heading, type and meaning, not null
     * @param expected   whether an empty cell is found fault with, though the row stays
     * @param example    what a template shows, or null
     * @param provenance where the field is stated, not null
     */
    public record Field(
            Role role,
            RegisterForm.Column column,
            boolean expected,
            @Nullable LocalText example,
            Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException if a component other than the example is null
         */
        public Field {
            requireNonNull(role, "role");
            requireNonNull(column, "column");
            requireNonNull(provenance, "provenance");
        }

        /** Heading of the field in a file. */
        public String id() {
            return column.id();
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if title or purpose is null
     * @throws InvalidDataException     if the id of a field repeats or a source is not in the list
     * @throws IllegalArgumentException if a text is blank or there are no fields
     */
    public Worksheet {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        requireNonNull(purpose, "purpose");
        Checks.text(scheme, "scheme");
        fields = Checks.filled(fields, "fields");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(Duplicates.in(fields, "fields", "id", Field::id));
        for (Field field : fields) {
            faults.addAll(field.provenance().unresolved("fields." + field.id() + ".provenance", sources));
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The worksheets that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<Worksheet> bundled() {
        String name = "worksheets.json";
        return FILE.readBundled(Worksheet.class.getResourceAsStream(name), name).worksheets();
    }

    /** The worksheet of an id; upper and lower case are the same. */
    public static Optional<Worksheet> find(String id) {
        return bundled().stream().filter(w -> w.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The fields of a role. */
    public List<Field> fields(Role role) {
        return fields.stream().filter(f -> f.role() == role).toList();
    }

    /** The fields as the columns of a file. */
    public RegisterForm form() {
        return new RegisterForm(
                id, id + ".csv", title, fields.stream().map(Field::column).toList());
    }
}
