package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.questionnaire.Equivalence;

class IndependentDifferenceTest {
    private static SurveyEstimate mean(List<Integer> values) {
        SurveyDesign.Builder builder = SurveyDesign.builder();
        SurveySums sums = new SurveySums();
        for (int value : values) {
            sums.add(0, builder.unit("", List.of(), new double[0], 1), 1, value);
        }
        return SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT)
                .mean(sums, 0);
    }

    /** Simple samples: Welch's t test. Expected: R t.test(c(5, 7, 9, 6), c(3, 4, 8)). */
    @Test
    void of_simple_samples_is_welchs_test() {
        IndependentDifference change =
                IndependentDifference.of(mean(List.of(5, 7, 9, 6)), mean(List.of(3, 4, 8)), Confidence.DEFAULT);
        assertThat(change.value()).hasValue(1.75);
        assertThat(change.test().orElseThrow().statistic()).isCloseTo(1, within(1e-12));
        assertThat(change.test().orElseThrow().df().get(0)).isCloseTo(3.234718826405868, within(1e-12));
        assertThat(change.test().orElseThrow().pValue()).isCloseTo(0.3861285462824786, within(1e-12));
        ResultContract.assertKept(change);
        ResultContract.assertKept(Equivalence.of(change, 2, 0.05));
    }

    @Property(tries = 100)
    void exchanging_the_rounds_changes_the_sign_only(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 5) Integer> first,
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 5) Integer> second) {
        IndependentDifference one = IndependentDifference.of(mean(first), mean(second), Confidence.DEFAULT);
        IndependentDifference other = IndependentDifference.of(mean(second), mean(first), Confidence.DEFAULT);
        ResultContract.assertKept(one);
        assertThat(one.value().orElseThrow()).isCloseTo(-other.value().orElseThrow(), within(1e-12));
        assertThat(one.interval().isPresent()).isEqualTo(other.interval().isPresent());
        one.interval().ifPresent(limits -> assertThat(limits.lower())
                .isCloseTo(-other.interval().orElseThrow().upper(), within(1e-9)));
        // Satterthwaite's degrees of freedom lie between the smaller of the two and their sum
        if (one.details().get("df") instanceof Double df) {
            assertThat(df)
                    .isBetween(
                            Math.min(first.size(), second.size()) - 1 - 1e-9, first.size() + second.size() - 2 + 1e-9);
        }
    }

    @Test
    void one_unit_and_nobody_have_no_interval() {
        IndependentDifference nobody = IndependentDifference.of(mean(List.of(1, 2)), empty(), Confidence.DEFAULT);
        assertThat(nobody.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(nobody.value()).isEmpty();
        ResultContract.assertKept(nobody);
    }

    private static SurveyEstimate empty() {
        SurveyDesign.Builder builder = SurveyDesign.builder();
        builder.unit("", List.of(), new double[0], 1);
        builder.unit("", List.of(), new double[0], 1);
        return SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT)
                .mean(new SurveySums(), 0);
    }
}
