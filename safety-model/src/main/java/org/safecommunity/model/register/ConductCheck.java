package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Severity;

/**
 * Looks at how the work is done: duties, plans and drills, small premises, findings and actions, awards, and the signs of
 * formalism (articles 3, 10, 12, 15, 23 and 24).
 */
final class ConductCheck {
    private static final int FEWEST_FOR_SHARES = 12;
    private static final int PEAK_MONTHS = 3;
    private static final double PEAK_SHARE = 0.6;
    private static final int LATE_DAYS = 90;
    private static final double LATE_SHARE = 0.3;
    private static final int YEAR = 12;

    private final Registers registers;
    private final LocalDate today;

    private ConductCheck(Registers registers, LocalDate today) {
        this.registers = registers;
        this.today = today;
    }

    static void check(Registers registers, LocalDate today) {
        ConductCheck check = new ConductCheck(registers, today);
        check.everyCodeUsed(
                "organisation", "party", Severity.WARNING, "party-without-duty", "no duty is entered for", "以下各方没有职责");
        check.everyCodeUsed(
                "activities",
                "setting",
                Severity.INFO,
                "setting-without-activity",
                "no activity is entered for",
                "以下场所没有活动记录");
        check.everyCodeUsed(
                "small-premises", "class", Severity.INFO, "class-not-in-ledger", "the ledger has none of", "台账中没有");
        check.everyCodeUsed(
                "emergency-plans",
                "event_class",
                Severity.WARNING,
                "event-class-without-plan",
                "no plan is entered for",
                "以下事件没有预案");
        check.plansAndDrills();
        check.premises();
        check.findingsAndActions();
        check.awards();
        check.opinions();
        check.formalism();
    }

    /** The second of two days in one entry must not come before the first. */
    static void order(Registers registers, String kind, RegisterEntry entry, String first, String second) {
        Optional<LocalDate> a = entry.date(first);
        Optional<LocalDate> b = entry.date(second);
        if (a.isPresent() && b.isPresent() && b.get().isBefore(a.get())) {
            registers.add(
                    Severity.ERROR,
                    "dates-impossible",
                    kind,
                    entry,
                    second,
                    new LocalText(
                            second + " " + b.get() + " lies before " + first + " " + a.get(),
                            second + " " + b.get() + " 早于 " + first + " " + a.get()),
                    new LocalText("correct one of the two days", "请改正其中一个日期"));
        }
    }

    private void everyCodeUsed(String kind, String columnName, Severity severity, String code, String en, String zh) {
        Optional<Register> register = registers.of(kind);
        if (register.isEmpty()) {
            return;
        }
        List<RegisterColumn.Value> unused =
                register.get().kind().column(columnName).map(RegisterColumn::values).orElse(List.of()).stream()
                        .filter(value -> register.get().entries().stream()
                                .noneMatch(entry -> entry.text(columnName).equals(value.code())))
                        .toList();
        if (!unused.isEmpty()) {
            registers.add(
                    severity,
                    code,
                    register.get().file(),
                    new LocalText(
                            en + ": "
                                    + unused.stream()
                                            .map(v -> v.label().en() + " (" + v.code() + ")")
                                            .collect(Collectors.joining(", ")),
                            zh + "："
                                    + unused.stream()
                                            .map(v -> v.label().zh() + "（" + v.code() + "）")
                                            .collect(Collectors.joining("、"))),
                    new LocalText("add an entry, or make sure that there is none to add", "请补充条目，或确认确实没有"));
        }
    }

    private void plansAndDrills() {
        List<RegisterEntry> drills = registers.entries("drills");
        for (RegisterEntry plan : registers.entries("emergency-plans")) {
            order(registers, "emergency-plans", plan, "approved_on", "next_review");
            if (!plan.text("relevant").equals("yes")) {
                continue;
            }
            Optional<LocalDate> last = drills.stream()
                    .filter(drill -> drill.text("plan").equals(plan.text("id")))
                    .flatMap(drill -> drill.date("date").stream())
                    .max(LocalDate::compareTo);
            if (last.isEmpty()) {
                warn(
                        "plan-without-drill",
                        "emergency-plans",
                        plan,
                        "id",
                        "the plan was never drilled",
                        "预案从未演练",
                        "hold a drill and record it",
                        "请组织演练并记录");
            } else if (last.get().plusMonths(YEAR).isBefore(today)) {
                registers.add(
                        Severity.INFO,
                        "drill-long-ago",
                        "emergency-plans",
                        plan,
                        "id",
                        new LocalText("the last drill was on " + last.get(), "最近一次演练在 " + last.get()),
                        new LocalText("a drill a year is usual", "通常每年演练一次"));
            }
        }
    }

    private void premises() {
        for (RegisterEntry unit : registers.entries("small-premises")) {
            if (unit.text("status").equals("open") && !unit.has("last_inspection")) {
                warn(
                        "never-inspected",
                        "small-premises",
                        unit,
                        "last_inspection",
                        "the unit is open and was never inspected",
                        "营业中的场所从未检查",
                        "inspect it and enter the day",
                        "请安排检查并填写日期");
            }
        }
    }

    private void findingsAndActions() {
        List<RegisterEntry> actions = registers.entries("actions");
        for (RegisterEntry finding : registers.entries("inspections")) {
            boolean acted = actions.stream().anyMatch(a -> a.text("finding").equals(finding.text("id")));
            if (!acted) {
                warn(
                        "finding-without-action",
                        "inspections",
                        finding,
                        "id",
                        "no action answers this finding",
                        "没有措施针对这一问题",
                        "enter a corrective or preventive action",
                        "请填写纠正或预防措施");
            }
            if (!finding.has("cause")) {
                warn(
                        "finding-without-cause",
                        "inspections",
                        finding,
                        "cause",
                        "the cause was not analysed",
                        "未分析原因",
                        "analyse the cause (article 24)",
                        "请分析原因（第 24 条）");
            }
        }
        for (RegisterEntry action : actions) {
            order(registers, "actions", action, "done_on", "verified_on");
            if (action.has("done_on") && !action.has("verified_on")) {
                warn(
                        "action-not-verified",
                        "actions",
                        action,
                        "verified_on",
                        "the action was done and not verified",
                        "措施已完成而未验证",
                        "verify whether it works",
                        "请验证措施是否有效");
            }
            if (!action.has("done_on")
                    && action.date("due").filter(day -> day.isBefore(today)).isPresent()) {
                warn(
                        "action-overdue",
                        "actions",
                        action,
                        "due",
                        "the action is past its due date",
                        "措施已逾期",
                        "carry it out, or agree a new date",
                        "请尽快落实，或商定新的期限");
            }
            if (action.has("accepted_by") && action.text("accepted_by").equals(action.text("rectified_by"))) {
                registers.add(
                        Severity.ERROR,
                        "acceptor-is-rectifier",
                        "actions",
                        action,
                        "accepted_by",
                        new LocalText("who rectified cannot accept", "整改方不得自行验收"),
                        new LocalText("have somebody else accept it", "请由他方验收"));
            }
        }
    }

    /** Article 10: an award names the data behind it. */
    private void awards() {
        for (RegisterEntry award : registers.entries("awards")) {
            boolean measured = registers.entries("projects").stream()
                    .anyMatch(p -> p.text("id").equals(award.text("project")) && p.has("after"));
            if (!measured && !award.has("data")) {
                warn(
                        "award-without-data",
                        "awards",
                        award,
                        "data",
                        "no data stand behind the award",
                        "表彰没有数据依据",
                        "name a project with a measured effect, or the data",
                        "请填写已有实测效果的项目，或写明数据");
            }
        }
    }

    private void opinions() {
        for (RegisterEntry opinion : registers.entries("opinions")) {
            order(registers, "opinions", opinion, "received_on", "answered_on");
            if (opinion.has("answered_on") && !opinion.has("answer")) {
                warn(
                        "answer-empty",
                        "opinions",
                        opinion,
                        "answer",
                        "an answer is dated but not written",
                        "有答复日期而无答复内容",
                        "enter the answer",
                        "请填写答复内容");
            }
        }
    }

    /** Article 12: activity bunched together, and records entered long after the event. */
    private void formalism() {
        List<RegisterEntry> activities = registers.entries("activities");
        List<LocalDate> days = new ArrayList<>();
        int late = 0;
        int recorded = 0;
        for (RegisterEntry activity : activities) {
            Optional<LocalDate> day = activity.date("date");
            Optional<LocalDate> entered = activity.date("recorded_on");
            order(registers, "activities", activity, "date", "recorded_on");
            day.ifPresent(days::add);
            if (day.isPresent() && entered.isPresent()) {
                recorded++;
                late += entered.get().isAfter(day.get().plusDays(LATE_DAYS)) ? 1 : 0;
            }
        }
        String file = registers.of("activities").map(Register::file).orElse("activities");
        if (recorded >= FEWEST_FOR_SHARES && late > LATE_SHARE * recorded) {
            registers.add(
                    Severity.WARNING,
                    "records-entered-late",
                    file,
                    new LocalText(
                            late + " of " + recorded + " activities were recorded more than " + LATE_DAYS
                                    + " days after they took place",
                            recorded + " 项活动中有 " + late + " 项在开展 " + LATE_DAYS + " 天之后才录入"),
                    new LocalText("record as you go; article 12 warns of formalism", "请及时记录；第 12 条要求防止形式主义"));
        }
        if (days.size() >= FEWEST_FOR_SHARES) {
            peak(days, file);
        }
    }

    private void peak(List<LocalDate> days, String file) {
        LocalDate start = days.get(0);
        long most = 0;
        for (LocalDate from : days) {
            LocalDate until = from.plusMonths(PEAK_MONTHS);
            long within = days.stream()
                    .filter(day -> !day.isBefore(from) && day.isBefore(until))
                    .count();
            if (within > most) {
                most = within;
                start = from;
            }
        }
        LocalDate first = days.stream().min(LocalDate::compareTo).orElse(start);
        LocalDate last = days.stream().max(LocalDate::compareTo).orElse(start);
        if (most > PEAK_SHARE * days.size() && first.plusMonths(YEAR).isBefore(last)) {
            registers.add(
                    Severity.WARNING,
                    "activity-peak",
                    file,
                    new LocalText(
                            most + " of " + days.size() + " activities fall into three months from " + start,
                            days.size() + " 项活动中有 " + most + " 项集中在 " + start + " 起的三个月内"),
                    new LocalText(
                            "spread the work over the year; article 12 warns of campaigns",
                            "请把工作分布到全年；第 12 条要求防止突击式创建"));
        }
    }

    private void warn(
            String code,
            String kind,
            RegisterEntry entry,
            String column,
            String en,
            String zh,
            String hintEn,
            String hintZh) {
        registers.add(
                Severity.WARNING, code, kind, entry, column, new LocalText(en, zh), new LocalText(hintEn, hintZh));
    }
}
