package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * The columns of a register as data: what schemas, templates, help and readers share. Immutable.
 *
 * @param id      id, e.g. {@code hazards}, not blank
 * @param file    usual name of the file, not blank
 * @param title   name, not null
 * @param columns columns in order, at least one
 */
public record RegisterForm(String id, String file, LocalText title, List<Column> columns) {
    /** Id of the hazard register. */
    public static final String HAZARDS = "hazards";
    /** Id of the risk-point ledger. */
    public static final String RISK_POINTS = "risk-points";
    /** Id of the hidden-danger ledger. */
    public static final String HIDDEN_DANGERS = "hidden-dangers";

    private static final DataFile<FormFile> FILE = DataFile.of(FormFile.class);

    /** A data file of forms. */
    record FormFile(String version, List<RegisterForm> registers) {
        FormFile {
            Checks.text(version, "version");
            registers = Checks.filled(registers, "registers");
            InvalidDataException.throwIfAny(Duplicates.in(registers, "registers", "id", RegisterForm::id));
        }
    }

    /** What a cell of a column holds. */
    public enum Type {
        /** Free text. */
        TEXT,
        /** A day. */
        DATE,
        /** A whole number of 0 or more. */
        COUNT,
        /** {@code yes} or {@code no}. */
        YES_NO,
        /** A code of a list. */
        CODE,
        /** A value of the scale of a factor. */
        FACTOR;

        /** Kebab-case name as in the data file. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A column.
     *
     * @param id       heading, not blank
     * @param type     what a cell holds, not null
     * @param required whether a row without it is refused
     * @param label    heading for a reader, not null
     * @param synonyms other headings that mean it
     * @param meaning  what to write, not null
     * @param values   values of a closed list, or empty
     */
    public record Column(
            String id,
            Type type,
            boolean required,
            LocalText label,
            List<String> synonyms,
            LocalText meaning,
            List<String> values) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component other than the lists is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Column {
            Checks.text(id, "id");
            requireNonNull(type, "type");
            requireNonNull(label, "label");
            synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
            requireNonNull(meaning, "meaning");
            values = values == null ? List.of() : List.copyOf(values);
        }

        /** Headings that mean this column, its own first. */
        public List<String> headings() {
            List<String> headings = new ArrayList<>(List.of(id, label.zh(), label.en()));
            headings.addAll(synonyms);
            return headings;
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the title is null
     * @throws InvalidDataException     if the id of a column repeats
     * @throws IllegalArgumentException if a text is blank or there are no columns
     */
    public RegisterForm {
        Checks.text(id, "id");
        Checks.text(file, "file");
        requireNonNull(title, "title");
        columns = Checks.filled(columns, "columns");
        InvalidDataException.throwIfAny(Duplicates.in(columns, "columns", "id", Column::id));
    }

    /**
     * The forms that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<RegisterForm> bundled() {
        String name = "register-forms.json";
        return FILE.readBundled(RegisterForm.class.getResourceAsStream(name), name)
                .registers();
    }

    /** The form of an id. */
    public static Optional<RegisterForm> find(String id) {
        return bundled().stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** The column of an id. */
    public Optional<Column> column(String columnId) {
        return columns.stream().filter(c -> c.id().equals(columnId)).findFirst();
    }
}
