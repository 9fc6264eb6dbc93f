package org.safecommunity.metrics.regression;

/**
 * Maximum likelihood of the negative binomial: a fit of the coefficients for a given θ and a Newton search of θ for given
 * means, in turn until both stand still.
 */
final class ThetaSearch {
    private static final int MOST_ROUNDS = 500;
    private static final int MOST_STEPS = 100;
    private static final double GOAL = 1e-13;
    private static final double FLOOR = 1e-8;
    /** Means above this share of θ would be needed to tell the fit from Poisson in double precision. */
    private static final double LARGEST = 1e10;

    private static final double SMALLEST = 1e-10;

    private ThetaSearch() {}

    /**
     * The fit at the maximum.
     *
     * @param poisson a converged Poisson fit
     * @return the fit; the Poisson fit itself when the likelihood does not rise as θ comes down from infinity; a fit that
     *     has not converged when the search did not end
     */
    static Irls fit(Irls poisson) {
        double rise = 0;
        for (int i = 0; i < poisson.data().size(); i++) {
            double residual = poisson.data().events(i) - poisson.mean(i);
            rise += poisson.data().weight(i)
                    * (residual * residual - poisson.data().events(i));
        }
        if (rise <= 0) {
            return poisson;
        }
        Irls fit = poisson;
        double theta = start(poisson);
        double lastChange = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double next = maximum(fit, theta);
            if (next > LARGEST) {
                return poisson;
            }
            if (next < SMALLEST) {
                return fit.unfinished();
            }
            double change = Math.abs(Math.log(next / theta));
            theta = next;
            fit = Irls.refit(fit, new CountVariance(theta));
            if (!fit.converged()) {
                return fit;
            }
            if (round > 0 && (change < GOAL || (change < FLOOR && change > lastChange / 2))) {
                return fit;
            }
            lastChange = change;
        }
        return fit.unfinished();
    }

    private static double start(Irls fit) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < fit.data().size(); i++) {
            double relative = fit.data().events(i) / fit.mean(i) - 1;
            sum += fit.data().weight(i) * relative * relative;
            weights += fit.data().weight(i);
        }
        return weights / sum;
    }

    /** The θ that is most likely for the means of a fit, by Newton steps in ln θ, at most two at a time. */
    private static double maximum(Irls fit, double start) {
        double log = Math.log(start);
        for (int step = 0; step < MOST_STEPS; step++) {
            double theta = Math.exp(log);
            double slope = theta * score(fit, theta);
            double bend = theta * theta * curvature(fit, theta) + slope;
            double change = bend < 0 ? -slope / bend : Math.signum(slope);
            change = Math.max(-2, Math.min(2, change));
            log += change;
            if (Math.abs(change) < GOAL || theta > LARGEST || theta < SMALLEST) {
                break;
            }
        }
        return Math.exp(log);
    }

    private static double score(Irls fit, double theta) {
        CountVariance variance = new CountVariance(theta);
        double sum = 0;
        for (int i = 0; i < fit.data().size(); i++) {
            sum += fit.data().weight(i) * variance.thetaScore(fit.data().events(i), fit.mean(i));
        }
        return sum;
    }

    /** Second derivative of the log-likelihood by θ at the means of a fit. */
    static double curvature(Irls fit, double theta) {
        CountVariance variance = new CountVariance(theta);
        double sum = 0;
        for (int i = 0; i < fit.data().size(); i++) {
            sum += fit.data().weight(i) * variance.thetaCurvature(fit.data().events(i), fit.mean(i));
        }
        return sum;
    }
}
