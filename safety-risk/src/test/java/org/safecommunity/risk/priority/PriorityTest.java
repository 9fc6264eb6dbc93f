package org.safecommunity.risk.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.risk.priority.HaddonMatrix.Factor;
import org.safecommunity.risk.priority.HaddonMatrix.Measure;
import org.safecommunity.risk.priority.HaddonMatrix.Phase;
import org.safecommunity.risk.score.Colour;

/** The methods of ordering problems, beside R. */
class PriorityTest {
    private static final SeverityWeights ORDINAL =
            SeverityWeights.find("ordinal").orElseThrow();

    private static HanlonRating rating(double a, double b, double c, List<Boolean> pearl) {
        return new HanlonRating("x", a, b, c, pearl, HanlonForm.BPR);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "hanlon.reference.csv", useHeadersInDisplayName = true)
    void hanlon_matches_the_reference(String section, String form, double a, double b, double c, double rating) {
        HanlonRating rated =
                new HanlonRating("x", a, b, c, List.of(), HanlonForm.parse(form).orElseThrow());
        assertThat(rated.basic()).isCloseTo(rating, within(1e-12 * Math.max(1, rating)));
        assertThat(rated.overall()).isEqualTo(rated.basic());
        HanlonForm known = rated.form();
        assertThat(rated.terms().value(List.of(1.0, known.weightB())))
                .isCloseTo(rating, within(1e-12 * Math.max(1, rating)));
    }

    @Test
    void one_no_of_pearl_makes_the_overall_rating_zero() {
        assertThat(rating(8, 15, 6, List.of(true, true, true, true, true)).overall())
                .isEqualTo(46);
        for (int i = 0; i < 5; i++) {
            List<Boolean> answers = new ArrayList<>(List.of(true, true, true, true, true));
            answers.set(i, false);
            assertThat(rating(8, 15, 6, answers).overall()).isZero();
            assertThat(rating(8, 15, 6, answers).basic()).isEqualTo(46);
        }
    }

    @Test
    void hanlon_explains_itself_and_says_what_is_recalled() {
        assertThat(rating(8, 15, 6, List.of()).explain())
                .anySatisfy(s -> assertThat(s.numbers()).isEqualTo("(8 + 15) × 6 / 3"))
                .anySatisfy(s -> assertThat(s.outcome().en()).contains("recalled, unconfirmed"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pareto.reference.csv", useHeadersInDisplayName = true)
    void pareto_matches_the_reference(String section, String name, double amount, double cumulative, boolean vital) {
        List<Pareto.Amount> amounts = List.of(
                new Pareto.Amount("traffic", 86),
                new Pareto.Amount("falls", 54),
                new Pareto.Amount("burns", 21),
                new Pareto.Amount("drowning", 12),
                new Pareto.Amount("dog bite", 9),
                new Pareto.Amount("other", 7),
                new Pareto.Amount("electric", 6),
                new Pareto.Amount("poisoning", 5));
        Pareto pareto = Pareto.of(amounts, Pareto.LIMIT, null);
        Pareto.Entry entry = pareto.entries().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(entry.amount()).isEqualTo(amount);
        assertThat(pareto.cumulativeShare(entry).orElseThrow()).isCloseTo(cumulative, within(1e-12));
        assertThat(entry.vital()).isEqualTo(vital);
        assertThat(pareto.vitalFew()).containsExactly("traffic", "falls", "burns");
        Pareto last = Pareto.of(amounts, Pareto.LIMIT, "other");
        assertThat(last.entries().get(7).name()).isEqualTo("other");
        assertThat(last.entries().get(5).cumulative()).isEqualTo(188);
    }

    @Test
    void ties_keep_their_order_share_a_rank_and_the_crossing_one_is_included() {
        Pareto pareto = Pareto.of(
                List.of(
                        new Pareto.Amount("a", 1),
                        new Pareto.Amount("b", 4),
                        new Pareto.Amount("c", 4),
                        new Pareto.Amount("d", 1)),
                0.8,
                null);
        assertThat(pareto.entries()).extracting(Pareto.Entry::name).containsExactly("b", "c", "a", "d");
        assertThat(pareto.entries()).extracting(Pareto.Entry::rank).containsExactly(1, 1, 3, 3);
        assertThat(pareto.vitalFew()).containsExactly("b", "c");
    }

    @Test
    void nothing_at_all_has_no_vital_few_and_no_shares() {
        Pareto none = Pareto.of(List.of(new Pareto.Amount("a", 0)), 0.8, null);
        assertThat(none.vitalFew()).isEmpty();
        assertThat(none.share(none.entries().get(0))).isEmpty();
        assertThat(none.explain(none.entries().get(0))).hasSize(1);
        assertThat(Pareto.of(List.of(), 0.8, null).entries()).isEmpty();
    }

    @Provide
    Arbitrary<List<Integer>> counts() {
        return Arbitraries.integers().between(0, 50).list().ofMinSize(1).ofMaxSize(15);
    }

    @Property(tries = 150)
    void the_vital_few_are_the_smallest_beginning_that_reaches_the_limit(
            @ForAll("counts") List<Integer> counts, @ForAll @DoubleRange(min = 0.05, max = 1) double limit) {
        List<Pareto.Amount> amounts = new ArrayList<>();
        counts.forEach(n -> amounts.add(new Pareto.Amount("i" + amounts.size(), n)));
        Pareto pareto = Pareto.of(amounts, limit, null);
        int vital = pareto.vitalFew().size();
        List<Integer> sorted =
                counts.stream().sorted(java.util.Comparator.reverseOrder()).toList();
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        int smallest = 0;
        int sum = 0;
        while (total > 0 && sum < limit * total) {
            sum += sorted.get(smallest++);
        }
        assertThat(vital).isEqualTo(smallest);
        assertThat(pareto.entries().get(counts.size() - 1).cumulative()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "burden.reference.csv", useHeadersInDisplayName = true)
    void the_risk_index_matches_the_reference(
            String section,
            double deaths,
            double serious,
            double slight,
            double years,
            long events,
            double rate,
            double index) {
        InjuryBurden burden = new InjuryBurden("x", events, years, List.of(deaths, serious, slight), ORDINAL);
        assertThat(burden.rate()).isCloseTo(rate, within(1e-12 * Math.max(1, rate)));
        assertThat(burden.index()).isCloseTo(index, within(1e-12 * Math.max(1, index)));
        assertThat(burden.rate() * burden.meanWeight()).isCloseTo(index, within(1e-12 * Math.max(1, index)));
        assertThat(burden.terms().value(ORDINAL.weights())).isCloseTo(index, within(1e-12 * Math.max(1, index)));
    }

    /** 18 events in 62,500 residents in one year: 28.8 per 100,000. */
    @Test
    void the_rate_of_the_sheet() {
        assertThat(new InjuryBurden("x", 18, 62_500, List.of(0.0, 3.0, 15.0), ORDINAL).rate())
                .isCloseTo(28.8, within(1e-12));
    }

    @Test
    void a_death_counts_6000_lost_days_and_the_choice_is_part_of_the_working() {
        SeverityWeights days = SeverityWeights.find("lost-days").orElseThrow();
        InjuryBurden burden = new InjuryBurden("x", 3, 100_000, List.of(1.0, 2.0, 40.0), days);
        assertThat(burden.index()).isEqualTo(6040);
        assertThat(burden.explain())
                .anySatisfy(s -> assertThat(s.outcome().en()).contains("GB6441-1986"));
        InjuryBurden own =
                new InjuryBurden("x", 1, 100_000, List.of(1.0, 0.0, 0.0), ORDINAL.with(List.of(10.0, 3.0, 1.0)));
        assertThat(own.index()).isEqualTo(10);
        assertThat(own.explain()).anySatisfy(s -> assertThat(s.outcome().zh()).contains("权重由本次排序自定"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sensitivity.reference.csv", useHeadersInDisplayName = true)
    void the_first_change_is_where_two_sums_cross(int weight, double at) {
        List<WeightedSum> sums =
                List.of(new WeightedSum("a", List.of(2.0, 9.0, 40.0)), new WeightedSum("b", List.of(1.0, 12.0, 42.0)));
        List<Double> weights = List.of(3.0, 2.0, 1.0);
        RankSensitivity.Change change = RankSensitivity.all(sums, weights).stream()
                .filter(c -> c.weight() == weight)
                .findFirst()
                .orElseThrow();
        assertThat(change.at()).isCloseTo(at, within(1e-9 * at));
        assertThat(change.rises()).isEqualTo("a");
        assertThat(change.falls()).isEqualTo("b");
    }

    @Provide
    Arbitrary<List<WeightedSum>> sums() {
        return Arbitraries.integers()
                .between(0, 20)
                .map(Integer::doubleValue)
                .list()
                .ofSize(3)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(lists -> {
                    List<WeightedSum> sums = new ArrayList<>();
                    lists.forEach(terms -> sums.add(new WeightedSum("s" + sums.size(), terms)));
                    return sums;
                });
    }

    /** Before the change no pair that differs now is reversed; beyond it one is. */
    @Property(tries = 200)
    void the_order_holds_up_to_the_change_and_not_beyond(
            @ForAll("sums") List<WeightedSum> sums, @ForAll @IntRange(max = 2) int weight, @ForAll boolean up) {
        List<Double> chosen = List.of(3.0, 2.0, 1.0);
        double now = chosen.get(weight);
        var change = RankSensitivity.first(sums, chosen, weight, up);
        double at = change.map(RankSensitivity.Change::at).orElse(up ? now * 1000 : 0.0);
        assertThat(reversed(sums, chosen, weight, now + (at - now) * 0.999)).isFalse();
        if (change.isPresent() && at != now) {
            assertThat(reversed(sums, chosen, weight, at + (at - now) * 1e-6)).isTrue();
        }
    }

    private static boolean reversed(List<WeightedSum> sums, List<Double> weights, int weight, double moved) {
        List<Double> other = new ArrayList<>(weights);
        other.set(weight, moved);
        return sums.stream().anyMatch(a -> sums.stream()
                .anyMatch(b -> a.value(weights) > b.value(weights) && a.value(other) < b.value(other) - 1e-12));
    }

    @Test
    void data_and_register_disagree_both_ways() {
        Map<String, Colour> colours = new java.util.LinkedHashMap<>();
        colours.put("a", Colour.BLUE);
        colours.put("b", Colour.RED);
        colours.put("c", Colour.ORANGE);
        colours.put("e", Colour.RED);
        colours.put("f", Colour.YELLOW);
        assertThat(Disagreement.between(List.of("a", "b", "c", "d"), Set.of("a", "b", "d"), colours))
                .extracting(d -> d.name() + " " + d.kind().label() + " " + d.colour())
                .containsExactly(
                        "a high-in-data-low-in-register BLUE",
                        "c low-in-data-high-in-register ORANGE",
                        "d high-in-data-low-in-register null",
                        "e low-in-data-high-in-register RED");
    }

    @Test
    void haddon_has_twelve_cells_and_warns_of_empty_phases_and_of_plans_for_the_person_alone() {
        HaddonMatrix matrix = new HaddonMatrix(List.of(
                new Measure(Phase.PRE, Factor.HOST, "training"),
                new Measure(Phase.EVENT, Factor.HOST, "escape skills"),
                new Measure(Phase.PRE, Factor.HOST, "leaflet")));
        assertThat(matrix.cell(Phase.PRE, Factor.HOST)).containsExactly("training", "leaflet");
        assertThat(matrix.cell(Phase.POST, Factor.SOCIAL)).isEmpty();
        assertThat(matrix.warnings())
                .extracting(w -> w.code() + ": " + w.text().en())
                .containsExactly(
                        "empty-phase: no measure for the post-event phase",
                        "host-only: every measure asks something of the person; none changes product, place or rules");
        List<Measure> full = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            full.add(new Measure(phase, Factor.VEHICLE, "x"));
        }
        assertThat(new HaddonMatrix(full).warnings()).isEmpty();
        assertThat(Phase.parse("事后")).contains(Phase.POST);
        assertThat(Factor.parse("Physical environment")).contains(Factor.PHYSICAL);
        assertThat(Factor.parse("weather")).isEmpty();
    }

    @Nested
    class Rejects {
        @Test
        void ratings_out_of_their_range() {
            assertThatThrownBy(() -> rating(11, 1, 1, List.of())).hasMessage("size must be from 0 to 10, was 11");
            assertThatThrownBy(() -> rating(1, Double.NaN, 1, List.of()))
                    .hasMessage("seriousness must be from 0 to 20, was NaN");
            assertThatThrownBy(() -> new HanlonRating("x", 1, 11, 1, List.of(), HanlonForm.NACCHO))
                    .hasMessage("seriousness must be from 0 to 10, was 11");
            assertThatThrownBy(() -> rating(1, 1, 1, List.of(true))).hasMessage("pearl must have 5 answers, was 1");
        }

        @Test
        void amounts_limits_and_weights() {
            assertThatThrownBy(() -> new Pareto.Amount("a", -1))
                    .hasMessage("amount must be finite and 0 or more, was -1.0");
            assertThatThrownBy(() -> Pareto.of(List.of(), 0, null))
                    .hasMessage("limit must be greater than 0 and at most 1, was 0.0");
            assertThatThrownBy(() -> ORDINAL.with(List.of(1.0)))
                    .hasMessage("weights must be as many as the terms, 3, was 1");
            assertThatThrownBy(() -> new WeightedSum("a", List.of(-1.0)))
                    .hasMessage("terms must be finite and 0 or more, was -1.0");
        }

        @Test
        void burdens_that_cannot_be() {
            List<Double> counts = List.of(1.0, 0.0, 0.0);
            assertThatThrownBy(() -> new InjuryBurden("x", 0, 100, counts, ORDINAL))
                    .hasMessage("severity must be 0 without an event, was 3.0");
            assertThatThrownBy(() -> new InjuryBurden("x", 1, 0, counts, ORDINAL))
                    .hasMessage("personYears must be finite and greater than 0, was 0.0");
            assertThatThrownBy(() -> new InjuryBurden("x", -1, 1, counts, ORDINAL))
                    .hasMessage("events must be 0 or more, was -1");
        }
    }
}
