package org.safecommunity.metrics.regression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * Dispersion of a model of counts: Pearson's chi-squared over the residual degrees of freedom, with its chi-squared test of
 * heterogeneity (upper tail). Near 1 the counts vary as the family says. Immutable.
 *
 * <p>X² = Σ(y − μ)²/V(μ), φ = X²/(n − p). For Poisson and quasi-Poisson the details add Dean's score
 * T = Σ((y − μ)² − y)/√(2Σμ²), which is normal and looks at overdispersion only (one-sided); for the negative binomial θ,
 * its standard error and the likelihood-ratio test against Poisson.
 * <p>Limits: the chi-squared test is rough when most fitted means are below 5 (note {@code small-means}).
 * <p>Checked against: R {@code glm}, {@code MASS::glm.nb}.
 */
public final class Dispersion implements MetricResult {
    private static final double SMALL_MEAN = 5;

    private final CountModel model;

    private Dispersion(CountModel model) {
        this.model = model;
    }

    /**
     * Obtains the dispersion of a model.
     *
     * @param model the model, not null
     */
    public static Dispersion of(CountModel model) {
        return new Dispersion(requireNonNull(model, "model"));
    }

    private boolean fitted() {
        return model.status() == Status.OK;
    }

    @Override
    public String statistic() {
        return "dispersion";
    }

    @Override
    public OptionalDouble value() {
        return fitted() ? model.dispersion() : OptionalDouble.empty();
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (value().isEmpty()) {
            return Optional.empty();
        }
        double df = model.residualDf();
        double p = ChiSquaredDistribution.of(df).survivalProbability(model.pearson());
        return Optional.of(new HypothesisTest("pearson-chi-squared", model.pearson(), List.of(df), p));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(model.observations());
    }

    @Override
    public Status status() {
        if (!fitted()) {
            return model.status();
        }
        return value().isEmpty() ? Status.NO_DF : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        return model.inputs();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!fitted()) {
            return details;
        }
        details.put("deviance", model.deviance());
        details.put("df", (long) model.residualDf());
        model.aic().ifPresent(aic -> details.put("aic", aic));
        if (model.family() == CountFamily.NEGATIVE_BINOMIAL) {
            model.theta().ifPresent(theta -> details.put("theta", theta));
            model.thetaStandardError().ifPresent(error -> details.put("thetaStandardError", error));
            model.overdispersionTest().ifPresent(test -> {
                details.put("likelihoodRatio", test.statistic());
                details.put("likelihoodRatioPValue", test.pValue());
            });
        } else if (value().isPresent()) {
            details.put("deanScore", deanScore());
            details.put("deanPValue", NormalDistribution.of(0, 1).survivalProbability(deanScore()));
        }
        return details;
    }

    /** Dean's score T of overdispersion (Dean &amp; Lawless 1989, J Am Stat Assoc 84:467–472). */
    private double deanScore() {
        double[] means = model.fitted();
        double above = 0;
        double squares = 0;
        for (int i = 0; i < means.length; i++) {
            double y = model.data().events(i);
            double weight = model.data().weight(i);
            above += weight * ((y - means[i]) * (y - means[i]) - y);
            squares += weight * means[i] * means[i];
        }
        return above / Math.sqrt(2 * squares);
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>(model.notes());
        if (value().isPresent()) {
            double[] means = model.fitted();
            long small = java.util.Arrays.stream(means)
                    .filter(mean -> mean < SMALL_MEAN)
                    .count();
            if (2 * small > means.length) {
                notes.add(Note.of("small-means", small, means.length, NumberText.shortest(SMALL_MEAN)));
            }
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>(model.steps(locale));
        test().ifPresent(test -> {
            steps.add(
                    EffectSteps.calculation(locale, "step.pearson", "X² = Σ(y − μ)² / V(μ)", "", test.statistic(), ""));
            steps.add(EffectSteps.calculation(
                    locale,
                    "step.p-value",
                    "p = P(χ²(n − p) > X²)",
                    "P(χ²(" + model.residualDf() + ") > " + NumberText.shortest(test.statistic()) + ")",
                    test.pValue(),
                    ""));
        });
        if (details().containsKey("deanScore")) {
            steps.add(EffectSteps.calculation(
                    locale, "step.dean", "T = Σ((y − μ)² − y) / √(2·Σμ²)", "", deanScore(), ""));
        }
        if (status() != Status.OK) {
            steps.add(EffectSteps.remark(locale, "step.status", status().message(locale)));
        }
        steps.add(EffectSteps.remark(locale, "step.assumptions", Messages.text(locale, "assumptions.dispersion")));
        steps.add(EffectSteps.remark(
                locale, "step.source", "Dean & Lawless 1989, J Am Stat Assoc 84:467–472; " + model.citation()));
        return steps;
    }
}
