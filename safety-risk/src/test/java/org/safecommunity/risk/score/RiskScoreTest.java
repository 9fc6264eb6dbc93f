package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.RiskScore.Step;

class RiskScoreTest {
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();
    private static final RiskScore SCORE = LEC.score(Map.of("l", bd("0.5"), "e", bd("6"), "c", bd("15")));

    @Test
    void names_scheme_version_and_policy() {
        assertThat(SCORE.scheme().id()).isEqualTo("LEC");
        assertThat(SCORE.scheme().version()).isEqualTo("3");
        assertThat(SCORE.scheme().policy().label()).isEqualTo("lower-inclusive");
        assertThat(step("Scheme").en())
                .startsWith("LEC, LEC: hazard of working conditions, version 3; bounds: lower bound included "
                        + "(lower-inclusive), derived by this project, unconfirmed. ");
        assertThat(step("Scheme").zh()).contains("版本 3").contains("边界值归属：含下限（lower-inclusive），本项目推导，未经核实");
    }

    @Test
    void shows_its_working() {
        assertThat(SCORE.explain())
                .extracting(step -> step.label().en() + " | " + step.formula() + " | " + step.numbers())
                .containsExactly(
                        "Likelihood of an accident | L | 0.5",
                        "Exposure to the hazard | E | 6",
                        "Consequence | C | 15",
                        "Score | D = L × E × C | 0.5 × 6 × 15",
                        "Band | 20 ≤ D < 70 | ",
                        "Scheme |  | ",
                        "Source |  | ",
                        "Source of C |  | ",
                        "Note |  | ");
        assertThat(step("Score")).isEqualTo(LocalText.of("45"));
        assertThat(step("Band"))
                .isEqualTo(new LocalText("possibly dangerous (blue): needs attention", "一般（可能）危险（蓝）：需要注意"));
        assertThat(step("Source").en()).contains("F-2, LEC table of a petrol station");
        assertThat(step("Note").en()).contains("recalled and unconfirmed");
    }

    @Test
    void says_when_the_caller_chose_the_policy() {
        RiskScore other = LEC.with(BoundaryPolicy.UPPER_INCLUSIVE).score(SCORE.factors());
        assertThat(other.explain())
                .filteredOn(step -> step.label().en().equals("Scheme"))
                .singleElement()
                .satisfies(step -> assertThat(step.outcome().en())
                        .endsWith("bounds: upper bound included (upper-inclusive), chosen for this score"));
        assertThat(other.explain()).extracting(Step::formula).contains("20 < D ≤ 70");
    }

    @Test
    void a_score_of_the_matrix_warns_of_a_possible_death_in_blue() {
        RiskScore blue = Scheme.find("ls").orElseThrow().score(Map.of("l", bd("1"), "s", bd("5")));
        assertThat(blue.band().colour()).isEqualTo(Colour.BLUE);
        assertThat(blue.explain()).extracting(step -> step.outcome().zh()).anySatisfy(text -> assertThat(text)
                .contains("应结合直接判定规则使用"));
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final Band possible = LEC.bands().get(3);

        @Test
        void a_score_that_is_not_the_product() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskScore(LEC, SCORE.factors(), bd("46"), possible))
                    .withMessage("score must be the product of the factors, 45, was 46");
        }

        @Test
        void a_band_that_is_not_that_of_the_score() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskScore(
                            LEC, SCORE.factors(), bd("45"), LEC.bands().get(0)))
                    .withMessage("band must be that of the score, possible, was extreme");
        }

        @Test
        void factors_in_another_order_or_off_the_scale() {
            Map<String, BigDecimal> turned = new LinkedHashMap<>();
            for (String name : List.of("c", "e", "l")) {
                turned.put(name, SCORE.factors().get(name));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskScore(LEC, turned, bd("45"), possible))
                    .withMessage("factors must be l, e, c, was c, e, l");
            Map<String, BigDecimal> off = new LinkedHashMap<>(SCORE.factors());
            off.put("e", bd("7"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskScore(LEC, off, bd("52.5"), possible))
                    .withMessage("factor e must be one of 10, 6, 3, 2, 1, 0.5, was 7");
        }

        @Test
        void missing_parts() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskScore(null, SCORE.factors(), bd("45"), possible))
                    .withMessage("scheme");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskScore(LEC, null, bd("45"), possible))
                    .withMessage("factors");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskScore(LEC, SCORE.factors(), null, possible))
                    .withMessage("score");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskScore(LEC, SCORE.factors(), bd("45"), null))
                    .withMessage("band");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Step(null, "", "", LocalText.of("x")))
                    .withMessage("label");
        }
    }

    private static LocalText step(String label) {
        return SCORE.explain().stream()
                .filter(step -> step.label().en().equals(label))
                .findFirst()
                .map(Step::outcome)
                .orElseThrow();
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }
}
