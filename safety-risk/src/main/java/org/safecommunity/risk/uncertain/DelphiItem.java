package org.safecommunity.risk.uncertain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The ratings of one item by a panel in one round, and whether it is kept. Quartiles are of type 7 (linear), SD has n − 1.
 * Immutable.
 *
 * @param ratings ratings given, at least one, finite
 * @param asked   number of people asked, at least as many as answered
 */
public record DelphiItem(List<Double> ratings, int asked) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the ratings are null
     * @throws IllegalArgumentException if there are no ratings, one is not finite, or fewer were asked than answered
     */
    public DelphiItem {
        ratings = List.copyOf(ratings);
        if (ratings.isEmpty()) {
            throw new IllegalArgumentException("ratings must not be empty");
        }
        if (!ratings.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("ratings must be finite");
        }
        if (asked < ratings.size()) {
            throw new IllegalArgumentException("asked must be at least " + ratings.size() + ", was " + asked);
        }
    }

    /**
     * Rules to keep an item; all that are set must hold.
     *
     * @param minMean     lowest mean, e.g. 3.5 of 5; empty to leave it out
     * @param maxCv       highest coefficient of variation, e.g. 0.25
     * @param maxIqr      widest interquartile range, e.g. 1
     * @param minTopShare lowest share of ratings at or above {@code top}, e.g. 0.7
     * @param top         lowest rating that counts as high, e.g. 4
     * @param full        highest rating of the scale, for the full-score rate, e.g. 5
     */
    public record Rules(
            OptionalDouble minMean,
            OptionalDouble maxCv,
            OptionalDouble maxIqr,
            OptionalDouble minTopShare,
            double top,
            double full) {
        /** The usual rules: mean at least 3.5 and CV at most 0.25 on a scale of 5. */
        public static final Rules USUAL = new Rules(
                OptionalDouble.of(3.5), OptionalDouble.of(0.25), OptionalDouble.empty(), OptionalDouble.empty(), 4, 5);

        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if no rule is set
         */
        public Rules {
            if (requireNonNull(minMean, "minMean").isEmpty()
                    && requireNonNull(maxCv, "maxCv").isEmpty()
                    && requireNonNull(maxIqr, "maxIqr").isEmpty()
                    && requireNonNull(minTopShare, "minTopShare").isEmpty()) {
                throw new IllegalArgumentException("rules must have at least one rule");
            }
        }
    }

    /** Arithmetic mean. */
    public double mean() {
        return ratings.stream().mapToDouble(r -> r).sum() / ratings.size();
    }

    /** Standard deviation with n − 1; empty for one rating. */
    public OptionalDouble sd() {
        if (ratings.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double squares =
                ratings.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (ratings.size() - 1)));
    }

    /** Coefficient of variation SD / mean; empty for one rating or a mean that is not greater than 0. */
    public OptionalDouble cv() {
        OptionalDouble sd = sd();
        return sd.isEmpty() || mean() <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sd.getAsDouble() / mean());
    }

    /**
     * Quantile of type 7 (linear).
     *
     * @param probability from 0 to 1
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    public double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be from 0 to 1, was " + probability);
        }
        List<Double> sorted = ratings.stream().sorted().toList();
        double place = probability * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        double low = sorted.get(below);
        return below + 1 == sorted.size() ? low : low + (place - below) * (sorted.get(below + 1) - low);
    }

    /** Median, for ordinal classes. */
    public double median() {
        return quantile(0.5);
    }

    /** Interquartile range. */
    public double iqr() {
        return quantile(0.75) - quantile(0.25);
    }

    /** Geometric mean, which keeps the product of multiplicative scores; empty when a rating is not greater than 0. */
    public OptionalDouble geometricMean() {
        if (ratings.stream().anyMatch(r -> r <= 0)) {
            return OptionalDouble.empty();
        }
        double mean = ratings.stream().mapToDouble(Math::log).sum() / ratings.size();
        return OptionalDouble.of(Math.exp(mean));
    }

    /** Share of ratings at or above a rating. */
    public double shareFrom(double rating) {
        return (double) ratings.stream().filter(r -> r >= rating).count() / ratings.size();
    }

    /** Share of those asked who answered (积极系数). */
    public double responseRate() {
        return (double) ratings.size() / asked;
    }

    /** Rules that the item breaks, by name; empty when it is kept. A rule that cannot be judged is broken. */
    public List<String> broken(Rules rules) {
        List<String> broken = new ArrayList<>();
        if (rules.minMean().isPresent() && mean() < rules.minMean().getAsDouble()) {
            broken.add("mean");
        }
        if (rules.maxCv().isPresent()
                && cv().orElse(Double.MAX_VALUE) > rules.maxCv().getAsDouble()) {
            broken.add("cv");
        }
        if (rules.maxIqr().isPresent() && iqr() > rules.maxIqr().getAsDouble()) {
            broken.add("iqr");
        }
        if (rules.minTopShare().isPresent()
                && shareFrom(rules.top()) < rules.minTopShare().getAsDouble()) {
            broken.add("top-share");
        }
        return List.copyOf(broken);
    }

    /** Short text such as {@code n = 10, mean 4.00}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "n = %d, mean %.2f", ratings.size(), mean());
    }
}
