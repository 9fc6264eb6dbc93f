package org.safecommunity.cli.procedure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.workspace.Procedure.Statement;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;

/**
 * What the workspace shows about a condition or a ground.
 *
 * @param id         id of the condition or ground
 * @param title      what it is
 * @param holds      whether it holds; null when the workspace does not show it
 * @param shows      what the workspace shows
 * @param provenance where the rule is stated
 */
public record Answer(String id, LocalText title, @Nullable Boolean holds, LocalText shows, Provenance provenance) {

    /** What was seen, before it is known for which rule. */
    record Seen(@Nullable Boolean holds, LocalText shows) {
        /** Something seen; {@code key} is a text of the bundle. */
        static Seen of(@Nullable Boolean holds, String key, Object... arguments) {
            return new Seen(holds, Texts.both("procedure." + key, arguments));
        }

        /** The same, or where nothing was seen what the document states. */
        Seen or(@Nullable Statement statement) {
            if (holds != null || statement == null) {
                return this;
            }
            String evidence = statement.evidence();
            return statement.date() == null
                    ? Seen.of(statement.holds(), "stated", evidence)
                    : Seen.of(statement.holds(), "stated-on", evidence, statement.date());
        }
    }

    /** Whether it holds, in words of a set: of conditions met, not-met, not-known. */
    String label(String yes, String no) {
        return Optional.ofNullable(holds).map(h -> h ? yes : no).orElse("not-known");
    }
}
