package org.safecommunity.metrics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class CohenKappaTest {
    @ParameterizedTest
    @CsvFileSource(resources = "cohen.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            KappaWeights weights,
            String counts,
            double level,
            double value,
            double standardError,
            double lower,
            double upper,
            double z,
            double pValue) {
        int k = (int) Math.sqrt(counts.split(" ").length);
        Agreement kappa =
                CohenKappa.of(Ratings.categories(k), Ratings.counts(counts, k), weights, Confidence.of(level));
        assertClose(kappa.value().orElseThrow(), value, 1e-12);
        assertClose(kappa.standardError().orElseThrow(), standardError, 1e-9);
        assertClose(kappa.interval().orElseThrow().lower(), lower, 1e-9);
        assertClose(kappa.interval().orElseThrow().upper(), upper, 1e-9);
        assertClose(kappa.test().orElseThrow().statistic(), z, 1e-9);
        assertClose(kappa.test().orElseThrow().pValue(), pValue, 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"NONE,0.537037", "LINEAR,0.682203", "QUADRATIC,0.808282"})
    void the_example_of_four_classes_agrees_to_the_printed_digits(KappaWeights weights, double value) {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(4),
                Ratings.counts("11 3 1 0 2 9 4 0 0 3 8 2 0 0 2 5", 4),
                weights,
                Confidence.DEFAULT);
        assertThat(Math.round(kappa.value().orElseThrow() * 1e6) / 1e6).isEqualTo(value);
    }

    @Property(tries = 150)
    void swapping_raters_and_two_classes_change_nothing(
            @ForAll @Size(9) List<@IntRange(min = 0, max = 30) Integer> cells, @ForAll KappaWeights weights) {
        List<List<Long>> counts = new ArrayList<>();
        List<List<Long>> swapped = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            counts.add(new ArrayList<>(Collections.nCopies(3, 0L)));
            swapped.add(new ArrayList<>(Collections.nCopies(3, 0L)));
        }
        for (int i = 0; i < 9; i++) {
            counts.get(i / 3).set(i % 3, (long) cells.get(i));
            swapped.get(i % 3).set(i / 3, (long) cells.get(i));
        }
        Agreement one = CohenKappa.of(Ratings.categories(3), counts, weights, Confidence.DEFAULT);
        Agreement other = CohenKappa.of(Ratings.categories(3), swapped, weights, Confidence.DEFAULT);
        assertThat(one.status()).isEqualTo(other.status());
        one.value().ifPresent(value -> {
            assertThat(value).isBetween(-1 - 1e-12, 1 + 1e-12);
            assertThat(Math.abs(other.value().orElseThrow() - value)).isLessThan(1e-12);
        });
        one.interval()
                .ifPresent(interval ->
                        assertThat(interval.contains(one.value().orElseThrow())).isTrue());
    }

    @Test
    void with_two_classes_all_weights_are_the_same() {
        for (KappaWeights weights : KappaWeights.values()) {
            Agreement kappa =
                    CohenKappa.of(Ratings.categories(2), Ratings.counts("20 5 10 15", 2), weights, Confidence.DEFAULT);
            assertClose(kappa.value().orElseThrow(), 0.4, 1e-14);
            assertClose(kappa.standardError().orElseThrow(), 0.126996, 1e-6);
            assertClose(detail(kappa, "observed"), 0.7, 1e-14);
            assertClose(detail(kappa, "expected"), 0.5, 1e-14);
        }
    }

    @Test
    void ratings_are_counted_and_incomplete_items_left_out() {
        RatingTable table = Ratings.ofRaters("1 2 2 * 1.0 2", "1 2 1 2 1 *");
        Agreement kappa = CohenKappa.of(table, Categories.of(table.ratings()), KappaWeights.NONE, Confidence.DEFAULT);
        assertThat(kappa.n()).hasValue(4);
        assertThat(kappa.inputs()).containsEntry("counts", List.of(List.of(2L, 0L), List.of(1L, 1L)));
        assertThat(kappa.details()).containsEntry("itemsLeftOut", 2L);
        assertThat(kappa.warnings().get(0).message(Locale.ENGLISH))
                .isEqualTo("2 items are left out for want of ratings: number 4, 6 in the order of the data.");
        assertClose(kappa.value().orElseThrow(), 0.5, 1e-14);
    }

    @Test
    void one_category_only_is_not_defined() {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(2), Ratings.counts("9 0 0 0", 2), KappaWeights.NONE, Confidence.DEFAULT);
        assertThat(kappa.value()).isEmpty();
        assertThat(kappa.interval()).isEmpty();
        assertThat(kappa.status()).isEqualTo(Status.NO_VARIATION);
        assertThat(kappa.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).contains("the ratings do not vary"));
        Agreement single =
                CohenKappa.of(Ratings.categories(1), Ratings.counts("9", 1), KappaWeights.LINEAR, Confidence.DEFAULT);
        assertThat(single.status()).isEqualTo(Status.NO_VARIATION);
    }

    @Test
    void no_item_gives_no_estimate() {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(2), Ratings.counts("0 0 0 0", 2), KappaWeights.NONE, Confidence.DEFAULT);
        assertThat(kappa.value()).isEmpty();
        assertThat(kappa.status()).isEqualTo(Status.EMPTY_DOMAIN);
    }

    @Test
    void a_rater_who_never_varies_gives_zero_without_interval() {
        for (String counts : List.of("5 4 0 0", "0 0 4 5", "5 0 4 0")) {
            Agreement kappa = CohenKappa.of(
                    Ratings.categories(2), Ratings.counts(counts, 2), KappaWeights.NONE, Confidence.DEFAULT);
            assertThat(kappa.value()).hasValue(0);
            assertThat(kappa.interval()).isEmpty();
            assertThat(kappa.test()).isEmpty();
            assertThat(kappa.warnings()).extracting(Note::code).containsExactly("constant-rater");
        }
    }

    @Test
    void perfect_agreement_has_no_error() {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(3), Ratings.counts("3 0 0 0 3 0 0 0 4", 3), KappaWeights.LINEAR, Confidence.DEFAULT);
        assertThat(kappa.value()).hasValue(1);
        assertThat(kappa.standardError()).hasValue(0);
        assertThat(kappa.interval().orElseThrow().lower()).isEqualTo(1);
        assertThat(kappa.warnings()).extracting(Note::code).containsExactly("perfect-agreement");
    }

    @Test
    void one_sided_intervals_have_one_limit() {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(2),
                Ratings.counts("20 5 10 15", 2),
                KappaWeights.NONE,
                new Confidence(0.95, Side.LOWER));
        assertThat(kappa.interval().orElseThrow().upper()).isEqualTo(1);
        assertClose(kappa.interval().orElseThrow().lower(), 0.4 - 1.6448536269514722 * 0.12699606293110036, 1e-9);
    }

    @Test
    void explains_itself_in_both_languages() {
        Agreement kappa = CohenKappa.of(
                Ratings.categories(2), Ratings.counts("20 5 10 15", 2), KappaWeights.NONE, Confidence.DEFAULT);
        ResultContract.assertKept(kappa);
        assertThat(kappa.statistic()).isEqualTo("agreement");
        assertThat(kappa.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("(0.7 − 0.5)/(1 − 0.5)"));
        assertThat(kappa.explain(Locale.CHINESE))
                .hasSameSizeAs(kappa.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).isEqualTo("Cohen κ 系数"));
    }

    @Nested
    class Rejects {
        @Test
        void three_raters() {
            RatingTable table = Ratings.ofRaters("1 2", "1 2", "2 1");
            assertThatThrownBy(() ->
                            CohenKappa.of(table, Categories.of(table.ratings()), KappaWeights.NONE, Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("raters must be 2 for kappa, was 3");
        }

        @Test
        void weights_without_an_order() {
            RatingTable table = Ratings.ofRaters("low high", "high high");
            Categories categories = Categories.of(table.ratings());
            assertThatThrownBy(() -> CohenKappa.of(table, categories, KappaWeights.LINEAR, Confidence.DEFAULT))
                    .hasMessage("categories must be in order for weighted kappa");
            assertThat(CohenKappa.of(table, categories, KappaWeights.NONE, Confidence.DEFAULT)
                            .value())
                    .hasValue(0);
        }

        @Test
        void ratings_that_are_no_category() {
            RatingTable table = Ratings.ofRaters("1 2", "1 3");
            assertThatThrownBy(() -> CohenKappa.of(table, Ratings.categories(2), KappaWeights.NONE, Confidence.DEFAULT))
                    .hasMessage("ratings must be categories (1, 2), one was not");
        }

        @Test
        void tables_that_are_not_square() {
            assertThatThrownBy(() -> CohenKappa.of(
                            Ratings.categories(3), Ratings.counts("1 2 3 4", 2), KappaWeights.NONE, Confidence.DEFAULT))
                    .hasMessage("counts must have a row and a column for each of the 3 categories");
        }

        @Test
        void tables_and_categories_that_cannot_be() {
            assertThatThrownBy(() -> new RatingTable(List.of("a"), List.of()))
                    .hasMessage("raters must be at least 2, was 1");
            assertThatThrownBy(() -> new RatingTable(List.of("a", "a"), List.of()))
                    .hasMessage("raters must have different names");
            assertThatThrownBy(() -> new RatingTable(List.of("a", "b"), List.of(List.of("1"))))
                    .hasMessage("rows[0] must have 2 ratings, was 1");
            assertThatThrownBy(() -> Categories.inOrder(List.of())).hasMessage("categories must not be empty");
            assertThatThrownBy(() -> Categories.inOrder(List.of("1", "1"))).hasMessage("categories must be different");
            assertThatThrownBy(() -> new CategoryCounts(Ratings.categories(2), List.of(List.of(1L))))
                    .hasMessage("rows[0] must have 2 counts, was 1");
            assertThatThrownBy(() -> new CategoryCounts(Ratings.categories(2), List.of(List.of(1L, -1L))))
                    .hasMessage("counts of rows[0] must be 0 or more, was -1");
        }
    }
}
