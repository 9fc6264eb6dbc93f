package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** The registers of one community by kind, indexed by id and by reference, and what was found in them. */
final class Registers {
    private static final int MOST_SHOWN = 10;

    private final Map<String, Register> byKind = new LinkedHashMap<>();
    private final Map<String, Map<String, RegisterEntry>> byId = new HashMap<>();
    private final Map<String, Map<String, List<RegisterEntry>>> byReference = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Registers(List<Register> registers) {
        registers.forEach(register -> byKind.put(register.kind().id(), register));
    }

    Optional<Register> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** Entries of a register; none when it is not there. */
    List<RegisterEntry> entries(String kind) {
        return of(kind).map(Register::entries).orElse(List.of());
    }

    /** Entries of a register by id, the first of an id. */
    Map<String, RegisterEntry> byId(String kind) {
        return byId.computeIfAbsent(kind, name -> {
            Map<String, RegisterEntry> index = new LinkedHashMap<>();
            of(name).ifPresent(register ->
                    register.entries().forEach(entry -> index.putIfAbsent(register.id(entry), entry)));
            return index;
        });
    }

    /** Entries of a register whose column names an id. */
    List<RegisterEntry> naming(String kind, String column, String id) {
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

    List<Register> all() {
        return List.copyOf(byKind.values());
    }

    /** The file of a register, or its kind when it is not there. */
    String file(String kind) {
        return of(kind).map(Register::file).orElse(kind);
    }

    /** Adds a finding about a cell of an entry. */
    void add(
            Severity severity,
            String code,
            String kind,
            RegisterEntry entry,
            String column,
            LocalText message,
            LocalText hint) {
        findings.add(
                new Finding(code, severity, new Location(file(kind), entry.line(), column), message, sentence(hint)));
    }

    /** Adds a warning about a cell of an entry. */
    void warn(
            String code,
            String kind,
            RegisterEntry entry,
            String column,
            String en,
            String zh,
            String hintEn,
            String hintZh) {
        add(Severity.WARNING, code, kind, entry, column, new LocalText(en, zh), new LocalText(hintEn, hintZh));
    }

    /** Adds a finding about a register as a whole. */
    void add(Severity severity, String code, String file, LocalText message, LocalText hint) {
        findings.add(new Finding(code, severity, Location.of(file), message, sentence(hint)));
    }

    List<Finding> findings() {
        return findings.stream().distinct().sorted().toList();
    }

    /** A hint as a sentence of its own. */
    static LocalText sentence(LocalText hint) {
        return new LocalText(
                hint.en().substring(0, 1).toUpperCase(Locale.ROOT) + hint.en().substring(1) + ".", hint.zh() + "。");
    }

    /** An id as it may stand in a message: only when it looks like one and not like a name or a text. */
    static String shown(String id) {
        return id.matches("[A-Za-z0-9._-]{1,20}") ? id : "…";
    }

    /** Ids as they may stand in a message, the first ten. */
    static String shown(List<RegisterEntry> entries, String separator) {
        String text = entries.stream()
                .limit(MOST_SHOWN)
                .map(entry -> shown(entry.text("id")))
                .collect(Collectors.joining(separator));
        return entries.size() > MOST_SHOWN ? text + " …" : text;
    }
}
