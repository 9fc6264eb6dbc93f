package org.safecommunity.risk.danger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Looks at hidden dangers for what the rules ask for at the state they are in. Never throws for what one holds, and
 * repeats no text of it. Immutable.
 *
 * @param ids ids of the ledger, which a repetition may refer to
 */
public record DangerCheck(Set<String> ids) {
    /** Copies the ids. */
    public DangerCheck {
        ids = Set.copyOf(ids);
    }

    /**
     * What a hidden danger lacks.
     *
     * @param danger hidden danger, not null
     * @param file   name of the file for the location
     * @param line   line from 1, or 0 when not known
     * @return findings, sorted by place; empty when there is nothing to remark
     */
    public List<Finding> findings(HiddenDanger danger, String file, int line) {
        List<Finding> findings =
                new ArrayList<>(danger.missingFor(danger.progress().state()));
        grade(danger, findings);
        actors(danger, findings);
        days(danger, findings);
        analysis(danger, findings);
        if (!danger.repeatOf().isBlank()
                && (!ids.contains(danger.repeatOf()) || danger.repeatOf().equals(danger.id()))) {
            findings.add(Finding.error(
                    "unknown-repeat",
                    "repeat_of",
                    new LocalText("no other hidden danger of the ledger has this id", "台账中没有此编号的其他隐患"),
                    new LocalText("correct the id", "请改正编号")));
        }
        return findings.stream()
                .map(f -> new Finding(
                        f.code(),
                        f.severity(),
                        new Location(file, line, f.location().column()),
                        f.message(),
                        f.hint()))
                .sorted()
                .toList();
    }

    private static void grade(HiddenDanger danger, List<Finding> findings) {
        DangerGrade byRule = danger.grading().grade();
        if (danger.grade() == DangerGrade.GENERAL && byRule == DangerGrade.MAJOR) {
            findings.add(Finding.error(
                    "grade-too-low",
                    "grade",
                    new LocalText(
                            "is general, but the columns that decide the grade make it major", "登记为一般，但判定各列表明属重大"),
                    new LocalText("correct the grade, or the columns that decide it", "请改正等级或判定各列")));
        } else if (danger.grade() == DangerGrade.MAJOR && byRule == DangerGrade.GENERAL) {
            findings.add(warning(
                    "grade-unexplained",
                    "grade",
                    "is major, but no column says why",
                    "登记为重大，但判定各列未说明理由",
                    "fill in needs_stop and needs_time, external_cause or direct_hit",
                    "请填写须停产、须时间、外部因素或判定标准条目"));
        }
    }

    private static void actors(HiddenDanger danger, List<Finding> findings) {
        Progress progress = danger.progress();
        if (!progress.state().isAtLeast(DangerState.ACCEPTED)) {
            return;
        }
        if (progress.acceptor().isBlank()) {
            findings.add(Finding.error(
                    "no-acceptor",
                    "acceptor",
                    new LocalText("nobody accepted the work", "没有验收人"),
                    new LocalText("name who accepted it; not the rectifier", "请填写验收人，不得与整改人相同")));
        } else if (Progress.isSame(progress.acceptor(), rectifier(danger))) {
            findings.add(Progress.sameActor());
        }
    }

    private static String rectifier(HiddenDanger danger) {
        return danger.progress().rectifier().isBlank()
                ? danger.fixes().responsible()
                : danger.progress().rectifier();
    }

    private static void days(HiddenDanger danger, List<Finding> findings) {
        Progress progress = danger.progress();
        LocalDate before = progress.foundOn();
        for (DangerState state : DangerState.values()) {
            Optional<LocalDate> day = progress.day(state);
            if (day.isPresent() && day.get().isBefore(before)) {
                findings.add(Finding.error(
                        "dates-out-of-order",
                        state.column(),
                        new LocalText("the day is before that of an earlier step", "日期早于前一步"),
                        new LocalText("correct the days", "请改正日期")));
            }
            before = day.filter(d -> !d.isBefore(progress.foundOn())).orElse(before);
            if (day.isPresent() && !progress.state().isAtLeast(state)) {
                findings.add(Finding.error(
                        "day-beyond-state",
                        state.column(),
                        new LocalText("there is a day of a step that the state says was not taken", "填有日期，但状态表明尚未到此步"),
                        new LocalText("correct the state or the day", "请改正状态或日期")));
            }
            boolean dated = state == DangerState.ACCEPTED || state == DangerState.CLOSED;
            if (dated && day.isEmpty() && progress.state().isAtLeast(state)) {
                findings.add(warning(
                        "no-day",
                        state.column(),
                        "the day of this step is missing",
                        "缺少此步的日期",
                        "fill it in: rates and statistics need it",
                        "请填写，统计需要此日期"));
            }
        }
        LocalDate due = danger.fixes().due();
        if (due != null && due.isBefore(progress.foundOn())) {
            findings.add(Finding.error(
                    "due-before-found",
                    "due",
                    new LocalText("the time limit is before the day it was found", "整改时限早于发现日期"),
                    new LocalText("correct the days", "请改正日期")));
        }
    }

    private static void analysis(HiddenDanger danger, List<Finding> findings) {
        if (!danger.progress().state().isAtLeast(DangerState.SUBMITTED)) {
            return;
        }
        missing(danger.analysis().cause(), "cause", findings);
        missing(danger.analysis().corrective(), "corrective_action", findings);
        missing(danger.analysis().preventive(), "preventive_action", findings);
    }

    private static void missing(String text, String column, List<Finding> findings) {
        if (text.isBlank()) {
            findings.add(warning(
                    "no-analysis",
                    column,
                    "the guidance asks for cause, corrective and preventive action",
                    "指导意见要求分析原因并采取纠正措施和预防措施",
                    "fill it in",
                    "请填写"));
        }
    }

    private static Finding warning(String code, String column, String en, String zh, String hintEn, String hintZh) {
        return new Finding(
                code,
                Severity.WARNING,
                new Location("", 0, column),
                new LocalText(en, zh),
                new LocalText(hintEn, hintZh));
    }
}
