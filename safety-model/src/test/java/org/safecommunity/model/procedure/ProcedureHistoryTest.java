package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.procedure.ProcedureHistory.Kind;
import org.safecommunity.model.procedure.ProcedureHistory.Problem;

class ProcedureHistoryTest {
    /** Events such as {@code named 2024-03-20}. */
    static List<ProcedureEvent> events(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.split(" "))
                .map(parts -> ProcedureEvent.of(ProcedureState.of(parts[0]).orElseThrow(), LocalDate.parse(parts[1])))
                .toList();
    }

    private static ProcedureHistory of(String... texts) {
        return ProcedureHistory.of(events(texts));
    }

    @Test
    void an_event_that_cannot_follow_is_left_out_and_the_others_hold() {
        ProcedureHistory history = of(
                "started 2020-01-01",
                "filed 2020-02-01",
                "annual-report 2020-06-01",
                "applied 2022-02-01",
                "filed 2022-03-01",
                "recommended 2022-04-01");
        assertThat(history.state()).contains(ProcedureState.RECOMMENDED);
        assertThat(history.problems())
                .extracting(Problem::index, Problem::kind)
                .containsExactly(tuple(2, Kind.ILLEGAL), tuple(4, Kind.ILLEGAL));
    }

    @Test
    void steps_left_out_are_told_and_the_event_holds() {
        ProcedureHistory history = of("started 2020-01-01", "named 2023-01-01");
        assertThat(history.isNamed()).isTrue();
        assertThat(history.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.STEPS_MISSING);
            assertThat(problem.missing())
                    .containsExactly(
                            ProcedureState.FILED,
                            ProcedureState.APPLIED,
                            ProcedureState.RECOMMENDED,
                            ProcedureState.DOC_REVIEW,
                            ProcedureState.ON_SITE,
                            ProcedureState.PASSED);
        });
    }

    @Test
    void events_out_of_order_are_put_in_their_place() {
        ProcedureHistory history = of("filed 2020-02-01", "started 2020-01-01");
        assertThat(history.state()).contains(ProcedureState.FILED);
        assertThat(history.problems())
                .extracting(Problem::index, Problem::kind)
                .containsExactly(tuple(1, Kind.OUT_OF_ORDER));
    }

    @Test
    void a_record_may_begin_late_and_an_event_counts_once() {
        ProcedureHistory history = of("named 2020-02-01", "annual-report 2021-01-01", "annual-report 2021-01-01");
        assertThat(history.events()).hasSize(2);
        assertThat(history.problems()).extracting(Problem::kind).containsExactly(Kind.BEGINS_LATE, Kind.TWICE);
        assertThat(of("annual-report 2021-01-01", "annual-report 2022-01-01").problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.BEGINS_LATE);
    }

    @Test
    void a_report_during_a_re_assessment_does_not_set_it_back() {
        ProcedureHistory history = of("named 2020-02-01", "applied 2022-10-01", "annual-report 2023-01-01");
        assertThat(history.state()).contains(ProcedureState.APPLIED);
        assertThat(history.isNamed()).isTrue();
        assertThat(of("named 2020-02-01", "revoked 2022-10-01", "renamed 2023-01-01")
                        .state())
                .contains(ProcedureState.REVOKED);
    }

    @Test
    void a_new_procedure_after_the_end_is_a_round_of_its_own() {
        ProcedureHistory history = of("named 2015-02-01", "expired 2020-02-01", "started 2021-01-01");
        assertThat(history.round()).hasSize(1);
        assertThat(history.isNamed()).isFalse();
        assertThat(history.until(LocalDate.parse("2019-01-01")).isNamed()).isTrue();
    }

    @Property(tries = 200)
    void events_that_hold_stay_the_same_when_taken_again(@ForAll @Size(max = 12) List<ProcedureState> states) {
        LocalDate day = LocalDate.parse("2020-01-01");
        List<ProcedureEvent> given = IntStream.range(0, states.size())
                .mapToObj(i -> ProcedureEvent.of(states.get(i), day.plusDays(i)))
                .toList();
        ProcedureHistory history = ProcedureHistory.of(given);
        assertThat(ProcedureHistory.of(history.events()).events()).isEqualTo(history.events());
        long left = history.problems().stream()
                .filter(p -> p.kind() == Kind.ILLEGAL)
                .count();
        assertThat(history.events().size() + left).isEqualTo(states.size());
    }
}
