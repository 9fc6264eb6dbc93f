package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;

/**
 * One hazard rated three times, side by side: inherent (固有风险, without regard to controls), current, and residual (剩余风险,
 * with the controls that are planned). A copy keeps the inherent rating. Immutable.
 *
 * @param inherent rating without controls, not null
 * @param current  rating with the controls there are, not null
 * @param residual rating with the controls planned, or null when none are
 */
public record Evaluation(
        Rating inherent, Rating current, @Nullable Rating residual) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if inherent or current rating is null
     */
    public Evaluation {
        requireNonNull(inherent, "inherent");
        requireNonNull(current, "current");
    }

    /** The same hazard with a new current rating. */
    public Evaluation withCurrent(Rating rating) {
        return new Evaluation(inherent, rating, residual);
    }

    /** What does not fit: ratings of different schemes, or a rating that controls made worse. Sorted by path. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        compare(findings, "current", current, inherent);
        if (residual != null) {
            compare(findings, "residual", residual, current);
        }
        return findings;
    }

    private static void compare(List<Finding> findings, String path, Rating later, Rating before) {
        Scheme scheme = later.score().scheme();
        Scheme other = before.score().scheme();
        if (!scheme.id().equals(other.id()) || scheme.policy() != other.policy()) {
            findings.add(Finding.error(
                    "schemes-differ",
                    path,
                    new LocalText(
                            "ratings must be of one scheme and policy, was " + scheme.id() + " after " + other.id(),
                            "各次评价须用同一方案和边界规则，现为 " + other.id() + " 之后 " + scheme.id()),
                    new LocalText("rate again by one scheme, or migrate the older rating", "请用同一方案重评，或迁移较早的评价")));
        } else if (scheme.bands().indexOf(later.band()) < scheme.bands().indexOf(before.band())) {
            findings.add(Finding.error(
                    "risk-rises",
                    path,
                    new LocalText(
                            "rating must not rise with more controls, was "
                                    + later.band().id() + " after "
                                    + before.band().id(),
                            "增加控制措施后等级不应升高，现为 " + before.band().id() + " 之后 "
                                    + later.band().id()),
                    new LocalText("look at the ratings again; a new danger is a new hazard", "请复核评分；新的危险应另立条目")));
        }
    }
}
