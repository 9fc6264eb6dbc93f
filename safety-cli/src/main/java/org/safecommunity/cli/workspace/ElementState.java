package org.safecommunity.cli.workspace;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;

/**
 * Where a community stands with one element.
 *
 * @param element    id of the element
 * @param state      state
 * @param evidence   evidence named, or empty
 * @param assessedOn day of the assessment, or null
 */
public record ElementState(
        String element,
        State state,
        String evidence,
        @Nullable EventDate assessedOn) {
    /** How far an element is met. */
    public enum State {
        /** 符合. */
        MET("met", "符合"),
        /** 部分符合. */
        PARTLY("partly met", "部分符合"),
        /** 不符合. */
        NOT_MET("not met", "不符合"),
        /** 未评定. */
        NOT_ASSESSED("not assessed", "未评定");

        private final LocalText title;

        State(String en, String zh) {
            this.title = new LocalText(en, zh);
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Kebab-case name as in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<State> parse(String text) {
            for (State state : values()) {
                if (state.label().equals(text) || state.title.zh().equals(text)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }
}
