package org.safecommunity.model.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class SchemeTest {
    static final List<String> NAMES = Scheme.BUNDLED;

    @ParameterizedTest
    @FieldSource("NAMES")
    void bundled_schemes_are_sound_name_a_catalogue_and_round_trip(String name) throws Exception {
        Scheme scheme = Scheme.bundled(name).orElseThrow();

        byte[] json = new ObjectMapper().writeValueAsBytes(scheme);

        assertThat(Scheme.read(new ByteArrayInputStream(json), "again.json")).isEqualTo(scheme);
        assertThat(Catalogue.bundled(scheme.catalogue())).isPresent();
    }

    @Test
    void parameters_are_as_in_the_documents() {
        Scheme city = Scheme.bundled("CN-CITY-45").orElseThrow();

        assertThat(city.parameter(Scheme.ParameterId.DOC_REVIEW_WORKING_DAYS)
                        .orElseThrow()
                        .value())
                .isEqualTo(20);
        assertThat(city.parameter(Scheme.ParameterId.SPOT_CHECK_WITHIN_YEARS)).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void every_fault_of_a_rule() {
            String json = """
                    {"id": "X", "version": "1", "title": "X", "note": "x", "catalogue": "AQT-50",
                     "scoring": {"total": 100, "pass": 120, "rectify": 130, "zeroFails": true,
                       "parts": {"presence": 1, "trace": 0}, "grades": {"a": 1, "b": 0.5, "c": 0.6, "d": 0},
                       "provenance": {"status": "derived"}},
                     "provenance": {"status": "derived"}}""";

            InvalidDataException refused = Objects.requireNonNull(catchThrowableOfType(
                    InvalidDataException.class,
                    () -> Scheme.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json")));

            assertThat(refused.findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "x.json:scoring.grades.c: c must be from 0 to the share of the grade before, 0.5, was 0.6",
                            "x.json:scoring.parts.effect: effect must be greater than 0, was missing",
                            "x.json:scoring.parts.trace: trace must be greater than 0, was 0",
                            "x.json:scoring.pass: pass must be above 0 and at most the total, was 120",
                            "x.json:scoring.rectify: rectify must be above 0 and below pass, was 130");
        }
    }
}
