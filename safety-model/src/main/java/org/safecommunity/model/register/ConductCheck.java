package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Severity;

/** Looks at how the work is done: duties, findings and actions, awards and answers (articles 3, 10 and 24). */
final class ConductCheck {
    private final Registers registers;
    private final LocalDate today;

    private ConductCheck(Registers registers, LocalDate today) {
        this.registers = registers;
        this.today = today;
    }

    static void check(Registers registers, LocalDate today) {
        ConductCheck check = new ConductCheck(registers, today);
        EveryCode.used(
                registers,
                "organisation",
                "party",
                Severity.WARNING,
                "party-without-duty",
                "no duty is entered for",
                "以下各方尚未明确职责");
        check.findingsAndActions();
        check.awards();
        check.opinions();
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

    private void findingsAndActions() {
        List<RegisterEntry> actions = registers.entries("actions");
        for (RegisterEntry finding : registers.entries("inspections")) {
            boolean acted =
                    !registers.naming("actions", "finding", finding.text("id")).isEmpty();
            if (!acted) {
                registers.warn(
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
                registers.warn(
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
                registers.warn(
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
                registers.warn(
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
            RegisterEntry project = registers.byId("projects").get(award.text("project"));
            boolean measured = project != null && project.has("after");
            if (!measured && !award.has("data")) {
                registers.warn(
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
                registers.warn(
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
}
