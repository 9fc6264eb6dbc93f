package org.safecommunity.risk.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.risk.score.Scheme;

/** Delphi statistics and exact distributions beside R. */
class UncertainReferenceTest {
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();

    @ParameterizedTest
    @CsvFileSource(resources = "delphi.reference.csv", useHeadersInDisplayName = true)
    void delphi_matches_the_reference(
            String section,
            String ratings,
            double mean,
            double sd,
            double cv,
            double median,
            double q1,
            double q3,
            double geometric,
            double from4) {
        List<Double> values =
                Arrays.stream(ratings.split(" ")).map(Double::valueOf).toList();
        DelphiItem item = new DelphiItem(values, values.size());
        assertThat(item.mean()).isCloseTo(mean, within(1e-12));
        assertThat(item.sd()).hasValueCloseTo(sd, within(1e-12));
        assertThat(item.cv()).hasValueCloseTo(cv, within(1e-12));
        assertThat(item.median()).isCloseTo(median, within(1e-12));
        assertThat(item.quantile(0.25)).isCloseTo(q1, within(1e-12));
        assertThat(item.quantile(0.75)).isCloseTo(q3, within(1e-12));
        assertThat(item.geometricMean()).hasValueCloseTo(geometric, within(1e-12));
        assertThat(item.shareFrom(4)).isCloseTo(from4, within(1e-12));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "experts.reference.csv", useHeadersInDisplayName = true)
    void exact_distribution_matches_the_reference(
            String section,
            String l,
            String e,
            String c,
            double mean,
            double variance,
            double slight,
            double possible,
            double significant,
            double high,
            double extreme) {
        UncertainScore score = new UncertainScore(LEC, Map.of("l", shares(l), "e", shares(e), "c", shares(c)));
        ScoreDistribution exact = score.exact();
        assertThat(exact.mean()).isCloseTo(mean, within(1e-12 * mean));
        assertThat(exact.variance()).isCloseTo(variance, within(1e-11 * variance));
        List<Double> bands = new ArrayList<>(exact.bands().values());
        Collections.reverse(bands);
        List<Double> expected = List.of(slight, possible, significant, high, extreme);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(bands.get(i)).as("band " + i).isCloseTo(expected.get(i), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "expert-shares.reference.csv", useHeadersInDisplayName = true)
    void each_score_of_an_expert_distribution_has_its_share(String section, BigDecimal score, BigDecimal share) {
        SortedMap<BigDecimal, BigDecimal> shares = new UncertainScore(
                        LEC, Map.of("l", shares("1:.3 3:.5 6:.2"), "e", shares("6:1"), "c", shares("7:.6 15:.4")))
                .shares();
        assertThat(shares).hasSize(6);
        assertThat(shares.get(score)).isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fuzzy.reference.csv", useHeadersInDisplayName = true)
    void intervals_and_triangles_multiply_as_computed(
            String section,
            String l,
            String e,
            String c,
            BigDecimal least,
            @Nullable BigDecimal mode,
            BigDecimal greatest,
            @Nullable BigDecimal halfLeast,
            @Nullable BigDecimal halfGreatest,
            @Nullable Double centroid,
            @Nullable Double gradedMean,
            String bands) {
        UncertainScore score = new UncertainScore(LEC, Map.of("l", rating(l), "e", rating(e), "c", rating(c)));
        assertThat(score.range()).isEqualTo(new UncertainRating.Range(least, greatest));
        assertThat(score.bandsHit(score.range())).extracting(band -> band.id()).containsExactly(bands.split(" "));
        if (mode != null && halfLeast != null && halfGreatest != null) {
            UncertainRating.Triple product = score.triangle();
            assertThat(product).isEqualTo(new UncertainRating.Triple(least, mode, greatest));
            assertThat(score.cut(new BigDecimal("0.5"))).isEqualTo(new UncertainRating.Range(halfLeast, halfGreatest));
            assertThat(product.centroid()).isEqualTo(centroid);
            assertThat(product.pertMean()).isEqualTo(gradedMean);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pert.reference.csv", useHeadersInDisplayName = true)
    void a_pert_rating_has_its_mean_and_variance(
            String section, BigDecimal least, BigDecimal mode, BigDecimal greatest, double mean, double variance) {
        UncertainRating.Triple triple = new UncertainRating.Triple(least, mode, greatest);
        assertThat(triple.pertMean()).isCloseTo(mean, within(0.00005));
        assertThat(triple.pertVariance()).isCloseTo(variance, within(0.00005));
    }

    private static UncertainRating rating(String text) {
        List<BigDecimal> parts =
                Arrays.stream(text.split("/")).map(BigDecimal::new).toList();
        return parts.size() == 2
                ? new UncertainRating.Range(parts.get(0), parts.get(1))
                : new UncertainRating.Triple(parts.get(0), parts.get(1), parts.get(2));
    }

    private static UncertainRating.Distribution shares(String text) {
        SortedMap<BigDecimal, BigDecimal> shares = new TreeMap<>();
        for (String part : text.split(" ")) {
            int colon = part.indexOf(':');
            shares.put(new BigDecimal(part.substring(0, colon)), new BigDecimal(part.substring(colon + 1)));
        }
        return new UncertainRating.Distribution(shares);
    }
}
