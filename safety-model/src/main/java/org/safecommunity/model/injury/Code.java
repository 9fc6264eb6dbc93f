package org.safecommunity.model.injury;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;

/**
 * One code of a field. Immutable.
 *
 * @param code       code as written in the file, not blank
 * @param label      meaning, not null
 * @param missing    whether the meaning is or contains "unknown", as in the merged "other or unknown" of card C
 * @param fatal      whether the person died of the injury, for codes of an outcome or severity; null means no
 * @param provenance provenance where it differs from that of the code set, else null
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE) // isFatal() is no component
public record Code(
        String code,
        LocalText label,
        boolean missing,
        @Nullable Boolean fatal,
        @Nullable Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if code or label is null
     * @throws IllegalArgumentException if the code is blank
     */
    public Code {
        Checks.text(code, "code");
        requireNonNull(label, "label");
    }

    /** Whether the code says that the person died of the injury. */
    public boolean isFatal() {
        return Boolean.TRUE.equals(fatal);
    }
}
