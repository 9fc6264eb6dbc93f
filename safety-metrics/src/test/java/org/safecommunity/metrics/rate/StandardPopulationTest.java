package org.safecommunity.metrics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardPopulationTest {
    /** Totals and numbers of groups as published; the percent table of WHO adds up to 100.035. */
    @ParameterizedTest
    @CsvSource({
        "WHO_2000_2025, 18, 1000000",
        "WHO_2000_2025_19, 19, 1000000",
        "WHO_2000_2025_PCT21, 21, 100.035",
        "SEGI_1960, 18, 100000",
        "SEGI_1960_19, 19, 100000",
        "ESP_1976, 18, 100000",
        "ESP_1976_19, 19, 100000",
        "ESP_2013, 19, 100000",
        "ESP_2013_21, 21, 100000",
        "CHINA_2000, 18, 1242612226",
        "CHINA_2000_22, 22, 1242612226",
        "CHINA_2010, 18, 1332810869",
        "CHINA_2010_22, 22, 1332810869",
        "CHINA_2020, 18, 1409778724",
        "CHINA_2020_22, 22, 1409778724",
        "CHINA_1964, 19, 100",
        "CHINA_1982, 19, 100",
        "US_2000, 18, 1000000"
    })
    void has_the_published_groups_and_total(String id, int groups, double total) {
        StandardPopulation population = find(id);
        assertThat(population.weights()).hasSize(groups);
        assertThat(population.total()).isCloseTo(total, within(1e-9));
        assertThat(population.id()).isEqualTo(id);
    }

    @Test
    void there_are_eighteen() {
        assertThat(StandardPopulation.ids()).hasSize(18).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("org.safecommunity.metrics.rate.StandardPopulation#ids")
    void bands_follow_one_another_from_birth_to_an_open_end(String id) {
        int next = 0;
        boolean open = false;
        for (AgeBand band : bands(find(id))) {
            assertThat(open).isFalse();
            assertThat(band.low()).isEqualTo(next);
            next = band.high().orElse(-2) + 1;
            open = band.high().isEmpty();
        }
        assertThat(open).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.safecommunity.metrics.rate.StandardPopulation#ids")
    void is_named_in_both_languages_and_sourced(String id) {
        StandardPopulation population = find(id);
        assertThat(population.label(Locale.ENGLISH)).isNotBlank();
        assertThat(population.label(Locale.CHINA)).matches(text -> text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertThat(population.reference()).isNotBlank();
        assertThat(population.status()).startsWith("found");
    }

    /** Two tables of one census or standard agree where their bands can be added up. */
    @ParameterizedTest
    @CsvSource({
        "CHINA_2000_22, CHINA_2000",
        "CHINA_2010_22, CHINA_2010",
        "CHINA_2020_22, CHINA_2020",
        "WHO_2000_2025_19, WHO_2000_2025",
        "SEGI_1960_19, SEGI_1960",
        "ESP_1976_19, ESP_1976",
        "ESP_2013_21, ESP_2013"
    })
    void finer_table_adds_up_to_the_coarser(String finer, String coarser) {
        Map<Integer, Double> sums = new LinkedHashMap<>();
        List<AgeBand> bands = bands(find(coarser));
        find(finer).weights().forEach((label, weight) -> {
            int low = low(label);
            int start = bands.stream()
                    .mapToInt(AgeBand::low)
                    .filter(l -> l <= low)
                    .max()
                    .orElseThrow();
            sums.merge(start, weight, Double::sum);
        });
        Map<Integer, Double> expected = new LinkedHashMap<>();
        find(coarser).weights().forEach((label, weight) -> expected.put(low(label), weight));
        assertThat(sums).isEqualTo(expected);
    }

    /** Communique no. 5 of the seventh census: 253,383,938 people of 0 to 14 years. */
    @Test
    void census_of_2020_agrees_with_the_communique() {
        double children = find("CHINA_2020").weights().entrySet().stream()
                .filter(entry -> low(entry.getKey()) < 15)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(children).isEqualTo(253_383_938);
    }

    @Test
    void unknown_identifier_has_no_population() {
        assertThat(StandardPopulation.find("MARS_2050")).isEmpty();
        assertThat(StandardPopulation.find("who_2000_2025")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0-4, 0-4",
        "0–4, 0-4",
        "' 0 ~ 4 ', 0-4",
        "0, 0-4",
        "5, 5-9",
        "05, 5-9",
        "85+, 85+",
        "85＋, 85+",
        "85, 85+"
    })
    void finds_the_stratum_that_a_label_means(String label, String stratum) {
        assertThat(find("WHO_2000_2025").stratumOf(label)).contains(stratum);
    }

    @ParameterizedTest
    @CsvSource({"1-4", "4", "90+", "''", "unknown", "0-14"})
    void other_labels_mean_no_stratum(String label) {
        assertThat(find("WHO_2000_2025").stratumOf(label)).isEmpty();
    }

    @Test
    void same_label_wins_over_the_same_band() {
        StandardPopulation given = StandardPopulation.given("mine", Map.of("0", 1d, "male", 2d));
        assertThat(given.stratumOf("0")).contains("0");
        assertThat(given.stratumOf(" male ")).contains("male");
        assertThat(given.status()).isEqualTo("given");
        assertThat(given.total()).isEqualTo(3);
    }

    @Test
    void keeps_its_order_and_cannot_be_changed() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("b", 1d);
        weights.put("a", 2d);
        StandardPopulation given = StandardPopulation.given("mine", weights);
        weights.put("c", 3d);
        assertThat(given.weights().keySet()).containsExactly("b", "a");
        assertThatThrownBy(() -> given.weights().put("d", 1d)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Nested
    class Rejects {
        @Test
        void a_negative_weight() {
            assertRejected(Map.of("0-4", -1d), "weight of stratum 0-4 must be finite and 0 or more, was -1");
        }

        @Test
        void a_weight_that_is_no_number() {
            assertRejected(Map.of("0-4", Double.NaN), "weight of stratum 0-4 must be finite and 0 or more, was NaN");
        }

        @Test
        void weights_that_are_all_zero_or_absent() {
            assertRejected(Map.of("0-4", 0d), "sum of the standard weights must be finite and greater than 0, was 0");
            assertRejected(Map.of(), "sum of the standard weights must be finite and greater than 0, was 0");
        }

        @Test
        void weights_whose_sum_overflows() {
            assertRejected(
                    Map.of("a", 1.7e308, "b", 1.7e308),
                    "sum of the standard weights must be finite and greater than 0, was Infinity");
        }

        @Test
        void a_blank_stratum() {
            assertRejected(Map.of(" ", 1d), "stratum of the standard must not be blank");
        }

        @Test
        void a_blank_identifier() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardPopulation.given("", Map.of("a", 1d)))
                    .withMessage("id must not be blank");
        }

        private void assertRejected(Map<String, Double> weights, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StandardPopulation.given("mine", weights))
                    .withMessage(message);
        }
    }

    @Test
    void wider_bands_of_the_data_get_the_sum_of_the_bands_inside() {
        StandardPopulation collapsed = find("WHO_2000_2025").collapsedTo(List.of("0-14", "15-64", "65+"));
        assertThat(collapsed.weights())
                .containsExactly(Map.entry("0-14", 261409d), Map.entry("15-64", 656269d), Map.entry("65+", 82322d));
        assertThat(collapsed.total()).isEqualTo(1_000_000);
        assertThat(collapsed.id()).isEqualTo("WHO_2000_2025");
    }

    @Test
    void bands_that_no_wider_one_holds_stay_and_a_split_first_year_is_one_band() {
        StandardPopulation collapsed = find("WHO_2000_2025_19").collapsedTo(List.of("0-9", "10-14"));
        assertThat(collapsed.weights())
                .hasSize(17)
                .containsEntry("0-9", 88569d + 86870d)
                .containsEntry("10-14", 85970d);
    }

    @ParameterizedTest
    @CsvSource({
        "0-12, stratum 0-12 must not cut through the age bands of the standard WHO_2000_2025",
        "3-9, stratum 3-9 must not cut through the age bands of the standard WHO_2000_2025",
        "80-99, stratum 80-99 must not cut through the age bands of the standard WHO_2000_2025",
        "adult, stratum adult must be an age band such as 0-14 or 65+ to collapse the standard WHO_2000_2025"
    })
    void a_band_that_cannot_be_made_of_the_standard_is_refused(String label, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find("WHO_2000_2025").collapsedTo(List.of(label)))
                .withMessageStartingWith(message);
    }

    private static StandardPopulation find(String id) {
        return StandardPopulation.find(id).orElseThrow();
    }

    private static List<AgeBand> bands(StandardPopulation population) {
        List<AgeBand> bands = new ArrayList<>();
        population.weights().keySet().forEach(label -> bands.add(band(label)));
        return bands;
    }

    private static AgeBand band(String label) {
        return AgeBand.parse(label)
                .orElseGet(() -> AgeBand.parse(label + "-" + label).orElseThrow());
    }

    private static int low(String label) {
        return band(label).low();
    }
}
