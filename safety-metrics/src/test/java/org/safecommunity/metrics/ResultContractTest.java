package org.safecommunity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/** The awkward results that methods to come will have: the contract must hold them without loss. */
class ResultContractTest {
    @Test
    void survey_domain_has_design_effect_and_a_t_interval_on_its_own_degrees_of_freedom() {
        DomainMean result = new DomainMean("rural", 0.62, 0.031, 212, 17, 1.84);
        ResultContract.assertKept(result);
        assertThat(result.item()).containsExactly(entry("variable", "knows-emergency-number"), entry("level", "yes"));
        assertThat(result.n()).hasValue(212);
        assertThat(result.details())
                .containsExactly(entry("designEffect", 1.84), entry("degreesOfFreedom", 17d), entry("psu", 24L));
        Interval limits = result.interval().orElseThrow();
        assertThat(limits.method()).isEqualTo("t");
        // R: 0.62 + c(-1, 1) * qt(0.975, 17) * 0.031
        assertClose(limits.lower(), 0.554595717087, 1e-11);
        assertClose(limits.upper(), 0.685404282913, 1e-11);
        assertThat(result.explain(Locale.CHINESE)).extracting(Step::label).contains("下限", "上限");
    }

    @Test
    void survey_domain_of_one_unit_keeps_its_estimate_and_has_no_interval() {
        DomainMean result = new DomainMean("island", 1, 0, 1, 0, 1);
        ResultContract.assertKept(result);
        assertThat(result.status()).isEqualTo(Status.SINGLE_UNIT);
        assertThat(result.value()).hasValue(1);
        assertThat(result.standardError()).isEmpty();
        assertThat(result.interval()).isEmpty();
    }

    @Test
    void empty_survey_domain_is_not_estimable() {
        DomainMean result = new DomainMean("port", 0, 0, 0, 0, 1);
        ResultContract.assertKept(result);
        assertThat(result.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(result.value()).isEmpty();
        assertThat(result.n()).hasValue(0);
    }

    @Test
    void interrupted_time_series_is_a_list_with_the_headline_first() {
        List<MetricResult> rows = new ArrayList<>();
        rows.add(new Coefficient("level-change", "headline", -0.31, 0.12, 56));
        for (String term : List.of("intercept", "trend", "trend-change")) {
            rows.add(new Coefficient("coefficient", term, 0.05, 0.02, 56));
        }
        rows.forEach(ResultContract::assertKept);
        assertThat(rows).extracting(MetricResult::statistic).startsWith("level-change", "coefficient");
        assertThat(rows)
                .extracting(MetricResult::item)
                .containsExactly(
                        Map.of("term", "headline"),
                        Map.of("term", "intercept"),
                        Map.of("term", "trend"),
                        Map.of("term", "trend-change"));
        HypothesisTest test = rows.get(0).test().orElseThrow();
        assertThat(test.method()).isEqualTo("t");
        assertThat(test.df()).containsExactly(56d);
        assertClose(test.statistic(), -0.31 / 0.12, 1e-15);
        // R: 2 * pt(-0.31 / 0.12, 56)
        assertClose(test.pValue(), 0.0124231207179, 1e-11);
        assertThat(rows.get(0).warnings()).containsExactly(Note.of("interval-undefined", "newey-west"));
    }

    @Test
    void ratio_without_events_in_the_reference_has_a_lower_limit_but_no_estimate() {
        RatioToNothing result = new RatioToNothing(5, 100, 0, 100);
        ResultContract.assertKept(result);
        assertThat(result.status()).isEqualTo(Status.ZERO_REFERENCE);
        assertThat(result.value()).isEmpty();
        Interval limits = result.interval().orElseThrow();
        assertThat(limits.lower()).isPositive();
        assertThat(limits.upper()).isInfinite();
        assertThat(result.explain(Locale.ENGLISH))
                .extracting(Step::text)
                .contains("No event in the reference: not estimable, only a lower limit exists.");
    }

    @Test
    void ratio_of_nothing_to_nothing_has_neither() {
        RatioToNothing result = new RatioToNothing(0, 100, 0, 100);
        ResultContract.assertKept(result);
        assertThat(result.status()).isEqualTo(Status.BOTH_ZERO);
        assertThat(result.interval()).isEmpty();
    }

    @Test
    void difference_has_a_limit_that_is_unbounded_below() {
        Plain result = new Plain(Status.OK, OptionalDouble.of(-2), Map.of("events", 3L)) {
            @Override
            public Optional<Interval> interval() {
                return Optional.of(new Interval("wald", 0.95, Double.NEGATIVE_INFINITY, -0.5));
            }
        };
        ResultContract.assertKept(result);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void every_status_says_whether_there_is_a_value(Status status) {
        OptionalDouble value = status.hasValue() ? OptionalDouble.of(1) : OptionalDouble.empty();
        OptionalDouble opposite = status.hasValue() ? OptionalDouble.empty() : OptionalDouble.of(1);
        ResultContract.assertKept(new Plain(status, value, Map.of("events", 1L)));
        assertBroken(new Plain(status, opposite, Map.of("events", 1L)), "value present with status " + status);
    }

    @Test
    void labels_of_statuses_are_kebab_case_and_differ() {
        assertThat(Status.values())
                .extracting(Status::label)
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Status.EVENTS_WITHOUT_PERSON_TIME.label()).isEqualTo("events-without-person-time");
    }

    /** The check itself finds what it is for. */
    @Nested
    class Finds {
        @Test
        void a_value_that_is_no_number() {
            assertBroken(new Plain(Status.OK, OptionalDouble.of(Double.NaN), Map.of("x", 1L)), "NaN");
            assertBroken(
                    new Plain(Status.OK, OptionalDouble.of(Double.POSITIVE_INFINITY), Map.of("x", 1L)), "Infinity");
        }

        @Test
        void an_input_that_is_no_number_or_of_another_kind() {
            assertBroken(new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", Double.NaN)), "NaN");
            assertBroken(new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", List.of(Double.NaN))), "NaN");
            assertBroken(new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", new Object())), "instance of any");
            assertBroken(new Plain(Status.OK, OptionalDouble.of(1), Map.of("Person time", 1L)), "Person time");
            assertBroken(new Plain(Status.OK, OptionalDouble.of(1), Map.of()), "inputs");
        }

        @Test
        void an_interval_without_an_end() {
            assertBroken(
                    new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", 1L)) {
                        @Override
                        public Optional<Interval> interval() {
                            return Optional.of(
                                    new Interval("wald", 0.95, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
                        }
                    },
                    "one end of the interval is a number");
        }

        @Test
        void no_working_and_working_in_one_language_only() {
            assertBroken(
                    new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", 1L)) {
                        @Override
                        public List<Step> explain(Locale locale) {
                            return List.of();
                        }
                    },
                    "not to be empty");
            assertBroken(
                    new Plain(Status.OK, OptionalDouble.of(1), Map.of("x", 1L)) {
                        @Override
                        public List<Step> explain(Locale locale) {
                            return List.of(Step.calculation("Rate", "x", "1", 1, ""));
                        }
                    },
                    "Rate");
        }
    }

    private static void assertBroken(MetricResult result, String message) {
        assertThatThrownBy(() -> ResultContract.assertKept(result))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static String text(Locale locale, String english, String chinese) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /** A result with one step. */
    private static class Plain implements MetricResult {
        private final Status status;
        private final OptionalDouble value;
        private final Map<String, Object> inputs;

        Plain(Status status, OptionalDouble value, Map<String, Object> inputs) {
            this.status = status;
            this.value = value;
            this.inputs = inputs;
        }

        @Override
        public String statistic() {
            return "plain";
        }

        @Override
        public OptionalDouble value() {
            return value;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public Map<String, Object> inputs() {
            return inputs;
        }

        @Override
        public List<Step> explain(Locale locale) {
            return List.of(Step.remark(text(locale, "Status", "状态"), status.message(locale)));
        }
    }

    /** Share of a survey domain with a t interval. */
    private record DomainMean(String domain, double mean, double error, long units, double df, double designEffect)
            implements MetricResult {
        @Override
        public String statistic() {
            return "proportion";
        }

        @Override
        public Map<String, String> item() {
            Map<String, String> item = new LinkedHashMap<>();
            item.put("variable", "knows-emergency-number");
            item.put("level", "yes");
            return item;
        }

        @Override
        public OptionalDouble value() {
            return units == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
        }

        @Override
        public OptionalDouble standardError() {
            return units > 1 ? OptionalDouble.of(error) : OptionalDouble.empty();
        }

        @Override
        public Optional<Interval> interval() {
            if (units < 2 || df <= 0) {
                return Optional.empty();
            }
            double half = half();
            return Optional.of(new Interval("t", 0.95, mean - half, mean + half));
        }

        private double half() {
            return error * TDistribution.of(df).inverseSurvivalProbability(Confidence.DEFAULT.tail());
        }

        @Override
        public OptionalLong n() {
            return OptionalLong.of(units);
        }

        @Override
        public Status status() {
            return units == 0 ? Status.EMPTY_DOMAIN : units == 1 ? Status.SINGLE_UNIT : Status.OK;
        }

        @Override
        public Map<String, Object> inputs() {
            return Map.of("domain", domain, "weights", List.of(1.5, 2d), "strata", List.of("a", "b"));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("designEffect", designEffect);
            details.put("degreesOfFreedom", df);
            details.put("psu", 24L);
            return details;
        }

        @Override
        public List<Step> explain(Locale locale) {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.remark(text(locale, "Status", "状态"), status().message(locale)));
            interval().ifPresent(limits -> {
                String numbers = NumberText.shortest(mean) + " ∓ " + NumberText.shortest(half());
                steps.add(Step.calculation(text(locale, "Lower limit", "下限"), "p − t·s", numbers, limits.lower(), ""));
                steps.add(Step.calculation(text(locale, "Upper limit", "上限"), "p + t·s", numbers, limits.upper(), ""));
            });
            return steps;
        }
    }

    /** One row of a regression. */
    private record Coefficient(String statistic, String term, double estimate, double error, double df)
            implements MetricResult {
        @Override
        public Map<String, String> item() {
            return Map.of("term", term);
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(estimate);
        }

        @Override
        public OptionalDouble standardError() {
            return OptionalDouble.of(error);
        }

        @Override
        public Optional<HypothesisTest> test() {
            double t = estimate / error;
            double p = 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
            return Optional.of(new HypothesisTest("t", t, List.of(df), p));
        }

        @Override
        public Map<String, Object> inputs() {
            return Map.of("points", 60L, "interruption", "2019-07");
        }

        @Override
        public List<Note> warnings() {
            return List.of(Note.of("interval-undefined", "newey-west"));
        }

        @Override
        public List<Step> explain(Locale locale) {
            String numbers = NumberText.shortest(estimate) + " / " + NumberText.shortest(error);
            return List.of(
                    Step.calculation(text(locale, "Statistic", "统计量"), "t = b / s", numbers, estimate / error, ""));
        }
    }

    /** Ratio of two rates of which the second has no event. */
    private record RatioToNothing(long events, double time, long referenceEvents, double referenceTime)
            implements MetricResult {
        @Override
        public String statistic() {
            return "rate-ratio";
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Interval> interval() {
            if (events == 0) {
                return Optional.empty();
            }
            double above = PoissonIntervalMethod.GARWOOD
                    .limits(referenceEvents, Confidence.DEFAULT)
                    .orElseThrow()
                    .upper();
            double lower = events / time / (above / referenceTime);
            return Optional.of(new Interval("exact", 0.95, lower, Double.POSITIVE_INFINITY));
        }

        @Override
        public Status status() {
            return events == 0 ? Status.BOTH_ZERO : Status.ZERO_REFERENCE;
        }

        @Override
        public Map<String, Object> inputs() {
            return Map.of("events", List.of(events, referenceEvents), "personTime", List.of(time, referenceTime));
        }

        @Override
        public List<Step> explain(Locale locale) {
            return List.of(Step.remark(text(locale, "Status", "状态"), status().message(locale)));
        }
    }
}
