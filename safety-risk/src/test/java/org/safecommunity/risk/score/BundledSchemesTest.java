package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BundledSchemesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "scheme-vectors.reference.csv", useHeadersInDisplayName = true)
    void match_the_worked_examples(
            String section, String id, String ratings, BigDecimal score, String band, String colour) {
        RiskScore result = Scheme.find(id).orElseThrow().score(ratings(ratings));
        assertThat(result.score()).isEqualTo(score);
        assertThat(result.band().id()).isEqualTo(band);
        assertThat(result.band().colour().label()).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "npsa-matrix.reference.csv", useHeadersInDisplayName = true)
    void match_the_full_matrix_of_the_npsa(String section, BigDecimal l, BigDecimal c, BigDecimal score, String band) {
        RiskScore result = Scheme.find("NPSA").orElseThrow().score(Map.of("l", l, "c", c));
        assertThat(result.score()).isEqualTo(score);
        assertThat(result.band().id()).isEqualTo(band);
    }

    @Test
    void an_rpn_has_120_values_and_one_of_them_24_origins() {
        Scheme fmea = Scheme.find("fmea").orElseThrow();
        assertThat(fmea.attainableScores()).hasSize(120);
        assertThat(Combinations.of(fmea))
                .hasSize(1000)
                .filteredOn(r -> fmea.score(r).score().intValueExact() == 120)
                .hasSize(24);
    }

    @Test
    void a_sum_is_shown_with_its_numbers() {
        RiskScore score = Scheme.find("mls").orElseThrow().score(ratings("m=3 l=6 s1=10 s2=1 s3=4 s4=2"));
        assertThat(score.scheme().formula()).isEqualTo("R = M × L × (S1 + S2 + S3 + S4)");
        assertThat(score.explain())
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("3 × 6 × (10 + 1 + 4 + 2)"));
    }

    @Test
    void a_sum_of_a_factor_that_is_not_there_is_refused() {
        Scheme mls = Scheme.find("mls").orElseThrow();
        assertThatThrownBy(() -> new Scheme(
                        "X",
                        "m",
                        "1",
                        "e",
                        mls.title(),
                        "R",
                        mls.factors(),
                        mls.policy(),
                        null,
                        mls.bands(),
                        mls.provenance(),
                        mls.sources(),
                        null,
                        List.of("S1", "S9")))
                .hasMessage("summed[1]: summed must name factors of the scheme, was S9");
    }

    @Property(tries = 200)
    void raising_a_factor_never_lowers_the_band(@ForAll("schemes") Scheme scheme, @ForAll int seed) {
        List<Map<String, BigDecimal>> all = Combinations.of(scheme);
        Map<String, BigDecimal> low = all.get(Math.floorMod(seed, all.size()));
        Factor factor =
                scheme.factors().get(Math.floorMod(seed, scheme.factors().size()));
        BigDecimal now = low.get(factor.name());
        Map<String, BigDecimal> high = new LinkedHashMap<>(low);
        factor.values().stream()
                .map(ScaleValue::value)
                .filter(v -> v.compareTo(now) > 0)
                .forEach(v -> {
                    high.put(factor.name(), v);
                    assertThat(scheme.bands().indexOf(scheme.score(high).band()))
                            .isLessThanOrEqualTo(
                                    scheme.bands().indexOf(scheme.score(low).band()));
                });
    }

    @Property(tries = 50)
    void every_attainable_score_is_in_exactly_one_band(@ForAll("schemes") Scheme scheme) {
        assertThat(scheme.attainableScores()).allSatisfy(score -> assertThat(scheme.bands())
                .filteredOn(band -> scheme.policy().holds(score, band))
                .hasSize(1));
    }

    @Property(tries = 200)
    void a_consequence_column_more_never_lowers_a_rating(
            @ForAll("withColumns") Scheme scheme, @ForAll("index") int first, @ForAll("index") int second) {
        Factor factor = scheme.factors().stream()
                .filter(f -> !f.columns().isEmpty())
                .findFirst()
                .orElseThrow();
        List<ScaleValue> scale = factor.values();
        Map<String, BigDecimal> columns = new LinkedHashMap<>();
        columns.put(
                factor.columns().get(0).id(), scale.get(first % scale.size()).value());
        BigDecimal one = factor.highest(columns);
        columns.put(
                factor.columns().get(1).id(), scale.get(second % scale.size()).value());
        BigDecimal two = factor.highest(columns);
        assertThat(two).isGreaterThanOrEqualTo(one);
        Map<String, BigDecimal> ratings =
                new LinkedHashMap<>(Combinations.of(scheme).get(first));
        ratings.put(factor.name(), one);
        int before = scheme.bands().indexOf(scheme.score(ratings).band());
        ratings.put(factor.name(), two);
        assertThat(scheme.bands().indexOf(scheme.score(ratings).band())).isLessThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        return Arbitraries.of(
                Scheme.bundled().stream().filter(s -> !s.id().equals("MLS")).toList());
    }

    @Provide
    Arbitrary<Scheme> withColumns() {
        return Arbitraries.of(Scheme.bundled().stream()
                .filter(s -> s.factors().stream().anyMatch(f -> !f.columns().isEmpty()))
                .toList());
    }

    @Provide
    Arbitrary<Integer> index() {
        return Arbitraries.integers().between(0, 23);
    }

    private static Map<String, BigDecimal> ratings(String text) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (String part : text.split(" ")) {
            ratings.put(part.substring(0, part.indexOf('=')), new BigDecimal(part.substring(part.indexOf('=') + 1)));
        }
        return ratings;
    }
}
