package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.regression.Design;

class NonresponseAdjustmentTest {
    private static final List<Map<String, String>> ROWS = SurveySample.read("nonresponse.reference.csv");

    private static double[] column(String name) {
        return ROWS.stream().mapToDouble(row -> number(row, name)).toArray();
    }

    private static List<String> cells() {
        return ROWS.stream().map(row -> text(row, "cell")).toList();
    }

    private static List<Disposition> dispositions() {
        return ROWS.stream()
                .map(row -> Disposition.valueOf(text(row, "disposition").toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static void assertSame(List<Double> found, String name) {
        double[] expected = column(name);
        for (int i = 0; i < expected.length; i++) {
            assertClose(found.get(i), expected[i], 1e-9);
        }
    }

    @Test
    void weights_of_unknown_eligibility_and_of_non_response_match_reference_values() {
        assertSame(
                NonresponseAdjustment.eligibility(column("weight"), dispositions(), cells())
                        .weights(),
                "eligibility");
        assertSame(
                NonresponseAdjustment.byCells(column("eligibility"), dispositions(), cells())
                        .weights(),
                "by_cells");
        assertSame(
                NonresponseAdjustment.byPropensity(column("eligibility"), dispositions(), column("propensity"))
                        .weights(),
                "by_propensity");
    }

    @Test
    void propensities_and_their_classes_match_reference_values() {
        List<Disposition> dispositions = dispositions();
        int[] eligible = IntStream.range(0, ROWS.size())
                .filter(i -> dispositions.get(i).eligible())
                .toArray();
        double[] weights = column("eligibility");
        double[] x = column("x");
        Design design = Design.builder(eligible.length)
                .intercept()
                .numeric("x", IntStream.of(eligible).mapToDouble(i -> x[i]).toArray())
                .factor(
                        "cell",
                        IntStream.of(eligible).mapToObj(i -> cells().get(i)).toList(),
                        "a")
                .build();
        boolean[] responded = new boolean[eligible.length];
        for (int i = 0; i < eligible.length; i++) {
            responded[i] = dispositions.get(eligible[i]).responds();
        }

        double[] found = ResponsePropensity.of(
                design, IntStream.of(eligible).mapToDouble(i -> weights[i]).toArray(), responded);
        List<Integer> classes = ResponsePropensity.classes(found, 4);

        double[] propensity = column("propensity");
        String[] labels = new String[ROWS.size()];
        java.util.Arrays.fill(labels, "");
        for (int i = 0; i < eligible.length; i++) {
            assertClose(found[i], propensity[eligible[i]], 1e-9);
            labels[eligible[i]] = String.valueOf(classes.get(i));
            assertThat(labels[eligible[i]]).isEqualTo(text(ROWS.get(eligible[i]), "class"));
        }
        assertSame(
                NonresponseAdjustment.byCells(weights, dispositions, List.of(labels))
                        .weights(),
                "by_classes");
    }

    /** The vector of the sheet of formulas, S16. */
    @Test
    void ten_units_of_100_with_eight_answers_and_six_of_50_with_three() {
        List<Disposition> dispositions = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        double[] weights = new double[16];
        for (int i = 0; i < 16; i++) {
            boolean first = i < 10;
            weights[i] = first ? 100 : 50;
            cells.add(first ? "1" : "2");
            dispositions.add(i < 8 || (i >= 10 && i < 13) ? Disposition.COMPLETE : Disposition.NONRESPONSE);
        }

        NonresponseAdjustment adjusted = NonresponseAdjustment.byCells(weights, dispositions, cells);

        assertThat(adjusted.cells())
                .extracting(NonresponseAdjustment.Cell::factor)
                .containsExactly(1.25, 2.0);
        assertThat(adjusted.weights().get(0)).isEqualTo(125);
        assertThat(adjusted.weights().get(10)).isEqualTo(100);
        assertThat(adjusted.weights().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1300);
    }

    @Property(tries = 100)
    void the_sum_of_weights_stays(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = 0.5, max = 500) Double> weights,
            @ForAll @Size(value = 40) List<Disposition> drawn) {
        List<Disposition> dispositions = new ArrayList<>(drawn.subList(0, weights.size()));
        dispositions.set(0, Disposition.COMPLETE);
        double[] before = weights.stream().mapToDouble(Double::doubleValue).toArray();
        List<String> one = Collections.nCopies(before.length, "all");

        NonresponseAdjustment known = NonresponseAdjustment.eligibility(before, dispositions, one);
        NonresponseAdjustment answered = NonresponseAdjustment.byCells(
                known.weights().stream().mapToDouble(Double::doubleValue).toArray(), dispositions, one);

        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        assertClose(known.weights().stream().mapToDouble(Double::doubleValue).sum(), sum, 1e-12);
        assertClose(answered.weights().stream().mapToDouble(Double::doubleValue).sum(), sum, 1e-12);
    }

    /** 50 complete, 10 partial, 30 without interview, 5 not eligible, 5 unknown: worked out by hand. */
    @Test
    void response_rates_follow_the_definitions() {
        List<Disposition> dispositions = new ArrayList<>();
        dispositions.addAll(Collections.nCopies(50, Disposition.COMPLETE));
        dispositions.addAll(Collections.nCopies(10, Disposition.PARTIAL));
        dispositions.addAll(Collections.nCopies(30, Disposition.NONRESPONSE));
        dispositions.addAll(Collections.nCopies(5, Disposition.INELIGIBLE));
        dispositions.addAll(Collections.nCopies(5, Disposition.UNKNOWN));
        double[] ones = new double[100];
        java.util.Arrays.fill(ones, 1);

        ResponseRates rates = ResponseRates.of(ones, dispositions);

        double e = 90 / 95d;
        assertThat(rates.eligibleShare().orElseThrow()).isEqualTo(e);
        assertClose(rates.rate(1).orElseThrow(), 50 / 95d, 1e-15);
        assertClose(rates.rate(2).orElseThrow(), 60 / 95d, 1e-15);
        assertClose(rates.rate(3).orElseThrow(), 50 / (90 + 5 * e), 1e-15);
        assertClose(rates.rate(4).orElseThrow(), 60 / (90 + 5 * e), 1e-15);
        assertClose(rates.rate(5).orElseThrow(), 50 / 90d, 1e-15);
        assertClose(rates.rate(6).orElseThrow(), 60 / 90d, 1e-15);
    }

    @Test
    void a_sample_of_unknown_eligibility_has_no_rates_but_the_first_two() {
        ResponseRates rates = ResponseRates.of(new double[] {1}, List.of(Disposition.UNKNOWN));

        assertThat(rates.eligibleShare()).isEmpty();
        assertThat(rates.rate(1)).hasValue(0);
        assertThat(rates.rate(3)).isEmpty();
        assertThat(rates.rate(5)).isEmpty();
    }

    @Test
    void equal_propensities_are_one_class() {
        assertThat(ResponsePropensity.classes(new double[] {0.5, 0.5, 0.5, 0.5}, 5))
                .containsOnly(1);
    }

    @Nested
    class Rejects {
        @Test
        void a_cell_without_respondent() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NonresponseAdjustment.byCells(
                            new double[] {1, 1},
                            List.of(Disposition.COMPLETE, Disposition.NONRESPONSE),
                            List.of("a", "b")))
                    .withMessage("cell b must have a unit that takes the weight of the 1 units in it, was none; put it"
                            + " together with another");
        }

        @Test
        void a_propensity_of_zero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NonresponseAdjustment.byPropensity(
                            new double[] {1}, List.of(Disposition.COMPLETE), new double[] {0}))
                    .withMessage("propensities[0] must be above 0 and at most 1, was 0");
        }

        @Test
        void a_sample_in_which_nobody_answered() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NonresponseAdjustment.byPropensity(
                            new double[] {1}, List.of(Disposition.NONRESPONSE), new double[] {0.5}))
                    .withMessage("somebody must have answered, was none of 1");
        }

        @Test
        void weights_of_other_units() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResponseRates.of(new double[] {1, 2}, List.of(Disposition.COMPLETE)))
                    .withMessage("weights must be one for each unit, 1 or more, was 2 for 1");
        }

        @Test
        void a_model_that_tells_the_respondents_apart() {
            Design design = Design.builder(4)
                    .intercept()
                    .numeric("x", new double[] {1, 2, 3, 4})
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResponsePropensity.of(
                            design, new double[] {1, 1, 1, 1}, new boolean[] {false, false, true, true}))
                    .withMessageStartingWith("response model must have a finite estimate");
        }

        @Test
        void fewer_than_two_classes_and_rates_that_are_not_defined() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResponsePropensity.classes(new double[] {0.5}, 1))
                    .withMessage("classes must be 2 or more of some propensities, was 1 of 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResponseRates.of(new double[] {1}, List.of(Disposition.COMPLETE))
                            .rate(7))
                    .withMessage("number must be from 1 to 6, was 7");
        }
    }
}
