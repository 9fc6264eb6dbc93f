package org.safecommunity.metrics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.metrics.Close.assertClose;
import static org.safecommunity.metrics.Details.detail;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.planning.PrecisionPlan.MeanOfPeople;
import org.safecommunity.metrics.planning.PrecisionPlan.ShareOfPeople;

class PrecisionPlanTest {
    private static PrecisionPlan share(double p, double margin, double population) {
        return new PrecisionPlan(new ShareOfPeople(p), margin, Confidence.DEFAULT, population, 1, 1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "precision-plan.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(double p, double margin, @Nullable Double population, double size, double rounded) {
        PlanResult result = share(p, margin, population == null ? Double.POSITIVE_INFINITY : population)
                .sampleSize();
        ResultContract.assertKept(result);
        assertClose(detail(result, "unrounded"), size, 1e-9);
        assertThat(result.value()).hasValue(rounded);
    }

    @Test
    void rounds_up_after_design_effect_and_response() {
        PlanResult result = new PrecisionPlan(
                        new ShareOfPeople(0.5), 0.05, Confidence.DEFAULT, Double.POSITIVE_INFINITY, 1.5, 0.8)
                .sampleSize();
        assertClose(detail(result, "unrounded"), 384.145882069 * 1.5 / 0.8, 1e-9);
        assertThat(result.value()).hasValue(721);
        assertThat(detail(result, "respondents")).isEqualTo(577);
        ResultContract.assertKept(result);
    }

    /** (1.96·15/2)² people for a mean with standard deviation 15 to within 2. */
    @Test
    void a_mean_needs_the_square_of_its_spread_over_the_margin() {
        PlanResult result = new PrecisionPlan(
                        new MeanOfPeople(15), 2, Confidence.DEFAULT, Double.POSITIVE_INFINITY, 1, 1)
                .sampleSize();
        assertThat(result.value()).hasValue(217);
        ResultContract.assertKept(result);
    }

    @Property(tries = 100)
    void half_the_margin_needs_four_times_the_people(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double margin) {
        double wide = detail(share(p, margin, Double.POSITIVE_INFINITY).sampleSize(), "unrounded");
        double narrow = detail(share(p, margin / 2, Double.POSITIVE_INFINITY).sampleSize(), "unrounded");
        assertClose(narrow, 4 * wide, 1e-12);
        assertThat(detail(share(p, margin, 500).sampleSize(), "unrounded")).isLessThanOrEqualTo(500);
    }

    @Test
    void warns_where_the_margin_reaches_0_and_where_the_population_is_too_small() {
        assertThat(share(0.03, 0.05, 1000).sampleSize().warnings())
                .containsExactly(Note.of("precision-margin", "0.05"));
        PlanResult all = new PrecisionPlan(new ShareOfPeople(0.5), 0.01, Confidence.DEFAULT, 100, 2, 0.5).sampleSize();
        assertThat(all.warnings()).containsExactly(Note.of("precision-population", "100"));
        ResultContract.assertKept(all);
    }

    @Nested
    class Rejects {
        private void assertRefused(double margin, double population, double effect, double response, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PrecisionPlan(
                            new ShareOfPeople(0.5), margin, Confidence.DEFAULT, population, effect, response))
                    .withMessage(message);
        }

        @Test
        void numbers_out_of_range() {
            assertRefused(0, 100, 1, 1, "margin must be finite and greater than 0, was 0");
            assertRefused(0.1, 0, 1, 1, "population must be 1 or more, was 0");
            assertRefused(0.1, 100, 0, 1, "designEffect must be finite and greater than 0, was 0");
            assertRefused(0.1, 100, 1, 1.2, "responseRate must be greater than 0 and at most 1, was 1.2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ShareOfPeople(1))
                    .withMessageStartingWith("p must be");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MeanOfPeople(0))
                    .withMessage("standardDeviation must be finite and greater than 0, was 0");
        }
    }
}
