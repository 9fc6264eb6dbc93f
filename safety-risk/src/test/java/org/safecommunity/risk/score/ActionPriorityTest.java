package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ActionPriorityTest {
    private static final ActionPriority TABLE = ActionPriority.bundled();

    @ParameterizedTest
    @CsvFileSource(resources = "action-priority.reference.csv", useHeadersInDisplayName = true)
    void matches_the_worked_examples(String section, int s, int o, int d, BigDecimal rpn, String priority) {
        assertThat(TABLE.of(s, o, d).id()).isEqualTo(priority);
        assertThat(Scheme.find("fmea")
                        .orElseThrow()
                        .product(Map.of(
                                "s", BigDecimal.valueOf(s), "o", BigDecimal.valueOf(o), "d", BigDecimal.valueOf(d))))
                .isEqualTo(rpn);
    }

    @Test
    void splits_the_1000_combinations_as_published() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            counts.merge(TABLE.of(i / 100 + 1, i / 10 % 10 + 1, i % 10 + 1).id(), 1, Integer::sum);
        }
        assertThat(counts).hasToString("{H=318, L=468, M=214}");
    }

    @Property(tries = 200)
    void rises_with_each_rating(
            @ForAll @IntRange(min = 1, max = 9) int s,
            @ForAll @IntRange(min = 1, max = 9) int o,
            @ForAll @IntRange(min = 1, max = 9) int d) {
        int now = TABLE.levels().indexOf(TABLE.of(s, o, d));
        assertThat(List.of(TABLE.of(s + 1, o, d), TABLE.of(s, o + 1, d), TABLE.of(s, o, d + 1)))
                .allSatisfy(level -> assertThat(TABLE.levels().indexOf(level)).isLessThanOrEqualTo(now));
    }

    @Test
    void a_table_with_a_gap_an_overlap_and_an_unknown_level_is_refused_with_all_faults() {
        List<ActionPriority.Rule> rules = new ArrayList<>(TABLE.rules());
        rules.remove(0);
        rules.add(new ActionPriority.Rule("1-1", "1-1", "1-1", "X"));
        assertThatThrownBy(() -> new ActionPriority(
                        "A", "1", "e", TABLE.title(), TABLE.levels(), rules, TABLE.provenance(), TABLE.sources()))
                .hasMessageContaining("in none: 24, first (9, 8, 7)")
                .hasMessageContaining("rules must not overlap, in several: 1, first (1, 1, 1)")
                .hasMessageContaining("level must be one of the levels, was X");
    }

    @Test
    void rejects_ratings_and_ranges_outside_1_to_10() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.of(0, 1, 11))
                .withMessage("ratings must be from 1 to 10, was 0, 1, 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionPriority.Rule("9-11", "1-1", "1-1", "H"))
                .withMessage("s must be a range within 1-10, the lower number first, was 9-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionPriority.Rule("9", "1-1", "1-1", "H"))
                .withMessage("s must be a range such as 9-10, was 9");
    }

    @Test
    void fine_judges_the_cost_of_a_measure() {
        CostJustification cost = CostJustification.bundled();
        BigDecimal score = new BigDecimal("450");
        assertThat(cost.of(score, new BigDecimal("4"), new BigDecimal("2")))
                .isEqualTo(new CostJustification.Result(new BigDecimal("56.25"), true));
        assertThat(cost.of(new BigDecimal("80"), new BigDecimal("4"), new BigDecimal("2"))
                        .justified())
                .as("J = 10 is not above 10")
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.of(score, new BigDecimal("5"), BigDecimal.ONE))
                .withMessage("factor cf must be one of 10, 6, 4, 3, 2, 1, 0.5, was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE))
                .withMessage("score must be greater than 0, was 0");
    }

    @Test
    void direct_rules_only_raise_a_colour() {
        DirectRules rules = DirectRules.bundled();
        DirectRules.Rule rule = rules.find("accident-history").orElseThrow();
        assertThat(DirectRules.raise(Colour.BLUE, List.of(rule))).isEqualTo(Colour.RED);
        assertThat(DirectRules.raise(Colour.YELLOW, List.of())).isEqualTo(Colour.YELLOW);
        assertThat(DirectRules.raise(Colour.RED, List.of(new DirectRules.Rule("x", rule.title(), Colour.ORANGE))))
                .isEqualTo(Colour.RED);
        assertThat(rules.find("none")).isEmpty();
    }
}
