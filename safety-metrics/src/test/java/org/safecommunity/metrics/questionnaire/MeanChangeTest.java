package org.safecommunity.metrics.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

/** Mean change of scores and equivalence of two rounds. */
class MeanChangeTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static PairedScores scores(double[] before, double[] after) {
        PairedScores scores = new PairedScores();
        for (int i = 0; i < before.length; i++) {
            scores.add(before[i], after[i]);
        }
        return scores;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "mean-change.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String name,
            String before,
            String after,
            double change,
            double error,
            double lower,
            double upper,
            double t,
            double p,
            double margin,
            double tost,
            double lower90,
            double upper90) {
        PairedScores scores = scores(numbers(before), numbers(after));
        MeanChange result = MeanChange.of(scores, Confidence.DEFAULT);
        ResultContract.assertKept(result);
        assertClose(result.value().orElseThrow(), change, 1e-9);
        assertClose(result.standardError().orElseThrow(), error, 1e-9);
        Interval interval = result.interval().orElseThrow();
        assertClose(interval.lower(), lower, 1e-9);
        assertClose(interval.upper(), upper, 1e-9);
        assertClose(result.test().orElseThrow().statistic(), t, 1e-9);
        assertClose(result.test().orElseThrow().pValue(), p, 1e-9);
        Equivalence same = Equivalence.of(scores, margin, 0.05);
        ResultContract.assertKept(same);
        assertClose(same.test().orElseThrow().pValue(), tost, 1e-9);
        assertClose(same.interval().orElseThrow().lower(), lower90, 1e-9);
        assertClose(same.interval().orElseThrow().upper(), upper90, 1e-9);
        assertThat(same.equivalent()).as(name).contains(tost < 0.05);
    }

    /** The p-value of the two tests is below alpha exactly where the interval of level 1 - 2 alpha is inside the margins. */
    @Property(tries = 100)
    void test_and_interval_agree(
            @ForAll @DoubleRange(min = -3, max = 3) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 5) double margin,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double alpha) {
        PairedScores scores = scores(
                new double[] {1, 2, 3, 4, 5},
                new double[] {1.4 + shift, 2.1 + shift, 2.7 + shift, 4.3 + shift, 4.8 + shift});
        Equivalence same = Equivalence.of(scores, margin, alpha);
        double p = same.test().orElseThrow().pValue();
        if (Math.abs(p - alpha) > 1e-9) {
            assertThat(same.equivalent()).contains(p < alpha);
        }
    }

    @Test
    void nobody_one_person_and_the_same_change_for_all_have_no_interval() {
        MeanChange nobody = MeanChange.of(new PairedScores(), Confidence.DEFAULT);
        ResultContract.assertKept(nobody);
        assertThat(nobody.status()).isEqualTo(Status.EMPTY_DOMAIN);
        MeanChange one = MeanChange.of(scores(new double[] {1}, new double[] {3}), Confidence.DEFAULT);
        ResultContract.assertKept(one);
        assertThat(one.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(one.value()).hasValue(2);
        assertThat(one.interval()).isEmpty();
        PairedScores equal = scores(new double[] {1, 2, 3}, new double[] {3, 4, 5});
        MeanChange all = MeanChange.of(equal, Confidence.DEFAULT);
        ResultContract.assertKept(all);
        assertThat(all.standardError()).hasValue(0);
        assertThat(all.interval()).isEmpty();
        assertThat(all.warnings()).containsExactly(Note.of("change-no-variance"));
        Equivalence same = Equivalence.of(equal, 5, 0.05);
        ResultContract.assertKept(same);
        assertThat(same.equivalent()).isEmpty();
    }

    @Test
    void shares_are_equivalent_where_the_interval_is_inside_the_margin() {
        PairedAnswers answers = new PairedAnswers(794, 150, 86, 570);
        Equivalence wide = Equivalence.of(answers, 0.06, 0.05);
        ResultContract.assertKept(wide);
        assertThat(wide.equivalent()).contains(true);
        assertThat(wide.test()).isEmpty();
        assertThat(Equivalence.of(answers, 0.05, 0.05).equivalent()).contains(false);
        assertThat(wide.interval()).isEqualTo(new PairedDifference(answers, Confidence.of(1 - 2 * 0.05)).interval());
    }

    @Test
    void a_one_sided_limit_leaves_the_other_end_open() {
        PairedScores scores = scores(new double[] {1, 2, 3}, new double[] {3, 4, 6});
        Interval lower = MeanChange.of(scores, new Confidence(0.95, Side.LOWER))
                .interval()
                .orElseThrow();
        assertThat(lower.upper()).isInfinite();
        assertThat(lower.lower())
                .isEqualTo(MeanChange.of(scores, Confidence.of(0.9))
                        .interval()
                        .orElseThrow()
                        .lower());
    }

    @Nested
    class Rejects {
        @Test
        void scores_that_are_not_finite() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PairedScores().add(1, Double.NaN))
                    .withMessage("scores must be finite, were 1.0 and NaN");
        }

        @Test
        void margins_and_errors_out_of_range() {
            PairedScores scores = scores(new double[] {1, 2}, new double[] {3, 5});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Equivalence.of(scores, 0, 0.05))
                    .withMessageContaining("margin must be finite and greater than 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Equivalence.of(scores, 1, 0.5))
                    .withMessage("alpha must be greater than 0 and less than 0.5, was 0.5");
        }
    }
}
