package org.safecommunity.risk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safecommunity.risk.danger.DangerState;
import org.safecommunity.risk.danger.FiveFixes;
import org.safecommunity.risk.danger.MajorDocuments;

class RegisterFormTest {
    @Test
    void the_three_registers_are_there_with_their_files() {
        assertThat(RegisterForm.bundled())
                .extracting(RegisterForm::file)
                .containsExactly("hazards.csv", "risk-points.csv", "hidden-dangers.csv");
        assertThat(RegisterForm.find("nothing")).isEmpty();
    }

    @Test
    void every_part_of_a_hidden_danger_has_its_column() {
        RegisterForm form = RegisterForm.find(RegisterForm.HIDDEN_DANGERS).orElseThrow();
        List<String> needed = new java.util.ArrayList<>();
        Arrays.stream(DangerState.values()).forEach(s -> needed.add(s.column()));
        Arrays.stream(FiveFixes.Fix.values()).forEach(f -> needed.add(f.column()));
        Arrays.stream(MajorDocuments.Part.values()).forEach(p -> needed.add(p.column()));
        assertThat(form.columns()).extracting(RegisterForm.Column::id).containsAll(needed);
        assertThat(form.column("state").orElseThrow().values())
                .containsExactlyElementsOf(Arrays.stream(DangerState.values())
                        .map(DangerState::label)
                        .toList());
    }

    @Test
    void no_heading_means_two_columns_of_one_register() {
        for (RegisterForm form : RegisterForm.bundled()) {
            Set<String> seen = new HashSet<>();
            for (RegisterForm.Column column : form.columns()) {
                for (String heading : new HashSet<>(column.headings())) {
                    assertThat(seen.add(heading)).as(form.id() + ": " + heading).isTrue();
                }
            }
        }
    }
}
