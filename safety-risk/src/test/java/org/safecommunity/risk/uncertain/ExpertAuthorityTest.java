package org.safecommunity.risk.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ExpertAuthorityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "authority.reference.csv", useHeadersInDisplayName = true)
    void matches_the_reference(String section, double ca, double cs, double cr) {
        assertThat(new ExpertAuthority("a", ca, cs).coefficient()).isCloseTo(cr, within(1e-15));
    }

    @Test
    void a_panel_has_the_mean_of_its_experts_and_the_working_shows_the_numbers() {
        ExpertAuthority one = new ExpertAuthority("a", 0.9, 0.7);
        assertThat(ExpertAuthority.mean(List.of(one, new ExpertAuthority("b", 0.5, 0.7))))
                .isCloseTo(0.7, within(1e-15));
        assertThat(one.explain().get(0).numbers()).isEqualTo("(0.9 + 0.7) / 2");
    }

    @Nested
    class Rejects {
        @Test
        void coefficients_outside_0_to_1_and_an_empty_panel() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ExpertAuthority("a", 1.1, 0.7))
                    .withMessage("basis must be from 0 to 1, was 1.1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ExpertAuthority("a", 1, Double.NaN))
                    .withMessage("familiarity must be from 0 to 1, was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ExpertAuthority(" ", 1, 1))
                    .withMessage("expert must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ExpertAuthority.mean(List.of()))
                    .withMessage("panel must not be empty");
        }
    }
}
