package org.safecommunity.model.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class RegisterCatalogueTest {
    static List<RegisterKind> kinds() {
        return RegisterCatalogue.bundled().registers();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_example_passes_the_check_of_its_register_in_both_languages(RegisterKind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            EntryCheck check = new EntryCheck(kind, kind.file());
            List<Finding> findings = new ArrayList<>();
            RegisterSchema.examples(kind, locale)
                    .forEach(row -> findings.addAll(check.check(new RegisterEntry(2, row))));
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void the_bundled_registers_are_marked_as_derived() {
        assertThat(RegisterCatalogue.bundled().provenance().isConfirmed()).isFalse();
        assertThat(kinds()).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({
        "goals,base,many,not-a-number,base must be a number",
        "goals,base_date,2024-02-30,not-a-date,date of base must be a day",
        "goals,direction,down,unknown-code,better is is not a code of this column",
        "goals,goal,'',missing-value,goal must be filled in",
        "drills,participants,-3,not-a-number,participants must be a whole number of 0 or more",
        "projects,means,service;magic,unknown-code,means is not a code of this column"
    })
    void a_faulty_cell_is_named(String kind, String column, String value, String code, String message) {
        RegisterKind register = RegisterCatalogue.bundled().kind(kind).orElseThrow();
        Map<String, String> row =
                RegisterSchema.examples(register, Locale.ENGLISH).get(0);
        row.put(column, value);
        assertThat(new EntryCheck(register, register.file()).check(new RegisterEntry(7, row)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.location()).hasToString(register.file() + ":7:" + column);
                    assertThat(finding.message().en()).isEqualTo(message);
                });
    }

    @Test
    void a_second_use_of_an_id_is_named_and_the_first_stays() {
        RegisterKind register = kinds().get(0);
        EntryCheck check = new EntryCheck(register, register.file());
        Map<String, String> row =
                RegisterSchema.examples(register, Locale.ENGLISH).get(0);
        assertThat(check.check(new RegisterEntry(2, row))).isEmpty();
        assertThat(check.check(new RegisterEntry(3, row)))
                .extracting(Finding::code)
                .containsExactly("duplicate-id");
    }

    @Nested
    class Rejects {
        private List<String> faults(String registers) {
            String text = "{\"id\":\"X\",\"version\":\"1\",\"note\":\"n\",\"provenance\":{\"status\":\"derived\"},"
                    + "\"registers\":[" + registers + "]}";
            InvalidDataException refused = catchThrowableOfType(
                    InvalidDataException.class,
                    () -> RegisterCatalogue.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "x.json"));
            return refused.findings().stream().map(Finding::toString).toList();
        }

        private String kind(String id, String columns, String example) {
            return "{\"id\":\"" + id + "\",\"file\":\"" + id + ".csv\",\"title\":\"t\",\"purpose\":\"p\","
                    + "\"articles\":[9],\"required\":false,\"columns\":[" + columns + "],\"examples\":[" + example
                    + "]}";
        }

        private static final String ID = "{\"name\":\"id\",\"type\":\"id\",\"required\":true,\"label\":\"id\"}";

        @Test
        void all_faults_between_registers_at_once() {
            String refers =
                    ",{\"name\":\"to\",\"type\":\"reference\",\"required\":false,\"label\":\"to\",\"refers\":\"nowhere\"}";
            assertThat(faults(kind("a", ID + refers, "{\"id\":\"1\"}") + "," + kind("a", ID, "{\"id\":\"1\"}")))
                    .containsExactly(
                            "x.json:registers[0].columns: must name a known register, was nowhere",
                            "x.json:registers[1].file: file must be unique, was a.csv again after registers[0]",
                            "x.json:registers[1].id: id must be unique, was a again after registers[0]");
        }

        @Test
        void an_example_that_does_not_fit() {
            assertThat(faults(kind("a", ID, "{\"other\":\"1\"}")))
                    .containsExactly(
                            "x.json:registers[0].examples[0]: must have the required id",
                            "x.json:registers[0].examples[0]: must name columns of the register, was other");
        }

        @Test
        void a_choice_without_values() {
            String choice = ",{\"name\":\"c\",\"type\":\"choice\",\"required\":false,\"label\":\"c\"}";
            assertThat(faults(kind("a", ID + choice, "{\"id\":\"1\"}")))
                    .containsExactly(
                            "x.json:registers[0].columns[1]: values must be given for a choice and for nothing else, at c");
        }
    }
}
