package org.safecommunity.risk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.model.source.SourceDocument;

class ClassificationTest {
    @ParameterizedTest
    @CsvSource({
        "accident-type, '', 2026-06-30, GB 6441-1986",
        "accident-type, '', 2026-07-01, GB 6441-2025",
        "hazard-factor, '', 2022-09-30, GB/T 13861-2009",
        "hazard-factor, '', 2022-10-01, GB/T 13861-2022",
        "accident-type, 1986, 2026-07-01, GB 6441-1986",
        "accident-type, gb 6441-2025, 2020-01-01, GB 6441-2025"
    })
    void the_edition_in_force_on_the_day_is_meant_unless_one_is_named(
            String subject, String edition, LocalDate day, String id) {
        assertThat(Classification.find(subject, edition, day).orElseThrow().id())
                .isEqualTo(id);
    }

    /** GB 6441-1986 has 20 categories, the edition of 2025 has 27 types. */
    @ParameterizedTest
    @CsvSource({"1986, 20, 09, 高处坠落", "2025, 27, 10, 高处坠落", "2025, 27, 11, 跌落", "1986, 20, 20, 其他伤害"})
    void accident_types_have_their_codes(String edition, int size, String code, String name) {
        Classification types = Classification.find(Classification.ACCIDENT_TYPE, edition, LocalDate.EPOCH)
                .orElseThrow();
        assertThat(types.entries()).hasSize(size);
        assertThat(types.entry(code).orElseThrow().title().zh()).isEqualTo(name);
        assertThat(types.entry(name)).contains(types.entry(code).orElseThrow());
    }

    @Test
    void names_are_found_in_both_languages_and_unknown_ones_are_not() {
        Classification types = Classification.find(Classification.ACCIDENT_TYPE, "2025", LocalDate.EPOCH)
                .orElseThrow();
        assertThat(types.entry("Drowning").orElseThrow().code()).isEqualTo("7");
        assertThat(types.entry("28")).isEmpty();
        assertThat(Classification.find(Classification.ACCIDENT_TYPE, "1999", LocalDate.EPOCH))
                .isEmpty();
    }

    @Test
    void recalled_codes_say_so() {
        Classification old = Classification.find(Classification.HAZARD_FACTOR, "2009", LocalDate.EPOCH)
                .orElseThrow();
        assertThat(old.provenanceOf(old.entry("21").orElseThrow()).isConfirmed())
                .isTrue();
        assertThat(old.provenanceOf(old.entry("2103").orElseThrow()).status()).isEqualTo(ProvenanceStatus.RECALLED);
    }

    @Nested
    class Rejects {
        private final Classification.Entry entry = new Classification.Entry("1", LocalText.of("a"), null);

        private Classification with(String validTo, List<Classification.Entry> entries, String source) {
            return new Classification(
                    "X-2000",
                    "s",
                    "1",
                    LocalText.of("X"),
                    null,
                    validTo,
                    null,
                    entries,
                    Provenance.found(source),
                    List.of(new SourceDocument("DOC", LocalText.of("d"))));
        }

        @Test
        void days_that_are_none_repeated_codes_and_unknown_sources() {
            assertThatThrownBy(() -> with("30 June", List.of(entry), "DOC"))
                    .hasMessage("validTo must be a date such as 2026-06-30, was 30 June");
            assertThatThrownBy(() -> with("2026-06-30", List.of(entry, entry), "DOC"))
                    .hasMessageContaining("code must be unique, was 1");
            assertThatThrownBy(() -> with("2026-06-30", List.of(entry), "OTHER"))
                    .hasMessageContaining("source must name a document of the file, was OTHER");
            assertThatThrownBy(() -> with("2026-06-30", List.of(), "DOC")).hasMessage("entries must not be empty");
        }
    }
}
