package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Severity;

/** Looks at plans and drills for the four event classes, and at the ledger of small premises (articles 15, 18 and 23). */
final class EmergencyCheck {
    private static final String PLANS = "emergency-plans";
    private static final String PREMISES = "small-premises";
    private static final int MONTHS = 12;

    private final Registers registers;
    private final LocalDate today;

    private EmergencyCheck(Registers registers, LocalDate today) {
        this.registers = registers;
        this.today = today;
    }

    static void check(Registers registers, LocalDate today) {
        EveryCode.used(
                registers,
                PLANS,
                "event_class",
                Severity.WARNING,
                "event-class-without-plan",
                "no plan is entered for",
                "以下类别的突发事件没有预案");
        EveryCode.used(
                registers, PREMISES, "class", Severity.INFO, "class-not-in-ledger", "the ledger has none of", "台账中没有");
        EmergencyCheck check = new EmergencyCheck(registers, today);
        check.plansAndDrills();
        check.premises();
    }

    private void plansAndDrills() {
        for (RegisterEntry plan : registers.entries(PLANS)) {
            ConductCheck.order(registers, PLANS, plan, "approved_on", "next_review");
            if (!plan.text("relevant").equals("yes")) {
                continue;
            }
            Optional<LocalDate> last = registers.naming("drills", "plan", plan.text("id")).stream()
                    .flatMap(drill -> drill.date("date").stream())
                    .max(LocalDate::compareTo);
            if (last.isEmpty()) {
                registers.warn(
                        "plan-without-drill",
                        PLANS,
                        plan,
                        "id",
                        "the plan was never drilled",
                        "预案从未演练",
                        "hold a drill and record it",
                        "请组织演练并记录");
            } else if (last.get().plusMonths(MONTHS).isBefore(today)) {
                registers.add(
                        Severity.INFO,
                        "drill-long-ago",
                        PLANS,
                        plan,
                        "id",
                        new LocalText("the last drill was on " + last.get(), "最近一次演练在 " + last.get()),
                        new LocalText("a drill a year is usual", "通常每年至少演练一次"));
            }
        }
    }

    /** Article 15: open units are inspected in the period; the period of a year is this project's. */
    private void premises() {
        List<RegisterEntry> open = registers.entries(PREMISES).stream()
                .filter(unit -> unit.text("status").equals("open"))
                .toList();
        for (RegisterEntry unit : open) {
            if (!unit.has("last_inspection")) {
                registers.warn(
                        "never-inspected",
                        PREMISES,
                        unit,
                        "last_inspection",
                        "the unit is open and was never inspected",
                        "营业中的场所从未检查",
                        "inspect it and enter the day",
                        "请安排检查并填写日期");
            }
        }
        List<RegisterEntry> old = open.stream()
                .filter(unit -> unit.date("last_inspection")
                        .filter(day -> day.plusMonths(MONTHS).isBefore(today))
                        .isPresent())
                .toList();
        if (!old.isEmpty()) {
            int recent = (int) open.stream()
                            .filter(unit -> unit.has("last_inspection"))
                            .count()
                    - old.size();
            registers.add(
                    Severity.INFO,
                    "inspection-long-ago",
                    registers.file(PREMISES),
                    new LocalText(
                            recent + " of " + open.size() + " open units were inspected within " + MONTHS
                                    + " months; longer ago: " + Registers.shown(old, ", "),
                            "营业的 " + open.size() + " 家场所中，近 " + MONTHS + " 个月内检查过 " + recent + " 家；超过期限的有 "
                                    + Registers.shown(old, "、")),
                    new LocalText("inspect every open unit once a year", "请确保营业场所每年至少检查一次"));
        }
    }
}
