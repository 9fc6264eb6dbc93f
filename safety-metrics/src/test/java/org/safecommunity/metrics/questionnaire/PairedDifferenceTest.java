package org.safecommunity.metrics.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

/** The change and McNemar's test of the same tables. */
class PairedDifferenceTest {
    @ParameterizedTest
    @CsvFileSource(resources = "mcnemar.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            long a,
            long b,
            long c,
            long d,
            double z2,
            double exact,
            double midP,
            double change,
            double lower,
            double upper) {
        PairedAnswers answers = new PairedAnswers(a, b, c, d);
        McNemar test = new McNemar(answers, McNemarTest.MID_P);
        ResultContract.assertKept(test);
        assertClose(test.value().orElseThrow(), z2, 1e-12);
        assertClose(test.test().orElseThrow().pValue(), midP, 1e-9);
        assertClose(new McNemar(answers, McNemarTest.EXACT).test().orElseThrow().pValue(), exact, 1e-9);
        PairedDifference difference = new PairedDifference(answers, Confidence.DEFAULT);
        ResultContract.assertKept(difference);
        assertClose(difference.value().orElseThrow(), change, 1e-12);
        Interval interval = difference.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("newcombe");
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    }

    /** Newcombe 1998, table II: 36 12 / 2 0. */
    @Test
    void matches_the_published_example() {
        Interval interval = new PairedDifference(new PairedAnswers(36, 12, 2, 0), Confidence.DEFAULT)
                .interval()
                .orElseThrow();
        assertThat(interval.lower()).isCloseTo(-0.3404, within(5e-5));
        assertThat(interval.upper()).isCloseTo(-0.0569, within(5e-5));
    }

    @Property(tries = 200)
    void time_turned_round_turns_the_sign(
            @ForAll @IntRange(min = 0, max = 40) int a,
            @ForAll @IntRange(min = 0, max = 40) int b,
            @ForAll @IntRange(min = 0, max = 40) int c,
            @ForAll @IntRange(min = 1, max = 40) int d) {
        PairedDifference forward = new PairedDifference(new PairedAnswers(a, b, c, d), Confidence.DEFAULT);
        PairedDifference back = new PairedDifference(new PairedAnswers(a, c, b, d), Confidence.DEFAULT);
        assertThat(back.value().orElseThrow()).isEqualTo(-forward.value().orElseThrow() + 0d);
        assertThat(back.interval().orElseThrow().lower())
                .isCloseTo(-forward.interval().orElseThrow().upper(), within(1e-12));
        assertThat(forward.interval().orElseThrow().contains(forward.value().orElseThrow()))
                .isTrue();
        double midP = new McNemar(forward.answers(), McNemarTest.MID_P)
                .test()
                .orElseThrow()
                .pValue();
        assertThat(midP)
                .isLessThanOrEqualTo(new McNemar(forward.answers(), McNemarTest.EXACT)
                        .test()
                        .orElseThrow()
                        .pValue());
    }

    @Test
    void one_sided_limits_end_at_1() {
        PairedAnswers answers = new PairedAnswers(20, 12, 2, 16);
        Interval both =
                new PairedDifference(answers, Confidence.DEFAULT).interval().orElseThrow();
        Interval lower = new PairedDifference(answers, new Confidence(0.975, Side.LOWER))
                .interval()
                .orElseThrow();
        assertClose(lower.lower(), both.lower(), 1e-12);
        assertThat(lower.upper()).isEqualTo(1);
    }

    @Test
    void nobody_is_absent() {
        PairedAnswers nobody = new PairedAnswers(0, 0, 0, 0);
        for (MetricResult result :
                List.of(new McNemar(nobody, McNemarTest.MID_P), new PairedDifference(nobody, Confidence.DEFAULT))) {
            assertThat(result.status()).isEqualTo(Status.EMPTY_DOMAIN);
            ResultContract.assertKept(result);
        }
    }

    @Test
    void shares_of_both_rounds_are_given() {
        PairedDifference difference = new PairedDifference(new PairedAnswers(20, 12, 2, 16), Confidence.DEFAULT);
        assertThat(detail(difference, "before")).isEqualTo(0.64);
        assertThat(detail(difference, "after")).isEqualTo(0.44);
        assertThat(detail(difference, "changed")).isEqualTo(14);
    }

    @Nested
    class Rejects {
        @Test
        void counts_below_0() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PairedAnswers(1, -1, 0, 0))
                    .withMessageContaining("yesNo must be");
        }
    }
}
