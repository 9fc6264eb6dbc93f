package org.safecommunity.model.assessment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.catalogue.Indicator;
import org.safecommunity.model.scheme.Decision;
import org.safecommunity.model.scheme.Part;
import org.safecommunity.model.scheme.ScoringRule;

/**
 * Scores grades by a catalogue and a rule. Decisions compare exact numbers; only what is shown is rounded, half up, to
 * {@value #SHOWN_DIGITS} decimals where it does not end before.
 *
 * <p>An indicator without grades is not guessed. The decision is then given only when every possible grade of what is
 * missing leads to it. That can only be {@code fail}: when an indicator is already zero under the zero rule, or when even
 * full marks for the rest do not reach the lowest threshold.
 *
 * @param catalogue catalogue with points for every indicator, not null
 * @param rule      rule, not null
 */
public record Scoring(Catalogue catalogue, ScoringRule rule) {
    /** Most decimals of points shown. */
    public static final int SHOWN_DIGITS = 10;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the catalogue has no total
     */
    public Scoring {
        requireNonNull(rule, "rule");
        if (!catalogue.isScorable()) {
            throw new IllegalArgumentException("catalogue must give points and a total, was " + catalogue.id());
        }
    }

    /**
     * Scores an assessment.
     *
     * @param grades grades by id of the indicator
     * @throws IllegalArgumentException if an id is not in the catalogue
     */
    public Score score(Map<String, Grades> grades) {
        grades.keySet().stream()
                .filter(id -> catalogue.indicator(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("grades must name indicators of the catalogue, was " + id);
                });
        List<IndicatorScore> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal missing = BigDecimal.ZERO;
        for (Indicator indicator : catalogue.indicators()) {
            BigDecimal max = requireNonNull(indicator.max());
            Optional<Grades> given = Optional.ofNullable(grades.get(indicator.id()));
            BigDecimal weighted = given.map(g -> max.multiply(weightedShare(g))).orElse(BigDecimal.ZERO);
            sum = sum.add(weighted);
            missing = given.isPresent() ? missing : missing.add(max.multiply(rule.weights()));
            rows.add(new IndicatorScore(indicator, given, divided(weighted, rule.weights()), max));
        }
        boolean zero = rows.stream().anyMatch(IndicatorScore::isZero);
        return new Score(scaled(sum), scaled(sum.add(missing)), decision(sum, missing, zero), rows);
    }

    /** Σ weight · share, not yet divided by the sum of the weights. */
    BigDecimal weightedShare(Grades grades) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : Part.values()) {
            sum = sum.add(rule.weight(part).multiply(rule.share(grades.of(part))));
        }
        return sum;
    }

    private Optional<Decision> decision(BigDecimal sum, BigDecimal missing, boolean zero) {
        Decision best = decision(sum.add(missing), zero);
        return missing.signum() == 0 || best == Decision.FAIL ? Optional.of(best) : Optional.empty();
    }

    private Decision decision(BigDecimal sum, boolean zero) {
        if (zero && rule.zeroFails()) {
            return Decision.FAIL;
        }
        if (reaches(sum, rule.pass())) {
            return Decision.PASS;
        }
        BigDecimal rectify = rule.rectify();
        return rectify != null && reaches(sum, rectify) ? Decision.RECTIFY : Decision.FAIL;
    }

    /** sum / weights · total of the rule / total of the catalogue ≥ threshold, without a division. */
    private boolean reaches(BigDecimal sum, BigDecimal threshold) {
        return sum.multiply(rule.total()).compareTo(threshold.multiply(unit())) >= 0;
    }

    private BigDecimal scaled(BigDecimal sum) {
        return divided(sum.multiply(rule.total()), unit());
    }

    private BigDecimal unit() {
        return rule.weights().multiply(requireNonNull(catalogue.total()));
    }

    private static BigDecimal divided(BigDecimal a, BigDecimal b) {
        BigDecimal value = a.divide(b, SHOWN_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 2 ? value.setScale(2) : value;
    }
}
