package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;

/**
 * A score with all that is needed to check it: factors, scheme, version and boundary policy. Immutable.
 *
 * @param scheme  scheme it was scored by, not null; it holds version, edition and policy
 * @param factors value of each factor by name, in the order of the formula
 * @param score   product of the factors, exact, no unit
 * @param band    band of the score, not null
 */
public record RiskScore(Scheme scheme, Map<String, BigDecimal> factors, BigDecimal score, Band band) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the factors are not those of the scheme or not on its scales, the score is not
     *                                  their product, or the band is not that of the score
     */
    public RiskScore {
        requireNonNull(scheme, "scheme");
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(factors, "factors")));
        score = Checks.plain(requireNonNull(score, "score"));
        requireNonNull(band, "band");
        List<String> names = scheme.factors().stream().map(Factor::name).toList();
        if (!names.equals(List.copyOf(factors.keySet()))) {
            throw new IllegalArgumentException(
                    "factors must be " + String.join(", ", names) + ", was " + String.join(", ", factors.keySet()));
        }
        for (Factor factor : scheme.factors()) {
            BigDecimal value = requireNonNull(factors.get(factor.name()), factor.name());
            if (factor.value(value).isEmpty()) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be one of " + factor.scaleText()
                        + ", was " + value.toPlainString());
            }
        }
        BigDecimal product = scheme.product(factors);
        if (product.compareTo(score) != 0) {
            throw new IllegalArgumentException("score must be the product of the factors, " + product.toPlainString()
                    + ", was " + score.toPlainString());
        }
        if (!band.equals(scheme.band(score))) {
            throw new IllegalArgumentException(
                    "band must be that of the score, " + scheme.band(score).id() + ", was " + band.id());
        }
    }

    /**
     * One step of the working.
     *
     * @param label   what the step is
     * @param formula formula, or empty
     * @param numbers formula with the numbers put in, or empty
     * @param outcome outcome as text
     */
    public record Step(LocalText label, String formula, String numbers, LocalText outcome) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException if a component is null
         */
        public Step {
            requireNonNull(label, "label");
            requireNonNull(formula, "formula");
            requireNonNull(numbers, "numbers");
            requireNonNull(outcome, "outcome");
        }
    }

    /**
     * The working: each factor on its scale, the product, the band with its bounds, the scheme with version and policy,
     * where scales, bands and policy come from and whether that is confirmed, and what a user must know.
     */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        for (Factor factor : scheme.factors()) {
            ScaleValue value =
                    factor.value(requireNonNull(factors.get(factor.name()))).orElseThrow();
            steps.add(new Step(factor.title(), factor.symbol(), text(value.value()), value.label()));
        }
        steps.add(new Step(new LocalText("Score", "风险值"), scheme.formula(), numbers(), LocalText.of(text(score))));
        steps.add(new Step(new LocalText("Band", "等级"), scheme.condition(band), "", bandText()));
        steps.add(remark("Scheme", "方案", schemeText()));
        steps.add(remark("Source", "来源", scheme.provenance().describe(scheme.sources())));
        for (Factor factor : scheme.factors()) {
            if (factor.provenance() != null) {
                LocalText source = factor.provenance().describe(scheme.sources());
                steps.add(remark("Source of " + factor.symbol(), factor.symbol() + " 的来源", source));
            }
        }
        if (scheme.note() != null) {
            steps.add(remark("Note", "说明", scheme.note()));
        }
        return List.copyOf(steps);
    }

    private static Step remark(String en, String zh, LocalText outcome) {
        return new Step(new LocalText(en, zh), "", "", outcome);
    }

    private String numbers() {
        return scheme.expression(factor -> text(requireNonNull(factors.get(factor.name()))));
    }

    private LocalText bandText() {
        return new LocalText(
                band.title().en() + " (" + band.colour().title().en() + "): "
                        + band.action().en(),
                band.title().zh() + "（" + band.colour().title().zh() + "）："
                        + band.action().zh());
    }

    private LocalText schemeText() {
        LocalText origin = scheme.policyProvenance() == null
                ? new LocalText("chosen for this score", "本次评分选定")
                : scheme.policyProvenance().describe(scheme.sources());
        LocalText policy = scheme.policy().title();
        return new LocalText(
                scheme.id() + ", " + scheme.title().en() + ", version " + scheme.version() + "; bounds: " + policy.en()
                        + " (" + scheme.policy().label() + "), " + origin.en(),
                scheme.id() + "，" + scheme.title().zh() + "，版本 " + scheme.version() + "；边界值归属：" + policy.zh() + "（"
                        + scheme.policy().label() + "），" + origin.zh());
    }

    private static String text(BigDecimal value) {
        return Checks.plain(value).toPlainString();
    }
}
