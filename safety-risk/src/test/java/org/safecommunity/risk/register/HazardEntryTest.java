package org.safecommunity.risk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.register.HazardEntry.CodedTerm;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/** Entries, their check and their order. */
class HazardEntryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final List<String> TOPICS = List.of("4.5.1.a", "4.5.1.b");
    private static final Control GUARD = Control.of(ControlKind.ENGINEERING, "guard");
    private static final Control RULE = Control.of(ControlKind.MANAGEMENT, "rule");

    private static RiskScore lec(String l, String e, String c) {
        return Scheme.find("LEC")
                .orElseThrow()
                .score(Map.of("l", new BigDecimal(l), "e", new BigDecimal(e), "c", new BigDecimal(c)));
    }

    private static RiskScore ls(int l, int s) {
        return Scheme.find("LS-SHANDONG")
                .orElseThrow()
                .score(Map.of("l", BigDecimal.valueOf(l), "s", BigDecimal.valueOf(s)));
    }

    private static HazardEntry entry(String id, Ratings ratings, List<Control> controls) {
        return new HazardEntry(
                id, "", "street", "hole", "4.5.1.a", null, null, "office", controls, "", ratings, DAY.plusDays(1));
    }

    private static List<String> codes(HazardEntry entry, @Nullable Set<String> points) {
        return HazardCheck.of(TOPICS, points, DAY).findings(entry, "hazards.csv", 7).stream()
                .map(f -> f.location() + " " + f.code())
                .toList();
    }

    @Test
    void a_complete_entry_has_no_finding() {
        assertThat(codes(entry("a", Ratings.of(lec("1", "6", "7")), List.of(GUARD)), Set.of()))
                .isEmpty();
    }

    @Test
    void what_is_missing_or_unknown_is_found_with_its_column() {
        HazardEntry bare = new HazardEntry(
                "a",
                "P9",
                "street",
                "hole",
                "4.5.1.z",
                new CodedTerm("2022", "2103"),
                new CodedTerm("1999", "1"),
                "",
                List.of(),
                "",
                Ratings.of(lec("10", "6", "15")),
                null);
        assertThat(codes(bare, Set.of("P1")))
                .containsExactly(
                        "hazards.csv:7:risk_point unknown-risk-point",
                        "hazards.csv:7:topic unknown-topic",
                        "hazards.csv:7:hazard_class unknown-code",
                        "hazards.csv:7:accident_type unknown-edition",
                        "hazards.csv:7:owner no-owner",
                        "hazards.csv:7:controls no-control",
                        "hazards.csv:7:proposed_controls further-measure",
                        "hazards.csv:7:next_review no-next-review");
        assertThat(codes(bare, null)).doesNotContain("hazards.csv:7:risk_point unknown-risk-point");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, ''", "2026-07-01, edition-replaced"})
    void a_replaced_edition_is_remarked_from_the_day_after_its_last(LocalDate day, String code) {
        HazardEntry old = new HazardEntry(
                "a",
                "",
                "street",
                "hole",
                "4.5.1.a",
                null,
                new CodedTerm("1986", "09"),
                "office",
                List.of(GUARD),
                "",
                Ratings.of(lec("1", "6", "7")),
                DAY);
        assertThat(HazardCheck.of(TOPICS, null, day).findings(old, "f", 1))
                .extracting(Finding::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void rules_alone_do_not_hold_a_high_risk_and_a_high_rest_needs_a_further_measure() {
        Ratings orange = Ratings.of(lec("3", "6", "15"));
        assertThat(codes(entry("a", orange, List.of(RULE)), null))
                .containsExactly(
                        "hazards.csv:7:control_engineering weak-controls",
                        "hazards.csv:7:proposed_controls further-measure");
        assertThat(codes(entry("a", Ratings.of(lec("1", "6", "15")), List.of(RULE)), null))
                .isEmpty();
    }

    @Test
    void a_residual_rating_above_the_current_one_is_remarked() {
        Ratings rising = new Ratings(lec("1", "6", "7"), lec("1", "6", "15"), lec("1", "6", "7"));
        assertThat(rising.isFalling()).isFalse();
        assertThat(codes(entry("a", rising, List.of(GUARD)), null))
                .containsExactly("hazards.csv:7:scheme ratings-rise");
        assertThat(new Ratings(lec("1", "6", "15"), lec("1", "6", "15"), lec("1", "6", "7")).isFalling())
                .isTrue();
    }

    @Test
    void a_band_that_counts_for_a_reason_colours_and_ranks_the_hazard_and_is_remarked_where_it_lowers() {
        RiskScore score = lec("3", "6", "15");
        Ratings raised = new Ratings(null, score, null, Rating.overridden(score, "extreme", "children pass"));
        Ratings lowered = new Ratings(null, score, null, Rating.overridden(score, "possible", "fence built"));
        assertThat(entry("a", raised, List.of(GUARD)).colour()).isEqualTo(Colour.RED);
        assertThat(raised.lastBand().id()).isEqualTo("extreme");
        assertThat(new Ratings(null, score, lec("1", "6", "7"), raised.judged())
                        .lastBand()
                        .id())
                .isEqualTo("possible");
        assertThat(codes(entry("a", raised, List.of(GUARD)), null))
                .containsExactly("hazards.csv:7:proposed_controls further-measure");
        assertThat(codes(entry("a", lowered, List.of(GUARD)), null))
                .containsExactly("hazards.csv:7:override override-lowers");
        assertThat(HazardRanking.rank(List.of(
                        entry("low", lowered, List.of()),
                        entry("computed", Ratings.of(score), List.of()),
                        entry("raised", raised, List.of()))))
                .extracting(r -> r.rank() + " " + r.hazard().id())
                .containsExactly("1 raised", "2 computed", "3 low");
    }

    @ParameterizedTest
    @CsvSource({"2026-08-02, -1", "2026-08-03, 1", "2026-09-02, 31"})
    void a_review_is_overdue_from_the_day_after(LocalDate day, long days) {
        HazardEntry entry = entry("a", Ratings.of(ls(5, 5)), List.of(GUARD));
        assertThat(entry.reviewOverdue(day).orElse(-1)).isEqualTo(days);
    }

    @Test
    void the_shorter_form_keeps_score_place_and_review() {
        HazardEntry entry = entry("a", Ratings.of(ls(5, 5)), List.of(GUARD, RULE));
        RiskEntry shorter = entry.toRiskEntry();
        assertThat(shorter.controls()).isEqualTo("guard; rule");
        HazardEntry back = HazardEntry.of(shorter);
        assertThat(back.ratings()).isEqualTo(entry.ratings());
        assertThat(back.controls()).containsExactly(Control.unsorted("guard; rule"));
        assertThat(back.nextReview()).isEqualTo(entry.nextReview());
    }

    @Test
    void order_is_colour_then_scheme_then_score_and_equal_risks_share_a_rank() {
        List<HazardEntry> hazards = List.of(
                entry("yellow-lec", Ratings.of(lec("1", "6", "15")), List.of()),
                entry("red-ls", Ratings.of(ls(4, 5)), List.of()),
                entry("red-lec", Ratings.of(lec("10", "6", "15")), List.of()),
                entry("yellow-ls-b", Ratings.of(ls(3, 4)), List.of()),
                entry("yellow-ls-a", Ratings.of(ls(4, 3)), List.of()));
        assertThat(HazardRanking.rank(hazards))
                .extracting(r -> r.rank() + " " + r.hazard().id())
                .containsExactly("1 red-lec", "2 red-ls", "3 yellow-lec", "4 yellow-ls-a", "4 yellow-ls-b");
        assertThat(HazardRanking.rank(List.of())).isEmpty();
    }

    @Provide
    Arbitrary<List<HazardEntry>> registers() {
        return Arbitraries.integers()
                .between(1, 5)
                .tuple2()
                .map(t -> entry(t.get1() + "-" + t.get2(), Ratings.of(ls(t.get1(), t.get2())), List.of()))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 100)
    void a_lower_place_never_has_a_higher_score_or_a_worse_colour(@ForAll("registers") List<HazardEntry> hazards) {
        List<HazardRanking.Ranked> ranked = HazardRanking.rank(hazards);
        assertThat(ranked).hasSameSizeAs(hazards);
        for (int i = 1; i < ranked.size(); i++) {
            HazardEntry above = ranked.get(i - 1).hazard();
            HazardEntry below = ranked.get(i).hazard();
            assertThat(above.ratings().current().score())
                    .isGreaterThanOrEqualTo(below.ratings().current().score());
            assertThat(above.colour()).isLessThanOrEqualTo(below.colour());
            boolean tie = above.ratings()
                            .current()
                            .score()
                            .compareTo(below.ratings().current().score())
                    == 0;
            assertThat(ranked.get(i).rank()).isEqualTo(tie ? ranked.get(i - 1).rank() : i + 1);
        }
    }

    @Nested
    class Rejects {
        @Test
        void a_level_that_the_kind_cannot_have() {
            assertThatThrownBy(() -> new Control(ControlKind.TRAINING, ControlLevel.ENGINEERING, "x"))
                    .hasMessage(
                            "level must be one of [ADMINISTRATIVE] for a control of kind TRAINING, was ENGINEERING");
            assertThatThrownBy(() -> new Control(null, ControlLevel.PPE, "x")).hasMessageContaining("one of none");
            assertThatThrownBy(() -> Control.of(ControlKind.PPE, " ")).hasMessage("text must not be blank");
        }

        @Test
        void a_band_that_counts_for_another_score() {
            Rating other = Rating.of(ls(2, 2));
            assertThatThrownBy(() -> new Ratings(null, ls(1, 1), null, other))
                    .hasMessage("judged must have the score of current, 1, was 4");
        }

        @Test
        void ratings_of_two_schemes() {
            RiskScore current = ls(1, 1);
            assertThatThrownBy(() -> new Ratings(lec("1", "1", "1"), current, null))
                    .hasMessage("inherent and residual must be rated by the scheme of current, LS-SHANDONG");
        }
    }
}
