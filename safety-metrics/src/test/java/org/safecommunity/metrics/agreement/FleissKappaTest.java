package org.safecommunity.metrics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

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
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class FleissKappaTest {
    @ParameterizedTest
    @CsvFileSource(resources = "fleiss.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            int categories, String counts, double value, double standardError, double z, double pValue) {
        Agreement kappa =
                FleissKappa.of(new CategoryCounts(Ratings.categories(categories), Ratings.counts(counts, categories)));
        assertClose(kappa.value().orElseThrow(), value, 1e-12);
        assertClose(kappa.standardError().orElseThrow(), standardError, 1e-9);
        assertClose(kappa.test().orElseThrow().statistic(), z, 1e-9);
        assertClose(kappa.test().orElseThrow().pValue(), pValue, 1e-9);
        assertThat(kappa.interval()).isEmpty();
    }

    @Test
    void the_widely_printed_example_agrees_to_its_digits() {
        String counts = "0 0 0 0 14 0 2 6 4 2 0 0 3 5 6 0 3 9 2 0 2 2 8 1 1 7 7 0 0 0 3 2 6 3 0 2 5 3 2 2 6 5 2 1 0 0"
                + " 2 2 3 7";
        Agreement kappa = FleissKappa.of(new CategoryCounts(Ratings.categories(5), Ratings.counts(counts, 5)));
        assertClose(detail(kappa, "observed"), 0.378022, 1e-6);
        assertClose(detail(kappa, "expected"), 0.212755, 1e-5);
        assertClose(kappa.value().orElseThrow(), 0.209931, 2e-6);
        assertThat(kappa.n()).hasValue(10);
        assertThat(kappa.inputs()).containsEntry("raters", 14L);
    }

    @Property(tries = 100)
    void a_category_nobody_uses_changes_nothing(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 4) Integer> first) {
        List<List<Long>> two =
                first.stream().map(n -> List.of((long) n, 4L - n)).toList();
        List<List<Long>> three =
                first.stream().map(n -> List.of((long) n, 0L, 4L - n)).toList();
        Agreement one = FleissKappa.of(new CategoryCounts(Ratings.categories(2), two));
        Agreement other = FleissKappa.of(new CategoryCounts(Ratings.categories(3), three));
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.status()).isEqualTo(one.status());
        one.value().ifPresent(value -> assertThat(value).isBetween(-1 / 3d - 1e-12, 1 + 1e-12));
    }

    @Test
    void items_with_another_number_of_raters_are_left_out() {
        CategoryCounts counts = CategoryCounts.of(
                Ratings.ofItems("a a b", "b b b", "a * a", "a a a"), Categories.of(List.of("a", "b")));
        Agreement kappa = FleissKappa.of(counts);
        assertThat(kappa.n()).hasValue(3);
        assertThat(kappa.details()).containsEntry("itemsLeftOut", 1L);
        assertThat(kappa.warnings()).extracting(Note::code).containsExactly("items-left-out");
        assertThat(kappa.warnings().get(0).arguments()).containsExactly("1", "3");
    }

    @Test
    void one_category_only_and_no_item_are_not_defined() {
        Agreement one = FleissKappa.of(new CategoryCounts(Ratings.categories(2), Ratings.counts("3 0 3 0", 2)));
        assertThat(one.value()).isEmpty();
        assertThat(one.status()).isEqualTo(Status.NO_VARIATION);
        Agreement none = FleissKappa.of(new CategoryCounts(Ratings.categories(2), List.of()));
        assertThat(none.status()).isEqualTo(Status.EMPTY_DOMAIN);
    }

    @Test
    void explains_itself_in_both_languages() {
        Agreement kappa = FleissKappa.of(new CategoryCounts(Ratings.categories(2), Ratings.counts("3 0 0 3 2 1", 2)));
        ResultContract.assertKept(kappa);
        assertThat(kappa.explain(Locale.CHINESE))
                .hasSameSizeAs(kappa.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).isEqualTo("Fleiss κ 系数"));
    }

    @Nested
    class Rejects {
        @Test
        void single_raters() {
            assertThatThrownBy(() ->
                            FleissKappa.of(new CategoryCounts(Ratings.categories(2), Ratings.counts("1 0 0 1", 2))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("raters must be at least 2 for each item, was 1");
        }
    }
}
