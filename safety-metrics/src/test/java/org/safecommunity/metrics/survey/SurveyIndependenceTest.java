package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.survey.SurveySample.text;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;

class SurveyIndependenceTest {
    private static SurveyEstimate test(
            SurveySample sample, String row, String column, Predicate<Map<String, String>> domain) {
        return test(sample, row, column, domain, IndependenceTest.RAO_SCOTT_F);
    }

    private static SurveyEstimate test(
            SurveySample sample,
            String row,
            String column,
            Predicate<Map<String, String>> domain,
            IndependenceTest kind) {
        List<String> rows = sample.levelsOf(row);
        List<String> columns = sample.levelsOf(column);
        SurveySums sums = new SurveySums();
        int[][] cells = new int[rows.size()][columns.size()];
        for (int r = 0; r < cells.length; r++) {
            for (int k = 0; k < cells[r].length; k++) {
                cells[r][k] = r * columns.size() + k;
            }
        }
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> unit = sample.rows().get(i);
            if (domain.test(unit)) {
                int cell = cells[rows.indexOf(text(unit, row))][columns.indexOf(text(unit, column))];
                sums.add(cell, sample.leaf(i), sample.weight(i), 0);
            }
        }
        return SurveyIndependence.of(sample.taylor(), sums, cells, kind);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "survey-independence.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String data,
            String row,
            String column,
            double chiSquared,
            double f,
            double ndf,
            double ddf,
            double p,
            double firstP,
            double wald,
            double waldP,
            double adjusted,
            double adjustedDf,
            double adjustedP) {
        SurveySample sample = ReferenceSamples.of(data);
        HypothesisTest first = kind(sample, row, column, IndependenceTest.RAO_SCOTT_CHISQ);
        assertClose(first.pValue(), firstP, 1e-7);
        HypothesisTest plain = kind(sample, row, column, IndependenceTest.WALD);
        assertClose(plain.statistic(), wald, 1e-7);
        assertClose(plain.pValue(), waldP, 1e-7);
        HypothesisTest fewer = kind(sample, row, column, IndependenceTest.ADJUSTED_WALD);
        assertClose(fewer.statistic(), adjusted, 1e-7);
        assertThat(fewer.df().get(1)).isEqualTo(adjustedDf);
        assertClose(fewer.pValue(), adjustedP, 1e-7);
        SurveyEstimate result = test(ReferenceSamples.of(data), row, column, unit -> true);
        ResultContract.assertKept(result);
        assertClose(result.value().orElseThrow(), chiSquared, 1e-9);
        HypothesisTest test = result.test().orElseThrow();
        assertClose(test.statistic(), f, 1e-7);
        assertClose(test.df().get(0), ndf, 1e-7);
        assertClose(test.df().get(1), ddf, 1e-7);
        assertClose(test.pValue(), p, 1e-7);
    }

    private static HypothesisTest kind(SurveySample sample, String row, String column, IndependenceTest kind) {
        SurveyEstimate result = test(sample, row, column, unit -> true, kind);
        ResultContract.assertKept(result);
        HypothesisTest test = result.test().orElseThrow();
        assertThat(test.method()).isEqualTo(kind.label());
        return test;
    }

    @Test
    void a_wald_test_needs_as_many_degrees_of_freedom_as_it_tests() {
        SurveySample sample = SurveySample.mini();
        for (IndependenceTest kind : List.of(IndependenceTest.WALD, IndependenceTest.ADJUSTED_WALD)) {
            SurveyEstimate result = test(sample, "psu", "ans", unit -> true, kind);
            assertThat(result.status()).isEqualTo(Status.NO_DF);
            assertThat(result.test()).isEmpty();
            ResultContract.assertKept(result);
        }
    }

    @Test
    void rows_and_columns_may_change_places() {
        SurveySample sample = SurveySample.mini();
        HypothesisTest test = test(sample, "yes", "ans", unit -> true).test().orElseThrow();
        HypothesisTest turned = test(sample, "ans", "yes", unit -> true).test().orElseThrow();
        assertClose(turned.statistic(), test.statistic(), 1e-10);
        assertClose(turned.pValue(), test.pValue(), 1e-10);
    }

    @Test
    void a_table_of_nobody_or_of_one_row_has_no_test() {
        SurveySample sample = SurveySample.mini();
        SurveyEstimate nobody = test(sample, "yes", "ans", unit -> false);
        assertThat(nobody.status()).isEqualTo(Status.EMPTY_DOMAIN);
        ResultContract.assertKept(nobody);
        SurveySums sums = sample.levels("ans", List.of("1", "2", "3"), unit -> true);
        SurveyEstimate oneRow = SurveyIndependence.of(sample.taylor(), sums, new int[][] {{0, 1, 2}});
        assertThat(oneRow.status()).isEqualTo(Status.NO_DF);
        assertThat(oneRow.test()).isEmpty();
        ResultContract.assertKept(oneRow);
    }

    @Test
    void a_domain_in_one_primary_unit_has_no_test() {
        SurveyEstimate result = test(
                SurveySample.mini(), "yes", "dom", unit -> text(unit, "psu").equals("11"));
        assertThat(result.test()).isEmpty();
        assertThat(result.status()).isNotEqualTo(Status.OK);
        ResultContract.assertKept(result);
    }
}
