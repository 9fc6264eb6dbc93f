package org.safecommunity.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.catalogue.Indicator;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.validation.Finding;

class EffectCheckTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled("AQT-50").orElseThrow();
    private static final Scoring SCORING = new Scoring(
            CATALOGUE,
            java.util.Objects.requireNonNull(
                    Scheme.bundled("CN-NATIONAL").orElseThrow().scoring()));

    private static List<Finding> check(Map<String, Grades> grades) {
        return EffectCheck.check(SCORING.score(grades), SCORING.rule(), "a.csv");
    }

    private static Map<String, Grades> all(Grades grades) {
        Map<String, Grades> all = new LinkedHashMap<>();
        CATALOGUE.indicators().stream().map(Indicator::id).forEach(id -> all.put(id, grades));
        return all;
    }

    @Test
    void presence_with_empty_effect_is_named_by_indicator() {
        Map<String, Grades> grades = all(Grades.all(Grade.A));
        grades.put("I09", new Grades(Grade.A, Grade.C, Grade.D));
        grades.put("I27", new Grades(Grade.B, Grade.B, Grade.D));
        grades.put("I31", new Grades(Grade.C, Grade.C, Grade.D));

        assertThat(check(grades)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("effect-empty");
            assertThat(finding.location()).hasToString("a.csv");
            assertThat(finding.message().en())
                    .isEqualTo("2 of 50 indicators have presence a or b and effect d: I09, I27");
        });
    }

    @Test
    void presence_far_above_effect_shows_both_shares() {
        assertThat(check(all(new Grades(Grade.A, Grade.B, Grade.C))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("presence-above-effect");
                    assertThat(finding.message().en()).isEqualTo("presence earned 100.0% of its points, effect 30.0%");
                });
    }

    @Test
    void even_grades_and_a_difference_of_exactly_the_limit_are_no_finding() {
        assertThat(check(all(Grades.all(Grade.B)))).isEmpty();
        assertThat(check(all(new Grades(Grade.A, Grade.A, Grade.B)))).isEmpty();
    }

    @Test
    void few_grades_have_no_shares() {
        assertThat(check(Map.of("I01", new Grades(Grade.A, Grade.A, Grade.C)))).isEmpty();
    }
}
