package org.safecommunity.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class CatalogueTest {
    static final java.util.List<String> NAMES = Catalogue.BUNDLED;

    @ParameterizedTest
    @FieldSource("NAMES")
    void bundled_catalogues_are_sound_and_round_trip(String name) throws Exception {
        Catalogue catalogue = Catalogue.bundled(name).orElseThrow();

        byte[] json = new ObjectMapper().writeValueAsBytes(catalogue);

        assertThat(catalogue.id()).isEqualTo(name);
        assertThat(Catalogue.read(new ByteArrayInputStream(json), "again.json")).isEqualTo(catalogue);
    }

    @Test
    void the_default_has_fifty_indicators_by_element() {
        Catalogue catalogue = Catalogue.bundled("aqt-50").orElseThrow();

        assertThat(catalogue.indicators()).hasSize(50);
        assertThat(catalogue.isConfirmed()).isFalse();
        long[] perElement = new long[12];
        catalogue
                .indicators()
                .forEach(i -> perElement[Integer.parseInt(i.elementId().substring(2)) - 1]++);
        assertThat(perElement).containsExactly(5, 5, 5, 3, 9, 4, 4, 4, 3, 2, 2, 4);
    }

    @Test
    void a_profile_tailors_without_copying() {
        Profile profile = Profile.read(json("""
                {"id": "X", "version": "1", "title": "X", "note": "x", "base": "AQT-50", "total": 149,
                 "leaveOut": ["I10"], "reweight": {"I09": 4}, "rename": {"I08": "helpers"},
                 "add": [{"id": "L1", "title": "gas", "requirements": ["4.5.0"], "max": 1,
                          "provenance": {"status": "derived"}}],
                 "provenance": {"status": "derived"}}"""), "x.json");

        Catalogue catalogue = profile.of(Catalogue.bundled("AQT-50").orElseThrow());

        assertThat(catalogue.indicators()).hasSize(50);
        assertThat(catalogue.indicator("I10")).isEmpty();
        assertThat(catalogue.indicator("I09").orElseThrow().max()).isEqualTo("4");
        assertThat(catalogue.indicator("I08").orElseThrow().title().en()).isEqualTo("helpers");
        assertThat(catalogue.indicator("L1")).isPresent();
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class Rejects {
        @Test
        void every_fault_of_a_catalogue() {
            InvalidDataException refused = Objects.requireNonNull(
                    catchThrowableOfType(InvalidDataException.class, () -> Catalogue.read(json("""
                            {"id": "X", "version": "1", "title": "X", "note": "x", "total": 7,
                             "provenance": {"status": "found", "sources": ["NO"]},
                             "indicators": [
                              {"id": "A", "title": "a", "requirements": ["4.99"], "max": 3,
                               "provenance": {"status": "derived"}},
                              {"id": "A", "title": "b", "requirements": ["4.1.0"], "max": 3,
                               "provenance": {"status": "derived"}}]}"""), "x.json")));

            assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactlyInAnyOrder("unknown-requirement", "duplicate-id", "unknown-source", "wrong-total");
        }

        @Test
        void a_profile_of_unknown_indicators() {
            Profile profile = Profile.read(json("""
                    {"id": "X", "version": "1", "title": "X", "note": "x", "base": "AQT-50",
                     "leaveOut": ["I99"], "provenance": {"status": "derived"}}"""), "x.json");

            InvalidDataException refused = Objects.requireNonNull(catchThrowableOfType(
                    InvalidDataException.class,
                    () -> profile.of(Catalogue.bundled("AQT-50").orElseThrow())));
            assertThat(refused).hasMessage("leaveOut: must name an indicator of AQT-50, was I99");
        }
    }
}
