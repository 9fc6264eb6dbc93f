package org.safecommunity.model.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class GuidanceTest {
    @Test
    void has_the_articles_in_order() {
        Guidance guidance = Guidance.bundled();

        assertThat(guidance.articles()).hasSize(25);
        for (int i = 0; i < 25; i++) {
            assertThat(guidance.articles().get(i).number()).isEqualTo(i + 1);
        }
        assertThat(guidance.article(26)).isEmpty();
    }

    @Test
    void the_crosswalk_covers_every_element() {
        assertThat(Crosswalk.iso45001().rows())
                .extracting(Crosswalk.Row::element)
                .containsExactlyElementsOf(
                        Standard.aqt9001().elements().stream().map(Element::id).toList());
    }

    @Nested
    class Rejects {
        @Test
        void every_fault_between_articles() {
            String article = """
                    {"number": 1, "demand": "d", "requirements": ["%s"], "documents": ["x"], "checks": ["c"],
                     "commands": ["check"], "provenance": {"status": "found", "sources": ["%s"]}}""";
            String json = """
                    {"id": "X", "version": "1", "number": "1", "title": "t", "note": "n",
                     "sources": [{"key": "GUID", "title": "g"}], "articles": [%s, %s]}""".formatted(article.formatted("4.99", "GUID"), article.formatted("4.1.0", "NO"));

            InvalidDataException refused = Objects.requireNonNull(catchThrowableOfType(
                    InvalidDataException.class,
                    () -> Guidance.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json")));

            assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactlyInAnyOrder("unknown-requirement", "unknown-source", "duplicate-id");
        }
    }
}
