package org.safecommunity.metrics.season;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.Covariance;
import org.safecommunity.metrics.regression.CovarianceForm;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.season.SeasonResult.Calculation;
import org.safecommunity.metrics.series.EventSeries;

/**
 * Season of counts by sector of the year (months, quarters): amplitude, peak and tests. Immutable.
 *
 * <p>Sector j of k lies at θ = 2π(j − ½)/k. Cosinor: ln E(x) = ln n + b0 + b1·cos θ + b2·sin θ by Poisson, amplitude
 * √(b1² + b2²) of the logarithm, peak atan2(b2, b1), Wald test on 2 degrees of freedom, peak-to-trough ratio exp(2A).
 * Edwards: S = Σ√x sin θ, C = Σ√x cos θ, d = √(S² + C²)/Σ√x, chi-squared 8N·d² on 2, amplitude 4d, peak atan2(S, C); sectors
 * are taken as equally long. Roger: 2((Σx sin θ)² + (Σx cos θ)²)/N on 2. Pearson: against counts in proportion to the
 * exposure, on k − 1, which also sees a season that is no single wave.
 * <p>Limits: counts of several years are added up, so that a trend counts as season; with fewer than 50 events the tests are
 * rough (a note says so). A sector without exposure leaves Edwards and Roger out.
 * <p>Checked against: R {@code glm}, {@code chisq.test}; Edwards and Roger written out.
 */
public final class Seasonality {
    private static final int FEW = 50;
    private static final double TURN = 360;
    private static final String COS = "cos";
    private static final String SIN = "sin";
    private static final String EDWARDS = "Edwards 1961, Ann Hum Genet 25:83–87";
    private static final String ROGER = "Roger 1977, Biometrika 64:152–155";
    private static final String COSINOR = "McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed.";

    private final double[] counts;
    private final double[] exposure;

    private Seasonality(double[] counts, double[] exposure) {
        this.counts = counts;
        this.exposure = exposure;
    }

    /** How amplitude and peak are found. */
    public enum Method {
        /** Harmonic Poisson regression with the exposure of each sector. */
        COSINOR,
        /** Edwards, sectors of equal length. */
        EDWARDS;

        /** Kebab-case name. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Obtains the season of counts.
     *
     * @param counts   events of each sector in the order of the year, whole, 0 or more; three sectors or more
     * @param exposure days or person-time of each sector, finite, 0 or more; greater than 0 where there are events
     * @throws IllegalArgumentException if there are fewer than three sectors, the lengths differ, a number is not in that
     *     range, or there are events without exposure
     */
    public static Seasonality of(double[] counts, double[] exposure) {
        if (counts.length < 3 || exposure.length != counts.length) {
            throw new IllegalArgumentException("counts and exposure must have the same three sectors or more, was "
                    + counts.length + " and " + exposure.length);
        }
        for (int j = 0; j < counts.length; j++) {
            Checks.notNegative(exposure[j], "exposure[" + j + "]");
            if (!(counts[j] >= 0 && counts[j] == Math.rint(counts[j]) && counts[j] <= Checks.MAX_COUNT)) {
                throw new IllegalArgumentException("counts[" + j + "] must be a whole number from 0 to 2^53, was "
                        + NumberText.shortest(counts[j]));
            }
            if (counts[j] > 0 && exposure[j] == 0) {
                throw new IllegalArgumentException("exposure[" + j
                        + "] must be greater than 0 where there are events, was 0 with events "
                        + NumberText.shortest(counts[j]));
            }
        }
        return new Seasonality(counts.clone(), exposure.clone());
    }

    /**
     * Obtains the season of a series, all its years added up.
     *
     * @param series  points at whole times, not null; the sector of time t is t modulo {@code sectors}, the first one 0;
     *     its denominators, or 1 for each point, are the exposure
     * @param sectors sectors of the year, three or more, e.g. 12 for months
     * @throws IllegalArgumentException if there are fewer than three sectors, a time is not whole, or a number of events is
     *     not whole or negative
     */
    public static Seasonality of(EventSeries series, int sectors) {
        double[] counts = new double[Math.max(0, sectors)];
        double[] exposure = new double[counts.length];
        for (int i = 0; i < series.size() && sectors > 0; i++) {
            double time = series.time(i);
            if (time != Math.rint(time)) {
                throw new IllegalArgumentException(
                        "times[" + i + "] must be whole for a season, was " + NumberText.shortest(time));
            }
            int sector = Math.floorMod((long) time, sectors);
            counts[sector] += series.events(i);
            exposure[sector] += series.denominator(i);
        }
        return of(counts, exposure);
    }

    /** Rate of each sector in events for one of exposure; absent where there is no exposure. */
    public List<OptionalDouble> rates() {
        List<OptionalDouble> rates = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            rates.add(exposure[j] > 0 ? OptionalDouble.of(counts[j] / exposure[j]) : OptionalDouble.empty());
        }
        return rates;
    }

    /** All events. */
    double total() {
        return java.util.Arrays.stream(counts).sum();
    }

    /** Number of sectors. */
    int sectors() {
        return counts.length;
    }

    private double angle(int sector) {
        return 2 * Math.PI * (sector + 0.5) / counts.length;
    }

    private boolean complete() {
        return java.util.Arrays.stream(exposure).allMatch(n -> n > 0);
    }

    /**
     * The results: {@code amplitude} with its test, {@code peak} in degrees of the year (details: the sector it lies in),
     * then a {@code seasonality-test} by each test, named in the item {@code row}.
     *
     * @param method     how amplitude and peak are found, not null
     * @param confidence level and side of the interval of the amplitude, not null
     */
    public List<MetricResult> results(Method method, Confidence confidence) {
        requireNonNull(method, "method");
        List<Note> notes =
                total() < FEW ? List.of(Note.of("season-few-events", NumberText.shortest(total()), FEW)) : List.of();
        List<MetricResult> results = new ArrayList<>();
        if (total() == 0 || (method == Method.EDWARDS && !complete())) {
            Status status = total() == 0 ? Status.EMPTY_DOMAIN : Status.NO_PERSON_TIME;
            results.add(absent("amplitude", status, notes));
            results.add(absent("peak", status, List.of()));
            return results;
        }
        results.addAll(method == Method.COSINOR ? cosinor(confidence, notes) : edwards(notes));
        if (complete()) {
            results.add(test("edwards", edwardsChi(), 2, List.of(edwardsStep()), EDWARDS));
            results.add(test("roger", roger(), 2, List.of(rogerStep()), ROGER));
        }
        results.add(pearson());
        return results;
    }

    private MetricResult absent(String statistic, Status status, List<Note> notes) {
        return new SeasonResult(
                statistic,
                this,
                Map.of(),
                null,
                "",
                null,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                notes,
                status,
                List.of(),
                EDWARDS);
    }

    private double[] moments(boolean roots) {
        double[] sums = new double[3];
        for (int j = 0; j < counts.length; j++) {
            double mass = roots ? Math.sqrt(counts[j]) : counts[j];
            sums[0] += mass * Math.sin(angle(j));
            sums[1] += mass * Math.cos(angle(j));
            sums[2] += mass;
        }
        return sums;
    }

    private double distance() {
        double[] m = moments(true);
        return Math.hypot(m[0], m[1]) / m[2];
    }

    private double edwardsChi() {
        return 8 * total() * distance() * distance();
    }

    private double roger() {
        double[] m = moments(false);
        return 2 * (m[0] * m[0] + m[1] * m[1]) / total();
    }

    private Calculation edwardsStep() {
        return new Calculation(
                "season-edwards",
                "χ² = 8N·d², d = √(S² + C²) / Σ√x",
                "8·" + num(total()) + "·" + num(distance()) + "²",
                edwardsChi());
    }

    private Calculation rogerStep() {
        double[] m = moments(false);
        return new Calculation(
                "season-roger",
                "2·((Σx sin θ)² + (Σx cos θ)²) / N",
                "2·((" + num(m[0]) + ")² + (" + num(m[1]) + ")²) / " + num(total()),
                roger());
    }

    private List<MetricResult> edwards(List<Note> notes) {
        double[] m = moments(true);
        double amplitude = 4 * distance();
        Calculation step = new Calculation("season-amplitude", "α = 4d", "4·" + num(distance()), amplitude);
        return List.of(
                new SeasonResult(
                        "amplitude",
                        this,
                        Map.of(),
                        amplitude,
                        "",
                        null,
                        Optional.empty(),
                        Optional.of(chi("edwards", edwardsChi(), 2)),
                        Map.of("estimator", "edwards"),
                        notes,
                        Status.OK,
                        List.of(edwardsStep(), step),
                        EDWARDS),
                peak(m[0], m[1], "atan2(S, C)", EDWARDS));
    }

    /**
     * Rate of each sector by the wave that fits best (cosinor), in events for one of exposure; empty where it has no
     * estimate.
     */
    public List<Double> wave() {
        long usable = java.util.Arrays.stream(exposure).filter(n -> n > 0).count();
        if (usable <= 3 || total() == 0) {
            return List.of();
        }
        CountModel model = CountModel.fit(wave(counts.length), CountData.of(counts, exposure), CountFamily.POISSON);
        if (model.status() != Status.OK) {
            return List.of();
        }
        double[] b = model.coefficients();
        List<Double> wave = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            wave.add(Math.exp(b[0] + b[1] * Math.cos(angle(j)) + b[2] * Math.sin(angle(j))));
        }
        return wave;
    }

    private Design wave(int sectors) {
        double[] cos = new double[sectors];
        double[] sin = new double[sectors];
        for (int j = 0; j < sectors; j++) {
            cos[j] = Math.cos(angle(j));
            sin[j] = Math.sin(angle(j));
        }
        return Design.builder(sectors)
                .intercept()
                .numeric(COS, cos)
                .numeric(SIN, sin)
                .build();
    }

    private List<MetricResult> cosinor(Confidence confidence, List<Note> notes) {
        Design design = wave(counts.length);
        long usable = java.util.Arrays.stream(exposure).filter(n -> n > 0).count();
        if (usable <= 3) {
            return List.of(
                    absent("amplitude", Status.EMPTY_DOMAIN, notes), absent("peak", Status.EMPTY_DOMAIN, List.of()));
        }
        CountModel model = CountModel.fit(design, CountData.of(counts, exposure), CountFamily.POISSON);
        if (model.status() != Status.OK) {
            return List.of(absent("amplitude", model.status(), notes), absent("peak", model.status(), List.of()));
        }
        double b1 = model.coefficient(COS);
        double b2 = model.coefficient(SIN);
        return List.of(amplitude(model, b1, b2, confidence, notes), peak(b2, b1, "atan2(b2, b1)", COSINOR));
    }

    private MetricResult amplitude(CountModel model, double b1, double b2, Confidence confidence, List<Note> notes) {
        double amplitude = Math.hypot(b1, b2);
        Covariance covariance = model.covariance(CovarianceForm.model()).orElseThrow();
        double variance = (b1 * b1 * covariance.value(1, 1)
                        + 2 * b1 * b2 * covariance.value(1, 2)
                        + b2 * b2 * covariance.value(2, 2))
                / (amplitude * amplitude);
        OptionalDouble error =
                amplitude > 0 ? OptionalDouble.of(Math.sqrt(Math.max(0, variance))) : OptionalDouble.empty();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("estimator", "cosinor");
        details.put("peakToTrough", Math.exp(2 * amplitude));
        details.put("deviance", model.deviance());
        List<Calculation> steps = new ArrayList<>();
        steps.add(new Calculation(
                "season-amplitude", "A = √(b1² + b2²)", "√((" + num(b1) + ")² + (" + num(b2) + ")²)", amplitude));
        Optional<Interval> interval =
                error.isEmpty() ? Optional.empty() : Optional.of(limits(amplitude, error, confidence));
        error.ifPresent(
                se -> steps.add(new Calculation("standard-error", "SE = √(g'Vg), g = (b1, b2) / A", "√(g'Vg)", se)));
        return new SeasonResult(
                "amplitude",
                this,
                Map.of(),
                amplitude,
                "",
                error.isPresent() ? error.getAsDouble() : null,
                interval,
                model.wald(List.of(COS, SIN), CovarianceForm.model()),
                details,
                notes,
                Status.OK,
                steps,
                COSINOR);
    }

    private static Interval limits(double amplitude, OptionalDouble error, Confidence confidence) {
        double half = confidence.z() * error.orElseThrow();
        return new Interval(
                "delta",
                confidence.level(),
                confidence.hasLower() ? Math.max(0, amplitude - half) : Double.NEGATIVE_INFINITY,
                confidence.hasUpper() ? amplitude + half : Double.POSITIVE_INFINITY);
    }

    private MetricResult peak(double sine, double cosine, String formula, String source) {
        double degrees = Math.toDegrees(Math.atan2(sine, cosine));
        double peak = (degrees < 0 ? degrees + TURN : degrees) % TURN;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sector", (long) Math.min(counts.length, Math.floor(peak / TURN * counts.length) + 1));
        return new SeasonResult(
                "peak",
                this,
                Map.of(),
                peak,
                "degrees",
                null,
                Optional.empty(),
                Optional.empty(),
                details,
                List.of(),
                Status.OK,
                List.of(new Calculation("season-peak", formula, "atan2(" + num(sine) + ", " + num(cosine) + ")", peak)),
                source);
    }

    private MetricResult pearson() {
        double sum = java.util.Arrays.stream(exposure).sum();
        double chi = 0;
        int used = 0;
        for (int j = 0; j < counts.length; j++) {
            if (exposure[j] > 0) {
                double expected = total() * exposure[j] / sum;
                chi += (counts[j] - expected) * (counts[j] - expected) / expected;
                used++;
            }
        }
        Calculation step = new Calculation(
                "season-pearson",
                "X² = Σ(x − E)² / E, E = N·n / Σn",
                "Σ, N = " + num(total()) + ", Σn = " + num(sum),
                chi);
        return used < 2
                ? absent("seasonality-test", Status.EMPTY_DOMAIN, List.of())
                : test("pearson", chi, used - 1, List.of(step), "Pearson 1900, Phil Mag 50:157–175");
    }

    private MetricResult test(String name, double chi, int df, List<Calculation> steps, String source) {
        return new SeasonResult(
                "seasonality-test",
                this,
                Map.of("row", name),
                chi,
                "",
                null,
                Optional.empty(),
                Optional.of(chi(name, chi, df)),
                Map.of(),
                List.of(),
                Status.OK,
                steps,
                source);
    }

    private static HypothesisTest chi(String name, double chi, int df) {
        double p = ChiSquaredDistribution.of(df).survivalProbability(chi);
        return new HypothesisTest(name, chi, List.of((double) df), p);
    }

    private static String num(double value) {
        return NumberText.shortest(value);
    }
}
