package org.safecommunity.metrics.survey;

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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.GammaQuantile;
import org.safecommunity.metrics.internal.Working;
import org.safecommunity.metrics.rate.RateScale;

/**
 * Rate of events per person-time from a sample with a design: the ratio of two weighted totals, with limits that keep in mind that
 * events are counted. Immutable.
 *
 * <p>R = Σwx/Σwt with its design-based variance V. Effective count x* = min(x, (R²/V)·(z/t)²), x the events seen, t and z the quantiles
 * with and without the degrees of freedom of the design. Gamma limits: Gamma(tail; x*)·R/x* and Gamma(1 − tail; x* + 1)·R/x*. With no
 * event the upper limit is −ln(tail)·D/T, T the person-time seen and D Kish's effect of the weights. {@link Method#LOG}: R·exp(∓ t·√V/R);
 * {@link Method#T}: R ∓ t·√V.
 * <p>The gamma limits are those of Garwood for a count, as Korn and Graubard take those of Clopper and Pearson for a proportion. Limits:
 * an effective count below 5 gives wide limits, and a sample with few primary units even wider ones. Flag: not to be published with 1
 * to 4 events or a relative standard error of 50 % or more; to be reviewed below 20 events or from 30 % on.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19970415)16:7%3C791::AID-SIM500%3E3.0.CO;2-%23">Fay &amp; Feuer (1997), Stat.
 *     Med. 16, 791–801; Korn &amp; Graubard (1998), Survey Methodology 24, 193–201</a>
 */
public final class SurveyRate implements MetricResult {
    private static final String SOURCE = "Fay & Feuer 1997, Statistics in Medicine 16:791–801;"
            + " Korn & Graubard 1998, Survey Methodology 24:193–201";
    private static final long FEWEST = 5;
    private static final long FEW = 20;
    private static final double HIGH = 0.3;
    private static final double TOO_HIGH = 0.5;

    /** How the limits are computed. */
    public enum Method {
        /** Gamma limits of an effective count. */
        GAMMA,
        /** t limits of the logarithm. */
        LOG,
        /** t limits of the rate, which may fall below 0; for comparison only. */
        T;

        /** Kebab-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was seen, not weighted.
     *
     * @param events     events x, 0 or more
     * @param personTime person-time T, finite, 0 or more
     */
    public record Seen(long events, double personTime) {
        public Seen {
            Checks.count(events, "events");
            Checks.notNegative(personTime, "personTime");
        }
    }

    private final SurveyEstimate ratio;
    private final Seen seen;
    private final RateScale scale;
    private final Method method;
    private final Confidence confidence;
    private final double kish;
    private final int df;
    private final Status status;
    private final Optional<Interval> interval;

    private SurveyRate(
            SurveyEstimate ratio,
            Seen seen,
            RateScale scale,
            Method method,
            Confidence confidence,
            double kish,
            int df) {
        this.ratio = ratio;
        this.seen = seen;
        this.scale = scale;
        this.method = method;
        this.confidence = confidence;
        this.kish = kish;
        this.df = df;
        this.status = statusOf(ratio, seen);
        this.interval = limits();
    }

    /**
     * The rate of a domain.
     *
     * @param estimates variances and level, not null
     * @param sums      sums with events as y and person-time as x, not null
     * @param domain    the domain
     * @param seen      events and person-time of the domain, not weighted, not null
     * @param scale     multiplier and unit, not null
     * @param method    limits, not null
     */
    public static SurveyRate of(
            SurveyEstimates estimates, SurveySums sums, int domain, Seen seen, RateScale scale, Method method) {
        SurveyVariance variance = estimates.variance();
        return new SurveyRate(
                estimates.ratio(sums, domain),
                requireNonNull(seen, "seen"),
                requireNonNull(scale, "scale"),
                requireNonNull(method, "method"),
                estimates.confidence(),
                variance.design().weights().kishEffect(),
                variance.degreesOfFreedom());
    }

    private static Status statusOf(SurveyEstimate ratio, Seen seen) {
        if (ratio.status() == Status.ZERO_REFERENCE) {
            return seen.events() == 0 ? Status.NO_PERSON_TIME : Status.EVENTS_WITHOUT_PERSON_TIME;
        }
        return ratio.status().hasValue() && seen.events() == 0 ? Status.ZERO_EVENTS : ratio.status();
    }

    /** The effective count x*; empty without a variance. */
    private OptionalDouble effective() {
        if (seen.events() == 0 || df <= 0 || ratio.standardError().isEmpty()) {
            return OptionalDouble.empty();
        }
        double error = ratio.standardError().getAsDouble();
        if (error == 0) {
            return OptionalDouble.of(seen.events());
        }
        double relative = ratio.value().orElseThrow() / error;
        double adjusted = relative * confidence.z() / Quantiles.t(confidence, df);
        return OptionalDouble.of(Math.min(seen.events(), adjusted * adjusted));
    }

    private Optional<Interval> limits() {
        if (status == Status.ZERO_EVENTS) {
            double upper = -Math.log(confidence.tail()) * kish / seen.personTime();
            return Optional.of(interval(0, upper));
        }
        OptionalDouble effective = effective();
        if (status != Status.OK || effective.isEmpty()) {
            return Optional.empty();
        }
        double rate = ratio.value().orElseThrow();
        double half = Quantiles.t(confidence, df) * ratio.standardError().orElseThrow();
        return Optional.of(
                switch (method) {
                    case GAMMA -> {
                        double count = effective.getAsDouble();
                        double each = rate / count;
                        yield interval(
                                GammaQuantile.lower(count, confidence.tail()) * each,
                                GammaQuantile.upper(count + 1, confidence.tail()) * each);
                    }
                    case LOG -> interval(rate * Math.exp(-half / rate), rate * Math.exp(half / rate));
                    case T -> interval(rate - half, rate + half);
                });
    }

    private Interval interval(double lower, double upper) {
        double k = scale.multiplier();
        return new Interval(
                status == Status.ZERO_EVENTS ? Method.GAMMA.label() : method.label(),
                confidence.level(),
                confidence.hasLower() ? lower * k : Math.min(0, lower * k),
                confidence.hasUpper() ? upper * k : Double.POSITIVE_INFINITY);
    }

    @Override
    public String statistic() {
        return "rate";
    }

    @Override
    public OptionalDouble value() {
        return status.hasValue()
                ? OptionalDouble.of(ratio.value().orElseThrow() * scale.multiplier())
                : OptionalDouble.empty();
    }

    @Override
    public String unit() {
        return scale.unit();
    }

    @Override
    public OptionalDouble standardError() {
        OptionalDouble error = ratio.standardError();
        return error.isPresent() && seen.events() > 0
                ? OptionalDouble.of(error.getAsDouble() * scale.multiplier())
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Interval> interval() {
        return interval;
    }

    @Override
    public OptionalLong n() {
        return ratio.n();
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>(ratio.inputs());
        inputs.put("events", seen.events());
        inputs.put("personTime", seen.personTime());
        inputs.put("multiplier", scale.multiplier());
        inputs.put("degreesOfFreedom", (long) df);
        return inputs;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!status.hasValue()) {
            return details;
        }
        details.put("df", (double) df);
        details.put("events", seen.events());
        details.put("personTime", seen.personTime());
        effective().ifPresent(count -> details.put("effectiveCount", count));
        relativeError().ifPresent(error -> details.put("coefficientOfVariation", error));
        details.put("publish", publish().label());
        return details;
    }

    private OptionalDouble relativeError() {
        OptionalDouble error = ratio.standardError();
        return error.isPresent() && seen.events() > 0
                ? OptionalDouble.of(error.getAsDouble() / ratio.value().orElseThrow())
                : OptionalDouble.empty();
    }

    private PublicationOfEstimate publish() {
        long events = seen.events();
        double error = relativeError().orElse(0);
        if ((events > 0 && events < FEWEST) || error >= TOO_HIGH) {
            return PublicationOfEstimate.SUPPRESS;
        }
        return events < FEW || error >= HIGH || relativeError().isEmpty()
                ? PublicationOfEstimate.REVIEW
                : PublicationOfEstimate.YES;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>(ratio.warnings());
        if (status == Status.ZERO_EVENTS) {
            notes.add(Note.of("survey-rate-zero", num(Math.round(kish * 1000) / 1000d)));
        } else if (status.hasValue() && publish() != PublicationOfEstimate.YES) {
            String percent = num(Math.round(relativeError().orElse(0) * 1000) / 10d);
            notes.add(Note.of("survey-rate-" + publish().label(), seen.events(), percent));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        Working working = new Working(locale);
        working.remark("design", String.valueOf(ratio.explain(locale).get(0).text()));
        value().ifPresent(value -> working.step(
                "survey-rate",
                "k·Σwx / Σwt",
                num(scale.multiplier()) + " × " + num(ratio.value().orElseThrow()),
                value,
                unit()));
        standardError()
                .ifPresent(error -> working.step(
                        "standard-error",
                        "k·√V",
                        num(scale.multiplier()) + " × "
                                + num(ratio.standardError().orElseThrow()),
                        error,
                        unit()));
        effective().ifPresent(count -> {
            String numbers = "x = " + seen.events() + ", R²/V = "
                    + num(Math.pow(1 / relativeError().orElse(1), 2)) + ", z = " + num(confidence.z()) + ", t = "
                    + num(Quantiles.t(confidence, df));
            working.step("survey-rate-count", "x* = min(x, R²/V·(z/t)²)", numbers, count);
        });
        interval.ifPresent(limits -> {
            working.calculation("step.lower-limit", formula(true), formulaNumbers(), limits.lower(), unit());
            working.calculation("step.upper-limit", formula(false), formulaNumbers(), limits.upper(), unit());
        });
        return working.status(status).end("survey-rate", SOURCE);
    }

    private String formula(boolean lower) {
        if (status == Status.ZERO_EVENTS) {
            return lower ? "0" : "k·(−ln(tail))·D/T";
        }
        return switch (method) {
            case GAMMA -> lower ? "k·Gamma(tail; x*)·R/x*" : "k·Gamma(1 − tail; x* + 1)·R/x*";
            case LOG -> lower ? "k·R·exp(−t·√V/R)" : "k·R·exp(t·√V/R)";
            case T -> lower ? "k·(R − t·√V)" : "k·(R + t·√V)";
        };
    }

    private String formulaNumbers() {
        return status == Status.ZERO_EVENTS
                ? "D = " + num(kish) + ", T = " + num(seen.personTime())
                : "tail = " + num(confidence.tail()) + ", df = " + df;
    }
}
