package org.safecommunity.model.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.safecommunity.model.procedure.ProcedureState.EXPIRED;
import static org.safecommunity.model.procedure.ProcedureState.NAMED;
import static org.safecommunity.model.procedure.ProcedureState.ON_SITE;
import static org.safecommunity.model.procedure.ProcedureState.STARTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProcedureStateTest {
    @ParameterizedTest
    @CsvSource({
        "STARTED, FILED",
        "FILED, OPERATING",
        "OPERATING, APPLIED",
        "APPLIED, RECOMMENDED",
        "RECOMMENDED, DOC_REVIEW",
        "DOC_REVIEW, SUPPLEMENT",
        "SUPPLEMENT, ON_SITE",
        "DOC_REVIEW, ON_SITE",
        "ON_SITE, PASSED",
        "ON_SITE, RECTIFY",
        "ON_SITE, FAILED",
        "PASSED, NAMED",
        "NAMED, ANNUAL_REPORT",
        "ANNUAL_REPORT, SPOT_CHECK",
        "SPOT_CHECK, REASSESSMENT_DUE",
        "REASSESSMENT_DUE, RENAMED",
        "REASSESSMENT_DUE, REVOKED",
        "REASSESSMENT_DUE, EXPIRED",
        "REASSESSMENT_DUE, APPLIED",
        "PASSED, RENAMED",
        "FAILED, OPERATING",
        "FAILED, APPLIED",
        "FAILED, REVOKED",
        "EXPIRED, STARTED"
    })
    void follows_the_state_model(ProcedureState from, ProcedureState to) {
        assertThat(from.to(to)).isEqualTo(to);
    }

    @Test
    void every_state_is_reached_from_the_start() {
        Set<ProcedureState> reached = EnumSet.of(STARTED);
        for (int step = 0; step < ProcedureState.values().length; step++) {
            EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        assertThat(reached).containsExactly(ProcedureState.values());
    }

    @Test
    void tells_the_steps_left_out_without_those_that_time_brings() {
        assertThat(STARTED.between(ProcedureState.APPLIED)).contains(List.of(ProcedureState.FILED));
        assertThat(ProcedureState.FILED.between(ProcedureState.APPLIED)).contains(List.of());
        assertThat(ON_SITE.between(NAMED)).contains(List.of(ProcedureState.PASSED));
        assertThat(NAMED.between(ProcedureState.RENAMED)).contains(List.of());
        assertThat(ON_SITE.between(ProcedureState.APPLIED)).isEmpty();
        assertThat(ProcedureState.RECOMMENDED.between(ProcedureState.FILED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void names_read_back_and_have_titles_in_both_languages(ProcedureState state) {
        assertThat(ProcedureState.of(state.label())).contains(state);
        assertThat(state.title().zh()).isNotEqualTo(state.title().en());
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @EnumSource
        void each_state_that_may_not_follow(ProcedureState from) {
            EnumSet<ProcedureState> illegal = EnumSet.allOf(ProcedureState.class);
            illegal.removeAll(from.next());
            assertThat(illegal).isNotEmpty().allSatisfy(to -> assertThatIllegalArgumentException()
                    .isThrownBy(() -> from.to(to))
                    .withMessageStartingWith("state after " + from.label() + " must be ")
                    .withMessageEndingWith(", was " + to.label()));
        }

        @Test
        void naming_what_may_follow() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ON_SITE.to(NAMED))
                    .withMessage("state after on-site must be one of passed, rectify, failed, was named");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EXPIRED.to(NAMED))
                    .withMessage("state after expired must be one of started, was named");
        }
    }
}
