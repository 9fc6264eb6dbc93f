package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDecimalTest {
    @Property(tries = 200)
    void digits_with_a_point_are_what_the_language_reads(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 15) int decimals,
            @ForAll boolean negative) {
        String text = "%016d".formatted(digits).substring(1);
        int place = text.length() - decimals;
        String number = (negative ? "-" : "") + text.substring(0, place) + "." + text.substring(place);

        assertThat(Double.doubleToRawLongBits(ShortDecimal.of(number)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+7", "12", "12.", ".5", "0.1", "999999999999999"})
    void short_forms_are_read(String text) {
        assertThat(Double.doubleToRawLongBits(ShortDecimal.of(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "+.", "1.2.3", "1e3", "1,5", " 1", "1 ", "--1", "１", "9999999999999999", "NaN"})
    void every_other_form_is_left_to_the_slow_way(String text) {
        assertThat(ShortDecimal.of(text)).isNaN();
    }
}
