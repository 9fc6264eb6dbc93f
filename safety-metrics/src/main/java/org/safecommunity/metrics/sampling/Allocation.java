package org.safecommunity.metrics.sampling;

import static org.safecommunity.metrics.internal.Working.num;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Checks;
import org.safecommunity.metrics.internal.Working;

/**
 * How a sample of n is shared out among strata: n_h ∝ N_h (proportional), N_h·S_h (Neyman) or N_h·S_h/√c_h (with costs), never
 * below the minimum and never above N_h; shares are rounded to whole units by largest remainders, so that they sum to n. Immutable.
 *
 * <p>Strata that would fall outside their bounds are set to them, one side at a time, and the rest is shared out among the others.
 * Ties of remainders go to the stratum named first. Checked against: the closed form in R, and its search over all allocations of small samples.
 *
 * @see <a href="https://doi.org/10.2307/2342192">Neyman (1934), J. R. Stat. Soc. 97, 558–625; Cochran (1977), Sampling
 *     Techniques, 3rd ed., 5.5 and 5.8</a>
 */
public final class Allocation {
    private static final String SOURCE =
            "Neyman 1934, Journal of the Royal Statistical Society 97:558–625; Cochran 1977, Sampling Techniques, 3rd ed., 5.5–5.8";

    /** Rule of an allocation. */
    public enum Rule {
        /** n_h ∝ N_h. */
        PROPORTIONAL,
        /** n_h ∝ N_h·S_h, or N_h·S_h/√c_h with costs: the smallest variance of a mean. */
        NEYMAN,
        /** The same in every stratum: for comparisons between strata. */
        EQUAL;

        /** Kebab-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stratum.
     *
     * @param name              name, not null
     * @param population        units in it N_h, 1 or more
     * @param standardDeviation standard deviation S_h in it, finite and 0 or more; used by Neyman's rule only
     * @param cost              cost of a unit c_h, finite and greater than 0; 1 where costs do not matter
     */
    public record Stratum(String name, long population, double standardDeviation, double cost) {
        public Stratum {
            if (population < 1) {
                throw new IllegalArgumentException("population of " + name + " must be 1 or more, was " + population);
            }
            Checks.notNegative(standardDeviation, "standardDeviation of " + name);
            Checks.positive(cost, "cost of " + name);
        }
    }

    private final List<Stratum> strata;
    private final int size;
    private final int least;
    private final Rule rule;
    private final double[] exact;
    private final int[] units;

    private Allocation(List<Stratum> strata, int size, int least, Rule rule) {
        this.strata = List.copyOf(strata);
        this.size = size;
        this.least = least;
        this.rule = rule;
        this.exact = exact();
        this.units = whole();
    }

    /**
     * Shares a sample out.
     *
     * @param strata the strata, one or more
     * @param size   units in the whole sample n
     * @param least  units that each stratum gets at least, 0 or more; a smaller stratum is taken whole
     * @param rule   the rule, not null
     * @throws IllegalArgumentException if there is no stratum, size is above the population or below the sum of the minima, or no
     *     stratum has a standard deviation above 0 under Neyman's rule
     */
    public static Allocation of(List<Stratum> strata, int size, int least, Rule rule) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("strata must not be empty");
        }
        if (least < 0) {
            throw new IllegalArgumentException("least must be 0 or more, was " + least);
        }
        long population = 0;
        long minima = 0;
        double deviations = 0;
        for (Stratum one : strata) {
            population += one.population();
            minima += Math.min(least, one.population());
            deviations += one.standardDeviation();
        }
        if (size < Math.max(1, minima) || size > population) {
            throw new IllegalArgumentException("size must be from the sum of the minima " + Math.max(1, minima)
                    + " to the population " + population + ", was " + size);
        }
        if (rule == Rule.NEYMAN && deviations == 0) {
            throw new IllegalArgumentException("a stratum must have a standardDeviation above 0 under Neyman's rule");
        }
        return new Allocation(strata, size, least, rule);
    }

    private double[] exact() {
        int k = strata.size();
        double[] share = new double[k];
        boolean[] fixed = new boolean[k];
        double[] value = new double[k];
        for (int h = 0; h < k; h++) {
            Stratum one = strata.get(h);
            share[h] = switch (rule) {
                case PROPORTIONAL -> one.population();
                case NEYMAN -> one.population() * one.standardDeviation() / Math.sqrt(one.cost());
                case EQUAL -> 1;
            };
        }
        double left = size;
        for (int round = 0; round <= k; round++) {
            double sum = 0;
            for (int h = 0; h < k; h++) {
                sum += fixed[h] ? 0 : share[h];
            }
            double over = 0;
            double under = 0;
            for (int h = 0; h < k; h++) {
                if (!fixed[h]) {
                    value[h] = sum > 0 ? left * share[h] / sum : 0;
                    over += Math.max(0, value[h] - most(h));
                    under += Math.max(0, lowest(h) - value[h]);
                }
            }
            if (over == 0 && under == 0) {
                break;
            }
            for (int h = 0; h < k; h++) {
                boolean out = over >= under ? value[h] > most(h) : value[h] < lowest(h);
                if (!fixed[h] && out) {
                    fixed[h] = true;
                    value[h] = over >= under ? most(h) : lowest(h);
                    left -= value[h];
                }
            }
        }
        return value;
    }

    private double most(int h) {
        return strata.get(h).population();
    }

    private double lowest(int h) {
        return Math.min(least, strata.get(h).population());
    }

    /** Largest remainders; a stratum never leaves its bounds, and units that rounding left over go where there is room. */
    private int[] whole() {
        int[] whole = new int[exact.length];
        List<Integer> order = new ArrayList<>();
        int left = size;
        for (int h = 0; h < whole.length; h++) {
            whole[h] = (int) Math.floor(exact[h] + 1e-9);
            left -= whole[h];
            order.add(h);
        }
        order.sort((a, b) ->
                Double.compare(exact[b] - Math.floor(exact[b] + 1e-9), exact[a] - Math.floor(exact[a] + 1e-9)));
        for (int round = 0; left > 0 && round <= size; round++) {
            for (int h : order) {
                if (left > 0 && whole[h] < most(h)) {
                    whole[h]++;
                    left--;
                }
            }
        }
        return whole;
    }

    /** Units of each stratum, in the order of the strata; they sum to n. */
    public List<Integer> units() {
        return Arrays.stream(units).boxed().toList();
    }

    /** Shares before rounding. */
    public List<Double> exactShares() {
        return Arrays.stream(exact).boxed().toList();
    }

    /** The row of each stratum. */
    public List<MetricResult> results() {
        List<MetricResult> results = new ArrayList<>();
        for (int h = 0; h < units.length; h++) {
            results.add(new Share(h));
        }
        return results;
    }

    private final class Share implements MetricResult {
        private final int h;

        Share(int h) {
            this.h = h;
        }

        @Override
        public String statistic() {
            return "allocated-units";
        }

        @Override
        public Map<String, String> item() {
            return Map.of("stratum", strata.get(h).name());
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(units[h]);
        }

        @Override
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("population", strata.get(h).population());
            if (rule == Rule.NEYMAN) {
                inputs.put("standardDeviation", strata.get(h).standardDeviation());
                inputs.put("cost", strata.get(h).cost());
            }
            inputs.put("size", (long) size);
            inputs.put("least", (long) least);
            inputs.put("rule", rule.label());
            return inputs;
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            double population = strata.get(h).population();
            details.put("unrounded", exact[h]);
            details.put("samplingFraction", units[h] / population);
            if (units[h] > 0) {
                details.put("weight", population / units[h]);
            }
            return Collections.unmodifiableMap(details);
        }

        @Override
        public List<Step> explain(Locale locale) {
            Stratum one = strata.get(h);
            String formula =
                    switch (rule) {
                        case PROPORTIONAL -> "n·N_h/ΣN_h";
                        case NEYMAN -> "n·(N_h·S_h/√c_h)/Σ(N_h·S_h/√c_h)";
                        case EQUAL -> "n/H";
                    };
            return new Working(locale)
                    .step(
                            "allocation-exact",
                            formula,
                            "n = " + size + ", N_h = " + one.population() + ", S_h = " + num(one.standardDeviation())
                                    + ", c_h = " + num(one.cost()),
                            exact[h])
                    .step("allocation-whole", "n_h", num(exact[h]), units[h])
                    .end("allocation", SOURCE);
        }
    }
}
