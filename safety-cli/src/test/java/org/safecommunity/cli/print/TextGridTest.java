package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextGridTest {
    private static final String LETTERS = "ab c，跌 倒。é";

    @ParameterizedTest
    @CsvSource({"abc,3", "粗率,4", "（甲）,6", "é,1", "e\u0301,1", "95 %,4", "每 100000 人年,14", "ｱ,1", "Ａ,2", "🏥,2"})
    void a_chinese_character_takes_two_places(String text, int width) {
        assertThat(TextGrid.width(text)).isEqualTo(width);
    }

    @Test
    void columns_are_aligned_whatever_the_script() {
        String text = new TextGrid()
                .column("街道", false)
                .column("值", true)
                .column("empty", false)
                .row(List.of("城东街道", "1.5", ""))
                .row(List.of("East", "1000", ""))
                .text();
        assertThat(text).isEqualTo("""
                        街道        值
                        ──────────────
                        城东街道   1.5
                        East      1000
                        """);
    }

    @Test
    void markdown_escapes_the_bar_and_aligns_numbers() {
        String text = new TextGrid()
                .column("a|b", false)
                .column("n", true)
                .row(List.of("x\ny", "1"))
                .markdown();
        assertThat(text).isEqualTo("| a\\|b | n |\n|---|---:|\n| x y | 1 |\n");
    }

    @Test
    void extra_columns_give_way_from_the_right_and_are_named() {
        String wide = "w".repeat(40);
        TextGrid grid = new TextGrid()
                .column("value", true)
                .extraColumn("first", true)
                .extraColumn("second", true)
                .extraColumn("third", true)
                .row(List.of("1", wide, wide, wide));
        assertThat(grid.text()).contains("first", "second").doesNotContain("third");
        assertThat(grid.dropped()).containsExactly("third");
        assertThat(grid.markdown()).contains("third");
    }

    @Test
    void long_texts_are_folded_at_spaces_and_between_chinese_characters() {
        assertThat(TextFolding.lines("the hazards are identified", 12))
                .containsExactly("the hazards", "are", "identified");
        assertThat(TextFolding.lines("开展隐患排查，并整改。", 12)).containsExactly("开展隐患排", "查，并整改。");
        assertThat(TextFolding.lines("supercalifragilistic", 8)).containsExactly("supercal", "ifragili", "stic");
        assertThat(TextFolding.lines("", 8)).containsExactly("");
        assertThat(TextFolding.lines("a\nb", 8)).containsExactly("a", "b");
    }

    @Property(tries = 200)
    void folding_keeps_every_character_but_spaces_within_the_limit(
            @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> letters,
            @ForAll @IntRange(min = 4, max = 20) int limit) {
        String text = letters.stream().map(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
        List<String> lines = TextFolding.lines(text, limit);
        assertThat(lines).allMatch(line -> TextGrid.width(line) <= limit);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
