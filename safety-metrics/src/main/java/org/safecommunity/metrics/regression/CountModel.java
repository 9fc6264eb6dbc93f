package org.safecommunity.metrics.regression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/**
 * Log-linear model of counts with person-time: ln E(y) = ln T + x'b. Immutable.
 *
 * <p>Fitted by iteratively re-weighted least squares, each step by QR, until the deviance stands still to 1e-10 and the
 * last step is below 1e-10 standard errors; the covariance is taken at the final coefficients. For the negative binomial,
 * θ is estimated by maximum likelihood in turn with the coefficients, and their covariance takes θ as known, as
 * {@code MASS::glm.nb} does. When the likelihood does not rise as θ comes down from infinity (decided at the Poisson fit),
 * the Poisson fit is the result, with the note {@code no-overdispersion}.
 * <p>Limits: events independent given the columns, person-time known without error. A fit without finite estimates has
 * status {@code separated} and names the columns; no person-time at all is {@code no-person-time}.
 * <p>Checked against: R {@code glm}, {@code MASS::glm.nb}, {@code sandwich}.
 */
public final class CountModel extends Regression {
    private final CountData data;
    private final CountFamily family;
    private final @Nullable Irls fit;
    private final @Nullable Irls poisson;
    private final List<String> separated;

    private CountModel(
            Design design,
            CountData all,
            CountData data,
            CountFamily family,
            Status status,
            @Nullable Irls fit,
            @Nullable Irls poisson,
            List<String> separated) {
        super(design, all.usable(), all.size(), status, fit == null ? null : solution(fit, family));
        this.data = data;
        this.family = family;
        this.fit = fit;
        this.poisson = poisson;
        this.separated = separated;
    }

    /**
     * Fits a model.
     *
     * @param design columns, one row for each count, not null
     * @param data   counts with person-time, not null
     * @param family how the counts vary, not null
     * @return the model; see {@link #status()} where there are no finite estimates
     * @throws IllegalArgumentException if the rows of design and data differ in number, or a count is not whole in a
     *     family other than quasi-Poisson
     * @throws DependentColumnsException if the columns are not independent in the rows that are fitted
     */
    public static CountModel fit(Design design, CountData data, CountFamily family) {
        requireNonNull(family, "family");
        if (design.rows() != data.size()) {
            throw new IllegalArgumentException(
                    "design must have one row for each of the " + data.size() + " counts, was " + design.rows());
        }
        if (family != CountFamily.QUASI_POISSON) {
            data.requireWhole();
        }
        int[] usable = data.usable();
        CountData used = data.select(usable);
        if (usable.length == 0) {
            return failed(design, data, used, family, Status.NO_PERSON_TIME, List.of());
        }
        Design rows = design.select(usable);
        rows.requireFullRank();
        List<String> separated = Separation.columns(rows, used);
        if (!separated.isEmpty()) {
            return failed(rows, data, used, family, Status.SEPARATED, separated);
        }
        Irls poisson = Irls.fit(rows, used, CountVariance.POISSON);
        Irls fit = family == CountFamily.NEGATIVE_BINOMIAL && poisson.converged() ? ThetaSearch.fit(poisson) : poisson;
        return fit.converged()
                ? new CountModel(rows, data, used, family, Status.OK, fit, poisson, List.of())
                : failed(rows, data, used, family, Status.NOT_CONVERGED, List.of());
    }

    private static CountModel failed(
            Design design, CountData all, CountData used, CountFamily family, Status status, List<String> separated) {
        return new CountModel(design, all, used, family, status, null, null, separated);
    }

    private static Solution solution(Irls fit, CountFamily family) {
        int df = fit.data().size() - fit.coefficients().length;
        return new Solution(
                fit.coefficients(),
                fit.decomposition().inverse(),
                fit.scores(),
                fit.roots(),
                df > 0 ? OptionalDouble.of(fit.pearson() / df) : OptionalDouble.empty(),
                family == CountFamily.QUASI_POISSON);
    }

    private Irls fit() {
        if (fit == null) {
            throw new IllegalStateException("model has no estimates, its status is " + status().label());
        }
        return fit;
    }

    /** How the counts vary. */
    public CountFamily family() {
        return family;
    }

    /** The counts that were fitted. */
    public CountData data() {
        return data;
    }

    /** Columns without a finite coefficient; empty unless the status is {@code separated}. */
    public List<String> separatedColumns() {
        return separated;
    }

    /** Fitted mean of each row that was fitted. */
    public double[] fitted() {
        double[] fitted = new double[data.size()];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = fit().mean(i);
        }
        return fitted;
    }

    /** Signed square roots of the deviance of each row that was fitted. */
    public double[] devianceResiduals() {
        double[] residuals = new double[data.size()];
        for (int i = 0; i < residuals.length; i++) {
            double y = data.events(i);
            double part = Math.max(0, data.weight(i) * fit().variance().deviance(y, fit().mean(i)));
            residuals[i] = Math.signum(y - fit().mean(i)) * Math.sqrt(part) + 0d;
        }
        return residuals;
    }

    /** Twice the log-likelihood lost against a model with a mean for each row. */
    public double deviance() {
        return fit().deviance();
    }

    /** Pearson's chi-squared Σ w(y − μ)²/V(μ), V with θ for the negative binomial and without φ for quasi-Poisson. */
    public double pearson() {
        return fit().pearson();
    }

    /** Pearson's chi-squared over the residual degrees of freedom; absent when there are none. */
    public OptionalDouble dispersion() {
        return solution().dispersion();
    }

    /** Log-likelihood; absent for quasi-Poisson, which has none. */
    public OptionalDouble logLikelihood() {
        return family == CountFamily.QUASI_POISSON ? OptionalDouble.empty() : OptionalDouble.of(fit().logLikelihood());
    }

    /** 2·(number of parameters, θ included) − 2·log-likelihood; absent for quasi-Poisson. */
    public OptionalDouble aic() {
        OptionalDouble likelihood = logLikelihood();
        int parameters = design().size() + (family == CountFamily.NEGATIVE_BINOMIAL ? 1 : 0);
        return likelihood.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * parameters - 2 * likelihood.getAsDouble());
    }

    /** θ of the variance μ + μ²/θ; absent for other families and where the counts show no overdispersion. */
    public OptionalDouble theta() {
        return fit().variance().poisson()
                ? OptionalDouble.empty()
                : OptionalDouble.of(fit().variance().theta());
    }

    /** Standard error of θ by the observed information at the fitted means; absent where θ is. */
    public OptionalDouble thetaStandardError() {
        if (theta().isEmpty()) {
            return OptionalDouble.empty();
        }
        double curvature = ThetaSearch.curvature(fit(), theta().getAsDouble());
        return curvature < 0 ? OptionalDouble.of(1 / Math.sqrt(-curvature)) : OptionalDouble.empty();
    }

    /**
     * Likelihood-ratio test of the negative binomial against Poisson: p is half the upper tail of chi-squared with one
     * degree of freedom, because Poisson lies on the boundary. Absent for other families.
     */
    public Optional<HypothesisTest> overdispersionTest() {
        if (family != CountFamily.NEGATIVE_BINOMIAL || poisson == null) {
            return Optional.empty();
        }
        double ratio = Math.max(0, 2 * (fit().logLikelihood() - poisson.logLikelihood()));
        double p = ratio == 0 ? 1 : ChiSquaredDistribution.of(1).survivalProbability(ratio) / 2;
        return Optional.of(new HypothesisTest("likelihood-ratio", ratio, List.of(1d), p));
    }

    /** Steps of the iteration. */
    public int iterations() {
        return fit().steps();
    }

    @Override
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("points", (long) data.size());
        inputs.put("events", total(data::events));
        inputs.put("personTime", total(data::personTime));
        inputs.put("model", family.label());
        return inputs;
    }

    private double total(java.util.function.IntToDoubleFunction column) {
        return java.util.stream.IntStream.range(0, data.size())
                .mapToDouble(column)
                .sum();
    }

    @Override
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (status() == Status.SEPARATED) {
            boolean none = total(data::events) == 0;
            notes.add(none ? Note.of("no-events") : Note.of("separated", String.join(", ", separated)));
        }
        if (status() == Status.OK && family == CountFamily.NEGATIVE_BINOMIAL && theta().isEmpty()) {
            notes.add(Note.of("no-overdispersion"));
        }
        return notes;
    }

    @Override
    List<Step> steps(Locale locale) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(
                Messages.text(locale, "step.model"),
                Messages.text(
                        locale,
                        "model.log-linear",
                        family.title(locale),
                        String.join(", ", design().names()),
                        family.variance(),
                        data.size())));
        if (status() == Status.OK) {
            steps.add(
                    EffectSteps.calculation(locale, "step.deviance", "D = 2·Σ(l(y; y) − l(μ; y))", "", deviance(), ""));
            theta().ifPresent(theta ->
                    steps.add(EffectSteps.calculation(locale, "step.theta", "θ: Σ ∂l/∂θ = 0", "", theta, "")));
            dispersion()
                    .ifPresent(phi -> steps.add(EffectSteps.calculation(
                            locale,
                            "step.dispersion",
                            "φ = X² / (n − p)",
                            NumberText.shortest(pearson()) + " / (" + data.size() + " − " + design().size() + ")",
                            phi,
                            "")));
        }
        return steps;
    }

    @Override
    String assumptions(Locale locale) {
        return Messages.text(locale, "assumptions.log-linear");
    }

    @Override
    String citation() {
        return family.citation();
    }
}
