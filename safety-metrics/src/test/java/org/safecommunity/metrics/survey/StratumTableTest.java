package org.safecommunity.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Step;

/** The sample MINI can be done again by hand; expected numbers: its totals by primary unit and the variance of R svymean. */
class StratumTableTest {
    private static List<String> steps(SurveySample sample, Locale locale) {
        return sample.taylor().mean(sample.sums("y"), 0).explain(locale).stream()
                .map(Step::toString)
                .toList();
    }

    @Test
    void shows_totals_by_primary_unit_and_what_each_stratum_adds() {
        List<String> steps = steps(SurveySample.mini(), Locale.ENGLISH);
        assertThat(steps).anyMatch(step -> step.contains("z = 0.14549066") && step.contains("n = 3, z̄ = 0.29929329"));
        assertThat(steps)
                .anyMatch(step ->
                        step.contains("Variance") && step.contains("0.7684219") && step.contains("12.42019323"));
        assertThat(steps(SurveySample.mini(), Locale.CHINESE)).anyMatch(step -> step.contains("方差"));
    }

    @Test
    void says_which_policy_adds_for_strata_of_one_unit() {
        List<Map<String, String>> rows = SurveySample.read("mini.csv").stream()
                .filter(row -> !SurveySample.text(row, "psu").equals("22"))
                .toList();
        SurveySample.Drawn drawn = new SurveySample.Drawn("h", "psu", "", false, LonelyPsu.AVERAGE);
        List<String> steps = steps(new SurveySample(rows, "w", drawn), Locale.ENGLISH);
        assertThat(steps).anyMatch(step -> step.contains("strata with one unit by the policy average"));
    }

    @Test
    void counts_the_units_that_it_does_not_show() {
        List<Map<String, String>> rows = SurveySample.read("mini.csv");
        SurveySample many = new SurveySample(rows, "w", SurveySample.Drawn.of("", "", ""));
        assertThat(steps(many, Locale.ENGLISH)).anyMatch(step -> step.contains("… 12 more"));
    }

    @Test
    void counts_the_strata_that_it_does_not_show() {
        List<String> steps = new ArrayList<>();
        SurveyDesign.Builder builder = SurveyDesign.builder();
        SurveySums sums = new SurveySums();
        for (int i = 0; i < 30; i++) {
            int leaf = builder.unit("h" + i / 2, List.of(), new double[0], 1);
            sums.add(0, leaf, 1, i);
        }
        SurveyEstimates estimates = SurveyEstimates.with(SurveyVariance.taylor(builder.build()), Confidence.DEFAULT);
        estimates.total(sums, 0).explain(Locale.ENGLISH).forEach(step -> steps.add(step.toString()));
        assertThat(steps).anyMatch(step -> step.contains("3 more, computed in the same way"));
    }
}
