package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.number;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SurveyRankTestTest {
    private static final Map<String, RankScore> SCORES = Map.of(
            "wilcoxon", RankScore.WILCOXON,
            "KruskalWallis", RankScore.KRUSKAL,
            "vanderWaerden", RankScore.VAN_DER_WAERDEN,
            "median", RankScore.MEDIAN);

    private static SurveyEstimate test(SurveySample sample, String y, String g, RankScore score) {
        List<String> levels = sample.levelsOf(g).stream().sorted().toList();
        SurveyRankTest test = new SurveyRankTest();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            test.add(levels.indexOf(text(row, g)), sample.leaf(i), sample.weight(i), number(row, y));
        }
        return test.of(sample.taylor(), score);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-rank-test.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data, String y, String g, String test, int groups, double statistic, double df, double p) {
        SurveyEstimate result = test(ReferenceSamples.of(data), y, g, Objects.requireNonNull(SCORES.get(test)));
        ResultContract.assertKept(result);
        HypothesisTest found = result.test().orElseThrow();
        assertClose(found.statistic(), statistic, 1e-9);
        assertThat(found.df()).hasSize(groups == 2 ? 1 : 2);
        assertThat(found.df().get(groups == 2 ? 0 : 1)).isEqualTo(df);
        assertClose(found.pValue(), p, 1e-7);
    }

    @Test
    void a_monotone_change_of_the_variable_changes_nothing() {
        SurveySample sample = SurveySample.mini();
        SurveyRankTest logs = new SurveyRankTest();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> row = sample.rows().get(i);
            int group = text(row, "dom").equals("A") ? 0 : 1;
            logs.add(group, sample.leaf(i), sample.weight(i), Math.log(number(row, "y")));
        }
        assertClose(
                logs.of(sample.taylor(), RankScore.WILCOXON)
                        .test()
                        .orElseThrow()
                        .statistic(),
                test(sample, "y", "dom", RankScore.WILCOXON)
                        .test()
                        .orElseThrow()
                        .statistic(),
                1e-12);
    }

    @Test
    void no_test_where_there_is_nothing_to_compare() {
        SurveyEstimates estimates = SurveySample.mini().taylor();
        SurveyEstimate nobody = new SurveyRankTest().of(estimates, RankScore.MEDIAN);
        assertThat(nobody.status()).isEqualTo(Status.EMPTY_DOMAIN);
        ResultContract.assertKept(nobody);
        SurveyRankTest noReference = new SurveyRankTest();
        noReference.add(1, 0, 1, 5);
        assertThat(noReference.of(estimates, RankScore.MEDIAN).status()).isEqualTo(Status.EMPTY_DOMAIN);
        SurveyRankTest one = new SurveyRankTest();
        one.add(0, 0, 1, 5);
        assertThat(one.of(estimates, RankScore.WILCOXON).status()).isEqualTo(Status.NO_DF);
        ResultContract.assertKept(one.of(estimates, RankScore.WILCOXON));
        SurveyRankTest equal = new SurveyRankTest();
        equal.add(0, 0, 1, 5);
        equal.add(1, 1, 1, 5);
        SurveyEstimate same = equal.of(estimates, RankScore.WILCOXON);
        assertThat(same.status()).isEqualTo(Status.SINGLE_PSU);
        assertThat(same.test()).isEmpty();
        ResultContract.assertKept(same);
    }

    @Nested
    class Rejects {
        @Test
        void weights_and_values_that_are_none() {
            SurveyRankTest test = new SurveyRankTest();
            assertThatThrownBy(() -> test.add(0, 0, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weight must be finite and greater than 0");
            assertThatThrownBy(() -> test.add(0, 0, 1, Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("y must be finite, was NaN");
        }
    }
}
