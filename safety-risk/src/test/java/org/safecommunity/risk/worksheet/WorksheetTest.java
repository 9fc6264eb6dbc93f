package org.safecommunity.risk.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.register.ControlKind;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.worksheet.Worksheet.Field;
import org.safecommunity.risk.worksheet.Worksheet.Role;

class WorksheetTest {
    static List<Worksheet> worksheets() {
        return Worksheet.bundled();
    }

    @Test
    void the_five_worksheets_are_there() {
        assertThat(Worksheet.bundled())
                .extracting(Worksheet::id)
                .containsExactly("jha", "scl", "pha", "what-if", "bow-tie");
        assertThat(Worksheet.find("JHA")).isPresent();
        assertThat(Worksheet.find("hazop")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void each_has_a_rating_column_a_required_field_and_a_known_scheme(Worksheet worksheet) {
        assertThat(worksheet.fields(Role.RATING)).extracting(Field::id).containsExactly("scheme");
        assertThat(worksheet.fields()).anyMatch(f -> f.column().required());
        assertThat(Scheme.find(worksheet.scheme())).isPresent();
        assertThat(worksheet.form().columns()).hasSameSizeAs(worksheet.fields());
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void the_example_of_a_closed_list_is_of_the_list(Worksheet worksheet) {
        for (Field field : worksheet.fields()) {
            if (!field.column().values().isEmpty() && field.example() != null) {
                assertThat(field.column().values())
                        .contains(field.example().en(), field.example().zh());
            }
        }
    }

    @Test
    void existing_and_proposed_controls_of_a_jha_are_of_the_five_kinds() {
        Worksheet jha = Worksheet.find("jha").orElseThrow();
        for (ControlKind kind : ControlKind.values()) {
            assertThat(jha.fields(Role.CONTROL)).extracting(Field::id).contains("control_" + kind.label());
            assertThat(jha.fields(Role.PROPOSED)).extracting(Field::id).contains("proposed_" + kind.label());
        }
    }

    @Nested
    class Rejects {
        private final Worksheet pha = Worksheet.find("pha").orElseThrow();

        private Worksheet with(List<Field> fields, boolean sources) {
            return new Worksheet(
                    "x",
                    LocalText.of("x"),
                    LocalText.of("x"),
                    "LEC",
                    fields,
                    sources ? pha.sources() : List.of(),
                    null);
        }

        @Test
        void two_fields_of_one_id() {
            Field field = pha.fields().get(0);
            assertThatThrownBy(() -> with(List.of(field, field), true))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("fields[1].id");
        }

        @Test
        void a_source_that_is_not_listed() {
            Field found = Worksheet.find("jha").orElseThrow().fields().get(0);
            assertThatThrownBy(() -> with(List.of(found), false))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("was JHA-FORM");
        }

        @Test
        void no_fields() {
            assertThatThrownBy(() -> with(List.of(), true)).hasMessageContaining("fields must not be empty");
        }
    }
}
