package org.safecommunity.model.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** The registers of one community and what was found in them. */
final class Registers {
    private static final int MOST_SHOWN = 10;

    private final RegisterIndex index;
    private final List<Finding> findings = new ArrayList<>();

    Registers(List<Register> registers) {
        index = new RegisterIndex(registers);
    }

    Optional<Register> of(String kind) {
        return index.of(kind);
    }

    List<RegisterEntry> entries(String kind) {
        return index.entries(kind);
    }

    Map<String, RegisterEntry> byId(String kind) {
        return index.byId(kind);
    }

    List<RegisterEntry> naming(String kind, String column, String id) {
        return index.naming(kind, column, id);
    }

    List<Register> all() {
        return index.all();
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

    static String shown(String id) {
        return RegisterIndex.shown(id);
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
