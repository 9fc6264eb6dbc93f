package org.safecommunity.cli.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.score.Scheme;

/** The schemes a worksheet may be rated by: the bundled ones, or those of a file. */
record Schemes(List<Scheme> known) {
    /** The scheme of an id, or the first one of a method. */
    Optional<Scheme> find(String name) {
        Optional<Scheme> byId =
                known.stream().filter(s -> s.id().equalsIgnoreCase(name)).findFirst();
        return byId.or(() ->
                known.stream().filter(s -> s.method().equalsIgnoreCase(name)).findFirst());
    }

    /** Ids, for a message. */
    String ids() {
        return known.stream().map(Scheme::id).collect(Collectors.joining(", "));
    }

    /** The scheme that rates a row that names none. */
    Scheme usual(@Nullable String wanted, String usual) {
        if (wanted == null) {
            return find(usual).orElse(known.get(0));
        }
        return find(wanted).orElseThrow(() -> UserError.usage("error.choice", "--scheme", wanted, ids()));
    }
}
