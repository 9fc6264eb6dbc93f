package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({
        "22.761760242792107,22.762",
        "0.5,0.5000",
        "3500.0000000000005,3500.0",
        "3000,3000",
        "-0.0,0",
        "123456.789,123457",
        "0.00001,1.000e-05",
        "1e15,1.000e+15",
        "1e300,1.000e+300",
        "Infinity,∞",
        "-Infinity,−∞"
    })
    void numbers_have_about_five_digits(double value, String text) {
        assertThat(Display.number(value)).isEqualTo(text);
    }

    @Test
    void numbers_are_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Display.number(1.5)).isEqualTo("1.500");
            assertThat(Display.percent(0.463)).isEqualTo("46.3 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void both_ends_of_an_interval_are_written_alike() {
        assertThat(Display.interval(new Interval("t", 0.95, 57.5, 65))).isEqualTo("57.500 – 65.000");
        assertThat(Display.interval(new Interval("t", 0.95, 0, 65.5))).isEqualTo("0 – 65.500");
        assertThat(Display.interval(new Interval("t", 0.95, 57, 65))).isEqualTo("57 – 65");
        assertThat(Display.interval(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.95,95", "0.9999,99.99", "0.5,50", "0.975,97.5"})
    void a_level_is_not_rounded(double level, String percent) {
        assertThat(Display.percentNumber(level)).isEqualTo(percent);
    }

    @Test
    void small_probabilities_are_below_a_bound() {
        assertThat(Display.pValue(0.0251)).isEqualTo("0.0251");
        assertThat(Display.pValue(1e-12)).isEqualTo("< 0.0001");
        assertThat(Display.pValue(0)).isEqualTo("< 0.0001");
        assertThat(Display.pValue(1)).isEqualTo("1.0000");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void every_status_has_a_short_text_in_both_languages(Status status) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(Texts.getOr(locale, "status." + status.label(), "")).isNotEmpty();
        }
    }

    @Test
    void units_are_translated_where_they_are_known() {
        assertThat(Display.unit("per 100000 person-years", Locale.CHINESE)).isEqualTo("每 100000 人年");
        assertThat(Display.unit("per 100000 person-years", Locale.ENGLISH)).isEqualTo("per 100000 person-years");
        assertThat(Display.unit("per 1000 hours worked", Locale.CHINESE)).isEqualTo("每 1000 hours worked");
        assertThat(Display.unit("furlongs", Locale.CHINESE)).isEqualTo("furlongs");
        assertThat(Display.unit("", Locale.CHINESE)).isEmpty();
    }
}
