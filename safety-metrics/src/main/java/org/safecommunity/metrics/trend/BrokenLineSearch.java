package org.safecommunity.metrics.trend;

/**
 * Weighted least squares of broken lines over all placements of their joinpoints. Immutable.
 *
 * <p>In the basis of hat functions at the ends and the joinpoints the normal equations are tridiagonal, and what a segment
 * adds to them depends on its two ends only: a further joinpoint costs one step of elimination.
 */
final class BrokenLineSearch {
    private final double[] times;
    private final double[] weights;
    /** Σw(1 − u)², Σwu(1 − u) and Σwu² of the segment from one observation to another, u from 0 to 1 along it. */
    private final double[][][] products;

    /** Prepares a search; times rise, weights are above 0. */
    BrokenLineSearch(double[] times, double[] weights) {
        int n = times.length;
        this.times = new double[n];
        for (int i = 0; i < n; i++) {
            this.times[i] = (times[i] - times[0]) / (times[n - 1] - times[0]);
        }
        this.weights = weights.clone();
        this.products = new double[n][n][];
        for (int from = 0; from < n; from++) {
            for (int to = from + 1; to < n; to++) {
                products[from][to] = products(from, to);
            }
        }
    }

    private double[] products(int from, int to) {
        double[] sums = new double[3];
        for (int i = from; i < end(to); i++) {
            double u = place(i, from, to);
            sums[0] += weights[i] * (1 - u) * (1 - u);
            sums[1] += weights[i] * u * (1 - u);
            sums[2] += weights[i] * u * u;
        }
        return sums;
    }

    /** A segment ends before its last observation, which begins the next; the last segment holds it. */
    private int end(int to) {
        return to == times.length - 1 ? to + 1 : to;
    }

    private double place(int i, int from, int to) {
        return (times[i] - times[from]) / (times[to] - times[from]);
    }

    /** Smallest weighted sum of squares that a number of joinpoints leaves of a response. */
    double least(double[] response, int joinpoints) {
        return new Response(response).least(joinpoints);
    }

    /** A response less its straight line, and its products with the hats of each segment. */
    private final class Response {
        private final double total;
        private final double[][][] sums;
        private double explained;

        Response(double[] values) {
            int n = times.length;
            double[] rest = detrended(values);
            double squares = 0;
            for (int i = 0; i < n; i++) {
                squares += weights[i] * rest[i] * rest[i];
            }
            this.total = squares;
            this.sums = new double[n][n][];
            for (int from = 0; from < n; from++) {
                double plain = 0;
                double moment = 0;
                for (int to = from + 1; to < n; to++) {
                    plain += weights[to - 1] * rest[to - 1];
                    moment += weights[to - 1] * rest[to - 1] * (times[to - 1] - times[from]);
                    boolean last = to == n - 1;
                    double all = plain + (last ? weights[to] * rest[to] : 0);
                    double along = (moment + (last ? weights[to] * rest[to] * (times[to] - times[from]) : 0))
                            / (times[to] - times[from]);
                    sums[from][to] = new double[] {all - along, along};
                }
            }
        }

        private double[] detrended(double[] values) {
            double sum = 0;
            double time = 0;
            double value = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i];
                time += weights[i] * times[i];
                value += weights[i] * values[i];
            }
            double across = 0;
            double along = 0;
            for (int i = 0; i < values.length; i++) {
                across += weights[i] * (times[i] - time / sum) * (values[i] - value / sum);
                along += weights[i] * (times[i] - time / sum) * (times[i] - time / sum);
            }
            double[] rest = new double[values.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = values[i] - value / sum - across / along * (times[i] - time / sum);
            }
            return rest;
        }

        double least(int joinpoints) {
            if (joinpoints == 0) {
                return total;
            }
            explained = 0;
            place(joinpoints, 0, 0, 0, 0);
            return Math.max(0, total - explained);
        }

        /** Places the joinpoints that are left; diagonal and right side are those of the last knot so far. */
        private void place(int left, int from, double diagonal, double side, double sum) {
            int n = times.length;
            int next = from == 0 ? JoinpointFit.APART : from + JoinpointFit.APART + 1;
            int last = left == 0 ? n - 1 : n - 1 - JoinpointFit.APART - (left - 1) * (JoinpointFit.APART + 1);
            for (int to = left == 0 ? n - 1 : next; to <= last; to++) {
                double[] own = products[from][to];
                double pivot = diagonal + own[0];
                double value = side + sums[from][to][0];
                double ratio = own[1] / pivot;
                double nextDiagonal = own[2] - own[1] * ratio;
                double nextSide = sums[from][to][1] - value * ratio;
                double nextSum = sum + value * value / pivot;
                if (left == 0) {
                    explained = Math.max(explained, nextSum + nextSide * nextSide / nextDiagonal);
                } else {
                    place(left - 1, to, nextDiagonal, nextSide, nextSum);
                }
            }
        }
    }
}
