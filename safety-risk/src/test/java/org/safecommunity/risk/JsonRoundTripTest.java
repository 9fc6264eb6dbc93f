package org.safecommunity.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.risk.matrix.RiskMatrix;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.BoundaryPolicy;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/** Schemes and scores are written to JSON and come back equal, with the strict features on. */
class JsonRoundTripTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @Test
    void schemes_come_back_equal() throws JsonProcessingException {
        for (Scheme scheme : Scheme.bundled()) {
            assertThat(STRICT.readValue(STRICT.writeValueAsString(scheme), Scheme.class))
                    .isEqualTo(scheme);
        }
    }

    @Test
    void matrices_come_back_equal() throws JsonProcessingException {
        for (RiskMatrix matrix : RiskMatrix.bundled()) {
            assertThat(STRICT.readValue(STRICT.writeValueAsString(matrix), RiskMatrix.class))
                    .isEqualTo(matrix);
        }
    }

    @Test
    void a_score_comes_back_equal_with_its_decimals() throws JsonProcessingException {
        RiskScore score = Scheme.find("lec")
                .orElseThrow()
                .score(Map.of("l", new BigDecimal("0.1"), "e", new BigDecimal("0.5"), "c", BigDecimal.ONE));
        String json = STRICT.writeValueAsString(score);
        assertThat(json).contains("\"factors\":{\"l\":0.1,\"e\":0.5,\"c\":1},\"score\":0.05,");
        assertThat(STRICT.readValue(json, RiskScore.class)).isEqualTo(score);
    }

    @ParameterizedTest
    @EnumSource
    void colours_come_back_equal(Colour colour) throws JsonProcessingException {
        assertThat(STRICT.writeValueAsString(colour)).isEqualTo("\"" + colour.label() + "\"");
        assertThat(STRICT.readValue("\"" + colour.label() + "\"", Colour.class)).isEqualTo(colour);
    }

    @ParameterizedTest
    @EnumSource
    void policies_come_back_equal(BoundaryPolicy policy) throws JsonProcessingException {
        assertThat(STRICT.writeValueAsString(policy)).isEqualTo("\"" + policy.label() + "\"");
        assertThat(STRICT.readValue("\"" + policy.label() + "\"", BoundaryPolicy.class))
                .isEqualTo(policy);
    }

    @Test
    void a_missing_part_is_not_passed_over() {
        assertThatThrownBy(() -> STRICT.readValue("{\"id\":\"x\",\"from\":1}", Band.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("Missing creator property 'to'");
    }
}
