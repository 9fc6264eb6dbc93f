package org.safecommunity.metrics.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecommunity.metrics.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.ResultContract;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.burden.LifeTable.Person;
import org.safecommunity.metrics.rate.AgeBand;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;

class YearsOfLifeLostTest {
    private static final StandardisedIntervalMethod FAY_FEUER = StandardisedIntervalMethod.FAY_FEUER;

    @ParameterizedTest
    @CsvFileSource(resources = "years-of-life-lost.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(
            @Nullable String table,
            String deaths,
            double discount,
            boolean weighted,
            @Nullable Double limit,
            long unknown,
            double value,
            double standardError,
            double lower,
            double upper) {
        UnknownAges unknownAges = new UnknownAges(unknown, true);
        YearsOfLifeLost lost = limit != null
                ? YearsOfLifeLost.byAgeLimit(deaths(deaths), limit, unknownAges, FAY_FEUER, Confidence.DEFAULT)
                : YearsOfLifeLost.byLifeTable(
                        deaths(deaths),
                        table(String.valueOf(table)),
                        new YearValue(discount, weighted),
                        unknownAges,
                        FAY_FEUER,
                        Confidence.DEFAULT);
        assertClose(lost.value().orElseThrow(), value, 1e-9);
        assertClose(lost.standardError().orElseThrow(), standardError, 1e-9);
        Interval interval = lost.interval().orElseThrow();
        assertClose(interval.lower(), lower, 1e-9);
        assertClose(interval.upper(), upper, 1e-9);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "year-value.reference.csv", useHeadersInDisplayName = true)
    void years_match_published_values(double age, double remaining, double discount, boolean weighted, double years) {
        assertClose(new YearValue(discount, weighted).years(age, remaining), years, 1e-10);
    }

    static List<String> tables() {
        return LifeTable.ids();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void life_expectancy_never_falls_faster_than_time_passes(String id) {
        LifeTable table = table(id);
        for (Person person : table.columns().keySet()) {
            for (double age = 0; age < 110; age++) {
                double now = table.expectancy(person, age);
                double next = table.expectancy(person, age + 1);
                assertThat(next).isLessThanOrEqualTo(now).isGreaterThanOrEqualTo(now - 1 - 1e-9);
            }
        }
    }

    @Property(tries = 100)
    void discounting_and_one_death_more_change_the_years_as_they_must(
            @ForAll @IntRange(min = 0, max = 1000) int deaths,
            @ForAll @DoubleRange(min = 0, max = 110) double age,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double rate) {
        double plain = lost(deaths, age, YearValue.PLAIN);
        assertClose(lost(deaths + 1, age, YearValue.PLAIN) * (deaths == 0 ? 0 : deaths), plain * (deaths + 1), 1e-12);
        assertThat(lost(deaths, age, new YearValue(rate, false))).isLessThanOrEqualTo(plain);
        assertClose(new YearValue(1e-9, false).years(age, 40), 40, 1e-6);
    }

    @Test
    void the_interval_of_one_age_is_the_exact_interval_of_the_deaths() {
        YearsOfLifeLost lost = byTable(List.of(new DeathsAtAge("30", Person.ANY, 30, 10)), UnknownAges.NONE);
        double years = table("GBD2019_TMRLT").expectancy(Person.ANY, 30);
        assertClose(lost.interval().orElseThrow().lower(), 4.79538869613 * years, 1e-11);
        assertClose(lost.interval().orElseThrow().upper(), 18.3903560420 * years, 1e-11);
    }

    @Test
    void no_death_loses_no_year_but_has_an_upper_limit() {
        YearsOfLifeLost lost = byTable(List.of(new DeathsAtAge("0", Person.ANY, 0, 0)), UnknownAges.NONE);
        assertThat(lost.value()).hasValue(0);
        assertThat(lost.status()).isEqualTo(Status.ZERO_EVENTS);
        assertThat(lost.standardError()).isEmpty();
        assertClose(lost.interval().orElseThrow().upper(), 3.68887945411394 * 88.8718951, 1e-6);
    }

    @Test
    void deaths_beyond_the_limit_lose_nothing() {
        YearsOfLifeLost lost = YearsOfLifeLost.byAgeLimit(
                List.of(new DeathsAtAge("80", Person.ANY, 80, 7)), 70, UnknownAges.NONE, FAY_FEUER, Confidence.DEFAULT);
        assertThat(lost.statistic()).isEqualTo("potential-years-of-life-lost");
        assertThat(lost.value()).hasValue(0);
        assertThat(lost.interval()).isEmpty();
        assertThat(lost.details()).containsEntry("ageLimit", 70d).containsEntry("deaths", 7L);
    }

    @Test
    void unknown_ages_are_spread_or_left_out_and_always_counted() {
        List<DeathsAtAge> known = List.of(new DeathsAtAge("30", Person.ANY, 30, 10));
        YearsOfLifeLost spread = byTable(known, new UnknownAges(5, true));
        YearsOfLifeLost without = byTable(known, new UnknownAges(5, false));
        assertClose(spread.value().orElseThrow(), without.value().orElseThrow() * 1.5, 1e-14);
        assertThat(spread.warnings()).extracting(Note::code).containsExactly("unknown-ages-spread");
        assertThat(without.warnings()).extracting(Note::code).containsExactly("unknown-ages-left-out");
        assertThat(spread.details()).containsEntry("unknownAges", 5L);
        YearsOfLifeLost nothing = byTable(List.of(), new UnknownAges(5, true));
        assertThat(nothing.value()).isEmpty();
        assertThat(nothing.status()).isEqualTo(Status.EMPTY_DOMAIN);
        assertThat(nothing.explain(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void bands_have_a_middle_and_a_start() {
        AgeBand band = new AgeBand(30, OptionalInt.of(34));
        assertThat(AgePoint.MIDDLE.of(band)).isEqualTo(32.5);
        assertThat(AgePoint.START.of(band)).isEqualTo(30);
        assertThat(AgePoint.MIDDLE.of(new AgeBand(85, OptionalInt.empty()))).isEqualTo(85);
    }

    @Test
    void recalled_tables_are_marked() {
        YearsOfLifeLost lost = YearsOfLifeLost.byLifeTable(
                List.of(new DeathsAtAge("30", Person.ANY, 30, 10)),
                table("GBD2010"),
                YearValue.PLAIN,
                UnknownAges.NONE,
                FAY_FEUER,
                Confidence.DEFAULT);
        assertThat(lost.warnings()).extracting(Note::code).containsExactly("unconfirmed-table");
    }

    @Test
    void explains_itself_in_both_languages() {
        YearsOfLifeLost lost = byTable(List.of(new DeathsAtAge("30", Person.ANY, 30, 2)), new UnknownAges(1, true));
        ResultContract.assertKept(lost);
        assertThat(lost.explain(Locale.ENGLISH)).anySatisfy(step -> {
            assertThat(step.label()).isEqualTo("Years lost");
            assertThat(step.formula()).isEqualTo("f·Σ d·e");
        });
        assertThat(lost.explain(Locale.CHINESE))
                .hasSameSizeAs(lost.explain(Locale.ENGLISH))
                .anySatisfy(step -> assertThat(step.label()).isEqualTo("寿命表"));
    }

    @Nested
    class Rejects {
        @Test
        void a_table_by_sex_without_the_sex() {
            assertThatThrownBy(() -> table("GBD1990").expectancy(Person.ANY, 30))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("person must be MALE or FEMALE for the table GBD1990, was ANY");
        }

        @Test
        void ages_and_rates_that_cannot_be() {
            assertThatThrownBy(() -> new DeathsAtAge("x", Person.ANY, -1, 1))
                    .hasMessage("age of x must be finite and 0 or more, was -1");
            assertThatThrownBy(() -> new DeathsAtAge("x", Person.ANY, 1, -1))
                    .hasMessage("deaths at x must be 0 or more, was -1");
            assertThatThrownBy(() -> new YearValue(1, false)).hasMessage("discountRate must be less than 1, was 1.0");
            assertThatThrownBy(() -> new YearValue(-0.1, false))
                    .hasMessage("discountRate must be finite and 0 or more, was -0.1");
            assertThatThrownBy(() -> table("GBD2021").expectancy(Person.ANY, Double.NaN))
                    .hasMessage("age must be finite and 0 or more, was NaN");
            assertThatThrownBy(() -> new UnknownAges(-1, true))
                    .hasMessage("deaths of unknown age must be 0 or more, was -1");
            assertThatThrownBy(() ->
                            YearsOfLifeLost.byAgeLimit(List.of(), 0, UnknownAges.NONE, FAY_FEUER, Confidence.DEFAULT))
                    .hasMessage("limit must be finite and greater than 0, was 0");
        }

        @Test
        void tables_that_do_not_start_at_birth() {
            assertThatThrownBy(() -> new LifeTable(
                            "t",
                            "t",
                            "t",
                            "",
                            true,
                            java.util.Map.of(Person.ANY, new java.util.TreeMap<>(java.util.Map.of(1d, 70d)))))
                    .hasMessage("column ANY of t must start at age 0");
            assertThatThrownBy(() -> new LifeTable("t", "t", "t", "", true, java.util.Map.of()))
                    .hasMessage("columns of t must not be empty");
        }

        @Test
        void names_that_are_no_table() {
            assertThat(LifeTable.find("GBD2020")).isEmpty();
        }
    }

    private static double lost(long deaths, double age, YearValue value) {
        return YearsOfLifeLost.byLifeTable(
                        List.of(new DeathsAtAge("a", Person.ANY, age, deaths)),
                        table("GBD2019_TMRLT"),
                        value,
                        UnknownAges.NONE,
                        FAY_FEUER,
                        Confidence.DEFAULT)
                .value()
                .orElseThrow();
    }

    private static YearsOfLifeLost byTable(List<DeathsAtAge> deaths, UnknownAges unknown) {
        return YearsOfLifeLost.byLifeTable(
                deaths, table("GBD2019_TMRLT"), YearValue.PLAIN, unknown, FAY_FEUER, Confidence.DEFAULT);
    }

    private static LifeTable table(String id) {
        return LifeTable.find(id).orElseThrow();
    }

    private static List<DeathsAtAge> deaths(String text) {
        List<DeathsAtAge> deaths = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] cells = part.split(":");
            Person person = cells[0].equals("m") ? Person.MALE : cells[0].equals("f") ? Person.FEMALE : Person.ANY;
            deaths.add(new DeathsAtAge(cells[1], person, Double.parseDouble(cells[1]), Long.parseLong(cells[2])));
        }
        return deaths;
    }
}
