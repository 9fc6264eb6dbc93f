package org.safecommunity.model.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;

class ProvenanceTest {
    private static final List<SourceDocument> DOCUMENTS = List.of(
            new SourceDocument("STD", new LocalText("partial repost", "部分转载")),
            new SourceDocument("GUID", new LocalText("2009 guidance", "2009 年意见")));

    @Test
    void only_a_found_fact_is_confirmed() {
        assertThat(Provenance.found("STD").isConfirmed()).isTrue();
        assertThat(recalled(Confidence.HIGH).isConfirmed()).isFalse();
        assertThat(derived().isConfirmed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvenanceStatus.class,
            names = {"RECALLED", "DERIVED"})
    void the_name_of_an_unconfirmed_status_says_so(ProvenanceStatus status) {
        assertThat(status.title().en()).contains("unconfirmed");
        assertThat(status.title().zh()).contains("未经核实");
    }

    @Test
    void describes_a_found_fact_with_the_titles_of_its_documents() {
        LocalText text = Provenance.found("STD", "GUID art. 21").describe(DOCUMENTS);
        assertThat(text.en()).isEqualTo("found: STD, partial repost; GUID art. 21, 2009 guidance");
        assertThat(text.zh()).isEqualTo("有出处：STD，部分转载；GUID art. 21，2009 年意见");
    }

    @Test
    void describes_a_recalled_fact_as_unconfirmed() {
        LocalText text = recalled(Confidence.MEDIUM).describe(DOCUMENTS);
        assertThat(text.en())
                .isEqualTo("recalled, unconfirmed (medium confidence); consistent with GUID art. 24, 2009 guidance");
        assertThat(text.zh()).isEqualTo("凭记忆，未经核实（把握中等）；与之相符：GUID art. 24，2009 年意见");
    }

    @Test
    void adds_the_note() {
        Provenance noted =
                new Provenance(ProvenanceStatus.DERIVED, null, List.of(), List.of(), new LocalText("Note.", "说明。"));
        assertThat(noted.describe(DOCUMENTS))
                .isEqualTo(new LocalText("derived by this project, unconfirmed. Note.", "本项目推导，未经核实。说明。"));
    }

    @Test
    void shows_a_key_without_document_as_it_is() {
        assertThat(Provenance.found("GONE").describe(DOCUMENTS).en()).isEqualTo("found: GONE");
    }

    @Test
    void has_a_short_text() {
        assertThat(Provenance.found("STD", "FORM")).hasToString("found: STD, FORM");
        assertThat(recalled(Confidence.HIGH)).hasToString("recalled (high), fits GUID art. 24");
        assertThat(derived()).hasToString("derived");
    }

    @Test
    void a_document_is_named_by_its_key_alone_or_with_a_locator() {
        SourceDocument guidance = DOCUMENTS.get(1);
        assertThat(guidance.isNamedBy("GUID")).isTrue();
        assertThat(guidance.isNamedBy("GUID art. 2")).isTrue();
        assertThat(guidance.isNamedBy("GUIDE")).isFalse();
        assertThat(guidance.isNamedBy("the GUID")).isFalse();
    }

    @Test
    void lists_sources_that_no_document_has() {
        Provenance provenance =
                new Provenance(ProvenanceStatus.DERIVED, null, List.of("STD", "GONE"), List.of("AWAY no. 2"), null);
        assertThat(provenance.unresolved("rows[3].provenance", DOCUMENTS))
                .extracting(Finding::toString)
                .containsExactly(
                        "rows[3].provenance: source must name a document of the file, was GONE",
                        "rows[3].provenance: source must name a document of the file, was AWAY no. 2");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void a_missing_status() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Provenance(null, null, List.of(), List.of(), null))
                    .withMessage("status");
        }

        @Test
        void a_found_fact_without_source() {
            assertThatIllegalArgumentException()
                    .isThrownBy(Provenance::found)
                    .withMessage("sources must name a document for a found fact");
        }

        @Test
        void a_recalled_fact_with_source() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Provenance(
                            ProvenanceStatus.RECALLED, Confidence.HIGH, List.of("STD", "GUID"), List.of(), null))
                    .withMessage("sources must be empty for a recalled fact, was STD, GUID");
        }

        @Test
        void a_confidence_where_nothing_was_recalled() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new Provenance(ProvenanceStatus.FOUND, Confidence.HIGH, List.of("STD"), List.of(), null))
                    .withMessage("confidence must be left out unless the fact is recalled, was high");
        }

        @Test
        void a_document_without_key_or_title() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SourceDocument(" ", LocalText.of("x")))
                    .withMessage("key must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new SourceDocument("X", null))
                    .withMessage("title");
        }
    }

    private static Provenance recalled(Confidence confidence) {
        return new Provenance(ProvenanceStatus.RECALLED, confidence, List.of(), List.of("GUID art. 24"), null);
    }

    private static Provenance derived() {
        return new Provenance(ProvenanceStatus.DERIVED, null, List.of(), List.of(), null);
    }
}
