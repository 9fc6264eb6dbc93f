package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safecommunity.model.LocalText;

/**
 * A score with all that is needed to check it: factors, scheme, edition and boundary policy. Immutable.
 *
 * @param scheme  scheme it was scored by, not null
 * @param factors value of each factor by name, in the order of the formula
 * @param score   product of the factors, exact
 * @param band    band of the score, not null
 */
public record RiskScore(Scheme scheme, Map<String, BigDecimal> factors, BigDecimal score, Band band) {
    public RiskScore {
        requireNonNull(scheme, "scheme");
        factors = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(factors));
        score = plain(score);
        requireNonNull(band, "band");
    }

    /**
     * One step of the working.
     *
     * @param label   what the step is
     * @param formula formula, or empty
     * @param numbers formula with the numbers put in, or empty
     * @param outcome outcome as text
     */
    public record Step(LocalText label, String formula, String numbers, LocalText outcome) {}

    /** The working: each factor on its scale, the product, the band and who owns its bound, the source. */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        for (Factor factor : scheme.factors()) {
            ScaleValue value =
                    factor.value(requireNonNull(factors.get(factor.name()))).orElseThrow();
            steps.add(new Step(
                    factor.title(), factor.symbol(), plain(value.value()).toPlainString(), value.label()));
        }
        String numbers = String.join(
                " × ",
                factors.values().stream().map(v -> plain(v).toPlainString()).toList());
        steps.add(new Step(
                new LocalText("Score", "风险值"), scheme.formula(), numbers, LocalText.of(score.toPlainString())));
        steps.add(new Step(
                new LocalText("Band", "等级"),
                bandFormula(),
                "",
                new LocalText(
                        band.title().en() + " (" + band.colour().title().en() + "): "
                                + band.action().en(),
                        band.title().zh() + "(" + band.colour().title().zh() + "):"
                                + band.action().zh())));
        steps.add(new Step(
                new LocalText("Source", "来源"),
                "",
                "",
                LocalText.of(scheme.id() + ", " + scheme.edition() + " [" + scheme.provenance() + "]")));
        return steps;
    }

    private String bandFormula() {
        boolean lowerInclusive = scheme.policy() == BoundaryPolicy.LOWER_INCLUSIVE;
        String from = plain(band.from()).toPlainString() + (lowerInclusive ? " ≤ " : " < ") + scheme.symbol();
        int index = scheme.bands().indexOf(band);
        return index == 0
                ? from
                : from
                        + (lowerInclusive ? " < " : " ≤ ")
                        + plain(scheme.bands().get(index - 1).from()).toPlainString();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
