package org.safecommunity.metrics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
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

class ChapmanEstimateTest {
    @ParameterizedTest
    @CsvFileSource(resources = "chapman.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            long first,
            long second,
            long both,
            double level,
            Side side,
            double value,
            double standardError,
            Double lower,
            Double upper) {
        ChapmanEstimate estimate = ChapmanEstimate.of(first, second, both, new Confidence(level, side));
        assertClose(estimate.value().orElseThrow(), value, 1e-12);
        assertClose(estimate.standardError().orElseThrow(), standardError, 1e-12);
        Interval interval = estimate.interval().orElseThrow();
        assertClose(interval.lower(), lower == null ? first + second - both : lower, 1e-12);
        assertClose(interval.upper(), upper == null ? Double.POSITIVE_INFINITY : upper, 1e-12);
    }

    /** With n₁ + n₂ of at least the population size, both formulas are unbiased over the matches that can occur. */
    @Property(tries = 100)
    void total_and_variance_are_unbiased(
            @ForAll @IntRange(min = 2, max = 60) int population, @ForAll @IntRange(min = 1, max = 60) int size) {
        int first = Math.max(1, Math.min(population, size));
        int second = Math.min(population, population - first + 1);
        HypergeometricDistribution matches = HypergeometricDistribution.of(population, first, second);
        double mean = 0;
        double square = 0;
        double variance = 0;
        for (int m = matches.getSupportLowerBound(); m <= matches.getSupportUpperBound(); m++) {
            ChapmanEstimate estimate = ChapmanEstimate.of(first, second, m, Confidence.DEFAULT);
            double n = estimate.value().orElseThrow();
            double error = estimate.standardError().orElseThrow();
            mean += matches.probability(m) * n;
            square += matches.probability(m) * (n - population) * (n - population);
            variance += matches.probability(m) * error * error;
        }
        assertClose(mean, population, 1e-10);
        assertThat(Math.abs(variance - square)).isLessThan(1e-9 * (1 + square));
    }

    @Property(tries = 200)
    void interval_holds_the_estimate_and_everybody_seen(
            @ForAll @IntRange(min = 1, max = 5000) int first,
            @ForAll @IntRange(min = 1, max = 5000) int second,
            @ForAll @IntRange(min = 0, max = 5000) int matches) {
        int both = Math.min(matches, Math.min(first, second));
        ChapmanEstimate estimate = ChapmanEstimate.of(first, second, both, Confidence.DEFAULT);
        ChapmanEstimate swapped = ChapmanEstimate.of(second, first, both, Confidence.DEFAULT);
        Interval interval = estimate.interval().orElseThrow();
        double value = estimate.value().orElseThrow();
        assertThat(interval.contains(value)).isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(first + second - both);
        assertClose(swapped.value().orElseThrow(), value, 1e-14);
    }

    @Test
    void without_a_match_the_number_is_marked_unreliable() {
        ChapmanEstimate estimate = ChapmanEstimate.of(10, 8, 0, Confidence.DEFAULT);
        assertThat(estimate.value()).hasValue(98);
        assertThat(estimate.status()).isEqualTo(Status.UNRELIABLE);
        assertThat(estimate.warnings()).extracting(Note::code).contains("no-matches");
        assertThat(estimate.details()).doesNotContainKey("lincolnPetersen");
    }

    @Test
    void a_list_inside_the_other_leaves_nothing_unseen() {
        ChapmanEstimate estimate = ChapmanEstimate.of(40, 12, 12, Confidence.DEFAULT);
        assertThat(estimate.value()).hasValue(40);
        assertThat(estimate.standardError()).hasValue(0);
        assertThat(estimate.interval().orElseThrow().lower()).isEqualTo(40);
        assertThat(estimate.interval().orElseThrow().upper()).isEqualTo(40);
        assertThat(estimate.warnings()).extracting(Note::code).contains("nested-lists");
    }

    @Test
    void an_empty_list_leaves_no_estimate() {
        ChapmanEstimate estimate = ChapmanEstimate.of(12, 0, 0, Confidence.DEFAULT);
        assertThat(estimate.value()).isEmpty();
        assertThat(estimate.interval()).isEmpty();
        assertThat(estimate.standardError()).isEmpty();
        assertThat(estimate.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(estimate.details()).containsEntry("seen", 12L).hasSize(1);
    }

    @Test
    void details_give_the_completeness_of_each_list() {
        ChapmanEstimate estimate = ChapmanEstimate.of(302, 200, 100, Confidence.DEFAULT);
        assertThat(estimate.details())
                .containsEntry("seen", 402L)
                .containsEntry("unseen", 200d)
                .containsEntry("lincolnPetersen", 604d)
                .containsEntry("completenessFirst", 302 / 602d)
                .containsEntry("completenessSecond", 200 / 602d)
                .containsEntry("completenessTogether", 402 / 602d);
        assertThat(estimate.inputs())
                .containsEntry("first", 302L)
                .containsEntry("second", 200L)
                .containsEntry("both", 100L);
    }

    @Test
    void explains_itself_in_both_languages() {
        ChapmanEstimate estimate = ChapmanEstimate.of(302, 200, 100, Confidence.DEFAULT);
        ResultContract.assertKept(estimate);
        assertThat(estimate.explain(Locale.ENGLISH)).anySatisfy(step -> {
            assertThat(step.label()).isEqualTo("Members on neither list");
            assertThat(step.numbers()).isEqualTo("(302 − 100) × (200 − 100) / 101");
            assertThat(step.value()).isEqualTo(200d);
        });
        assertThat(estimate.explain(Locale.CHINESE))
                .hasSameSizeAs(estimate.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("估计总数"));
    }

    @Nested
    class Rejects {
        @Test
        void more_matches_than_members() {
            assertThatThrownBy(() -> ChapmanEstimate.of(10, 5, 6, Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("both must not exceed first or second, was 6 of 10 and 5");
        }

        @Test
        void negative_counts() {
            assertThatThrownBy(() -> ChapmanEstimate.of(-1, 5, 0, Confidence.DEFAULT))
                    .hasMessage("first must be 0 or more, was -1");
            assertThatThrownBy(() -> ChapmanEstimate.of(1, -5, 0, Confidence.DEFAULT))
                    .hasMessage("second must be 0 or more, was -5");
            assertThatThrownBy(() -> ChapmanEstimate.of(1, 5, -2, Confidence.DEFAULT))
                    .hasMessage("both must be 0 or more, was -2");
        }

        @Test
        @SuppressWarnings("NullAway")
        void a_missing_confidence() {
            assertThatThrownBy(() -> ChapmanEstimate.of(1, 1, 1, null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("confidence");
        }
    }
}
