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
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class IntraclassCorrelationTest {
    @ParameterizedTest
    @CsvFileSource(resources = "icc.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            IccForm form,
            String ratings,
            double level,
            double value,
            double f,
            double df1,
            double df2,
            double pValue,
            double lower,
            double upper) {
        Agreement icc = IntraclassCorrelation.of(Ratings.ofItems(ratings.split("/")), form, Confidence.of(level));
        assertClose(icc.value().orElseThrow(), value, 1e-9);
        assertClose(icc.test().orElseThrow().statistic(), f, 1e-9);
        assertThat(icc.test().orElseThrow().df()).containsExactly(df1, df2);
        assertClose(icc.test().orElseThrow().pValue(), pValue, 1e-8);
        assertClose(icc.interval().orElseThrow().lower(), lower, 1e-8);
        assertClose(icc.interval().orElseThrow().upper(), upper, 1e-8);
    }

    @Property(tries = 100)
    void shifting_or_stretching_the_scale_changes_nothing(
            @ForAll @Size(12) List<@IntRange(min = 0, max = 9) Integer> scores, @ForAll IccForm form) {
        Agreement plain = IntraclassCorrelation.of(table(scores, 1, 0), form, Confidence.DEFAULT);
        Agreement moved = IntraclassCorrelation.of(table(scores, 10, 300), form, Confidence.DEFAULT);
        assertThat(moved.status()).isEqualTo(plain.status());
        plain.value().ifPresent(value -> {
            assertThat(value).isLessThanOrEqualTo(1);
            assertThat(Math.abs(moved.value().orElseThrow() - value)).isLessThan(1e-8 * (1 + Math.abs(value)));
        });
        plain.interval().ifPresent(interval -> assertThat(
                        interval.contains(plain.value().orElseThrow()))
                .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void equal_ratings_and_single_items_are_not_defined(IccForm form) {
        Agreement equal =
                IntraclassCorrelation.of(Ratings.ofItems("0.1 0.1 0.1", "0.1 0.1 0.1"), form, Confidence.DEFAULT);
        assertThat(equal.value()).isEmpty();
        assertThat(equal.status()).isEqualTo(Status.NO_VARIATION);
        assertThat(IntraclassCorrelation.of(Ratings.ofItems("1 2"), form, Confidence.DEFAULT)
                        .status())
                .isEqualTo(Status.SINGLE_UNIT);
        assertThat(IntraclassCorrelation.of(Ratings.ofItems("1 *"), form, Confidence.DEFAULT)
                        .status())
                .isEqualTo(Status.EMPTY_DOMAIN);
    }

    @ParameterizedTest
    @EnumSource
    void perfect_agreement_is_one_without_test(IccForm form) {
        Agreement icc = IntraclassCorrelation.of(Ratings.ofItems("1 1", "2 2", "4 4"), form, Confidence.DEFAULT);
        assertThat(icc.value()).hasValue(1);
        assertThat(icc.test()).isEmpty();
        assertThat(icc.interval().orElseThrow().lower()).isEqualTo(1);
        assertThat(icc.warnings()).extracting(Note::code).containsExactly("perfect-agreement");
    }

    @Test
    void a_constant_shift_of_one_rater_is_consistent_but_not_absolute_agreement() {
        RatingTable table = Ratings.ofItems("1 3", "2 4", "5 7");
        assertThat(IntraclassCorrelation.of(table, IccForm.ICC3_1, Confidence.DEFAULT)
                        .value())
                .hasValue(1);
        Agreement absolute = IntraclassCorrelation.of(table, IccForm.ICC2_1, Confidence.DEFAULT);
        assertThat(absolute.value().orElseThrow()).isBetween(0.5, 0.8);
        assertThat(absolute.interval()).isEmpty();
    }

    @Test
    void contradicting_raters_have_no_absolute_agreement_of_means() {
        Agreement icc = IntraclassCorrelation.of(
                Ratings.ofItems("1 5", "5 1", "3 2", "2 4"), IccForm.ICC2_K, Confidence.DEFAULT);
        assertThat(icc.value()).isEmpty();
        assertThat(icc.status()).isEqualTo(Status.NO_VARIATION);
        assertThat(icc.warnings()).extracting(Note::code).containsExactly("negative-variance");
    }

    @Test
    void explains_itself_in_both_languages() {
        Agreement icc = IntraclassCorrelation.of(
                Ratings.ofItems("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 * 2 6"), IccForm.ICC2_1, Confidence.DEFAULT);
        ResultContract.assertKept(icc);
        assertThat(icc.details()).containsEntry("form", "icc2-1").containsEntry("itemsLeftOut", 1L);
        assertThat(icc.explain(Locale.CHINESE))
                .hasSameSizeAs(icc.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("残差均方"));
    }

    @Nested
    class Rejects {
        @Test
        void words() {
            assertThatThrownBy(() ->
                            IntraclassCorrelation.of(Ratings.ofItems("a 1", "2 3"), IccForm.ICC1_1, Confidence.DEFAULT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ratings must be numbers for this method");
        }
    }

    private static RatingTable table(List<Integer> scores, int factor, int shift) {
        String[] items = new String[4];
        for (int i = 0; i < 4; i++) {
            items[i] = (scores.get(3 * i) * factor + shift) + " " + (scores.get(3 * i + 1) * factor + shift) + " "
                    + (scores.get(3 * i + 2) * factor + shift);
        }
        return Ratings.ofItems(items);
    }
}
