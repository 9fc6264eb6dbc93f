package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;

class InjuryRecordTest {
    private static final EventDate DAY = new EventDate(2024, 6, 30);

    @Test
    void keeps_its_codes_with_the_code_set() {
        Map<InjuryField, String> codes = new EnumMap<>(InjuryField.class);
        codes.put(InjuryField.CAUSE, "3");
        InjuryRecord injury = new InjuryRecord("1", "NISS-B", Sex.MALE, 4, DAY, 8, codes);
        codes.put(InjuryField.PLACE, "1");
        assertThat(injury.codeSet()).isEqualTo("NISS-B");
        assertThat(injury.code(InjuryField.CAUSE)).contains("3");
        assertThat(injury.code(InjuryField.PLACE)).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> injury.codes().put(InjuryField.PLACE, "1"));
    }

    @ParameterizedTest
    @EnumSource
    void a_field_is_found_by_its_label(InjuryField field) {
        assertThat(InjuryField.ofLabel(field.label())).contains(field);
        assertThat(InjuryField.ofLabel(field.label() + "x")).isEmpty();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void blank_and_missing_ids() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InjuryRecord(" ", "NISS-B", Sex.MALE, null, DAY, null, Map.of()))
                    .withMessage("recordId must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InjuryRecord("1", "\u3000", Sex.MALE, null, DAY, null, Map.of()))
                    .withMessage("codeSet must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord("1", null, Sex.MALE, null, DAY, null, Map.of()))
                    .withMessage("codeSet");
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord(null, "NISS-B", Sex.MALE, null, DAY, null, Map.of()))
                    .withMessage("recordId");
        }

        @Test
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord("1", "NISS-B", null, null, DAY, null, Map.of()))
                    .withMessage("sex");
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord("1", "NISS-B", Sex.MALE, null, null, null, Map.of()))
                    .withMessage("date");
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord("1", "NISS-B", Sex.MALE, null, DAY, null, null))
                    .withMessage("codes");
        }

        @Test
        void an_age_or_hour_out_of_range() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> injury(-1, null))
                    .withMessage("age must be from 0 to 130, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> injury(131, null))
                    .withMessage("age must be from 0 to 130, was 131");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> injury(null, 24))
                    .withMessage("hour must be from 0 to 23, was 24");
        }

        @Test
        void a_blank_or_missing_code() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new InjuryRecord("1", "NISS-B", Sex.MALE, 4, DAY, null, Map.of(InjuryField.BODY_PART, " ")))
                    .withMessage("codes[body_part] must not be blank");
            Map<InjuryField, String> codes = new HashMap<>();
            codes.put(InjuryField.CAUSE, null);
            assertThatNullPointerException()
                    .isThrownBy(() -> new InjuryRecord("1", "NISS-B", Sex.MALE, 4, DAY, null, codes))
                    .withMessage("codes[cause]");
        }

        private InjuryRecord injury(@Nullable Integer age, @Nullable Integer hour) {
            return new InjuryRecord("1", "NISS-B", Sex.MALE, age, DAY, hour, Map.of());
        }
    }
}
