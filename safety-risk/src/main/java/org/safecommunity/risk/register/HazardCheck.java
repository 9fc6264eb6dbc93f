package org.safecommunity.risk.register;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.register.HazardEntry.CodedTerm;
import org.safecommunity.risk.score.Colour;

/**
 * Looks at the entries of a hazard register for what a register should hold. Never throws for what an entry holds, and
 * repeats no text of it. Immutable.
 *
 * <p>A further measure is compulsory where the risk that is left is major or larger. The source of that rule is a public
 * rule text on the hierarchy of controls; the other rules are this project's.
 *
 * @param topics ids of the topics that an entry may name
 * @param points ids of the risk points, or null when there is no ledger
 * @param today  day that decides which edition of a classification is in force, not null
 * @param lists  classifications of hazard factors and accident types, by edition
 */
public record HazardCheck(
        List<String> topics, @Nullable Set<String> points, LocalDate today, List<Classification> lists) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component other than the points is null
     */
    public HazardCheck {
        topics = List.copyOf(topics);
        points = points == null ? null : Set.copyOf(points);
        requireNonNull(today, "today");
        lists = List.copyOf(lists);
    }

    /** The check with the classifications of the library. */
    public static HazardCheck of(List<String> topics, @Nullable Set<String> points, LocalDate today) {
        return new HazardCheck(topics, points, today, Classification.bundled());
    }

    /**
     * What an entry lacks.
     *
     * @param entry entry, not null
     * @param file  name of the file for the location
     * @param line  line from 1, or 0 when not known
     * @return findings in the order of the columns; empty when there is nothing to remark
     */
    public List<Finding> findings(HazardEntry entry, String file, int line) {
        List<Finding> findings = new ArrayList<>();
        Report report = (severity, code, column, en, zh, hintEn, hintZh) -> findings.add(new Finding(
                code,
                severity,
                new Location(file, line, column),
                new LocalText(en, zh),
                new LocalText(hintEn, hintZh)));
        point(entry, report);
        topic(entry, report);
        term(entry.hazardClass(), Classification.HAZARD_FACTOR, "hazard_class", report);
        term(entry.accidentType(), Classification.ACCIDENT_TYPE, "accident_type", report);
        if (entry.owner().isBlank()) {
            report.add(
                    Severity.WARNING,
                    "no-owner",
                    "owner",
                    "nobody answers for this hazard",
                    "该风险没有责任人",
                    "Name the department or post.",
                    "请填写责任部门或岗位。");
        }
        controls(entry, report);
        if (!entry.ratings().isFalling()) {
            report.add(
                    Severity.WARNING,
                    "ratings-rise",
                    "scheme",
                    "the score rises from inherent to current to residual, but controls cannot make a risk larger",
                    "风险值由固有到现状到剩余反而升高，而措施不会使风险增大",
                    "Compare the three ratings.",
                    "请核对三次评价。");
        }
        lowered(entry.ratings(), report);
        if (entry.nextReview() == null) {
            report.add(
                    Severity.ERROR,
                    "no-next-review",
                    "next_review",
                    "the day of the next review is missing",
                    "缺少下次评审日期",
                    "Every hazard needs one; write year-month-day.",
                    "每项风险必须有下次评审日期，按 年-月-日 填写。");
        }
        return findings;
    }

    /** What is wrong with the accident types of a risk point. */
    public List<Finding> findings(RiskPoint point, String file, int line) {
        List<Finding> findings = new ArrayList<>();
        Report report = (severity, code, column, en, zh, hintEn, hintZh) -> findings.add(new Finding(
                code,
                severity,
                new Location(file, line, column),
                new LocalText(en, zh),
                new LocalText(hintEn, hintZh)));
        point.accidentTypes().forEach(term -> term(term, Classification.ACCIDENT_TYPE, "accident_types", report));
        return findings;
    }

    /** The edition and entry a code means; empty when it is not known. */
    public Optional<Classification.Entry> resolve(CodedTerm term, String subject) {
        return edition(term, subject).flatMap(edition -> edition.entry(term.code()));
    }

    @FunctionalInterface
    private interface Report {
        void add(Severity severity, String code, String column, String en, String zh, String hintEn, String hintZh);
    }

    private void point(HazardEntry entry, Report report) {
        if (points != null && !entry.riskPoint().isBlank() && !points.contains(entry.riskPoint())) {
            report.add(
                    Severity.ERROR,
                    "unknown-risk-point",
                    "risk_point",
                    "no risk point of the ledger has this id",
                    "风险点台账中没有此编号",
                    "Correct the id, or add the risk point to the ledger.",
                    "请改正编号，或在台账中补充该风险点。");
        }
    }

    private void topic(HazardEntry entry, Report report) {
        if (entry.topic().isBlank()) {
            report.add(
                    Severity.WARNING,
                    "no-topic",
                    "topic",
                    "the topic of the standard is missing",
                    "缺少安全促进领域",
                    "Choose one of " + topicList() + ".",
                    "请从 " + topicList() + " 中选择。");
        } else if (!topics.contains(entry.topic())) {
            report.add(
                    Severity.ERROR,
                    "unknown-topic",
                    "topic",
                    "is no topic of the standard",
                    "不是标准的安全促进领域",
                    "Choose one of " + topicList() + ".",
                    "请从 " + topicList() + " 中选择。");
        }
    }

    private String topicList() {
        return topics.isEmpty() ? "-" : topics.get(0) + " … " + topics.get(topics.size() - 1);
    }

    private Optional<Classification> edition(CodedTerm term, String subject) {
        return lists.stream()
                .filter(c -> c.subject().equals(subject))
                .filter(c -> term.edition().isBlank()
                        ? c.isInForce(today)
                        : c.id().equalsIgnoreCase(term.edition())
                                || c.id().endsWith("-" + term.edition().strip()))
                .findFirst();
    }

    private void term(@Nullable CodedTerm term, String subject, String column, Report report) {
        if (term == null) {
            return;
        }
        Optional<Classification> edition = edition(term, subject);
        if (edition.isEmpty()) {
            String known = String.join(
                    ", ",
                    lists.stream()
                            .filter(c -> c.subject().equals(subject))
                            .map(Classification::id)
                            .toList());
            report.add(
                    Severity.ERROR,
                    "unknown-edition",
                    column,
                    "the edition of the code is not known",
                    "编码版本未知",
                    "Known editions: " + known + ".",
                    "已知版本：" + known + "。");
            return;
        }
        Classification known = edition.get();
        if (known.entry(term.code()).isEmpty()) {
            report.add(
                    Severity.ERROR,
                    "unknown-code",
                    column,
                    "is no code or name of " + known.id(),
                    "不是 " + known.id() + " 的代码或名称",
                    "See safety risk register codes; the lists here are not complete where they say so.",
                    "请见 safety risk register codes；注明未列全的清单可能缺码。");
        } else if (known.isOver(today)) {
            report.add(
                    Severity.WARNING,
                    "edition-replaced",
                    column,
                    known.id() + " was replaced by " + known.replacedBy(),
                    known.id() + " 已被 " + known.replacedBy() + " 代替",
                    "Give the code of the new edition at the next review; one old type may have become several.",
                    "下次评审时改用新版编码；一个旧类可能拆为几类。");
        }
    }

    private static void lowered(Ratings ratings, Report report) {
        if (ratings.judged().band().colour().compareTo(ratings.current().band().colour()) > 0) {
            report.add(
                    Severity.WARNING,
                    "override-lowers",
                    "override",
                    "the band that counts is lower than the computed one",
                    "采用的等级低于计算所得等级",
                    "Let someone other than the rater look at the reason, or rate the factors again.",
                    "请由评价人以外的人员复核理由，或重新评分。");
        }
    }

    private static void controls(HazardEntry entry, Report report) {
        boolean high = entry.colour().compareTo(Colour.ORANGE) <= 0;
        if (high && entry.controls().isEmpty()) {
            report.add(
                    Severity.ERROR,
                    "no-control",
                    "controls",
                    "a red or orange risk has no control",
                    "红色或橙色风险没有管控措施",
                    "Write down the controls there are, by kind.",
                    "请按类别填写现有措施。");
        }
        boolean sorted = entry.controls().stream().allMatch(c -> c.level() != null);
        boolean technical =
                entry.controls().stream().map(Control::level).anyMatch(level -> level != null && level.isTechnical());
        if (high && sorted && !entry.controls().isEmpty() && !technical) {
            report.add(
                    Severity.WARNING,
                    "weak-controls",
                    "control_engineering",
                    "a red or orange risk rests on rules, training, protection or response alone",
                    "红色或橙色风险仅靠管理、培训、防护或应急措施",
                    "Look for elimination, substitution or an engineering control first.",
                    "请优先考虑消除、替代或工程控制。");
        }
        boolean left = entry.ratings().lastBand().colour().compareTo(Colour.ORANGE) <= 0;
        if (left && (entry.proposed().isBlank() || entry.ratings().residual() != null)) {
            report.add(
                    Severity.WARNING,
                    "further-measure",
                    "proposed_controls",
                    "the risk that is left is still red or orange: a further measure is compulsory",
                    "剩余风险仍为红色或橙色，须增加措施",
                    "Propose a measure and rate what is left after it.",
                    "请提出新增措施，并评价其后的剩余风险。");
        }
    }
}
