package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.InvalidDataException;

class FactorTest {
    private static final LocalText TEXT = new LocalText("text", "文字");

    @Test
    void a_scale_may_rise_or_fall() {
        assertThat(factor("1", "2", "3").scaleText()).isEqualTo("1, 2, 3");
        assertThat(factor("100", "40.0", "0.50").scaleText()).isEqualTo("100, 40, 0.5");
        assertThat(factor("7").scaleText()).isEqualTo("7");
    }

    @Test
    void finds_a_value_however_it_is_written() {
        Factor factor = factor("10", "0.5");
        assertThat(factor.value(new BigDecimal("0.50"))).map(ScaleValue::value).contains(new BigDecimal("0.5"));
        assertThat(factor.value(new BigDecimal("1E+1"))).map(ScaleValue::value).contains(new BigDecimal("10"));
        assertThat(factor.value(BigDecimal.ONE)).isEmpty();
        assertThat(factor.name()).isEqualTo("l");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void values_out_of_order_or_twice_all_at_once() {
            assertThatThrownBy(() -> factor("1", "3", "2", "2.0"))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("values[2].value: value must continue the order of the scale, was 2 after 3; "
                            + "values[3].value: value must continue the order of the scale, was 2 after 2");
            assertThatThrownBy(() -> factor("5", "5"))
                    .hasMessage("values[1].value: value must continue the order of the scale, was 5 after 5");
            assertThatThrownBy(() -> factor("5", "3", "4"))
                    .hasMessage("values[2].value: value must continue the order of the scale, was 4 after 3");
        }

        @Test
        void bad_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Factor(" ", TEXT, List.of(value("1")), null))
                    .withMessage("symbol must not be blank");
            assertThatIllegalArgumentException().isThrownBy(FactorTest::factor).withMessage("values must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Factor("L", null, List.of(value("1")), null))
                    .withMessage("title");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> value("0.0"))
                    .withMessage("value must be greater than 0, was 0.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> value("-1"))
                    .withMessage("value must be greater than 0, was -1");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ScaleValue(null, TEXT))
                    .withMessage("value");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ScaleValue(BigDecimal.ONE, null))
                    .withMessage("label");
        }
    }

    private static Factor factor(String... values) {
        return new Factor("L", TEXT, Stream.of(values).map(FactorTest::value).toList(), null);
    }

    private static ScaleValue value(String text) {
        return new ScaleValue(new BigDecimal(text), TEXT);
    }
}
