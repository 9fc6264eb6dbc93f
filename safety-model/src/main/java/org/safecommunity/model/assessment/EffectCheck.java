package org.safecommunity.model.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.scheme.Grade;
import org.safecommunity.model.scheme.Part;
import org.safecommunity.model.scheme.ScoringRule;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * The sign of formalism that an assessment shows (article 12 of the guidance): content that is there on paper while its
 * effect is empty. Two warnings: the indicators with presence a or b and effect d, and a share of the points for presence
 * that lies far above that for effect. The limit of 30 percentage points is this project's.
 */
public final class EffectCheck {
    private static final int MOST_SHOWN = 20;
    private static final BigDecimal FAR = new BigDecimal("0.30");
    private static final int FEWEST = 5;

    private EffectCheck() {}

    /**
     * Looks at a score.
     *
     * @param score score
     * @param rule  rule it was made by
     * @param file  file of the assessment, for messages
     */
    public static List<Finding> check(Score score, ScoringRule rule, String file) {
        List<Finding> findings = new ArrayList<>();
        List<IndicatorScore> graded =
                score.rows().stream().filter(row -> row.grades().isPresent()).toList();
        List<String> empty = graded.stream()
                .filter(row -> row.grades().filter(EffectCheck::isEmptyShell).isPresent())
                .map(row -> row.indicator().id())
                .toList();
        if (!empty.isEmpty()) {
            findings.add(finding(
                    "effect-empty",
                    file,
                    empty.size() + " of " + graded.size() + " indicators have presence a or b and effect d: "
                            + ids(empty, ", "),
                    "已评 " + graded.size() + " 项指标中有 " + empty.size() + " 项“有无”为 a 或 b 而“效果”为 d：" + ids(empty, "、")));
        }
        if (graded.size() >= FEWEST) {
            BigDecimal presence = share(graded, rule, Part.PRESENCE);
            BigDecimal effect = share(graded, rule, Part.EFFECT);
            if (presence.subtract(effect).compareTo(FAR) > 0) {
                findings.add(finding(
                        "presence-above-effect",
                        file,
                        "presence earned " + percent(presence) + " of its points, effect " + percent(effect),
                        "“有无”部分得分率为 " + percent(presence) + "，“效果”部分仅为 " + percent(effect)));
            }
        }
        return findings;
    }

    private static boolean isEmptyShell(Grades grades) {
        return grades.effect() == Grade.D && (grades.presence() == Grade.A || grades.presence() == Grade.B);
    }

    /** Mean share of a part over indicators, each counting the same within its maximum. */
    private static BigDecimal share(List<IndicatorScore> graded, ScoringRule rule, Part part) {
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (IndicatorScore row : graded) {
            Grade grade = row.grades().map(grades -> grades.of(part)).orElse(Grade.D);
            earned = earned.add(row.max().multiply(rule.share(grade)));
            all = all.add(row.max());
        }
        return all.signum() == 0 ? BigDecimal.ZERO : earned.divide(all, 4, RoundingMode.HALF_EVEN);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }

    private static String ids(List<String> ids, String separator) {
        return ids.stream().limit(MOST_SHOWN).collect(Collectors.joining(separator))
                + (ids.size() > MOST_SHOWN ? " …" : "");
    }

    private static Finding finding(String code, String file, String en, String zh) {
        return new Finding(
                code,
                Severity.WARNING,
                Location.of(file),
                new LocalText(en, zh),
                new LocalText(
                        "Show what the work has changed; article 12 warns of formalism.",
                        "请用数据说明工作带来的变化；第 12 条要求防止形式主义。"));
    }
}
