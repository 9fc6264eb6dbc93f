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
import org.apache.commons.statistics.distribution.FDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/**
 * Cronbach's alpha of a scale of k items: α = k/(k − 1)·(1 − Σs_j²/s_T²), s_T² the variance of the sum, with Feldt's interval: 1 − (1 −
 * α)·F, F quantiles of n − 1 and (n − 1)(k − 1) degrees of freedom. Immutable.
 *
 * <p>Limits: Feldt's interval assumes equal variances and covariances (compound symmetry) and persons independent of one
 * another. An item without variance is kept out and named. Fewer than three persons or two items: no alpha. Alpha below 0
 * is given as it is: items are never turned round silently.
 * <p>Checked against: R {@code psych::alpha}.
 *
 * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach (1951), Psychometrika 16, 297–334</a>
 */
public final class CronbachAlpha implements MetricResult {
    private static final String SOURCE =
            "Cronbach 1951, Psychometrika 16:297–334; Feldt 1965, Psychometrika 30:357–370;"
                    + " van Zyl, Neudecker & Nel 2000, Psychometrika 65:271–280";

    private final ItemAnswers answers;
    private final ItemSet scale;
    private final Confidence confidence;

    private CronbachAlpha(ItemAnswers answers, Confidence confidence) {
        this.answers = answers;
        this.scale = answers.n() < 3 ? new ItemSet(answers, List.of()) : ItemSet.varying(answers);
        this.confidence = confidence;
    }

    /** Computes alpha of the answers collected so far. */
    public static CronbachAlpha of(ItemAnswers answers, Confidence confidence) {
        requireNonNull(answers, "answers");
        return new CronbachAlpha(answers, requireNonNull(confidence, "confidence"));
    }

    /** What each item contributes, for three items or more; nothing for fewer or without alpha. */
    public List<MetricResult> items() {
        List<MetricResult> items = new ArrayList<>();
        if (hasAlpha() && scale.size() > 2) {
            scale.items().forEach(item -> items.add(new ItemStatistics(answers, scale, item)));
        }
        return items;
    }

    private boolean hasAlpha() {
        return scale.size() >= 2 && scale.sumOfAll() > 0;
    }

    @Override
    public String statistic() {
        return "cronbach-alpha";
    }

    @Override
    public OptionalDouble value() {
        return hasAlpha() ? OptionalDouble.of(scale.alpha()) : OptionalDouble.empty();
    }

    /** Asymptotic standard error of van Zyl, Neudecker and Nel for normal answers. */
    @Override
    public OptionalDouble standardError() {
        return hasAlpha() ? OptionalDouble.of(scale.standardError(answers.n())) : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        if (!hasAlpha()) {
            return Optional.empty();
        }
        double rest = 1 - scale.alpha();
        FDistribution f = distribution();
        double lower = confidence.hasLower()
                ? 1 - rest * f.inverseSurvivalProbability(confidence.tail())
                : Double.NEGATIVE_INFINITY;
        double upper = confidence.hasUpper() ? 1 - rest * f.inverseCumulativeProbability(confidence.tail()) : 1;
        return Optional.of(new Interval("feldt", confidence.level(), lower, upper));
    }

    private FDistribution distribution() {
        double df = answers.n() - 1d;
        return FDistribution.of(df, df * (scale.size() - 1));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(answers.n());
    }

    @Override
    public Status status() {
        return hasAlpha() ? Status.OK : Status.EMPTY_DOMAIN;
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
        if (hasAlpha()) {
            details.put("standardisedAlpha", scale.standardisedAlpha());
            details.put("meanCorrelation", scale.meanCorrelation());
        }
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (answers.n() < 3) {
            notes.add(Note.of("alpha-few", answers.n()));
            return notes;
        }
        List<String> constant = new ArrayList<>(answers.items());
        scale.items().forEach(item -> constant.remove(answers.items().get(item)));
        if (!constant.isEmpty()) {
            notes.add(Note.of("alpha-constant", String.join(", ", constant)));
        }
        if (!hasAlpha()) {
            notes.add(Note.of("alpha-none"));
            return notes;
        }
        if (scale.alpha() < 0) {
            notes.add(Note.of("alpha-negative"));
        }
        List<String> against = new ArrayList<>();
        for (int item : scale.items()) {
            if (scale.restCorrelation(item) < 0) {
                against.add(answers.items().get(item));
            }
        }
        if (!against.isEmpty()) {
            notes.add(Note.of("alpha-direction", String.join(", ", against)));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        interval().ifPresent(interval -> {
            String k = String.valueOf(scale.size());
            working.step("alpha-item-variances", "Σs_j²", "k = " + k + ", n = " + answers.n(), scale.sumOfVariances());
            working.step("alpha-sum-variance", "s_T²", "Σ_i Σ_j s_ij", scale.sumOfAll());
            working.step(
                    "cronbach-alpha",
                    "k/(k − 1)·(1 − Σs_j²/s_T²)",
                    k + "/" + (scale.size() - 1) + " × (1 − " + num(scale.sumOfVariances()) + "/"
                            + num(scale.sumOfAll()) + ")",
                    scale.alpha());
            String df = "df = " + num(distribution().getNumeratorDegreesOfFreedom()) + ", "
                    + num(distribution().getDenominatorDegreesOfFreedom());
            if (confidence.hasLower()) {
                working.step("lower-limit", "1 − (1 − α)·F(1 − tail)", df, interval.lower());
            }
            if (confidence.hasUpper()) {
                working.step("upper-limit", "1 − (1 − α)·F(tail)", df, interval.upper());
            }
        });
        return working.status(status()).end("alpha", SOURCE);
    }
}
