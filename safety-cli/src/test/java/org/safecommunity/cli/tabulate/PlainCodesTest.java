package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainCodesTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "3.0, 3",
        "03, 3",
        "0, 0",
        "00, 0",
        "0.0, 0",
        "10, 10",
        "010.00, 10",
        "１４, 14",
        "a1, A1",
        "3.5, 3.5",
        "1.10, 1.10"
    })
    void codes_lose_what_spreadsheets_add(String code, String plain) {
        assertThat(PlainCodes.plain(code)).isEqualTo(plain);
    }
}
