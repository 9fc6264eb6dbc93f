package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocalTextTest {
    @Test
    void speaks_chinese_to_a_chinese_locale_and_english_to_every_other() {
        LocalText text = new LocalText("fall", "跌倒");
        assertThat(text.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("跌倒");
        assertThat(text.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("跌倒");
        assertThat(text.in(Locale.UK)).isEqualTo("fall");
        assertThat(text.in(Locale.GERMANY)).isEqualTo("fall");
        assertThat(text.in(Locale.ROOT)).isEqualTo("fall");
    }

    @Test
    void one_language_serves_for_both() {
        assertThat(LocalText.of("fall", null)).isEqualTo(new LocalText("fall", "fall"));
        assertThat(LocalText.of(null, "跌倒")).isEqualTo(new LocalText("跌倒", "跌倒"));
        assertThat(LocalText.of("x")).isEqualTo(new LocalText("x", "x"));
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void blank_and_missing_texts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LocalText(" ", "跌倒"))
                    .withMessage("en must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LocalText("fall", "\u3000"))
                    .withMessage("zh must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new LocalText(null, "跌倒"))
                    .withMessage("en");
            assertThatNullPointerException()
                    .isThrownBy(() -> new LocalText("fall", null))
                    .withMessage("zh");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LocalText.of(null, null))
                    .withMessage("text must be given in en or zh");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LocalText.of("", "跌倒"))
                    .withMessage("en must not be blank");
        }
    }
}
