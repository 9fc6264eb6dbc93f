package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.LocalText;

/** The registers of one community by kind; entries are found by id and by what they refer to. Not safe for threads. */
public final class RegisterIndex {
    private final Map<String, Register> byKind = new LinkedHashMap<>();
    private final Map<String, Map<String, RegisterEntry>> byId = new HashMap<>();
    private final Map<String, Map<String, List<RegisterEntry>>> byReference = new HashMap<>();

    /** Starts with registers; of two of one kind the later counts. */
    public RegisterIndex(List<Register> registers) {
        registers.forEach(register -> byKind.put(register.kind().id(), register));
    }

    /** All registers. */
    public List<Register> all() {
        return List.copyOf(byKind.values());
    }

    /** The register of a kind; empty when it is not there. */
    public Optional<Register> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** Entries of a register; none when it is not there. */
    public List<RegisterEntry> entries(String kind) {
        return of(kind).map(Register::entries).orElse(List.of());
    }

    /** Entries of a register by id, the first of an id. */
    public Map<String, RegisterEntry> byId(String kind) {
        return byId.computeIfAbsent(kind, name -> {
            Map<String, RegisterEntry> index = new LinkedHashMap<>();
            of(name).ifPresent(register ->
                    register.entries().forEach(entry -> index.putIfAbsent(register.id(entry), entry)));
            return index;
        });
    }

    /** Entries of a register whose column names an id or code. */
    public List<RegisterEntry> naming(String kind, String column, String id) {
        Map<String, List<RegisterEntry>> index = byReference.computeIfAbsent(kind + "/" + column, key -> {
            Map<String, List<RegisterEntry>> made = new HashMap<>();
            for (RegisterEntry entry : entries(kind)) {
                entry.list(column).forEach(named -> made.computeIfAbsent(named, n -> new ArrayList<>())
                        .add(entry));
            }
            return made;
        });
        return index.getOrDefault(id, List.of());
    }

    /** Codes of a choice with their names; none when register or column is not there. */
    public List<RegisterColumn.Value> values(String kind, String column) {
        return of(kind).flatMap(register -> register.kind().column(column))
                .map(RegisterColumn::values)
                .orElse(List.of());
    }

    /** Name of a code of a choice; empty when it is no code. */
    public Optional<LocalText> label(String kind, String column, String code) {
        return values(kind, column).stream()
                .filter(value -> value.code().equals(code))
                .map(RegisterColumn.Value::label)
                .findFirst();
    }

    /** The latest day of a register up to a day. */
    public static Optional<LocalDate> latest(Register register, LocalDate today) {
        return register.entries().stream()
                .flatMap(entry -> register.kind().columns().stream()
                        .filter(column -> column.type() == ColumnType.DATE)
                        .flatMap(column -> entry.date(column.name()).stream()))
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo);
    }

    /** An id as it may be shown: only when it looks like one and not like a name or a text. */
    public static String shown(String id) {
        return id.matches("[A-Za-z0-9._-]{1,20}") ? id : "…";
    }
}
