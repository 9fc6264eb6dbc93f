package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();
    private static final Scheme LS = Scheme.find("LS-SHANDONG").orElseThrow();

    @Test
    void an_override_keeps_the_score_and_says_why() {
        RiskScore score = lec("3", "6", "7");
        Rating rating = Rating.overridden(score, "high", "two near misses this year");
        assertThat(rating.score().score()).isEqualTo(new BigDecimal("126"));
        assertThat(rating.band().colour()).isEqualTo(Colour.ORANGE);
        assertThat(rating.isOverridden()).isTrue();
        assertThat(Rating.overridden(score, "significant", "ignored").isOverridden())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.overridden(score, "high", " "))
                .withMessage("justification must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rating.overridden(score, "none", "x"))
                .withMessage("band must be one of extreme, high, significant, possible, slight, was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rating(score, score.band(), "x"))
                .withMessage("justification must be empty where the computed band counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rating(score, LS.bands().get(0), "x"))
                .withMessage("band must be one of scheme LEC, was major");
    }

    @Test
    void a_possible_death_that_the_matrix_shows_as_blue_is_raised_by_a_direct_rule() {
        RiskScore blue = LS.score(Map.of("l", BigDecimal.ONE, "s", new BigDecimal("5")));
        DirectRules.Rule rule = DirectRules.bundled().find("accident-history").orElseThrow();
        Rating rating = Rating.direct(blue, List.of(rule));
        assertThat(rating.band().id()).isEqualTo("major");
        assertThat(rating.justification()).isEqualTo("accident-history");
        assertThat(Rating.direct(blue, List.of())).isEqualTo(Rating.of(blue));
        RiskScore red = LS.score(Map.of("l", new BigDecimal("5"), "s", new BigDecimal("5")));
        assertThat(Rating.direct(red, List.of(rule)).isOverridden()).isFalse();
    }

    @Test
    void ratings_stand_side_by_side_and_must_not_rise_with_controls() {
        Rating high = Rating.of(lec("6", "6", "15"));
        Rating low = Rating.of(lec("1", "6", "7"));
        assertThat(new Evaluation(high, low, null).findings()).isEmpty();
        assertThat(new Evaluation(high, low, high).findings())
                .singleElement()
                .hasToString("residual: rating must not rise with more controls, was extreme after possible");
        Evaluation changed = new Evaluation(high, high, null).withCurrent(low);
        assertThat(changed.inherent()).isEqualTo(high);
        assertThat(changed.current()).isEqualTo(low);
        Rating other = Rating.of(LS.score(Map.of("l", BigDecimal.ONE, "s", BigDecimal.ONE)));
        assertThat(new Evaluation(high, other, null).findings())
                .singleElement()
                .hasToString("current: ratings must be of one scheme and policy, was LS-SHANDONG after LEC");
    }

    @Test
    void a_migration_keeps_old_scores_and_lists_changes_and_open_hazards() {
        Map<String, RiskScore> register = new LinkedHashMap<>();
        register.put("H1", lec("10", "0.5", "40"));
        register.put("H2", lec("3", "6", "15"));
        register.put("H3", lec("10", "10", "40"));
        register.put("H4", LS.score(Map.of("l", BigDecimal.ONE, "s", BigDecimal.ONE)));
        SchemeMigration migration =
                SchemeMigration.of(register, Scheme.find("KINNEY").orElseThrow(), RiskScore::factors);
        assertThat(migration.from()).containsExactly("LEC 3 lower-inclusive", "LS-SHANDONG 3 lower-inclusive");
        assertThat(migration.entries())
                .extracting(entry -> entry.before())
                .containsExactlyElementsOf(register.values());
        assertThat(migration.open())
                .extracting(SchemeMigration.Entry::reason)
                .containsExactly("factor s must be one of l, e, c");
        assertThat(migration.changed()).isEmpty();
        assertThat(SchemeMigration.of(
                                Map.of("H", lec("10", "1", "7")),
                                LEC.with(BoundaryPolicy.UPPER_INCLUSIVE),
                                RiskScore::factors)
                        .changed())
                .singleElement()
                .satisfies(entry -> assertThat(entry.before().band().id()).isEqualTo("significant"));
    }

    private static RiskScore lec(String l, String e, String c) {
        return LEC.score(Map.of("l", new BigDecimal(l), "e", new BigDecimal(e), "c", new BigDecimal(c)));
    }
}
