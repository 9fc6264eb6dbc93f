package org.safecommunity.metrics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;

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
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

class KrippendorffAlphaTest {
    private static final Bootstrap FEW = new Bootstrap(100, 7);

    @ParameterizedTest
    @CsvFileSource(resources = "krippendorff.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(int raters, String ratings, AlphaMetric metric, double value) {
        RatingTable table = Ratings.ofRaters(ratings.split("/"));
        assertThat(table.raters()).hasSize(raters);
        Agreement alpha = alpha(table, metric, FEW);
        assertClose(alpha.value().orElseThrow(), value, 1e-12);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "krippendorff-bootstrap.reference.csv", useHeadersInDisplayName = true)
    void the_interval_agrees_with_a_long_bootstrap_in_r(
            String ratings, AlphaMetric metric, double lower, double upper, double tolerance) {
        RatingTable table = Ratings.ofRaters(ratings.split("/"));
        Interval interval =
                alpha(table, metric, new Bootstrap(20_000, 99)).interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("bootstrap-percentile");
        assertThat(Math.abs(interval.lower() - lower)).isLessThan(tolerance);
        assertThat(Math.abs(interval.upper() - upper)).isLessThan(tolerance);
    }

    @Test
    void the_interval_of_a_seed_never_changes() {
        RatingTable table = Ratings.ofRaters("1 2 3 1 2 3 1 2 3 1", "1 2 2 1 2 3 3 2 3 2");
        Interval one =
                alpha(table, AlphaMetric.NOMINAL, Bootstrap.DEFAULT).interval().orElseThrow();
        assertThat(alpha(table, AlphaMetric.NOMINAL, Bootstrap.DEFAULT).interval())
                .hasValue(one);
        assertThat(alpha(table, AlphaMetric.NOMINAL, new Bootstrap(1000, 2)).interval())
                .isNotEqualTo(java.util.Optional.of(one));
        assertThat(alpha(table, AlphaMetric.NOMINAL, Bootstrap.DEFAULT).details())
                .containsEntry("seed", 1L)
                .containsEntry("resamples", 1000L);
    }

    @Property(tries = 100)
    void shifting_the_scale_or_swapping_the_raters_changes_nothing(
            @ForAll @Size(min = 4, max = 20) List<@IntRange(min = 1, max = 5) Integer> ratings) {
        int half = ratings.size() / 2;
        String first = join(ratings.subList(0, half), 0);
        String second = join(ratings.subList(half, 2 * half), 0);
        Agreement alpha = alpha(Ratings.ofRaters(first, second), AlphaMetric.INTERVAL, FEW);
        Agreement swapped = alpha(Ratings.ofRaters(second, first), AlphaMetric.INTERVAL, FEW);
        Agreement shifted = alpha(
                Ratings.ofRaters(join(ratings.subList(0, half), 100), join(ratings.subList(half, 2 * half), 100)),
                AlphaMetric.INTERVAL,
                FEW);
        assertThat(swapped.value()).isEqualTo(alpha.value());
        assertThat(shifted.value()).isEqualTo(alpha.value());
        alpha.value().ifPresent(value -> assertThat(value).isBetween(-1d, 1d));
    }

    private static String join(List<Integer> ratings, int shift) {
        return String.join(
                " ",
                ratings.stream().map(rating -> String.valueOf(rating + shift)).toList());
    }

    @Test
    void perfect_agreement_is_one_and_one_category_is_not_defined() {
        assertThat(alpha(Ratings.ofRaters("1 2 3", "1 2 3"), AlphaMetric.ORDINAL, FEW)
                        .value())
                .hasValue(1);
        Agreement alike = alpha(Ratings.ofRaters("1 1 1", "1 1 *"), AlphaMetric.NOMINAL, FEW);
        assertThat(alike.value()).isEmpty();
        assertThat(alike.status()).isEqualTo(Status.NO_VARIATION);
        assertThat(alike.warnings()).extracting(Note::code).containsExactly("items-left-out");
        Agreement nothing = alpha(Ratings.ofRaters("1 *", "* 2"), AlphaMetric.NOMINAL, FEW);
        assertThat(nothing.status()).isEqualTo(Status.EMPTY_DOMAIN);
    }

    @Test
    void one_item_has_no_interval_and_resamples_without_variation_are_counted() {
        Agreement one = alpha(Ratings.ofRaters("1 *", "2 3"), AlphaMetric.NOMINAL, FEW);
        assertThat(one.value()).hasValue(0);
        assertThat(one.interval()).isEmpty();
        assertThat(one.warnings()).extracting(Note::code).containsExactly("items-left-out", "one-item");
        Agreement two = alpha(Ratings.ofRaters("1 1 2", "1 1 2"), AlphaMetric.NOMINAL, FEW);
        assertThat((Long) two.details().get("resamplesWithoutVariation")).isPositive();
        assertThat(two.interval().orElseThrow().lower()).isEqualTo(1);
    }

    @Test
    void one_sided_intervals_have_one_limit() {
        Agreement alpha = KrippendorffAlpha.of(
                CategoryCounts.of(Ratings.ofRaters("1 2 1 2", "1 2 2 2"), Ratings.categories(2)),
                AlphaMetric.NOMINAL,
                FEW,
                new Confidence(0.95, Side.UPPER));
        assertThat(alpha.interval().orElseThrow().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void explains_itself_in_both_languages() {
        Agreement alpha = alpha(Ratings.ofRaters("1 2 1 2", "1 2 2 2"), AlphaMetric.NOMINAL, FEW);
        ResultContract.assertKept(alpha);
        assertThat(alpha.explain(Locale.CHINESE))
                .hasSameSizeAs(alpha.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("观察不一致度"));
    }

    @Nested
    class Rejects {
        @Test
        void categories_that_do_not_suit_the_metric() {
            RatingTable words = Ratings.ofRaters("low high", "high high");
            assertThatThrownBy(() -> alpha(words, AlphaMetric.ORDINAL, FEW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("categories must be in order for the ordinal metric");
            assertThatThrownBy(() -> alpha(words, AlphaMetric.INTERVAL, FEW))
                    .hasMessage("ratings must be numbers for the interval metric");
            assertThatThrownBy(() -> alpha(Ratings.ofRaters("-1 1", "1 1"), AlphaMetric.RATIO, FEW))
                    .hasMessage("ratings must be 0 or more for the ratio metric");
        }

        @Test
        void too_few_resamples() {
            assertThatThrownBy(() -> new Bootstrap(99, 1)).hasMessage("resamples must be from 100 to 1000000, was 99");
        }
    }

    private static Agreement alpha(RatingTable table, AlphaMetric metric, Bootstrap bootstrap) {
        return KrippendorffAlpha.of(
                CategoryCounts.of(table, Categories.of(table.ratings())), metric, bootstrap, Confidence.DEFAULT);
    }
}
