package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class SchemeFileTest {
    @Test
    void a_faulty_file_is_refused_with_every_fault() {
        assertThat(Scheme.check(broken(), "s.json"))
                .extracting(finding -> finding.location().column() + " " + finding.code())
                .containsExactly(
                        "schemes[0].bands[1].to overlapping-bands",
                        "schemes[0].bands[2].to gap-between-bands",
                        "schemes[0].bands[3].from bands-not-falling",
                        "schemes[0].bands[3].id duplicate-id",
                        "schemes[0].bands[3].to empty-band",
                        "schemes[0].bands[4].to overlapping-bands",
                        "schemes[0].factors[0].values[2].value scale-not-in-order",
                        "schemes[0].factors[0].values[3].value scale-not-in-order",
                        "schemes[0].factors[1].values[0] rule-broken",
                        "schemes[1].bands score-without-band",
                        "schemes[1].factors[1].symbol duplicate-id",
                        "schemes[1].id duplicate-id",
                        "schemes[1].provenance unknown-source",
                        "schemes[2].bands[0].colour unknown-word",
                        "schemes[2].policy unknown-word");
    }

    @Test
    void the_exception_has_the_same_faults_in_words() {
        List<Finding> findings = Scheme.check(broken(), "s.json");
        assertThatThrownBy(() -> Scheme.read(broken(), "s.json"))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.findings())
                        .isEqualTo(findings))
                .hasMessageContaining("s.json:schemes[0].bands[2].to: band yellow must reach orange, was to 8 where "
                        + "orange begins at 10; ")
                .hasMessageContaining(
                        "s.json:schemes[0].factors[0].values[2].value: value must continue the order of the "
                                + "scale, was 2 after 3; ")
                .hasMessageContaining("s.json:schemes[1].id: id must be unique, was LOCAL again after schemes[0]; ")
                .hasMessageEndingWith("s.json:schemes[2].policy: must be one of lower-inclusive, upper-inclusive, "
                        + "both-inclusive, was \"sometimes\"");
    }

    @Test
    void the_bundled_file_has_no_findings() {
        assertThat(Scheme.check(
                        Objects.requireNonNull(Scheme.class.getResourceAsStream("schemes.json")), "schemes.json"))
                .isEmpty();
    }

    @Test
    void an_own_file_is_read() {
        String json = "{\"version\":\"1\",\"schemes\":[{\"id\":\"OWN\",\"method\":\"own\",\"version\":\"7\","
                + "\"edition\":\"own\",\"title\":\"Own\",\"symbol\":\"X\",\"factors\":[{\"symbol\":\"A\",\"title\":\"A\","
                + "\"values\":[{\"value\":0.1,\"label\":\"low\"},{\"value\":0.2,\"label\":\"high\"}]}],"
                + "\"policy\":\"lower-inclusive\",\"bands\":[{\"id\":\"all\",\"from\":0,\"title\":\"all\","
                + "\"colour\":\"blue\",\"action\":\"watch\"}],\"provenance\":{\"status\":\"derived\"}}]}";
        List<Scheme> schemes = Scheme.read(stream(json), "own.json");
        assertThat(schemes).extracting(Scheme::id).containsExactly("OWN");
        assertThat(schemes.get(0).factors().get(0).scaleText()).isEqualTo("0.1, 0.2");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> Scheme.read(stream("{\"version\":\"1\",\"schemes\":[]}"), "s.json"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("s.json: schemes must not be empty");
    }

    private static InputStream broken() {
        return Objects.requireNonNull(SchemeFileTest.class.getResourceAsStream("broken-schemes.json"));
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
