package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.safecommunity.risk.internal.Checks;

/**
 * A computed score with the band that counts: the computed one, or another one with a justification. The computed score is
 * never lost. Immutable.
 *
 * @param score         computed score, not null
 * @param band          band that counts, one of the scheme
 * @param justification why it is not the computed band; empty exactly when it is
 */
public record Rating(RiskScore score, Band band, String justification) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the band is not one of the scheme, another band has no justification, or the
     *                                  computed band has one
     */
    public Rating {
        requireNonNull(score, "score");
        requireNonNull(justification, "justification");
        if (!score.scheme().bands().contains(requireNonNull(band, "band"))) {
            throw new IllegalArgumentException(
                    "band must be one of scheme " + score.scheme().id() + ", was " + band.id());
        }
        boolean computed = band.equals(score.band());
        if (computed && !justification.isEmpty()) {
            throw new IllegalArgumentException("justification must be empty where the computed band counts");
        }
        if (!computed) {
            Checks.text(justification, "justification");
        }
    }

    /** The computed band counts. */
    public static Rating of(RiskScore score) {
        return new Rating(score, score.band(), "");
    }

    /**
     * Another band counts, for a reason.
     *
     * @param score         computed score
     * @param bandId        id of the band that counts
     * @param justification reason, not blank unless it is the computed band
     * @throws IllegalArgumentException if the scheme has no such band, or the reason is missing
     */
    public static Rating overridden(RiskScore score, String bandId, String justification) {
        List<Band> bands = score.scheme().bands();
        Band band = bands.stream()
                .filter(b -> b.id().equals(bandId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("band must be one of "
                        + bands.stream().map(Band::id).collect(Collectors.joining(", ")) + ", was " + bandId));
        return band.equals(score.band()) ? of(score) : new Rating(score, band, justification);
    }

    /**
     * The rules of direct judgement that hold raise the band: to the lowest band that has at least their colour. They never
     * lower it.
     *
     * @param score computed score
     * @param rules rules that hold; none leaves the computed band
     */
    public static Rating direct(RiskScore score, List<DirectRules.Rule> rules) {
        Colour wanted = DirectRules.raise(score.band().colour(), rules);
        if (wanted == score.band().colour()) {
            return of(score);
        }
        List<Band> reaching = score.scheme().bands().stream()
                .filter(b -> b.colour().compareTo(wanted) <= 0)
                .toList();
        Band band = reaching.isEmpty() ? score.scheme().bands().get(0) : reaching.get(reaching.size() - 1);
        String reason = rules.stream().map(DirectRules.Rule::id).collect(Collectors.joining(", "));
        return band.equals(score.band()) ? of(score) : new Rating(score, band, reason);
    }

    /** Whether another band than the computed one counts. */
    public boolean isOverridden() {
        return !justification.isEmpty();
    }
}
