package org.safecommunity.model.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.validation.Severity;

/** Follows the chain diagnosis, key factor, goal, project, measured effect, review (articles 9, 17, 21, 22, 25). */
final class ChainCheck {
    private static final String FACTORS = "key-factors";
    private static final String GOALS = "goals";
    private static final String PROJECTS = "projects";
    private static final String REVIEWS = "reviews";
    private static final Set<String> RURAL_TOPICS =
            Set.of("rural-electricity", "farm-machinery", "rural-water", "pesticide", "rural-fire");

    private final Registers registers;
    private final LocalDate today;

    private ChainCheck(Registers registers, LocalDate today) {
        this.registers = registers;
        this.today = today;
    }

    static void check(Registers registers, @Nullable CommunityType type, LocalDate today) {
        ChainCheck check = new ChainCheck(registers, today);
        check.factors();
        check.goals();
        check.projects();
        check.reviews();
        if (type == CommunityType.RURAL) {
            check.ruralTopics();
        }
    }

    private void factors() {
        for (RegisterEntry factor : registers.entries(FACTORS)) {
            if (!named(GOALS, "key_factor", factor) && !factor.has("no_project_reason")) {
                registers.warn(
                        "key-factor-without-goal",
                        FACTORS,
                        factor,
                        "id",
                        "no goal answers this key factor",
                        "没有目标对应这一重点问题",
                        "set a goal for it, or state the reason in no_project_reason",
                        "请为其设定目标，或在 no_project_reason 中说明理由");
            }
        }
    }

    private void goals() {
        for (RegisterEntry goal : registers.entries(GOALS)) {
            if (goal.text("kind").equals("control") && !goal.has("key_factor")) {
                registers.warn(
                        "goal-without-key-factor",
                        GOALS,
                        goal,
                        "key_factor",
                        "a control goal must follow from a key factor",
                        "控制目标应来自重点问题",
                        "name the key factor of the diagnosis",
                        "请填写诊断得出的重点问题编号");
            }
            if (!named(PROJECTS, "goal", goal)) {
                registers.warn(
                        "goal-without-project",
                        GOALS,
                        goal,
                        "id",
                        "no project works towards this goal",
                        "没有项目支撑这一目标",
                        "link a project to it",
                        "请为其安排促进项目");
            }
            targetBetter(goal);
            order(GOALS, goal, "base_date", "deadline");
            order(GOALS, goal, "base_date", "measured_on");
            if (goal.date("deadline").filter(day -> day.isBefore(today)).isPresent() && !goal.has("measured")) {
                registers.warn(
                        "goal-not-measured",
                        GOALS,
                        goal,
                        "measured",
                        "the deadline is past and nothing was measured",
                        "期限已过而没有实测值",
                        "measure it, or set the goal anew",
                        "请测量结果，或重新设定目标");
            }
            GoalProgress.of(goal).ifPresent(progress -> progress(goal, progress));
        }
    }

    /** Articles 6 and 9: goals are reached; a goal that was missed is taken up by a review. */
    private void progress(RegisterEntry goal, GoalProgress progress) {
        GoalProgress.Status status = progress.status(today);
        if (progress.measured() == null) {
            return;
        }
        String measured = progress.measured().toPlainString();
        if (status == GoalProgress.Status.BEHIND) {
            LocalDate day = progress.comparedOn(today);
            String expected =
                    progress.expected(day).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
            remark(
                    "goal-behind",
                    goal,
                    "measured " + measured + " on " + day + ", while a straight line from base to target asks for "
                            + expected,
                    day + " 实测 " + measured + "，按基线到目标匀速推进应为 " + expected,
                    "strengthen its projects, or set the goal anew with reasons",
                    "请加强对应项目，或说明理由后调整目标");
        } else if (status == GoalProgress.Status.FINAL_OPEN) {
            remark(
                    "goal-final-open",
                    goal,
                    "the deadline was " + progress.deadline() + ", the last value is of " + progress.measuredOn(),
                    "期限为 " + progress.deadline() + "，最近一次测量在 " + progress.measuredOn(),
                    "measure the final value",
                    "请测量期满时的数值");
        } else if (status == GoalProgress.Status.MISSED) {
            String target = progress.target().toPlainString();
            String en =
                    "measured " + measured + " and did not reach the target " + target + " by " + progress.deadline();
            String zh = "实测 " + measured + "，到 " + progress.deadline() + " 未达到目标值 " + target;
            if (named(REVIEWS, "goals", goal)) {
                remark("goal-missed", goal, en, zh, "set a new goal from the review", "请根据评审结论设定新目标");
            } else {
                registers.warn(
                        "goal-missed-not-reviewed",
                        GOALS,
                        goal,
                        "measured",
                        en + ", and no review took it up",
                        zh + "，且未纳入评审",
                        "name the goal in a review and decide how to go on",
                        "请在评审台账中列入该目标，并确定下一步安排");
            }
        }
    }

    private void remark(String code, RegisterEntry goal, String en, String zh, String hintEn, String hintZh) {
        registers.add(
                Severity.INFO, code, GOALS, goal, "measured", new LocalText(en, zh), new LocalText(hintEn, hintZh));
    }

    /** Article 21: a target is better than its base. */
    private void targetBetter(RegisterEntry goal) {
        Optional<BigDecimal> base = goal.number("base");
        Optional<BigDecimal> target = goal.number("target");
        if (base.isEmpty() || target.isEmpty()) {
            return;
        }
        int change = target.get().compareTo(base.get());
        boolean better = goal.text("direction").equals("lower") ? change < 0 : change > 0;
        if (!better) {
            registers.add(
                    Severity.ERROR,
                    "target-not-better",
                    GOALS,
                    goal,
                    "target",
                    new LocalText(
                            "target " + target.get().toPlainString() + " is not better than base "
                                    + base.get().toPlainString(),
                            "目标值 " + target.get().toPlainString() + " 并不优于基线值 "
                                    + base.get().toPlainString()),
                    new LocalText("correct target, base or direction", "请改正目标值、基线值或改善方向"));
        }
    }

    private void projects() {
        for (RegisterEntry project : registers.entries(PROJECTS)) {
            order(PROJECTS, project, "start", "end");
            boolean whole = !named(PROJECTS, "parent", project);
            if (!project.has("goal") && !project.has("parent")) {
                registers.warn(
                        "project-without-goal",
                        PROJECTS,
                        project,
                        "goal",
                        "the project serves no goal",
                        "项目没有对应的目标",
                        "name the goal it works towards",
                        "请填写对应目标的编号");
            }
            boolean over =
                    project.date("end").filter(day -> day.isBefore(today)).isPresent();
            if (over && whole && !(project.has("before") && project.has("after"))) {
                registers.warn(
                        "project-without-effect",
                        PROJECTS,
                        project,
                        "after",
                        "the project has ended and its effect was not measured",
                        "项目已结束而未测量效果",
                        "measure before and after by the method the plan names",
                        "请按方案规定的方法填写实施前后的数据");
            }
        }
    }

    private void reviews() {
        List<RegisterEntry> reviews = registers.entries(REVIEWS);
        for (RegisterEntry project : registers.entries(PROJECTS)) {
            if (project.has("after") && !named(REVIEWS, "projects", project)) {
                registers.warn(
                        "effect-not-reviewed",
                        PROJECTS,
                        project,
                        "id",
                        "its effect was measured but no review looked at it",
                        "效果已测量，但没有纳入评审",
                        "name the project in a review",
                        "请在评审台账中列入该项目");
            }
        }
        List<String> five = registers
                .of(REVIEWS)
                .flatMap(register -> register.kind().column("aspects"))
                .map(RegisterColumn::codes)
                .orElse(List.of());
        for (RegisterEntry review : reviews) {
            List<String> missing = five.stream()
                    .filter(aspect -> !review.list("aspects").contains(aspect))
                    .toList();
            if (!missing.isEmpty()) {
                registers.warn(
                        "review-not-complete",
                        REVIEWS,
                        review,
                        "aspects",
                        "the review leaves out " + String.join(", ", missing) + " (article 25 names five aspects)",
                        "评审缺少 " + String.join("、", missing) + "（第 25 条列出五个方面）",
                        "review these too, or in the next round",
                        "请补充评审，或列入下一轮");
            }
        }
    }

    /** Article 17: each rural topic has a diagnosis and a project, or a stated reason. */
    private void ruralTopics() {
        List<RegisterColumn.Value> topics = registers
                .of(FACTORS)
                .flatMap(register -> register.kind().column("topic"))
                .map(RegisterColumn::values)
                .orElse(List.of());
        for (RegisterColumn.Value topic : topics) {
            if (!RURAL_TOPICS.contains(topic.code())) {
                continue;
            }
            List<RegisterEntry> factors = registers.naming(FACTORS, "topic", topic.code());
            boolean project = !registers.naming(PROJECTS, "topic", topic.code()).isEmpty();
            boolean reason = factors.stream().anyMatch(factor -> factor.has("no_project_reason"));
            if (factors.isEmpty() || !(project || reason)) {
                String en = topic.label().en() + " (" + topic.code() + ")";
                String zh = topic.label().zh() + "（" + topic.code() + "）";
                registers.add(
                        Severity.WARNING,
                        "rural-topic-open",
                        registers.file(FACTORS),
                        new LocalText(
                                "the rural topic " + en
                                        + (factors.isEmpty()
                                                ? " has no diagnosis"
                                                : " has a diagnosis but neither project nor reason"),
                                "农村专题“" + zh + (factors.isEmpty() ? "”尚无诊断" : "”已有诊断，但既无项目，也未说明理由")),
                        new LocalText(
                                "article 17 names five rural topics: add what is missing, or state a reason in"
                                        + " no_project_reason",
                                "第 17 条列出五个农村专题：请补充，或在 no_project_reason 中说明不设项目的理由"));
            }
        }
    }

    private boolean named(String kind, String column, RegisterEntry entry) {
        return !registers.naming(kind, column, entry.text("id")).isEmpty();
    }

    private void order(String kind, RegisterEntry entry, String first, String second) {
        ConductCheck.order(registers, kind, entry, first, second);
    }
}
