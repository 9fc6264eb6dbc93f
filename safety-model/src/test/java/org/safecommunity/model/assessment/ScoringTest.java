package org.safecommunity.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Decision;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Scheme;

class ScoringTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled("AQT-50").orElseThrow();

    private static Scoring scoring(String scheme) {
        return new Scoring(
                CATALOGUE,
                Objects.requireNonNull(Scheme.bundled(scheme).orElseThrow().scoring()));
    }

    private static Map<String, Grades> grades(int a, int b, int c, int d) {
        Map<String, Grades> grades = new HashMap<>();
        for (int i = 0; i < a + b + c + d; i++) {
            Grade grade = i < a ? Grade.A : i < a + b ? Grade.B : i < a + b + c ? Grade.C : Grade.D;
            grades.put(CATALOGUE.indicators().get(i).id(), Grades.all(grade));
        }
        return grades;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "score.reference.csv", useHeadersInDisplayName = true)
    void matches_worked_totals(String scheme, int a, int b, int c, int d, BigDecimal total, String decision) {
        Score score = scoring(scheme).score(grades(a, b, c, d));

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.decision().map(Decision::label)).contains(decision);
    }

    @Test
    void parts_have_their_own_weights() {
        Map<String, Grades> grades = grades(0, 0, 0, 50);
        grades.put("I01", new Grades(Grade.A, Grade.B, Grade.C));

        assertThat(scoring("CN-NATIONAL").score(grades).total()).isEqualTo("1.86");
    }

    @Test
    void what_is_missing_leaves_the_decision_open() {
        Score score = scoring("CN-NATIONAL").score(grades(49, 0, 0, 0));

        assertThat(score.decision()).isEmpty();
        assertThat(score.total()).isEqualTo("147.00");
        assertThat(score.atBest()).isEqualTo("150.00");
        assertThat(score.missing()).extracting(row -> row.indicator().id()).containsExactly("I50");
    }

    @Test
    void a_failure_is_certain_when_the_rest_cannot_mend_it() {
        assertThat(scoring("CN-NATIONAL").score(grades(0, 0, 0, 1)).decision()).contains(Decision.FAIL);
        assertThat(scoring("CN-NATIONAL").score(grades(0, 0, 36, 0)).decision()).contains(Decision.FAIL);
        assertThat(scoring("CN-NATIONAL").score(grades(0, 0, 35, 0)).decision()).isEmpty();
    }

    @Property(tries = 100)
    void raising_a_grade_never_lowers_total_or_decision(
            @ForAll @Size(150) List<@IntRange(max = 3) Integer> start, @ForAll @IntRange(max = 149) int raised) {
        int[] after = start.stream().mapToInt(Integer::intValue).toArray();
        Score low = scoring("CN-NATIONAL").score(each(after));
        after[raised] = Math.max(0, after[raised] - 1);
        Score high = scoring("CN-NATIONAL").score(each(after));

        assertThat(high.total()).isGreaterThanOrEqualTo(low.total());
        assertThat(high.decision().orElseThrow())
                .isGreaterThanOrEqualTo(low.decision().orElseThrow());
    }

    private static Map<String, Grades> each(int[] numbers) {
        Map<String, Grades> grades = new HashMap<>();
        Grade[] all = Grade.values();
        for (int i = 0; i < 50; i++) {
            grades.put(
                    CATALOGUE.indicators().get(i).id(),
                    new Grades(all[numbers[3 * i]], all[numbers[3 * i + 1]], all[numbers[3 * i + 2]]));
        }
        return grades;
    }

    @Nested
    class Rejects {
        @Test
        void an_indicator_that_the_catalogue_does_not_have() {
            assertThatThrownBy(() -> scoring("CN-NATIONAL").score(Map.of("X1", Grades.all(Grade.A))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("grades must name indicators of the catalogue, was X1");
        }

        @Test
        void a_catalogue_without_points() {
            Catalogue criteria = Catalogue.bundled("WHO-6").orElseThrow();
            assertThatThrownBy(
                            () -> new Scoring(criteria, scoring("CN-NATIONAL").rule()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("catalogue must give points and a total, was WHO-6");
        }
    }
}
