package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.shell.UserError;

class StrataOverlapTest {
    private static Optional<StrataOverlap.Pair> find(String strata) {
        return StrataOverlap.find(List.of(strata.split(";")));
    }

    @ParameterizedTest
    @CsvSource({
        "0-17;0-4;5-14, 0-4, 0-17", "0-4;5-14;0-17, 0-4, 0-17", "0-4;4-9, 0-4, 4-9", "75+;65-74;70+, 65-74, 70+",
        "0-4;0, 0, 0-4", "0-9;5, 0-9, 5", "75+;80+, 75+, 80+", "0–4;0-17, 0–4, 0-17"
    })
    void age_bands_that_share_ages(String strata, String first, String second) {
        assertThat(find(strata)).contains(new StrataOverlap.Pair(first, second));
    }

    @ParameterizedTest
    @CsvSource({"0-4;Total, 0-4, Total", "合计;男;女, 男, 合计", "all ages;0-4, 0-4, all ages"})
    void a_total_beside_its_parts(String strata, String first, String second) {
        assertThat(find(strata)).contains(new StrataOverlap.Pair(first, second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-4;5-9;85+",
                "0;1-4;5-14;15+",
                "0;5;10;85",
                "0;5;85+",
                "north;south",
                "Total",
                "0-4",
                "0-4;north"
            })
    void strata_that_share_nobody(String strata) {
        assertThat(find(strata)).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void overlapping_strata_naming_both() {
            assertThatThrownBy(() -> StrataOverlap.refuse(List.of("0-4", "0-17"), "tbi.csv", "age_group"))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "tbi.csv: the strata 0-4 and 0-17 of age_group overlap; the same people would count twice")
                    .satisfies(e -> {
                        UserError error = (UserError) e;
                        assertThat(error.exitCode()).isEqualTo(3);
                        assertThat(error.hint().en()).contains("--where 'age_group != \"0-17\"'");
                        assertThat(error.text().zh()).contains("重叠");
                    });
        }
    }
}
