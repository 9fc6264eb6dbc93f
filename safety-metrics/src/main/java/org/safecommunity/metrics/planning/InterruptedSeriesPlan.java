package org.safecommunity.metrics.planning;

import static java.util.Objects.requireNonNull;
import static org.safecommunity.metrics.internal.Working.num;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.planning.PlanResult.Calculation;

/**
 * Plan of the evaluation of a measure by an interrupted time series, before it starts. Immutable.
 *
 * <p>Expected events of period t are μ_t = m·trend^(t − T)·level^[t ≥ T]·slope^max(0, t − T), T the first period with the
 * measure and m what would be expected in it without. The model of {@code rates interrupt}, constant, trend, level, slope
 * and season factors, then has the covariance φ(X'MX)⁻¹ with M = diag(μ); the power of the test of the level is
 * Φ(|ln level|/SE − z) plus the tail of the other side.
 * <p>Limits: events independent between periods; serial correlation lowers the power. Normal approximation: with few events
 * in all it is too high (a note says so). Checked against: R {@code glm} fitted to the expected events.
 *
 * @param eventsPerPeriod m, finite and greater than 0
 * @param trend           rate ratio from one period to the next without the measure, finite and greater than 0; 1 for none
 * @param levelChange     rate ratio at the start that is to be found, finite, greater than 0 and not 1
 * @param slopeChange     further rate ratio from one period to the next with the measure, likewise; 1 for none
 * @param dispersion      φ, variance over mean, finite and greater than 0; 1 for Poisson
 * @param seasonLength    periods in a season, e.g. 12 for months with month factors in the model; 0 for none
 * @param test            level and side of the test, not null
 */
public record InterruptedSeriesPlan(
        double eventsPerPeriod,
        double trend,
        double levelChange,
        double slopeChange,
        double dispersion,
        int seasonLength,
        Significance test) {
    private static final double FEW = 20;
    private static final int MOST = 2000;
    private static final int LEVEL = 2;

    public InterruptedSeriesPlan {
        Checks.positive(eventsPerPeriod, "eventsPerPeriod");
        Checks.positive(trend, "trend");
        Checks.positive(levelChange, "levelChange");
        Checks.positive(slopeChange, "slopeChange");
        Checks.positive(dispersion, "dispersion");
        if (levelChange == 1) {
            throw new IllegalArgumentException("levelChange must not be 1: there is nothing to find");
        }
        if (seasonLength < 0 || seasonLength == 1) {
            throw new IllegalArgumentException("seasonLength must be 0, or 2 or more, was " + seasonLength);
        }
        requireNonNull(test, "test");
    }

    /**
     * Power with given numbers of periods.
     *
     * @param before periods before the measure
     * @param after  periods with it
     * @throws IllegalArgumentException if one is below 2 or above 2000, or they are too few for the terms of the model
     */
    public PlanResult power(int before, int after) {
        double error = standardError(before, after);
        double power = power(error);
        double z = Math.abs(Math.log(levelChange)) / error;
        List<Calculation> steps = List.of(
                z(),
                new Calculation("plan-log-error", "SE = √(φ·(X'MX)⁻¹)", periods(before, after), error),
                new Calculation(
                        "z-power",
                        "|ln level| / SE − z",
                        num(Math.abs(Math.log(levelChange))) + " / " + num(error) + " − " + num(test.z()),
                        z - test.z()),
                new Calculation("power", Significance.formula(test), "z_β = " + num(z - test.z()), power));
        return new PlanResult(
                "power",
                power,
                "",
                inputs(before, after),
                details(before, after, error),
                few(before, after),
                steps,
                frame());
    }

    /**
     * Fewest periods with the measure that reach a power.
     *
     * @param before periods before the measure
     * @param power  power 1 − β, greater than 0 and less than 1
     * @throws IllegalArgumentException if power is not in that range, before is below 2 or above 2000, or no number of
     *     periods up to 2000 reaches the power: the periods before are then too few
     */
    public PlanResult periodsAfter(int before, double power) {
        Checks.openUnit(power, "power");
        OptionalInt found = OptionalInt.empty();
        for (int after = fewestAfter(before); after <= MOST && found.isEmpty(); after = next(after)) {
            if (power(standardError(before, after)) >= power) {
                found = OptionalInt.of(fewest(before, after, power));
            }
        }
        int after = found.orElseThrow(() -> new IllegalArgumentException("power of " + num(power)
                + " must be reached with up to 2000 periods after, was not: more periods before are needed than "
                + before));
        double error = standardError(before, after);
        Map<String, Object> inputs = inputs(before, after);
        inputs.put("power", power);
        List<Calculation> steps = List.of(
                z(),
                new Calculation("plan-log-error", "SE = √(φ·(X'MX)⁻¹)", periods(before, after), error),
                new Calculation("plan-periods", "least n: Φ(|ln level| / SE − z) ≥ power", "n = " + after, after));
        return new PlanResult(
                "sample-size",
                after,
                "periods",
                inputs,
                details(before, after, error),
                few(before, after),
                steps,
                frame());
    }

    private int fewestAfter(int before) {
        return Math.max(2, terms() + 1 - before);
    }

    /** Steps grow with the number, so that long searches stay short; what is found is then narrowed down. */
    private static int next(int after) {
        return after + Math.max(1, after / 16);
    }

    private int fewest(int before, int enough, double power) {
        int after = enough;
        while (after > fewestAfter(before) && power(standardError(before, after - 1)) >= power) {
            after--;
        }
        return after;
    }

    private double power(double error) {
        double size = Math.abs(Math.log(levelChange)) / error;
        double other = test.twoSided() ? Significance.probability(-size - test.z()) : 0;
        return Significance.probability(size - test.z()) + other;
    }

    private int terms() {
        return 4 + Math.max(0, seasonLength - 1);
    }

    private double mean(int place) {
        double log = Math.log(eventsPerPeriod) + place * Math.log(trend);
        return Math.exp(place < 0 ? log : log + Math.log(levelChange) + place * Math.log(slopeChange));
    }

    /** Standard error of the logarithm of the level change. */
    private double standardError(int before, int after) {
        if (before < 2 || after < 2 || before > MOST || after > MOST) {
            throw new IllegalArgumentException(
                    "periods before and after must be from 2 to 2000, was " + before + " and " + after);
        }
        int p = terms();
        double[][] x = new double[before + after][p];
        for (int i = 0; i < x.length; i++) {
            int place = i - before;
            double root = Math.sqrt(mean(place));
            x[i][0] = root;
            x[i][1] = root * place;
            x[i][LEVEL] = place >= 0 ? root : 0;
            x[i][3] = root * Math.max(0, place);
            int season = seasonLength == 0 ? 0 : Math.floorMod(place, seasonLength);
            if (season > 0) {
                x[i][3 + season] = root;
            }
        }
        if (x.length < p) {
            throw tooFew(before, after);
        }
        RealMatrix r =
                new QRDecomposition(new Array2DRowRealMatrix(x, false)).getR().getSubMatrix(0, p - 1, 0, p - 1);
        for (int j = 0; j < p; j++) {
            if (Math.abs(r.getEntry(j, j)) < 1e-10 * Math.abs(r.getEntry(0, 0))) {
                throw tooFew(before, after);
            }
        }
        RealMatrix inverse = new QRDecomposition(r).getSolver().solve(MatrixUtils.createRealIdentityMatrix(p));
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += inverse.getEntry(LEVEL, j) * inverse.getEntry(LEVEL, j);
        }
        return Math.sqrt(dispersion * sum);
    }

    private IllegalArgumentException tooFew(int before, int after) {
        return new IllegalArgumentException("periods must tell the " + terms() + " terms of the model apart, was "
                + before + " before and " + after + " after");
    }

    private Map<String, Object> inputs(int before, int after) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("eventsPerPeriod", eventsPerPeriod);
        inputs.put("trend", trend);
        inputs.put("levelChange", levelChange);
        inputs.put("slopeChange", slopeChange);
        inputs.put("dispersion", dispersion);
        inputs.put("seasonLength", (long) seasonLength);
        inputs.put("before", (long) before);
        inputs.put("after", (long) after);
        inputs.put("alpha", test.alpha());
        return inputs;
    }

    private Map<String, Object> details(int before, int after, double error) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("before", (long) before);
        details.put("after", (long) after);
        details.put("expectedEvents", expected(before, after));
        details.put("logStandardError", error);
        return details;
    }

    private double expected(int before, int after) {
        double sum = 0;
        for (int place = -before; place < after; place++) {
            sum += mean(place);
        }
        return sum;
    }

    private List<Note> few(int before, int after) {
        double side = Math.min(expected(before, 0), expected(before, after) - expected(before, 0));
        return side < FEW ? List.of(Note.of("few-expected", num(Math.floor(side * 10) / 10), num(FEW))) : List.of();
    }

    private Calculation z() {
        return new Calculation("z", "z = Φ⁻¹(1 − tail)", "Φ⁻¹(1 − " + num(test.tail()) + ")", test.z());
    }

    private String periods(int before, int after) {
        return before + " + " + after + ", m = " + num(eventsPerPeriod) + ", φ = " + num(dispersion);
    }

    private PlanResult.Frame frame() {
        return new PlanResult.Frame(
                locale -> Messages.text(locale, "plan-interrupted"),
                "plan-interrupted",
                "Self & Mauritsen 1988, Biometrics 44:79–86");
    }
}
