package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.cli.TextFile;

/** What the formats make of awkward results, compared with texts that were read and approved. */
class SampleRowsTest {
    @ParameterizedTest
    @EnumSource
    void table_in_english(SampleRows sample) {
        approve(sample, "en.txt", TableText.of(sample.rows(Locale.ENGLISH), Locale.ENGLISH, false));
    }

    @ParameterizedTest
    @EnumSource
    void table_in_chinese(SampleRows sample) {
        String text = TableText.of(sample.rows(Locale.CHINESE), Locale.CHINESE, false);
        assertThat(text.lines().map(TextGrid::width).filter(width -> width > TextGrid.LIMIT))
                .isEmpty();
        approve(sample, "zh.txt", text);
    }

    @ParameterizedTest
    @EnumSource
    void markdown(SampleRows sample) {
        approve(sample, "md", TableText.of(sample.rows(Locale.ENGLISH), Locale.ENGLISH, true));
    }

    @ParameterizedTest
    @EnumSource
    void csv(SampleRows sample) {
        approve(sample, "csv", CsvText.of(sample.rows(Locale.ENGLISH), false));
    }

    @ParameterizedTest
    @EnumSource
    void json(SampleRows sample) {
        Envelope envelope = new Envelope("sample", sample.rows(Locale.ENGLISH), List.of(), List.of(), Map.of());
        String text = JsonText.of(envelope);
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
        approve(sample, "json", text);
    }

    private static void approve(SampleRows sample, String ending, String text) {
        String name = sample.name().toLowerCase(Locale.ROOT).replace('_', '-');
        TextFile.assertApproved(SampleRowsTest.class, name + ".approved." + ending, text);
    }
}
