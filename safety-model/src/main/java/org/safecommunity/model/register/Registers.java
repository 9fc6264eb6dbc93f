package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** The registers of one community by kind, and what was found in them. */
final class Registers {
    private final Map<String, Register> byKind = new LinkedHashMap<>();
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

    List<Register> all() {
        return List.copyOf(byKind.values());
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
        String file = of(kind).map(Register::file).orElse(kind);
        findings.add(new Finding(code, severity, new Location(file, entry.line(), column), message, sentence(hint)));
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
}
