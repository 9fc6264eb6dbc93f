package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.rate.AgeBand;

class AgePartTest {
    private static AgePart part(String text) {
        return (AgePart) AgePart.parse(text).orElseThrow();
    }

    @Test
    void five_year_bands_end_open_at_85() {
        assertThat(part("5y").labels()).hasSize(18).startsWith("0-4", "5-9").endsWith("80-84", "85+");
    }

    @Test
    void ten_year_bands_end_open_at_80() {
        assertThat(part("10y").labels()).hasSize(9).startsWith("0-9").endsWith("70-79", "80+");
    }

    @Test
    void one_year_bands_are_single_ages() {
        assertThat(part("1y").labels()).hasSize(86).startsWith("0", "1").endsWith("84", "85+");
    }

    @Test
    void cut_points_are_the_lower_ends_of_bands() {
        assertThat(part("0/1/5/15/65").labels()).containsExactly("0", "1-4", "5-14", "15-64", "65+");
        assertThat(part("0|1|5|15|65").labels()).isEqualTo(part("0/1/5/15/65").labels());
    }

    @Test
    void ages_below_the_first_cut_point_are_a_band_of_their_own() {
        assertThat(part("18/65").labels()).containsExactly("0-17", "18-64", "65+");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0-4",
        "4, 0-4",
        "5, 5-9",
        "84, 80-84",
        "85, 85+",
        "130, 85+",
        "30.0, 30-34",
        "３０, 30-34",
        "3岁, 0-4",
        "7周岁, 5-9",
        "5月, 0-4",
        "8个月, 0-4",
        "60月, 5-9",
        "15天, 0-4",
        "20日, 0-4",
        "不满1岁, 0-4",
        "12 岁, 10-14"
    })
    void reads_ages_as_people_write_them(String cell, String label) {
        assertThat(part("5y").read(cell)).isEqualTo(Reading.of(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "131", "131岁", "2.5", "abc", "3岁5月", "0-4", "9999999", "不满2岁", "1e1"})
    void refuses_every_other_text(String cell) {
        assertThat(part("5y").read(cell)).isEqualTo(Reading.refused("not-an-age"));
    }

    @ParameterizedTest
    @CsvSource({"0-4, 0-9", "5-9, 0-9", "5–9, 0-9", "0-9, 0-9", "85+, 80+", "80+, 80+", "7, 0-9", "80-84, 80+"})
    void a_population_band_inside_a_band_belongs_to_it(String cell, String label) {
        assertThat(part("10y").label(cell)).isEqualTo(Reading.of(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-14", "75+", "0-130"})
    void a_population_band_across_bounds_is_refused(String cell) {
        assertThat(part("10y").label(cell).problem()).isEqualTo("band-across");
    }

    @Property(tries = 200)
    void every_age_is_in_the_band_that_holds_it(
            @ForAll @IntRange(max = 130) int age, @ForAll @IntRange(min = 1, max = 99) int width) {
        String label = part(width + "y").read(String.valueOf(age)).label();
        AgeBand band = AgeBand.parse(label.matches("\\d+") ? label + "-" + label : label)
                .orElseThrow();
        assertThat(age).isBetween(band.low(), band.high().orElse(Integer.MAX_VALUE));
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @ValueSource(strings = {"0y", "5", "y", "100y", "5/1", "0/5/5", "0/200", "5/", "/5", "0,5", ""})
        void texts_that_are_no_bands(String text) {
            assertThat(AgePart.parse(text)).isEmpty();
        }
    }
}
