package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.InvalidDataException;

class CodeSetTest {
    private static final List<CodeSet> BUNDLED = CodeSet.bundled();
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final Provenance FOUND = Provenance.found("DOC");

    @Test
    void holds_the_three_cards_and_the_platform() {
        assertThat(BUNDLED).extracting(CodeSet::id).containsExactly("NISS-A", "NISS-B", "NISS-C", "PLAT");
        assertThat(BUNDLED)
                .extracting(set -> set.provenance().toString())
                .containsExactly("found: SJ", "found: IMP", "found: CARDC", "found: PLAT");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "niss-codes.reference.csv", useHeadersInDisplayName = true)
    void has_each_code_of_the_cards(String field, String code, String zh, String en, String cards, int missing) {
        for (String card : cards.split("\\+")) {
            Code found = code("NISS-" + card.replace("-ext", ""), field, code);
            assertThat(found.label()).isEqualTo(new LocalText(en, zh));
            assertThat(found.missing()).isEqualTo(missing == 1);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "local-injury-codes.reference.csv", useHeadersInDisplayName = true)
    void has_each_code_of_the_platform(String field, String code, String zh, String en) {
        Code found = code("PLAT", field, code);
        assertThat(found.label()).isEqualTo(new LocalText(en, zh));
        assertThat(found.missing()).isEqualTo(zh.equals("不清楚"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "card-variants.reference.csv", useHeadersInDisplayName = true)
    void the_variants_differ_as_the_sheet_says(
            String codeSet, String field, int values, String other, String unknown, String merged) {
        CodeField list = set(codeSet).field(field).orElseThrow();
        assertThat(list.codes()).hasSize(values);
        assertThat(list.codes().stream().filter(Code::missing).map(Code::code))
                .containsExactlyElementsOf(
                        Stream.of(unknown, merged).filter(code -> code != null).toList());
        if (other != null) {
            assertThat(code(codeSet, field, other).label().zh()).startsWith("其");
        }
    }

    @Test
    void has_no_code_beyond_the_sheet() {
        assertThat(BUNDLED.stream().map(CodeSetTest::codesBesideSex)).containsExactly(75 + 43, 88, 74, 60);
    }

    @Test
    void a_field_that_a_card_does_not_have_is_not_there() {
        assertThat(set("NISS-A").field("nature")).isEmpty();
        assertThat(set("NISS-A").field("outcome")).isEmpty();
        assertThat(set("PLAT").field("place")).isEmpty();
        assertThat(CodeSet.find("NISS-D")).isEmpty();
    }

    @Test
    void the_same_number_means_different_things() {
        assertThat(code("NISS-A", "activity", "1").label().en()).isEqualTo("Sports");
        assertThat(code("NISS-B", "activity", "1").label().en()).isEqualTo("Work");
        assertThat(code("NISS-B", "place", "9").missing()).isFalse();
        assertThat(code("NISS-C", "place", "9").missing()).isTrue();
        assertThat(code("NISS-B", "cause", "9").label().en()).isEqualTo("Drowning");
    }

    @Test
    void who_died_is_marked_where_a_card_says_so() {
        assertThat(BUNDLED.stream().flatMap(set -> set.fields().stream().flatMap(field -> field.codes().stream()
                        .filter(Code::isFatal)
                        .map(code -> set.id() + " " + field.name() + " " + code.code()))))
                .containsExactly("NISS-B outcome 5", "NISS-C outcome 5", "PLAT severity 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NISS-A", "NISS-B", "NISS-C", "PLAT"})
    void the_recalled_code_of_sex_is_unconfirmed(String id) {
        assertThat(code(id, "sex", "0").provenance())
                .satisfies(provenance -> assertThat(provenance.isConfirmed()).isFalse());
        assertThat(Arrays.asList("1", "2", "9"))
                .allSatisfy(sex -> assertThat(code(id, "sex", sex).provenance()).hasToString("found: GBT2261.1"));
    }

    @Test
    void labels_are_in_both_languages() {
        assertThat(BUNDLED).allSatisfy(set -> assertThat(set.fields()).allSatisfy(field -> {
            assertThat(field.title().en()).matches("[\\p{ASCII}]+");
            assertThat(field.title().zh()).containsPattern("\\p{IsHan}");
            assertThat(field.codes()).allSatisfy(code -> {
                assertThat(code.label().en()).matches("[\\p{ASCII}]+");
                assertThat(code.label().zh()).containsPattern("\\p{IsHan}");
            });
        }));
    }

    @Test
    void reads_a_local_code_set() {
        CodeSet local = CodeSet.read(
                stream(
                        "{\"id\":\"LOCAL\",\"title\":\"Local\",\"provenance\":{\"status\":\"found\",\"sources\":[\"X\"]},"
                                + "\"fields\":[{\"name\":\"cause\",\"title\":\"Cause\",\"codes\":["
                                + "{\"code\":\"1\",\"label\":\"fall\",\"missing\":false},"
                                + "{\"code\":\"2\",\"label\":\"died\",\"missing\":false,\"fatal\":true}]}]}"),
                "local.json");
        assertThat(local.field("cause").flatMap(f -> f.code("2")))
                .map(Code::isFatal)
                .contains(true);
        assertThat(local.field("cause").flatMap(f -> f.code("3"))).isEmpty();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final Code code = new Code("1", TEXT, false, null, null);
        private final CodeField field = new CodeField("cause", TEXT, List.of(code));

        @Test
        void bad_parts_of_a_set() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CodeSet(" ", TEXT, FOUND, List.of(field)))
                    .withMessage("id must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CodeSet("X", TEXT, FOUND, List.of()))
                    .withMessage("fields must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new CodeSet("X", null, FOUND, List.of(field)))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> new CodeSet("X", TEXT, null, List.of(field)))
                    .withMessage("provenance");
        }

        @Test
        void bad_parts_of_a_field_or_code() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CodeField("", TEXT, List.of(code)))
                    .withMessage("name must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CodeField("cause", TEXT, List.of()))
                    .withMessage("codes must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new CodeField("cause", null, List.of(code)))
                    .withMessage("title");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Code("\u3000", TEXT, false, null, null))
                    .withMessage("code must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Code("1", null, false, null, null))
                    .withMessage("label");
        }

        @Test
        void codes_and_fields_that_are_there_twice_all_at_once() {
            assertThatThrownBy(() -> new CodeField("cause", TEXT, List.of(code, code, code)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("codes[1].code: code must be unique, was 1 again after codes[0]; "
                            + "codes[2].code: code must be unique, was 1 again after codes[0]");
            assertThatThrownBy(() -> new CodeSet("X", TEXT, FOUND, List.of(field, field)))
                    .hasMessage("fields[1].name: name must be unique, was cause again after fields[0]");
        }

        @Test
        void a_file_with_faults_at_several_levels_all_at_once() {
            String codes = "\"codes\":[{\"code\":\"1\",\"label\":\"a\",\"missing\":false},"
                    + "{\"code\":\"1\",\"label\":\"b\",\"missing\":false},{\"code\":\"2\",\"label\":\"c\"}]";
            String json = "{\"id\":\"X\",\"title\":\"t\",\"provenance\":{\"status\":\"derived\"},\"fields\":["
                    + "{\"name\":\"cause\",\"title\":\"t\"," + codes
                    + "},{\"name\":\"cause\",\"title\":\" \",\"codes\":[]}]}";
            assertThatThrownBy(() -> CodeSet.read(stream(json), "x.json"))
                    .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.findings())
                            .extracting(f -> f.location() + " " + f.code())
                            .containsExactly(
                                    "x.json:fields[0].codes[1].code duplicate-id",
                                    "x.json:fields[0].codes[2].missing wrong-form",
                                    "x.json:fields[1].name duplicate-id",
                                    "x.json:fields[1].title rule-broken"));
        }

        @Test
        void bundled_files_with_unknown_documents() {
            CodeSet set = new CodeSet(
                    "X",
                    TEXT,
                    FOUND,
                    List.of(new CodeField(
                            "cause", TEXT, List.of(new Code("1", TEXT, false, null, Provenance.found("GONE"))))));
            assertThatThrownBy(() -> new CodeSet.CodeSetFile("1", List.of(), List.of(set, set)))
                    .hasMessageContaining("codeSets[0].provenance: source must name a document of the file, was DOC")
                    .hasMessageContaining("codeSets[0].cause.1: source must name a document of the file, was GONE")
                    .hasMessageContaining("codeSets[1].id: id must be unique, was X again after codeSets[0]");
        }
    }

    private static CodeSet set(String id) {
        return CodeSet.find(id).orElseThrow();
    }

    private static Code code(String set, String field, String code) {
        return set(set).field(field)
                .flatMap(list -> list.code(code))
                .orElseThrow(() -> new AssertionError(set + " has no " + field + " " + code));
    }

    private static int codesBesideSex(CodeSet set) {
        return set.fields().stream()
                .filter(field -> !field.name().equals("sex"))
                .mapToInt(field -> field.codes().size())
                .sum();
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
