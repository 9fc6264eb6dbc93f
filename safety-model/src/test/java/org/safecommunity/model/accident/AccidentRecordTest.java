package org.safecommunity.model.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.EventDate;

class AccidentRecordTest {
    private static final EventDate DAY = new EventDate(2024, 6, 30);

    @ParameterizedTest
    @CsvSource({"production, 生产", "traffic, 交通", "fire, 消防", "public-security, 社会治安"})
    void reads_a_domain_by_label_or_chinese_name(String label, String zh) {
        AccidentDomain domain = AccidentDomain.parse(label).orElseThrow();
        assertThat(domain.label()).isEqualTo(label);
        assertThat(domain.title().zh()).isEqualTo(zh);
        assertThat(AccidentDomain.parse(" " + zh + "\u3000")).contains(domain);
        assertThat(AccidentDomain.parse(label + "s")).isEmpty();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void a_blank_or_missing_id() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentRecord("\u3000", AccidentDomain.FIRE, DAY, 0, 0, 0, BigDecimal.ZERO))
                    .withMessage("recordId must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new AccidentRecord(null, AccidentDomain.FIRE, DAY, 0, 0, 0, BigDecimal.ZERO))
                    .withMessage("recordId");
        }

        @Test
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new AccidentRecord("1", null, DAY, 0, 0, 0, BigDecimal.ZERO))
                    .withMessage("domain");
            assertThatNullPointerException()
                    .isThrownBy(() -> new AccidentRecord("1", AccidentDomain.FIRE, null, 0, 0, 0, BigDecimal.ZERO))
                    .withMessage("date");
            assertThatNullPointerException()
                    .isThrownBy(() -> new AccidentRecord("1", AccidentDomain.FIRE, DAY, 0, 0, 0, null))
                    .withMessage("directLoss10kYuan");
        }

        @Test
        void negative_numbers() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentRecord("1", AccidentDomain.FIRE, DAY, -1, 0, 0, BigDecimal.ZERO))
                    .withMessage("deaths must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentRecord("1", AccidentDomain.FIRE, DAY, 0, -1, 0, BigDecimal.ZERO))
                    .withMessage("seriousInjuries must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentRecord("1", AccidentDomain.FIRE, DAY, 0, 0, -1, BigDecimal.ZERO))
                    .withMessage("minorInjuries must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new AccidentRecord("1", AccidentDomain.FIRE, DAY, 0, 0, 0, new BigDecimal("-1E-2")))
                    .withMessage("directLoss10kYuan must be 0 or more, was -0.01");
        }
    }
}
