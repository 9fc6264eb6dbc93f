package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.comparison.PValueAdjustment;

/** Adds p-values adjusted for the number of categories compared; a family is one statistic in one group. */
public final class PCorrection {
    private static final Map<String, String> SHORT = Map.of("bh", "benjamini-hochberg", "by", "benjamini-yekutieli");

    private PCorrection() {}

    /**
     * The procedure that {@code --adjust} names; empty for {@code none}. {@code bh} and {@code by} are short for Benjamini–Hochberg and
     * Benjamini–Yekutieli.
     *
     * @throws UserError (exit 2) if there is none of that name
     */
    public static Optional<PValueAdjustment> check(String label) {
        String name = SHORT.getOrDefault(label, label);
        Optional<PValueAdjustment> method = Arrays.stream(PValueAdjustment.values())
                .filter(one -> one.label().equals(name))
                .findFirst();
        if (method.isEmpty() && !label.equals("none")) {
            throw UserError.usage("error.choice", "--adjust", label, "none, holm, bh, bonferroni, hochberg, by");
        }
        return method;
    }

    /** The rows with {@code details.adjustedP} where they have a test; all tests of one statistic are one family. */
    public static List<ResultRow> family(PValueAdjustment method, List<ResultRow> rows) {
        return apply(method, rows, false);
    }

    /** The procedure of a name. */
    static PValueAdjustment named(String label) {
        return Arrays.stream(PValueAdjustment.values())
                .filter(method -> method.label().equals(label))
                .findFirst()
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--correction",
                        label,
                        String.join(
                                ", ",
                                Arrays.stream(PValueAdjustment.values())
                                        .map(PValueAdjustment::label)
                                        .toList())));
    }

    /** The rows with {@code details.adjustedP} where they have a test. */
    static List<ResultRow> apply(PValueAdjustment method, List<ResultRow> rows) {
        return apply(method, rows, true);
    }

    private static List<ResultRow> apply(PValueAdjustment method, List<ResultRow> rows, boolean byGroup) {
        Map<List<Object>, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ResultRow row = rows.get(i);
            if (row.test() != null) {
                families.computeIfAbsent(
                                List.of(
                                        byGroup ? row.group() : Map.of(),
                                        row.statistic(),
                                        row.test().method()),
                                key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<ResultRow> adjusted = new ArrayList<>(rows);
        for (List<Integer> family : families.values()) {
            List<Double> pValues = family.stream()
                    .map(i -> Objects.requireNonNull(rows.get(i).test()).pValue())
                    .toList();
            List<Double> values = method.adjust(pValues);
            for (int i = 0; i < family.size(); i++) {
                int at = family.get(i);
                adjusted.set(at, Recommended.withDetail(rows.get(at), "adjustedP", values.get(i)));
            }
        }
        return adjusted;
    }
}
