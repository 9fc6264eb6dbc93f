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

class KendallWTest {
    @ParameterizedTest
    @CsvFileSource(resources = "kendall.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String ratings, double value, double statistic, double pValue) {
        RatingTable table = Ratings.ofRaters(ratings.split("/"));
        Agreement w = KendallW.of(table);
        assertClose(w.value().orElseThrow(), value, 1e-12);
        assertClose(w.test().orElseThrow().statistic(), statistic, 1e-12);
        assertThat(w.test().orElseThrow().df()).containsExactly(table.rows().size() - 1d);
        assertClose(w.test().orElseThrow().pValue(), pValue, 1e-9);
    }

    @Test
    void ties_are_corrected_and_shown() {
        Agreement w = KendallW.of(Ratings.ofRaters("5 4 4 3 2 1", "5 5 3 3 2 1", "4 5 3 2 2 1"));
        assertThat(detail(w, "s")).isEqualTo(143);
        assertThat(detail(w, "ties")).isEqualTo(24);
        assertClose(detail(w, "uncorrected"), 0.907937, 1e-6);
        assertThat(w.warnings()).extracting(Note::code).containsExactly("few-items");
    }

    @Property(tries = 100)
    void copies_of_one_ranking_agree_and_reversing_all_changes_nothing(
            @ForAll @Size(min = 3, max = 15) List<@IntRange(min = 1, max = 9) Integer> scores,
            @ForAll @Size(15) List<@IntRange(min = 1, max = 9) Integer> others) {
        String one = join(scores, 1, scores.size());
        Agreement same = KendallW.of(Ratings.ofRaters(one, one, one));
        same.value().ifPresent(value -> assertClose(value, 1, 1e-12));
        assertThat(same.value().isEmpty()).isEqualTo(scores.stream().distinct().count() == 1);
        Agreement mixed = KendallW.of(Ratings.ofRaters(one, join(others, 1, scores.size())));
        Agreement reversed =
                KendallW.of(Ratings.ofRaters(join(scores, -1, scores.size()), join(others, -1, scores.size())));
        assertThat(mixed.value().isPresent()).isEqualTo(reversed.value().isPresent());
        mixed.value().ifPresent(value -> {
            assertThat(value).isBetween(0d, 1 + 1e-12);
            assertThat(Math.abs(value - reversed.value().orElseThrow())).isLessThan(1e-12);
        });
    }

    @Test
    void raters_who_distinguish_nothing_leave_it_undefined() {
        Agreement w = KendallW.of(Ratings.ofRaters("3 3 3", "1 1 1"));
        assertThat(w.value()).isEmpty();
        assertThat(w.status()).isEqualTo(Status.NO_VARIATION);
        assertThat(KendallW.of(Ratings.ofRaters("3", "1")).status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(KendallW.of(Ratings.ofRaters("3 *", "* 1")).status()).isEqualTo(Status.EMPTY_DOMAIN);
    }

    @Test
    void explains_itself_in_both_languages() {
        Agreement w = KendallW.of(Ratings.ofRaters("1 2 3 *", "1 3 2 4"));
        ResultContract.assertKept(w);
        assertThat(w.details()).containsEntry("itemsLeftOut", 1L);
        assertThat(w.explain(Locale.CHINESE))
                .hasSameSizeAs(w.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("和谐系数"));
    }

    @Nested
    class Rejects {
        @Test
        void words() {
            assertThatThrownBy(() -> KendallW.of(Ratings.ofRaters("1 high", "1 2")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ratings must be numbers for this method");
        }
    }

    private static String join(List<Integer> scores, int factor, int size) {
        return String.join(
                " ",
                scores.subList(0, size).stream()
                        .map(score -> String.valueOf(factor * score))
                        .toList());
    }
}
