package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code procedure.yaml} as written, before anything about it is known to be right.
 *
 * @param scheme     name or file of the scheme
 * @param started    day the work started
 * @param events     dated steps
 * @param conditions what holds before an application, where the workspace cannot show it
 * @param grounds    what is known about grounds of revocation, where the workspace cannot show it
 */
record ProcedureDraft(
        @Nullable Located scheme,
        @Nullable Located started,
        @Nullable List<@Nullable Event> events,
        @Nullable List<@Nullable Condition> conditions,
        @Nullable List<@Nullable Ground> grounds) {

    /** A dated step. */
    record Event(
            @Nullable Located event,
            @Nullable Located date,
            @Nullable Located assessors,
            @Nullable Located note) {
        @JsonCreator
        Event(
                @JsonProperty("event") @Nullable Located event,
                @JsonProperty("date") @Nullable Located date,
                @JsonProperty("assessors") @Nullable Located assessors,
                @JsonProperty("note") @Nullable Located note) {
            this.event = event;
            this.date = date;
            this.assessors = assessors;
            this.note = note;
        }

        /** An entry that is a name alone. */
        @JsonCreator
        static Event of(String name) {
            return new Event(new Located(name, 0, 0), null, null, null);
        }
    }

    /** Whether a condition holds. */
    record Condition(
            @Nullable Located condition,
            @Nullable Located holds,
            @Nullable Located date,
            @Nullable Located evidence) {}

    /** Whether a ground of revocation applies. */
    record Ground(
            @Nullable Located ground,
            @Nullable Located holds,
            @Nullable Located date,
            @Nullable Located evidence) {}
}
