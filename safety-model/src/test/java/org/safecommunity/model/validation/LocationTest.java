package org.safecommunity.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LocationTest {
    @Test
    void is_written_as_far_as_it_is_known() {
        assertThat(Location.of("a.csv")).hasToString("a.csv");
        assertThat(new Location("a.csv", 17, "age")).hasToString("a.csv:17:age");
        assertThat(new Location("a.csv", 17, "")).hasToString("a.csv:17");
        assertThat(Location.ofPath("a.json", "bands[2].from")).hasToString("a.json:bands[2].from");
    }

    @Test
    void sorts_by_file_line_and_path_with_numbers_as_numbers() {
        assertThat(Stream.of(
                                "b:1:a",
                                "a:0:x[10].y",
                                "a:0:x[2].y",
                                "a:0:x[2]",
                                "a:10:1",
                                "a:9:12",
                                "a:9:5",
                                "a:0:x[2].b")
                        .map(LocationTest::parse)
                        .sorted())
                .extracting(location -> location.file() + ":" + location.line() + ":" + location.column())
                .containsExactly(
                        "a:0:x[2]", "a:0:x[2].b", "a:0:x[2].y", "a:0:x[10].y", "a:9:5", "a:9:12", "a:10:1", "b:1:a");
    }

    @Property(tries = 200)
    void the_order_agrees_with_equals_and_is_antisymmetric(
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = '3') @CharRange(from = 'a', to = 'b') String a,
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = '3') @CharRange(from = 'a', to = 'b') String b) {
        Location first = Location.ofPath("f", a);
        Location second = Location.ofPath("f", b);
        assertThat(first.compareTo(second) == 0).isEqualTo(a.equals(b));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(-Integer.signum(second.compareTo(first)));
    }

    @Property(tries = 200)
    void the_order_is_transitive(
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '2') @CharRange(from = 'a', to = 'b') String a,
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '2') @CharRange(from = 'a', to = 'b') String b,
            @ForAll @StringLength(max = 4) @CharRange(from = '0', to = '2') @CharRange(from = 'a', to = 'b') String c) {
        assertThat(Stream.of(a, b, c).map(path -> Location.ofPath("f", path)).sorted())
                .isSortedAccordingTo(Location::compareTo);
        Location[] sorted = Stream.of(a, b, c)
                .map(path -> Location.ofPath("f", path))
                .sorted()
                .toArray(Location[]::new);
        assertThat(sorted[0].compareTo(sorted[2])).isNotPositive();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void bad_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Location("a.csv", -1, ""))
                    .withMessage("line must be 0 or more, was -1");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Location(null, 1, ""))
                    .withMessage("file");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Location("a.csv", 1, null))
                    .withMessage("column");
        }
    }

    private static Location parse(String text) {
        String[] parts = text.split(":");
        return new Location(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }
}
