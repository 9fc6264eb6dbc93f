package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "52720, 52720",
        "1.2e-7, 1.2E-7",
        "0.00001, 0.00001",
        "2e23, 2E+23",
        "1e16, 10000000000000000",
        "123456789012345680, 1.2345678901234568E+17",
        "-0.0, 0",
        "-2.5, -2.5",
        "4.9E-324, 5E-324",
        "1.7976931348623157E308, 1.7976931348623157E+308",
        "5.684341886080802E-14, 5.684341886080802E-14",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void is_short_and_plain(double value, String text) {
        assertThat(NumberText.shortest(value)).isEqualTo(text);
    }

    /** Any bit pattern, so that all sizes occur. */
    @Property(tries = 200)
    void reads_back_to_the_same_number(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        // as objects, so that NaN equals NaN
        assertThat(Double.valueOf(NumberText.shortest(value))).isEqualTo(Double.valueOf(value == 0 ? 0d : value));
    }

    @Property(tries = 200)
    void is_never_longer_than_the_text_of_the_platform(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(digits(NumberText.shortest(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
        }
    }

    @Property(tries = 200)
    void powers_of_two_read_back(@ForAll @LongRange(min = -1074, max = 1023) long exponent) {
        double value = Math.scalb(1d, (int) exponent);
        assertThat(Double.parseDouble(NumberText.shortest(value))).isEqualTo(value);
        assertThat(digits(NumberText.shortest(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
    }

    @Property(tries = 200)
    void decimals_come_out_as_they_went_in(@ForAll @DoubleRange(min = 0, max = 1e6) @Scale(6) double value) {
        BigDecimal decimal = new BigDecimal(NumberText.shortest(value));
        assertThat(decimal.stripTrailingZeros().scale()).isLessThanOrEqualTo(6);
    }

    @Test
    void does_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.shortest(1234.5)).isEqualTo("1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
