package org.safecommunity.cli.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;

/**
 * Rate of one community over the pooled rate of all, itself among them. Immutable.
 *
 * <p>ratio = (x / T) / (N / S), x events in T person-years of the community, N and S those of all. Given N, x is binomial
 * with probability ratio · T / S, so the exact (Clopper–Pearson) limits of x / N times S / T are exact limits of the ratio.
 * They allow for the community being part of the pool, and reach at most S / T.
 * <p>Limits: Poisson counts; crude rates, so differences in age stay in the ratio. Checked against: R {@code binom.test}.
 *
 * @param events          x, 0 or more
 * @param personYears     T, above 0
 * @param allEvents       N, at least x
 * @param allPersonYears  S, at least T
 * @param confidence      level of the interval
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934), Biometrika 26, 404–413</a>
 */
record RatioToPooled(long events, double personYears, long allEvents, double allPersonYears, Confidence confidence)
        implements MetricResult {
    private static final String METHOD = "exact";

    RatioToPooled {
        if (events < 0 || allEvents < events) {
            throw new IllegalArgumentException(
                    "events must be from 0 to those of all, was " + events + " of " + allEvents);
        }
        if (!(personYears > 0 && personYears <= allPersonYears && Double.isFinite(allPersonYears))) {
            throw new IllegalArgumentException("personYears must be above 0 and at most those of all, was "
                    + NumberText.shortest(personYears) + " of " + NumberText.shortest(allPersonYears));
        }
    }

    @Override
    public String statistic() {
        return "rate-ratio";
    }

    @Override
    public OptionalDouble value() {
        return allEvents == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(events / (double) allEvents * (allPersonYears / personYears));
    }

    @Override
    public Optional<Interval> interval() {
        return shareLimits().map(share -> {
            Interval ratio = share.times(allPersonYears / personYears);
            return new Interval(METHOD, ratio.level(), ratio.lower(), ratio.upper());
        });
    }

    private Optional<Interval> shareLimits() {
        return allEvents == 0
                ? Optional.empty()
                : ProportionIntervalMethod.CLOPPER_PEARSON.limits(events, allEvents, confidence);
    }

    @Override
    public Status status() {
        return allEvents == 0 ? Status.BOTH_ZERO : events == 0 ? Status.ZERO_EVENTS : Status.OK;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("events", events);
        inputs.put("personTime", personYears);
        inputs.put("allEvents", allEvents);
        inputs.put("allPersonTime", allPersonYears);
        return inputs;
    }

    @Override
    public List<Step> explain(Locale locale) {
        String x = String.valueOf(events);
        String all = String.valueOf(allEvents);
        String time = NumberText.shortest(personYears);
        String allTime = NumberText.shortest(allPersonYears);
        List<Step> steps = new ArrayList<>();
        value().ifPresent(ratio -> steps.add(Step.calculation(
                text(locale, "ratio"),
                "(x / T) / (N / S)",
                "(" + x + " / " + time + ") / (" + all + " / " + allTime + ")",
                ratio,
                "")));
        shareLimits().ifPresent(share -> {
            double factor = allPersonYears / personYears;
            steps.add(limit(locale, "lower", "Beta(α/2; x, N − x + 1) · S / T", share.lower(), factor));
            steps.add(limit(locale, "upper", "Beta(1 − α/2; x + 1, N − x) · S / T", share.upper(), factor));
        });
        if (status() != Status.OK) {
            steps.add(Step.remark(text(locale, "status"), status().message(locale)));
        }
        steps.add(Step.remark(text(locale, "assumptions"), text(locale, "assumptions.text")));
        steps.add(Step.remark(text(locale, "source"), "Clopper & Pearson (1934), Biometrika 26, 404–413"));
        return steps;
    }

    private static Step limit(Locale locale, String key, String formula, double share, double factor) {
        String numbers = NumberText.shortest(share) + " · " + NumberText.shortest(factor);
        return Step.calculation(text(locale, key), formula, numbers, share * factor, "");
    }

    private static String text(Locale locale, String key) {
        return Texts.get(locale, "region.step." + key);
    }
}
