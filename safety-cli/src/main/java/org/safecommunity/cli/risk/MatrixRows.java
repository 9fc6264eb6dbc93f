package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.risk.matrix.LevelRange;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.matrix.MatrixQuality;
import org.safecommunity.risk.matrix.PairReversal;
import org.safecommunity.risk.matrix.RankOrder;
import org.safecommunity.risk.matrix.RiskMatrix;

/** Matrices and their quality as rows of results. */
final class MatrixRows {
    private MatrixRows() {}

    /** The entry of a matrix in the list. */
    static ResultRow entry(RiskMatrix matrix, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rows", matrix.likelihood().classes().size());
        details.put("columns", matrix.consequence().classes().size());
        details.put("levels", matrix.levels().size());
        details.put("version", matrix.version());
        details.put("edition", matrix.edition());
        details.put("provenance", matrix.provenance().status().label());
        return ResultRow.plain(
                ResultRow.item("matrix", matrix.id()), "matrix", matrix.title().in(locale), details);
    }

    /** One row a cell, the row of highest likelihood first. */
    static List<ResultRow> cells(RiskMatrix matrix, Locale locale) {
        List<ResultRow> rows = new ArrayList<>();
        List<AxisClass> likelihood = matrix.likelihood().classes();
        for (int i = likelihood.size() - 1; i >= 0; i--) {
            String l = likelihood.get(i).code();
            for (AxisClass column : matrix.consequence().classes()) {
                RiskMatrix.Level level = matrix.level(l, column.code());
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("level", level.title().in(locale));
                details.put("colour", level.colour().label());
                matrix.score(l, column.code()).ifPresent(score -> details.put("score", score));
                matrix.condition(l, column.code()).ifPresent(condition -> {
                    details.put("conditionalLevel", condition.level());
                    details.put("condition", condition.when().in(locale));
                });
                Map<String, String> item =
                        ResultRow.item("matrix", matrix.id(), "likelihood", l, "consequence", column.code());
                rows.add(ResultRow.plain(item, "cell", level.id(), details));
            }
        }
        return rows;
    }

    /** The quality of a matrix: decision, one row a rule, then the numbers. */
    static List<ResultRow> quality(MatrixQuality quality, Locale locale) {
        List<ResultRow> rows = new ArrayList<>();
        String id = quality.matrix().id();
        rows.add(ResultRow.plain(
                ResultRow.item("matrix", id), "decision", quality.isSound() ? "pass" : "fail", Map.of()));
        for (MatrixQuality.Result result : quality.results()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("hits", (long) result.hits().size());
            details.put("cells", String.join(" ", result.hits()));
            details.put("requirement", result.rule().title().in(locale));
            if (!result.holds()) {
                String why = result.rule().why().in(locale);
                details.put("why", why);
                details.put(
                        ResultRow.SUMMARY,
                        Texts.get(
                                locale,
                                "matrix.broken",
                                result.rule().title().in(locale),
                                String.join(" ", result.hits()),
                                why));
            }
            String outcome = result.holds() ? "ok" : result.isFinding() ? "finding" : "information";
            rows.add(ResultRow.plain(
                    ResultRow.item("matrix", id, "rule", result.rule().label()), "check", outcome, details));
        }
        RankOrder order = quality.order();
        rows.add(number(id, "red-min", quality.redMin(), Map.of()));
        rows.add(number(id, "green-max", quality.greenMax(), Map.of("strict", quality.strict())));
        rows.add(number(id, "tie-share", order.tie(), Map.of()));
        rows.add(number(id, "correct-order-share", order.correct(), Map.of()));
        rows.add(number(id, "reversed-order-share", order.reversed(), Map.of()));
        quality.ranges().forEach(range -> rows.add(range(id, range)));
        quality.reversal().ifPresent(reversal -> rows.add(reversal(id, reversal)));
        return rows;
    }

    private static ResultRow range(String id, LevelRange range) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("least", range.least());
        details.put("greatest", range.greatest());
        details.put("distinct", (long) range.distinct());
        Map<String, String> item =
                ResultRow.item("matrix", id, "level", range.level().id());
        return ResultRow.plain(item, "range-factor", range.factor(), details);
    }

    private static ResultRow reversal(String id, PairReversal reversal) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pairs", (long) reversal.pairs());
        details.put("equalRiskOtherScore", (long) reversal.equalRisk());
        details.put("equalScoreOtherRisk", (long) reversal.equalScore());
        details.put("equalRiskOtherLevel", (long) reversal.equalRiskLevels());
        return ResultRow.count(ResultRow.item("matrix", id), "rank-reversals", reversal.reversed(), details);
    }

    private static ResultRow number(String id, String statistic, double value, Map<String, Object> details) {
        return ResultRow.plain(ResultRow.item("matrix", id), statistic, value, details);
    }

    /** The faults of a file that holds no sound matrix. */
    static List<ResultRow> faults(List<Finding> faults, String file, Locale locale) {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(ResultRow.plain(ResultRow.item("matrix", file), "decision", "fail", Map.of()));
        for (Finding fault : faults) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("requirement", fault.message().in(locale));
            details.put("why", fault.hint().in(locale));
            details.put(
                    ResultRow.SUMMARY,
                    Texts.sentences(
                            locale, fault.message().in(locale), fault.hint().in(locale)));
            Map<String, String> item = ResultRow.item(
                    "matrix",
                    file,
                    "rule",
                    fault.code(),
                    "path",
                    fault.location().column());
            rows.add(ResultRow.plain(item, "check", "finding", details));
        }
        return rows;
    }
}
