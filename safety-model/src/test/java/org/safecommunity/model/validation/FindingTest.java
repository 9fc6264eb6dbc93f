package org.safecommunity.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.LocalText;

class FindingTest {
    private static final LocalText TEXT = new LocalText("text", "文字");

    @Test
    void sorts_by_place_then_code() {
        assertThat(Stream.of(finding("b", 1), finding("a", 2), finding("a", 1)).sorted())
                .extracting(f -> f.code() + f.location().line())
                .containsExactly("a1", "b1", "a2");
    }

    @Test
    void joins_its_path_with_that_of_the_value_it_is_in() {
        Finding inner = Finding.error("c", "from", TEXT, TEXT);
        assertThat(inner.under("f.json", "bands[2]")).hasToString("f.json:bands[2].from: text");
        assertThat(inner.under("f.json", "")).hasToString("f.json:from: text");
        assertThat(Finding.error("c", "", TEXT, TEXT).under("f.json", "bands[2]"))
                .hasToString("f.json:bands[2]: text");
        assertThat(Finding.error("c", "[1].to", TEXT, TEXT).under("f.json", "bands"))
                .hasToString("f.json:bands[1].to: text");
        assertThat(inner).hasToString("from: text");
        assertThat(Finding.error("c", "", TEXT, TEXT)).hasToString("text");
    }

    @Test
    void an_exception_lists_all_findings_in_order() {
        InvalidDataException e = new InvalidDataException(
                List.of(Finding.error("c", "x[10]", TEXT, TEXT), Finding.error("c", "x[9]", TEXT, TEXT)));
        assertThat(e).hasMessage("x[9]: text; x[10]: text");
        assertThat(e.findings()).extracting(f -> f.location().column()).containsExactly("x[9]", "x[10]");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void bad_parts() {
            Location place = Location.of("a.csv");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Finding(" ", Severity.ERROR, place, TEXT, TEXT))
                    .withMessage("code must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Finding("c", null, place, TEXT, TEXT))
                    .withMessage("severity");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Finding("c", Severity.ERROR, null, TEXT, TEXT))
                    .withMessage("location");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Finding("c", Severity.ERROR, place, null, TEXT))
                    .withMessage("message");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Finding("c", Severity.ERROR, place, TEXT, null))
                    .withMessage("hint");
        }

        @Test
        void an_exception_without_findings() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InvalidDataException(List.of()))
                    .withMessage("findings must not be empty");
            InvalidDataException.throwIfAny(List.of());
        }
    }

    private static Finding finding(String code, int line) {
        return new Finding(code, Severity.WARNING, new Location("f.csv", line, ""), TEXT, TEXT);
    }
}
