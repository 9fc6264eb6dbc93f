package org.safecommunity.cli.read;

import java.util.Collection;
import org.safecommunity.model.validation.NearWords;

/** Names near a mistyped one. */
public final class Nearest {
    private Nearest() {}

    /** As {@link NearWords#of}. */
    public static String of(String name, Collection<String> candidates) {
        return NearWords.of(name, candidates);
    }
}
