package org.safecommunity.metrics.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class CronbachAlphaTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static ItemAnswers answers(double[]... people) {
        List<String> names = List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7");
        ItemAnswers answers = new ItemAnswers(names.subList(0, people[0].length));
        for (double[] person : people) {
            answers.add(person);
        }
        return answers;
    }

    private static CronbachAlpha alpha(ItemAnswers answers) {
        return CronbachAlpha.of(answers, Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cronbach-alpha.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String scale,
            String people,
            double value,
            double standardised,
            double error,
            double lower,
            double upper,
            String deleted,
            String rest) {
        CronbachAlpha alpha = alpha(answers(
                Arrays.stream(people.split(";")).map(CronbachAlphaTest::numbers).toArray(double[][]::new)));
        ResultContract.assertKept(alpha);
        assertClose(alpha.value().orElseThrow(), value, 1e-9);
        assertClose(detail(alpha, "standardisedAlpha"), standardised, 1e-9);
        assertClose(alpha.standardError().orElseThrow(), error, 1e-9);
        Interval interval = alpha.interval().orElseThrow();
        assertClose(interval.lower(), lower, 1e-9);
        assertClose(interval.upper(), upper, 1e-9);
        List<MetricResult> items = alpha.items();
        double[] expected = numbers(deleted);
        double[] correlations = numbers(rest);
        assertThat(items).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            ResultContract.assertKept(items.get(i));
            assertClose(items.get(i).value().orElseThrow(), expected[i], 1e-9);
            assertClose(detail(items.get(i), "itemRestCorrelation"), correlations[i], 1e-9);
        }
        assertThat(alpha.warnings().stream().map(Note::code).toList().contains("alpha-direction"))
                .as(scale)
                .isEqualTo(Arrays.stream(correlations).anyMatch(r -> r < 0));
    }

    /** Alpha is free of the unit all items share, and of any shift of one of them. */
    @Property(tries = 100)
    void unit_and_shift_do_not_matter(
            @ForAll @IntRange(min = 0) int seed, @ForAll @DoubleRange(min = 0.1, max = 50) double unit) {
        Random random = new Random(seed);
        double[][] people = new double[12][4];
        double[][] changed = new double[12][4];
        for (int i = 0; i < people.length; i++) {
            for (int j = 0; j < 4; j++) {
                people[i][j] = i == 0 ? j : random.nextInt(5);
                changed[i][j] = people[i][j] * unit + 3 * j;
            }
        }
        assertThat(alpha(answers(changed)).value().orElse(-99))
                .isCloseTo(alpha(answers(people)).value().orElse(-99), within(1e-8));
    }

    @Nested
    class Edges {
        @Test
        void fewer_than_three_people_have_no_alpha() {
            CronbachAlpha alpha = alpha(answers(new double[] {1, 2}, new double[] {2, 5}));
            assertThat(alpha.status()).isEqualTo(Status.EMPTY_DOMAIN);
            assertThat(alpha.warnings()).containsExactly(Note.of("alpha-few", 2));
            assertThat(alpha.items()).isEmpty();
            ResultContract.assertKept(alpha);
        }

        @Test
        void an_item_without_variance_is_kept_out_and_named() {
            double[][] with = {{1, 4, 2}, {2, 4, 2}, {3, 4, 5}, {5, 4, 4}};
            double[][] without = {{1, 2}, {2, 2}, {3, 5}, {5, 4}};
            CronbachAlpha alpha = alpha(answers(with));
            assertClose(
                    alpha.value().orElseThrow(), alpha(answers(without)).value().orElseThrow(), 1e-12);
            assertThat(alpha.warnings()).containsExactly(Note.of("alpha-constant", "q2"));
            assertThat(detail(alpha, "items")).isEqualTo(2);
            assertThat(alpha.items()).isEmpty();
            ResultContract.assertKept(alpha);
        }

        @Test
        void items_that_do_not_vary_or_cancel_have_no_alpha() {
            CronbachAlpha equal = alpha(answers(new double[] {3, 3}, new double[] {3, 3}, new double[] {3, 3}));
            assertThat(equal.status()).isEqualTo(Status.EMPTY_DOMAIN);
            assertThat(equal.warnings()).extracting(Note::code).containsExactly("alpha-constant", "alpha-none");
            ResultContract.assertKept(equal);
            CronbachAlpha cancelling = alpha(answers(new double[] {1, 5}, new double[] {5, 1}, new double[] {3, 3}));
            assertThat(cancelling.value()).isEmpty();
            ResultContract.assertKept(cancelling);
        }

        @Test
        void a_negative_alpha_is_given_with_a_warning() {
            CronbachAlpha alpha =
                    alpha(answers(new double[] {1, 5}, new double[] {5, 2}, new double[] {3, 3}, new double[] {2, 4}));
            assertThat(alpha.value().orElseThrow()).isNegative();
            assertThat(alpha.warnings()).extracting(Note::code).containsExactly("alpha-negative", "alpha-direction");
            ResultContract.assertKept(alpha);
        }

        @Test
        void one_item_twice_has_alpha_1() {
            CronbachAlpha alpha = alpha(answers(new double[] {1, 1}, new double[] {4, 4}, new double[] {3, 3}));
            assertThat(alpha.value().orElseThrow()).isCloseTo(1, within(1e-12));
            ResultContract.assertKept(alpha);
        }

        @Test
        void one_sided_limits() {
            ItemAnswers answers =
                    answers(new double[] {1, 2}, new double[] {4, 3}, new double[] {3, 5}, new double[] {2, 2});
            CronbachAlpha lower = CronbachAlpha.of(answers, new Confidence(0.95, Side.LOWER));
            CronbachAlpha upper = CronbachAlpha.of(answers, new Confidence(0.95, Side.UPPER));
            Interval both =
                    CronbachAlpha.of(answers, Confidence.of(0.9)).interval().orElseThrow();
            assertThat(lower.interval().orElseThrow().upper()).isEqualTo(1);
            assertClose(lower.interval().orElseThrow().lower(), both.lower(), 1e-12);
            assertThat(upper.interval().orElseThrow().lower()).isInfinite();
            assertClose(upper.interval().orElseThrow().upper(), both.upper(), 1e-12);
            ResultContract.assertKept(lower);
            ResultContract.assertKept(upper);
        }
    }

    @Nested
    class Rejects {
        @Test
        void scales_and_answers_that_are_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ItemAnswers(List.of("a")))
                    .withMessage("items must be two or more, was 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ItemAnswers(List.of("a", "a")))
                    .withMessage("items must differ, was a, a");
            ItemAnswers answers = new ItemAnswers(List.of("a", "b"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> answers.add(1))
                    .withMessage("answers must be 2, was 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> answers.add(1, Double.NaN))
                    .withMessage("answers must be finite, was NaN");
        }
    }
}
