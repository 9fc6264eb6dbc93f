package org.safecommunity.model.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.accident.GradeScheme.DomainScheme;
import org.safecommunity.model.accident.GradeScheme.GradeSchemes;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

class GradeSchemeTest {
    private static final GradeSchemes BUNDLED = GradeScheme.bundled();
    private static final GradeScheme ORDER_493 =
            BUNDLED.of(AccidentDomain.PRODUCTION).orElseThrow();
    private static final EventDate DAY = new EventDate(2024, 6, 30);
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final Provenance FOUND = Provenance.found("DOC");

    @ParameterizedTest
    @CsvFileSource(resources = "grades.reference.csv", useHeadersInDisplayName = true)
    void matches_the_boundary_totals(String scheme, int deaths, int serious, BigDecimal loss, String grade) {
        GradeScheme chosen = BUNDLED.schemes().stream()
                .filter(s -> s.id().equals(scheme))
                .findFirst()
                .orElseThrow();
        assertThat(chosen.grade(accident(deaths, serious, loss))
                        .map(AccidentGrade::id)
                        .orElse(null))
                .isEqualTo(grade);
    }

    @Test
    void minor_injuries_alone_give_no_grade() {
        AccidentRecord accident = new AccidentRecord("1", AccidentDomain.PRODUCTION, DAY, 0, 0, 25, BigDecimal.ZERO);
        assertThat(ORDER_493.grade(accident)).isEmpty();
    }

    @Property(tries = 200)
    void more_harm_never_lowers_the_grade(
            @ForAll @IntRange(max = 40) int deaths,
            @ForAll @IntRange(max = 120) int serious,
            @ForAll @IntRange(max = 12_000) int loss,
            @ForAll @IntRange(max = 3) int moreDeaths,
            @ForAll @IntRange(max = 10) int moreSerious,
            @ForAll @IntRange(max = 1_000) int moreLoss) {
        int before = rank(deaths, serious, loss);
        assertThat(rank(deaths + moreDeaths, serious + moreSerious, loss + moreLoss))
                .isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 200)
    void the_grade_is_the_worst_of_the_three_criteria(
            @ForAll @IntRange(min = 1, max = 40) int deaths,
            @ForAll @IntRange(min = 1, max = 120) int serious,
            @ForAll @IntRange(min = 1, max = 12_000) int loss) {
        int worst = Math.max(rank(deaths, 0, 0), Math.max(rank(0, serious, 0), rank(0, 0, loss)));
        assertThat(rank(deaths, serious, loss)).isEqualTo(worst);
    }

    @ParameterizedTest
    @CsvSource({
        "2007, 6, 1, true",
        "2007, 5, 31, false",
        "2007, 5, 0, false",
        "2007, 6, 0, true",
        "2007, 0, 0, true",
        "2006, 0, 0, false",
        "2024, 6, 30, true"
    })
    void applies_from_the_day_it_came_into_force(int year, int month, int day, boolean applies) {
        EventDate date = new EventDate(year, month, day);
        assertThat(ORDER_493.mayApplyOn(date)).isEqualTo(applies);
        AccidentRecord accident = new AccidentRecord("1", AccidentDomain.PRODUCTION, date, 1, 0, 0, BigDecimal.ZERO);
        assertThat(ORDER_493.grade(accident).isPresent()).isEqualTo(applies);
    }

    @ParameterizedTest
    @CsvSource({
        "production, work_safety_493, 30",
        "traffic, work_safety_493, 7",
        "fire, fire_2007_234, 7",
        "public-security, , "
    })
    void serves_each_domain_of_article_20(String domain, String scheme, Integer days) {
        AccidentDomain id = AccidentDomain.parse(domain).orElseThrow();
        assertThat(BUNDLED.of(id).map(GradeScheme::id).orElse(null)).isEqualTo(scheme);
        assertThat(BUNDLED.countingDays(id).orElse(null)).isEqualTo(days);
    }

    @Test
    void grading_traffic_by_order_493_is_marked_as_derived() {
        Provenance provenance =
                BUNDLED.domain(AccidentDomain.TRAFFIC).orElseThrow().provenance();
        assertThat(provenance.isConfirmed()).isFalse();
        assertThat(provenance.describe(BUNDLED.sources()).en()).startsWith("derived by this project, unconfirmed");
    }

    @Test
    void grades_have_names_in_both_languages() {
        assertThat(BUNDLED.schemes())
                .hasSize(2)
                .allSatisfy(scheme -> assertThat(scheme.grades()).hasSize(4).allSatisfy(grade -> {
                    assertThat(grade.title().en()).matches("[A-Za-z ]+");
                    assertThat(grade.title().zh()).matches("\\p{IsHan}+");
                }));
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final AccidentGrade low = grade("low", 1, 0);

        @Test
        void grades_that_break_rules_between_them_all_at_once() {
            assertThatThrownBy(
                            () -> scheme("2020-01-01", List.of(grade("a", 1, 1), grade("a", 2, 5), grade("b", 3, 5))))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("grades[0]: bounds of the lowest grade must be 0; "
                            + "grades[1].id: id must be unique, was a again after grades[0]; "
                            + "grades[2]: each bound must be above that of grade a");
        }

        @Test
        void a_rank_used_twice() {
            assertThatThrownBy(() -> scheme("2020-01-01", List.of(low, grade("b", 1, 5))))
                    .hasMessage("grades[1].rank: rank must be unique, was 1 again after grades[0]");
        }

        @Test
        void a_date_in_another_form() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme("1 June 2007", List.of(low)))
                    .withMessage("inForceFrom must be an ISO date such as 2007-06-01, was \"1 June 2007\"");
        }

        @Test
        void bad_parts_of_a_scheme() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scheme("2020-01-01", List.of()))
                    .withMessage("grades must not be empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GradeScheme("x", TEXT, "2020-01-01", -1, FOUND, List.of(low)))
                    .withMessage("countingDays must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GradeScheme(" ", TEXT, "2020-01-01", 1, FOUND, List.of(low)))
                    .withMessage("id must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new GradeScheme("x", null, "2020-01-01", 1, FOUND, List.of(low)))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> new GradeScheme("x", TEXT, "2020-01-01", 1, null, List.of(low)))
                    .withMessage("provenance");
            assertThatNullPointerException().isThrownBy(() -> ORDER_493.grade(null));
        }

        @Test
        void bad_parts_of_a_grade() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grade("low", 0, 0))
                    .withMessage("rank must be from 1 to 2147483647, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grade("", 1, 0))
                    .withMessage("id must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentGrade("x", 1, TEXT, -1, 0, BigDecimal.ZERO))
                    .withMessage("deathsFrom must be 0 or more, was -1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentGrade("x", 1, TEXT, 0, -2, BigDecimal.ZERO))
                    .withMessage("seriousInjuriesFrom must be 0 or more, was -2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccidentGrade("x", 1, TEXT, 0, 0, new BigDecimal("-0.5")))
                    .withMessage("directLossFrom10kYuan must be 0 or more, was -0.5");
            assertThatNullPointerException()
                    .isThrownBy(() -> new AccidentGrade("x", 1, TEXT, 0, 0, null))
                    .withMessage("directLossFrom10kYuan");
        }

        @Test
        void a_file_with_faults_between_its_parts_all_at_once() {
            GradeScheme scheme = scheme("2020-01-01", List.of(low));
            DomainScheme fire = new DomainScheme(AccidentDomain.FIRE, TEXT, "other", null, FOUND);
            assertThatThrownBy(() -> new GradeSchemes(
                            "1",
                            List.of(new SourceDocument("SRC", TEXT)),
                            List.of(scheme, scheme),
                            List.of(fire, fire)))
                    .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.findings())
                            .extracting(Finding::code)
                            .containsOnly("duplicate-id", "unknown-scheme", "unknown-source")
                            .hasSize(8));
        }

        @Test
        void a_negative_counting_period_of_a_domain() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DomainScheme(AccidentDomain.FIRE, TEXT, null, -7, FOUND))
                    .withMessage("countingDays must be 0 or more, was -7");
        }

        @Test
        void a_file_whose_schemes_are_faulty_and_have_one_id() {
            String scheme = "{\"id\":\"x\",\"title\":\"t\",\"inForceFrom\":\"soon\",\"countingDays\":30,"
                    + "\"provenance\":{\"status\":\"derived\"},\"grades\":[{\"id\":\"a\",\"rank\":1,\"title\":\"t\","
                    + "\"deathsFrom\":0,\"seriousInjuriesFrom\":0,\"directLossFrom10kYuan\":0}]}";
            String json = "{\"version\":\"1\",\"schemes\":[" + scheme + "," + scheme + "]}";
            assertThat(GradeSchemes.FILE.check(
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "g.json"))
                    .extracting(Finding::toString)
                    .containsExactly(
                            "g.json:schemes[0]: inForceFrom must be an ISO date such as 2007-06-01, was \"soon\"",
                            "g.json:schemes[1]: inForceFrom must be an ISO date such as 2007-06-01, was \"soon\"",
                            "g.json:schemes[1].id: id must be unique, was x again after schemes[0]");
        }

        private GradeScheme scheme(String from, List<AccidentGrade> grades) {
            return new GradeScheme("x", TEXT, from, 30, FOUND, grades);
        }

        private AccidentGrade grade(String id, int rank, int bound) {
            return new AccidentGrade(id, rank, TEXT, bound, bound, BigDecimal.valueOf(bound));
        }
    }

    private static int rank(int deaths, int serious, int loss) {
        return ORDER_493
                .grade(accident(deaths, serious, BigDecimal.valueOf(loss)))
                .map(AccidentGrade::rank)
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION, 2024-01-01, 2024-01-31, 1",
        "PRODUCTION, 2024-01-01, 2024-02-01, 0",
        "TRAFFIC, 2024-01-01, 2024-01-08, 1",
        "TRAFFIC, 2024-01-01, 2024-01-09, 0",
        "FIRE, 2024-01-01, 2024-01-09, 0",
        "PUBLIC_SECURITY, 2024-01-01, 2024-12-31, 1",
        "PRODUCTION, 2024-01, 2024-01-31, 1",
        "PRODUCTION, 2024-01, 2024-02-15, ",
        "PRODUCTION, 2024-01, 2024-03-15, 0"
    })
    void deaths_count_within_30_days_and_7_for_road_traffic_and_fire(
            AccidentDomain domain, String accident, LocalDate death, @Nullable Integer counted) {
        OptionalInt expected = counted == null ? OptionalInt.empty() : OptionalInt.of(counted);
        assertThat(GradeScheme.bundled().countedDeaths(domain, EventDate.parse(accident), List.of(death)))
                .isEqualTo(expected);
    }

    private static AccidentRecord accident(int deaths, int serious, BigDecimal loss) {
        return new AccidentRecord("1", AccidentDomain.PRODUCTION, DAY, deaths, serious, 0, loss);
    }
}
