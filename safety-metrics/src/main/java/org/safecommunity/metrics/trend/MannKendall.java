package org.safecommunity.metrics.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.series.EventSeries;

/**
 * Mann–Kendall test of a monotone trend. Immutable.
 *
 * <p>S = Σ over i &lt; j of sgn(x_j − x_i); Var = [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)]/18 with t the sizes of the groups
 * of ties; z = (S − sgn S)/√Var, 0 at S = 0; p two-sided from the normal distribution. The details give Kendall's
 * τ_b = S/√((n₀ − Σ t(t − 1)/2)·n₀), n₀ = n(n − 1)/2, and for up to 10 values without ties the exact p-value.
 * <p>Limits: values independent of one another; serial correlation makes z too large. Fewer than 4 values have S but no
 * test (status {@code no-df}), one value has neither (status {@code single-unit}), nor has no value (status
 * {@code empty-domain}). A constant series has S = 0, z = 0 and
 * p = 1.
 * <p>Checked against: an independent program in R, and the published Nile series.
 *
 * @see <a href="https://doi.org/10.2307/1907187">Mann (1945), Econometrica 13, 245–259</a>
 */
public final class MannKendall implements MetricResult {
    /** Fewest values that are tested. */
    public static final int FEWEST = 4;

    private static final int MOST_EXACT = 10;

    private final int n;
    private final long s;
    private final double variance;
    private final double tiedPairs;

    private MannKendall(double[] values) {
        this.n = values.length;
        this.s = score(values);
        double[] ties = ties(values);
        this.variance = (n * (n - 1d) * (2d * n + 5) - ties[0]) / 18;
        this.tiedPairs = ties[1];
    }

    /**
     * Tests a series.
     *
     * @param values values in the order of time, finite
     * @throws IllegalArgumentException if a value is not finite
     */
    public static MannKendall of(double[] values) {
        return new MannKendall(TrendSteps.series(values, "values"));
    }

    /** Tests the rates of a series, or its events where it has no denominators. */
    public static MannKendall of(EventSeries series) {
        return of(series.rates());
    }

    private static long score(double[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                sum += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
            }
        }
        return sum;
    }

    /** Σ t(t − 1)(2t + 5) and Σ t(t − 1)/2 over the groups of equal values. */
    private static double[] ties(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0d;
        }
        Arrays.sort(sorted);
        double[] sums = new double[2];
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double t = i - start;
                sums[0] += t * (t - 1) * (2 * t + 5);
                sums[1] += t * (t - 1) / 2;
                start = i;
            }
        }
        return sums;
    }

    /** Variance of S without trend, corrected for ties. */
    public double variance() {
        return variance;
    }

    @Override
    public String statistic() {
        return "trend-test";
    }

    /** S. */
    @Override
    public OptionalDouble value() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(s);
    }

    @Override
    public Optional<HypothesisTest> test() {
        if (n < FEWEST) {
            return Optional.empty();
        }
        double z = s == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
        return Optional.of(TrendSteps.normal("mann-kendall", z));
    }

    /** Kendall's τ_b; absent for a constant series. */
    private OptionalDouble tau() {
        double pairs = n * (n - 1d) / 2;
        return pairs > tiedPairs
                ? OptionalDouble.of(s / Math.sqrt((pairs - tiedPairs) * pairs))
                : OptionalDouble.empty();
    }

    /** Exact two-sided p-value: min(1, 2·P(S ≥ |s|)) over all orders; absent with ties or above 10 values. */
    private OptionalDouble exact() {
        if (n < FEWEST || n > MOST_EXACT || tiedPairs > 0) {
            return OptionalDouble.empty();
        }
        double[] ways = {1};
        for (int m = 2; m <= n; m++) {
            double[] next = new double[ways.length + m - 1];
            for (int k = 0; k < ways.length; k++) {
                for (int add = 0; add < m; add++) {
                    next[k + add] += ways[k];
                }
            }
            ways = next;
        }
        int pairs = n * (n - 1) / 2;
        double all = 0;
        double tail = 0;
        for (int discordant = 0; discordant < ways.length; discordant++) {
            all += ways[discordant];
            tail += pairs - 2 * discordant >= Math.abs(s) ? ways[discordant] : 0;
        }
        return OptionalDouble.of(Math.min(1, 2 * tail / all));
    }

    @Override
    public OptionalLong n() {
        return OptionalLong.of(n);
    }

    @Override
    public Status status() {
        return switch (n) {
            case 0 -> Status.EMPTY_DOMAIN;
            case 1 -> Status.SINGLE_UNIT;
            case 2, 3 -> Status.NO_DF;
            default -> Status.OK;
        };
    }

    @Override
    public Map<String, Object> inputs() {
        return Map.of("points", (long) n);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("variance", variance);
        tau().ifPresent(tau -> details.put("kendallTau", tau));
        exact().ifPresent(p -> details.put("exactPValue", p));
        return details;
    }

    @Override
    public List<Note> warnings() {
        List<Note> notes = new ArrayList<>();
        if (n < FEWEST) {
            notes.add(Note.of("too-few-points", n, FEWEST));
        } else if (variance == 0) {
            notes.add(Note.of("constant-series"));
        }
        return notes;
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        value().ifPresent(value -> steps.add(
                TrendSteps.calculation(locale, "step.score", "S = Σ sgn(x_j − x_i), i < j", "n = " + n, value)));
        steps.add(TrendSteps.calculation(
                locale,
                "step.score-variance",
                "Var = [n(n − 1)(2n + 5) − Σt(t − 1)(2t + 5)] / 18",
                "n = " + n,
                variance));
        test().ifPresent(test -> TrendSteps.normal(
                steps,
                test,
                "z = (S − sgn S) / √Var",
                s == 0 ? "S = 0" : "(" + s + " − " + Long.signum(s) + ") / √" + NumberText.shortest(variance),
                locale));
        exact().ifPresent(p -> steps.add(TrendSteps.calculation(
                locale, "step.exact-p-value", "p = 2·P(S ≥ |s|) over all n! orders", "|s| = " + Math.abs(s), p)));
        tau().ifPresent(tau -> steps.add(TrendSteps.calculation(
                locale, "step.kendall-tau", "τ = S / √((n₀ − Σt(t − 1)/2)·n₀), n₀ = n(n − 1)/2", "", tau)));
        TrendSteps.closing(
                steps,
                this,
                "assumptions.mann-kendall",
                "Mann 1945, Econometrica 13:245–259; Kendall 1975, Rank Correlation Methods",
                locale);
        return steps;
    }
}
