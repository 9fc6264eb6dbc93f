package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;

class PublicationOfEstimateTest {
    /** Mean of units drawn by themselves: half of them 1, the others 1 + spread. */
    private static String flag(int units, double spread) {
        SurveyDesign.Builder builder = SurveyDesign.builder();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < units; i++) {
            int leaf = builder.unit("", java.util.List.of(), new double[0], 1);
            sums.add(0, leaf, 1, i % 2 == 0 ? 1 : 1 + spread);
        }
        SurveyEstimates estimates = SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.of(0.95));
        return String.valueOf(estimates.mean(sums, 0).details().get("publish"));
    }

    @Test
    void follows_size_and_relative_error() {
        assertThat(flag(40, 1)).isEqualTo("yes");
        assertThat(flag(40, 0)).isEqualTo("yes");
        assertThat(flag(29, 0)).isEqualTo("suppress");
        // mean 1 + s/2, SE = (s/2)/√39: relative error 0.3 and 0.5 are crossed near s = −3.9 and −2.5
        assertThat(flag(40, -3.7)).isEqualTo("review");
        assertThat(flag(40, -2.5)).isEqualTo("suppress");
    }
}
