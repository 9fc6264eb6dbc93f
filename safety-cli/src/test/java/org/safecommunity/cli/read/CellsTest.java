package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.metrics.NumberText;

class CellsTest {
    @ParameterizedTest
    @CsvSource({"12,12", "１２,12", " 12 ,12", "1.5,1.5", ".5,0.5", "5.,5", "-3,-3", "+3,3", "1e3,1000", "－３．５,-3.5"})
    void numbers(String text, double value) {
        assertThat(Cells.number(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1,234", "1e400", "NaN", "Infinity", "0x10", "1_000", "12岁", "1 2", "--3", "1e4000"})
    void not_numbers(String text) {
        assertThat(Cells.number(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12,12", "12.0,12", "1e6,1000000", "-3,-3", "9007199254740993,9007199254740993"})
    void whole_numbers_are_exact(String text, long value) {
        assertThat(Cells.whole(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e-3", "1e30", "99999999999999999999", "x"})
    void not_whole_numbers(String text) {
        assertThat(Cells.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30,2024-06-30",
        "2024/6/3,2024-06-03",
        "2024.6.3,2024-06-03",
        "2024年6月3日,2024-06-03",
        "20240603,2024-06-03",
        "２０２４年６月３日,2024-06-03",
        "2024-02-29T08:30,2024-02-29",
        "2024-06,2024-06",
        "2024年6月,2024-06"
    })
    void dates(String text, String date) {
        assertThat(Cells.date(text)).hasValueSatisfying(d -> assertThat(d).hasToString(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2009-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00",
                "30/06/2024",
                "0024-01-01",
                "2024",
                "today",
                ""
            })
    void not_dates(String text) {
        assertThat(Cells.date(text)).isEmpty();
    }

    @Property(tries = 200)
    void a_written_number_reads_back(@ForAll @DoubleRange(min = -1e99, max = 1e99) double value) {
        assertThat(Cells.number(NumberText.shortest(value))).hasValue(value + 0d);
    }
}
