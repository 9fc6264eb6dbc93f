package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Evaluation;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;

/**
 * The three ratings of a hazard side by side: inherent (固有, without controls), current (with the controls there are) and
 * residual (剩余, with the proposed ones). Immutable.
 *
 * @param inherent rating without controls, or null when it was not made
 * @param current  rating as things are, not null
 * @param residual rating with the proposed controls, or null when it was not made
 * @param judged   the current rating with the band that counts, the computed one or another one with a justification, not null
 */
public record Ratings(
        @Nullable RiskScore inherent,
        RiskScore current,
        @Nullable RiskScore residual,
        Rating judged) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the current rating or the judged one is null
     * @throws IllegalArgumentException if the ratings are not by one scheme, or the judged one has another score than the
     *                                  current one
     */
    public Ratings {
        requireNonNull(current, "current");
        if (!requireNonNull(judged, "judged").score().equals(current)) {
            throw new IllegalArgumentException("judged must have the score of current, "
                    + current.score().toPlainString() + ", was "
                    + judged.score().score().toPlainString());
        }
        String scheme = current.scheme().id();
        if ((inherent != null && !inherent.scheme().id().equals(scheme))
                || (residual != null && !residual.scheme().id().equals(scheme))) {
            throw new IllegalArgumentException(
                    "inherent and residual must be rated by the scheme of current, " + scheme);
        }
    }

    /** Ratings whose computed bands count. */
    public Ratings(@Nullable RiskScore inherent, RiskScore current, @Nullable RiskScore residual) {
        this(inherent, current, residual, Rating.of(current));
    }

    /** The current rating alone. */
    public static Ratings of(RiskScore current) {
        return new Ratings(null, current, null);
    }

    /** The rating that is left after all that is planned: the residual one, or the current one where there is none. */
    public RiskScore last() {
        return Optional.ofNullable(residual).orElse(current);
    }

    /** The band that is left after all that is planned: that of the residual rating, or the one that counts now. */
    public Band lastBand() {
        return residual == null ? judged.band() : residual.band();
    }

    /**
     * The ratings as an evaluation, which finds fault with what does not fit; the computed bands count. Empty where the
     * inherent rating was not made.
     */
    public Optional<Evaluation> evaluation() {
        return Optional.ofNullable(inherent)
                .map(score -> new Evaluation(
                        Rating.of(score), Rating.of(current), residual == null ? null : Rating.of(residual)));
    }

    /** Whether the score never rises from inherent to current to residual, as it should. */
    public boolean isFalling() {
        boolean first = inherent == null || inherent.score().compareTo(current.score()) >= 0;
        boolean second = residual == null || current.score().compareTo(residual.score()) >= 0;
        return first && second;
    }
}
