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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.risk.score.Scheme;

/** Delphi statistics and exact distributions beside R. */
class UncertainReferenceTest {
    @ParameterizedTest
    @CsvFileSource(resources = "delphi.reference.csv", useHeadersInDisplayName = true)
    void delphi_matches_the_reference(
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
        UncertainScore score = new UncertainScore(
                Scheme.find("LEC").orElseThrow(), Map.of("l", shares(l), "e", shares(e), "c", shares(c)));
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

    private static UncertainRating.Distribution shares(String text) {
        SortedMap<BigDecimal, BigDecimal> shares = new TreeMap<>();
        for (String part : text.split(" ")) {
            int colon = part.indexOf(':');
            shares.put(new BigDecimal(part.substring(0, colon)), new BigDecimal(part.substring(colon + 1)));
        }
        return new UncertainRating.Distribution(shares);
    }
}
