package org.safecommunity.risk.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.model.validation.Finding;

class HiddenDangerTest {
    static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    static final DangerGrading GENERAL = new DangerGrading(false, false, false, "");
    static final DangerGrading MAJOR = new DangerGrading(false, false, true, "");
    static final FiveFixes FIXES = new FiveFixes("office", "clear", "none needed", DAY.plusDays(10), "patrol");

    static HiddenDanger found() {
        return HiddenDanger.found("D1", "stairs", "blocked exit", DAY);
    }

    private static int place(DangerState state) {
        return Arrays.asList(DangerState.values()).indexOf(state);
    }

    static HiddenDanger at(DangerState state) {
        HiddenDanger danger = found().graded(GENERAL).fixed(FIXES);
        for (DangerState next : DangerState.values()) {
            if (next != DangerState.FOUND && state.isAtLeast(next)) {
                danger = danger.advance(next, DAY.plusDays(place(next)), next == DangerState.ACCEPTED ? "B" : "A");
            }
        }
        return danger;
    }

    /** major := (stop and time) or external cause or an item of a list; all sixteen combinations. */
    @Test
    void the_grade_follows_the_rule_for_every_combination() {
        for (int bits = 0; bits < 16; bits++) {
            boolean stop = (bits & 1) > 0;
            boolean time = (bits & 2) > 0;
            boolean external = (bits & 4) > 0;
            boolean listed = (bits & 8) > 0;
            boolean major = external || listed || bits % 4 == 3;
            assertThat(new DangerGrading(stop, time, external, listed ? "item 3" : "").grade())
                    .as("%s %s %s %s", stop, time, external, listed)
                    .isEqualTo(major ? DangerGrade.MAJOR : DangerGrade.GENERAL);
        }
    }

    @Test
    void the_grade_explains_itself_with_its_source() {
        assertThat(new DangerGrading(true, false, true, "").explain())
                .anySatisfy(step -> {
                    assertThat(step.numbers()).isEqualTo("(1 ∧ 0) ∨ 1 ∨ 0");
                    assertThat(step.outcome().zh()).isEqualTo("重大");
                })
                .anySatisfy(step -> assertThat(step.outcome().en()).contains("Order 16"));
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(DangerState.values())
                .flatMap(from -> Arrays.stream(DangerState.values()).map(to -> Arguments.of(from, to)));
    }

    /** The next state, and from submitted back to in progress; every other step is refused. */
    @ParameterizedTest
    @MethodSource("pairs")
    void only_the_steps_of_the_loop_are_allowed(DangerState from, DangerState to) {
        boolean allowed =
                place(to) == place(from) + 1 || (from == DangerState.SUBMITTED && to == DangerState.IN_PROGRESS);
        List<Finding> obstacles = at(from).obstacles(to, DAY.plusDays(9), "C");
        assertThat(obstacles).extracting(Finding::code).isEqualTo(allowed ? List.of() : List.of("wrong-step"));
    }

    @Test
    void a_refusal_leads_back_and_is_counted() {
        HiddenDanger back = at(DangerState.SUBMITTED).advance(DangerState.IN_PROGRESS, DAY.plusDays(6), "B");
        assertThat(back.progress().refusals()).isEqualTo(1);
        assertThat(back.progress().day(DangerState.SUBMITTED)).isEmpty();
        assertThat(back.wasSubmitted()).isTrue();
        HiddenDanger closed = back.advance(DangerState.SUBMITTED, DAY.plusDays(7), "A")
                .advance(DangerState.ACCEPTED, DAY.plusDays(8), "B")
                .advance(DangerState.CLOSED, DAY.plusDays(8), "B");
        assertThat(closed.progress().refusals()).isEqualTo(1);
        assertThat(closed.progress().acceptor()).isEqualTo("B");
        assertThat(closed.isClosedInTime(DAY.plusDays(8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, CLOSED, -1", "11, IN_PROGRESS, 1", "10, IN_PROGRESS, -1", "40, SUBMITTED, 30", "40, CLOSED, -1"})
    void overdue_is_derived_from_the_day_and_is_over_once_closed(int after, DangerState state, long days) {
        assertThat(at(state).overdue(DAY.plusDays(after)).orElse(-1)).isEqualTo(days);
    }

    @Test
    void before_its_closing_day_a_closed_one_was_open_and_may_have_been_overdue() {
        Map<DangerState, LocalDate> days =
                new EnumMap<>(Map.of(DangerState.FOUND, DAY, DangerState.CLOSED, DAY.plusDays(20)));
        HiddenDanger late = new HiddenDanger(
                "D",
                "p",
                "t",
                "",
                DangerGrade.GENERAL,
                GENERAL,
                FIXES,
                MajorDocuments.NONE,
                HiddenDanger.Analysis.NONE,
                new Progress(DangerState.CLOSED, days, "A", "B", 0),
                "");
        assertThat(late.overdue(DAY.plusDays(15)).orElse(-1)).isEqualTo(5);
        assertThat(late.overdue(DAY.plusDays(20))).isEmpty();
        assertThat(late.isClosedInTime(DAY.plusDays(30))).isFalse();
    }

    @Nested
    class Rejects {
        @Test
        void registering_without_a_grade() {
            assertThatThrownBy(() -> found().advance(DangerState.REGISTERED, DAY, ""))
                    .hasMessageContaining("grade: must be there before the hidden danger is registered");
        }

        @Test
        void assigning_before_all_five_are_fixed() {
            HiddenDanger registered = found().graded(GENERAL).advance(DangerState.REGISTERED, DAY, "");
            assertThat(registered.obstacles(DangerState.ASSIGNED, DAY, ""))
                    .extracting(f -> f.location().column())
                    .containsExactly("responsible", "measures", "funds", "due", "contingency_plan");
            FiveFixes four = new FiveFixes("office", "clear", "none", null, "patrol");
            assertThat(registered.fixed(four).obstacles(DangerState.ASSIGNED, DAY, ""))
                    .extracting(f -> f.location().column())
                    .containsExactly("due");
        }

        @Test
        void assigning_a_major_one_without_the_nine_parts() {
            HiddenDanger major = found().graded(MAJOR).fixed(FIXES).advance(DangerState.REGISTERED, DAY, "");
            assertThat(major.obstacles(DangerState.ASSIGNED, DAY, "")).hasSize(9);
            Map<MajorDocuments.Part, String> all =
                    Arrays.stream(MajorDocuments.Part.values()).collect(Collectors.toMap(p -> p, p -> "text"));
            assertThat(major.documented(new MajorDocuments(all))
                            .advance(DangerState.ASSIGNED, DAY, "")
                            .progress()
                            .state())
                    .isEqualTo(DangerState.ASSIGNED);
        }

        @Test
        void the_rectifier_as_acceptor_however_written_and_nobody() {
            HiddenDanger submitted = at(DangerState.SUBMITTED);
            assertThat(submitted.obstacles(DangerState.ACCEPTED, DAY.plusDays(9), " a "))
                    .extracting(Finding::code)
                    .containsExactly("acceptor-is-rectifier");
            assertThat(submitted.obstacles(DangerState.ACCEPTED, DAY.plusDays(9), ""))
                    .extracting(f -> f.location().column())
                    .containsExactly("acceptor");
        }

        @Test
        void a_step_before_an_earlier_one() {
            assertThat(at(DangerState.ASSIGNED).obstacles(DangerState.IN_PROGRESS, DAY, ""))
                    .extracting(Finding::code)
                    .containsExactly("dates-out-of-order");
        }

        @Test
        void blank_texts_and_negative_refusals() {
            assertThatThrownBy(() -> HiddenDanger.found("D", " ", "t", DAY)).hasMessage("place must not be blank");
            assertThatThrownBy(() -> new Progress(DangerState.FOUND, Map.of(DangerState.FOUND, DAY), "", "", -1))
                    .hasMessage("refusals must be 0 or more, was -1");
            assertThatThrownBy(() -> new Progress(DangerState.FOUND, Map.of(), "", "", 0))
                    .hasMessage("days must hold the day it was found");
        }
    }

    @Nested
    class Check {
        private List<String> codes(HiddenDanger danger) {
            return new DangerCheck(Set.of("D1", "D0"))
                    .findings(danger, "hidden-dangers.csv", 3).stream()
                            .map(f -> f.location().column() + " " + f.code())
                            .toList();
        }

        private HiddenDanger read(DangerGrade grade, DangerGrading grading, Progress progress, String repeatOf) {
            return new HiddenDanger(
                    "D1",
                    "p",
                    "t",
                    "",
                    grade,
                    grading,
                    FIXES,
                    MajorDocuments.NONE,
                    new HiddenDanger.Analysis("c", "k", "v"),
                    progress,
                    repeatOf);
        }

        @Test
        void what_advance_would_not_have_allowed_is_found() {
            Progress closed = new Progress(
                    DangerState.CLOSED,
                    Map.of(DangerState.FOUND, DAY, DangerState.CLOSED, DAY.minusDays(1)),
                    "A",
                    "A",
                    0);
            assertThat(codes(read(DangerGrade.GENERAL, MAJOR, closed, "D9")))
                    .containsExactly(
                            "accepted_on no-day",
                            "acceptor acceptor-is-rectifier",
                            "closed_on dates-out-of-order",
                            "grade grade-too-low",
                            "repeat_of unknown-repeat");
        }

        @Test
        void a_day_beyond_the_state_and_a_grade_nobody_explains_are_found() {
            Progress early = new Progress(
                    DangerState.REGISTERED,
                    Map.of(DangerState.FOUND, DAY, DangerState.SUBMITTED, DAY.plusDays(2)),
                    "",
                    "",
                    0);
            assertThat(codes(read(DangerGrade.MAJOR, GENERAL, early, "D0")))
                    .containsExactly("grade grade-unexplained", "submitted_on day-beyond-state");
        }

        @Test
        void one_that_went_through_the_loop_lacks_only_its_analysis() {
            assertThat(codes(at(DangerState.CLOSED)))
                    .containsExactly(
                            "cause no-analysis", "corrective_action no-analysis", "preventive_action no-analysis");
            assertThat(codes(at(DangerState.IN_PROGRESS))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"in-progress, IN_PROGRESS", "IN_PROGRESS, IN_PROGRESS", "整改中, IN_PROGRESS", "已销号, CLOSED", "销号, CLOSED"
    })
    void states_are_read_in_both_languages(String text, DangerState state) {
        assertThat(DangerState.parse(text)).contains(state);
        assertThat(DangerState.parse("done")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"major, MAJOR", "重大事故隐患, MAJOR", "一般隐患, GENERAL", "General, GENERAL"})
    void grades_are_read_in_both_languages(String text, DangerGrade grade) {
        assertThat(DangerGrade.parse(text)).contains(grade);
        assertThat(DangerGrade.parse("larger")).isEmpty();
    }
}
