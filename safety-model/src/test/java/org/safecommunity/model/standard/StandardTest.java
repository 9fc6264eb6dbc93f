package org.safecommunity.model.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class StandardTest {
    private static final Standard STANDARD = Standard.aqt9001();
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final SourceDocument DOC = new SourceDocument("DOC", TEXT);
    private static final Provenance FOUND = Provenance.found("DOC");

    @ParameterizedTest
    @CsvFileSource(resources = "aqt-9001-2006.reference.csv", useHeadersInDisplayName = true)
    void has_each_row_of_the_sheet_with_its_provenance(
            String id,
            String kind,
            String status,
            String confidence,
            String sources,
            String consistentWith,
            String phase,
            String zh) {
        boolean isElement = kind.equals("element");
        Provenance provenance =
                isElement ? element(id).provenance() : requirement(id).provenance();
        assertThat(provenance.status().label()).isEqualTo(status);
        assertThat(
                        provenance.confidence() == null
                                ? null
                                : provenance.confidence().label())
                .isEqualTo(confidence);
        assertThat(String.join(";", provenance.sources())).isEqualTo(Objects.requireNonNullElse(sources, ""));
        assertThat(String.join(";", provenance.consistentWith()))
                .isEqualTo(Objects.requireNonNullElse(consistentWith, ""));
        if (isElement) {
            assertThat(element(id).phase().label()).isEqualTo(phase);
            assertThat(element(id).title().zh()).isEqualTo(zh);
        } else if (zh != null) {
            assertThat(requirement(id).text().zh()).contains(zh);
        }
    }

    @Test
    void has_twelve_elements_and_no_row_beyond_the_sheet() {
        assertThat(STANDARD.elements().stream().map(Element::id))
                .containsExactly("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.12");
        assertThat(requirements()).hasSize(89).extracting(Requirement::id).doesNotHaveDuplicates();
    }

    @Test
    void every_row_is_in_both_languages() {
        Stream.concat(
                        STANDARD.elements().stream().map(Element::title),
                        requirements().stream().map(Requirement::text))
                .forEach(text -> {
                    assertThat(CHINESE.matcher(text.zh()).find()).as(text.zh()).isTrue();
                    assertThat(CHINESE.matcher(text.en()).find()).as(text.en()).isFalse();
                });
    }

    @Test
    void what_was_recalled_is_shown_as_unconfirmed() {
        List<Requirement> recalled = requirements().stream()
                .filter(r -> r.provenance().status() == ProvenanceStatus.RECALLED)
                .toList();
        assertThat(recalled).hasSize(76).allSatisfy(r -> {
            assertThat(r.provenance().isConfirmed()).isFalse();
            assertThat(r.provenance().describe(STANDARD.sources()).en()).startsWith("recalled, unconfirmed (");
            assertThat(r.provenance().describe(STANDARD.sources()).zh()).startsWith("凭记忆，未经核实（");
        });
    }

    @Test
    void names_the_document_and_says_what_the_data_are_not() {
        assertThat(STANDARD.number()).isEqualTo("AQ/T 9001-2006");
        assertThat(STANDARD.title().zh()).isEqualTo("安全社区建设基本要求");
        assertThat(STANDARD.note().en()).contains("not its official text").contains("unconfirmed");
        assertThat(STANDARD.note().zh()).contains("不是标准原文").contains("未经核实");
    }

    @Test
    void finds_an_element_by_id() {
        assertThat(STANDARD.element("4.10")).map(Element::id).contains("4.10");
        assertThat(STANDARD.element("4.13")).isEmpty();
    }

    @Test
    void a_faulty_file_is_refused_with_every_fault() {
        assertThat(Standard.check(broken(), "broken-standard.json"))
                .extracting(finding -> finding.location() + " " + finding.code())
                .containsExactly(
                        "broken-standard.json:elements[0].provenance rule-broken",
                        "broken-standard.json:elements[0].requirements[1].id duplicate-id",
                        "broken-standard.json:elements[0].requirements[1].text rule-broken",
                        "broken-standard.json:elements[0].requirements[2] missing-value",
                        "broken-standard.json:elements[1].colour unknown-key",
                        "broken-standard.json:elements[1].id duplicate-id",
                        "broken-standard.json:elements[1].provenance.confidence unknown-word");
        assertThatThrownBy(() -> Standard.read(broken(), "broken-standard.json"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("elements[0].provenance: sources must name a document for a found fact; ")
                .hasMessageContaining("elements[0].requirements[1].text: en must not be blank; ")
                .hasMessageContaining("elements[0].requirements[2]: provenance must be given; ")
                .hasMessageContaining("must be one of high, medium, low, was \"certain\"");
    }

    @Test
    void a_sound_file_has_no_findings() {
        String json = "{\"id\":\"L\",\"version\":\"1\",\"number\":\"L 1\",\"title\":\"t\",\"note\":\"n\","
                + "\"provenance\":{\"status\":\"derived\"},\"elements\":[{\"id\":\"1\",\"title\":\"t\",\"phase\":\"do\","
                + "\"provenance\":{\"status\":\"derived\"},\"requirements\":[{\"id\":\"1.a\",\"text\":\"a\","
                + "\"provenance\":{\"status\":\"recalled\"}}]}]}";
        assertThat(Standard.check(stream(json), "l.json")).isEmpty();
        assertThat(Standard.read(stream(json), "l.json").elements()).hasSize(1);
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final Requirement requirement = new Requirement("1.a", TEXT, FOUND);
        private final Element element = new Element("1", TEXT, PdcaPhase.DO, FOUND, List.of(requirement));

        @Test
        void blank_texts_and_missing_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard(" ", List.of(DOC), List.of(element)))
                    .withMessage("id must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard("S", List.of(DOC), List.of()))
                    .withMessage("elements must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Standard("S", "1", "S 1", null, TEXT, FOUND, List.of(DOC), List.of(element)))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Element("1", TEXT, null, FOUND, List.of(requirement)))
                    .withMessage("phase");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Element("1", TEXT, PdcaPhase.DO, FOUND, List.of()))
                    .withMessage("requirements must not be empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Requirement("", TEXT, FOUND))
                    .withMessage("id must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Requirement("1.a", TEXT, null))
                    .withMessage("provenance");
        }

        @Test
        void a_requirement_of_another_element() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Element("2", TEXT, PdcaPhase.DO, FOUND, List.of(requirement)))
                    .withMessage("requirements[0].id must begin with 2., was 1.a");
        }

        @Test
        void ids_used_twice_and_unknown_documents_all_at_once() {
            Element twice = new Element("1", TEXT, PdcaPhase.DO, Provenance.found("GONE"), List.of(requirement));
            assertThatThrownBy(() -> standard("S", List.of(DOC), List.of(element, twice)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("elements[1].id: id must be unique, was 1 again after elements[0]; "
                            + "elements[1].provenance: source must name a document of the file, was GONE; "
                            + "elements[1].requirements[0].id: id must be unique, was 1.a again after "
                            + "elements[0].requirements[0]");
        }

        private Standard standard(String id, List<SourceDocument> sources, List<Element> elements) {
            return new Standard(id, "1", "S 1", TEXT, TEXT, FOUND, sources, elements);
        }
    }

    @Test
    void findings_carry_a_hint_in_both_languages() {
        List<Finding> findings = Standard.check(broken(), "broken-standard.json");
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.hint().en()).isNotBlank();
            assertThat(CHINESE.matcher(finding.message().zh()).find()).isTrue();
            assertThat(CHINESE.matcher(finding.hint().zh()).find()).isTrue();
        });
    }

    private static InputStream broken() {
        return Objects.requireNonNull(
                StandardTest.class.getResourceAsStream("/org/safecommunity/model/standard/broken-standard.json"));
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Element element(String id) {
        return STANDARD.element(id).orElseThrow();
    }

    private static Requirement requirement(String id) {
        return requirements().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no requirement " + id));
    }

    private static List<Requirement> requirements() {
        List<Requirement> all = new ArrayList<>();
        STANDARD.elements().forEach(element -> all.addAll(element.requirements()));
        return all;
    }
}
