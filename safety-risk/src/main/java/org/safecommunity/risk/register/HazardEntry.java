package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.Colour;

/**
 * One hazard of the register, complete. What must never be absent is guarded here; what a register should hold besides
 * (owner, topic, review date, known codes) is looked at by {@link HazardCheck}. Immutable.
 *
 * @param id           id in the register, not blank
 * @param riskPoint    id of its risk point, or empty
 * @param place        where it is, not blank
 * @param hazard       what it is, not blank
 * @param topic        topic of the standard, e.g. {@code 4.5.1.b}, or empty
 * @param hazardClass  code of GB/T 13861, or null
 * @param accidentType code of GB 6441, or null
 * @param owner        who answers for it, or empty
 * @param controls     existing controls
 * @param proposed     proposed controls, or empty
 * @param ratings      ratings, not null
 * @param nextReview   day of the next review, or null, which the check finds fault with
 */
public record HazardEntry(
        String id,
        String riskPoint,
        String place,
        String hazard,
        String topic,
        @Nullable CodedTerm hazardClass,
        @Nullable CodedTerm accidentType,
        String owner,
        List<Control> controls,
        String proposed,
        Ratings ratings,
        @Nullable LocalDate nextReview) {
    /**
     * A code as the register writes it.
     *
     * @param edition edition as written, or empty for the one in force
     * @param code    code or name, not blank
     */
    public record CodedTerm(String edition, String code) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the code is blank
         */
        public CodedTerm {
            requireNonNull(edition, "edition");
            Checks.text(code, "code");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the nullable ones is null
     * @throws IllegalArgumentException if id, place or hazard is blank
     */
    public HazardEntry {
        Checks.text(id, "id");
        requireNonNull(riskPoint, "riskPoint");
        Checks.text(place, "place");
        Checks.text(hazard, "hazard");
        requireNonNull(topic, "topic");
        requireNonNull(owner, "owner");
        controls = controls == null ? List.of() : List.copyOf(controls);
        requireNonNull(proposed, "proposed");
        requireNonNull(ratings, "ratings");
    }

    /** Colour of the band that counts: that of the current rating, or of the band it was overridden with. */
    public Colour colour() {
        return ratings.judged().band().colour();
    }

    /** Days by which the review is past due on a day; empty when it is not, or no day is set. */
    public OptionalLong reviewOverdue(LocalDate day) {
        return nextReview == null || !day.isAfter(nextReview)
                ? OptionalLong.empty()
                : OptionalLong.of(day.toEpochDay() - nextReview.toEpochDay());
    }

    /** The entry in the form without classes, owner, kinds of controls and overriding band. */
    public RiskEntry toRiskEntry() {
        String text = String.join("; ", controls.stream().map(Control::text).toList());
        return new RiskEntry(id, place, hazard, topic, ratings.current(), text, nextReview);
    }

    /** The entry of a register in the shorter form. */
    public static HazardEntry of(RiskEntry entry) {
        List<Control> controls = entry.controls().isBlank() ? List.of() : List.of(Control.unsorted(entry.controls()));
        return new HazardEntry(
                entry.riskId(),
                "",
                entry.place(),
                entry.hazard(),
                entry.topic(),
                null,
                null,
                "",
                controls,
                "",
                Ratings.of(entry.score()),
                entry.nextReview());
    }
}
