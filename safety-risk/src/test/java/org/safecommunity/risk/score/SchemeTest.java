package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class SchemeTest {
    private static final List<Scheme> BUNDLED = Scheme.bundled();
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();
    private static final Scheme SHANDONG = Scheme.find("LS-SHANDONG").orElseThrow();
    private static final Scheme FIVE = Scheme.find("LS-FIVE").orElseThrow();

    @ParameterizedTest
    @CsvFileSource(resources = "lec-combinations.reference.csv", useHeadersInDisplayName = true)
    void matches_every_combination_of_lec_under_both_policies(
            BigDecimal l, BigDecimal e, BigDecimal c, BigDecimal score, String lower, String upper) {
        Map<String, BigDecimal> ratings = Map.of("l", l, "e", e, "c", c);
        assertThat(LEC.score(ratings).score()).isEqualTo(score);
        assertThat(LEC.score(ratings).band().id()).isEqualTo(lower);
        assertThat(LEC.with(BoundaryPolicy.UPPER_INCLUSIVE)
                        .score(ratings)
                        .band()
                        .id())
                .isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({
        "LOWER_INCLUSIVE, '{blue=161, orange=21, red=40, yellow=30}', '{extreme=40, high=21, possible=50, significant=30, slight=111}'",
        "UPPER_INCLUSIVE, '{blue=163, orange=21, red=40, yellow=28}', '{extreme=40, high=21, possible=47, significant=28, slight=116}'"
    })
    void splits_the_252_combinations_as_published(BoundaryPolicy policy, String colours, String bands) {
        Map<String, Integer> byColour = new TreeMap<>();
        Map<String, Integer> byBand = new TreeMap<>();
        for (Map<String, BigDecimal> ratings : Combinations.of(LEC)) {
            Band band = LEC.with(policy).score(ratings).band();
            byColour.merge(band.colour().label(), 1, Integer::sum);
            byBand.merge(band.id(), 1, Integer::sum);
        }
        assertThat(byColour).hasToString(colours);
        assertThat(byBand).hasToString(bands);
    }

    @Test
    void only_20_and_70_depend_on_the_policy() {
        Scheme upper = LEC.with(BoundaryPolicy.UPPER_INCLUSIVE);
        assertThat(LEC.attainableScores()).hasSize(103);
        assertThat(LEC.attainableScores().first()).isEqualTo(new BigDecimal("0.05"));
        assertThat(LEC.attainableScores().last()).isEqualTo(new BigDecimal("10000"));
        assertThat(LEC.attainableScores())
                .filteredOn(score -> !LEC.band(score).equals(upper.band(score)))
                .containsExactly(new BigDecimal("20"), new BigDecimal("70"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, slight",
        "19.99, slight",
        "20, possible",
        "20.00, possible",
        "69.999, possible",
        "70, significant",
        "159.99, significant",
        "160, high",
        "319.99, high",
        "320, extreme",
        "10000, extreme"
    })
    void a_lower_bound_belongs_to_its_band(BigDecimal score, String band) {
        assertThat(LEC.policy()).isEqualTo(BoundaryPolicy.LOWER_INCLUSIVE);
        assertThat(LEC.band(score).id()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "ls-matrix.reference.csv", useHeadersInDisplayName = true)
    void matches_the_full_ls_matrix(
            String section, int l, int s, BigDecimal score, String four, String colour, String five) {
        Map<String, BigDecimal> ratings = Map.of("l", BigDecimal.valueOf(l), "s", BigDecimal.valueOf(s));
        RiskScore result = SHANDONG.score(ratings);
        assertThat(result.score()).isEqualTo(score);
        assertThat(result.band().id()).isEqualTo(four);
        assertThat(result.band().colour().label()).isEqualTo(colour);
        assertThat(FIVE.score(ratings).band().id()).isEqualTo(five);
        assertThat(FIVE.score(ratings).band().colour().label()).isEqualTo(colour);
    }

    @Test
    void an_ls_score_cannot_lie_between_the_printed_ranges() {
        assertThat(SHANDONG.attainableScores())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25);
    }

    @Property(tries = 200)
    void raising_a_factor_never_lowers_the_band(
            @ForAll("schemes") Scheme scheme,
            @ForAll @IntRange(max = 9) int factor,
            @ForAll List<@IntRange(max = 99) Integer> choices,
            @ForAll @IntRange(max = 99) int raised) {
        Map<String, BigDecimal> ratings = ratings(scheme, choices);
        Factor changed = scheme.factors().get(factor % scheme.factors().size());
        BigDecimal other =
                changed.values().get(raised % changed.values().size()).value();
        Map<String, BigDecimal> more = new HashMap<>(ratings);
        more.merge(changed.name(), other, BigDecimal::max);
        assertThat(scheme.bands().indexOf(scheme.score(more).band()))
                .isLessThanOrEqualTo(
                        scheme.bands().indexOf(scheme.score(ratings).band()));
        assertThat(scheme.score(more).band().colour())
                .isLessThanOrEqualTo(scheme.score(ratings).band().colour());
    }

    @Property(tries = 200)
    void each_score_is_in_exactly_one_band(
            @ForAll("schemes") Scheme scheme, @ForAll List<@IntRange(max = 99) Integer> choices) {
        BigDecimal score = scheme.score(ratings(scheme, choices)).score();
        assertThat(scheme.attainableScores()).contains(score);
        assertThat(scheme.bands())
                .filteredOn(band -> scheme.policy().holds(score, band))
                .hasSize(1);
    }

    @Test
    void every_attainable_score_of_every_scheme_is_in_exactly_one_band() {
        assertThat(BUNDLED).allSatisfy(scheme -> assertThat(scheme.attainableScores())
                .allSatisfy(score -> assertThat(scheme.bands())
                        .filteredOn(band -> scheme.policy().holds(score, band))
                        .hasSize(1)));
    }

    @Test
    void scores_are_exact_decimals() {
        assertThat(0.2 * 6 * 15).isNotEqualTo(18.0);
        assertThat(LEC.score(Map.of("l", bd("0.2"), "e", bd("6"), "c", bd("15")))
                        .score())
                .isEqualTo(bd("18"));
    }

    @Property(tries = 200)
    void a_score_is_the_product_in_integers_scaled_back(@ForAll List<@IntRange(max = 99) Integer> choices) {
        Map<String, BigDecimal> ratings = ratings(LEC, choices);
        long l10 = ratings.getOrDefault("l", BigDecimal.ZERO).movePointRight(1).longValueExact();
        long e2 = ratings.getOrDefault("e", BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(2))
                .longValueExact();
        long product = l10 * e2 * ratings.getOrDefault("c", BigDecimal.ZERO).longValueExact();
        assertThat(LEC.score(ratings).score().multiply(BigDecimal.valueOf(20)).longValueExact())
                .isEqualTo(product);
    }

    @Test
    void the_way_a_rating_is_written_does_not_matter() {
        RiskScore plain = LEC.score(Map.of("l", bd("10"), "e", bd("0.5"), "c", bd("100")));
        assertThat(LEC.score(Map.of("l", bd("1E+1"), "e", bd("0.500"), "c", bd("100.0"))))
                .isEqualTo(plain);
        assertThat(plain.factors()).hasToString("{l=10, e=0.5, c=100}");
    }

    @Test
    void is_found_by_id_or_method() {
        assertThat(Scheme.find("lec")).contains(LEC);
        assertThat(Scheme.find("ls")).contains(SHANDONG);
        assertThat(Scheme.find("ls-five")).contains(FIVE);
        assertThat(Scheme.find("LS")).contains(SHANDONG);
        assertThat(Scheme.find("hazop")).isEmpty();
        assertThat(BUNDLED).extracting(Scheme::formula).startsWith("D = L × E × C", "R = L × S", "R = L × S");
    }

    @Test
    void is_complete_in_both_languages_and_in_its_provenance() {
        assertThat(BUNDLED).allSatisfy(scheme -> {
            List<LocalText> texts = new ArrayList<>(List.of(scheme.title()));
            scheme.factors().forEach(f -> {
                texts.add(f.title());
                f.values().forEach(v -> texts.add(v.label()));
            });
            scheme.bands()
                    .forEach(b -> texts.addAll(List.of(
                            b.title(),
                            b.action(),
                            b.colour().title(),
                            b.colour().level())));
            assertThat(texts).allSatisfy(text -> {
                assertThat(text.zh()).containsPattern("\\p{IsHan}");
                assertThat(text.en()).doesNotContainPattern("\\p{IsHan}");
            });
            boolean recalled = scheme.provenance().status() == ProvenanceStatus.RECALLED;
            assertThat(scheme.sources().isEmpty()).isEqualTo(recalled);
            assertThat(scheme.provenance().sources().isEmpty()).isEqualTo(recalled);
            assertThat(scheme.policyProvenance()).isNotNull();
            assertThat(scheme.note()).isNotNull();
        });
    }

    @Test
    void what_no_source_states_is_marked_as_unconfirmed() {
        assertThat(LEC.policyProvenance()).isNotNull().satisfies(p -> assertThat(p.status())
                .isEqualTo(ProvenanceStatus.DERIVED));
        assertThat(LEC.note()).isNotNull().satisfies(note -> {
            assertThat(note.en()).contains("Graham and Kinney 1976, is recalled and unconfirmed");
            assertThat(note.zh()).contains("未经核实");
        });
        assertThat(LEC.provenance().sources()).containsExactly("F-2", "F-3", "F-42", "F-43");
        assertThat(SHANDONG.provenance().sources()).containsExactly("F-3", "F-6", "F-7");
        assertThat(SHANDONG.factors().get(0).provenance()).hasToString("found: F-7");
    }

    @Test
    void a_policy_of_the_caller_has_no_provenance() {
        assertThat(LEC.with(BoundaryPolicy.UPPER_INCLUSIVE).policyProvenance()).isNull();
        assertThat(LEC.with(BoundaryPolicy.LOWER_INCLUSIVE)).isSameAs(LEC);
    }

    @Test
    void a_band_is_shown_as_a_condition() {
        assertThat(LEC.bands().stream().map(LEC::condition))
                .containsExactly("320 ≤ D", "160 ≤ D < 320", "70 ≤ D < 160", "20 ≤ D < 70", "0 ≤ D < 20");
        Scheme upper = LEC.with(BoundaryPolicy.UPPER_INCLUSIVE);
        assertThat(upper.condition(upper.bands().get(1))).isEqualTo("160 < D ≤ 320");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final Provenance derived = new Provenance(ProvenanceStatus.DERIVED, null, List.of(), List.of(), null);

        @Test
        void ratings_that_are_missing_unknown_or_off_the_scale() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LEC.score(Map.of("l", bd("3"), "e", bd("6"))))
                    .withMessage("factor c must be given");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LEC.score(Map.of("l", bd("3"), "e", bd("6"), "s", bd("1"))))
                    .withMessage("factor s must be one of l, e, c");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LEC.score(Map.of("l", bd("4"), "e", bd("6"), "c", bd("15"))))
                    .withMessage("factor l must be one of 10, 6, 3, 1, 0.5, 0.2, 0.1, was 4");
            assertThatNullPointerException().isThrownBy(() -> LEC.score(null)).withMessage("ratings");
        }

        @Test
        void a_score_below_every_band() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LEC.band(bd("-1")))
                    .withMessage("score must be in a band of scheme LEC, was -1");
            assertThatNullPointerException().isThrownBy(() -> LEC.band(null)).withMessage("score");
        }

        @Test
        void a_policy_that_leaves_a_score_of_the_scales_without_band() {
            assertThatThrownBy(() -> SHANDONG.with(BoundaryPolicy.UPPER_INCLUSIVE))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("bands: bands must hold every score of the scales under upper-inclusive, in none: 1");
            assertThatThrownBy(() -> LEC.with(BoundaryPolicy.BOTH_INCLUSIVE))
                    .hasMessageContaining(
                            "bands[1].to: band high must not overlap extreme, was to 320 where extreme begins at 320")
                    .hasMessageContaining("bands[4].to: band slight must not overlap possible");
        }

        @Test
        void texts_and_parts_that_are_missing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme(" ", "1", "e", "D"))
                    .withMessage("id must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme("X", "", "e", "D"))
                    .withMessage("version must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme("X", "1", " ", "D"))
                    .withMessage("edition must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme("X", "1", "e", "\t"))
                    .withMessage("symbol must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme(List.of(), LEC.bands()))
                    .withMessage("factors must not be empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme(LEC.factors(), List.of()))
                    .withMessage("bands must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Scheme(
                            "X",
                            "m",
                            "1",
                            "e",
                            LEC.title(),
                            "D",
                            LEC.factors(),
                            null,
                            null,
                            LEC.bands(),
                            derived,
                            List.of(),
                            null))
                    .withMessage("policy");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Scheme(
                            "X",
                            "m",
                            "1",
                            "e",
                            LEC.title(),
                            "D",
                            LEC.factors(),
                            LEC.policy(),
                            null,
                            LEC.bands(),
                            null,
                            List.of(),
                            null))
                    .withMessage("provenance");
        }

        @Test
        void a_factor_twice_and_a_document_that_is_not_listed_all_at_once() {
            Factor l = LEC.factors().get(0);
            Factor small = new Factor("l", l.title(), l.values(), Provenance.found("GONE"));
            assertThatThrownBy(() -> scheme(List.of(l, small), List.of(band("b", "20", null), band("b", "0", "20"))))
                    .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.findings())
                            .extracting(f -> f.location().column() + " " + f.code())
                            .containsExactly(
                                    "bands[1].id duplicate-id",
                                    "factors[1].provenance unknown-source",
                                    "factors[1].symbol duplicate-id"));
        }

        private Scheme scheme(String id, String version, String edition, String symbol) {
            return new Scheme(
                    id,
                    "m",
                    version,
                    edition,
                    LEC.title(),
                    symbol,
                    LEC.factors(),
                    LEC.policy(),
                    null,
                    LEC.bands(),
                    derived,
                    LEC.sources(),
                    null);
        }

        private Scheme scheme(List<Factor> factors, List<Band> bands) {
            return new Scheme(
                    "X",
                    "m",
                    "1",
                    "e",
                    LEC.title(),
                    "D",
                    factors,
                    BoundaryPolicy.LOWER_INCLUSIVE,
                    null,
                    bands,
                    derived,
                    LEC.sources(),
                    null);
        }
    }

    @Test
    void findings_of_a_faulty_scheme_have_a_hint() {
        assertThatThrownBy(() -> SHANDONG.with(BoundaryPolicy.UPPER_INCLUSIVE))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> {
                    Finding finding = e.findings().get(0);
                    assertThat(finding.message().zh()).isEqualTo("在“含上限”下各等级须涵盖全部可能的分值，未涵盖：1");
                    assertThat(finding.hint().en()).isNotBlank();
                });
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        return Arbitraries.of(LEC, LEC.with(BoundaryPolicy.UPPER_INCLUSIVE), SHANDONG, FIVE);
    }

    private static Map<String, BigDecimal> ratings(Scheme scheme, List<Integer> choices) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (int i = 0; i < scheme.factors().size(); i++) {
            Factor factor = scheme.factors().get(i);
            int choice = i < choices.size() ? choices.get(i) : 0;
            ratings.put(
                    factor.name(),
                    factor.values().get(choice % factor.values().size()).value());
        }
        return ratings;
    }

    private static Band band(String id, String from, @Nullable String to) {
        return new Band(id, bd(from), to == null ? null : bd(to), LocalText.of(id), Colour.BLUE, LocalText.of("act"));
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }
}
