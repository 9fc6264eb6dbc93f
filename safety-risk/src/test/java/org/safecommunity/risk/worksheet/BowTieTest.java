package org.safecommunity.risk.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.risk.worksheet.BowTie.Barrier;
import org.safecommunity.risk.worksheet.BowTie.Consequence;
import org.safecommunity.risk.worksheet.BowTie.Threat;

class BowTieTest {
    @ParameterizedTest
    @CsvFileSource(resources = "bow-tie.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String threats, String barriers, double top, double bad, double mitigated) {
        Consequence consequence = new Consequence("C", barriers(barriers == null ? "" : barriers));
        List<Threat> list = new ArrayList<>();
        for (String threat : threats.split(";")) {
            int slash = threat.indexOf('/');
            String frequency = slash < 0 ? threat : threat.substring(0, slash);
            String rest = slash < 0 ? "" : threat.substring(slash + 1);
            list.add(new Threat("T" + list.size(), Double.valueOf(frequency), barriers(rest)));
        }
        BowTie bowTie = new BowTie("B", list, List.of(consequence));
        assertThat(bowTie.topEvent().orElseThrow()).isCloseTo(top, within(1e-12 * Math.max(top, 1)));
        assertThat(bowTie.frequency(consequence).orElseThrow()).isCloseTo(bad, within(1e-12));
        assertThat(bowTie.mitigated(consequence).orElseThrow()).isCloseTo(mitigated, within(1e-12));
    }

    private static List<Barrier> barriers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("/"))
                        .map(p -> new Barrier("P", Double.valueOf(p)))
                        .toList();
    }

    @Property(tries = 100)
    void another_barrier_never_raises_a_frequency(
            @ForAll @DoubleRange(min = 0, max = 10) double frequency,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        BowTie one = new BowTie("B", List.of(new Threat("T", frequency, List.of(new Barrier("P", p)))), List.of());
        BowTie two = new BowTie(
                "B", List.of(new Threat("T", frequency, List.of(new Barrier("P", p), new Barrier("Q", q)))), List.of());
        assertThat(two.topEvent().orElseThrow())
                .isLessThanOrEqualTo(one.topEvent().orElseThrow());
    }

    @Test
    void a_number_that_is_not_known_leaves_no_result_and_the_working_says_so() {
        Consequence consequence = new Consequence("C", List.of(new Barrier("M", null)));
        BowTie open = new BowTie("B", List.of(new Threat("T", null, List.of())), List.of(consequence));
        assertThat(open.topEvent()).isEmpty();
        assertThat(open.mitigated(consequence)).isEmpty();
        assertThat(open.explain(consequence))
                .extracting(s -> s.outcome().en())
                .anyMatch(t -> t.startsWith("not estim"));
        assertThat(new BowTie("B", List.of(), List.of()).topEvent()).isEmpty();
        BowTie known = new BowTie("B", List.of(new Threat("T", 1.0, List.of())), List.of(consequence));
        assertThat(known.topEvent()).hasValue(1);
        assertThat(known.frequency(consequence)).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void a_probability_outside_0_to_1() {
            assertThatThrownBy(() -> new Barrier("P", 1.01)).hasMessage("failure must be from 0 to 1, was 1.01");
            assertThatThrownBy(() -> new Barrier("P", Double.NaN)).hasMessage("failure must be from 0 to 1, was NaN");
        }

        @Test
        void a_frequency_below_0_or_infinite() {
            assertThatThrownBy(() -> new Threat("T", -1.0, List.of()))
                    .hasMessage("frequency must be finite and 0 or more, was -1.0");
            assertThatThrownBy(() -> new Threat("T", Double.POSITIVE_INFINITY, List.of()))
                    .hasMessage("frequency must be finite and 0 or more, was Infinity");
        }

        @Test
        void a_blank_id() {
            assertThatThrownBy(() -> new BowTie(" ", List.of(), List.of()))
                    .hasMessageContaining("id must not be blank");
        }
    }
}
