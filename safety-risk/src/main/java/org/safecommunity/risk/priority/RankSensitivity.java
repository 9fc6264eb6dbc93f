package org.safecommunity.risk.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * How far one weight of a ranking can move before two neighbours change places, the other weights held. Exact: two sums
 * that are linear in a weight cross once, at w* = (aⱼ − aᵢ)/(tᵢ − tⱼ), where a is the rest of the sum and t the term of
 * the weight.
 */
public final class RankSensitivity {
    private RankSensitivity() {}

    /**
     * The first change of the ranking when a weight rises or falls.
     *
     * @param weight index of the weight
     * @param up     whether it rises
     * @param chosen weight that was chosen
     * @param at     weight beyond which the order changes; the chosen one where two are equal now
     * @param rises  which one rises
     * @param falls  which one falls behind it
     */
    public record Change(int weight, boolean up, double chosen, double at, String rises, String falls) {
        /** The working. */
        public List<Step> explain() {
            return List.of(new Step(
                    new LocalText("Weight at which two change places", "两项次序互换时的权重"),
                    "w* = (aⱼ − aᵢ) / (tᵢ − tⱼ)",
                    "w = " + HanlonRating.number(chosen),
                    LocalText.of(HanlonRating.number(at))));
        }
    }

    /**
     * The first change in one direction; empty when no weight of 0 or more changes the order.
     *
     * @param sums    what is ranked
     * @param weights weights that were chosen, each finite and 0 or more
     * @param weight  index of the weight that moves
     * @param up      whether it rises
     */
    public static Optional<Change> first(List<WeightedSum> sums, List<Double> weights, int weight, boolean up) {
        double chosen = weights.get(weight);
        Change best = null;
        for (int i = 0; i < sums.size(); i++) {
            for (int j = 0; j < sums.size(); j++) {
                Change change = change(sums.get(i), sums.get(j), weights, weight, up);
                boolean nearer = change != null
                        && (best == null || Math.abs(change.at() - chosen) < Math.abs(best.at() - chosen));
                best = nearer ? change : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight beyond which {@code low} overtakes {@code high}; null when it does not. */
    private static @org.jspecify.annotations.Nullable Change change(
            WeightedSum high, WeightedSum low, List<Double> weights, int weight, boolean up) {
        double chosen = weights.get(weight);
        double ahead = high.value(weights) - low.value(weights);
        double slope = high.terms().get(weight) - low.terms().get(weight);
        boolean closing = up ? slope < 0 : slope > 0;
        if (ahead < 0 || !closing) {
            return null;
        }
        double at = ahead == 0 ? chosen : chosen - ahead / slope;
        boolean reachable = Double.isFinite(at) && at > 0;
        return reachable ? new Change(weight, up, chosen, at, low.name(), high.name()) : null;
    }

    /** The first changes of every weight, down then up. */
    public static List<Change> all(List<WeightedSum> sums, List<Double> weights) {
        List<Change> changes = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            first(sums, weights, k, false).ifPresent(changes::add);
            first(sums, weights, k, true).ifPresent(changes::add);
        }
        return List.copyOf(changes);
    }
}
