package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.survey.WeightCalibration.Factors;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

class WeightCalibrationTest {
    private static final Map<String, Margin> MARGINS = Map.of(
            "dom", new Margin("dom", Map.of("A", 300.0, "B", 280.0)),
            "yes", new Margin("yes", Map.of("0", 220.0, "1", 360.0)),
            "stype", new Margin("stype", Map.of("E", 4421.0, "H", 755.0, "M", 1018.0)),
            "sch_wide", new Margin("sch_wide", Map.of("No", 1072.0, "Yes", 5122.0)));

    private static Factors factors(String data, List<String> variables) {
        SurveySample sample = ReferenceSamples.of(data);
        WeightCalibration calibration = new WeightCalibration(variables.stream()
                .map(name -> Objects.requireNonNull(MARGINS.get(name), name))
                .toList());
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            calibration.add(
                    variables.stream().map(name -> SurveySample.text(row, name)).toList(), sample.weight(i));
        }
        return calibration.factors(1000);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "weight-calibration.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String data, String variables, String levels, double factor) {
        Factors factors = factors(data, List.of(variables.split(" ")));
        assertClose(factors.of(List.of(levels.split(" "))), factor, 1e-9);
    }

    @Test
    void says_how_far_the_weights_moved() {
        Factors one = factors("mini", List.of("dom"));
        assertThat(one.rounds()).isEqualTo(1);
        assertClose(one.smallest(), 280 / 274d, 1e-12);
        assertClose(one.largest(), 300 / 290d, 1e-12);
        assertClose(one.kishBefore(), 1.2126150596, 1e-9);
        assertThat(one.kishAfter()).isGreaterThan(1);
    }

    /** Weights after raking add up to every margin; what met the totals before stays as it is. */
    @Property(tries = 100)
    void margins_are_met(@ForAll @IntRange(min = 0) int seed) {
        Random random = new Random(seed);
        Margin a = new Margin("a", Map.of("x", 10.0 + random.nextInt(90), "y", 50.0));
        double sum =
                a.totals().values().stream().mapToDouble(Double::doubleValue).sum();
        Margin b = new Margin("b", Map.of("u", sum / 4, "v", sum * 3 / 4));
        WeightCalibration calibration = new WeightCalibration(List.of(a, b));
        List<List<String>> units = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            units.add(
                    i < 4
                            ? List.of(i % 2 == 0 ? "x" : "y", i < 2 ? "u" : "v")
                            : List.of(random.nextBoolean() ? "x" : "y", random.nextBoolean() ? "u" : "v"));
            weights.add(1 + random.nextDouble() * 5);
            calibration.add(units.get(i), weights.get(i));
        }
        Factors factors = calibration.factors(1000);
        for (String level : List.of("x", "y", "u", "v")) {
            double reached = 0;
            for (int i = 0; i < units.size(); i++) {
                reached += units.get(i).contains(level) ? weights.get(i) * factors.of(units.get(i)) : 0;
            }
            Margin margin = level.compareTo("x") < 0 ? b : a;
            assertClose(reached, Objects.requireNonNull(margin.totals().get(level), level), 1e-10);
        }
    }

    @Test
    void sums_that_differ_by_rounding_are_taken_as_one() {
        WeightCalibration calibration = new WeightCalibration(List.of(
                new Margin("a", Map.of("x", 60.0, "y", 40.0)), new Margin("b", Map.of("u", 30.00001, "v", 70.0))));
        for (String a : List.of("x", "y")) {
            for (String b : List.of("u", "v")) {
                calibration.add(List.of(a, b), 1);
            }
        }
        Factors factors = calibration.factors(100);
        assertThat(factors.of(List.of("x", "u")) + factors.of(List.of("x", "v")))
                .isCloseTo(60, within(1e-9));
    }

    @Nested
    class Rejects {
        private final Margin dom = new Margin("dom", Map.of("A", 30.0, "B", 70.0, "C", 0.0));

        @Test
        void totals_that_are_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WeightCalibration(List.of()))
                    .withMessage("margins must be one or more, was empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Margin("a", Map.of("x", -1.0)))
                    .withMessageStartingWith("total of a x must be");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new WeightCalibration(List.of(dom, new Margin("yes", Map.of("1", 60.0, "0", 30.0)))))
                    .withMessage("totals must have one sum, were 100 of dom and 90 of yes");
        }

        @Test
        void levels_without_total_and_totals_without_unit() {
            WeightCalibration calibration = new WeightCalibration(List.of(dom));
            calibration.add(List.of("A"), 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calibration.add(List.of("D"), 2))
                    .withMessage("total of dom D must be greater than 0 for a level of the sample, was absent");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calibration.add(List.of("C"), 2))
                    .withMessage("total of dom C must be greater than 0 for a level of the sample, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calibration.factors(10))
                    .withMessage(
                            "dom B must have a unit in the sample for its total of 70; put it together with another"
                                    + " level");
        }

        @Test
        void margins_that_cannot_be_met() {
            WeightCalibration calibration =
                    new WeightCalibration(List.of(dom, new Margin("yes", Map.of("1", 80.0, "0", 20.0))));
            calibration.add(List.of("A", "1"), 1);
            calibration.add(List.of("B", "0"), 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calibration.factors(50))
                    .withMessageStartingWith("margins must be met after 50 rounds, was")
                    .withMessageEndingWith("put levels together");
        }
    }
}
