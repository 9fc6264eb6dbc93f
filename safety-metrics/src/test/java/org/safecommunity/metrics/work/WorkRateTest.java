package org.safecommunity.metrics.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

class WorkRateTest {
    @ParameterizedTest
    @CsvFileSource(resources = "work.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            String scheme,
            @Nullable LocalDate date,
            String quantities,
            String id,
            double value,
            @Nullable Double lower,
            @Nullable Double upper) {
        WorkRate rate = rate(scheme, date, quantities, id);
        assertClose(rate.value().orElseThrow(), value, 1e-12);
        if (lower == null || upper == null) {
            assertThat(rate.interval()).isEmpty();
        } else {
            assertClose(rate.interval().orElseThrow().lower(), lower, 1e-9);
            assertClose(rate.interval().orElseThrow().upper(), upper, 1e-9);
        }
    }

    @Property(tries = 100)
    void counts_scale_with_exposure_and_lie_in_their_interval(
            @ForAll @IntRange(min = 0, max = 10_000) int injuries,
            @ForAll @IntRange(min = 1, max = 100_000) int hours) {
        WorkRate one = rate("ilo", null, "injuries=" + injuries + ";hours=" + hours, "ilo-frequency");
        WorkRate half = rate("ilo", null, "injuries=" + injuries + ";hours=" + 2 * hours, "ilo-frequency");
        assertThat(one.interval().orElseThrow().contains(one.value().orElseThrow()))
                .isTrue();
        assertClose(half.value().orElseThrow() * 2, one.value().orElseThrow(), 1e-14);
        assertClose(
                half.interval().orElseThrow().upper() * 2,
                one.interval().orElseThrow().upper(),
                1e-14);
    }

    @Test
    void days_of_deaths_that_are_not_charged_are_pointed_out() {
        String text = "injuries=3;deaths=2;lost_days=42;hours=1250000";
        assertThat(rate("gb6441", null, text, "mean-severity").warnings())
                .extracting(Note::code)
                .containsExactly("deaths-not-charged");
        WorkQuantities added = quantities(text).withDeathsAdded(6000);
        WorkRate rate = rate("gb6441", null, added, "mean-severity");
        assertClose(rate.value().orElseThrow(), 2408.4, 1e-14);
        assertThat(rate.warnings()).isEmpty();
        assertThat(rate.details()).containsEntry("deathsAdded", true);
        assertClose(rate("gb6441", null, added, "injury-severity-rate").value().orElseThrow(), 9633.6, 1e-14);
    }

    @Test
    void too_few_injured_are_pointed_out() {
        WorkRate rate = rate("gb6441", null, "injuries=3;deaths=2;serious=2;hours=1000", "injury-frequency");
        assertThat(rate.warnings()).extracting(Note::code).contains("injuries-too-few");
    }

    @Test
    void unconfirmed_formulas_are_marked() {
        WorkRate rate = rate("gb6441", LocalDate.of(2026, 7, 1), "injuries=30;workers=1000", "injury-rate-1000");
        assertThat(rate.details()).containsEntry("confirmed", false).containsEntry("edition", "2025");
        assertThat(rate.warnings()).extracting(Note::code).containsExactly("unconfirmed-formula");
    }

    @Test
    void no_events_give_an_upper_limit() {
        WorkRate rate = rate("osha", null, "recordable=0;hours=200000", "trir");
        assertThat(rate.value()).hasValue(0);
        assertThat(rate.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(rate.standardError()).isEmpty();
        assertClose(rate.interval().orElseThrow().upper(), 3.68887945411394, 1e-12);
    }

    @Test
    void a_zero_denominator_is_never_a_zero_rate() {
        assertThat(rate("osha", null, "recordable=2;hours=0", "trir").value()).isEmpty();
        assertThat(rate("osha", null, "recordable=2;hours=0", "trir").status())
                .isEqualTo(Status.EVENTS_WITHOUT_PERSON_TIME);
        assertThat(rate("osha", null, "recordable=0;hours=0", "trir").status()).isEqualTo(Status.NO_PERSON_TIME);
        WorkRate mean = rate("gb6441", null, "lost_days=0;injuries=0", "mean-severity");
        assertThat(mean.value()).isEmpty();
        assertThat(mean.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(mean.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("Status"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "work-classes.reference.csv", useHeadersInDisplayName = true)
    void classes_include_their_lower_bound(String scheme, String indicator, double value, @Nullable String zh) {
        assertThat(WorkClass.find(scheme, "1986", indicator, value).map(WorkClass::zh))
                .isEqualTo(java.util.Optional.ofNullable(zh));
    }

    @Test
    void an_economic_loss_carries_its_class() {
        WorkRate rate = rate("gb6721", null, "economic_loss_10k=10", "economic-loss");
        assertThat(rate.details()).containsEntry("class", "major");
        assertThat(rate.workClass().orElseThrow().label(Locale.CHINESE)).isEqualTo("重大损失事故");
    }

    @Test
    void explains_itself_in_both_languages() {
        WorkRate rate = rate("gb6441", null, "deaths=2;workers=1500", "death-rate-1000");
        ResultContract.assertKept(rate);
        assertThat(rate.explain(Locale.ENGLISH)).anySatisfy(step -> {
            assertThat(step.formula()).isEqualTo("deaths / workers × 1000");
            assertThat(step.numbers()).isEqualTo("2 / 1500 × 1000");
        });
        assertThat(rate.explain(Locale.CHINESE))
                .hasSameSizeAs(rate.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.text()).isEqualTo("千人死亡率"));
        WorkRate loss = rate("gb6721", null, "direct_loss_10k=20;indirect_loss_10k=4;workers=850", "loss-rate-1000");
        assertThat(loss.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.numbers()).isEqualTo("(20 + 4) / 850 × 1000"));
    }

    @Nested
    class Rejects {
        @Test
        void parts_of_persons() {
            assertThatThrownBy(() -> rate("osha", null, "recordable=2.5;hours=10", "trir"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("recordable must be a whole number of at most 2^53, was 2.5");
        }

        @Test
        void quantities_that_are_not_given() {
            WorkIndicator trir = WorkScheme.find(WorkScheme.bundled(), "osha", null)
                    .orElseThrow()
                    .indicators()
                    .get(0);
            assertThatThrownBy(() -> WorkRate.of(
                            trir, quantities("deaths=1"), PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT))
                    .hasMessage("quantities must hold recordable, hours for trir");
        }

        @Test
        void negative_quantities() {
            assertThatThrownBy(() -> quantities("hours=-1")).hasMessage("hours must be finite and 0 or more, was -1");
        }

        @Test
        void deaths_added_twice_or_not_given() {
            assertThatThrownBy(
                            () -> quantities("deaths=1").withDeathsAdded(6000).withDeathsAdded(6000))
                    .hasMessage("deaths must be given, and added only once");
            assertThatThrownBy(() -> quantities("injuries=1").withDeathsAdded(6000))
                    .hasMessage("deaths must be given, and added only once");
        }

        @Test
        void no_counts_of_workers() {
            assertThatThrownBy(() -> WorkQuantities.meanWorkers(List.of())).hasMessage("counts must not be empty");
        }
    }

    @Test
    void mean_workers_are_the_mean_of_the_period_ends() {
        assertThat(WorkQuantities.meanWorkers(List.of(3221d, 3276d, 3305d, 3198d)))
                .isEqualTo(3250);
    }

    @Test
    void lost_workdays_are_capped() {
        assertThat(LostWorkdays.ofPerson(List.of(2400d, 1300d))).isEqualTo(3700);
        assertThat(LostWorkdays.ofPerson(List.of(2400d, 2400d, 1300d))).isEqualTo(6000);
        assertThat(LostWorkdays.ofOshaCase(230)).isEqualTo(180);
        assertThat(LostWorkdays.ofOshaCase(12)).isEqualTo(12);
        assertThat(LostWorkdays.charged("death")).hasValue(6000d);
        assertThat(LostWorkdays.charged("hand")).isEmpty();
        assertThatThrownBy(() -> LostWorkdays.ofOshaCase(-1))
                .hasMessage("calendarDays must be finite and 0 or more, was -1");
    }

    private static WorkQuantities quantities(String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            values.put(part.substring(0, part.indexOf('=')), Double.valueOf(part.substring(part.indexOf('=') + 1)));
        }
        return WorkQuantities.of(values);
    }

    private static WorkRate rate(String scheme, @Nullable LocalDate date, String text, String id) {
        return rate(scheme, date, quantities(text), id);
    }

    private static WorkRate rate(String scheme, @Nullable LocalDate date, WorkQuantities quantities, String id) {
        return WorkScheme.find(WorkScheme.bundled(), scheme, date)
                .orElseThrow()
                .rates(quantities, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT)
                .stream()
                .filter(rate -> rate.statistic().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
