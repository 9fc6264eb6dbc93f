package org.safecommunity.model.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Severity;

/** Names the codes of a column that no entry of a register has. */
final class EveryCode {
    private static final LocalText HINT =
            new LocalText("add an entry, or make sure that there is none to add", "请补充条目，或确认确实没有");

    private EveryCode() {}

    static void used(
            Registers registers, String kind, String columnName, Severity severity, String code, String en, String zh) {
        Optional<Register> register = registers.of(kind);
        Optional<RegisterColumn> column = register.flatMap(r -> r.kind().column(columnName));
        if (register.isEmpty() || column.isEmpty()) {
            return;
        }
        Set<String> used = register.get().entries().stream()
                .flatMap(entry -> entry.list(columnName).stream())
                .collect(Collectors.toSet());
        List<RegisterColumn.Value> unused = column.get().values().stream()
                .filter(value -> !used.contains(value.code()))
                .toList();
        if (!unused.isEmpty()) {
            registers.add(
                    severity,
                    code,
                    register.get().file(),
                    new LocalText(
                            en + ": "
                                    + unused.stream()
                                            .map(v -> v.label().en() + " (" + v.code() + ")")
                                            .collect(Collectors.joining(", ")),
                            zh + "："
                                    + unused.stream()
                                            .map(v -> v.label().zh() + "（" + v.code() + "）")
                                            .collect(Collectors.joining("、"))),
                    HINT);
        }
    }
}
