package org.safecommunity.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;

class EffectTest {
    private static CountModel doctors() {
        Cases cases = Cases.counts("doctors");
        Design design = Design.builder(cases.size())
                .intercept()
                .factor("smoking", cases.texts("a"), "non-smoker")
                .factor("age", cases.texts("b"), "35-44")
                .build();
        return CountModel.fit(design, cases.data(), CountFamily.POISSON);
    }

    private static MetricResult smoking(EffectScale scale, Confidence confidence) {
        return doctors()
                .table("rate-ratio", scale, CovarianceForm.model(), confidence)
                .get(1);
    }

    @Test
    void rate_ratio_of_smoking_and_its_interval() {
        // exp(0.354535637253 ± 1.959963984540054 · 0.107374118189)
        MetricResult ratio = smoking(EffectScale.RATIO, Confidence.DEFAULT);
        Interval interval = ratio.interval().orElseThrow();
        assertThat(ratio.value().getAsDouble()).isCloseTo(Math.exp(0.354535637253), within(1e-10));
        assertThat(interval.lower())
                .isCloseTo(Math.exp(0.354535637253 - 1.959963984540054 * 0.107374118189), within(1e-10));
        assertThat(interval.upper())
                .isCloseTo(Math.exp(0.354535637253 + 1.959963984540054 * 0.107374118189), within(1e-10));
        assertThat(ratio.standardError().getAsDouble())
                .isCloseTo(Math.exp(0.354535637253) * 0.107374118189, within(1e-10));
        assertThat(ratio.item()).containsEntry("variable", "smoking=smoker");
        assertThat(ratio.n()).hasValue(10);
        assertThat(ratio.inputs())
                .containsEntry("events", 731d)
                .containsEntry("personTime", 181467d)
                .containsEntry("model", "poisson");
        assertThat(ratio.details()).containsOnlyKeys("coefficient", "coefficientStandardError");
        assertThat(doctors()
                        .table("rate-ratio", EffectScale.RATIO, CovarianceForm.hc0(), Confidence.DEFAULT)
                        .get(1)
                        .details())
                .containsEntry("covariance", "hc0");
    }

    @Test
    void one_limit_has_all_the_error_probability() {
        Interval lower = smoking(EffectScale.RATIO, new Confidence(0.975, Side.LOWER))
                .interval()
                .orElseThrow();
        Interval upper = smoking(EffectScale.RATIO, new Confidence(0.975, Side.UPPER))
                .interval()
                .orElseThrow();
        Interval both =
                smoking(EffectScale.RATIO, Confidence.DEFAULT).interval().orElseThrow();
        assertThat(lower.lower()).isCloseTo(both.lower(), within(1e-12));
        assertThat(lower.upper()).isInfinite();
        assertThat(upper.lower()).isZero();
        assertThat(upper.upper()).isCloseTo(both.upper(), within(1e-12));
        Interval percent = smoking(EffectScale.PERCENT_CHANGE, new Confidence(0.975, Side.UPPER))
                .interval()
                .orElseThrow();
        assertThat(percent.lower()).isEqualTo(-100);
    }

    @Test
    void percent_change_is_the_ratio_less_one_in_percent() {
        double ratio = smoking(EffectScale.RATIO, Confidence.DEFAULT).value().getAsDouble();
        assertThat(smoking(EffectScale.PERCENT_CHANGE, Confidence.DEFAULT)
                        .value()
                        .getAsDouble())
                .isCloseTo(100 * (ratio - 1), within(1e-10));
    }

    @Test
    void a_contrast_of_two_levels() {
        CountModel model = doctors();
        LinearCombination contrast =
                model.combination(Map.of("age=75-84", 1d, "age=45-54", -1d), CovarianceForm.model());
        Covariance v = model.covariance(CovarianceForm.model()).orElseThrow();
        int a = model.design().index("age=75-84");
        int b = model.design().index("age=45-54");
        assertThat(contrast.estimate().getAsDouble()).isCloseTo(3.700096451837 - 1.484007006322, within(1e-9));
        assertThat(contrast.standardError().getAsDouble())
                .isCloseTo(Math.sqrt(v.value(a, a) + v.value(b, b) - 2 * v.value(a, b)), within(1e-12));
        assertThat(contrast.text()).isEqualTo("-1·b[age=45-54] + b[age=75-84]");
    }

    @Test
    void explains_formula_numbers_assumptions_and_source_in_both_languages() {
        MetricResult ratio = smoking(EffectScale.RATIO, Confidence.DEFAULT);
        List<Step> english = ratio.explain(Locale.ENGLISH);
        assertThat(english).anySatisfy(step -> {
            assertThat(step.label()).isEqualTo("Lower limit");
            assertThat(step.formula()).isEqualTo("exp(b − q·SE)");
            assertThat(step.value()).isEqualTo(ratio.interval().orElseThrow().lower());
        });
        assertThat(english).anySatisfy(step -> assertThat(step.formula()).isEqualTo("b = b[smoking=smoker]"));
        assertThat(english).extracting(Step::label).contains("Assumptions", "Source", "p-value", "Deviance");
        assertThat(ratio.explain(Locale.CHINESE)).hasSameSizeAs(english).anySatisfy(step -> assertThat(step.label())
                .isEqualTo("系数的标准误"));
    }

    @Test
    void a_value_beyond_all_doubles_is_absent() {
        CountModel model = CountModel.fit(
                Design.line("x", new double[] {0, 0.0001}), CountData.of(new double[] {1, 100}), CountFamily.POISSON);
        MetricResult ratio = model.table("rate-ratio", EffectScale.RATIO, CovarianceForm.model(), Confidence.DEFAULT)
                .get(1);
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.standardError()).isEmpty();
        assertThat(ratio.status()).isEqualTo(Status.UNRELIABLE);
    }

    @Test
    void further_details_and_notes_are_added() {
        Effect effect = Effect.of(
                        new Effect.Subject("level-change", Map.of(), ""),
                        EffectScale.RATIO,
                        doctors().combination("smoking=smoker", CovarianceForm.model()),
                        Confidence.DEFAULT)
                .with(Map.of("before", 5L), List.of(Note.of("no-events")));
        assertThat(effect.details()).containsEntry("before", 5L).containsKey("coefficient");
        assertThat(effect.warnings()).containsExactly(Note.of("no-events"));
    }

    @Nested
    class Rejects {
        @Test
        void a_blank_statistic() {
            assertThatThrownBy(() -> new Effect.Subject(" ", Map.of(), ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("statistic must not be blank");
        }

        @Test
        void weights_that_do_not_fit() {
            assertThatThrownBy(() -> doctors().combination(new double[2], CovarianceForm.model()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights must have one value for each of the 6 columns, was 2");
            assertThatThrownBy(() -> doctors().combination(Map.of("age=75-84", Double.NaN), CovarianceForm.model()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights[5] must be finite, was NaN");
            assertThatThrownBy(() -> doctors().combination("age", CovarianceForm.model()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("column must be one of (Intercept), smoking=smoker");
            assertThatThrownBy(() -> doctors().wald(List.of(), CovarianceForm.model()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("columns must have a name");
        }
    }
}
