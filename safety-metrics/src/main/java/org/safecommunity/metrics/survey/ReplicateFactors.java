package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Replicates of a design: what a total over primary units becomes in each replicate, and how their squared deviations add
 * up to a variance. No matrix of respondents by replicates is made.
 */
final class ReplicateFactors {
    private final SurveyDesign design;
    private final ReplicateMethod method;
    private final double[][] factors;
    private final double scale;
    private final double[] rscales;
    private final OptionalInt df;

    private ReplicateFactors(
            SurveyDesign design, ReplicateMethod method, double[][] factors, double scale, double[] rscales) {
        this(design, method, factors, scale, rscales, OptionalInt.empty());
    }

    private ReplicateFactors(
            SurveyDesign design,
            ReplicateMethod method,
            double[][] factors,
            double scale,
            double[] rscales,
            OptionalInt df) {
        this.df = df;
        this.design = design;
        this.method = method;
        this.factors = factors;
        this.scale = scale;
        this.rscales = rscales;
    }

    static ReplicateFactors of(SurveyDesign design, ReplicateMethod method, int replicates, long seed) {
        return switch (method) {
            case JK1 -> jackknife(design);
            case JKN -> stratifiedJackknife(design);
            case BRR -> halfSamples(design, method, 0);
            case FAY -> halfSamples(design, method, ReplicateMethod.FAY_RHO);
            case BOOTSTRAP -> bootstrap(design, replicates, seed);
            case OTHER ->
                throw new IllegalArgumentException("variance other must have replicate weights that are given");
        };
    }

    /** Factors of weights that came with the data, with degrees of freedom of their own. */
    static ReplicateFactors given(
            SurveyDesign design, ReplicateMethod method, double[][] factors, double scale, double[] rscales, int df) {
        return new ReplicateFactors(design, method, factors, scale, rscales, OptionalInt.of(df));
    }

    /** Degrees of freedom of weights that came with the data; empty where the design has them. */
    OptionalInt df() {
        return df;
    }

    int size() {
        return rscales.length;
    }

    /** The total of each replicate, from the totals of the primary units. */
    double[] totals(double[] byPrimaryUnit) {
        double[] totals = new double[rscales.length];
        if (factors.length == 0) {
            jackknifeTotals(byPrimaryUnit, totals);
            return totals;
        }
        for (int r = 0; r < totals.length; r++) {
            double[] factor = factors[r];
            double sum = 0;
            for (int i = 0; i < factor.length; i++) {
                sum += factor[i] * byPrimaryUnit[i];
            }
            totals[r] = sum;
        }
        return totals;
    }

    /** What the weight of a primary unit is multiplied by in a replicate. */
    double factor(int replicate, int primaryUnit) {
        if (factors.length > 0) {
            return factors[replicate][primaryUnit];
        }
        boolean stratified = method == ReplicateMethod.JKN;
        int h = stratified ? design.stratumOf(replicate) : 0;
        double n = stratified ? design.drawnIn(h) : design.primaryUnits();
        boolean same = !stratified || design.stratumOf(primaryUnit) == h;
        if (!same || n < 2) {
            return 1;
        }
        return primaryUnit == replicate ? 0 : n / (n - 1);
    }

    private void jackknifeTotals(double[] byPrimaryUnit, double[] totals) {
        boolean stratified = method == ReplicateMethod.JKN;
        double[] byStratum = new double[stratified ? design.strata() : 1];
        double all = 0;
        for (int i = 0; i < byPrimaryUnit.length; i++) {
            byStratum[stratified ? design.stratumOf(i) : 0] += byPrimaryUnit[i];
            all += byPrimaryUnit[i];
        }
        for (int i = 0; i < totals.length; i++) {
            int h = stratified ? design.stratumOf(i) : 0;
            double n = stratified ? design.drawnIn(h) : byPrimaryUnit.length;
            double others = byStratum[h] - byPrimaryUnit[i];
            totals[i] = n > 1 ? all - byStratum[h] + others * n / (n - 1) : all;
        }
    }

    /** scale·Σ_r rscale_r·(a_r − ā)(b_r − b̄) over the replicates that are kept. */
    double covariance(double[] a, double centreA, double[] b, double centreB, boolean[] kept) {
        double sum = 0;
        for (int r = 0; r < rscales.length; r++) {
            if (kept[r]) {
                sum += rscales[r] * (a[r] - centreA) * (b[r] - centreB);
            }
        }
        return scale * sum;
    }

    /** Mean of the replicates that are kept and count in the variance. */
    double mean(double[] replicate, boolean[] kept) {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < rscales.length; r++) {
            if (kept[r] && rscales[r] > 0) {
                sum += replicate[r];
                count++;
            }
        }
        return sum / count;
    }

    private static ReplicateFactors jackknife(SurveyDesign design) {
        int n = design.primaryUnits();
        if (n < 2) {
            throw new IllegalArgumentException("jk1 must have two primary sampling units or more, was " + n);
        }
        if (design.corrected() && design.strata() > 1) {
            throw new IllegalArgumentException(
                    "jk1 must have one stratum when there is a finite-population correction; use jkn");
        }
        double rest = design.corrected() ? 1 - design.fractionOf(0) : 1;
        return new ReplicateFactors(design, ReplicateMethod.JK1, new double[0][], (n - 1d) / n * rest, ones(n));
    }

    private static ReplicateFactors stratifiedJackknife(SurveyDesign design) {
        LonelyPsu policy = design.lonelyPsu();
        int lonely = design.lonelyStrata().size();
        if (lonely > 0 && policy == LonelyPsu.ADJUST) {
            throw new IllegalArgumentException(
                    "jkn must have two primary sampling units in each stratum under the policy"
                            + " adjust; use taylor, or the policy average, certainty or remove");
        }
        double[] rscales = new double[design.primaryUnits()];
        for (int i = 0; i < rscales.length; i++) {
            int h = design.stratumOf(i);
            double n = design.drawnIn(h);
            rscales[i] = n > 1 ? (n - 1) / n * (1 - design.fractionOf(h)) : 0;
        }
        double stretch = policy == LonelyPsu.AVERAGE && lonely < design.strata()
                ? (double) design.strata() / (design.strata() - lonely)
                : 1;
        return new ReplicateFactors(design, ReplicateMethod.JKN, new double[0][], stretch, rscales);
    }

    private static ReplicateFactors halfSamples(SurveyDesign design, ReplicateMethod method, double rho) {
        int strata = design.strata();
        List<List<Integer>> members = members(design);
        for (int h = 0; h < strata; h++) {
            if (members.get(h).size() != 2) {
                throw new IllegalArgumentException(method.label()
                        + " must have exactly two primary sampling units in each stratum, was "
                        + members.get(h).size() + " in stratum " + design.stratumLabel(h) + "; use jkn or bootstrap");
            }
        }
        boolean[][] plus = Hadamard.largerThan(strata);
        int replicates = plus.length;
        double[][] factors = new double[replicates][design.primaryUnits()];
        // strata in the order of their labels, so that the half-samples do not depend on the order of the rows
        int[] byLabel = IntStream.range(0, strata)
                .boxed()
                .sorted(Comparator.comparing(design::stratumLabel))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int r = 0; r < replicates; r++) {
            for (int place = 0; place < strata; place++) {
                int h = byLabel[place];
                boolean first = plus[place + 1][r];
                factors[r][members.get(h).get(0)] = first ? 2 - rho : rho;
                factors[r][members.get(h).get(1)] = first ? rho : 2 - rho;
            }
        }
        return new ReplicateFactors(
                design, method, factors, 1 / (replicates * (1 - rho) * (1 - rho)), ones(replicates));
    }

    private static ReplicateFactors bootstrap(SurveyDesign design, int replicates, long seed) {
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be 2 or more, was " + replicates);
        }
        if (!design.lonelyStrata().isEmpty()) {
            throw new IllegalArgumentException(
                    "bootstrap must have two primary sampling units in each stratum, one only in "
                            + String.join(", ", design.lonelyStrata()));
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Integer>> members = members(design);
        double[][] factors = new double[replicates][design.primaryUnits()];
        for (double[] factor : factors) {
            for (List<Integer> stratum : members) {
                int n = stratum.size();
                if (n == 1) {
                    factor[stratum.get(0)] = 1;
                    continue;
                }
                for (int draw = 1; draw < n; draw++) {
                    factor[stratum.get(random.nextInt(n))] += n / (n - 1d);
                }
            }
        }
        return new ReplicateFactors(
                design, ReplicateMethod.BOOTSTRAP, factors, 1 / (replicates - 1d), ones(replicates));
    }

    private static List<List<Integer>> members(SurveyDesign design) {
        List<List<Integer>> members = new ArrayList<>();
        for (int h = 0; h < design.strata(); h++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < design.primaryUnits(); i++) {
            members.get(design.stratumOf(i)).add(i);
        }
        return members;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
