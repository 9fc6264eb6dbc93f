package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeEchoTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"-2", "1,234", "1e400", "三十", "30岁", "2009-02-30", "2024年6月31日", "12:30", "１２", "#DIV/0!", "#N/A"
            })
    void numbers_dates_and_errors_of_spreadsheets_are_repeated(String value) {
        assertThat(SafeEcho.of(value).en()).isEqualTo("\"" + value + "\"");
        assertThat(SafeEcho.of(value).zh()).isEqualTo("\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "张三,2",
        "Anna Smith,10",
        "110101199003078515,18",
        "11010119900307851X,18",
        "13800138000,11",
        "138 0013 8000,13",
        "138-0013-8000,13",
        "010-62551234,12",
        "城东街道 12 号,9",
        "𠮷野,2"
    })
    void whatever_may_be_personal_is_described(String value, int length) {
        assertThat(SafeEcho.of(value).en())
                .isEqualTo("a text of " + length + " characters")
                .doesNotContain(value);
        assertThat(SafeEcho.of(value).zh()).isEqualTo(length + " 个字符的文本");
    }

    @ParameterizedTest
    @ValueSource(strings = "")
    void nothing_is_said_to_be_empty(String value) {
        assertThat(SafeEcho.of(value).en()).isEqualTo("empty");
        assertThat(SafeEcho.of(value).zh()).isEqualTo("空");
    }
}
