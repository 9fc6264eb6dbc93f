package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A state of the certification procedure and the states that may follow it.
 *
 * <p>The order is this project's reading (sheet S4.3, derived): no official text of it was found. A community that
 * failed works on before it applies again; one that is revoked or has expired starts a new procedure.
 */
public enum ProcedureState {
    /** Work has started. */
    STARTED,
    /** The start is filed with the authority. */
    FILED,
    /** Working by the standard, before an application. */
    OPERATING,
    /** Application handed in. */
    APPLIED,
    /** Recommended by the local authority. */
    RECOMMENDED,
    /** Documents under review. */
    DOC_REVIEW,
    /** Additions to the documents asked for. */
    SUPPLEMENT,
    /** Assessment on site. */
    ON_SITE,
    /** Passed. */
    PASSED,
    /** To be put right before it passes. */
    RECTIFY,
    /** Not passed. */
    FAILED,
    /** Named as a safe community. */
    NAMED,
    /** Annual report handed in. */
    ANNUAL_REPORT,
    /** Spot check held. */
    SPOT_CHECK,
    /** Re-assessment is due. */
    REASSESSMENT_DUE,
    /** Named again. */
    RENAMED,
    /** Name revoked. */
    REVOKED,
    /** Name expired. */
    EXPIRED;

    /** The states that may follow, in their order; empty at an end. */
    public Set<ProcedureState> next() {
        return switch (this) {
            case STARTED -> EnumSet.of(FILED);
            case FILED, FAILED -> EnumSet.of(OPERATING);
            case OPERATING -> EnumSet.of(APPLIED);
            case APPLIED -> EnumSet.of(RECOMMENDED);
            case RECOMMENDED -> EnumSet.of(DOC_REVIEW);
            case DOC_REVIEW -> EnumSet.of(SUPPLEMENT, ON_SITE);
            case SUPPLEMENT -> EnumSet.of(DOC_REVIEW, ON_SITE);
            case ON_SITE -> EnumSet.of(PASSED, RECTIFY, FAILED);
            case RECTIFY -> EnumSet.of(ON_SITE, PASSED, FAILED);
            case PASSED -> EnumSet.of(NAMED);
            case NAMED, RENAMED, ANNUAL_REPORT, SPOT_CHECK ->
                EnumSet.of(ANNUAL_REPORT, SPOT_CHECK, REASSESSMENT_DUE, REVOKED, EXPIRED);
            case REASSESSMENT_DUE -> EnumSet.of(RENAMED, REVOKED, EXPIRED);
            case REVOKED, EXPIRED -> EnumSet.noneOf(ProcedureState.class);
        };
    }

    /**
     * Moves to a following state.
     *
     * @param target the state to reach, not null
     * @return the target
     * @throws NullPointerException     if target is null
     * @throws IllegalArgumentException if the target may not follow; the message names what may
     */
    public ProcedureState to(ProcedureState target) {
        requireNonNull(target, "target");
        if (next().contains(target)) {
            return target;
        }
        String allowed = next().stream().map(ProcedureState::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("state after " + label() + " must be "
                + (allowed.isEmpty() ? "none, a new procedure starts" : "one of " + allowed) + ", was "
                + target.label());
    }

    /** The name as written in files, e.g. {@code doc-review}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
