package org.safecommunity.model.scheme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * How grades become points and points a decision. An indicator earns max · Σ(weight of part · share of its grade) /
 * Σ(weights). The sum over the indicators is brought from the catalogue's total to the rule's total. Immutable.
 *
 * @param total      full marks, greater than 0
 * @param pass       least points for a pass, at most the total
 * @param rectify    least points for a correction, below pass; null when there is no such decision
 * @param zeroFails  whether one indicator without points fails the whole assessment
 * @param parts      weight of each part, greater than 0
 * @param grades     share of each grade, from 0 to 1, never rising from a to d
 * @param provenance where the rule is stated, not null
 */
public record ScoringRule(
        BigDecimal total,
        BigDecimal pass,
        @Nullable BigDecimal rectify,
        boolean zeroFails,
        Map<Part, BigDecimal> parts,
        Map<Grade, BigDecimal> grades,
        Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException if total, pass or provenance is null
     * @throws InvalidDataException with every fault: thresholds that overlap or pass the total, a part without weight, a
     *                              grade without share, shares that rise
     */
    public ScoringRule {
        requireNonNull(total, "total");
        requireNonNull(pass, "pass");
        requireNonNull(provenance, "provenance");
        parts = Checks.map(parts);
        grades = Checks.map(grades);
        List<Finding> faults = new ArrayList<>(thresholdFaults(total, pass, rectify));
        faults.addAll(partFaults(parts));
        faults.addAll(gradeFaults(grades));
        InvalidDataException.throwIfAny(faults);
        parts = Checks.map(new EnumMap<>(parts));
        grades = Checks.map(new EnumMap<>(grades));
    }

    /** Weight of a part. */
    public BigDecimal weight(Part part) {
        return requireNonNull(parts.get(part));
    }

    /** Share of a grade. */
    public BigDecimal share(Grade grade) {
        return requireNonNull(grades.get(grade));
    }

    /** Sum of the weights of the parts. */
    public BigDecimal weights() {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Finding> thresholdFaults(BigDecimal total, BigDecimal pass, @Nullable BigDecimal rectify) {
        List<Finding> faults = new ArrayList<>();
        if (total.signum() <= 0) {
            faults.add(fault("total", "must be greater than 0, was ", "须大于 0，现为 ", total));
        }
        if (pass.signum() <= 0 || pass.compareTo(total) > 0) {
            faults.add(fault("pass", "must be above 0 and at most the total, was ", "须大于 0 且不超过总分，现为 ", pass));
        }
        if (rectify != null && (rectify.signum() <= 0 || rectify.compareTo(pass) >= 0)) {
            faults.add(fault("rectify", "must be above 0 and below pass, was ", "须大于 0 且低于合格线，现为 ", rectify));
        }
        return faults;
    }

    private static List<Finding> partFaults(Map<Part, BigDecimal> parts) {
        List<Finding> faults = new ArrayList<>();
        for (Part part : Part.values()) {
            BigDecimal weight = parts.get(part);
            if (weight == null || weight.signum() <= 0) {
                faults.add(fault("parts." + part.label(), "must be greater than 0, was ", "须大于 0，现为 ", weight));
            }
        }
        return faults;
    }

    private static List<Finding> gradeFaults(Map<Grade, BigDecimal> grades) {
        List<Finding> faults = new ArrayList<>();
        BigDecimal above = BigDecimal.ONE;
        for (Grade grade : Grade.values()) {
            BigDecimal share = grades.get(grade);
            if (share == null || share.signum() < 0 || share.compareTo(above) > 0) {
                faults.add(fault(
                        "grades." + grade.label(),
                        "must be from 0 to the share of the grade before, " + above.toPlainString() + ", was ",
                        "须在 0 与上一等级的比例 " + above.toPlainString() + " 之间，现为 ",
                        share));
            } else {
                above = share;
            }
        }
        return faults;
    }

    private static Finding fault(String path, String en, String zh, @Nullable BigDecimal value) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return Finding.error(
                "wrong-rule",
                path,
                new LocalText(
                        key + " " + en + (value == null ? "missing" : value.toPlainString()),
                        key + " " + zh + (value == null ? "缺失" : value.toPlainString())),
                new LocalText("correct the rule", "请改正规则"));
    }
}
