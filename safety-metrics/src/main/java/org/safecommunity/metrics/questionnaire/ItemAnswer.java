package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a person answered to an item.
 *
 * @param state what the cell is, not null
 * @param code  the answer; present exactly when the state is {@link State#ANSWERED}
 */
public record ItemAnswer(State state, Optional<String> code) {
    public ItemAnswer {
        requireNonNull(state, "state");
        if (code.isPresent() != (state == State.ANSWERED)) {
            throw new IllegalArgumentException("code must be given exactly for an item answered");
        }
    }

    /** What a cell of an item is. */
    public enum State {
        /** An answer. */
        ANSWERED,
        /** Due, but empty or one of the codes that are no answer: item non-response. */
        NO_ANSWER,
        /** Skipped as the questionnaire says, or its filter was not answered. */
        NOT_ASKED,
        /** An answer that the item does not have; not used. */
        OFF_SCALE,
        /** An answer to an item that should have been skipped; not used. */
        SHOULD_SKIP;

        /** Whether the item was due to be answered. */
        public boolean due() {
            return this == ANSWERED || this == NO_ANSWER || this == OFF_SCALE;
        }
    }

    static ItemAnswer of(State state) {
        return new ItemAnswer(state, Optional.empty());
    }
}
