package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * A column of a register. Immutable.
 *
 * @param name     heading in the file, ASCII, not blank
 * @param type     what the cells hold, not null
 * @param required whether every entry needs it
 * @param label    name for a reader, not null
 * @param values   codes a choice is made from; empty for every other type
 * @param refers   register whose entries a reference names, or null for every other type
 */
public record RegisterColumn(
        String name,
        ColumnType type,
        boolean required,
        LocalText label,
        List<Value> values,
        @Nullable String refers) {
    /** A code of a choice and its meaning. */
    public record Value(String code, LocalText label) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the code is blank
         */
        public Value {
            Checks.text(code, "code");
            requireNonNull(label, "label");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if name, type or label is null
     * @throws IllegalArgumentException if the name is blank, a choice has no values, a reference names no register, or
     *                                  another type has either
     * @throws InvalidDataException     if a code is listed twice
     */
    public RegisterColumn {
        Checks.text(name, "name");
        requireNonNull(type, "type");
        requireNonNull(label, "label");
        values = Checks.list(values);
        if (type.hasList() == values.isEmpty()) {
            throw new IllegalArgumentException("values must be given for a choice and for nothing else, at " + name);
        }
        if (type.refers() == (refers == null)) {
            throw new IllegalArgumentException("refers must be given for a reference and for nothing else, at " + name);
        }
        InvalidDataException.throwIfAny(Duplicates.in(values, "values", "code", Value::code));
    }

    /** Codes of a choice in the order of the list. */
    public List<String> codes() {
        return values.stream().map(Value::code).toList();
    }
}
