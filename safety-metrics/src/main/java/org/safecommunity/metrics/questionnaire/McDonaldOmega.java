package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * McDonald's omega of a scale of k items with one factor: ω = (Σλ)²/((Σλ)² + Σθ), λ loadings and θ unique variances in the units
 * of the items (λ = s·l, θ = s²·u), l and u fitted to the correlations by maximum likelihood. Immutable.
 *
 * <p>The denominator is the variance the model implies, not the observed one ({@code details.observedDenominator} has the
 * ratio to that). Interval: ω ∓ z·SE, SE by the delta method from the expected information with n − 1.
 * <p>Limits: one factor, normal answers, people independent of one another. Two items do not identify the model: the
 * Spearman–Brown coefficient is given in the details instead. A unique variance that is 0 or less at the maximum (Heywood
 * case), or a covariance matrix without inverse, gives {@link Status#NOT_CONVERGED}. Items are never turned round.
 * <p>Checked against: R {@code factanal} for the fit, {@code numDeriv} for the standard error.
 *
 * @see <a href="https://doi.org/10.1037/a0040086">Kelley &amp; Pornprasertmanit (2016), Psychological Methods 21, 69–92</a>
 */
public final class McDonaldOmega implements MetricResult {
    private static final String SOURCE = "McDonald 1999, Test Theory: A Unified Treatment, ch. 6;"
            + " Kelley & Pornprasertmanit 2016, Psychological Methods 21:69–92";
    private static final int FEWEST = 3;

    private final ItemAnswers answers;
    private final ItemSet scale;
    private final Confidence confidence;
    private final @Nullable OneFactorModel model;

    private McDonaldOmega(ItemAnswers answers, Confidence confidence) {
        this.answers = answers;
        this.scale = answers.n() < FEWEST ? new ItemSet(answers, List.of()) : ItemSet.varying(answers);
        this.confidence = confidence;
        this.model = scale.size() < FEWEST ? null : new OneFactorModel(scale.correlations());
    }

    /**
     * Computes omega of the answers collected so far.
     *
     * @param answers    answers of the people, not null
     * @param confidence level and side of the interval, not null
     */
    public static McDonaldOmega of(ItemAnswers answers, Confidence confidence) {
        requireNonNull(answers, "answers");
        return new McDonaldOmega(answers, requireNonNull(confidence, "confidence"));
    }

    private Optional<OneFactorModel> fitted() {
        return Optional.ofNullable(model).filter(OneFactorModel::converged).filter(one -> one.improper()
                .isEmpty());
    }

    private double deviation(int i) {
        int item = scale.items().get(i);
        return Math.sqrt(answers.covariance(item, item));
    }

    private double sumOfLoadings(OneFactorModel fit) {
        double sum = 0;
        for (int i = 0; i < scale.size(); i++) {
            sum += deviation(i) * fit.loading(i);
        }
        return sum;
    }

    private double sumOfUnique(OneFactorModel fit) {
        double sum = 0;
        for (int i = 0; i < scale.size(); i++) {
            sum += deviation(i) * deviation(i) * fit.unique(i);
        }
        return sum;
    }

    private double omega(OneFactorModel fit) {
        double common = sumOfLoadings(fit) * sumOfLoadings(fit);
        return common / (common + sumOfUnique(fit));
    }

    private double error(OneFactorModel fit) {
        int k = scale.size();
        double loadings = sumOfLoadings(fit);
        double unique = sumOfUnique(fit);
        double all = loadings * loadings + unique;
        double[] gradient = new double[2 * k];
        for (int i = 0; i < k; i++) {
            gradient[i] = 2 * loadings * unique / (all * all) * deviation(i);
            gradient[k + i] = -loadings * loadings / (all * all) * deviation(i) * deviation(i);
        }
        return Math.sqrt(Math.max(0, fit.variance(gradient)) / (answers.n() - 1d));
    }

    @Override
    public String statistic() {
        return "mcdonald-omega";
    }

    @Override
    public OptionalDouble value() {
        return fitted().map(fit -> OptionalDouble.of(omega(fit))).orElse(OptionalDouble.empty());
    }

    /** Standard error by the delta method. */
    @Override
    public OptionalDouble standardError() {
        return fitted().map(fit -> OptionalDouble.of(error(fit))).orElse(OptionalDouble.empty());
    }

    @Override
    public Optional<Interval> interval() {
        return fitted().map(fit -> {
            double half = error(fit) * NormalDistribution.of(0, 1).inverseSurvivalProbability(confidence.tail());
            double lower = confidence.hasLower() ? Math.max(0, omega(fit) - half) : 0;
            double upper = confidence.hasUpper() ? Math.min(1, omega(fit) + half) : 1;
            return new Interval("delta", confidence.level(), lower, upper);
        });
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(answers.n());
    }

    @Override
    public Status status() {
        if (fitted().isPresent()) {
            return Status.OK;
        }
        return scale.size() < 2 ? Status.EMPTY_DOMAIN : Status.NOT_CONVERGED;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("items", answers.items());
        inputs.put("n", answers.n());
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("items", (long) scale.size());
        fitted().ifPresent(fit -> {
            double loadings = sumOfLoadings(fit);
            details.put("observedDenominator", loadings * loadings / scale.sumOfAll());
            List<Double> standardised = new ArrayList<>();
            for (int i = 0; i < scale.size(); i++) {
                standardised.add(fit.loading(i));
            }
            details.put("loadings", standardised);
        });
        if (scale.size() == 2 && 1 + scale.meanCorrelation() > 0) {
            details.put("spearmanBrown", scale.standardisedAlpha());
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        if (scale.size() < 2 || fitted().isPresent()) {
            return List.of();
        }
        if (model == null) {
            return List.of(Note.of("omega-two"));
        }
        if (model.converged()) {
            String items = model.improper().stream()
                    .map(i -> answers.items().get(scale.items().get(i)))
                    .collect(Collectors.joining(", "));
            return List.of(Note.of("omega-heywood", items));
        }
        return List.of(Note.of("omega-no-fit"));
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        fitted().ifPresent(fit -> {
            String size = "k = " + scale.size() + ", n = " + answers.n();
            double loadings = sumOfLoadings(fit);
            double unique = sumOfUnique(fit);
            working.step("omega-loadings", "Σλ, R ≈ ll' + diag(u), λ = s·l", size, loadings);
            working.step("omega-unique", "Σθ, θ = s²·u", size, unique);
            working.step(
                    "mcdonald-omega",
                    "(Σλ)² / ((Σλ)² + Σθ)",
                    num(loadings) + "² / (" + num(loadings) + "² + " + num(unique) + ")",
                    omega(fit));
            working.step("omega-error", "√(g'I⁻¹g / (n − 1))", size, error(fit));
            interval().ifPresent(interval -> limits(working, interval, fit));
        });
        return working.status(status()).end("omega", SOURCE);
    }

    private void limits(Working working, Interval interval, OneFactorModel fit) {
        String numbers = "ω = " + num(omega(fit)) + ", SE = " + num(error(fit));
        if (confidence.hasLower()) {
            working.step("lower-limit", "max(0, ω − z·SE)", numbers, interval.lower());
        }
        if (confidence.hasUpper()) {
            working.step("upper-limit", "min(1, ω + z·SE)", numbers, interval.upper());
        }
    }
}
