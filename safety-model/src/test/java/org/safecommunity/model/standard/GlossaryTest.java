package org.safecommunity.model.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.InvalidDataException;

class GlossaryTest {
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final SourceDocument DOC = new SourceDocument("DOC", TEXT);
    private static final Provenance FOUND = Provenance.found("DOC");
    private static final Glossary.Term TERM = new Glossary.Term("T.a", TEXT, List.of(), TEXT, null, FOUND);

    @Test
    void has_the_terms_of_section_3_and_marks_what_was_recalled() {
        Glossary glossary = Glossary.bundled();
        assertThat(glossary.terms()).hasSize(16);
        assertThat(glossary.terms().stream()
                        .filter(term -> term.provenance().isConfirmed())
                        .map(Glossary.Term::id))
                .containsExactly(
                        "T.safety",
                        "T.community",
                        "T.safe-community",
                        "T.hazard",
                        "T.risk",
                        "T.risk-eval",
                        "T.key-needs",
                        "T.high-risk-vulnerable");
        assertThat(glossary.terms()).allSatisfy(term -> {
            assertThat(term.title().zh()).matches("(?s).*\\p{IsHan}.*");
            assertThat(term.meaning().zh()).matches("(?s).*\\p{IsHan}.*");
            assertThat(term.meaning().en()).doesNotMatch("(?s).*\\p{IsHan}.*");
        });
    }

    @Test
    void is_read_back_as_written() throws Exception {
        byte[] json = new ObjectMapper().writeValueAsBytes(Glossary.bundled());
        assertThat(Glossary.read(new ByteArrayInputStream(json), "terms.json")).isEqualTo(Glossary.bundled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T.risk-eval", "risk-eval", "RISK EVALUATION", "风险评价", "风险评估", "risk assessment"})
    void a_term_is_found_by_any_of_its_names(String word) {
        assertThat(Glossary.bundled().term(word)).map(Glossary.Term::id).contains("T.risk-eval");
    }

    @Test
    void a_word_that_is_no_term_is_not_found() {
        assertThat(Glossary.bundled().term("risk-evaluator")).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void an_id_used_twice_and_a_source_that_is_not_listed_together() {
            Glossary.Term other = new Glossary.Term("T.a", TEXT, List.of(), TEXT, null, Provenance.found("NONE"));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> new Glossary("G", "1", TEXT, List.of(DOC), List.of(TERM, other)))
                    .withMessageContaining("terms[1].id: id must be unique")
                    .withMessageContaining("NONE");
        }

        @Test
        void no_terms_or_blank_texts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Glossary("G", "1", TEXT, List.of(DOC), List.of()))
                    .withMessage("terms must not be empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Glossary(" ", "1", TEXT, List.of(DOC), List.of(TERM)))
                    .withMessage("id must not be blank");
        }

        @Test
        void missing_components_of_a_term() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Glossary.Term("T.a", null, List.of(), TEXT, null, FOUND))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Glossary.Term("T.a", TEXT, List.of(), null, null, FOUND))
                    .withMessage("meaning");
        }

        @Test
        void a_file_with_every_fault_listed() {
            String json = "{\"id\":\"G\",\"version\":\"1\",\"note\":\"n\",\"terms\":[{\"id\":\"T.a\"},"
                    + "{\"id\":\"T.a\",\"title\":\"a\",\"meaning\":\"b\",\"provenance\":{\"status\":\"fund\"}}]}";
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() ->
                            Glossary.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "my.json"))
                    .withMessageContaining("my.json:terms[0]: title must be given")
                    .withMessageContaining("terms[1].id: id must be unique")
                    .withMessageContaining("must be one of found, recalled, derived");
        }
    }
}
