package org.safecommunity.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void arguments_are_put_in_once_whatever_they_hold() {
        assertThat(Texts.get(Locale.ENGLISH, "error.no-column-near", "a{1}b", "{0}{2}", "x"))
                .isEqualTo("a{1}b has no column {0}{2}");
        assertThat(Texts.get(Locale.ENGLISH, "error.no-file", "$0 \\1 {")).isEqualTo("$0 \\1 { does not exist");
    }

    @Test
    void a_language_that_is_not_served_reads_english() {
        assertThat(Texts.get(Locale.FRENCH, "table.value")).isEqualTo("Value");
        assertThat(Texts.get(Locale.TRADITIONAL_CHINESE, "table.value")).isEqualTo("值");
    }

    @Test
    void a_message_and_its_hint_are_two_sentences() {
        assertThat(Texts.sentences(Locale.ENGLISH, "was \"3\"", "Write 4.")).isEqualTo("was \"3\". Write 4.");
        assertThat(Texts.sentences(Locale.ENGLISH, "It is.", "Write 4.")).isEqualTo("It is. Write 4.");
        assertThat(Texts.sentences(Locale.CHINESE, "实为 3", "请写 4。")).isEqualTo("实为 3。请写 4。");
        assertThat(Texts.sentences(Locale.ENGLISH, "It is", "")).isEqualTo("It is");
    }

    @Test
    void a_missing_key_has_a_fallback() {
        assertThat(Texts.getOr(Locale.ENGLISH, "column.of-nobody", "of-nobody")).isEqualTo("of-nobody");
    }
}
