package org.safecommunity.metrics.trend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;
import org.safecommunity.metrics.regression.CountFamily;
import org.safecommunity.metrics.regression.CountModel;
import org.safecommunity.metrics.regression.Design;
import org.safecommunity.metrics.regression.LinearModel;
import org.safecommunity.metrics.regression.Regression;

/** The best placement of a given number of joinpoints, with the best fit for each place of each of them. */
final class JoinpointFit {
    static final String TIME = "time";
    /** Observations before the first joinpoint and after the last, and between two. */
    static final int APART = 2;

    private static final double EQUAL = 1e-12;

    private final double[] times;
    private final CountData data;
    private final Joinpoint.Model kind;
    /** Best deviance with joinpoint k at observation i. */
    private final double[][] profile;

    private int[] at;
    private Regression model;
    private double deviance;

    private JoinpointFit(double[] times, CountData data, Joinpoint.Model kind, int joinpoints) {
        this.times = times.clone();
        this.data = data;
        this.kind = kind;
        this.profile = new double[joinpoints][times.length];
        for (double[] row : profile) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        this.at =
                IntStream.range(0, joinpoints).map(k -> APART + k * (APART + 1)).toArray();
        this.model = fit(at);
        this.deviance = Double.POSITIVE_INFINITY;
    }

    /** Fits every placement of a number of joinpoints. */
    static JoinpointFit search(double[] times, CountData data, Joinpoint.Model kind, int joinpoints) {
        JoinpointFit search = new JoinpointFit(times, data, kind, joinpoints);
        search.place(new int[joinpoints], 0, APART);
        return search;
    }

    private void place(int[] places, int k, int from) {
        if (k == places.length) {
            judge(places);
            return;
        }
        int last = times.length - 1 - APART - (places.length - 1 - k) * (APART + 1);
        for (int i = from; i <= last; i++) {
            places[k] = i;
            place(places, k + 1, i + APART + 1);
        }
    }

    private void judge(int[] places) {
        Regression next = fit(places);
        if (next.status() != Status.OK) {
            return;
        }
        double lost =
                next instanceof CountModel counts ? counts.deviance() : ((LinearModel) next).residualSumOfSquares();
        for (int k = 0; k < places.length; k++) {
            profile[k][places[k]] = Math.min(profile[k][places[k]], lost);
        }
        if (Double.isInfinite(deviance) || lost < deviance - EQUAL * deviance) {
            deviance = lost;
            model = next;
            at = places.clone();
        }
    }

    private Regression fit(int[] places) {
        Design.Builder design = Design.builder(times.length).intercept().numeric(TIME, times);
        for (int place : places) {
            double tau = times[place];
            design.numeric(
                    name(tau),
                    Arrays.stream(times).map(t -> Math.max(0, t - tau)).toArray());
        }
        if (kind == Joinpoint.Model.LOG_LINEAR) {
            double[] weights = new double[times.length];
            double[] logs = new double[times.length];
            for (int i = 0; i < logs.length; i++) {
                weights[i] = data.events(i);
                logs[i] = Math.log(data.events(i) / data.personTime(i));
            }
            return LinearModel.fit(design.build(), logs, weights);
        }
        CountFamily family = kind == Joinpoint.Model.POISSON ? CountFamily.POISSON : CountFamily.QUASI_POISSON;
        return CountModel.fit(design.build(), data, family);
    }

    private static String name(double tau) {
        return "time after " + NumberText.shortest(tau);
    }

    /** Column of the change of slope at a joinpoint, from 0. */
    String column(int k) {
        return name(times[at[k]]);
    }

    List<Double> locations() {
        return Arrays.stream(at).mapToObj(i -> times[i]).toList();
    }

    /** The first time, the joinpoints and the last time. */
    double edge(int k) {
        return k == 0 ? times[0] : k > at.length ? times[times.length - 1] : times[at[k - 1]];
    }

    Status status() {
        return model.status();
    }

    Regression model() {
        return model;
    }

    double deviance() {
        return deviance;
    }

    int size() {
        return times.length;
    }

    Joinpoint.Model kind() {
        return kind;
    }

    double bic() {
        return lack() + 2 * (at.length + 1) * Math.log(times.length);
    }

    /** BIC whose penalty of a joinpoint rises to that of BIC3 with the largest partial R². */
    double weightedBic() {
        return lack() + ((2 + partialR2()) * at.length + 2) * Math.log(times.length);
    }

    /** The deviance, or n·ln(deviance/n) where the variance has a scale of its own. */
    private double lack() {
        int n = times.length;
        return kind == Joinpoint.Model.POISSON ? deviance : n * Math.log(Math.max(deviance, Double.MIN_NORMAL) / n);
    }

    /**
     * Largest partial R² of a joinpoint: the share of what a straight line leaves of the two segments beside it that the
     * break takes away, by least squares of the working response; 0 without joinpoints.
     */
    double partialR2() {
        double largest = 0;
        double[] response = workingResponse();
        double[] weights = workingWeights();
        for (int k = 0; k < at.length; k++) {
            int from = k == 0 ? 0 : at[k - 1] + 1;
            int to = k == at.length - 1 ? times.length : at[k + 1] + 1;
            double[] t = Arrays.copyOfRange(times, from, to);
            double[] z = Arrays.copyOfRange(response, from, to);
            double[] w = Arrays.copyOfRange(weights, from, to);
            double tau = times[at[k]];
            double[] hinge =
                    Arrays.stream(t).map(time -> Math.max(0, time - tau)).toArray();
            Design.Builder line = Design.builder(t.length).intercept().numeric(TIME, t);
            double straight = LinearModel.fit(line.build(), z, w).residualSumOfSquares();
            Design broken = Design.builder(t.length)
                    .intercept()
                    .numeric(TIME, t)
                    .numeric(name(tau), hinge)
                    .build();
            double left = LinearModel.fit(broken, z, w).residualSumOfSquares();
            largest = Math.max(largest, straight > 0 ? 1 - left / straight : 0);
        }
        return largest;
    }

    double[] times() {
        return times.clone();
    }

    /** Fitted mean of each count. */
    double[] means() {
        if (model instanceof CountModel counts) {
            return counts.fitted();
        }
        double[] logs = ((LinearModel) model).fitted();
        return IntStream.range(0, logs.length)
                .mapToDouble(i -> data.personTime(i) * Math.exp(logs[i]))
                .toArray();
    }

    /** Logarithm of the fitted rate. */
    double[] linearPredictor() {
        double[] means = means();
        return IntStream.range(0, means.length)
                .mapToDouble(i -> Math.log(means[i] / data.personTime(i)))
                .toArray();
    }

    /** Weights of least squares on the scale of the logarithm. */
    double[] workingWeights() {
        return kind == Joinpoint.Model.LOG_LINEAR
                ? IntStream.range(0, times.length).mapToDouble(data::events).toArray()
                : means();
    }

    /** Logarithms of the rates, of counts linearised at the fit. */
    double[] workingResponse() {
        double[] line = linearPredictor();
        double[] means = means();
        return IntStream.range(0, times.length)
                .mapToDouble(i -> kind == Joinpoint.Model.LOG_LINEAR
                        ? Math.log(data.events(i) / data.personTime(i))
                        : line[i] + data.events(i) / means[i] - 1)
                .toArray();
    }

    /** Degrees of freedom, each joinpoint a parameter too; 0 or less where there are none. */
    int df() {
        return times.length - 2 * (at.length + 1);
    }

    /** Largest deviance of a place in the interval. */
    double bound(double tail) {
        if (kind == Joinpoint.Model.POISSON) {
            return deviance + ChiSquaredDistribution.of(1).inverseSurvivalProbability(tail);
        }
        double scale = kind == Joinpoint.Model.LOG_LINEAR ? deviance / df() : ((CountModel) model).pearson() / df();
        return deviance + scale * FDistribution.of(1, df()).inverseSurvivalProbability(tail);
    }

    /** First and last place of a joinpoint with at most that deviance. */
    double[] range(int k, double bound) {
        int[] inside = IntStream.range(0, times.length)
                .filter(i -> profile[k][i] <= bound)
                .toArray();
        return new double[] {times[inside[0]], times[inside[inside.length - 1]]};
    }
}
