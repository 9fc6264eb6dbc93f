package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Severity;

/** Looks at who takes part: activity in the six settings, and key groups reached by an activity (articles 8 and 13). */
final class ParticipationCheck {
    private static final String FACTORS = "key-factors";

    private final Registers registers;
    private final LocalDate today;

    private ParticipationCheck(Registers registers, LocalDate today) {
        this.registers = registers;
        this.today = today;
    }

    static void check(Registers registers, LocalDate today) {
        EveryCode.used(
                registers,
                "activities",
                "setting",
                Severity.INFO,
                "setting-without-activity",
                "no activity is entered for",
                "以下场所没有活动记录");
        if (!registers.entries("activities").isEmpty()) {
            new ParticipationCheck(registers, today).keyGroups();
        }
    }

    /** Article 13: a key group that has projects under way is reached by at least one activity of them. */
    private void keyGroups() {
        for (RegisterEntry factor : registers.entries(FACTORS)) {
            if (!factor.text("kind").equals("group")) {
                continue;
            }
            List<RegisterEntry> projects = projects(factor);
            boolean started = projects.stream()
                    .anyMatch(p ->
                            p.date("start").filter(day -> !day.isAfter(today)).isPresent());
            boolean reached = projects.stream()
                    .anyMatch(p -> registers.naming("activities", "project", p.text("id")).stream()
                            .anyMatch(a -> !a.text("participants").matches("0*")));
            if (started && !reached) {
                registers.add(
                        Severity.WARNING,
                        "group-not-reached",
                        FACTORS,
                        factor,
                        "id",
                        new LocalText(
                                "key group with projects (" + Registers.shown(projects, ", ")
                                        + "), but no activity of them has participants",
                                "该重点人群已有项目（" + Registers.shown(projects, "、") + "），但没有有人参加的活动记录"),
                        new LocalText(
                                "enter the activities with their project and the number of participants",
                                "请在活动记录中填写对应项目和参加人数"));
            }
        }
    }

    /** Projects of the goals of a key factor, with their parts. */
    private List<RegisterEntry> projects(RegisterEntry factor) {
        Set<RegisterEntry> projects = new LinkedHashSet<>();
        for (RegisterEntry goal : registers.naming("goals", "key_factor", factor.text("id"))) {
            for (RegisterEntry project : registers.naming("projects", "goal", goal.text("id"))) {
                projects.add(project);
                projects.addAll(registers.naming("projects", "parent", project.text("id")));
            }
        }
        return new ArrayList<>(projects);
    }
}
