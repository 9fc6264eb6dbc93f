package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class McDonaldOmegaTest {
    private static McDonaldOmega omega(String people) {
        List<double[]> rows = Arrays.stream(people.split(";"))
                .map(person -> Arrays.stream(person.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return omega(rows.toArray(double[][]::new));
    }

    private static McDonaldOmega omega(double[]... people) {
        List<String> names = List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7");
        ItemAnswers answers = new ItemAnswers(names.subList(0, people[0].length));
        for (double[] person : people) {
            answers.add(person);
        }
        return McDonaldOmega.of(answers, Confidence.DEFAULT);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "mcdonald-omega.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String scale, String people, double value, double error, double observed, String loadings) {
        McDonaldOmega omega = omega(people);
        ResultContract.assertKept(omega);
        assertClose(omega.value().orElseThrow(), value, 1e-9);
        assertClose(omega.standardError().orElseThrow(), error, 1e-7);
        assertClose(detail(omega, "observedDenominator"), observed, 1e-9);
        Interval interval = omega.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(value - 1.959963984540054 * error, within(1e-8));
        assertThat(interval.upper()).isCloseTo(Math.min(1, value + 1.959963984540054 * error), within(1e-8));
        List<?> fitted = (List<?>) requireNonNull(omega.details().get("loadings"));
        double[] expected = Arrays.stream(loadings.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(fitted).as(scale).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertClose((Double) fitted.get(i), expected[i], 1e-9);
        }
    }

    /**
     * A unit all items share and a shift of one item change nothing; the order of the items neither. A few samples are
     * Heywood cases (6 of the 10,001 seeds): there both have no omega, for the same item.
     */
    @Property(tries = 50)
    void unit_shift_and_order_do_not_matter(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @DoubleRange(min = 0.1, max = 50) double unit) {
        assertUnchanged(seed, unit);
    }

    /** R factanal stops at its bound of 0.005 for the second item of this sample. */
    @Test
    void unit_shift_and_order_do_not_matter_in_a_heywood_case() {
        McDonaldOmega omega = assertUnchanged(138, 3);
        assertThat(omega.status()).isEqualTo(Status.NOT_CONVERGED);
        assertThat(omega.warnings()).containsExactly(Note.of("omega-heywood", "q2"));
    }

    private static McDonaldOmega assertUnchanged(int seed, double unit) {
        Random random = new Random(seed);
        double[][] people = new double[60][4];
        double[][] changed = new double[60][4];
        for (int i = 0; i < people.length; i++) {
            double common = random.nextGaussian();
            for (int j = 0; j < 4; j++) {
                people[i][j] = common + random.nextGaussian();
                changed[i][3 - j] = unit * people[i][j] + (j == 1 ? 7 : 0);
            }
        }
        McDonaldOmega omega = omega(people);
        McDonaldOmega other = omega(changed);
        if (omega.status() == Status.OK) {
            assertThat(other.status()).isEqualTo(Status.OK);
            assertClose(other.value().orElseThrow(), omega.value().orElseThrow(), 1e-8);
        } else {
            List<String> improper = new ArrayList<>();
            for (int j = 4; j >= 1; j--) {
                if (omega.warnings().contains(Note.of("omega-heywood", "q" + j))) {
                    improper.add("q" + (5 - j));
                }
            }
            assertThat(improper).hasSize(1);
            assertThat(other.value()).isEmpty();
            assertThat(other.warnings()).containsExactly(Note.of("omega-heywood", improper.get(0)));
        }
        return omega;
    }

    @Test
    void a_heywood_case_has_no_omega_and_names_the_item() {
        McDonaldOmega omega = omega("4 5 4 4;3 3 2 3;5 5 4 5;2 1 2 2;4 4 5 3;3 2 3 3;5 4 5 5;1 2 1 2;4 3 4 4;3 4 3 2");
        ResultContract.assertKept(omega);
        assertThat(omega.value()).isEmpty();
        assertThat(omega.status()).isEqualTo(Status.NOT_CONVERGED);
        assertThat(omega.warnings()).containsExactly(Note.of("omega-heywood", "q1"));
    }

    @Test
    void two_items_have_the_spearman_brown_coefficient() {
        McDonaldOmega omega = omega("4 5;3 3;5 5;2 1;4 4");
        ResultContract.assertKept(omega);
        assertThat(omega.status()).isEqualTo(Status.NOT_CONVERGED);
        assertThat(omega.warnings()).extracting(Note::code).containsExactly("omega-two");
        assertClose(detail(omega, "spearmanBrown"), 2 * correlation() / (1 + correlation()), 1e-12);
    }

    private static double correlation() {
        // answers 4 3 5 2 4 and 5 3 5 1 4: means 3.6, products 6.2 / sqrt(5.2 * 11.2) with means 3.6 and 3.6
        return 7.2 / Math.sqrt(5.2 * 11.2);
    }

    @Test
    void items_that_repeat_one_another_are_no_fit() {
        McDonaldOmega omega = omega("1 1 2;2 2 1;3 3 5;4 4 2;5 5 1");
        ResultContract.assertKept(omega);
        assertThat(omega.value()).isEmpty();
        assertThat(omega.warnings()).extracting(Note::code).containsExactly("omega-no-fit");
    }

    @Test
    void nobody_and_constant_items_are_no_scale() {
        McDonaldOmega few = omega("1 2 3;2 3 4");
        ResultContract.assertKept(few);
        assertThat(few.status()).isEqualTo(Status.EMPTY_DOMAIN);
        McDonaldOmega constant = omega("1 1 1;1 1 1;1 1 1;1 1 1");
        ResultContract.assertKept(constant);
        assertThat(constant.value()).isEmpty();
    }

    @Test
    void one_sided_limits_are_tighter_and_explained() {
        ItemAnswers answers = new ItemAnswers(List.of("a", "b", "c"));
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double common = random.nextGaussian();
            answers.add(common + random.nextGaussian(), common + random.nextGaussian(), common + random.nextGaussian());
        }
        Interval both = McDonaldOmega.of(answers, Confidence.DEFAULT).interval().orElseThrow();
        McDonaldOmega lower = McDonaldOmega.of(answers, new Confidence(0.95, Side.LOWER));
        assertThat(lower.interval().orElseThrow().lower()).isGreaterThan(both.lower());
        assertThat(lower.interval().orElseThrow().upper()).isEqualTo(1);
        assertThat(lower.explain(Locale.CHINESE).toString()).contains("因子载荷之和");
    }

    @Nested
    class Rejects {
        @Test
        @SuppressWarnings("NullAway")
        void null_answers() {
            assertThatNullPointerException()
                    .isThrownBy(() -> McDonaldOmega.of(null, Confidence.DEFAULT))
                    .withMessage("answers");
        }
    }
}
