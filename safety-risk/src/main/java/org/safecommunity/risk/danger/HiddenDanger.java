package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * A hidden danger of work accidents (事故隐患) and its way to being written off. Immutable: {@link #advance} gives a new one.
 *
 * @param id        id in the ledger, not blank
 * @param place     where, not blank
 * @param text      what is wrong, not blank
 * @param topic     topic of the standard, or empty
 * @param grade     grade as registered, or null while it was not graded
 * @param grading   what decides the grade, not null
 * @param fixes     the five fixes, not null
 * @param documents plan and report of a major one, not null
 * @param analysis  cause and actions, not null
 * @param progress  how far the loop has come, not null
 * @param repeatOf  id of an earlier one of the same kind at the same place, or empty
 */
public record HiddenDanger(
        String id,
        String place,
        String text,
        String topic,
        @Nullable DangerGrade grade,
        DangerGrading grading,
        FiveFixes fixes,
        MajorDocuments documents,
        Analysis analysis,
        Progress progress,
        String repeatOf) {
    /**
     * Cause and actions, as the guidance asks for: an action against the case and one against its coming back.
     *
     * @param cause      cause, or empty
     * @param corrective corrective action (纠正措施), or empty
     * @param preventive preventive action (预防措施), or empty
     */
    public record Analysis(String cause, String corrective, String preventive) {
        /** Nothing yet. */
        public static final Analysis NONE = new Analysis("", "", "");

        /**
         * Checks the components.
         *
         * @throws NullPointerException if a component is null
         */
        public Analysis {
            requireNonNull(cause, "cause");
            requireNonNull(corrective, "corrective");
            requireNonNull(preventive, "preventive");
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the grade is null
     * @throws IllegalArgumentException if id, place or text is blank
     */
    public HiddenDanger {
        Checks.text(id, "id");
        Checks.text(place, "place");
        Checks.text(text, "text");
        requireNonNull(topic, "topic");
        requireNonNull(grading, "grading");
        requireNonNull(fixes, "fixes");
        requireNonNull(documents, "documents");
        requireNonNull(analysis, "analysis");
        requireNonNull(progress, "progress");
        requireNonNull(repeatOf, "repeatOf");
    }

    /** A hidden danger that was just found, not graded yet. */
    public static HiddenDanger found(String id, String place, String text, LocalDate day) {
        return new HiddenDanger(
                id,
                place,
                text,
                "",
                null,
                new DangerGrading(false, false, false, ""),
                FiveFixes.NONE,
                MajorDocuments.NONE,
                Analysis.NONE,
                Progress.found(day),
                "");
    }

    /** The same with a grading; the grade is that of the rule. */
    public HiddenDanger graded(DangerGrading newGrading) {
        return with(newGrading.grade(), newGrading, fixes, documents, progress);
    }

    /** The same with the five fixes. */
    public HiddenDanger fixed(FiveFixes newFixes) {
        return with(grade, grading, newFixes, documents, progress);
    }

    /** The same with the documents of a major one. */
    public HiddenDanger documented(MajorDocuments newDocuments) {
        return with(grade, grading, fixes, newDocuments, progress);
    }

    /**
     * What keeps the loop from a step; empty when it may be taken.
     *
     * @param to  state wanted, not null
     * @param day day of the step, not null
     * @param by  who takes it: the rectifier for {@code SUBMITTED}, the acceptor for {@code ACCEPTED}; else not looked at
     */
    public List<Finding> obstacles(DangerState to, LocalDate day, String by) {
        List<Finding> obstacles = new ArrayList<>();
        if (!progress.state().next().contains(to)) {
            obstacles.add(Finding.error(
                    "wrong-step",
                    "state",
                    new LocalText(
                            to.label() + " must not follow " + progress.state().label(),
                            "“" + progress.state().title().zh() + "”之后不能是“"
                                    + to.title().zh() + "”"),
                    new LocalText("take the steps of the loop in order", "请按闭环次序办理")));
            return obstacles;
        }
        if (day.isBefore(progress.lastDay())) {
            obstacles.add(Finding.error(
                    "dates-out-of-order",
                    to.column(),
                    new LocalText("the day must not be before that of an earlier step", "日期不得早于前一步"),
                    new LocalText("correct the days", "请改正日期")));
        }
        boolean refusal = progress.state() == DangerState.SUBMITTED && to == DangerState.IN_PROGRESS;
        if (!refusal) {
            obstacles.addAll(missingFor(to));
        }
        if (to == DangerState.ACCEPTED && Progress.isSame(by, progress.rectifier())) {
            obstacles.add(Progress.sameActor());
        }
        if ((to == DangerState.ACCEPTED || to == DangerState.SUBMITTED) && by.isBlank()) {
            obstacles.add(missing(to == DangerState.ACCEPTED ? "acceptor" : "rectifier", to));
        }
        return obstacles;
    }

    /**
     * Takes a step of the loop.
     *
     * @throws InvalidDataException with every obstacle
     * @see #obstacles
     */
    public HiddenDanger advance(DangerState to, LocalDate day, String by) {
        InvalidDataException.throwIfAny(obstacles(to, day, by));
        return with(grade, grading, fixes, documents, progress.step(to, day, by));
    }

    /** What must be written down before a state and is not. */
    List<Finding> missingFor(DangerState to) {
        List<Finding> missing = new ArrayList<>();
        if (to.isAtLeast(DangerState.REGISTERED) && grade == null) {
            missing.add(missing("grade", DangerState.REGISTERED));
        }
        if (to.isAtLeast(DangerState.ASSIGNED)) {
            fixes.missing().forEach(fix -> missing.add(missing(fix.column(), DangerState.ASSIGNED)));
            if (isMajor()) {
                documents.missing().forEach(part -> missing.add(missing(part.column(), DangerState.ASSIGNED)));
            }
        }
        return missing;
    }

    private static Finding missing(String column, DangerState state) {
        return Finding.error(
                "missing-before-state",
                column,
                new LocalText(
                        "must be there before the hidden danger is "
                                + state.title().en(),
                        "须在“" + state.title().zh() + "”之前填写"),
                state == DangerState.ASSIGNED
                        ? new LocalText(
                                "fill it in: an assignment needs responsibility, measures, funds, time limit and contingency plan,"
                                        + " a major danger also the parts of its plan and report",
                                "请填写：分派前责任、措施、资金、时限、预案须落实，重大隐患还须有治理方案和报告的各部分")
                        : new LocalText("fill it in", "请填写"));
    }

    /** Whether it is major, as registered or, before that, by the rule. */
    public boolean isMajor() {
        return (grade == null ? grading.grade() : grade) == DangerGrade.MAJOR;
    }

    /** Whether it was written off on a day; a closed one whose day is not known counts as closed since it was found. */
    public boolean isClosed(LocalDate day) {
        return progress.state() == DangerState.CLOSED
                && !progress.day(DangerState.CLOSED).orElse(progress.foundOn()).isAfter(day);
    }

    /** Whether it was written off, and not after its time limit. */
    public boolean isClosedInTime(LocalDate day) {
        LocalDate due = fixes.due();
        return isClosed(day)
                && due != null
                && progress.day(DangerState.CLOSED)
                        .map(closed -> !closed.isAfter(due))
                        .orElse(false);
    }

    /** Days past the time limit on a day; empty when it is closed, has no limit, or the limit is not past. */
    public OptionalLong overdue(LocalDate day) {
        LocalDate due = fixes.due();
        return due == null || !day.isAfter(due) || isClosed(day)
                ? OptionalLong.empty()
                : OptionalLong.of(day.toEpochDay() - due.toEpochDay());
    }

    /** Whether it was submitted for acceptance at least once. */
    public boolean wasSubmitted() {
        return progress.refusals() > 0 || progress.state().isAtLeast(DangerState.SUBMITTED);
    }

    private HiddenDanger with(
            @Nullable DangerGrade newGrade,
            DangerGrading newGrading,
            FiveFixes newFixes,
            MajorDocuments newDocuments,
            Progress newProgress) {
        return new HiddenDanger(
                id, place, text, topic, newGrade, newGrading, newFixes, newDocuments, analysis, newProgress, repeatOf);
    }
}
