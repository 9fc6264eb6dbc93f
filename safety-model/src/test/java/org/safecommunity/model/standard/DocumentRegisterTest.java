package org.safecommunity.model.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.standard.DocumentRegister.OfficialDocument;
import org.safecommunity.model.validation.InvalidDataException;

class DocumentRegisterTest {
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final SourceDocument DOC = new SourceDocument("DOC", TEXT);

    private static OfficialDocument document(String id, String number, @Nullable String replacedBy) {
        return new OfficialDocument(id, number, TEXT, null, replacedBy, null, Provenance.found("DOC"));
    }

    private static DocumentRegister register(OfficialDocument... documents) {
        return new DocumentRegister("D", "1", TEXT, List.of(DOC), List.of(documents));
    }

    @Test
    void the_standard_and_the_guidance_resolve_to_registered_documents() {
        DocumentRegister register = DocumentRegister.bundled();
        assertThat(register.document(Standard.aqt9001().number()))
                .map(OfficialDocument::id)
                .contains("DOC-STD");
        assertThat(register.document(Guidance.bundled().number())).get().satisfies(guidance -> {
            assertThat(guidance.id()).isEqualTo("DOC-GUID");
            assertThat(guidance.issued()).isEqualTo("2009-01-14");
        });
    }

    @Test
    void is_read_back_as_written() throws Exception {
        byte[] json = new ObjectMapper().writeValueAsBytes(DocumentRegister.bundled());
        assertThat(DocumentRegister.read(new ByteArrayInputStream(json), "documents.json"))
                .isEqualTo(DocumentRegister.bundled());
    }

    @Test
    void a_document_is_found_by_id_short_id_or_number() {
        DocumentRegister register = DocumentRegister.bundled();
        assertThat(register.document("o493")).map(OfficialDocument::id).contains("DOC-O493");
        assertThat(register.document("DOC-O493")).isPresent();
        assertThat(register.document("国务院令第493号")).isPresent();
        assertThat(register.document("AQ/T 9002")).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void repeated_ids_and_numbers_and_an_unknown_successor_all_together() {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> register(document("A", "1", "C"), document("A", "1", null)))
                    .withMessageContaining("documents[0].replacedBy: must name a document of the list, was C")
                    .withMessageContaining("documents[1].id: id must be unique")
                    .withMessageContaining("documents[1].number: number must be unique");
        }

        @Test
        void a_date_of_another_form() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new OfficialDocument("A", null, TEXT, "14.1.2009", null, null, Provenance.found("DOC")))
                    .withMessageContaining("2024-06-30");
        }

        @Test
        void no_documents() {
            assertThatIllegalArgumentException()
                    .isThrownBy(DocumentRegisterTest::register)
                    .withMessage("documents must not be empty");
        }
    }
}
