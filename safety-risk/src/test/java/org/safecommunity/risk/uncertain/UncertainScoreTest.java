package org.safecommunity.risk.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.uncertain.UncertainRating.Distribution;
import org.safecommunity.risk.uncertain.UncertainRating.Range;
import org.safecommunity.risk.uncertain.UncertainRating.Triple;

/** Vectors of the fact sheet on risk methods, sections 13 and 15. */
class UncertainScoreTest {
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();
    private static final UncertainScore EXPERTS = lec(shares("1:0.3 3:0.5 6:0.2"), number("6"), shares("7:0.6 15:0.4"));

    @Test
    void intervals_give_the_set_of_bands_hit() {
        UncertainScore score = lec(range("1", "3"), range("3", "6"), range("7", "15"));
        assertThat(score.range()).isEqualTo(range("21", "270"));
        assertThat(score.bandsHit(score.range()))
                .extracting(Band::id)
                .containsExactly("high", "significant", "possible");
        Range one = range("70", "70");
        assertThat(score.bandsHit(one)).extracting(Band::id).containsExactly("significant");
    }

    @Test
    void expert_distributions_are_convolved_exactly() {
        assertThat(EXPERTS.shares().entrySet().stream()
                        .map(e -> e.getKey().toPlainString() + ":"
                                + e.getValue().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("42:0.18 90:0.12 126:0.3 252:0.12 270:0.2 540:0.08");
        ScoreDistribution exact = EXPERTS.exact();
        assertThat(exact.bands().values()).containsExactly(0.08, 0.32, 0.42, 0.18, 0.0);
        assertThat(exact.mean()).isEqualTo(183.6);
        assertThat(exact.variance()).isEqualTo(17871.84);
        assertThat(exact.standardDeviation()).isCloseTo(133.69, within(0.005));
        assertThat(List.of(exact.p5(), exact.p50(), exact.p95())).containsExactly(42.0, 126.0, 540.0);
    }

    @Test
    void triangular_ratings_are_cut_and_multiplied() {
        UncertainScore score = lec(triple("1", "3", "6"), triple("3", "6", "6"), triple("7", "7", "15"));
        Triple product = score.triangle();
        assertThat(product).isEqualTo(triple("21", "126", "540"));
        assertThat(score.cut(new BigDecimal("0.5"))).isEqualTo(range("63", "297"));
        assertThat(score.cut(BigDecimal.ONE)).isEqualTo(range("126", "126"));
        assertThat(product.pertMean()).as("graded mean").isEqualTo(177.5);
        Triple l = triple("1", "3", "6");
        assertThat(l.pertMean()).isCloseTo(3.1667, within(0.00005));
        assertThat(l.pertVariance()).isCloseTo(0.6944, within(0.00005));
    }

    @Test
    void a_simulation_is_the_same_bit_for_bit_on_one_and_two_threads_and_meets_the_exact_result() {
        ScoreDistribution one = new Simulation(Simulation.Shape.PERT, 100_000, 7, 1).of(EXPERTS);
        ScoreDistribution two = new Simulation(Simulation.Shape.PERT, 100_000, 7, 2).of(EXPERTS);
        assertThat(two).isEqualTo(one);
        ScoreDistribution exact = EXPERTS.exact();
        assertThat(one.mean()).isCloseTo(exact.mean(), within(4 * exact.standardDeviation() / Math.sqrt(100_000)));
        exact.bands().forEach((band, share) -> assertThat(one.bands().get(band)).isCloseTo(share, within(0.007)));
        assertThat(List.of(one.p5(), one.p50(), one.p95())).containsExactly(42.0, 126.0, 540.0);
        assertThat(new Simulation(Simulation.Shape.PERT, 1000, 8, 1).of(EXPERTS))
                .isNotEqualTo(new Simulation(Simulation.Shape.PERT, 1000, 7, 1).of(EXPERTS));
    }

    @Test
    void pert_and_triangular_draws_have_the_moments_of_their_distribution() {
        UncertainScore score = lec(triple("1", "3", "6"), number("1"), number("1"));
        ScoreDistribution pert = new Simulation(Simulation.Shape.PERT, 200_000, 1, 2).of(score);
        double mean = 19.0 / 6;
        assertThat(pert.mean()).isCloseTo(mean, within(0.01));
        assertThat(pert.variance()).as("variance of the beta").isCloseTo((mean - 1) * (6 - mean) / 7, within(0.01));
        ScoreDistribution triangular = new Simulation(Simulation.Shape.TRIANGULAR, 200_000, 1, 2).of(score);
        assertThat(triangular.mean()).isCloseTo(10.0 / 3, within(0.01));
        assertThat(triangular.variance()).isCloseTo((1 + 9 + 36 - 3 - 6 - 18) / 18.0, within(0.01));
        ScoreDistribution uniform =
                new Simulation(Simulation.Shape.PERT, 200_000, 1, 2).of(lec(range("1", "4"), number("1"), number("1")));
        assertThat(uniform.mean()).isCloseTo(2.5, within(0.01));
        assertThat(uniform.variance()).isCloseTo(0.75, within(0.01));
    }

    @Test
    void sums_are_simulated_and_convolved_too() {
        Scheme mls = Scheme.find("mls").orElseThrow();
        Map<String, UncertainRating> factors = new LinkedHashMap<>();
        mls.factors().forEach(f -> factors.put(f.name(), number("1")));
        factors.put("s1", shares("2:0.5 4:0.5"));
        UncertainScore score = new UncertainScore(mls, factors);
        assertThat(score.exact().mean()).isEqualTo(6.0);
        assertThat(new Simulation(Simulation.Shape.PERT, 20_000, 1, 1).of(score).mean())
                .isCloseTo(6, within(0.05));
    }

    @Property(tries = 50)
    void a_simulation_never_leaves_the_range(@ForAll long seed) {
        UncertainScore score = lec(triple("1", "3", "6"), range("0.5", "2"), shares("7:0.6 15:0.4"));
        ScoreDistribution drawn = new Simulation(Simulation.Shape.TRIANGULAR, 500, seed, 1).of(score);
        assertThat(drawn.p5()).isBetween(3.5, drawn.p50());
        assertThat(drawn.p95()).isBetween(drawn.p50(), 180.0);
        assertThat(drawn.bands().values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void delphi_ratings_are_summed_up_and_judged() {
        DelphiItem item = new DelphiItem(List.of(3.0, 4.0, 4.0, 4.0, 5.0, 4.0, 3.0, 4.0, 5.0, 4.0), 12);
        assertThat(item.mean()).isEqualTo(4.0);
        assertThat(item.sd()).hasValueCloseTo(0.666667, within(5e-7));
        assertThat(item.cv()).hasValueCloseTo(0.166667, within(5e-7));
        assertThat(List.of(item.median(), item.quantile(0.25), item.quantile(0.75), item.iqr()))
                .containsExactly(4.0, 4.0, 4.0, 0.0);
        assertThat(item.shareFrom(4)).isEqualTo(0.8);
        assertThat(item.shareFrom(5)).isEqualTo(0.2);
        assertThat(item.responseRate()).isCloseTo(10.0 / 12, within(1e-15));
        assertThat(item.broken(DelphiItem.Rules.USUAL)).isEmpty();
        OptionalDouble none = OptionalDouble.empty();
        assertThat(item.broken(new DelphiItem.Rules(
                        OptionalDouble.of(4.5),
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0.9),
                        4,
                        5)))
                .containsExactly("mean", "cv", "top-share");
        assertThat(new DelphiItem(List.of(2.0, 8.0), 2).geometricMean()).hasValueCloseTo(4.0, within(1e-12));
        assertThat(new DelphiItem(List.of(0.0, 8.0), 2).geometricMean()).isEmpty();
        assertThat(new DelphiItem(List.of(4.0), 1).sd()).isEmpty();
        assertThat(new DelphiItem(List.of(4.0), 1).broken(DelphiItem.Rules.USUAL))
                .containsExactly("cv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DelphiItem.Rules(none, none, none, none, 4, 5))
                .withMessage("rules must have at least one rule");
    }

    @Test
    void rejects_what_cannot_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range("3", "1"))
                .withMessage("numbers must rise, was 3 then 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range("0", "1"))
                .withMessage("number must be greater than 0, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares("1:0.3 3:0.5"))
                .withMessage("shares must add up to 1, was 0.8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares("1:-1 3:2"))
                .withMessage("number and share must be greater than 0, was 1:-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lec(range("1", "3"), number("6"), number("7")).exact())
                .withMessage("factor l must be a number or a distribution, such as 1:0.3,3:0.5,6:0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lec(range("1", "3"), number("6"), number("7")).triangle())
                .withMessage("factor l must have a most likely number, such as 1/3/6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXPERTS.cut(BigDecimal.TEN))
                .withMessage("alpha must be from 0 to 1, was 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UncertainScore(LEC, Map.of("l", number("1"))))
                .withMessage("factor e must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(Simulation.Shape.PERT, 0, 1, 1))
                .withMessage("draws must be from 1 to 10000000, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(Simulation.Shape.PERT, 1, 1, 0))
                .withMessage("threads must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DelphiItem(List.of(), 0))
                .withMessage("ratings must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DelphiItem(List.of(1.0, 2.0), 1))
                .withMessage("asked must be at least 2, was 1");
    }

    private static UncertainScore lec(UncertainRating l, UncertainRating e, UncertainRating c) {
        return new UncertainScore(LEC, Map.of("l", l, "e", e, "c", c));
    }

    private static Range range(String least, String greatest) {
        return new Range(new BigDecimal(least), new BigDecimal(greatest));
    }

    private static Range number(String value) {
        return range(value, value);
    }

    private static Triple triple(String a, String m, String b) {
        return new Triple(new BigDecimal(a), new BigDecimal(m), new BigDecimal(b));
    }

    private static Distribution shares(String text) {
        SortedMap<BigDecimal, BigDecimal> shares = new TreeMap<>();
        for (String part : text.split(" ")) {
            int colon = part.indexOf(':');
            shares.put(new BigDecimal(part.substring(0, colon)), new BigDecimal(part.substring(colon + 1)));
        }
        return new Distribution(shares);
    }
}
