package org.safecommunity.risk.uncertain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.uncertain.UncertainRating.Distribution;
import org.safecommunity.risk.uncertain.UncertainRating.Range;
import org.safecommunity.risk.uncertain.UncertainRating.Triple;

/**
 * A score whose factors are uncertain: set of bands hit, exact distribution, fuzzy cuts, or seeded simulation. Factors are
 * taken as independent. Immutable.
 *
 * @param scheme  product scheme, not null
 * @param factors what is known of each factor, by name, all of the scheme and no other
 */
public record UncertainScore(Scheme scheme, Map<String, UncertainRating> factors) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the factors are not those of the scheme
     */
    public UncertainScore {
        requireNonNull(scheme, "scheme");
        Map<String, UncertainRating> ordered = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            UncertainRating rating = requireNonNull(factors, "factors").get(factor.name());
            if (rating == null) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be given");
            }
            ordered.put(factor.name(), rating);
        }
        if (factors.size() != ordered.size()) {
            throw new IllegalArgumentException("factors must be " + String.join(", ", ordered.keySet()) + ", was "
                    + String.join(", ", factors.keySet()));
        }
        factors = Collections.unmodifiableMap(ordered);
    }

    /** Scores that are possible: from the product of the least to that of the greatest numbers, exact. */
    public Range range() {
        return cut(BigDecimal.ZERO);
    }

    /** Bands that a range of scores touches, highest first. */
    public List<Band> bandsHit(Range range) {
        Band least = scheme.band(range.least());
        Band greatest = scheme.band(range.greatest());
        List<Band> bands = scheme.bands();
        return bands.subList(bands.indexOf(greatest), bands.indexOf(least) + 1);
    }

    /**
     * The α-cut of the score, exact: every factor cut at α, then multiplied. A triple is read as a triangular fuzzy number, a
     * range as itself, an expert distribution by its ends.
     *
     * @param alpha from 0 (widest) to 1 (the most likely numbers)
     * @throws IllegalArgumentException if alpha is not from 0 to 1
     */
    public Range cut(BigDecimal alpha) {
        if (alpha.signum() < 0 || alpha.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("alpha must be from 0 to 1, was " + alpha.toPlainString());
        }
        Map<String, BigDecimal> least = new LinkedHashMap<>();
        Map<String, BigDecimal> greatest = new LinkedHashMap<>();
        factors.forEach((name, rating) -> {
            BigDecimal mode = rating instanceof Triple triple ? triple.mode() : null;
            BigDecimal a = rating.least();
            BigDecimal b = rating.greatest();
            least.put(name, mode == null ? a : a.add(alpha.multiply(mode.subtract(a))));
            greatest.put(name, mode == null ? b : b.subtract(alpha.multiply(b.subtract(mode))));
        });
        return new Range(scheme.product(least), scheme.product(greatest));
    }

    /**
     * The approximate product of triangular numbers: the least, most likely and greatest numbers multiplied.
     *
     * @throws IllegalArgumentException if a factor is neither a triple nor a number that is known
     */
    public Triple triangle() {
        Map<String, BigDecimal> modes = new LinkedHashMap<>();
        factors.forEach((name, rating) -> modes.put(name, mode(name, rating)));
        Range range = range();
        return new Triple(range.least(), scheme.product(modes), range.greatest());
    }

    private static BigDecimal mode(String name, UncertainRating rating) {
        if (rating instanceof Triple triple) {
            return triple.mode();
        }
        if (rating.least().compareTo(rating.greatest()) == 0) {
            return rating.least();
        }
        throw new IllegalArgumentException("factor " + name + " must have a most likely number, such as 1/3/6");
    }

    /** Whether every factor is a distribution or a number that is known, so that the result is exact. */
    public boolean isDiscrete() {
        return factors.values().stream()
                .allMatch(rating ->
                        rating instanceof Distribution || rating.least().compareTo(rating.greatest()) == 0);
    }

    /**
     * Shares of the scores of expert distributions, by exact convolution.
     *
     * @return share of each score, rising; together exactly 1
     * @throws IllegalArgumentException if a factor is a range or a triple
     */
    public SortedMap<BigDecimal, BigDecimal> shares() {
        SortedMap<BigDecimal, BigDecimal> products = new TreeMap<>(Map.of(BigDecimal.ONE, BigDecimal.ONE));
        SortedMap<BigDecimal, BigDecimal> sums = new TreeMap<>(Map.of(BigDecimal.ZERO, BigDecimal.ONE));
        for (Factor factor : scheme.factors()) {
            Map<BigDecimal, BigDecimal> shares = shares(factor.name(), requireNonNull(factors.get(factor.name())));
            if (scheme.isSummed(factor)) {
                sums = combine(sums, shares, BigDecimal::add);
            } else {
                products = combine(products, shares, BigDecimal::multiply);
            }
        }
        return scheme.summed().isEmpty() ? products : combine(products, sums, BigDecimal::multiply);
    }

    private static Map<BigDecimal, BigDecimal> shares(String name, UncertainRating rating) {
        if (rating instanceof Distribution distribution) {
            return distribution.shares();
        }
        if (rating.least().compareTo(rating.greatest()) != 0) {
            throw new IllegalArgumentException(
                    "factor " + name + " must be a number or a distribution, such as 1:0.3,3:0.5,6:0.2");
        }
        return Map.of(rating.least(), BigDecimal.ONE);
    }

    private static SortedMap<BigDecimal, BigDecimal> combine(
            Map<BigDecimal, BigDecimal> left,
            Map<BigDecimal, BigDecimal> right,
            java.util.function.BinaryOperator<BigDecimal> operation) {
        SortedMap<BigDecimal, BigDecimal> combined = new TreeMap<>();
        left.forEach((a, p) -> right.forEach(
                (b, q) -> combined.merge(Checks.plain(operation.apply(a, b)), p.multiply(q), BigDecimal::add)));
        return combined;
    }

    /**
     * The exact distribution of expert distributions.
     *
     * @throws IllegalArgumentException if a factor is a range or a triple
     */
    public ScoreDistribution exact() {
        SortedMap<BigDecimal, BigDecimal> shares = shares();
        Map<Band, BigDecimal> bands = new LinkedHashMap<>();
        scheme.bands().forEach(band -> bands.put(band, BigDecimal.ZERO));
        BigDecimal mean = BigDecimal.ZERO;
        BigDecimal square = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> share : shares.entrySet()) {
            BigDecimal score = share.getKey();
            bands.merge(scheme.band(score), share.getValue(), BigDecimal::add);
            mean = mean.add(score.multiply(share.getValue()));
            square = square.add(score.multiply(score).multiply(share.getValue()));
        }
        Map<Band, Double> numbers = new LinkedHashMap<>();
        bands.forEach((band, share) -> numbers.put(band, share.doubleValue()));
        return new ScoreDistribution(
                numbers,
                mean.doubleValue(),
                square.subtract(mean.multiply(mean)).doubleValue(),
                quantile(shares, "0.05"),
                quantile(shares, "0.5"),
                quantile(shares, "0.95"),
                0);
    }

    private static double quantile(SortedMap<BigDecimal, BigDecimal> shares, String probability) {
        BigDecimal wanted = new BigDecimal(probability);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> share : shares.entrySet()) {
            sum = sum.add(share.getValue());
            if (sum.compareTo(wanted) >= 0) {
                return share.getKey().doubleValue();
            }
        }
        return shares.lastKey().doubleValue();
    }
}
