package org.safecommunity.model.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the cells of a column hold. */
public enum ColumnType {
    /** Identifies the entry; unique within its register. */
    ID,
    /** Free text. */
    TEXT,
    /** A day, {@code 2024-06-30}. */
    DATE,
    /** A whole number of 0 or more. */
    WHOLE,
    /** A decimal number. */
    NUMBER,
    /** One code of the column's list. */
    CHOICE,
    /** Codes of the column's list, separated by semicolons. */
    CHOICES,
    /** Id of an entry of another register, or of the same. */
    REFERENCE,
    /** Ids of entries of another register, separated by semicolons. */
    REFERENCES;

    /** Lower-case name as in the data files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasList() {
        return this == CHOICE || this == CHOICES;
    }

    boolean refers() {
        return this == REFERENCE || this == REFERENCES;
    }
}
